"""Runs under a byte budget and from pictures: the same numbers to the bit, whatever was dropped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from explorer.errors import BadValue
from explorer.families import DenoiseSettings, Trajectory
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import Picture
from explorer.library import open_model
from tests.support import tiny
from tests.support.counting import evaluations

SCHEDULERS = ("ddpm", "ddim", "euler", "dpm++2m", "heun")
# Runs of 60 evaluations of 1 KB pictures take from 180 KB to 800 KB whole.
SMALL = 60_000


@pytest.fixture(scope="module")
def model(tiny_models: Path) -> DiffusionModel:
    opened = open_model(tiny_models / "tiny-ddpm", "cpu")
    assert isinstance(opened, DiffusionModel)
    return opened


def run(model: DiffusionModel, scheduler: str, budget: int, **more: object) -> Trajectory:
    settings = DenoiseSettings(seed=3, steps=60, scheduler=scheduler).changed(label=1, **more)
    return Trajectory(model, settings, budget).finish()


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_steps_without_room_are_computed_again_to_the_bit(
    model: DiffusionModel, scheduler: str
) -> None:
    whole = run(model, scheduler, 1 << 30)
    budget = whole.nbytes // 2
    small = run(model, scheduler, budget)
    assert small.nbytes <= 1.1 * budget
    assert np.array_equal(whole.image, small.image)
    order = np.random.default_rng(0).permutation(len(whole))
    for index in order.tolist():
        assert np.array_equal(whole[index].x_t, small[index].x_t)
        assert np.array_equal(whole[index].output, small[index].output)
        assert whole[index].timestep == small[index].timestep
    assert small.nbytes <= 1.1 * budget


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_budget_is_kept_at_every_moment(model: DiffusionModel, scheduler: str) -> None:
    """Also while it runs and while it is looked at, where the best stride fits into the budget."""
    settings = DenoiseSettings(steps=200, scheduler=scheduler)
    small = Trajectory(model, settings, 400_000)
    small.finish(lambda _: check(small))
    for index in range(0, len(small), 7):
        assert small[index].index == index
        check(small)


def check(small: Trajectory) -> None:
    assert small.nbytes <= 1.1 * 400_000


def test_branches_share_the_prefix_of_a_run_that_dropped_it(model: DiffusionModel) -> None:
    """The parent's own settings, not the branch's, compute the shared steps again."""
    whole, small = run(model, "dpm++2m", 1 << 30), run(model, "dpm++2m", SMALL)
    for changes in ({}, {"guidance": 4.0}, {"label": 2}, {"seed": 9}, {"scheduler": "euler"}):
        a, b = whole.branch(31, **changes), small.branch(31, **changes)
        assert (len(a), a.planned) == (len(b), b.planned)
        for index in (0, 5, 30, 31, 40, len(a) - 1):
            assert np.array_equal(a[index].output, b[index].output)
        assert np.array_equal(a.image, b.image)
        assert b.nbytes < small.nbytes
    assert np.array_equal(small.branch(31).image, whole.image)


def test_branches_of_branches_and_of_unfinished_runs(model: DiffusionModel) -> None:
    settings = DenoiseSettings(steps=20, scheduler="heun")
    parent = Trajectory(model, settings)
    for _ in range(7):
        parent.advance()
    child = parent.branch(6, guidance=3.0)
    grandchild = child.branch(12, guidance=2.0)
    again = parent.branch(4, run=False).finish()
    assert np.array_equal(parent.finish().image, again.image)
    assert np.array_equal(grandchild[5].x_t, parent[5].x_t)
    assert np.array_equal(grandchild[11].output, child[11].output)
    assert len(grandchild) == grandchild.planned == len(parent)


def test_indices_count_from_both_ends_and_no_further(model: DiffusionModel) -> None:
    steps = run(model, "ddim", SMALL)
    assert steps[-1].index == len(steps) - 1
    assert [s.index for s in steps] == list(range(60))
    with pytest.raises(IndexError):
        steps[60]


def picture(label: int) -> Picture:
    shape = (tiny.class_mean(label)[0] + 1) / 2
    return Picture.of(shape.astype(np.float32), "drawn")


@pytest.mark.parametrize("scheduler", SCHEDULERS)
@pytest.mark.parametrize("level", [50, 400, 999])
def test_a_picture_enters_at_its_noise_level(
    model: DiffusionModel, scheduler: str, level: int
) -> None:
    """x = alpha x0 + sigma noise of the first evaluation that is no noisier than asked."""
    settings = DenoiseSettings(seed=5, steps=20, scheduler=scheduler)
    start = model.trajectory(settings, picture(0), level)
    first = start.advance()
    assert first is not None
    clean = model.to_samples(picture(0).fitted(16, 16, 1)[None])[0]
    noise = settings.first_noise.resolve(model.latent)
    assert np.abs(first.x_t - (first.alpha * clean + first.sigma * noise)).max() < 1e-5
    square = tiny.alphas_cumprod("squaredcos_cap_v2")[level]
    asked = float(np.log(square) - np.log1p(-square))
    assert first.log_snr >= asked - 1e-3 or start.planned == 1
    full = Trajectory(model, settings)
    before = full.planned - start.planned - 1
    if before >= 0 and scheduler not in {"heun"}:
        assert full.finish()[before].log_snr < asked


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_little_noise_keeps_the_picture_and_much_forgets_it(
    model: DiffusionModel, scheduler: str
) -> None:
    settings = DenoiseSettings(steps=40, scheduler=scheduler, guidance=1.0).changed(label=1)
    wanted = {10: 0, 995: 1}
    for level, label in wanted.items():
        image = model.trajectory(settings, picture(0), level).finish().image
        errors = [np.abs(image - picture(c).fitted(16, 16, 1)).mean() for c in (0, 1, 2)]
        assert int(np.argmin(errors)) == label, (level, errors)


def test_runs_from_pictures_branch_to_the_bit(model: DiffusionModel) -> None:
    settings = DenoiseSettings(steps=30, scheduler="dpm++2m")
    whole = model.trajectory(settings, picture(2), 600).finish()
    assert np.array_equal(whole.branch(5).image, whole.image)
    assert not np.array_equal(whole.branch(5, seed=8).image, whole.image)
    assert whole.branch(5, scheduler="ddim").complete


def test_levels_off_the_scale_and_wrong_shapes_are_refused(model: DiffusionModel) -> None:
    settings = DenoiseSettings(steps=10)
    with pytest.raises(BadValue, match="timestep"):
        model.trajectory(settings, picture(0), 1000)
    with pytest.raises(BadValue, match="images"):
        Trajectory.from_picture(model, settings, np.zeros((3, 3, 1)), 5)


def borders(run: Trajectory, asked: list[int]) -> tuple[int, list[int]]:
    """The evaluations from one kept state to the next, and the first of each dropped block."""
    asked.clear()
    assert run[0].index == 0
    stride = len(asked)
    newest = (len(run) - 1) // stride * stride
    return stride, list(range(0, newest, stride))


def test_scrubbing_step_by_step_computes_a_dropped_block_once_in_both_directions(
    model: DiffusionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = evaluations(monkeypatch)
    small = run(model, "ddim", SMALL)
    stride, dropped = borders(small, asked)
    assert stride > 2 and len(dropped) > 2
    for order in (range(59, -1, -1), range(1, 60)):
        asked.clear()
        assert [small[index].index for index in order] == list(order)
        assert len(asked) <= stride * len(dropped)
        assert max(map(asked.count, asked)) == 1


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_branches_off_every_kind_of_step_are_exact_and_compute_one_block_at_most(
    model: DiffusionModel, monkeypatch: pytest.MonkeyPatch, scheduler: str
) -> None:
    """At a block's border, amid a dropped block, before the newest block, at its start, in it."""
    whole = run(model, scheduler, 1 << 30)
    asked = evaluations(monkeypatch)
    small = run(model, scheduler, SMALL)
    stride, dropped = borders(small, asked)
    newest = dropped[-1] + stride
    kinds = (dropped[1], dropped[1] + 1, dropped[2] + stride // 2, newest - 1, newest, newest + 1)
    for step in kinds:
        for changes in ({}, {"guidance": 4.0}, {"seed": 9}, {"scheduler": "dpm++2m"}):
            assert small[0].index == 0  # another block than the step's is looked at
            asked.clear()
            branch = small.branch(step, run=False, **changes)
            assert len(asked) <= stride
            asked.clear()
            branch.finish()
            assert len(asked) == branch.planned - step
            assert np.array_equal(branch.image, whole.branch(step, **changes).image)
            for index in (step - 1, step):
                mine, right = branch[index], whole.branch(step, **changes)[index]
                assert np.array_equal(mine.x_t, right.x_t)
                assert np.array_equal(mine.output, right.output)


def test_a_long_run_that_looks_one_step_back_computes_nothing_twice(
    model: DiffusionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a window does, for the change of each step since the one before."""
    asked = evaluations(monkeypatch)
    small = Trajectory(model, DenoiseSettings(steps=60, scheduler="ddim"), SMALL)
    while not small.complete:
        index = len(small)
        small.advance()
        assert [small[i].index for i in range(max(index - 1, 0), index + 1)][-1] == index
        assert small.nbytes <= 1.1 * SMALL
    assert asked == list(range(60))
