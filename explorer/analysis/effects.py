"""How much a step along a direction changes the picture, and where.

The measure everywhere: the root mean square over pixels of the difference between the pictures
half a standard deviation to either side, in grey levels of 255.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.work import BATCH, Generate, Images, Latents, Progress, Work, pictures
from explorer.latent import LatentSpace

UNIT = "pixel effect, grey levels per sigma"


def movement(
    generate: Generate,
    latents: Latents,
    vectors: NDArray[np.floating],
    start: int = 0,
    total: int = 0,
) -> Work[Latents]:
    """The mean effect of each direction at some points.

    Args:
        generate: makes the pictures.
        latents: (N, *shape), the points.
        vectors: (V, size), one direction a row; length 1 is one standard deviation.
        start, total: pictures before these and in all, of a larger computation.

    Returns:
        (V,) float32, grey levels: the root of the mean square over points and pixels.
    """
    whole, done = total or 2 * len(latents) * len(vectors), start
    squares = np.zeros(len(vectors), np.float64)
    for row, vector in enumerate(np.asarray(vectors, np.float32)):
        step = (0.5 * vector).reshape(latents.shape[1:])
        for first in range(0, len(latents), BATCH // 2):
            points = latents[first : first + BATCH // 2]
            images = np.nan_to_num(generate(np.concatenate([points + step, points - step])))
            apart = images[: len(points)] - images[len(points) :]
            squares[row] += float((apart.astype(np.float64) ** 2).mean()) * len(points)
            done += len(images)
            yield Progress(done, whole)
    return (255 * np.sqrt(squares / len(latents))).astype(np.float32)


def pixel_effects(
    generate: Generate, space: LatentSpace, samples: int = 32, seed: int = 11
) -> Work[tuple[float, ...]]:
    """The effect of every dimension (UNIT), over `samples` draws from the prior."""
    axes = np.eye(space.size, dtype=np.float32)
    axes *= np.array([[space.deviation(axis)] for axis in axes], np.float32)
    found = yield from movement(generate, space.sample(samples, seed), axes)
    return tuple(found.tolist())


def heat(generate: Generate, latents: Latents, vector: NDArray[np.floating]) -> Work[Images]:
    """Where a step along a direction acts.

    Args:
        generate: makes the pictures.
        latents: (N, *shape): the present point, or several to average over.
        vector: (size,); length 1 is one standard deviation.

    Returns:
        (H, W) float32: mean absolute difference a standard deviation, over points and channels,
        in [0, 1] of the grey range.
    """
    step = (0.5 * np.asarray(vector, np.float32)).reshape(latents.shape[1:])
    both = np.concatenate([latents + step, latents - step]).astype(np.float32)
    images = yield from pictures(generate, both)
    apart = np.abs(images[: len(latents)] - images[len(latents) :])
    return np.asarray(apart.mean(axis=(0, 3)), np.float32)
