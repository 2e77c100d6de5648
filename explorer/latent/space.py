"""What a latent is allowed to be: its shape, its prior and the names of its dimensions.

Seeds must not depend on the batch: row i of a sample is drawn by a generator of its own, keyed by
(seed, i), so that the 3rd picture of a grid of 4 is the 3rd picture of a grid of 64.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from numbers import Integral

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent.priors import NORMAL, Mixture, Normal, Prior

Array = NDArray[np.float32]
MAX_SEED = 2**63 - 1


def check_seed(value: object, subject: str = "seed") -> int:
    """`value` as an int; raises BadValue unless it is a whole number from 0 to MAX_SEED."""
    if type(value) is int and 0 <= value <= MAX_SEED:  # what it nearly always is
        return value
    if not isinstance(value, Integral) or not 0 <= int(value) <= MAX_SEED:
        raise BadValue(subject, f"{value!r} is out of range", f"Use a number from 0 to {MAX_SEED}.")
    return int(value)


@lru_cache(maxsize=64)
def _drawn(prior: Prior, shape: tuple[int, ...], seed: int, index: int) -> Array:
    """The ends of a path are asked for again at each of its frames."""
    bits = np.random.Philox(np.random.SeedSequence(entropy=seed, spawn_key=(index,)))
    return prior.draw(np.random.Generator(bits), shape)


@lru_cache(maxsize=16)
def _weighted(space: LatentSpace, weights: tuple[float, ...]) -> LatentSpace:
    """A drag asks for the same one again and again."""
    if space.mixture is None:
        return space
    return replace(space, prior=space.mixture.weighted(weights))


@dataclass(frozen=True)
class LatentSpace:
    """The space that a model's latents live in, with the prior that they are drawn from.

    Attributes:
        shape: of one latent, without the batch axis.
        names: one a dimension for flat spaces; ("z0", "z1", ...) where the model names none.
        importance: how much each dimension matters, in the unit `importance_kind` says; or empty.
        importance_kind: what `importance` measures, with its unit.
        std: standard deviation of encoded means along each dimension; or empty.
        centre: where each dimension is at rest; empty for 0.
        prior: what latents are drawn from.
    """

    shape: tuple[int, ...]
    names: tuple[str, ...] = ()
    importance: tuple[float, ...] = ()
    importance_kind: str = ""
    std: tuple[float, ...] = field(default=(), repr=False)
    prior: Prior = field(default=NORMAL, repr=False)
    centre: tuple[float, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.shape or any(n < 1 for n in self.shape):
            raise BadValue("latent.shape", f"{self.shape} is not a shape", "Give sizes above zero.")
        if not self.names and len(self.shape) == 1:
            object.__setattr__(self, "names", tuple(f"z{i}" for i in range(self.size)))
        for what in ("names", "importance", "std", "centre"):
            count = len(getattr(self, what))
            if count and count != self.size:
                raise BadValue(
                    f"latent.{what}",
                    f"{count} entries for {self.size} dimensions",
                    "Give one a dimension, or none.",
                )
        given = self.prior.size
        if given and self.shape != (given,):
            cause = f"it has {given} dimensions and a latent has the shape {self.shape}"
            raise BadValue("latent.prior", cause, "Give one that fits.")

    @property
    def size(self) -> int:
        """How many numbers one latent has."""
        return math.prod(self.shape)

    @property
    def flat(self) -> bool:
        """Whether a latent is a vector, so that it can have a slider a dimension."""
        return len(self.shape) == 1

    def draw(self, seed: int, index: int = 0) -> Array:
        """One latent from the prior: float32 of `shape`, a function of (seed, index) alone.

        Raises:
            BadValue: the seed or index is no whole number from 0 to 2**63 - 1.
        """
        number, row = check_seed(seed), check_seed(index, "index")
        return _drawn(self.prior, self.shape, number, row).copy()

    def sample(self, count: int, seed: int) -> Array:
        """Independent draws from the prior, (count, *shape) float32; row i depends on (seed, i)."""
        if count < 0:
            raise BadValue("count", f"{count} is below zero", "Ask for zero or more.")
        rows = [self.draw(seed, index) for index in range(count)]
        return np.stack(rows) if rows else np.empty((0, *self.shape), np.float32)

    @property
    def limits(self) -> tuple[tuple[float, float], ...]:
        """What is worth exploring of each dimension, (low, high); empty where all are normal."""
        return () if isinstance(self.prior, Normal) else self.prior.limits(self.size)

    def deviation(self, vector: NDArray[np.floating]) -> float:
        """Standard deviation of the prior along a direction; of length 1 it is a sigma of it."""
        return self.prior.deviation(np.asarray(vector, np.float64).ravel())

    @property
    def temperature(self) -> float:
        """What standard normals are scaled by to be drawn from it; 1 for any other prior."""
        return self.prior.temperature if isinstance(self.prior, Normal) else 1.0

    @property
    def mixture(self) -> Mixture | None:
        """The prior's Gaussians, where it is a mixture."""
        return self.prior if isinstance(self.prior, Mixture) else None

    def weighted(self, weights: tuple[float, ...]) -> LatentSpace:
        """The same space under a mixture whose Gaussians weigh so much more, or less.

        Raises:
            BadValue: the prior is no mixture, or has another number of Gaussians.
        """
        if not weights:
            return self
        if self.mixture is None:
            raise BadValue("weights", "the prior is no mixture", "Open the model they are of.")
        return _weighted(self, weights)

    def check(self, latents: NDArray[np.floating] | Sequence[object]) -> Array:
        """`latents` as contiguous float32 of (N, *shape).

        Raises:
            BadValue: wrong shape, or not finite.
        """
        try:
            array = np.ascontiguousarray(latents, dtype=np.float32)
        except (TypeError, ValueError) as error:
            raise BadValue("latents", "they are no array of numbers", "Give an array.") from error
        if array.shape[1:] != self.shape or array.ndim != len(self.shape) + 1:
            wanted = ", ".join(["N", *map(str, self.shape)])
            raise BadValue(
                "latents", f"shape {array.shape} does not fit", f"Give an array of ({wanted})."
            )
        if not np.isfinite(array).all():
            raise BadValue("latents", "some values are not finite", "Replace NaN and infinity.")
        return array

    def order(self, by_importance: bool = True) -> tuple[int, ...]:
        """Dimensions, the most important first; as numbered where nothing was measured."""
        if not by_importance or not self.importance:
            return tuple(range(self.size))
        return tuple(sorted(range(self.size), key=lambda i: -self.importance[i]))
