"""The history strip: what was seen, gone back to, pinned and compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.testing import assert_array_equal
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from explorer.latent import Seed
from explorer.session import Pin, State
from explorer.ui.compare import difference
from explorer.ui.history import SIDE, Strip
from explorer.ui.pictures_seen import PicturesSeen
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.plate import Plate
from explorer.ui.window import Window
from tests.ui.drive import LEFT, NONE, explore, picture, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_strip(bot: QtBot, window: Window) -> None:
    bot.keyClick(window, Qt.Key.Key_H, CONTROL)
    bot.waitUntil(window.history.isVisible)
    wait(bot, window)


def wait(bot: QtBot, window: Window) -> None:
    """Until the strip has the picture of the present state and is drawn."""
    settle(bot, window)
    history = window.history
    bot.waitUntil(lambda: history.seen.find(window.store.state) is not None, timeout=20_000)
    bot.waitUntil(lambda: not history._still.isActive(), timeout=20_000)


def move(bot: QtBot, window: Window, value: float) -> None:
    explore(window).sliders.set_value(0, value)
    window.desk.settle()
    wait(bot, window)


def middle(strip: Strip, row: int) -> QPoint:
    return strip.visualItemRect(strip.item(row)).center()


def test_a_click_on_an_earlier_state_goes_back_to_it(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    first = picture(vae)
    for value in (1.0, -1.0, 2.0):
        move(qtbot, vae, value)
    last, strip = picture(vae), vae.history.entries
    assert strip.count() == len(vae.store.history) and strip.currentRow() == vae.store.place
    seen = [vae.history.seen.find(state) for state in vae.store.history]
    assert seen[0] is not None and seen[-1] is not None
    assert_array_equal(seen[0], first)
    assert_array_equal(seen[-1], last)
    qtbot.mouseClick(strip.viewport(), LEFT, NONE, middle(strip, 0))
    wait(qtbot, vae)
    assert_array_equal(picture(vae), first)
    assert strip.count() == len(vae.store.history) and strip.currentRow() == 0
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    wait(qtbot, vae)
    assert_array_equal(picture(vae), last)


def test_pins_stay_and_two_of_them_are_compared(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    move(qtbot, vae, 2.0)
    first = picture(vae)
    qtbot.keyClick(vae, Qt.Key.Key_D, CONTROL)
    move(qtbot, vae, -2.0)
    second = picture(vae)
    qtbot.mouseClick(vae.history.pin, LEFT)
    wait(qtbot, vae)
    vae.menus.undo.trigger()
    wait(qtbot, vae)
    pins = vae.history.pins
    assert pins.count() == len(vae.store.state.pins) == 2  # undo does not take them away
    move(qtbot, vae, 0.0)
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    wait(qtbot, vae)
    assert_array_equal(picture(vae), first)
    qtbot.mouseClick(pins.viewport(), LEFT, CONTROL, middle(pins, 1))
    assert_array_equal(picture(vae), first)  # choosing another one goes nowhere
    qtbot.mouseClick(vae.history.compare, LEFT)
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog))
    shown = [plate.image for plate in dialog.findChildren(Plate)]
    assert not dialog.isModal() and len(shown) == 3
    for plate, wanted in zip(shown, (first, second, difference(first, second)), strict=True):
        assert plate is not None
        assert_array_equal(plate, wanted)
    rms = np.sqrt(np.mean((second.astype(float) - first) ** 2))
    assert dialog.findChildren(Plate)[-1].note == f"{rms:.1f} of 255"
    dialog.close()
    qtbot.keyClick(pins, Qt.Key.Key_Delete)
    unpinned = vae.store.state
    assert unpinned.pins == ()
    vae.menus.undo.trigger()
    assert [pin.title for pin in vae.store.state.pins] == ["Pin 1", "Pin 2"]


def test_one_pin_is_compared_with_what_is_on_the_screen(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    move(qtbot, vae, 2.0)
    first = picture(vae)
    qtbot.mouseClick(vae.history.pin, LEFT)
    wait(qtbot, vae)
    pins = vae.history.pins
    assert not vae.history.compare.isEnabled()
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    move(qtbot, vae, -2.0)
    qtbot.mouseClick(vae.history.compare, LEFT)
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog))
    plates = dialog.findChildren(Plate)
    assert [plate.caption for plate in plates] == ["Pin 1", "Now", "Difference"]
    for plate, wanted in zip(plates, (first, picture(vae)), strict=False):
        assert plate.image is not None
        assert_array_equal(plate.image, wanted)
    dialog.close()


def test_unpinning_is_undone_and_no_pin_gets_the_name_of_another(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    for value in (1.0, 2.0):
        move(qtbot, vae, value)
        vae.history.pin_present()
    wait(qtbot, vae)
    pins, kept = vae.history.pins, vae.store.state.pins
    pins.item(0).setSelected(True)
    qtbot.mouseClick(vae.history.unpin, LEFT)
    assert vae.store.state.pins == kept[1:]
    vae.history.pin_present()
    assert [pin.title for pin in vae.store.state.pins] == ["Pin 2", "Pin 1"]
    vae.menus.undo.trigger()
    assert set(kept) < set(vae.store.state.pins)  # what was pinned since stays too
    vae.store.go(-2)
    assert len(vae.store.state.pins) == 3


def test_a_hidden_strip_takes_no_pictures(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 1.0)
    settle(qtbot, vae)
    assert not vae.history._still.isActive()
    assert vae.history.seen.find(vae.store.state) is None


def test_pictures_are_kept_within_their_bytes() -> None:
    seen = PicturesSeen(budget=250)
    states = [State(f"model {n}") for n in range(4)]
    for state in states:
        seen.keep(state, np.zeros((10, 10, 1), np.uint8))
    assert [seen.find(state) is not None for state in states] == [False, False, True, True]
    seen.keep(states[3], np.ones((10, 10, 1), np.uint8))
    assert seen.find(states[2]) is not None


def test_a_difference_is_grey_where_nothing_changed() -> None:
    dark, light = np.zeros((2, 2, 1), np.uint8), np.full((2, 2, 1), 255, np.uint8)
    assert (difference(dark, dark) == 128).all()
    assert (difference(dark, light) == 255).all() and (difference(light, dark) == 0).all()


def test_pins_are_kept_when_another_model_is_opened_and_lead_back_to_theirs(
    qtbot: QtBot, vae: Window
) -> None:
    open_strip(qtbot, vae)
    move(qtbot, vae, 2.0)
    pinned, view = picture(vae), explore(vae)
    qtbot.keyClick(vae, Qt.Key.Key_D, CONTROL)
    qtbot.mouseClick(view.panel.film, LEFT)
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    wait(qtbot, vae)
    assert len(vae.store.state.pins) == vae.history.pins.count() == 1
    assert not vae.store.state.exploring.strips  # chosen by the user, not by the model
    vae.menus.undo.trigger()
    vae.menus.redo.trigger()
    assert len(vae.store.state.pins) == 1
    pins = vae.history.pins
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    wait(qtbot, vae)
    assert vae.store.state.model == "tiny-vae"
    assert_array_equal(picture(vae), pinned)


def test_pictures_of_an_opened_session_are_made_where_they_are_seen(
    qtbot: QtBot, vae: Window
) -> None:
    """As a session file brings them: a past and a pin that were never on this screen."""
    start = vae.store.state
    states = [
        replace(start, exploring=replace(start.exploring, point=Seed(seed))) for seed in range(4)
    ]
    pinned = replace(start, exploring=replace(start.exploring, point=Seed(9)))
    vae.store.restart(replace(states[3], pins=(Pin("Pin 1", pinned),)), tuple(states[:3]))
    open_strip(qtbot, vae)
    wanted = (*states, pinned)
    qtbot.waitUntil(
        lambda: all(vae.history.seen.find(state) is not None for state in wanted), timeout=20_000
    )
    made = vae.history.seen.find(pinned)
    pins = vae.history.pins
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    wait(qtbot, vae)
    assert made is not None
    assert_array_equal(picture(vae), made)


def test_a_chosen_thumbnail_is_the_picture_without_a_tint(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    icon, size = vae.history.entries.item(0).icon(), QSize(SIDE, SIDE)
    plain, chosen = icon.pixmap(size), icon.pixmap(size, QIcon.Mode.Selected)
    assert plain.toImage() == chosen.toImage()


def test_an_earlier_state_is_dragged_onto_the_timeline_as_a_key_frame(
    qtbot: QtBot, vae: Window
) -> None:
    open_strip(qtbot, vae)
    first = explore(vae).sliders.values
    move(qtbot, vae, 1.5)
    vae.show_view("interpolate")
    settle(qtbot, vae)
    strip, view = vae.history.entries, vae.current
    assert isinstance(view, Interpolate) and strip.dragEnabled()
    carried = strip.mimeData([strip.item(0)])
    before = len(vae.store.state.interpolating.keys)
    at, copy = QPoint(view.timeline.width() // 2, 20), Qt.DropAction.CopyAction
    QApplication.sendEvent(view.timeline, QDragEnterEvent(at, copy, carried, LEFT, NONE))
    QApplication.sendEvent(view.timeline, QDropEvent(QPointF(at), copy, carried, LEFT, NONE))
    keys = vae.store.state.interpolating.keys
    assert len(keys) == before + 1
    space = vae.desk.space
    assert any(np.allclose(key.resolve(space), first) for key in keys)
    settle(qtbot, vae)
