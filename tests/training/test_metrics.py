"""Each measure against a case whose answer is known on paper."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.training import metrics


def test_psnr_of_a_constant_error() -> None:
    """An error of 0.1 everywhere is 20 dB."""
    still = np.full((2, 4, 4, 1), 0.5)
    assert metrics.psnr(still + 0.1, still) == pytest.approx(20.0)


def test_kl_of_the_prior_itself_is_zero_and_of_a_shift_half_its_square() -> None:
    zero = np.zeros((5, 2))
    assert metrics.kl_to_standard(zero, zero) == pytest.approx([0, 0])
    assert metrics.kl_to_standard(zero + np.array([3, 0]), zero) == pytest.approx([4.5, 0])
    narrow = np.full((5, 2), np.log(0.25))
    assert metrics.kl_to_standard(zero, narrow) == pytest.approx((0.25 - 1 - np.log(0.25)) / 2)


def test_active_units_are_those_that_move() -> None:
    rng = np.random.default_rng(0)
    means = rng.standard_normal((1000, 3)) * np.array([1, 0.2, 0.05])
    assert metrics.active_units(means) == 2


def test_gaussian_distance_in_closed_form() -> None:
    """For commuting covariances: |m1 - m2|^2 + sum (s1 - s2)^2 of standard deviations."""
    distance = metrics.gaussian_distance(
        np.array([1.0, 2.0]), np.diag([4.0, 9.0]), np.array([1.0, 0.0]), np.diag([1.0, 1.0])
    )
    assert distance == pytest.approx(4 + 1 + 4)


def test_gaussian_distance_is_symmetric_and_zero_to_itself() -> None:
    """Also for covariances that do not commute, and for singular ones."""
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((2, 4, 3))
    first, second = a @ a.T, b @ b.T  # rank three of four
    zero = np.zeros(4)
    there = metrics.gaussian_distance(zero, first, zero, second)
    assert there == pytest.approx(metrics.gaussian_distance(zero, second, zero, first))
    assert metrics.gaussian_distance(zero, first, zero, first) == pytest.approx(0, abs=1e-5)


def test_frechet_distance_finds_the_closed_form_in_samples() -> None:
    rng = np.random.default_rng(0)
    first = rng.standard_normal((40_000, 2))
    second = rng.standard_normal((40_000, 2)) * 2 + 1
    assert metrics.frechet_distance(first, second) == pytest.approx(2 + 2, rel=0.02)


def test_mutual_information_of_equal_and_of_independent_numbers() -> None:
    """log of the bins for a copy; nothing (within sampling) for strangers."""
    rng = np.random.default_rng(0)
    one, other = rng.standard_normal((2, 10_000))
    assert metrics.mutual_information(one, one, 20) == pytest.approx(np.log(20), abs=0.02)
    assert metrics.mutual_information(one, -(one**3), 20) == pytest.approx(np.log(20), abs=0.02)
    assert metrics.mutual_information(one, other, 20) == pytest.approx(0, abs=0.004)


def test_mutual_information_of_a_correlated_gaussian() -> None:
    """-log(1 - rho^2) / 2, less the little that binning loses."""
    rng = np.random.default_rng(0)
    one, noise = rng.standard_normal((2, 50_000))
    other = 0.8 * one + 0.6 * noise
    assert metrics.mutual_information(one, other) == pytest.approx(-np.log(0.6), abs=0.03)


def test_information_gap_is_one_for_a_copy_and_zero_for_two_copies() -> None:
    rng = np.random.default_rng(0)
    factor = rng.random((5_000, 1))
    stranger = rng.random((5_000, 1))
    gap, table = metrics.information_gap(np.hstack([factor, stranger]), factor)
    assert gap == pytest.approx(1, abs=0.02)
    assert table.shape == (2, 1)
    gap, _ = metrics.information_gap(np.hstack([factor, factor, stranger]), factor)
    assert gap == pytest.approx(0, abs=1e-9)


def test_class_shares_and_confidence() -> None:
    logits = np.log([[0.5, 0.5 - 1e-9, 1e-9], [0.1, 0.2, 0.7], [0.25, 0.7, 0.05], [0.1, 0.6, 0.3]])
    assert metrics.class_shares(logits) == pytest.approx([0.25, 0.5, 0.25])
    assert metrics.confidence(logits) == pytest.approx((0.5 + 0.7 + 0.7 + 0.6) / 4)
