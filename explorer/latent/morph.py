"""A sheet between four corners: what a morph grid shows, live under the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.errors import BadValue
from explorer.latent.points import Mix, Point


@dataclass(frozen=True)
class MorphGrid:
    """Four corner points and the sheet they span.

    A point of the sheet goes first along the upper and the lower edge, then from one to the other
    by the same curve. Linear sheets do not depend on that order; spherical ones do a little, as
    there is no bilinear form on a sphere.

    Attributes:
        corners: upper left, upper right, lower left, lower right.
        mode: one of explorer.latent.MODES.
    """

    corners: tuple[Point, Point, Point, Point]
    mode: str = "spherical"

    def at(self, across: float, down: float) -> Point:
        """The point at shares of the width and height, each in [0, 1]; corners are themselves."""
        upper = self._mix(self.corners[0], self.corners[1], across)
        lower = self._mix(self.corners[2], self.corners[3], across)
        return self._mix(upper, lower, down)

    def points(self, rows: int, columns: int) -> tuple[Point, ...]:
        """A grid of points, row by row, corners included; at least two rows and columns."""
        if rows < 2 or columns < 2:
            raise BadValue("morph grid", f"{rows} x {columns} is too small", "Use at least 2 x 2.")
        return tuple(
            self.at(column / (columns - 1), row / (rows - 1))
            for row in range(rows)
            for column in range(columns)
        )

    def _mix(self, a: Point, b: Point, t: float) -> Point:
        if t <= 0.0 or a == b:
            return a
        return b if t >= 1.0 else Mix(a, b, t, self.mode)
