"""Denoising runs against a closed form, against plain loops on diffusers, and against themselves.

The tiny model is the exact denoiser of a Gaussian a class (tests.support.tiny). The probability
flow carries noise z to mean + std * z, which is what every deterministic solver must come close to,
and every random one in distribution.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.families import Trajectory
from explorer.families.diffusion import DiffusionModel
from explorer.families.schedulers import SCHEDULERS, SIGMA_MAX, solver, spaced
from explorer.latent import Seed, Values
from explorer.library import open_model
from tests.support import tiny

NAMES = [entry.name for entry in SCHEDULERS]
DETERMINISTIC = [entry.name for entry in SCHEDULERS if not entry.random]
STEPS = 10


def opened(folder: Path) -> DiffusionModel:
    model = open_model(folder, "cpu")
    assert isinstance(model, DiffusionModel)
    return model


@pytest.fixture(scope="module")
def model(tiny_models: Path) -> DiffusionModel:
    return opened(tiny_models / "tiny-ddpm")


def denoise(model: DiffusionModel, scheduler: str, **settings: Any) -> Trajectory:
    given = {"seed": 3, "steps": STEPS, "guidance": 2.0, "label": 1} | settings
    return model.denoise(scheduler=scheduler, **given)


def same(a: Trajectory, b: Trajectory) -> bool:
    """Whether two runs agree to the bit in every evaluation and in the end."""
    pairs = zip(a, b, strict=True)
    parts = all(
        np.array_equal(x.x_t, y.x_t) and np.array_equal(x.output, y.output) for x, y in pairs
    )
    return parts and np.array_equal(a.sample, b.sample)


@pytest.mark.parametrize("scheduler", NAMES)
def test_the_same_settings_give_the_same_run_to_the_bit(
    model: DiffusionModel, scheduler: str
) -> None:
    assert same(denoise(model, scheduler), denoise(model, scheduler))


@pytest.mark.parametrize("scheduler", NAMES)
def test_branches_without_a_change_are_equal_to_the_bit_at_every_step(
    model: DiffusionModel, scheduler: str
) -> None:
    run = denoise(model, scheduler)
    for step in range(len(run) + 1):
        twin = run.branch(step)
        assert same(twin, run)
        assert np.array_equal(twin.image, run.image)


@pytest.mark.parametrize("scheduler", NAMES)
def test_branches_leave_their_parent_as_it_was(model: DiffusionModel, scheduler: str) -> None:
    run, untouched = denoise(model, scheduler), denoise(model, scheduler)
    other = "ddpm" if scheduler == "ddim" else "ddim"
    for step in range(len(run)):
        for changes in ({"guidance": 5.0}, {"label": 0}, {"seed": 9}, {"scheduler": other}):
            run.branch(step, **changes)
    assert same(run, untouched)
    assert same(run.branch(4), untouched)


def plain(model: DiffusionModel, scheduler: str, steps: int) -> tuple[list[Any], Any]:
    """A loop as any script on diffusers has it: (x0 predictions of the library, final sample)."""
    import diffusers
    import torch

    classes: dict[str, Callable[..., Any]] = {
        "ddpm": diffusers.DDPMScheduler,
        "ddim": diffusers.DDIMScheduler,
        "euler": diffusers.EulerDiscreteScheduler,
        "dpm++2m": diffusers.DPMSolverMultistepScheduler,
        "heun": diffusers.HeunDiscreteScheduler,
    }
    spacing = {"euler": "leading", "heun": "leading", "ddim": "trailing"}
    extra = {"timestep_spacing": spacing[scheduler]} if scheduler in spacing else {}
    sampler = classes[scheduler](
        num_train_timesteps=1000, beta_schedule="squaredcos_cap_v2", beta_end=0.02, **extra
    )
    if scheduler == "ddim":
        sampler.set_timesteps(steps)
    else:
        square = tiny.alphas_cumprod("squaredcos_cap_v2")
        usable = int((np.sqrt((1 - square) / square) <= SIGMA_MAX).sum())
        sampler.set_timesteps(timesteps=spaced(steps, 1000 if scheduler == "ddpm" else usable))
    generator = torch.Generator().manual_seed(3)
    noise = torch.from_numpy(Seed(3).resolve(model.latent)[None])
    sample = noise * float(sampler.init_noise_sigma)
    network, predicted = model.networks["denoiser"], []
    for t in sampler.timesteps:
        x = sampler.scale_model_input(sample, t)
        both = network.run(
            {
                "sample": torch.cat([x, x]).numpy(),
                "timestep": np.full(2, int(t), np.int64),
                "label": np.array([1, 3], np.int64),
            }
        )["prediction"]
        guided = both[1:] + np.float32(2.0) * (both[:1] - both[1:])
        options: dict[str, object] = {"generator": generator} if scheduler == "ddpm" else {}
        if scheduler == "ddim":
            options = {"use_clipped_model_output": True}
        out = sampler.step(torch.from_numpy(guided), t, sample, **options)
        predicted.append(getattr(out, "pred_original_sample", None))
        sample = out.prev_sample
    return predicted, sample


@pytest.mark.parametrize("scheduler", NAMES)
def test_a_plain_loop_on_diffusers_gives_the_same(model: DiffusionModel, scheduler: str) -> None:
    """The same but for how two guided halves are added, which is worth a few units in the last
    place; x0 is the library's own where it has one (which clips it for some)."""
    run = denoise(model, scheduler)
    predicted, sample = plain(model, scheduler, STEPS)
    assert len(predicted) == len(run)
    assert np.abs(run.sample - sample[0].numpy()).max() < 1e-4
    for step, theirs in zip(run, predicted, strict=True):
        if theirs is not None:
            ours = np.clip(step.x0, -1, 1) if solver(scheduler).clips else step.x0
            scale = max(1.0, step.sigma / step.alpha)
            assert np.abs(ours - theirs[0].numpy()).max() < 1e-4 * scale


DIFFUSION = {"train_timesteps": 1000, "schedule": "squaredcos_cap_v2", "prediction": "epsilon"}


@pytest.mark.parametrize("scheduler", NAMES)
def test_a_plain_loop_without_guidance_is_equal_to_the_bit(
    model: DiffusionModel, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one half there is nothing to add, so no last place can differ."""
    network = model.networks["denoiser"]
    asked = network.run

    def conditional_only(inputs: Any) -> Any:
        half = {name: array[:1] for name, array in inputs.items()}
        answer = asked(half)["prediction"]
        return {"prediction": np.repeat(answer, len(inputs["sample"]), axis=0)}

    run = denoise(model, scheduler, guidance=1.0)
    monkeypatch.setattr(network, "run", conditional_only)
    _, sample = plain(model, scheduler, STEPS)
    assert np.array_equal(run.sample, sample[0].numpy())


@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction", "sample"])
@pytest.mark.parametrize("schedule", ["linear", "squaredcos_cap_v2"])
def test_x_t_x0_and_noise_are_one_linear_identity(
    tmp_path: Path, prediction: str, schedule: str
) -> None:
    made = opened(tiny.make_ddpm(tmp_path, size=8, schedule=schedule, prediction=prediction))
    for scheduler in NAMES:
        for step in denoise(made, scheduler, guidance=1.0):
            again = step.alpha * step.x0 + step.sigma * step.noise
            assert np.abs(again - step.x_t).max() < 2e-5 * max(1, np.abs(step.x_t).max())
            # what the network knows in closed form: E[x0 | x_t] of class 1
            square, spread = step.alpha**2, tiny.DATA_STD**2
            mean = tiny.class_mean(1, 8)
            gain = step.alpha * spread / (square * spread + step.sigma**2)
            wanted = mean + gain * (step.x_t - step.alpha * mean)
            assert np.abs(step.x0 - wanted).max() < 2e-3


@pytest.mark.parametrize("scheduler", NAMES)
def test_runs_converge_to_the_gaussian(model: DiffusionModel, scheduler: str) -> None:
    """Mean and standard deviation over pixels and seeds, in units of the data's own.

    Few steps make the spread too small, by about 1 / steps; the mean is right at any number.
    """
    errors = []
    for steps in (50, 400):
        runs = [denoise(model, scheduler, seed=s, steps=steps, guidance=1.0) for s in range(4)]
        offsets = np.stack([standard(run) for run in runs])
        assert abs(offsets.mean()) < 4 / np.sqrt(offsets.size)
        errors.append(abs(offsets.std() - 1))
    assert errors[1] < 0.08 and errors[1] < errors[0] / 2


@pytest.mark.parametrize("prediction", ["v_prediction", "sample"])
@pytest.mark.parametrize("scheduler", NAMES)
def test_what_the_network_predicts_does_not_change_the_picture(
    model: DiffusionModel, tmp_path: Path, scheduler: str, prediction: str
) -> None:
    made = opened(tiny.make_ddpm(tmp_path, prediction=prediction))
    run, other = denoise(model, scheduler), denoise(made, scheduler)
    assert np.abs(run.image - other.image).max() < 1 / 255


def standard(run: Trajectory, label: int = 1) -> NDArray[np.float32]:
    """The final sample's offset from its class mean, in standard deviations."""
    return (run.sample - tiny.class_mean(label)) / tiny.class_std(label)


@pytest.mark.parametrize("scheduler", DETERMINISTIC)
def test_deterministic_solvers_follow_the_probability_flow(
    model: DiffusionModel, scheduler: str
) -> None:
    """Noise z ends at mean + std * z, closer with more steps and higher order."""
    z = Seed(3).resolve(model.latent)
    errors = [
        float(np.abs(standard(denoise(model, scheduler, steps=n, guidance=1.0)) - z).max())
        for n in (25, 100)
    ]
    assert errors[1] < errors[0] / 2
    assert errors[1] < (0.12 if scheduler in {"heun", "dpm++2m"} else 0.5)


def test_random_solvers_draw_other_noise_for_another_seed(model: DiffusionModel) -> None:
    """The same first noise and another seed: another picture of the same class."""
    start = Values.of(Seed(5).resolve(model.latent))
    a, b = (denoise(model, "ddpm", seed=s, start=start, steps=50) for s in (1, 2))
    assert np.array_equal(a[0].x_t, b[0].x_t)
    assert np.abs(a.sample - b.sample).max() > 0.05
    assert abs(np.corrcoef(a.sample.ravel(), tiny.class_mean(1).ravel())[0, 1]) > 0.9
