"""The morph grid: four corners, live under the mouse, by real mouse, keys and drops."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from explorer import open_model
from explorer.export import recipe_in
from explorer.formats.picture import to_bytes
from explorer.latent import Edited, MorphGrid, Point, Seed, Values
from explorer.session import share
from explorer.session.plan import plan
from explorer.session.share import read_recipe
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.morph_sheet import COUNT, MorphSheet
from tests.ui.drive import LEFT, NONE, save_picture
from tests.ui.stage import Stage
from tests.ui.test_interpolate import keys, settled, shown, stage, view

__all__ = ["stage", "view"]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sheet(stage: Stage, view: Interpolate) -> MorphSheet:
    """Open between seeds 1 and 2, which are keys, and two more."""
    QTest.mouseClick(view.panel.grid_button, LEFT)
    assert view.sheet.isVisible() and view.grid_panel.isVisible()
    assert not view.track.isVisible() and not view.panel.isVisible()
    ready(stage, view)
    return view.sheet


def ready(stage: Stage, view: Interpolate) -> None:
    """Wait for the pictures of the sheet and the large one."""
    stage.bot.waitUntil(lambda: view.sheet.filled == COUNT**2, timeout=20_000)
    settled(stage)


def grid(stage: Stage) -> MorphGrid:
    found = stage.store.state.interpolating.grid
    assert found is not None
    return found


def made(stage: Stage, point: Point) -> np.ndarray:
    model = open_model(stage.store.state.model)
    image: np.ndarray = to_bytes(model.generate(point.resolve(model.latent)[None])[0])
    return image


def close_to(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.abs(a.astype(int) - b).max() <= 1)


def test_it_opens_between_the_first_key_frames(stage: Stage, view: Interpolate) -> None:
    view.add(Edited(Seed(9), ((0, 1.0),)))
    settled(stage)
    view.grid.toggle()
    assert grid(stage).corners == (Seed(1), Seed(2), Edited(Seed(9), ((0, 1.0),)), Seed(3))
    stage.store.undo()
    assert stage.store.state.interpolating.grid is None
    assert view.track.isVisible()


def test_every_picture_of_the_sheet_is_where_it_belongs(
    stage: Stage, view: Interpolate, sheet: MorphSheet
) -> None:
    points = grid(stage).points(COUNT, COUNT)
    corners = (0, COUNT - 1, COUNT * (COUNT - 1), COUNT**2 - 1)
    assert tuple(points[c] for c in corners) == grid(stage).corners
    ratio = sheet.devicePixelRatioF()
    image = sheet.grab().toImage()
    for number in (*corners, 24):
        wanted, tile = made(stage, points[number]), sheet._tile(number)
        x, y = tile.left() + tile.width() // 4, tile.top() + tile.height() // 4
        found = image.pixelColor(round(x * ratio), round(y * ratio))
        near = wanted[3:6, 3:6].reshape(-1, 3).astype(int)
        low, high = near.min(axis=0) - 12, near.max(axis=0) + 12
        colour = np.array([found.red(), found.green(), found.blue()])
        assert (low <= colour).all() and (colour <= high).all()


def test_the_picture_follows_the_mouse_without_a_press_and_goes_back(
    stage: Stage, sheet: MorphSheet, view: Interpolate
) -> None:
    before = shown(view).copy()
    for across, down in ((0.2, 0.1), (0.9, 0.8)):
        QTest.mouseMove(sheet, sheet.point(across, down).toPoint())
        place = stage.store.state.interpolating.grid_at
        assert place == pytest.approx((across, down), abs=0.005)
        settled(stage)
        assert close_to(shown(view), made(stage, grid(stage).at(*place)))
        assert not np.array_equal(before, shown(view))
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.Leave))
    assert stage.store.state.interpolating.grid_at == (0.5, 0.5)
    settled(stage)
    assert np.array_equal(before, shown(view))
    stage.store.undo()  # the opening of the grid: nothing else was an entry
    assert stage.store.state.interpolating.grid is None


def test_a_press_stays_and_a_drag_is_one_entry(
    stage: Stage, sheet: MorphSheet, view: Interpolate
) -> None:
    QTest.mouseMove(sheet, sheet.point(0.3, 0.3).toPoint())
    QTest.mousePress(sheet, LEFT, pos=sheet.point(0.3, 0.3).toPoint())
    for where in (0.4, 0.6, 0.75):
        QTest.mouseMove(sheet, sheet.point(where, where).toPoint())
    QTest.mouseRelease(sheet, LEFT, pos=sheet.point(0.75, 0.75).toPoint())
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.Leave))
    place = stage.store.state.interpolating.grid_at
    assert place == pytest.approx((0.75, 0.75), abs=0.005)
    settled(stage)
    assert close_to(shown(view), made(stage, grid(stage).at(*place)))
    request = plan(stage.store.state)  # what a saved picture is of
    assert request in [result.request for result in stage.results]
    assert "75 % across, 75 % down" in view.grid_panel.where.text()
    stage.store.undo()
    assert stage.store.state.interpolating.grid_at == (0.5, 0.5)


def test_arrows_move_the_handle_and_enter_keeps_the_picture(
    stage: Stage, sheet: MorphSheet, view: Interpolate
) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Up, SHIFT)
    assert stage.store.state.interpolating.grid_at == (0.55, 0.495)
    wanted = grid(stage).at(0.55, 0.495)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert keys(stage) == (Seed(1), Seed(2), wanted)
    assert "3 key frames" in stage.said[-1]
    QTest.mouseClick(view.grid_panel.keep_button, LEFT)
    assert len(keys(stage)) == 4
    QTest.mouseClick(view.grid_panel.close_button, LEFT)
    assert view.track.isVisible() and stage.store.state.interpolating.grid is None
    settled(stage)
    assert view.timeline.pictured == 4


def drop_on(sheet: MorphSheet, at: QPointF, *paths: Path) -> None:
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QApplication.sendEvent(sheet, QDragEnterEvent(at.toPoint(), copy, data, LEFT, NONE))
    QApplication.sendEvent(sheet, QDropEvent(at, copy, data, LEFT, NONE))


def test_a_picture_dropped_becomes_the_nearest_corner(
    stage: Stage, sheet: MorphSheet, view: Interpolate, tmp_path: Path
) -> None:
    drop_on(sheet, sheet.point(0.2, 0.9), save_picture(tmp_path / "photo.png"))
    stage.bot.waitUntil(lambda: isinstance(grid(stage).corners[2], Values), timeout=10_000)
    assert grid(stage).corners[:2] == (Seed(1), Seed(2))
    assert view.grid_panel.corners[2].accessibleName() == "Lower left: photo.png"
    stage.store.undo()
    assert grid(stage).corners[2] == Seed(3)


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus that open off the screen
def test_a_latent_dropped_as_text_becomes_the_nearest_corner(
    stage: Stage, sheet: MorphSheet
) -> None:
    """As pictures of the history strip are dragged."""
    model = open_model(stage.store.state.model)
    point, data, copy = Edited(Seed(8), ((1, 2.0),)), QMimeData(), Qt.DropAction.CopyAction
    data.setText(share.latent_text(stage.store.state.model, point, model.latent))
    where = sheet.point(0.9, 0.1).toPoint()
    enter = QDragEnterEvent(where, copy, data, LEFT, NONE)
    QApplication.sendEvent(sheet, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(sheet, QDropEvent(QPointF(where), copy, data, LEFT, NONE))
    assert grid(stage).corners[1] == point
    stage.store.undo()
    assert grid(stage).corners[1] == Seed(2)
    other = QMimeData()
    other.setText("no latent")
    QApplication.sendEvent(sheet, QDragEnterEvent(where, copy, other, LEFT, NONE))
    QApplication.sendEvent(sheet, QDropEvent(QPointF(where), copy, other, LEFT, NONE))
    assert grid(stage).corners[1] == Seed(2) and "JSON" in str(stage.failures[-1])


def test_a_corner_is_chosen_from_the_key_frames_the_sliders_or_by_chance(
    stage: Stage, sheet: MorphSheet, view: Interpolate
) -> None:
    stage.desk.edit("exploring", point=Edited(Seed(4), ((2, -1.0),)))
    for corner, text, wanted in (
        (3, "seed 1", Seed(1)),
        (0, "Current sliders", Edited(Seed(4), ((2, -1.0),))),
    ):
        QTest.mouseClick(view.grid_panel.corners[corner], LEFT)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        action = next(action for action in menu.actions() if action.text() == text)
        at = menu.actionGeometry(action).center()  # type: ignore[attr-defined]  # a QMenu
        QTest.mouseClick(menu, LEFT, pos=at)
        assert grid(stage).corners[corner] == wanted
    before = grid(stage).corners
    QTest.mouseClick(view.grid_panel.shuffle_button, LEFT)
    assert all(isinstance(corner, Seed) for corner in grid(stage).corners)
    assert grid(stage).corners != before
    ready(stage, view)
    linear = view.grid_panel.modes.button(0)
    QTest.mouseClick(linear, LEFT, pos=QPoint(8, linear.height() // 2))
    assert grid(stage).mode == "linear"


def test_the_grid_is_saved_whole_with_its_recipe(
    stage: Stage,
    sheet: MorphSheet,
    view: Interpolate,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "grid.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (str(file), words[3]))
    QTest.mouseClick(view.grid_panel.save_button, LEFT)
    stage.bot.waitUntil(file.exists, timeout=10_000)
    with Image.open(file) as image:
        assert image.size == (9 * 17 - 1, 9 * 17 - 1)
        first = np.asarray(image)[:16, :16]
    assert close_to(first, made(stage, Seed(1)))
    text = recipe_in(file)
    assert text is not None
    assert read_recipe(text, "grid.png").state == stage.store.state


def test_nothing_plays_over_a_grid(sheet: MorphSheet, view: Interpolate) -> None:
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not view.player.running


def test_the_playhead_stays_where_it_is_under_a_grid(
    stage: Stage, sheet: MorphSheet, view: Interpolate
) -> None:
    """The path is not on screen: keys and menu entries that move along it do nothing."""
    stage.desk.edit("interpolating", position=0.5)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(sheet, key)
        QTest.keyClick(view.grid_panel.shuffle_button, key)
    view.transport.last.emit()
    assert stage.store.state.interpolating.position == 0.5


def test_commands_of_the_path_rest_while_a_grid_is_open(
    stage: Stage, sheet: MorphSheet, view: Interpolate
) -> None:
    """A key frame that nobody sees come would be a surprise."""
    commands = {action.text(): action for action in view.commands()}
    of_path = [
        "Add current sliders", "Add seed", "Add picture...", "Duplicate key frame",
        "Remove key frame", "Constant visual speed",
    ]  # fmt: skip
    assert not any(commands[name].isEnabled() for name in of_path)
    before = keys(stage)
    for key in (Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_Delete):
        QTest.keyClick(sheet, key)
    assert keys(stage) == before
    commands["Morph grid"].trigger()
    assert all(commands[name].isEnabled() for name in of_path)


def test_two_grids_saved_at_once_are_both_there(
    stage: Stage, sheet: MorphSheet, view: Interpolate, tmp_path: Path
) -> None:
    files = [tmp_path / "one.png", tmp_path / "two.png"]
    for file in files:
        view.grid.save(file)
    stage.bot.waitUntil(lambda: len(stage.said) == 2, timeout=20_000)
    assert all(file.exists() for file in files)


def test_everything_has_a_name_and_a_tooltip(sheet: MorphSheet, view: Interpolate) -> None:
    panel = view.grid_panel
    buttons = (*panel.corners, panel.shuffle_button, panel.keep_button, panel.save_button)
    for button in (*buttons, panel.close_button):
        assert button.toolTip() and (button.accessibleName() or button.text())
    assert panel.close_button.height() >= 24 and panel.close_button.width() >= 24
    assert sheet.accessibleName() and sheet.toolTip()
