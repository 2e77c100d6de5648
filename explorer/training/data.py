"""The two data sets the bundled models learn from: scenes drawn here and MNIST's digits.

Images are kept as uint8 and turned to floats a batch at a time, so that the scenes (half a
gigabyte) stay small in memory.
"""

from __future__ import annotations

import os
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer import scenes
from explorer.errors import FileDamaged, FileMissing

Bytes = NDArray[np.uint8]

MNIST = (
    "MNIST (Y. LeCun, C. Cortes and C. J. C. Burges; as in rasbt/mnist-pngs, MIT), its 60,000 "
    "training digits padded to 32x32; none of them is shipped"
)
_BLOCK = 500  # scenes one task draws


@dataclass(frozen=True)
class Images:
    """Images with what is known of each."""

    pixels: Bytes
    """(N, H, W, C) uint8, sRGB."""
    labels: NDArray[Any]
    """(N, 6) float32 factors in [0, 1] for scenes; (N,) int64 classes for digits."""

    def __len__(self) -> int:
        return len(self.pixels)


def _draw_block(task: tuple[int, int, int]) -> tuple[Bytes, NDArray[np.float32]]:
    seed, first, count = task
    pixels = np.empty((count, 64, 64, 3), np.uint8)
    factors = np.empty((count, len(scenes.FACTORS)), np.float32)
    for i in range(count):
        rng = np.random.default_rng([seed, first + i])
        factors[i] = scenes.sample_factors(rng)
        pixels[i] = np.rint(scenes.render(factors[i]) * 255)
    return pixels, factors


def draw_scenes(count: int, seed: int, workers: int | None = None) -> Images:
    """Draw `count` random scenes on all cores; scene i depends on (seed, i) alone."""
    tasks = [(seed, i, min(_BLOCK, count - i)) for i in range(0, count, _BLOCK)]
    workers = min(workers or os.cpu_count() or 1, len(tasks))
    if workers < 2:
        parts = [_draw_block(task) for task in tasks]
    else:
        with ProcessPoolExecutor(workers) as pool:
            parts = list(pool.map(_draw_block, tasks))
    return Images(np.concatenate([p for p, _ in parts]), np.concatenate([f for _, f in parts]))


def cached_scenes(count: int, seed: int, folder: Path) -> Images:
    """`draw_scenes`, kept in `folder` so that a resumed or repeated training need not wait."""
    path = folder / f"scenes-{count}-{seed}.npz"
    if path.is_file():
        with np.load(path) as held:
            return Images(held["pixels"], held["factors"])
    images = draw_scenes(count, seed)
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial.npz")
    np.savez(partial, pixels=images.pixels, factors=images.labels)
    partial.replace(path)
    return images


def digits(folder: Path | None, part: str) -> Images:
    """MNIST's `part` ("train" or "test"), padded by two pixels to (N, 32, 32, 1) uint8.

    `folder` holds digits.npz with train_images, train_labels, test_images and test_labels.
    Raises FileMissing where there is none and FileDamaged where its arrays are not those.
    """
    path = (folder or Path()) / "digits.npz"
    if folder is None or not path.is_file():
        raise FileMissing(
            str(path), "the handwritten digits are not there",
            "Give --data the folder that holds digits.npz (arrays train_images (N, 28, 28) uint8, "
            "train_labels, test_images, test_labels, as MNIST has them).",
        )  # fmt: skip
    try:
        with np.load(path, allow_pickle=False) as held:
            pixels, labels = held[f"{part}_images"], held[f"{part}_labels"]
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise FileDamaged(str(path), f"it cannot be read ({error})", "Fetch it again.") from error
    if pixels.ndim != 3 or pixels.shape[1:] != (28, 28) or pixels.dtype != np.uint8:
        raise FileDamaged(
            str(path), f"its images are {pixels.shape} {pixels.dtype}, not (N, 28, 28) uint8",
            "Write MNIST's images unchanged.",
        )  # fmt: skip
    padded = np.pad(pixels, ((0, 0), (2, 2), (2, 2)))[..., None]
    return Images(padded, labels.astype(np.int64))
