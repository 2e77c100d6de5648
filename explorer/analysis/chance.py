"""What directions drawn at random do: the yardstick that a found direction must beat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.effects import movement
from explorer.analysis.work import Generate, Latents, Work

Vectors = NDArray[np.float32]
# Random directions that pictures are made for, and that only numbers are projected on.
SEEN, PROJECTED = 16, 256
# Points at which the effect of each is measured.
POINTS = 8


def random_directions(size: int, count: int, seed: int = 0) -> Vectors:
    """(count, size) float32 of unit length, uniform on the sphere."""
    rows = np.random.default_rng(seed).standard_normal((count, size))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / lengths, np.float32)


def effect_scores(
    generate: Generate,
    latents: Latents,
    vectors: NDArray[np.floating],
    seed: int = 0,
    start: int = 0,
    total: int = 0,
) -> Work[tuple[float, ...]]:
    """How many times more each direction changes the picture than SEEN random ones do.

    Args:
        generate: makes the pictures.
        latents: (N, *shape), the points at which both are measured.
        vectors: (V, size), of unit length.
        seed: of the random directions.
        start, total: pictures before these and in all, of a larger computation.

    Returns:
        For each, its effect over the root mean square of the random ones'; 0 where those have none.
    """
    size = vectors.shape[1]
    rows = np.concatenate([np.asarray(vectors, np.float32), random_directions(size, SEEN, seed)])
    effects = yield from movement(generate, latents, rows, start, total)
    usual = float(np.sqrt(np.mean(effects[len(vectors) :].astype(np.float64) ** 2)))
    return tuple(float(e) / usual if usual > 0 else 0.0 for e in effects[: len(vectors)])


def separation(values: NDArray[np.floating], group: NDArray[np.bool_]) -> float:
    """d': the distance of two groups' means over their pooled standard deviation.

    (D. M. Green and J. A. Swets, "Signal detection theory and psychophysics", 1966.) Above zero
    where the group marked True has the larger mean; 0 where it cannot be told.
    """
    a, b = values[~group], values[group]
    if len(a) < 1 or len(b) < 1 or len(values) < 3:
        return 0.0
    spread = float((a.var() * len(a) + b.var() * len(b)) / (len(values) - 2))
    apart = float(b.mean() - a.mean())
    return apart / np.sqrt(spread) if spread > 0 else 0.0


def separation_score(
    found: float, latents: NDArray[np.floating], group: NDArray[np.bool_], seed: int = 0
) -> float:
    """How many times better a direction separates two groups than PROJECTED random ones do.

    Args:
        found: its own d', measured on samples it was not made from.
        latents: (N, size), all samples.
        group: (N,), True for the second group.
        seed: of the random directions.
    """
    rows = np.asarray(latents, np.float64)
    at_random = rows @ random_directions(rows.shape[1], PROJECTED, seed).T
    squares = [separation(at_random[:, k], group) ** 2 for k in range(PROJECTED)]
    usual = float(np.sqrt(np.mean(squares)))
    return found / usual if usual > 0 else 0.0
