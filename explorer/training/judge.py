"""How generated digits are judged: by a classifier of ours, trained on the same data.

Its features stand in for Inception's in the Frechet distance, since those were learned from
photographs and know nothing of digits. Distances measured here compare with each other only.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from explorer import networks
from explorer.assets import resources_dir
from explorer.formats.safetensors import read_tensors
from explorer.training import metrics
from explorer.training.data import Images
from explorer.training.recipe import Figure

SPACE = "features of this project's own digit classifier, which is not Inception FID"

Answers = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Logits (N, 10) and features (N, 64)."""


class Judge:
    """The shipped classifier, ready to look at digits."""

    def __init__(self) -> None:
        self.network = networks.build("digit-classifier", {})
        path = resources_dir() / "metrics" / "digit-classifier" / "classifier.safetensors"
        self.network.load_state_dict(read_tensors(path))
        self.network.eval()

    @torch.inference_mode()
    def look(self, images: NDArray[np.floating] | NDArray[np.uint8]) -> Answers:
        """Judge digits (N, 32, 32, 1), uint8 or floats in [0, 1]."""
        scale = 255.0 if images.dtype == np.uint8 else 1.0
        found = []
        for part in np.split(images, range(500, len(images), 500)):
            batch = torch.from_numpy(part).permute(0, 3, 1, 2).float() / scale
            found.append([t.numpy() for t in self.network(batch)])
        logits, features = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return logits, features


def features_of(images: Images, count: int, cache: Path) -> NDArray[np.float32]:
    """The judge's features of the first `count` images, kept in `cache`: they are asked for often.

    The file's name carries a sum of the images and of the judge's weights.
    """
    weights = resources_dir() / "metrics" / "digit-classifier" / "classifier.safetensors"
    pixels = images.pixels[:count]
    key = zlib.crc32(pixels.tobytes(), zlib.crc32(weights.read_bytes()))
    path = cache / f"judged-{key:08x}.npy"
    if path.is_file():
        return np.asarray(np.load(path, allow_pickle=False), np.float32)
    _, features = Judge().look(pixels)
    cache.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial.npy")
    np.save(partial, features)
    partial.replace(path)
    return features


def distance_figures(
    features: NDArray[np.float32], test: Images, train: Images, cache: Path
) -> list[Figure]:
    """Frechet distance of generated digits to the test set, and what real digits get."""
    real = features_of(test, len(test), cache)
    other = features_of(train, len(features), cache)
    count = f"{len(features):,}"
    return [
        Figure("fid", "Frechet distance to the test set", metrics.frechet_distance(features, real),
               "", f"{count} samples against {len(test):,} test digits, in the {SPACE}"),
        Figure("fid_real", "The same for real digits", metrics.frechet_distance(other, real), "",
               f"the first {count} training digits against the test digits: what a perfect "
               "generator would get"),
    ]  # fmt: skip
