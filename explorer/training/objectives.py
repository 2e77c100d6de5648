"""The losses that tell adversarial nets and autoencoders apart, each a formula on tensors.

Scores are a critic's raw answers, (N,) or (N, patches), high for "real".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import softplus


@dataclass(frozen=True)
class Adversaries:
    """What critic and generator minimise.

    Attributes:
        critic: (scores of real, scores of fake) -> scalar.
        generator: scores of fake -> scalar.
    """

    critic: Callable[[Tensor, Tensor], Tensor]
    generator: Callable[[Tensor], Tensor]


def _classify(real: Tensor, fake: Tensor) -> Tensor:
    return softplus(-real).mean() + softplus(fake).mean()


MINIMAX = Adversaries(_classify, lambda fake: -softplus(fake).mean())
"""Goodfellow et al. (2014), equation 1: the generator lowers what the critic raises."""
NON_SATURATING = Adversaries(_classify, lambda fake: softplus(-fake).mean())
"""The same paper, section 3: the generator raises the log-odds of its pictures instead."""
LEAST_SQUARES = Adversaries(
    lambda real, fake: ((real - 1).square().mean() + fake.square().mean()) / 2,
    lambda fake: (fake - 1).square().mean() / 2,
)
"""Mao et al. (2017), equation 9: a = 0 for fake, b = c = 1 for real."""
WASSERSTEIN = Adversaries(lambda real, fake: fake.mean() - real.mean(), lambda fake: -fake.mean())
"""Arjovsky et al. (2017), equation 2; minus the critic's loss estimates the distance."""


def slope_penalty(score: Callable[[Tensor], Tensor], real: Tensor) -> Tensor:
    """R1 (Mescheder et al., 2018, equation 9): squared slope of the score at real images, mean."""
    return _slope(score, real.detach()).square().sum((1, 2, 3)).mean()


def unit_slope_penalty(score: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor) -> Tensor:
    """Gulrajani et al. (2017), equation 3: (|slope| - 1)^2 between real and fake images, mean."""
    part = torch.rand(len(real), 1, 1, 1, device=real.device)
    slope = _slope(score, torch.lerp(real.float(), fake.detach().float(), part))
    length = (slope.square().sum((1, 2, 3)) + 1e-12).sqrt()
    return (length - 1).square().mean()


def _slope(score: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
    """Slope of the score at images, itself open to differentiation; never in bfloat16."""
    with torch.autocast(images.device.type, enabled=False):
        leaf = images.float().requires_grad_(True)
        slope: Tensor
        (slope,) = torch.autograd.grad(score(leaf).sum(), leaf, create_graph=True)
    return slope


def divergence(mean: Tensor, log_variance: Tensor) -> Tensor:
    """KL(N(mean, variance) || N(0, 1)) in nats, summed over dimensions, the mean over (N, D)."""
    return (mean.square() + log_variance.exp() - 1 - log_variance).sum(1).mean() / 2


def discrepancy(first: Tensor, second: Tensor) -> Tensor:
    """Squared maximum mean discrepancy of two samples (N, D), kernel exp(-|x - y|^2 / D).

    The biased estimate, which is never below zero (Gretton et al., 2012, equation 5); kernel and
    width as InfoVAE uses them (Zhao et al., 2017, appendix).
    """

    def kernel(x: Tensor, y: Tensor) -> Tensor:
        # Written out, and not as cdist: its slope is not a number where two points coincide.
        apart = (x.unsqueeze(1) - y.unsqueeze(0)).square().mean(2)
        return (-apart).exp().mean()

    return kernel(first, first) + kernel(second, second) - 2 * kernel(first, second)
