"""Noising, inversion, commitment and comparison against what a Gaussian's exact denoiser must do.

For data N(mu, s^2) everything has a closed form: the way of DDIM without randomness in the limit of
many steps is x_t = alpha mu + sqrt(alpha^2 s^2 + sigma^2) (x0 - mu) / s, and what is still open at
x_t is a Gaussian of variance s^2 sigma^2 / (alpha^2 s^2 + sigma^2).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.families import DenoiseSettings, Trajectory
from explorer.families.commitment import Tries, tries
from explorer.families.comparison import Comparison, curves, nearest
from explorer.families.diffusion import DiffusionModel
from explorer.families.inversion import Inversion, invert
from explorer.families.noising import level, look, noised
from explorer.latent import Seed
from explorer.library import open_model
from tests.support import tiny


@pytest.fixture(scope="module")
def model(tiny_models: Path) -> DiffusionModel:
    opened = open_model(tiny_models / "tiny-ddpm", "cpu")
    assert isinstance(opened, DiffusionModel)
    return opened


def drawn(label: int, seed: int = 0, width: float = 1.0) -> NDArray[np.float32]:
    """A picture drawn from class `label`, (16, 16, 1) in [0, 1]."""
    rng = np.random.default_rng(seed)
    spread = width * tiny.class_std(label) * rng.standard_normal((1, 16, 16))
    sample = tiny.class_mean(label) + spread
    return ((sample.transpose(1, 2, 0) + 1) / 2).astype(np.float32)


# -- noising --------------------------------------------------------------------------------------


@pytest.mark.parametrize("timestep", [0, 1, 250, 998, 999])
def test_noising_is_the_schedules_own_mixture(model: DiffusionModel, timestep: int) -> None:
    x_t, at = noised(model, drawn(0), timestep, Seed(3))
    square = tiny.alphas_cumprod("squaredcos_cap_v2")[timestep]
    assert at.alpha == pytest.approx(np.sqrt(square), rel=1e-4, abs=1e-6)
    assert at.alpha**2 + at.sigma**2 == pytest.approx(1, abs=1e-12)
    clean = drawn(0).transpose(2, 0, 1) * 2 - 1
    wanted = np.sqrt(square) * clean + np.sqrt(1 - square) * model.latent.draw(3)
    assert np.abs(x_t - wanted).max() < 1e-5


def test_levels_off_the_scale_are_refused(model: DiffusionModel) -> None:
    for wrong in (-1, 1000):
        with pytest.raises(BadValue, match="timestep"):
            level(model.manifest.diffusion, wrong)


def test_one_look_is_the_posterior_mean(model: DiffusionModel) -> None:
    """E[x0 | x_t] of a Gaussian, with the class followed exactly (guidance 1)."""
    settings = DenoiseSettings(guidance=1.0, conditions=(("label", 0),))
    x_t, at = noised(model, drawn(0), 400, Seed(1))
    mean, spread = tiny.class_mean(0), tiny.class_std(0) ** 2
    gain = at.alpha * spread / (at.alpha**2 * spread + at.sigma**2)
    wanted = mean + gain * (x_t - at.alpha * mean)
    assert np.abs(look(model, settings, x_t, at).x0 - wanted).max() < 1e-4


# -- inversion ------------------------------------------------------------------------------------


def inverted(model: DiffusionModel, steps: int, rounds: int = 0, label: int = 3) -> Inversion:
    """Of the null class, N(0, 1/4), whose pictures no clipping touches."""
    conditions = (("label", None if label == 3 else label),)
    settings = DenoiseSettings(steps=steps, guidance=1.0, conditions=conditions)
    image = drawn(label, width=0.4)
    work = invert(model, image, settings, rounds)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found = end.value
            assert isinstance(found, Inversion)
            return found


def exact_start(steps: int) -> NDArray[np.float64]:
    """Where the limit of many steps leads from the same picture, at the first level of a run."""
    square = tiny.alphas_cumprod("squaredcos_cap_v2")[999]
    clean = drawn(3, width=0.4).transpose(2, 0, 1).astype(np.float64) * 2 - 1
    return np.asarray(np.sqrt(square * 0.25 + (1 - square)) * clean / 0.5)


def test_inversion_nears_the_closed_form_as_one_over_the_steps(model: DiffusionModel) -> None:
    errors = []
    for steps in (10, 40, 160):
        found = inverted(model, steps).settings.first_noise.resolve(model.latent)
        errors.append(float(np.abs(found - exact_start(steps)).max()))
    assert errors[1] < errors[0] / 2.5
    assert errors[2] < errors[1] / 2.5


def test_round_trip_error_is_told_and_falls_with_steps_and_rounds(model: DiffusionModel) -> None:
    few, many = inverted(model, 10), inverted(model, 100)
    assert 20 < few.psnr < many.psnr
    refined = inverted(model, 10, rounds=12)
    assert refined.psnr > few.psnr + 20
    assert few.mse == pytest.approx(np.mean((few.rebuilt - few.original) ** 2))
    assert (few.evaluations, refined.evaluations) == (20, 10 * 13 + 10)


def test_what_inversion_found_is_a_run_like_any_other(model: DiffusionModel) -> None:
    found = inverted(model, 20, label=1)
    again = Trajectory(model, found.settings).finish()
    assert np.array_equal(again.image, found.rebuilt)
    assert np.array_equal(again.branch(7).image, found.rebuilt)
    assert found.psnr > 20
    assert found.spread > 0


def test_every_evaluation_of_an_inversion_is_reported(model: DiffusionModel) -> None:
    settings = DenoiseSettings(steps=6, guidance=1.0, conditions=(("label", 0),))
    seen = list(invert(model, drawn(0), settings, rounds=1))
    assert [part.done for part in seen] == list(range(1, 19))
    assert {part.total for part in seen} == {18}
    there, back = seen[:12], seen[12:]
    levels = [part.step.log_snr for part in there]
    assert levels == sorted(levels, reverse=True)
    assert [part.step.log_snr for part in back] == sorted(part.step.log_snr for part in back)


def test_inversion_refuses_what_does_not_fit(model: DiffusionModel) -> None:
    settings = DenoiseSettings(steps=5)
    for image, rounds in ((np.zeros((8, 8, 1)), 0), (drawn(0), -1)):
        with pytest.raises(BadValue):
            next(invert(model, image, settings, rounds))


# -- commitment -----------------------------------------------------------------------------------


def last_tries(run: Trajectory, step: int, count: int, steps: int) -> Tries:
    *_, found = tries(run, step, count, steps)
    return found


def test_what_is_open_is_the_variance_of_the_posterior(model: DiffusionModel) -> None:
    """Of the null class, where clipping touches next to nothing once a picture has begun."""
    settings = DenoiseSettings(steps=20, guidance=1.0, conditions=(("label", None),), seed=2)
    run = Trajectory(model, settings).finish()
    for step in (10, 14, 17):
        at = run[step]
        variance = 0.25 * at.sigma**2 / (at.alpha**2 * 0.25 + at.sigma**2)
        found = last_tries(run, step, 40, 60)
        assert found.openness == pytest.approx(np.sqrt(variance) / 2, rel=0.12)
        wanted = (at.x0.transpose(1, 2, 0) + 1) / 2
        error = found.mean - np.clip(wanted, 0, 1)
        assert float(np.sqrt(np.mean(error**2))) < 2.5 * np.sqrt(variance / 40) / 2


def test_a_run_commits_itself_step_by_step(model: DiffusionModel) -> None:
    run = Trajectory(model, DenoiseSettings(steps=20).changed(label=None)).finish()
    openness = [last_tries(run, step, 8, 6).openness for step in (0, 12, 16, 19)]
    assert openness == sorted(openness, reverse=True)
    assert openness[-1] < 0.3 * openness[0]


def test_tries_come_one_by_one_and_are_reproducible(model: DiffusionModel) -> None:
    run = Trajectory(model, DenoiseSettings(steps=10, scheduler="dpm++2m")).finish()
    first, again = list(tries(run, 4, 3, 5)), list(tries(run, 4, 3, 5))
    assert [len(part.images) for part in first] == [1, 2, 3]
    assert np.array_equal(first[-1].images, again[-1].images)
    assert first[0].openness == 0.0
    assert first[-1].deviation.shape == (16, 16)
    assert len({image.tobytes() for image in first[-1].images}) == 3


def test_tries_refuse_what_is_not_there(model: DiffusionModel) -> None:
    run = Trajectory(model, DenoiseSettings(steps=5))
    run.advance()
    for step, count, steps in ((1, 3, 3), (-1, 3, 3), (0, 0, 3), (0, 99, 3), (0, 3, 0)):
        with pytest.raises(BadValue):
            next(iter(tries(run, step, count, steps)))


# -- comparison -----------------------------------------------------------------------------------


def test_runs_side_by_side_stay_level_and_are_what_they_are_alone(model: DiffusionModel) -> None:
    names = ("ddim", "euler", "heun", "dpm++2m")
    settings = [DenoiseSettings(steps=10 + 3 * i, scheduler=n) for i, n in enumerate(names)]
    together = Comparison([Trajectory(model, s) for s in settings])
    reached = [-np.inf] * 4
    order = []
    while (answer := together.advance()) is not None:
        number, step = answer
        assert reached[number] == min(
            r for r, run, n in zip(reached, together.runs, range(4), strict=True)
            if n == number or not run.complete
        )  # fmt: skip
        reached[number] = step.log_snr
        order.append(number)
    assert len(order) == together.total == sum(together.evaluations)
    assert together.evaluations == (10, 13, 2 * 16 - 1, 19)
    for run, alone in zip(together.runs, settings, strict=True):
        assert np.array_equal(run.image, Trajectory(model, alone).finish().image)


def test_alignment_is_on_noise_and_not_on_counting(model: DiffusionModel) -> None:
    runs = [
        Trajectory(model, DenoiseSettings(steps=steps, scheduler=name)).finish()
        for steps, name in ((10, "ddim"), (40, "ddim"), (25, "euler"))
    ]
    for index in (2, 5, 8):
        wanted = runs[0][index].log_snr
        places = Comparison(runs).at(wanted)
        assert places[0] == index
        for run, place in zip(runs, places, strict=True):
            assert place is not None
            apart = [abs(step.log_snr - wanted) for step in run]
            assert apart[place] == min(apart)
    assert nearest(Trajectory(model, DenoiseSettings()), 0.0) is None
    with pytest.raises(BadValue):
        Comparison([])
    with pytest.raises(BadValue):
        Comparison(runs * 2)


def test_curves_are_those_of_the_record(model: DiffusionModel) -> None:
    run = Trajectory(model, DenoiseSettings(steps=12, scheduler="heun")).finish()
    found = curves(run)
    assert found.log_snr.tolist() == [step.log_snr for step in run]
    assert [run.log_snr(i) for i in range(len(run))] == found.log_snr.tolist()
    assert np.allclose(found.alpha**2 + found.sigma**2, 1)
    assert np.isnan(found.change_x[0])
    apart = run[5].x0 - run[4].x0
    assert found.change_x0[5] == pytest.approx(np.sqrt(np.mean(apart.astype(np.float64) ** 2)))
    assert len(curves(Trajectory(model, DenoiseSettings())).alpha) == 0
