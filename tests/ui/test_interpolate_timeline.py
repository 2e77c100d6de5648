"""The timeline under the hand: retimed, duplicated, dropped in, and each segment on its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.export import Options, write
from explorer.formats.picture import Picture, to_bytes
from explorer.latent import Edited, Mix, Seed, Smooth, Values
from explorer.sampling.requests import Reconstruct
from explorer.session import State, share
from explorer.session.keys import times
from explorer.session.plan import path
from explorer.session.state import Exploring
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.timeline import Timeline
from tests.support import tiny
from tests.ui.drive import LEFT, NONE, save_picture
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


def test_files_dropped_before_the_keys_are_shown_lie_where_they_belong(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    """A model that has just been opened has keys, but no thumbnails of them yet."""
    timeline.set_keys((), ())
    made = [save_picture(tmp_path / f"{n}.png", seed=n) for n in range(2)]
    timeline.dropped.emit(made, 0.3)
    stage.bot.waitUntil(lambda: len(keys(stage)) == 5, timeout=10_000)
    names = [getattr(key, "origin", "") for key in keys(stage)]
    assert names == ["", "0.png", "1.png", "", ""]
    settled(stage)


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


# -- drops ----------------------------------------------------------------------------------------


def drop_at(timeline: Timeline, place: float, data: QMimeData) -> None:
    """Drag something over the timeline, and drop it at a share of the path."""
    where, copy = at(timeline, place), Qt.DropAction.CopyAction
    QApplication.sendEvent(timeline, QDragEnterEvent(where, copy, data, LEFT, NONE))
    QApplication.sendEvent(timeline, QDragMoveEvent(where, copy, data, LEFT, NONE))
    assert timeline._mark == pytest.approx(place, abs=0.002)
    QApplication.sendEvent(timeline, QDropEvent(QPointF(where), copy, data, LEFT, NONE))
    assert timeline._mark is None


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_picture_is_encoded_where_it_is_dropped(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    drop_at(timeline, 0.2, files(save_picture(tmp_path / "photo.png")))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 4, timeout=10_000)
    key = keys(stage)[1]
    assert isinstance(key, Values) and key.origin == "photo.png"
    assert times(stage.store.state.interpolating) == pytest.approx((0, 0.2, 0.5, 1), abs=0.002)
    stage.store.undo()
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))


def test_a_picture_is_searched_for_where_there_is_no_encoder(
    qtbot: QtBot, tiny_models: Path, tmp_path: Path
) -> None:
    """With its progress as a job, how near it is, and at the end how well it rebuilds it."""
    model = open_model(tiny_models / "tiny-gan")
    image = to_bytes(model.generate(model.latent.sample(1, 5)))[0]
    Image.fromarray(image[..., 0]).save(tmp_path / "mine.png")
    gan = Stage(qtbot, Interpolate, str(tiny_models / "tiny-gan"), State(view="interpolate"))
    gan.show()
    jobs: list[str] = []
    gan.desk.working.connect(lambda _, title: jobs.append(title))
    try:
        view = gan.view
        assert isinstance(view, Interpolate)
        settled(gan)
        assert view.panel.picture_button.isEnabled()
        assert "no\nencoder" in view.panel.picture_button.toolTip()
        drop_at(view.timeline, 0.25, files(tmp_path / "mine.png"))
        qtbot.waitUntil(lambda: len(keys(gan)) == 3, timeout=20_000)
        key = keys(gan)[1]
        assert isinstance(key, Values) and key.origin == "mine.png"
        assert times(gan.store.state.interpolating)[1] == pytest.approx(0.25, abs=0.002)
        assert "Looking for mine.png" in jobs
        assert gan.said[0].startswith("Looking for mine.png: a PSNR of ")
        rebuilt = model.generate(np.array([key.values], np.float32))[0]
        psnr = -10 * np.log10(np.mean((rebuilt - image.astype(np.float32) / 255) ** 2))
        assert psnr > 30
        assert (
            gan.said[-1] == f"mine.png added; its latent rebuilds it with a PSNR of {psnr:.1f} dB."
        )
        assert not gan.failures
        settled(gan)
    finally:
        gan.close()


def test_a_picture_is_rebuilt_under_the_class_of_the_path(qtbot: QtBot, tmp_path: Path) -> None:
    """Or its error would be that of another picture."""
    folder = tiny.make_shared_latent(tmp_path)
    told = State(view="interpolate", exploring=Exploring(conditions=(("label", 1),)))
    shared = Stage(qtbot, Interpolate, str(folder), told)
    shared.show()
    try:
        settled(shared)
        assert shared.view.take(Picture.of(np.zeros((16, 16, 3), np.uint8), "mine.png"))
        qtbot.waitUntil(lambda: len(keys(shared)) == 3, timeout=20_000)
        asked = [r.request for r in shared.results if isinstance(r.request, Reconstruct)]
        assert asked[-1].conditions == (("label", 1),)
        settled(shared)
    finally:
        shared.close()


def test_a_search_that_is_cancelled_adds_nothing(
    qtbot: QtBot, tiny_models: Path, tmp_path: Path
) -> None:
    gan = Stage(qtbot, Interpolate, str(tiny_models / "tiny-gan"), State(view="interpolate"))
    gan.show()
    slots: list[str] = []
    gan.desk.working.connect(lambda slot, title: slots.append(slot) if title else None)
    try:
        settled(gan)
        picture = Picture.of(np.zeros((16, 16, 1), np.uint8), "mine.png")
        assert gan.view.take(picture)
        (slot,) = (slot for slot in slots if slot.startswith("interpolate.encode"))
        gan.desk.cancel(slot)
        settled(gan)
        assert keys(gan) == (Seed(1), Seed(2))
    finally:
        gan.close()


def test_several_pictures_lie_side_by_side_in_their_order(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    made = [save_picture(tmp_path / f"{n}.png", seed=n) for n in range(3)]
    drop_at(timeline, 0.6, files(*made))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 6, timeout=10_000)
    names = [getattr(key, "origin", "") for key in keys(stage)]
    assert names == ["", "", "0.png", "1.png", "2.png", ""]
    there = times(stage.store.state.interpolating)
    assert there == pytest.approx((0, 0.5, 0.625, 0.75, 0.875, 1), abs=1e-3)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("end", [0, 1])
def test_what_is_dropped_at_an_end_goes_before_the_first_or_after_the_last(
    stage: Stage, timeline: Timeline, tmp_path: Path, end: int, closed: bool
) -> None:
    stage.desk.edit("interpolating", closed=closed)
    made = [save_picture(tmp_path / f"{n}.png", seed=n) for n in range(2)]
    where = QPoint(2 if end == 0 else timeline.width() - 2, 24)
    copy, data = Qt.DropAction.CopyAction, files(*made)
    QApplication.sendEvent(timeline, QDragEnterEvent(where, copy, data, LEFT, NONE))
    QApplication.sendEvent(timeline, QDropEvent(QPointF(where), copy, data, LEFT, NONE))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 5, timeout=10_000)
    names = [getattr(key, "origin", "") for key in keys(stage)]
    new, old = ["0.png", "1.png"], ["", "", ""]
    assert names == ([*new, *old] if end == 0 else [*old, *new])
    settled(stage)


@pytest.mark.parametrize("suffix", [".png", ".mp4"])
def test_what_was_saved_here_becomes_the_very_point_it_was_saved_of(
    stage: Stage, timeline: Timeline, tmp_path: Path, suffix: str
) -> None:
    """No encoder is asked, and nothing is lost by one."""
    point = Edited(Seed(8), ((1, 2.0),))
    state = State(stage.store.state.model, exploring=Exploring(point))
    model = open_model(state.model)
    picture = to_bytes(model.generate(point.resolve(model.latent)[None])[0])
    file = tmp_path / f"saved{suffix}"
    write([picture], file, Options(recipe=share.recipe_of(state)))
    drop_at(timeline, 0.8, files(file))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 4, timeout=10_000)
    assert keys(stage)[2] == point


def test_a_latent_is_dropped_as_text(stage: Stage, timeline: Timeline) -> None:
    space = open_model(stage.store.state.model).latent
    data = QMimeData()
    data.setText(share.latent_text(stage.store.state.model, Seed(77), space))
    drop_at(timeline, 0.9, data)
    assert keys(stage) == (Seed(1), Seed(2), Seed(77), Seed(3))
    wrong = QMimeData()
    wrong.setText("words")
    drop_at(timeline, 0.9, wrong)
    assert len(keys(stage)) == 4
    assert "JSON" in str(stage.failures[-1])


def test_a_film_without_a_recipe_is_no_key(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    write([np.zeros((8, 8, 3), np.uint8)], tmp_path / "other.mp4")
    drop_at(timeline, 0.5, files(tmp_path / "other.mp4"))
    stage.bot.waitUntil(lambda: bool(stage.failures), timeout=10_000)
    assert "other.mp4" in str(stage.failures[-1])
    assert len(keys(stage)) == 3


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
