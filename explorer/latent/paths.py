"""A curve through key points, sampled as frames."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, UnknownName
from explorer.latent.curves import MODES, curve
from explorer.latent.points import Mix, Point, Smooth, resolved
from explorer.latent.priors import NORMAL, Prior
from explorer.latent.space import LatentSpace
from explorer.latent.timing import Retiming, ease

Array = NDArray[np.float32]

# "smooth" needs the neighbours of a segment, so it is a mode of paths and not of mixtures.
_ROUNDING = 1e-15
PATH_MODES: tuple[str, ...] = (*MODES, "smooth")


@dataclass(frozen=True)
class Path:
    """Key points joined segment by segment; evenly in time where nothing else is said.

    Attributes:
        keys: two or more points.
        mode: the curve of segments that have none of their own, one of PATH_MODES.
        closed: whether the path returns from the last key to the first.
        times: when each key is reached, strictly rising from 0 to 1 (one more for a closed path,
            the return); empty for even times.
        modes: the curve of each segment, one of PATH_MODES; empty for `mode` throughout.
        eases: how each segment slows down at its ends, one of explorer.latent.EASES; empty for
            "steady" throughout.
        retiming: where along all this the path is at a share of its playing time; None for the
            times themselves.
    """

    keys: tuple[Point, ...]
    mode: str = "spherical"
    closed: bool = False
    times: tuple[float, ...] = ()
    modes: tuple[str, ...] = ()
    eases: tuple[str, ...] = ()
    retiming: Retiming | None = None

    def __post_init__(self) -> None:
        if len(self.keys) < 2:
            raise BadValue("path", f"{len(self.keys)} key frames", "Add at least two key frames.")
        for mode in (self.mode, *self.modes):
            if mode not in PATH_MODES:
                known = ", ".join(PATH_MODES)
                raise UnknownName(f"interpolation {mode!r}", "no such mode", f"Use one of {known}.")
        for kind in self.eases:
            ease(0.0, kind)
        for what, count in (("modes", len(self.modes)), ("eases", len(self.eases))):
            if count not in (0, self.segments):
                raise BadValue(
                    f"path.{what}", f"{count} for {self.segments} segments", "Give one a segment."
                )
        if self.times:
            self._check_times()

    def _check_times(self) -> None:
        if len(self.times) != self.segments + 1:
            wanted = self.segments + 1
            raise BadValue("path.times", f"{len(self.times)} of {wanted}", "Give one a key.")
        rising = all(a < b for a, b in pairwise(self.times))
        if self.times[0] != 0.0 or self.times[-1] != 1.0 or not rising:
            raise BadValue("path.times", "they do not rise from 0 to 1", "Sort and scale them.")

    @property
    def segments(self) -> int:
        """How many curves the path has."""
        return len(self.keys) if self.closed else len(self.keys) - 1

    def when(self, key: int) -> float:
        """The position in [0, 1] at which key `key` is reached (`segments` is the return)."""
        time = self.times[key] if self.times else key / self.segments
        return self.retiming.when(time) if self.retiming else time

    def at(self, position: float) -> Point:
        """The point at `position` in [0, 1]; the keys themselves, not mixtures, where it hits."""
        time = min(max(position, 0.0), 1.0)
        if self.retiming:
            time = self.retiming.at(time)
        segment, t = self._place(time)
        if self.eases:
            t = ease(t, self.eases[segment])
        if t == 0.0:
            return self.keys[segment]
        if t == 1.0:
            return self.keys[(segment + 1) % len(self.keys)]
        return self._between(segment, t)

    def _place(self, time: float) -> tuple[int, float]:
        """The segment at `time`, and how far through it, in [0, 1]."""
        if not self.times:
            place = time * self.segments
            if abs(place - round(place)) < _ROUNDING * self.segments:
                place = float(round(place))  # (15 / 22) * 22 falls short of 15
            segment = min(math.floor(place), self.segments - 1)
            return segment, place - segment
        segment = min(bisect_right(self.times, time) - 1, self.segments - 1)
        start, end = self.times[segment], self.times[segment + 1]
        return segment, (time - start) / (end - start)

    def _between(self, segment: int, t: float) -> Point:
        a, b = self.keys[segment], self.keys[(segment + 1) % len(self.keys)]
        mode = self.modes[segment] if self.modes else self.mode
        if mode != "smooth":
            return Mix(a, b, t, mode)
        before, gap_before = self._neighbour(segment, -1)
        after, gap_after = self._neighbour(segment, 1)
        return Smooth(before, a, b, after, t, (gap_before, self._gap(segment), gap_after))

    def _neighbour(self, segment: int, side: int) -> tuple[Point | None, float]:
        """The key before or after a segment, and how long the way to it takes."""
        other = segment + side
        if not self.closed and not 0 <= other < self.segments:
            return None, 1.0
        key = segment - 1 if side < 0 else segment + 2
        return self.keys[key % len(self.keys)], self._gap(other % self.segments)

    def _gap(self, segment: int) -> float:
        return self.times[segment + 1] - self.times[segment] if self.times else 1.0

    def retimed(self, retiming: Retiming | None) -> Path:
        """The same way at another pace; None for the times of the keys."""
        return replace(self, retiming=retiming)

    def points(self, frames: int) -> tuple[Point, ...]:
        """`frames` points evenly spaced in time, both ends included."""
        if frames < 1:
            raise BadValue("frames", f"{frames} is too few", "Ask for at least one frame.")
        last = max(frames - 1, 1)
        return tuple(self.at(i / last) for i in range(frames))

    def latents(self, frames: int, space: LatentSpace) -> Array:
        """The same as an array, (frames, *space.shape) float32."""
        return resolved(self.points(frames), space)


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
    return curve(x, y, mode)([i / (frames - 1) for i in range(frames)])


def typicality(latents: NDArray[np.floating], prior: Prior = NORMAL) -> NDArray[np.float64]:
    """How far each latent's length is from that of the prior's samples, in standard deviations.

    The length of a vector of many independent numbers concentrates: of a standard normal in n
    dimensions around sqrt(n - 1/2), with a standard deviation close to sqrt(1/2) (Vershynin,
    "High-dimensional probability", 3.1). 0 is typical, negative inside the shell, positive outside.

    Args:
        latents: (N, ...).
        prior: what they are drawn from; without a shell of its own there is no telling.

    Returns:
        (N,) float64, not a number where there is no telling.
    """
    rows = np.asarray(latents, np.float64).reshape(len(latents), -1)
    shell = prior.shell(rows.shape[1])
    if shell is None:
        return np.full(len(rows), np.nan)
    lengths = np.sqrt((rows**2).sum(axis=1))
    return np.asarray((lengths - shell[0]) / shell[1], np.float64)
