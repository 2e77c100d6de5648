"""A curve through key points, sampled as frames."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent.curves import mix
from explorer.latent.points import Mix, Point
from explorer.latent.space import LatentSpace

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Path:
    """Key points joined segment by segment, all segments of the same length in time.

    Attributes:
        keys: two or more points.
        mode: the curve of each segment, one of explorer.latent.MODES.
        closed: whether the path returns from the last key to the first.
    """

    keys: tuple[Point, ...]
    mode: str = "spherical"
    closed: bool = False

    def __post_init__(self) -> None:
        if len(self.keys) < 2:
            raise BadValue("path", f"{len(self.keys)} key frames", "Add at least two key frames.")

    @property
    def segments(self) -> int:
        """How many curves the path has."""
        return len(self.keys) if self.closed else len(self.keys) - 1

    def at(self, position: float) -> Point:
        """The point at `position` in [0, 1]; the keys themselves, not mixtures, where it hits."""
        place = min(max(position, 0.0), 1.0) * self.segments
        segment = min(math.floor(place), self.segments - 1)
        t = place - segment
        a, b = self.keys[segment], self.keys[(segment + 1) % len(self.keys)]
        if t == 0.0:
            return a
        return b if t == 1.0 else Mix(a, b, t, self.mode)

    def points(self, frames: int) -> tuple[Point, ...]:
        """`frames` points evenly spaced in time, both ends included."""
        if frames < 1:
            raise BadValue("frames", f"{frames} is too few", "Ask for at least one frame.")
        last = max(frames - 1, 1)
        return tuple(self.at(i / last) for i in range(frames))

    def latents(self, frames: int, space: LatentSpace) -> Array:
        """The same as an array, (frames, *space.shape) float32."""
        return np.stack([point.resolve(space) for point in self.points(frames)])


def interpolate(
    a: NDArray[np.floating], b: NDArray[np.floating], frames: int, mode: str = "spherical"
) -> Array:
    """`frames` latents from `a` to `b`, both included: (frames, *shape) float32.

    Args:
        a, b: one latent each, of the same shape.
        frames: 2 or more.
        mode: one of explorer.latent.MODES.

    Raises:
        BadValue: shapes differ or fewer than 2 frames. UnknownName: the mode.
    """
    x, y = np.asarray(a, np.float32), np.asarray(b, np.float32)
    if x.shape != y.shape:
        raise BadValue("latents", f"shapes {x.shape} and {y.shape} differ", "Give one shape.")
    if frames < 2:
        raise BadValue("frames", f"{frames} is too few", "Ask for at least two frames.")
    return np.stack([mix(x, y, i / (frames - 1), mode) for i in range(frames)])


def typicality(latents: NDArray[np.floating]) -> NDArray[np.float64]:
    """How far each latent's length is from a Gaussian sample's, in standard deviations.

    The length of a standard normal vector in n dimensions concentrates around sqrt(n - 1/2) with
    standard deviation close to sqrt(1/2) (Vershynin, "High-dimensional probability", 3.1).
    0 is typical, negative is inside the shell, positive outside.

    Args:
        latents: (N, ...).

    Returns:
        (N,) float64.
    """
    rows = np.asarray(latents, np.float64).reshape(len(latents), -1)
    n = rows.shape[1]
    lengths = np.sqrt((rows**2).sum(axis=1))
    return np.asarray((lengths - math.sqrt(n - 0.5)) / math.sqrt(0.5), np.float64)
