"""Fitting a mixture of Gaussians by expectation and maximisation, in numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.latent.priors import Mixture

_FLOOR = 1e-3
"""Added to each variance, so that no component shrinks onto a single point."""


def fit_mixture(
    points: NDArray[np.floating], components: int, seed: int = 0, rounds: int = 40
) -> Mixture:
    """A mixture of `components` Gaussians with full covariances, fitted to (N, D) points.

    Dempster, Laird and Rubin (1977); begun from centres drawn far apart (k-means++, Arthur and
    Vassilvitskii, 2007) and all components as broad as the whole.
    """
    data = points.astype(np.float64)
    rng = np.random.default_rng(seed)
    size = data.shape[1]
    means = _far_apart(data, components, rng)
    covariances = np.repeat((np.cov(data.T) + _FLOOR * np.eye(size))[None], components, 0)
    weights = np.full(components, 1 / components)
    for _ in range(rounds):
        share = responsibilities(data, weights, means, covariances)
        held = share.sum(0) + 1e-9
        weights = held / held.sum()
        means = (share.T @ data) / held[:, None]
        for k in range(components):
            apart = data - means[k]
            covariances[k] = (share[:, k, None] * apart).T @ apart / held[k]
            covariances[k] += _FLOOR * np.eye(size)
    factors = np.linalg.cholesky(covariances)
    parts = (weights, means, factors)
    return Mixture(*(np.ascontiguousarray(part, np.float32) for part in parts))


def responsibilities(
    data: NDArray[np.float64],
    weights: NDArray[np.float64],
    means: NDArray[np.float64],
    covariances: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The share each component has in each point: (N, D) -> (N, K), rows summing to one."""
    logs = log_densities(data, weights, means, np.linalg.cholesky(covariances))
    logs -= logs.max(1, keepdims=True)
    share = np.exp(logs)
    return np.asarray(share / share.sum(1, keepdims=True))


def log_densities(
    data: NDArray[np.float64],
    weights: NDArray[np.floating],
    means: NDArray[np.floating],
    factors: NDArray[np.floating],
) -> NDArray[np.float64]:
    """log(weight * density) of each point under each component, (N, K), in nats."""
    size = data.shape[1]
    found = np.empty((len(data), len(weights)))
    for k, factor in enumerate(factors.astype(np.float64)):
        white = np.linalg.inv(factor) @ (data - means[k]).T
        volume = np.log(np.diag(factor)).sum() + size / 2 * np.log(2 * np.pi)
        found[:, k] = np.log(weights[k]) - volume - np.square(white).sum(0) / 2
    return found


def _far_apart(
    data: NDArray[np.float64], count: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    chosen = [data[rng.integers(len(data))]]
    nearest = np.square(data - chosen[0]).sum(1)
    while len(chosen) < count:
        chosen.append(data[rng.choice(len(data), p=nearest / nearest.sum())])
        nearest = np.minimum(nearest, np.square(data - chosen[-1]).sum(1))
    return np.array(chosen)
