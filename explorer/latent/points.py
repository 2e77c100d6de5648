"""Recipes for latents: frozen, hashable, and a few bytes where the array may be thousands.

A recipe says *how* a latent came to be ("seed 42 with z3 at -0.42"), so it can be shown, saved,
undone, cached and replayed to the bit, which a bare array cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent.curves import curve, mix
from explorer.latent.smooth import smooth
from explorer.latent.space import LatentSpace

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Seed:
    """A draw from the prior: row `index` of `space.sample(count, seed)`.

    `weights` are of a mixture's Gaussians, times their own; none leaves the prior as it is.
    """

    seed: int
    index: int = 0
    weights: tuple[float, ...] = ()

    def resolve(self, space: LatentSpace) -> Array:
        """The latent, float32 of `space.shape`; raises BadValue for weights that do not fit."""
        return space.weighted(self.weights).draw(self.seed, self.index)


@dataclass(frozen=True)
class Values:
    """Explicit numbers, flattened; `origin` says where they came from (an encoded file, say)."""

    values: tuple[float, ...]
    origin: str = ""

    @classmethod
    def of(cls, latent: NDArray[np.floating], origin: str = "") -> Values:
        """The recipe of an array of any shape, exact for float32."""
        return cls(tuple(np.asarray(latent, np.float32).ravel().tolist()), origin)

    def resolve(self, space: LatentSpace) -> Array:
        """The latent, float32 of `space.shape`; raises BadValue for another count."""
        if len(self.values) != space.size:
            raise BadValue(
                self.origin or "latent",
                f"{len(self.values)} values for a space of {space.size}",
                "Open the model these values were made with.",
            )
        return np.asarray(self.values, np.float32).reshape(space.shape)


@dataclass(frozen=True)
class Edited:
    """Another point with some dimensions set by hand: ((dimension, value), ...), sorted."""

    base: Point
    changes: tuple[tuple[int, float], ...]

    def resolve(self, space: LatentSpace) -> Array:
        """The latent, float32 of `space.shape`."""
        latent = self.base.resolve(space).ravel().copy()
        for dimension, value in self.changes:
            if not 0 <= dimension < latent.size:
                raise BadValue(
                    f"dimension {dimension}",
                    f"the space has {latent.size}",
                    "Open the model these values were made with.",
                )
            latent[dimension] = value
        return latent.reshape(space.shape)

    def with_value(self, dimension: int, value: float) -> Edited:
        """The same recipe with one more (or another) dimension set."""
        kept = dict(self.changes)
        kept[dimension] = float(value)
        return Edited(self.base, tuple(sorted(kept.items())))


@dataclass(frozen=True)
class Mix:
    """A point between two others, `t` in [0, 1], by the curve named `mode`."""

    a: Point
    b: Point
    t: float
    mode: str = "spherical"

    def resolve(self, space: LatentSpace) -> Array:
        """The latent, float32 of `space.shape`."""
        return mix(self.a.resolve(space), self.b.resolve(space), self.t, self.mode)

    def shares_way(self, other: Mix) -> bool:
        """Whether both lie on one way for certain: between the very same ends, by one curve.

        Ends that are merely equal do not count: comparing hundreds of numbers costs more.
        """
        return self.a is other.a and self.b is other.b and self.mode == other.mode


@dataclass(frozen=True)
class Shift:
    """A point moved along a direction: base + amount * direction (one number a dimension)."""

    base: Point
    direction: tuple[float, ...]
    amount: float

    def resolve(self, space: LatentSpace) -> Array:
        """The latent, float32 of `space.shape`."""
        step = Values(self.direction, "direction").resolve(space)
        return (self.base.resolve(space) + np.float32(self.amount) * step).astype(np.float32)


@dataclass(frozen=True)
class Smooth:
    """A point of the smooth curve through many keys, `t` in [0, 1] between `a` and `b`.

    Attributes:
        before, after: the keys on either side, None at an open end.
        gaps: durations of the segments before, between and after.
    """

    before: Point | None
    a: Point
    b: Point
    after: Point | None
    t: float
    gaps: tuple[float, float, float] = (1.0, 1.0, 1.0)

    def resolve(self, space: LatentSpace) -> Array:
        """The latent, float32 of `space.shape`."""
        before, after = (None if p is None else p.resolve(space) for p in (self.before, self.after))
        a, b = self.a.resolve(space), self.b.resolve(space)
        return smooth(before, a, b, after, self.gaps, self.t)


Point: TypeAlias = Seed | Values | Edited | Mix | Shift | Smooth


def resolved(points: Sequence[Point], space: LatentSpace) -> Array:
    """Their latents, (N, *space.shape) float32; at least one point.

    Each is what its own `resolve` gives, to the bit. Neighbours between the same two ends, as a
    film's frames are, share what their way costs.
    """
    parts: list[Array] = []
    for run in _runs(points):
        if isinstance(run, list):
            first = run[0]
            way = curve(first.a.resolve(space), first.b.resolve(space), first.mode)
            parts.append(way([point.t for point in run]))
        else:
            parts.append(run.resolve(space)[None])
    return np.concatenate(parts)


def _runs(points: Sequence[Point]) -> list[list[Mix] | Point]:
    """The points in order, mixes that share their way with the one before in one list."""
    runs: list[list[Mix] | Point] = []
    for point in points:
        last = runs[-1] if runs else None
        if not isinstance(point, Mix):
            runs.append(point)
        elif isinstance(last, list) and point.shares_way(last[0]):
            last.append(point)
        else:
            runs.append([point])
    return runs


def edit(point: Point, dimension: int, value: float) -> Edited:
    """`point` with one dimension set; edits of edits stay one flat recipe."""
    base = point if isinstance(point, Edited) else Edited(point, ())
    return base.with_value(dimension, value)


def shift(point: Point, direction: tuple[float, ...], amount: float) -> Point:
    """`point` moved along a direction; a shift along the same one is added to, 0 leaves `point`."""
    if isinstance(point, Shift) and point.direction == direction:
        return shift(point.base, direction, point.amount + amount)
    return Shift(point, direction, float(amount)) if amount else point


def depth(point: Point) -> int:
    """How many recipes are nested in this one; 1 for a seed or values."""
    if isinstance(point, Seed | Values):
        return 1
    if isinstance(point, Edited | Shift):
        return 1 + depth(point.base)
    inner = [point.a, point.b]
    if isinstance(point, Smooth):
        inner += [p for p in (point.before, point.after) if p is not None]
    return 1 + max(map(depth, inner))


def settled(point: Point, space: LatentSpace, limit: int = 8, origin: str = "walk") -> Point:
    """The same latent as a recipe no deeper than `limit`: its numbers, where it would be deeper.

    Walking from neighbour to neighbour nests one recipe in the next without end.
    """
    if depth(point) <= limit:
        return point
    return Values.of(point.resolve(space), origin)
