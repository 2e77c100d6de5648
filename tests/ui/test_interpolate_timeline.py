"""The timeline under the hand: retimed, duplicated, and each segment on its own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from explorer.latent import Mix, Seed, Smooth
from explorer.session.keys import times
from explorer.session.plan import path
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.timeline import Timeline
from tests.ui.drive import LEFT
from tests.ui.stage import Stage
from tests.ui.test_interpolate import keys, settled, shown, stage, view

__all__ = ["stage", "view"]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def timeline(stage: Stage, view: Interpolate) -> Timeline:
    """Of a path through three seeds."""
    view.add(Seed(3))
    settled(stage)
    return view.timeline


def at(timeline: Timeline, place: float) -> QPoint:
    """A point on the thumbnails' height at a share of the path."""
    return QPoint(round(timeline._track.x(place)), 24)


def drag_key(timeline: Timeline, index: int, *shares: float) -> None:
    """Press a key, move over the shares, let go at the last."""
    QTest.mousePress(timeline, LEFT, pos=timeline.thumb_rect(index).center())
    for place in shares:
        QTest.mouseMove(timeline, at(timeline, place))
    QTest.mouseRelease(timeline, LEFT, pos=at(timeline, shares[-1]))


# -- retiming -------------------------------------------------------------------------------------


def test_a_key_dragged_between_its_neighbours_is_reached_at_another_time(
    stage: Stage, view: Interpolate, timeline: Timeline
) -> None:
    stage.desk.edit("interpolating", position=0.4)
    settled(stage)
    before = shown(view).copy()
    pictures = [result for result in stage.results if result.slot == "interpolate.keys"]
    QTest.mousePress(timeline, LEFT, pos=timeline.thumb_rect(1).center())
    for place in (0.45, 0.35, 0.3):
        QTest.mouseMove(timeline, at(timeline, place))
        assert times(stage.store.state.interpolating)[1] == pytest.approx(place, abs=0.002)
    settled(stage)
    assert not np.array_equal(before, shown(view))  # live, while the button is still down
    QTest.mouseRelease(timeline, LEFT, pos=at(timeline, 0.3))
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))
    assert timeline.times[1] == pytest.approx(0.3, abs=0.002)
    assert timeline.thumb_rect(1).center().x() == pytest.approx(at(timeline, 0.3).x(), abs=1)
    after = [result for result in stage.results if result.slot == "interpolate.keys"]
    assert len(after) == len(pictures)  # the thumbnails are not made anew
    stage.store.undo()
    assert stage.store.state.interpolating.times == ()  # one drag, one entry
    assert stage.store.state.interpolating.position == 0.4


def test_a_key_dragged_onto_another_takes_its_place_and_leaves_the_times(
    stage: Stage, timeline: Timeline
) -> None:
    drag_key(timeline, 1, 0.4, 0.3)
    drag_key(timeline, 1, 0.6, 0.99)
    view = stage.store.state.interpolating
    assert view.keys == (Seed(1), Seed(3), Seed(2))
    assert view.times[1] == pytest.approx(0.3, abs=0.002)
    stage.store.undo()
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))


def test_escape_puts_a_key_back_where_it_was(stage: Stage, timeline: Timeline) -> None:
    QTest.mousePress(timeline, LEFT, pos=timeline.thumb_rect(1).center())
    QTest.mouseMove(timeline, at(timeline, 0.4))
    QTest.mouseMove(timeline, at(timeline, 0.3))
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(timeline, LEFT, pos=at(timeline, 0.3))
    assert times(stage.store.state.interpolating)[1] == 0.5
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))
    stage.store.undo()  # of the drag nothing is left: this is the key that was added
    assert keys(stage) == (Seed(1), Seed(2))


def test_a_key_that_goes_while_it_is_dragged_is_let_go(stage: Stage, timeline: Timeline) -> None:
    """By undo, or because another model was opened."""
    QTest.mousePress(timeline, LEFT, pos=timeline.thumb_rect(2).center())
    QTest.mouseMove(timeline, at(timeline, 0.8))
    stage.store.undo()
    assert keys(stage) == (Seed(1), Seed(2))
    for place in (0.7, 0.3):
        QTest.mouseMove(timeline, at(timeline, place))
    QTest.mouseRelease(timeline, LEFT, pos=at(timeline, 0.3))
    assert keys(stage) == (Seed(1), Seed(2))


def test_a_drag_that_retimes_and_then_reorders_is_one_entry(
    stage: Stage, timeline: Timeline
) -> None:
    before = stage.store.state.interpolating
    drag_key(timeline, 1, 0.6, 0.7, 0.99)
    assert keys(stage) == (Seed(1), Seed(3), Seed(2))
    stage.store.undo()
    assert stage.store.state.interpolating == before


def test_keys_are_retimed_and_spaced_evenly_by_keyboard_and_menu(
    stage: Stage, timeline: Timeline
) -> None:
    QTest.mouseClick(timeline, LEFT, pos=timeline.thumb_rect(1).center())
    QTest.keyClick(timeline, Qt.Key.Key_Right, ALT)
    assert times(stage.store.state.interpolating)[1] == pytest.approx(0.5 + 1 / 59)
    QTest.keyClick(timeline, Qt.Key.Key_Left, ALT | SHIFT)
    assert times(stage.store.state.interpolating)[1] == pytest.approx(0.5 - 9 / 59)
    entries = {action.text(): action for action in timeline.menu(1).actions()}
    entries["A frame later"].trigger()
    assert times(stage.store.state.interpolating)[1] == pytest.approx(0.5 - 8 / 59)
    entries["Space all evenly"].trigger()
    assert stage.store.state.interpolating.times == ()
    ends = {action.text(): action.isEnabled() for action in timeline.menu(0).actions()}
    assert not ends["A frame later"]  # the ends are the ends


# -- copies ---------------------------------------------------------------------------------------


def test_a_key_is_duplicated_by_button_key_and_menu(
    stage: Stage, view: Interpolate, timeline: Timeline
) -> None:
    timeline.select(-1)
    view.panel.show_chosen(False)
    assert not view.panel.duplicate_button.isEnabled()
    QTest.mouseClick(timeline, LEFT, pos=timeline.thumb_rect(1).center())
    QTest.mouseClick(view.panel.duplicate_button, LEFT)
    assert keys(stage) == (Seed(1), Seed(2), Seed(2), Seed(3))
    assert timeline.selected == 2
    QTest.keyClick(timeline, Qt.Key.Key_D)
    assert keys(stage) == (Seed(1), Seed(2), Seed(2), Seed(2), Seed(3))
    stage.store.undo()
    entries = {action.text(): action for action in timeline.menu(0).actions()}
    entries["Duplicate"].trigger()
    assert keys(stage) == (Seed(1), Seed(1), Seed(2), Seed(2), Seed(3))
    settled(stage)
    assert timeline.pictured == 5


def test_the_chosen_key_is_duplicated_and_removed_wherever_the_view_has_the_focus(
    stage: Stage, view: Interpolate, timeline: Timeline
) -> None:
    QTest.mouseClick(timeline, LEFT, pos=timeline.thumb_rect(1).center())
    QTest.keyClick(view.strip, Qt.Key.Key_D)
    assert keys(stage) == (Seed(1), Seed(2), Seed(2), Seed(3))
    QTest.keyClick(view.strip, Qt.Key.Key_Delete)
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))
    commands = {action.text(): action for action in view.commands()}
    commands["Duplicate key frame"].trigger()
    assert len(keys(stage)) == 4
    commands["Remove key frame"].trigger()
    assert len(keys(stage)) == 3
    timeline.select(-1)
    QTest.keyClick(view.strip, Qt.Key.Key_Delete)
    assert len(keys(stage)) == 3
    assert stage.said[-1] == "Choose a key frame first, by a click on it"


# -- segments -------------------------------------------------------------------------------------


def choose(timeline: Timeline, segment: int, text: str) -> None:
    """Click a segment's button, then the entry of the menu that opens."""
    QTest.mouseClick(timeline.chips.buttons[segment], LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus that open off the screen
def test_each_segment_has_its_own_curve_and_ease(
    stage: Stage, view: Interpolate, timeline: Timeline
) -> None:
    choose(timeline, 0, "Linear")
    choose(timeline, 1, "Smooth spline")
    choose(timeline, 1, "Slow start and end")
    way = path(stage.store.state)
    assert way.modes == ("linear", "smooth")
    assert way.eases == ("steady", "both")
    first, second = way.at(0.25), way.at(0.5 + 0.125)
    assert isinstance(first, Mix) and (first.mode, first.t) == ("linear", 0.5)
    assert isinstance(second, Smooth) and second.t == pytest.approx(0.25**2 * (3 - 0.5))
    assert "Smooth spline, Slow start and end" in timeline.chips.buttons[1].toolTip()
    assert view.panel.modes.checkedId() == -1 and view.panel.ease.currentIndex() == -1
    spherical = view.panel.modes.button(1)
    QTest.mouseClick(spherical, LEFT, pos=QPoint(8, spherical.height() // 2))
    assert stage.store.state.interpolating.modes == ()
    assert path(stage.store.state).mode == "spherical"
    for _ in range(4):
        stage.store.undo()
    assert len(path(stage.store.state).modes) == 0
    assert len(path(stage.store.state).eases) == 0


def test_a_segment_without_room_for_its_button_is_changed_from_its_key(
    stage: Stage, timeline: Timeline
) -> None:
    drag_key(timeline, 1, 0.3, 0.1)
    assert not timeline.chips.buttons[0].isVisible()
    menu = timeline.menu(0)
    onward = menu.findChild(QMenu)
    assert isinstance(onward, QMenu) and onward.title() == "From here to the next"
    entries = {action.text(): action for action in onward.actions()}
    assert entries["Spherical"].isChecked() and entries["Steady"].isChecked()
    entries["Linear"].trigger()
    entries["Slow end"].trigger()
    view = stage.store.state.interpolating
    assert view.modes == ("linear", "spherical") and view.eases == ("out", "steady")
    assert timeline.menu(2).findChild(QMenu) is None  # the path ends there


def test_the_ease_of_all_segments_is_chosen_at_once(
    stage: Stage, view: Interpolate, timeline: Timeline
) -> None:
    view.panel.ease.setFocus()
    QTest.keyClick(view.panel.ease, Qt.Key.Key_Down)
    assert stage.store.state.interpolating.eases == ("in", "in")
    QTest.keyClick(view.panel.ease, Qt.Key.Key_Up)
    assert len(stage.store.state.interpolating.eases) == 0


def test_a_path_can_return_to_its_first_key(
    stage: Stage, view: Interpolate, timeline: Timeline
) -> None:
    QTest.mouseClick(view.panel.closed, LEFT, pos=QPoint(8, view.panel.closed.height() // 2))
    way = path(stage.store.state)
    assert way.closed and way.segments == 3
    assert timeline.times == pytest.approx((0, 1 / 3, 2 / 3, 1))
    assert len([b for b in timeline.chips.buttons if b.isVisible()]) == 3
    drag_key(timeline, 2, 0.7, 0.8)  # the last key is not the end any more
    assert times(stage.store.state.interpolating)[2] == pytest.approx(0.8, abs=0.002)
    settled(stage)
    assert way.at(1.0) == Seed(1)
    stage.store.undo()
    stage.store.undo()
    assert not stage.store.state.interpolating.closed


def test_a_chip_without_room_is_not_shown(stage: Stage, timeline: Timeline) -> None:
    drag_key(timeline, 1, 0.3, 0.1)
    assert [button.isVisible() for button in timeline.chips.buttons] == [False, True]
    assert all(b.width() >= 24 and b.height() >= 24 for b in timeline.chips.buttons)
    assert all(b.accessibleName() and b.toolTip() for b in timeline.chips.buttons)
