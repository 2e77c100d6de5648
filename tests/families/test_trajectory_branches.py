"""Branches of denoising runs, runs cut short, and what settings and records refuse.

The tiny model is that of test_trajectory.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray

from explorer.errors import BadValue, ExplorerError, RunFailed, UnknownName
from explorer.families import DenoiseSettings
from explorer.families.diffusion import DiffusionModel
from explorer.families.schedulers import Schedule
from explorer.latent import Seed, Values
from tests.families.test_trajectory import (
    DETERMINISTIC,
    DIFFUSION,
    NAMES,
    STEPS,
    denoise,
    opened,
    same,
    standard,
)
from tests.support import tiny


@pytest.fixture(scope="module")
def model(tiny_models: Path) -> DiffusionModel:
    return opened(tiny_models / "tiny-ddpm")


@pytest.mark.parametrize("scheduler", NAMES)
@pytest.mark.parametrize("changes", [{"seed": 8}, {"guidance": 4.0}, {"label": 2}, {"steps": 7}])
def test_a_branch_at_the_start_is_a_new_run(
    model: DiffusionModel, scheduler: str, changes: dict[str, Any]
) -> None:
    run = denoise(model, scheduler)
    assert same(run.branch(0, **changes), denoise(model, scheduler, **changes))


@pytest.mark.parametrize("scheduler", NAMES)
def test_branches_share_what_came_before_and_differ_after(
    model: DiffusionModel, scheduler: str
) -> None:
    run = denoise(model, scheduler)
    for changes in ({"guidance": 4.0}, {"label": 0}, {"seed": 8}, {"steps": 30}):
        twin = run.branch(5, **changes)
        assert twin.complete
        assert all(a is b for a, b in zip(list(twin)[:5], list(run)[:5], strict=True))
        assert not np.array_equal(twin.sample, run.sample), changes


@pytest.mark.parametrize("scheduler", NAMES)
def test_another_class_from_a_branch_ends_in_that_class(
    model: DiffusionModel, scheduler: str
) -> None:
    twin = denoise(model, scheduler, steps=40).branch(12, label=2, guidance=1.0)
    means = [tiny.class_mean(c) for c in range(3)]
    assert int(np.argmin([np.abs(twin.sample - mean).mean() for mean in means])) == 2


@pytest.mark.parametrize("first", NAMES)
@pytest.mark.parametrize("second", NAMES)
def test_a_branch_to_another_solver_goes_on_at_the_noise_level_it_left(
    model: DiffusionModel, first: str, second: str
) -> None:
    """Noise never rises, the first new level is the next one down, and the end is the class."""
    run = denoise(model, first, steps=20, guidance=1.0)
    for step in range(1, len(run), 3):
        for steps in (6, 20):
            twin = run.branch(step, scheduler=second, steps=steps)
            levels = [s.log_snr for s in twin]
            assert levels == sorted(levels)
            assert twin.complete and [s.index for s in twin] == list(range(len(twin)))
            if len(twin) > step and (second, steps) != (first, 20):
                entry = Schedule(second, steps, DIFFUSION).entry_after(run[step].log_snr)
                expected = Schedule(second, steps, DIFFUSION).log_snr(entry)
                assert twin[step].log_snr == pytest.approx(expected, abs=1e-4)
    late = run.branch(len(run) // 2, scheduler=second, steps=40)
    assert np.abs(standard(late)).mean() < 1.3


@pytest.mark.parametrize("scheduler", DETERMINISTIC)
def test_another_seed_makes_x_t_anew_at_the_same_noise_level(
    model: DiffusionModel, scheduler: str
) -> None:
    run = denoise(model, scheduler, steps=20)
    fresh = Seed(77).resolve(model.latent)
    for step in range(1, len(run)):
        twin, left = run.branch(step, seed=77), run[step]
        if len(twin) == step:
            continue  # the second half of the last step: nothing is left of the schedule
        entered = twin[step]
        assert entered.log_snr == pytest.approx(left.log_snr, abs=1e-4)
        wanted = left.alpha * left.x0 + left.sigma * fresh
        assert np.abs(entered.x_t - wanted).max() < 1e-4


def test_a_level_below_the_last_one_ends_in_the_predicted_picture(model: DiffusionModel) -> None:
    run = denoise(model, "ddim", steps=50)
    twin = run.branch(49, scheduler="euler", steps=3)
    assert twin.complete and len(twin) == twin.planned == 49
    assert np.array_equal(twin.sample, run[49].x0)


def test_branches_of_branches_can_change_everything_at_once(model: DiffusionModel) -> None:
    run = denoise(model, "heun", steps=12)
    child = run.branch(9, seed=5, scheduler="dpm++2m", steps=30, guidance=1.0, label=0)
    again = run.branch(9, seed=5, scheduler="dpm++2m", steps=30, guidance=1.0, label=0)
    assert same(child, again)
    grandchild = child.branch(len(child) - 4, seed=6, scheduler="ddpm")
    levels = [s.log_snr for s in grandchild]
    assert levels == sorted(levels) and grandchild.complete


@pytest.mark.parametrize("scheduler", NAMES)
def test_a_run_cut_short_can_be_scrubbed_and_resumed_to_the_bit(
    model: DiffusionModel, scheduler: str
) -> None:
    settings = DenoiseSettings(3, STEPS, scheduler).changed(label=1)
    whole = model.trajectory(settings).finish()
    part = model.trajectory(settings)
    assert len(part) == 0 and np.isfinite(part.image).all()
    for _ in range(4):
        part.advance()
    assert len(part) == 4 and not part.complete and part.planned == len(whole)
    assert np.array_equal(part.image, model.decode(whole[3].x0[None])[0])
    assert [s.index for s in part] == [0, 1, 2, 3]
    assert np.array_equal(part.branch(2).image, whole.image)
    seen: list[int] = []
    part.finish(lambda step: seen.append(step.index))
    assert seen == list(range(4, len(whole)))
    assert same(part, whole) and part.advance() is None


@pytest.mark.parametrize("guidance", [0.0, 1.0, 2.0, 7.5, -1.0])
def test_guidance_weighs_the_two_answers(model: DiffusionModel, guidance: float) -> None:
    """none + guidance * (class - none), at every evaluation of its own x_t."""
    for step in denoise(model, "ddim", guidance=guidance):
        ask: dict[str, NDArray[Any]] = {
            "sample": np.stack([step.x_t, step.x_t]),
            "timestep": np.full(2, int(step.timestep), np.int64),
            "label": np.array([1, 3], np.int64),
        }
        given, none = model.networks["denoiser"].run(ask)["prediction"]
        wanted = none + np.float32(guidance) * (given - none)
        assert np.allclose(step.output, wanted, rtol=1e-4, atol=1e-4)


def test_no_class_ignores_guidance(model: DiffusionModel) -> None:
    runs = [denoise(model, "ddim", label=None, guidance=g) for g in (0.0, 1.0, 5.0)]
    assert same(runs[0], runs[1]) and same(runs[0], runs[2])
    assert same(runs[0], denoise(model, "ddim", label=2, guidance=0.0))


def test_classes_go_by_name_or_number(model: DiffusionModel) -> None:
    assert same(denoise(model, "ddim", label="cross"), denoise(model, "ddim", label=1))


def test_models_without_classes_need_none(tmp_path: Path) -> None:
    made = opened(tiny.make_ddpm(tmp_path, conditional=False))
    run = made.denoise(seed=1, steps=60, guidance=1.0)
    assert abs(standard(run, 0).mean()) < 0.3
    with pytest.raises(UnknownName, match="label"):
        made.denoise(seed=1, steps=5, label=1)


@pytest.mark.parametrize(
    "settings, error, words",
    [
        ({"scheduler": "plms"}, UnknownName, "plms"),
        ({"steps": 0}, BadValue, "steps"),
        ({"steps": 1001}, BadValue, "1 to 1000"),
        ({"steps": 9.5}, BadValue, "steps"),
        ({"guidance": float("nan")}, BadValue, "guidance"),
        ({"guidance": float("inf")}, BadValue, "guidance"),
        ({"seed": -1}, BadValue, "seed"),
        ({"seed": 2**63}, BadValue, "seed"),
        ({"seed": 1.5}, BadValue, "seed"),
        ({"label": 4}, UnknownName, "square, cross, stripes"),
        ({"label": "circle"}, UnknownName, "circle"),
        ({"mood": 1}, UnknownName, "mood"),
        ({"start": Values((1.0, 2.0))}, BadValue, "values"),
    ],
)
def test_settings_that_cannot_be_are_refused_by_name(
    model: DiffusionModel, settings: dict[str, Any], error: type[ExplorerError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        model.denoise(**({"steps": 4} | settings))
    assert caught.value.remedy


def test_branches_refuse_what_is_not_there(model: DiffusionModel) -> None:
    run = denoise(model, "ddim", steps=4)
    for step in (-1, 5, 99):
        with pytest.raises(BadValue, match="not computed"):
            run.branch(step)
    with pytest.raises(UnknownName, match="mood"):
        run.branch(1, mood=3)
    with pytest.raises(UnknownName, match="plms"):
        run.branch(1, scheduler="plms")
    with pytest.raises(BadValue, match="not computed yet"):
        run.branch(4, scheduler="euler")


def test_an_answer_that_is_not_finite_names_its_step(tmp_path: Path) -> None:
    """The steps before it stay."""
    folder = tiny.make_ddpm(tmp_path)
    graph = onnx.load(folder / "denoiser.onnx")
    for table in graph.graph.initializer:
        if table.name == "gains":
            values = onnx.numpy_helper.to_array(table).copy()
            values[1000:1500] = np.nan  # class 1, t below 500
            table.CopyFrom(onnx.numpy_helper.from_array(values, "gains"))
    onnx.save(graph, folder / "denoiser.onnx")
    run = opened(folder).trajectory(DenoiseSettings(steps=10, guidance=1.0).changed(label=1))
    with pytest.raises(RunFailed, match="step 6 is not finite") as caught:
        run.finish()
    assert caught.value.subject == "tiny-ddpm"
    assert len(run) == 5 and np.isfinite(run.image).all()


@pytest.mark.parametrize("scheduler", NAMES)
def test_the_record_is_no_larger_than_it_says(model: DiffusionModel, scheduler: str) -> None:
    """Distinct memory of everything kept, against `nbytes`."""
    run = denoise(model, scheduler)
    record = run._record
    states = [record.state(i) for i in range(len(run) + 1)]
    tensors = [s.sample for s in states] + [s.generator for s in states]
    for state in states:
        held = vars(state.schedule.scheduler)
        tensors += [t for v in held.values() if isinstance(v, list) for t in v if t is not None]
        tensors += [held[n] for n in ("prev_derivative", "sample") if held.get(n) is not None]
    memory = {t.data_ptr(): t.nbytes for t in tensors}
    memory |= {a.ctypes.data: a.nbytes for s in run for a in (s.x_t, s.output)}
    assert sum(memory.values()) <= run.nbytes
