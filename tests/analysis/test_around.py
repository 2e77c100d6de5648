"""What strips, pads and tracks reach to: the prior's range, in round numbers where it is normal."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis.around import SPAN, span_of, usual
from explorer.latent import LatentSpace, Mixture, Uniform


def mixture(spread: float, mean: float = 0.0) -> Mixture:
    """One Gaussian of two dimensions, the second ten times as wide."""
    factors = np.diag([spread, 10 * spread]).astype(np.float32)[None]
    return Mixture(np.ones(1, np.float32), np.full((1, 2), mean, np.float32), factors)


def test_a_normal_prior_is_shown_to_three_standard_deviations() -> None:
    assert span_of(LatentSpace((4,)), 0) == SPAN


def test_uniform_codes_end_where_they_end() -> None:
    assert span_of(LatentSpace((2,), prior=Uniform((True, False))), 0) == 1.0


@pytest.mark.parametrize(("dimension", "reach"), [(0, SPAN), (1, 30.3)])
def test_a_wide_gaussian_is_shown_whole_and_one_of_nearly_one_in_round_numbers(
    dimension: int, reach: float
) -> None:
    """A code whose numbers run to ten stood at the end of a track that ended at three."""
    space = LatentSpace((2,), prior=mixture(1.01))
    assert span_of(space, dimension) == pytest.approx(reach, rel=1e-4)


def test_a_track_shades_the_mean_and_the_spread_of_its_own_prior() -> None:
    assert usual(LatentSpace((2,)), 0) == (0.0, 1.0)
    assert usual(LatentSpace((2,), prior=mixture(2.0, mean=5.0)), 1) == pytest.approx((5, 20))
    codes = LatentSpace((2,), prior=Uniform((True, False)))
    assert usual(codes, 0) == pytest.approx((0.0, 3**-0.5))
    assert usual(codes, 1) == pytest.approx((0.0, 1.0))
