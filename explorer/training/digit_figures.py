"""What the cards of digit generators measure on samples, the same for every family."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.training import metrics
from explorer.training.data import digits
from explorer.training.judge import SPACE, Judge, distance_figures, features_of
from explorer.training.recipe import Figure

MISSING = 1.0
"""A class with a smaller share of the samples than this, in %, counts as missing."""


def sample_figures(samples: NDArray[np.float32], folder: Path | None, cache: Path) -> list[Figure]:
    """Class shares, coverage, confidence, Frechet and kernel distance of (N, 32, 32, 1) samples."""
    judge = Judge()
    logits, features = judge.look(samples)
    shares = metrics.class_shares(logits) * 100
    absent = [str(i) for i, share in enumerate(shares) if share < MISSING]
    of = f"over {len(samples):,} samples"
    test, train = digits(folder, "test"), digits(folder, "train")
    real = features_of(test, len(test), cache)
    return [
        Figure("class_shares", "Class shares, 0 to 9", shares.round(2).tolist(), "%",
               f"the digit classifier's answers {of}"),
        Figure("class_share_min", "Smallest class share", round(float(shares.min()), 2), "%",
               "the least of them; even shares would be 10 %"),
        Figure("coverage", "Classes covered", 10 - len(absent), "of 10",
               f"those with at least {MISSING:g} % of the samples"),
        Figure("missing_classes", "Missing classes", ", ".join(absent) or "none", "",
               f"those with less than {MISSING:g} %: mode collapse shows here"),
        Figure("confidence", "Confidence", round(metrics.confidence(logits) * 100, 2), "%",
               f"mean probability the classifier gives its answer {of}"),
        Figure("kid", "Kernel distance to the test set",
               metrics.kernel_distance(features, real), "",
               f"KID (Binkowski et al., 2018), {len(samples):,} samples against {len(test):,} test "
               f"digits, in the {SPACE}; it may fall below 0"),
        *distance_figures(features, test, train, cache),
    ]  # fmt: skip


def told_figures(samples: NDArray[np.float32], asked: NDArray[np.integer], how: str) -> Figure:
    """Share of samples (N, 32, 32, 1) that the judge names as the class asked for, (N,)."""
    logits, _ = Judge().look(samples)
    right = float((logits.argmax(1) == asked).mean()) * 100
    return Figure("accuracy", "Conditional accuracy", round(right, 2), "%", how)
