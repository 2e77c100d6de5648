"""What latents are drawn from: standard normals, uniform numbers, a mixture of Gaussians.

A prior draws one latent from one generator, so that row i of a sample depends on (seed, i) alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue

Array = NDArray[np.float32]
Wide = NDArray[np.float64]
NORMAL_SPAN = 3.0
"""A normal dimension is explored this many standard deviations to either side."""
COLDEST, HOTTEST = 0.05, 5.0
"""Temperatures beyond these leave nothing to see."""


class Prior(Protocol):
    """A distribution over latents; hashable, equal where it draws alike."""

    def __hash__(self) -> int: ...

    @property
    def title(self) -> str:
        """What it is, for people."""

    @property
    def size(self) -> int:
        """How many dimensions a flat latent of it has; 0 where any shape will do."""

    def draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        """One latent, float32 of `shape`."""

    def limits(self, size: int) -> tuple[tuple[float, float], ...]:
        """The range worth exploring of each of `size` dimensions, (low, high)."""

    def shell(self, size: int) -> tuple[float, float] | None:
        """Mean and standard deviation of the length of a draw; None where there is no telling."""

    def deviation(self, vector: Wide) -> float:
        """Standard deviation of draws along a direction: of their product with `vector`."""


@dataclass(frozen=True)
class Normal:
    """Independent normals, standard ones times `temperature`."""

    temperature: float = 1.0
    size: ClassVar[int] = 0

    @property
    def title(self) -> str:
        """What it is, for people."""
        if self.temperature == 1.0:
            return "standard normal"
        return f"normal at temperature {self.temperature:g}"

    def draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        """One latent, float32 of `shape`."""
        drawn = rng.standard_normal(shape, dtype=np.float32)
        return drawn if self.temperature == 1.0 else drawn * np.float32(self.temperature)

    def limits(self, size: int) -> tuple[tuple[float, float], ...]:
        """Three standard deviations to either side."""
        reach = NORMAL_SPAN * self.temperature
        return ((-reach, reach),) * size

    def shell(self, size: int) -> tuple[float, float]:
        """Around sqrt(n - 1/2), sqrt(1/2) thick, at temperature 1."""
        return self.temperature * math.sqrt(size - 0.5), self.temperature * math.sqrt(0.5)

    def deviation(self, vector: Wide) -> float:
        """The same whichever way it points."""
        return self.temperature * float(np.linalg.norm(vector))


@dataclass(frozen=True)
class Uniform:
    """Some dimensions of a flat latent uniform in [-1, 1), the others standard normal.

    `which` says of each dimension whether it is uniform; empty means all of them.
    """

    which: tuple[bool, ...] = ()

    @property
    def title(self) -> str:
        """What it is, for people."""
        return "uniform codes, normal noise" if self.which else "uniform from -1 to 1"

    @property
    def size(self) -> int:
        """As many as `which` names."""
        return len(self.which)

    def draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        """One latent, float32 of `shape`."""
        normal = rng.standard_normal(shape, dtype=np.float32)
        uniform = rng.random(shape, dtype=np.float32) * 2 - 1
        return np.where(self._mask(shape), uniform, normal).astype(np.float32)

    def is_uniform(self, dimension: int) -> bool:
        """Whether a dimension is one of the uniform ones."""
        return not self.which or self.which[dimension]

    def _mask(self, shape: tuple[int, ...]) -> NDArray[np.bool_]:
        return np.array(self.which).reshape(shape) if self.which else np.ones(shape, bool)

    def limits(self, size: int) -> tuple[tuple[float, float], ...]:
        """[-1, 1] where uniform: the generator was never asked beyond."""
        each = self.which or (True,) * size
        return tuple((-1.0, 1.0) if u else (-NORMAL_SPAN, NORMAL_SPAN) for u in each)

    def shell(self, size: int) -> tuple[float, float]:
        """By the second and fourth moments: 1/3 and 1/5 where uniform, 1 and 3 where normal."""
        each = np.array(self.which or (True,) * size)
        square = np.where(each, 1 / 3, 1.0).sum()
        spread = np.where(each, 1 / 5 - 1 / 9, 2.0).sum()
        return _shell(square, spread)

    def deviation(self, vector: Wide) -> float:
        """Numbers uniform in [-1, 1) have the variance 1/3."""
        variance = np.where(self.which or (True,) * vector.size, 1 / 3, 1.0)
        return math.sqrt(float(variance @ np.square(vector)))


@dataclass(frozen=True, eq=False)
class Mixture:
    """A mixture of Gaussians over a flat latent of D dimensions.

    Attributes:
        weights: (K,) shares, above zero, summing to one.
        means: (K, D).
        factors: (K, D, D) lower Cholesky factors of the covariances.
    """

    weights: Array
    means: Array
    factors: Array
    title = "a mixture of Gaussians fitted to encoded images"

    def __post_init__(self) -> None:
        count, size = self.means.shape if self.means.ndim == 2 else (0, 0)
        if self.weights.shape != (count,) or self.factors.shape != (count, size, size) or not count:
            raise BadValue("mixture", "its parts do not fit each other", "Write the file again.")
        whole = (self.weights, self.means, self.factors)
        if not all(np.isfinite(part).all() for part in whole) or self.weights.min() < 0:
            raise BadValue("mixture", "some of its numbers are no numbers", "Write it again.")
        if not 0.99 < float(self.weights.sum()) < 1.01:
            raise BadValue("mixture", "its weights do not sum to one", "Write the file again.")

    @property
    def size(self) -> int:
        """Dimensions of its means."""
        return int(self.means.shape[1])

    @cached_property
    def _key(self) -> bytes:
        whole = (self.weights, self.means, self.factors)
        return blake2b(b"".join(np.ascontiguousarray(p).tobytes() for p in whole)).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mixture) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        """One latent: a component by its share, then a point of it."""
        chosen = int(np.searchsorted(np.cumsum(self.weights), rng.random()))
        return self.draw_from(min(chosen, len(self.weights) - 1), rng).reshape(shape)

    def draw_from(self, component: int, rng: np.random.Generator) -> Array:
        """A point of one component, (D,) float32."""
        noise = rng.standard_normal(self.means.shape[1], dtype=np.float32)
        point = self.means[component] + self.factors[component] @ noise
        return np.asarray(point, np.float32)

    def weighted(self, times: Sequence[float]) -> Mixture:
        """The same Gaussians, each weighing so many times its own weight.

        Raises:
            BadValue: not one number for each, below zero, or none above it.
        """
        factors = np.asarray(times, np.float64)
        fit = factors.shape == self.weights.shape and bool(np.isfinite(factors).all())
        if not fit or factors.min() < 0 or factors.max() <= 0:
            raise BadValue(
                "weights", f"{len(times)} numbers do not fit {len(self.weights)} Gaussians",
                "Give one for each, at least one of them above zero.",
            )  # fmt: skip
        shares = self.weights * factors
        return Mixture(np.asarray(shares / shares.sum(), np.float32), self.means, self.factors)

    def sample(self, count: int, seed: int) -> Array:
        """(count, D) draws from one generator."""
        rng = np.random.default_rng(seed)
        return np.stack([self.draw(rng, self.means.shape[1:]) for _ in range(count)])

    def spread(self) -> NDArray[np.float64]:
        """Standard deviation of the whole mixture along each dimension, (D,)."""
        share = self.weights[:, None].astype(np.float64)
        inside = np.square(self.factors.astype(np.float64)).sum(2)
        centre = (share * self.means).sum(0)
        return np.asarray(np.sqrt((share * (inside + np.square(self.means - centre))).sum(0)))

    def shell(self, size: int) -> tuple[float, float]:
        """By the mean and the variance of the squared length, within Gaussians and between them."""
        weights, means = self.weights.astype(np.float64), self.means.astype(np.float64)
        covariances = np.einsum("kij,klj->kil", self.factors, self.factors).astype(np.float64)
        inside = np.einsum("kii->k", covariances) + np.square(means).sum(1)
        within = 2 * np.square(covariances).sum((1, 2))
        within += 4 * np.einsum("ki,kij,kj->k", means, covariances, means)
        square = float(weights @ inside)
        return _shell(square, float(weights @ (within + np.square(inside - square))))

    def deviation(self, vector: Wide) -> float:
        """Of the whole mixture: within its Gaussians and between their means."""
        share, along = self.weights.astype(np.float64), self.means @ vector
        inside = np.square(np.einsum("kij,i->kj", self.factors, vector)).sum(1)
        return math.sqrt(float(share @ (inside + np.square(along - share @ along))))

    def limits(self, size: int) -> tuple[tuple[float, float], ...]:
        """Three standard deviations of the whole mixture around its mean."""
        return self._limits

    @cached_property
    def _limits(self) -> tuple[tuple[float, float], ...]:
        """Kept: every slider asks for its own, and each time costs half a millisecond."""
        centre = (self.weights[:, None] * self.means).sum(0)
        reach = NORMAL_SPAN * self.spread()
        pairs = zip(centre - reach, centre + reach, strict=True)
        return tuple((float(low), float(high)) for low, high in pairs)


def _shell(square: float, spread: float) -> tuple[float, float]:
    """Of the length, to first order, from the mean and the variance of its square."""
    length = math.sqrt(square - spread / (4 * square))
    return length, math.sqrt(spread) / (2 * length)


NORMAL = Normal()
