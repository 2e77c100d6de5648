"""Where shares of a whole lie along a widget, so that stacked widgets agree on one cursor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Track:
    """A horizontal stretch, in a widget's logical pixels.

    Attributes:
        left: where share 0 lies.
        width: how far share 1 lies to the right of it; 0 or more.
    """

    left: float
    width: float

    def x(self, share: float) -> float:
        """The place of a share in [0, 1]."""
        return self.left + share * self.width

    def share(self, x: float) -> float:
        """The share nearest to a place, in [0, 1]."""
        if self.width <= 0:
            return 0.0
        return min(1.0, max(0.0, (x - self.left) / self.width))

    def place(self, index: int, count: int) -> float:
        """Where the item `index` of `count` lies when they spread over the whole track."""
        return self.x(index / (count - 1) if count > 1 else 0.0)

    def nearest(self, x: float, count: int) -> int:
        """The item of `count` nearest to a place; 0 where there are none."""
        return round(self.share(x) * max(count - 1, 0))
