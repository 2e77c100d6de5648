"""Two runs of stages beside each other: any two of the tree, at the same stage."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.session import Unfolding, tree
from explorer.session.plan import unfolding
from explorer.ui.widgets.run_tree import ROW
from tests.ui.stage import Stage
from tests.ui.stages import LEFT, at, finished, grown, pixel_stage, view_settings


@pytest.fixture
def pixels(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    yield from pixel_stage(qtbot, tmp_path)


def now(stage: Stage) -> Unfolding:
    return stage.store.state.unfolding


def test_two_runs_beside_each_other_with_their_difference(pixels: Stage) -> None:
    """The same stage of both; the pair waits while another page is looked at."""
    stage = pixels
    view = finished(stage)
    random.seed(2)
    grown(stage, view, 20)
    QTest.mouseClick(view.branches.tree.buttons(0)[0], LEFT)
    assert now(stage).beside == 0
    panes = view.branches.pair.panes
    assert view.stage.currentWidget() is panes and panes.isVisible()
    stage.bot.waitUntil(lambda: stage.bridge.idle, timeout=20_000)
    QTest.mouseClick(view.scrubber, LEFT, pos=at(view, 50))
    mine, theirs = (view.runs.record(unfolding(stage.store.state, run)) for run in (1, 0))
    assert mine is not None and theirs is not None and mine is view.record
    one, two = (record.frame(50) for record in (mine, theirs))
    assert one is not None and two is not None
    wanted = [one.images["picture"][0], two.images["picture"][0]]
    wanted.append(np.abs(wanted[0].astype(int) - wanted[1].astype(int)))
    for name, right in zip(("current", "beside", "difference"), wanted, strict=True):
        shown = panes.canvases[name].image
        assert shown is not None and np.array_equal(shown, right)
    assert panes.canvases["current"].caption == "run 1, picture"
    assert panes.canvases["beside"].note == "51 of 64"
    rms = np.sqrt(np.mean(wanted[2] ** 2.0))
    assert rms > 0 and panes.canvases["difference"].note == f"rms {rms:.1f} levels"
    QTest.mouseClick(view.tabs.buttons["curves"], LEFT)
    assert view.stage.currentWidget() is view.pictures
    QTest.mouseClick(view.tabs.buttons["branches"], LEFT)
    assert view.stage.currentWidget() is panes
    QTest.mouseClick(view.branches.tree.buttons(0)[0], LEFT)
    assert now(stage).beside is None
    assert view.stage.currentWidget() is view.pictures
    stage.store.undo()
    assert now(stage).beside == 0
    stage.bot.waitUntil(panes.isVisible)


def test_a_pair_changes_places_and_its_other_run_is_computed_when_it_is_seen(
    pixels: Stage,
) -> None:
    """An opened session knows the pair, and nothing of its pictures."""
    stage = pixels
    view = finished(stage)
    grown(stage, view, 20)
    stage.store.edit(replace(stage.store.state, unfolding=Unfolding(view_settings(stage))))
    view.runs.clear()
    with_branch = tree.grow(now(stage), 30, 0, temperature=4.0)
    stage.desk.edit("unfolding", **vars(replace(with_branch, beside=0)))
    QTest.mouseClick(view.tabs.buttons["branches"], LEFT)
    finished(stage)
    trunk = unfolding(stage.store.state, 0)

    def there() -> bool:
        record = view.runs.record(trunk)
        return record is not None and record.complete

    stage.bot.waitUntil(there, timeout=20_000)
    QTest.mouseClick(view.branches.tree, LEFT, pos=QPoint(40, ROW // 2))
    assert (now(stage).current, now(stage).beside) == (0, 1)
    finished(stage)
    assert view.branches.pair.panes.canvases["beside"].caption == "run 1, picture"
    QTest.mouseClick(view.branches.tree.buttons(1)[1], LEFT)
    assert now(stage).beside is None
    assert view.stage.currentWidget() is view.pictures


@pytest.mark.parametrize("which", [0, 1], ids=["beside", "remove"])
def test_a_button_whose_run_goes_while_it_is_pressed_asks_for_nothing(
    pixels: Stage, which: int
) -> None:
    """As when another model opens between the press and the release; a button that has the focus
    loses it and so its press, but on macOS a press does not give it."""
    stage = pixels
    view = finished(stage)
    grown(stage, view, 20)
    view.branches.tree.chosen.emit(0)
    finished(stage)
    button = view.branches.tree.buttons(1)[which]
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QTest.mousePress(button, LEFT)
    while stage.store.can_undo:
        stage.store.undo()
    finished(stage)
    before = now(stage)
    assert not before.branches
    QTest.mouseRelease(button, LEFT)
    assert now(stage) == before and not stage.store.can_undo
