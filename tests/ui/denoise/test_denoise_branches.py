"""Branches in the window: grown, chosen, held beside each other, removed, undone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QToolTip

from explorer import open_model
from explorer.families import DenoiseSettings
from explorer.formats.manifest import Condition
from explorer.formats.picture import to_bytes
from explorer.latent import Mix, Seed
from explorer.session import Denoising
from explorer.session.plan import denoising
from explorer.ui.denoise.branches import Branches
from explorer.ui.denoise.runs import strides
from explorer.ui.views.denoise import Denoise
from explorer.ui.widgets.run_tree import ROW
from tests.ui.denoise.waiting import settled
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
STEPS = 12
SETTINGS = DenoiseSettings(seed=3, steps=STEPS, guidance=1.5, conditions=(("label", 1),))


@pytest.fixture
def part(view: Denoise) -> Branches:
    found = view.pages.parts["branches"]
    assert isinstance(found, Branches)
    QTest.mouseClick(view.pages.tabs.buttons["branches"], LEFT)
    assert found.open
    return found


def now(stage: Stage) -> Denoising:
    return stage.store.state.denoising


def shown_at(view: Denoise, index: int) -> None:
    place = round(view.scrubber.track.place(index, view.scrubber.count))
    QTest.mouseClick(view.scrubber, LEFT, pos=QPoint(place, 15))
    assert view.shown == index


def row(part: Branches, number: int) -> None:
    QTest.mouseClick(part.tree, LEFT, pos=QPoint(40, ROW * number + ROW // 2))


def test_a_branch_is_the_library_s_own_and_shares_what_was_before(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    trunk = view.record
    assert trunk is not None
    shown_at(view, 5)
    part.bar.guidance.setFocus()
    part.bar.guidance.setValue(4.0)
    QTest.mouseClick(part.bar.button, LEFT)
    assert (now(stage).current, now(stage).branches[0].step) == (1, 5)
    assert dict(now(stage).branches[0].changes) == {"guidance": 4.0}
    settled(stage)
    model = open_model(stage.store.state.model)
    whole = model.denoise(seed=3, steps=STEPS, guidance=1.5, label=1)
    branch = whole.branch(5, guidance=4.0)
    assert view.record is not None and view.record.picture is not None
    assert np.array_equal(view.record.picture, to_bytes(branch.image))
    for index in (0, 4):
        mine, theirs = view.record.frame(index), trunk.frame(index)
        assert mine is not None and theirs is not None
        assert np.array_equal(mine.images["x_t"], theirs.images["x_t"])
    stage.store.undo()
    assert now(stage).branches == ()
    assert view.record is trunk  # shown again without asking


def test_with_nothing_changed_it_is_another_seed(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    shown_at(view, 7)
    action = next(a for a in view.commands() if a.text() == "Branch here")
    assert action.shortcut().toString() == "B"
    action.trigger()
    changes = dict(now(stage).branches[0].changes)
    assert list(changes) == ["seed"]
    assert changes["seed"] != 3
    settled(stage)


@pytest.mark.parametrize("change", ["seed", "label", "scheduler"])
def test_each_of_the_others_can_be_changed(
    stage: Stage, view: Denoise, part: Branches, change: str
) -> None:
    shown_at(view, 4)
    bar = part.bar
    if change == "seed":
        bar.seed.setValue(9)
    elif change == "label":
        bar.label.setCurrentIndex(3)
    else:
        bar.scheduler.setCurrentIndex(bar.scheduler.findData("heun"))
    QTest.mouseClick(bar.button, LEFT)
    wanted = {"seed": 9, "label": 2, "scheduler": "heun"}[change]
    assert dict(now(stage).branches[0].changes) == {change: wanted}
    settled(stage)
    record = view.record
    assert record is not None
    if change == "scheduler":
        assert record.strides.parts == ((0, 1), (4, 2))
        assert record.strides == strides(denoising(stage.store.state))
        last = record.strides.step_of(record.planned - 1)
        assert view.readout.texts[2] == f"step {record.strides.step_of(4)} of {last}"


def test_runs_are_chosen_in_the_tree_by_mouse_and_key(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    shown_at(view, 5)
    part.grow()
    settled(stage)
    part.grow()
    settled(stage)
    assert [r.parent for r in part.tree.rows] == [None, 0, 1]
    assert part.tree.rows[1].start == pytest.approx(5 / (STEPS - 1))
    row(part, 0)
    assert now(stage).current == 0
    settled(stage)
    assert view.title_label.text() == "Run 0"
    part.tree.setFocus()
    QTest.keyClick(part.tree, Qt.Key.Key_Down)
    assert now(stage).current == 1
    QTest.keyClick(part.tree, Qt.Key.Key_Delete)
    assert len(now(stage).branches) == 0  # with what grew from it
    assert now(stage).current == 0
    settled(stage)


def test_two_runs_beside_each_other_with_their_difference(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    shown_at(view, 5)
    part.bar.label.setCurrentIndex(1)
    part.bar.scheduler.setCurrentIndex(part.bar.scheduler.findData("heun"))
    part.grow()
    settled(stage)
    QTest.mouseClick(part.tree.buttons(0)[0], LEFT)
    assert now(stage).beside == 0
    assert view.pages.stage.currentWidget() is part.panes
    settled(stage)
    shown_at(view, 9)
    mine, theirs = view.record, view.runs.record(denoising(stage.store.state, 0))
    assert mine is not None and theirs is not None
    level = mine.numbers["log_snr"][9]
    at = int(np.argmin(np.abs(np.array(theirs.numbers["log_snr"]) - level)))
    frames = mine.frame(9), theirs.frame(at)
    assert frames[0] is not None and frames[1] is not None
    one, two = (f.images["x0"][0] for f in frames if f is not None)
    panes = part.panes.canvases
    shown = [panes[name].image for name in ("current", "beside", "difference")]
    assert all(image is not None for image in shown)
    wanted = np.abs(one.astype(int) - two.astype(int))
    for image, right in zip(shown, (one, two, wanted), strict=True):
        assert image is not None
        assert np.array_equal(image, right)
    assert panes["beside"].note == f"{at + 1} of {STEPS}"
    assert panes["difference"].note == f"rms {np.sqrt(np.mean(wanted**2.0)):.1f} levels"
    QTest.mouseClick(view.pages.tabs.buttons["curves"], LEFT)
    assert view.pages.stage.currentWidget() is view.pictures
    QTest.mouseClick(view.pages.tabs.buttons["branches"], LEFT)
    QTest.mouseClick(part.tree.buttons(0)[0], LEFT)
    assert now(stage).beside is None
    assert view.pages.stage.currentWidget() is view.pictures


def test_another_seed_is_another_picture_though_the_run_began_between_two(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    """A run from a noise of its own (a mix, an inversion) has another noise in such a branch."""
    between = SETTINGS.changed(start=Mix(Seed(1), Seed(2), 0.5))
    stage.desk.edit("denoising", settings=between)
    settled(stage)
    shown_at(view, 2)
    part.bar.seed.setValue(9)
    QTest.mouseClick(part.bar.button, LEFT)
    settled(stage)
    model = open_model(stage.store.state.model)
    whole = model.denoise(**vars(between))
    wanted = whole.branch(2, seed=9, start=None).image
    assert not np.array_equal(wanted, whole.image)
    assert view.record is not None and view.record.picture is not None
    assert np.array_equal(view.record.picture, to_bytes(wanted))
    assert part.tree.rows[1].title == "seed 9"


def test_what_a_branch_changes_is_written_whole_beside_its_fork(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    """Seven letters fit at the left of the axis; where the branch forks off there is room."""
    for index in (1, STEPS - 2):
        row(part, 0)
        shown_at(view, index)
        part.bar.guidance.setValue(4.5)
        part.bar.label.setCurrentIndex(3)
        part.bar.scheduler.setCurrentIndex(part.bar.scheduler.findData("dpm++2m"))
        part.grow()
        settled(stage)
    tree, letters = part.tree, QFontMetrics(part.tree.font())
    assert [r.name for r in tree.rows] == ["run 0", "run 1", "run 2"]
    chosen = part.bar.label.itemText(3)
    early, late = tree.title_at(1, letters), tree.title_at(2, letters)
    assert early[0] == tree.rows[1].title == f"guidance 4.5, {chosen}, DPM-Solver++ 2M"
    assert late[0] == tree.rows[2].title
    forks = [tree.track.x(tree.rows[n].start) for n in (1, 2)]
    ends = tree.track.x(0.0), tree.track.x(1.0)
    assert forks[0] < early[1].left() < early[1].right() < ends[1]
    assert ends[0] < late[1].left() < late[1].right() < forks[1]


def test_the_run_shown_is_in_sight_in_a_tall_tree(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    for index in range(1, 9):
        part.pair.choose(0)
        settled(stage)
        shown_at(view, index)
        part.grow()
        settled(stage)
    bar = part.area.verticalScrollBar()
    assert bar.maximum() > 0  # the page has no room for all
    window = range(bar.value(), bar.value() + part.area.viewport().height())
    assert ROW * 8 in window and ROW * 9 - 1 in window
    part.tree.setFocus()
    for _ in range(8):
        QTest.keyClick(part.tree, Qt.Key.Key_Up)
    assert now(stage).current == 0
    assert bar.value() == 0
    settled(stage)


def test_the_panel_changes_the_run_on_the_screen(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    shown_at(view, 5)
    part.grow()
    settled(stage)
    view.panel.guidance_entry.setValue(6.0)
    assert now(stage).settings == SETTINGS
    assert dict(now(stage).branches[0].changes)["guidance"] == 6.0
    settled(stage)
    row(part, 0)
    view.panel.guidance_entry.setValue(3.0)
    assert now(stage).branches == ()  # they left a run that is no more
    assert "undo" in stage.said[-1]
    settled(stage)
    stage.store.undo()
    assert len(now(stage).branches) == 1
    settled(stage)


def test_the_bar_shows_all_of_its_fields_at_any_width(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    """It goes on in a second line before anything that is chosen would be cut."""
    bar = part.bar
    bar.set_conditions((Condition("label", ("floors and walls", "sky"), 2),))
    bar.label.setCurrentIndex(1)
    bar.seed.setValue(2**63 - 1)
    for width in (1040, 760, 504):
        view.resize(width + 250, 620)
        bar.resize(width, bar.heightForWidth(width))
        stage.bot.wait(0)
        for box in (bar.seed, bar.guidance):
            line = box.lineEdit()
            assert line.fontMetrics().horizontalAdvance(box.text()) <= line.width()
        for combo in (bar.label, bar.scheduler):
            option = QStyleOptionComboBox()
            combo.initStyleOption(option)
            kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
            room = combo.style().subControlRect(kind, option, field, combo).width()
            assert combo.fontMetrics().horizontalAdvance(combo.currentText()) <= room
        for widget in (bar.seed, bar.label, bar.guidance, bar.scheduler, bar.button):
            assert bar.rect().contains(widget.geometry())


def test_a_class_as_long_as_a_sentence_is_cut_and_told_whole(
    stage: Stage, view: Denoise, part: Branches
) -> None:
    name = "a small brown dog that sleeps beside a red chair under the window"
    part.bar.set_conditions((Condition("label", (name,)),))
    assert part.bar.label.width() < 200
    QApplication.sendEvent(
        part.bar.label, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    )
    assert name in QToolTip.text()
    QToolTip.hideText()


def test_everything_has_a_name_and_a_tooltip(view: Denoise, part: Branches) -> None:
    bar = part.bar
    part.grow()
    for widget in (bar.seed, bar.label, bar.guidance, bar.scheduler, *part.tree.buttons(1)):
        assert widget.toolTip()
        assert widget.accessibleName()
    assert part.tree.accessibleName()
    assert "Run 1 leaves run 0" in part.tree.accessibleDescription()
