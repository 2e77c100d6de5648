"""Long runs, of which most is dropped: what is there already is computed by nobody again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer import open_model
from explorer.families import DenoiseSettings, Trajectory
from explorer.formats.picture import to_bytes
from explorer.sampling.denoise_requests import Rest
from explorer.session import tree
from explorer.ui.denoise.branches import Branches
from explorer.ui.record import Record
from explorer.ui.views.denoise import Denoise
from tests.support import counting
from tests.ui.denoise.waiting import settled
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
STEPS = 90
SETTINGS = DenoiseSettings(seed=3, steps=STEPS, guidance=1.5, conditions=(("label", 1),))


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each evaluation that a run takes; the engine's records hold few bytes."""
    monkeypatch.setattr(Trajectory.__init__, "__defaults__", (60_000,))
    return counting.evaluations(monkeypatch)


@pytest.fixture
def trunk(stage: Stage, view: Denoise, asked: list[int]) -> Record:
    """A run whose frames have no room in the window either."""
    view.runs.clear()
    view.runs.budget = 20_000
    longer = replace(stage.store.state.denoising.settings, guidance=2.5)
    asked.clear()
    stage.desk.edit("denoising", settings=longer)
    settled(stage)
    assert asked == list(range(STEPS))
    assert view.record is not None
    asked.clear()
    return view.record


def seen(stage: Stage, view: Denoise, index: int) -> None:
    stage.desk.edit("denoising", shown=index)
    stage.bot.waitUntil(lambda: view.panes["x_t"].note == "", timeout=20_000)


def test_scrubbing_back_and_forth_computes_each_block_once_a_way(
    stage: Stage, view: Denoise, trunk: Record, asked: list[int]
) -> None:
    """The step before a block's first one is in the block before, and is not asked for."""
    for way in (range(80, 19, -1), range(20, 81)):
        asked.clear()
        for index in way:
            seen(stage, view, index)
        assert 0 < len(asked) <= STEPS
        assert max(map(asked.count, asked)) == 1


@pytest.mark.parametrize("step", [70, 88])
def test_a_branch_computes_what_it_changes_alone(
    stage: Stage, view: Denoise, trunk: Record, asked: list[int], step: int
) -> None:
    branch = tree.grow(stage.store.state.denoising, step, 0, guidance=3.0)
    stage.desk.edit("denoising", **vars(branch))
    settled(stage)
    own = STEPS - step
    assert len(asked) <= own + 20  # the block of the trunk that it leaves
    record = view.record
    assert record is not None and record is not trunk
    model = open_model(stage.store.state.model)
    whole = model.trajectory(branch.settings).finish().branch(step, guidance=3.0)
    assert record.picture is not None
    assert np.array_equal(record.picture, to_bytes(whole.image))
    assert record.nbytes <= 20_000
    for key in record.keys:
        assert len(record.numbers[key]) == STEPS
        assert record.numbers[key][1:step] == trunk.numbers[key][1:step]
    levels = [whole.log_snr(i) for i in range(STEPS)]
    assert record.numbers["log_snr"] == pytest.approx(levels)
    moved = whole[step].x_t - whole[step - 1].x_t
    change = 255 / 2 * float(np.sqrt(np.mean(moved**2)))
    assert record.numbers["change_x"][step] == pytest.approx(change, rel=1e-4)
    for index in (step - 1, step, 5):
        seen(stage, view, index)
        image = view.panes["x_t"].image
        assert image is not None
        wanted = to_bytes((whole[index].x_t.transpose(1, 2, 0) + 1) / 2)
        assert np.array_equal(image, wanted)


def test_a_paused_run_goes_on_where_it_was(stage: Stage, view: Denoise, asked: list[int]) -> None:
    longer = replace(stage.store.state.denoising.settings, steps=400)
    asked.clear()

    def escape(record: Record) -> None:
        if record.done == 50:
            QTest.keyClick(view.scrubber, Qt.Key.Key_Escape)

    view.runs.grew.connect(escape)
    stage.desk.edit("denoising", settings=longer)
    stage.bot.waitUntil(lambda: view.panel.stop.text() == "Go on", timeout=20_000)
    stage.bot.waitUntil(lambda: stage.bridge.idle)
    assert view.record is not None
    done, ahead = view.record.done, len(asked)
    assert done < 400
    QTest.mouseClick(view.panel.stop, LEFT)
    settled(stage)
    rest = [r.frame.index for r in stage.results if isinstance(r.request, Rest) and r.frame]
    assert rest == list(range(done, 401))  # the finished picture is the last
    lost = ahead - done  # computed, and on its way when the run was stopped
    assert len(asked) <= 400 + lost + 80  # and at most two blocks


def test_a_branch_of_a_run_that_had_to_leave_the_cache_needs_no_second_run_of_it(
    stage: Stage, view: Denoise, trunk: Record, asked: list[int]
) -> None:
    """Its record lives in the branch anyhow, and costs its memory."""
    branch = tree.grow(stage.store.state.denoising, 60, 0, guidance=3.0)
    stage.desk.edit("denoising", **vars(branch))
    settled(stage)
    cache = stage.bridge.engine._context.cache
    cache.limit = cache.used
    key = next(key for key in cache._items if key == ("trajectory", trunk.request))
    cache._items.move_to_end(key, last=False)
    cache.put("another", object(), 1)
    assert key not in cache._items
    asked.clear()
    stage.desk.edit("denoising", current=0)
    dropped = next(i for i in range(40, 60) if trunk.frame(i) is None)
    seen(stage, view, dropped)
    assert len(asked) < 20


def test_dropped_steps_of_a_pair_are_made_again_for_both_of_it(
    stage: Stage, view: Denoise, trunk: Record
) -> None:
    branch = tree.grow(stage.store.state.denoising, 30, 0, guidance=3.0)
    stage.desk.edit("denoising", **{**vars(branch), "beside": 0})
    settled(stage)
    QTest.mouseClick(view.pages.tabs.buttons["branches"], LEFT)
    part = view.pages.parts["branches"]
    assert isinstance(part, Branches)
    record = view.record
    assert record is not None
    both = (record, trunk)
    index = next(i for i in range(40, 90) if all(r.frame(i) is None for r in both))
    stage.desk.edit("denoising", shown=index)
    panes = part.panes.canvases
    near = f"{record.nearest(index) + 1} of {STEPS}"
    assert panes["current"].note == panes["beside"].note == near  # what is there, not what is meant
    place = f"{index + 1} of {STEPS}"

    def there() -> bool:
        return panes["current"].note == panes["beside"].note == place

    stage.bot.waitUntil(there, timeout=20_000)
    whole = open_model(stage.store.state.model).trajectory(branch.settings).finish()
    for name, run in (("current", whole.branch(30, guidance=3.0)), ("beside", whole)):
        image = panes[name].image
        assert image is not None
        assert np.array_equal(image, to_bytes((run[index].x0.transpose(1, 2, 0) + 1) / 2))
