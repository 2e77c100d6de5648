"""What latents are drawn from: row i of a sample depends on (seed, i) alone, whatever the prior."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.errors import BadValue
from explorer.latent import NORMAL, LatentSpace, Mixture, Normal, Prior, Seed, Uniform, typicality
from explorer.latent.styles import Styles


def mixture() -> Mixture:
    """Two narrow Gaussians, at -4 with a quarter of the weight and at 4 with the rest."""
    factors = np.repeat(0.1 * np.eye(3, dtype=np.float32)[None], 2, axis=0)
    means = np.array([[-4, -4, 0], [4, 4, 0]], np.float32)
    return Mixture(np.array([0.25, 0.75], np.float32), means, factors)


def wide() -> Mixture:
    """Three Gaussians of 32 dimensions, of other widths and places."""
    rng = np.random.default_rng(4)
    factors = np.stack([width * np.eye(32, dtype=np.float32) for width in (0.8, 1.0, 1.1)])
    means = 0.3 * rng.standard_normal((3, 32)).astype(np.float32)
    return Mixture(np.array([0.2, 0.3, 0.5], np.float32), means, factors)


PRIORS: list[Prior] = [NORMAL, Normal(0.8), Uniform(), Uniform((True, False, True)), mixture()]


@pytest.mark.parametrize("prior", PRIORS, ids=lambda p: type(p).__name__)
def test_a_row_is_the_same_in_every_batch(prior: Prior) -> None:
    space = LatentSpace((3,), prior=prior)
    few, many = space.sample(3, 9), space.sample(40, 9)
    assert np.array_equal(few, many[:3])
    assert few.dtype == np.float32
    assert not np.array_equal(many[0], many[1])


def test_a_normal_at_a_temperature_is_the_standard_one_times_it() -> None:
    warm, plain = LatentSpace((2, 3), prior=Normal(0.8)), LatentSpace((2, 3))
    assert np.array_equal(warm.sample(3, 9), plain.sample(3, 9) * np.float32(0.8))
    assert (warm.temperature, plain.temperature) == (0.8, 1.0)
    assert warm.prior.title == "normal at temperature 0.8"
    assert warm.limits == ()


def test_uniform_codes_fill_minus_one_to_one_and_noise_stays_normal() -> None:
    drawn = LatentSpace((3,), prior=Uniform((True, False, True))).sample(2000, 0)
    assert np.abs(drawn[:, [0, 2]]).max() <= 1
    assert np.allclose(drawn.std(0), [3**-0.5, 1, 3**-0.5], atol=0.05)


def test_a_mixture_is_drawn_by_its_weights() -> None:
    drawn = LatentSpace((3,), prior=mixture()).sample(1000, 0)
    right = drawn[:, 0] > 0
    assert abs(right.mean() - 0.75) < 0.05
    assert np.allclose(drawn[right].mean(0), [4, 4, 0], atol=0.05)
    assert np.allclose(drawn[right].std(0), 0.1, atol=0.02)


def test_the_range_worth_exploring_follows_the_prior() -> None:
    assert LatentSpace((3,)).limits == ()
    assert LatentSpace((2,), prior=Uniform()).limits == ((-1.0, 1.0), (-1.0, 1.0))
    mixed = LatentSpace((3,), prior=Uniform((True, False, True))).limits
    assert mixed[0] == (-1.0, 1.0) and mixed[1] == (-3.0, 3.0)
    (low, high), *_ = LatentSpace((3,), prior=mixture()).limits
    assert low < -4 and high > 4


def test_mixtures_are_equal_where_their_numbers_are() -> None:
    assert mixture() == mixture() and hash(mixture()) == hash(mixture())
    moved = Mixture(mixture().weights, mixture().means + 1, mixture().factors)
    assert moved != mixture()
    assert LatentSpace((3,), prior=mixture()) == LatentSpace((3,), prior=mixture())


@pytest.mark.parametrize(
    ("weights", "means"),
    [
        (np.array([0.5, 0.6]), np.zeros((2, 3))),
        (np.array([1.0]), np.zeros((2, 3))),
        (np.array([0.5, 0.5]), np.full((2, 3), np.nan)),
        (np.array([0.5, 0.5]), np.zeros((2, 2))),
    ],
)
def test_a_mixture_whose_parts_do_not_fit_is_refused(
    weights: np.ndarray, means: np.ndarray
) -> None:
    with pytest.raises(BadValue, match="mixture"):
        Mixture(weights, means, np.repeat(np.eye(3)[None], 2, axis=0))


def test_a_prior_of_another_size_is_refused() -> None:
    with pytest.raises(BadValue, match="prior"):
        LatentSpace((4,), prior=mixture())


@pytest.mark.parametrize("prior", [NORMAL, Uniform(), Uniform((True,) * 4 + (False,) * 28), wide()])
def test_a_draw_of_any_prior_is_typical_of_it(prior: Prior) -> None:
    """Mean near 0 and deviation near 1 by simulation, which the formulas approximate."""
    drawn = LatentSpace((32,), prior=prior).sample(3000, 1)
    values = typicality(drawn, prior)
    assert abs(values.mean()) < 0.1
    assert values.std() == pytest.approx(1, abs=0.1)


def test_a_seed_under_other_weights_draws_other_gaussians_with_the_same_noise() -> None:
    space = LatentSpace((3,), prior=mixture())
    assert np.array_equal(Seed(5, weights=(2.0, 2.0)).resolve(space), space.draw(5))
    left = np.stack([Seed(s, weights=(1.0, 0.0)).resolve(space) for s in range(50)])
    right = np.stack([Seed(s, weights=(0.0, 1.0)).resolve(space) for s in range(50)])
    assert (left[:, 0] < 0).all() and (right[:, 0] > 0).all()
    assert np.allclose(right - left, [8, 8, 0], atol=1e-5)


@pytest.mark.parametrize("weights", [(1.0,), (0.0, 0.0), (-1.0, 2.0), (float("nan"), 1.0)])
def test_weights_that_do_not_fit_are_refused(weights: tuple[float, ...]) -> None:
    with pytest.raises(BadValue):
        Seed(0, weights=weights).resolve(LatentSpace((3,), prior=mixture()))
    with pytest.raises(BadValue, match="no mixture"):
        Seed(0, weights=(1.0, 1.0)).resolve(LatentSpace((3,)))


@pytest.mark.parametrize("prior", PRIORS, ids=lambda p: type(p).__name__)
def test_the_deviation_along_a_direction_is_that_of_draws(prior: Prior) -> None:
    space = LatentSpace((3,), prior=prior)
    draws = space.sample(4000, 3).astype(np.float64)
    for vector in (np.array([1.0, 0.0, 0.0]), np.array([0.6, -0.8, 0.0]), np.ones(3) / 3**0.5):
        assert space.deviation(vector) == pytest.approx((draws @ vector).std(), rel=0.05)


def test_the_deviation_of_mapped_latents_is_that_of_their_draws() -> None:
    """In W+ the layers count each on its own, though a draw gives all of them the same."""
    rng = np.random.default_rng(5)
    sizes = ((6, 4), (3, 6))
    arrays = {f"layers.{n}.weight": rng.standard_normal(s) for n, s in enumerate(sizes)}
    arrays |= {f"layers.{n}.bias": rng.standard_normal(s[0]) for n, s in enumerate(sizes)}
    styles = Styles.of({name: a.astype(np.float32) for name, a in arrays.items()}, 2)
    w, each = styles.space("W"), styles.space("W+")
    way = np.array([0.6, -0.8, 0.0])
    wanted = (w.sample(4000, 3).astype(np.float64) @ way).std()
    assert w.deviation(way) == pytest.approx(wanted, rel=0.05)
    assert each.deviation(np.concatenate([way, np.zeros(3)])) == pytest.approx(wanted, rel=0.05)
