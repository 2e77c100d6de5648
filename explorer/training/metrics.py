"""What the cards measure, as formulas on arrays: numpy alone, each tested against a closed form."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def psnr(images: Array, references: Array) -> float:
    """Peak signal-to-noise ratio in dB of images in [0, 1], the mean over (N, ...) images."""
    axes = tuple(range(1, images.ndim))
    error = np.square(images.astype(np.float64) - references).mean(axes)
    return float(np.mean(-10 * np.log10(np.maximum(error, 1e-12))))


def kl_to_standard(mean: Array, log_variance: Array) -> Array:
    """KL(N(mean, variance) || N(0, 1)) in nats by dimension: (N, D) twice -> (D,)."""
    mean, log_variance = mean.astype(np.float64), log_variance.astype(np.float64)
    return np.asarray((mean**2 + np.exp(log_variance) - 1 - log_variance).mean(0) / 2)


def active_units(mean: Array, threshold: float = 0.01) -> int:
    """Dimensions whose encoded means vary by more than `threshold` (Burda et al., 2016)."""
    return int((mean.astype(np.float64).var(0) > threshold).sum())


def mutual_information(first: Array, second: Array, bins: int = 20) -> float:
    """Mutual information of two samples (N,) in nats, from a histogram of equal-count bins.

    The plug-in estimate, less the Miller-Madow bias of a histogram of so many cells.
    """
    table = np.zeros((bins, bins))
    np.add.at(table, (_ranks(first, bins), _ranks(second, bins)), 1)
    count = table.sum()
    joint = table / count
    across, down = joint.sum(1), joint.sum(0)
    filled = joint > 0
    ratio = joint[filled] / (across[:, None] * down)[filled]
    plug_in = float((joint[filled] * np.log(ratio)).sum())
    bias = (filled.sum() - (across > 0).sum() - (down > 0).sum() + 1) / (2 * count)
    return max(plug_in - float(bias), 0.0)


def _ranks(values: Array, bins: int) -> NDArray[np.int64]:
    """The equal-count bin of each value, 0 to bins - 1."""
    order = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    return np.asarray(order * bins // len(values), np.int64)


def information_gap(latents: Array, factors: Array, bins: int = 20) -> tuple[float, Array]:
    """Mutual information gap (R. T. Q. Chen et al., 2018) and the table behind it.

    (N, D) encoded means and (N, F) factors -> the gap in [0, 1], and mutual informations (D, F)
    in nats. For each factor: the two most informative latents' difference over the entropy of the
    binned factor (log `bins`, its bins being equally full); the gap is the mean over factors.
    """
    table = np.array(
        [[mutual_information(z, v, bins) for v in factors.T] for z in latents.T], np.float64
    )
    ordered = np.sort(table, 0)
    return float(((ordered[-1] - ordered[-2]) / np.log(bins)).mean()), table


def frechet_distance(first: Array, second: Array) -> float:
    """Frechet distance of the Gaussians fitted to two sets of features, (N, D) and (M, D).

    |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)) (Dowson and Landau, 1982; the formula of FID,
    Heusel et al., 2017).
    """
    first, second = first.astype(np.float64), second.astype(np.float64)
    return gaussian_distance(
        first.mean(0), np.cov(first.T, ddof=1), second.mean(0), np.cov(second.T, ddof=1)
    )


def gaussian_distance(mean: Array, spread: Array, other: Array, other_spread: Array) -> float:
    """The same from means (D,) and covariances (D, D).

    tr (C1 C2)^(1/2) is the sum of the roots of the eigenvalues of C1^(1/2) C2 C1^(1/2), which is
    symmetric, so that no complex root can appear.
    """
    spread, other_spread = np.atleast_2d(spread), np.atleast_2d(other_spread)
    values, vectors = np.linalg.eigh(spread)
    root = (vectors * np.sqrt(values.clip(0))) @ vectors.T
    cross = np.sqrt(np.linalg.eigvalsh(root @ other_spread @ root).clip(0)).sum()
    apart = np.square(np.asarray(mean) - other).sum()
    return float(max(apart + np.trace(spread) + np.trace(other_spread) - 2 * cross, 0.0))


def class_shares(logits: Array) -> Array:
    """How often each class is the likeliest: (N, K) -> (K,), summing to one."""
    return np.bincount(logits.argmax(1), minlength=logits.shape[1]) / len(logits)


def confidence(logits: Array) -> float:
    """Mean probability of the likeliest class: (N, K) logits -> (0, 1]."""
    raised = np.exp(logits.astype(np.float64) - logits.max(1, keepdims=True))
    return float((raised.max(1) / raised.sum(1)).mean())


def kernel_distance(first: Array, second: Array, block: int = 1000) -> float:
    """Squared maximum mean discrepancy of features, (N, D) and (M, D): KID.

    The unbiased estimate with the kernel (x.y / D + 1)^3 over blocks of at most `block` of each,
    the mean over blocks (Binkowski et al., 2018, section 4); it may fall below zero.
    """
    first, second = first.astype(np.float64), second.astype(np.float64)
    size = min(block, len(first), len(second))
    starts = range(0, min(len(first), len(second)) - size + 1, size)
    found = [_unbiased(first[i : i + size], second[i : i + size]) for i in starts]
    return float(np.mean(found))


def _unbiased(x: Array, y: Array) -> float:
    def kernel(a: Array, b: Array) -> Array:
        return np.asarray((a @ b.T / a.shape[1] + 1) ** 3)

    n, m = len(x), len(y)
    inside, other = kernel(x, x), kernel(y, y)
    own = (inside.sum() - np.trace(inside)) / (n * (n - 1))
    theirs = (other.sum() - np.trace(other)) / (m * (m - 1))
    return float(own + theirs - 2 * kernel(x, y).mean())
