"""The data sets the bundled models learn from: scenes drawn here, MNIST's digits, tiles, emoji.

Images are kept as uint8 and turned to floats a batch at a time, so that the scenes (half a
gigabyte) stay small in memory.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer import scenes
from explorer.errors import FileDamaged, FileMissing
from explorer.phrases import Phrase

Bytes = NDArray[np.uint8]

MNIST = (
    "MNIST (Y. LeCun, C. Cortes and C. J. C. Burges; as in rasbt/mnist-pngs, MIT), its 60,000 "
    "training digits padded to 32x32; none of them is shipped"
)
TILES = (
    "3,494 tiles of Dungeon Crawl Stone Soup (crawl/tiles, release of November 2015; CC0), laid on "
    "dark grey; a tenth, chosen by a hash of the name, is held out"
)
EMOJI = (
    "1,591 emoji in four drawing styles (via discourse/discourse-emojis: Twemoji graphics CC BY "
    "4.0, Noto Emoji Apache-2.0, Fluent Emoji MIT, OpenMoji CC BY-SA 4.0), laid on white at "
    "64x64; a tenth, chosen by a hash of the name, is held out; none of them is shipped"
)
KINDS = (
    Phrase("floors and walls"), Phrase("effect"), Phrase("item"), Phrase("miscellaneous"),
    Phrase("monster"), Phrase("player"),
)  # fmt: skip
STYLES = ("twemoji", "noto", "fluentui", "openmoji")
_GROUND = 51  # the grey that tiles lie on
_BLOCK = 500  # scenes one task draws


@dataclass(frozen=True)
class Images:
    """Images with what is known of each."""

    pixels: Bytes
    """(N, H, W, C) uint8, sRGB."""
    labels: NDArray[Any]
    """(N, 6) float32 factors in [0, 1] for scenes; (N,) int64 classes for digits and tiles;
    numbers of the emoji, (N,) int64, for emoji."""

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


def scaled(pixels: Bytes) -> NDArray[np.float32]:
    """Bytes as float32 in [0, 1]."""
    return np.asarray(pixels.astype(np.float32) / 255, np.float32)


def held_out(name: str) -> bool:
    """Whether a named picture is kept from training: one in ten, by a hash of the name alone."""
    return zlib.crc32(name.encode()) % 10 == 0


def tiles(folder: Path | None, part: str) -> Images:
    """Pixel art of `part` ("train" or "test"), (N, 32, 32, 3) uint8 over dark grey, by KINDS.

    `folder` holds tiles.npz with images (N, 32, 32, 4) RGBA, names and kinds. Raises FileMissing
    where there is none and FileDamaged where its arrays are not those.
    """
    held = _named(folder, "tiles.npz", (32, 32, 4), ("kinds",))
    chosen = _chosen(held["names"], part)
    _, labels = np.unique(held["kinds"], return_inverse=True)
    return Images(_laid(held["images"][chosen], _GROUND), labels[chosen].astype(np.int64))


def emoji(folder: Path | None, part: str) -> tuple[Images, list[str]]:
    """Emoji of `part` in all styles, (N, 64, 64, 12) uint8 over white, and their names.

    Channels 3 s to 3 s + 2 hold style s of STYLES in RGB. `folder` holds emoji.npz with images
    (N, 4, 64, 64, 4) RGBA and names. Raises as `tiles`.
    """
    held = _named(folder, "emoji.npz", (4, 64, 64, 4), ())
    chosen = _chosen(held["names"], part)
    laid = _laid(held["images"][chosen], 255)
    pixels = laid.transpose(0, 2, 3, 1, 4).reshape(len(laid), 64, 64, 12)
    names = [str(held["names"][i]) for i in chosen]
    return Images(np.ascontiguousarray(pixels), chosen), names


def _named(
    folder: Path | None, file: str, shape: tuple[int, ...], more: tuple[str, ...]
) -> dict[str, NDArray[Any]]:
    """The arrays images, names and `more` of a file."""
    path = (folder or Path()) / file
    if folder is None or not path.is_file():
        raise FileMissing(
            str(path), "these pictures are not there",
            f"Give --data the folder that holds {file} (arrays images (N, "
            f"{', '.join(map(str, shape))}) uint8 RGBA, {', '.join(('names', *more))}).",
        )  # fmt: skip
    try:
        with np.load(path, allow_pickle=False) as held:
            found = {key: held[key] for key in ("images", "names", *more)}
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise FileDamaged(str(path), f"it cannot be read ({error})", "Fetch it again.") from error
    images = found["images"]
    if images.shape[1:] != shape or images.dtype != np.uint8:
        raise FileDamaged(
            str(path), f"its images are {images.shape} {images.dtype}",
            f"Write them as (N, {', '.join(map(str, shape))}) uint8.",
        )  # fmt: skip
    return found


def _chosen(names: NDArray[Any], part: str) -> NDArray[np.int64]:
    apart = np.array([held_out(str(name)) for name in names], bool)
    return np.flatnonzero(apart if part == "test" else ~apart)


def _laid(images: Bytes, ground: int) -> Bytes:
    """Straight-alpha RGBA (..., 4) over a grey ground: (..., 3) uint8."""
    alpha = images[..., 3:].astype(np.uint16)
    return ((images[..., :3] * alpha + ground * (255 - alpha) + 127) // 255).astype(np.uint8)
