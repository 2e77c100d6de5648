"""Where one looks at a picture from: zoom, centre and smoothing, shared by linked canvases."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

LADDER = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64)
SMALLEST = 1 / 16


class Sight(QObject):
    """A zoom and a centre.

    Attributes:
        zoom: screen pixels a picture's pixel, or None for "as large as fits".
        centre: the point of the picture in the middle of the canvas, as shares (x, y) of its size.
        smooth: whether enlarged pixels are interpolated; crisp squares where not.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zoom: float | None = None
        self.centre = (0.5, 0.5)
        self.smooth = False

    def fit(self) -> None:
        """As large as fits, in the middle."""
        self.look(None, (0.5, 0.5))

    def look(self, zoom: float | None, centre: tuple[float, float]) -> None:
        """Take a zoom and a centre; the centre stays inside the picture."""
        x, y = (min(1.0, max(0.0, share)) for share in centre)
        if (zoom, (x, y)) != (self.zoom, self.centre):
            self.zoom, self.centre = zoom, (x, y)
            self.changed.emit()

    def set_smooth(self, smooth: bool) -> None:
        """Interpolate pixels, or show them as squares."""
        if smooth != self.smooth:
            self.smooth = smooth
            self.changed.emit()


def largest_fit(width: int, height: int, room_width: float, room_height: float) -> float:
    """The largest whole zoom at which a picture fits its room, or the share that makes it fit."""
    most = min(room_width / max(1, width), room_height / max(1, height))
    return float(int(most)) if most >= 1 else max(most, SMALLEST)


def next_zoom(zoom: float, steps: int) -> float:
    """`steps` rungs up or down the ladder of crisp zooms; halves below 1."""
    for _ in range(abs(steps)):
        if steps > 0:
            above = [rung for rung in LADDER if rung > zoom]
            zoom = float(min(above, default=LADDER[-1])) if zoom >= 1 else min(1.0, zoom * 2)
        else:
            below = [rung for rung in LADDER if rung < zoom]
            zoom = float(max(below)) if below else max(SMALLEST, zoom / 2)
    return zoom
