"""When a path is where: easing within a segment, and a whole path at constant visual speed.

Even steps in a latent space are not even steps to the eye: a path idles where the decoder is flat
and jumps where it is steep. Given how far the picture had changed at each of some positions, a
re-timing moves the positions so that every frame changes the picture by the same amount, as an
arc-length parametrisation does for a curve; here the length is measured in pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, UnknownName
from explorer.latent.monotone import Curve

_EASES: Mapping[str, Callable[[float], float]] = {
    "steady": lambda t: t,
    "in": lambda t: t * t,
    "out": lambda t: t * (2 - t),
    "both": lambda t: t * t * (3 - 2 * t),
}
EASES: tuple[str, ...] = tuple(_EASES)

# A stretch that changes nothing still gets this share of a mean step, or time would stand still.
_FLOOR = 1e-3


def ease(t: float, kind: str) -> float:
    """`t` in [0, 1] slowed at the start ("in"), the end ("out"), "both" or neither ("steady")."""
    try:
        return _EASES[kind](t)
    except KeyError:
        known = ", ".join(EASES)
        raise UnknownName(f"ease {kind!r}", "no such ease", f"Use one of {known}.") from None


@dataclass(frozen=True)
class Retiming:
    """A rising map of [0, 1] onto itself: from even visual progress to the position on a path.

    Attributes:
        progress: shares of the whole visual length, strictly rising from 0 to 1.
        positions: where the path is at each, strictly rising from 0 to 1.
    """

    progress: tuple[float, ...]
    positions: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.progress) != len(self.positions):
            raise BadValue("re-timing", "its lists differ in length", "Measure the path again.")
        for values in (self.progress, self.positions):
            if len(values) < 2 or values[0] != 0.0 or values[-1] != 1.0 or not _rises(values):
                raise BadValue("re-timing", "it does not rise from 0 to 1", "Measure it again.")

    @classmethod
    def measured(cls, positions: Sequence[float], distances: Sequence[float]) -> Retiming:
        """From a coarse sampling of a path.

        Args:
            positions: where pictures were made, strictly rising from 0 to 1, K of them.
            distances: how much each picture differs from the one before it, K - 1, not negative;
                any unit (`changes` gives it).

        Raises:
            BadValue: counts differ, positions do not rise from 0 to 1, a distance is no distance.
        """
        steps = np.asarray(distances, np.float64)
        if len(steps) != len(positions) - 1 or len(steps) < 1:
            raise BadValue("distances", f"{len(steps)} is not one a step", "Give one a step.")
        if not np.isfinite(steps).all() or (steps < 0).any():
            raise BadValue("distances", "some are negative or not finite", "Measure them again.")
        widths = np.diff(np.asarray(positions, np.float64))
        mean = float(steps.sum())
        floor = widths * (_FLOOR * mean if mean > 0 else 1.0)
        whole = np.concatenate([[0.0], np.cumsum(steps + floor)])
        progress = tuple((whole / whole[-1]).tolist())
        return cls(progress, tuple(float(p) for p in positions))

    @cached_property
    def _forth(self) -> Curve:
        return Curve(self.progress, self.positions)

    @cached_property
    def _back(self) -> Curve:
        return Curve(self.positions, self.progress)

    def at(self, progress: float) -> float:
        """The position on the path at a share of its visual length; both in [0, 1]."""
        return self._forth.at(progress)

    def when(self, position: float) -> float:
        """The share of the visual length at which the path is at `position`, for marks."""
        return self._back.at(position)


def _rises(values: Sequence[float]) -> bool:
    return all(a < b for a, b in pairwise(values))


def changes(images: NDArray[np.floating]) -> NDArray[np.float64]:
    """How much each picture differs from the one before: root mean square over its pixels.

    Args:
        images: (N, H, W, C) in [0, 1].

    Returns:
        (N - 1,) float64, in [0, 1]; times 255 these are grey levels a frame.
    """
    rows = np.asarray(images, np.float64).reshape(len(images), -1)
    steps = np.diff(rows, axis=0)
    return np.asarray(np.sqrt((steps**2).mean(axis=1)), np.float64)


def unevenness(steps: NDArray[np.floating]) -> float:
    """Standard deviation of the changes a frame over their mean; 0 is constant visual speed."""
    mean = float(np.mean(steps)) if len(steps) else 0.0
    return float(np.std(steps)) / mean if mean > 0 else 0.0
