"""The losses against what their papers say of them, in closed form."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from explorer.latent import Mixture
from explorer.training import metrics
from explorer.training.mixture import fit_mixture, log_densities
from explorer.training.objectives import (
    LEAST_SQUARES,
    MINIMAX,
    NON_SATURATING,
    WASSERSTEIN,
    discrepancy,
    divergence,
    slope_penalty,
    unit_slope_penalty,
)
from explorer.training.recipes.digits_told import match


def test_the_minimax_game_has_one_value() -> None:
    """What the generator lowers is the very part of the value that the critic raises."""
    real, fake = torch.tensor([0.3, 1.2]), torch.tensor([-0.4, 2.0])
    value = (torch.sigmoid(real).log().mean() + (1 - torch.sigmoid(fake)).log().mean()).item()
    assert MINIMAX.critic(real, fake).item() == pytest.approx(-value, abs=1e-5)
    part = (1 - torch.sigmoid(fake)).log().mean().item()
    assert MINIMAX.generator(fake).item() == pytest.approx(part, abs=1e-5)


def test_the_non_saturating_loss_pulls_where_minimax_does_not() -> None:
    """At a picture that the critic is sure is false."""

    def slope(loss: Tensor, score: Tensor) -> float:
        return float(torch.autograd.grad(loss, score)[0].abs())

    score = torch.tensor(-8.0, requires_grad=True)
    assert slope(MINIMAX.generator(score), score) < 1e-3
    assert slope(NON_SATURATING.generator(score), score) > 0.99


def test_least_squares_and_wasserstein_on_known_scores() -> None:
    real, fake = torch.tensor([1.0, 2.0]), torch.tensor([0.0, -1.0])
    assert LEAST_SQUARES.critic(real, fake).item() == pytest.approx((0.5 + 0.5) / 2)
    assert LEAST_SQUARES.generator(fake).item() == pytest.approx((1 + 4) / 2 / 2)
    assert WASSERSTEIN.critic(real, fake).item() == pytest.approx(-0.5 - 1.5)
    assert WASSERSTEIN.generator(fake).item() == pytest.approx(0.5)


def test_penalties_of_a_linear_critic_are_known() -> None:
    weight = torch.full((1, 1, 2, 2), 1.5)  # slope of length 3 everywhere

    def score(images: Tensor) -> Tensor:
        return (images * weight).sum((1, 2, 3))

    images = torch.rand(4, 1, 2, 2)
    assert slope_penalty(score, images).item() == pytest.approx(9)
    assert unit_slope_penalty(score, images, images + 1).item() == pytest.approx(4)


def test_divergence_and_discrepancy_vanish_at_the_prior() -> None:
    torch.manual_seed(0)
    zeros = torch.zeros(3, 2)
    assert divergence(zeros, zeros).item() == 0
    assert divergence(zeros + 1, zeros).item() == pytest.approx(1)
    drawn, other = torch.randn(500, 2), torch.randn(500, 2)
    assert 0 <= discrepancy(drawn, other).item() < 0.01
    assert discrepancy(drawn, other + 2).item() > 0.3


def test_a_mixture_finds_two_heaps() -> None:
    rng = np.random.default_rng(0)
    first = rng.normal((-3, 0), (0.2, 1.0), (300, 2))
    points = np.concatenate([first, rng.normal((3, 1), 0.5, (900, 2))])
    found = fit_mixture(points, 2, rounds=15)
    assert isinstance(found, Mixture)
    small = int(np.argmin(found.weights))
    assert found.weights[small] == pytest.approx(0.25, abs=0.01)
    assert np.allclose(found.means[small], (-3, 0), atol=0.15)
    assert np.allclose(found.spread(), points.std(0), rtol=0.02)
    logs = log_densities(points, found.weights, found.means, found.factors)
    plain = -np.square((points - points.mean(0)) / points.std(0)).sum(1) / 2
    plain -= math.log(2 * math.pi) + np.log(points.std(0)).sum()
    assert np.logaddexp(*logs.T).mean() > plain.mean() + 0.5


def test_kernel_distance_is_about_zero_for_the_same_source() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.standard_normal((2, 400, 8))
    assert abs(metrics.kernel_distance(one, other, block=200)) < 0.05
    assert metrics.kernel_distance(one, other + 1) > 0.5


def test_codes_are_matched_one_to_one_for_the_largest_total() -> None:
    """Where two codes mostly draw the same digit, only one of them has it."""
    table = np.eye(10)[[3, 1, 4, 0, 5, 9, 2, 6, 8, 7]]
    assert match(table).tolist() == [3, 1, 4, 0, 5, 9, 2, 6, 8, 7]
    table[9] = 0
    table[9, 3], table[9, 7] = 0.6, 0.4
    assert sorted(match(table).tolist()) == list(range(10))
    assert match(table)[0] == 3 and match(table)[9] == 7
