"""Long computations in pieces, so that whoever runs them can show progress and stop in between.

A computation is a generator: it yields Progress after every batch of pictures and returns its
result. It knows nothing of threads; the engine looks for something more urgent, or for a cancel,
each time it yields.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Latents: TypeAlias = NDArray[np.float32]
Images: TypeAlias = NDArray[np.float32]
# Latents (N, *shape) to pictures (N, H, W, C) float32 in [0, 1]: Model.generate, or like it.
Generate: TypeAlias = Callable[[Latents], Images]

BATCH = 16
# Pictures are averaged down to this many pixels a side where only their variance is asked for.
SIDE = 64

_T = TypeVar("_T")


@dataclass(frozen=True)
class Progress:
    """`done` of `total` pictures, or of what else the computation counts."""

    done: int
    total: int


Work: TypeAlias = Generator[Progress, None, _T]


def finish(work: Work[_T], on_progress: Callable[[Progress], object] | None = None) -> _T:
    """Run a computation to its end, telling `on_progress` of each step, and return its result."""
    while True:
        try:
            progress = next(work)
        except StopIteration as end:
            result: _T = end.value
            return result
        if on_progress is not None:
            on_progress(progress)


def pictures(
    generate: Generate, latents: Latents, total: int = 0, *, small: bool = False
) -> Work[Images]:
    """All pictures of `latents`, made batch by batch; what is not finite becomes a number.

    Args:
        generate: makes them.
        latents: (N, *shape).
        total: of a larger computation that begins with this.
        small: whether to average them down to SIDE.
    """
    parts: list[Images] = []
    for first in range(0, len(latents), BATCH):
        images = np.nan_to_num(generate(latents[first : first + BATCH]))
        parts.append(reduced(images) if small else images)
        yield Progress(first + len(images), total or len(latents))
    return np.concatenate(parts)


def reduced(images: Images) -> Images:
    """(N, H, W, C) averaged over whole blocks until no side is above SIDE; smaller stay as is."""
    count, height, width, channels = images.shape
    block = -(-max(height, width) // SIDE)
    if block <= 1:
        return images
    rows, columns = max(height // block, 1), max(width // block, 1)
    tall, wide = min(block, height), min(block, width)
    cut = images[:, : rows * tall, : columns * wide]
    blocks = cut.reshape(count, rows, tall, columns, wide, channels)
    return np.asarray(blocks.mean(axis=(2, 4)), np.float32)
