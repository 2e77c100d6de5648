"""Film strips under the sliders, and sliders named by the user, by mouse and keys."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.slider_face import HEIGHT
from explorer.ui.window import Window
from tests.ui.drive import LEFT, NONE, drag, explore, place, row, settle

CTRL = Qt.KeyboardModifier.ControlModifier


def wait_for_strips(bot: QtBot, window: Window) -> None:
    """Until every row on screen has its film strip."""
    sliders = explore(window).sliders
    bot.waitUntil(
        lambda: all(row(window, d).strip is not None for d in sliders.seen), timeout=20_000
    )


def test_rows_on_screen_get_a_strip_of_seven_pictures(qtbot: QtBot, vae: Window) -> None:
    wait_for_strips(qtbot, vae)
    strip = row(vae, 5).strip
    assert strip is not None
    assert tuple(strip.values) == (-3, -2, -1, 0, 1, 2, 3)
    assert not row(vae, 5).grab().isNull()


def test_a_click_on_a_strips_picture_sets_the_slider_in_one_undo(qtbot: QtBot, vae: Window) -> None:
    wait_for_strips(qtbot, vae)
    slider, before = row(vae, 5), explore(vae).sliders.values
    qtbot.mouseClick(slider, LEFT, NONE, slider.strip_boxes()[6].center())
    assert slider.number == 3.0
    vae.store.undo()
    assert explore(vae).sliders.values[5] == before[5]
    assert not vae.store.can_undo


def test_ctrl_and_arrows_walk_the_strip(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(5, 0.3)
    slider = row(vae, 5)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right, CTRL)
    assert slider.number == 1.0
    qtbot.keyClick(slider, Qt.Key.Key_Left, CTRL)
    assert slider.number == 0.0


def test_another_sliders_drag_renews_a_strip_but_its_own_does_not(
    qtbot: QtBot, vae: Window
) -> None:
    wait_for_strips(qtbot, vae)
    own, other = row(vae, 5).strip, row(vae, 4).strip
    slider = row(vae, 5)
    drag(qtbot, slider, place(slider, slider.number), place(slider, -2.0))
    qtbot.waitUntil(lambda: row(vae, 4).strip is not other, timeout=20_000)
    assert row(vae, 5).strip is own


def test_nothing_is_asked_for_while_a_slider_is_dragged(qtbot: QtBot, vae: Window) -> None:
    wait_for_strips(qtbot, vae)
    settle(qtbot, vae)
    other, slider = row(vae, 4).strip, row(vae, 5)
    start, end = place(slider, slider.number), place(slider, 2.5)
    qtbot.mousePress(slider, LEFT, NONE, start)
    for step in range(1, 9):
        qtbot.mouseMove(slider, start + (end - start) * (step / 8))
        settle(qtbot, vae)
    assert row(vae, 4).strip is other
    qtbot.mouseRelease(slider, LEFT, NONE, end)
    qtbot.waitUntil(lambda: row(vae, 4).strip is not other, timeout=20_000)


def test_strips_are_switched_off_and_on(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    qtbot.mouseClick(view.panel.film, LEFT)
    assert row(vae, 5).height() == HEIGHT
    assert not vae.store.state.exploring.strips and not view.panel.film.isChecked()
    qtbot.keyClick(vae, Qt.Key.Key_T)
    assert row(vae, 5).height() > HEIGHT
    wait_for_strips(qtbot, vae)
    assert not vae.store.can_undo


def test_f2_renames_a_slider_and_undo_takes_it_back(qtbot: QtBot, vae: Window) -> None:
    slider = row(vae, 5)
    model_name = slider.dimension.name
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_F2)
    entry = QApplication.focusWidget()
    qtbot.keyClicks(entry, "smile")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert vae.store.state.exploring.names == ((5, "smile"),)
    assert slider.dimension.name == slider.accessibleName() == "smile"
    assert slider.hasFocus()
    vae.store.undo()
    assert slider.dimension.name == model_name


def test_a_double_click_on_the_name_renames_and_an_empty_name_is_the_models(
    qtbot: QtBot, vae: Window
) -> None:
    slider = row(vae, 5)
    values, model_name = explore(vae).sliders.values, slider.dimension.name
    for typed in ("hat", ""):
        qtbot.mouseDClick(slider, LEFT, NONE, QPoint(14, HEIGHT // 2))
        entry = QApplication.focusWidget()
        qtbot.keyClicks(entry, typed) if typed else qtbot.keyClick(entry, Qt.Key.Key_Delete)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        assert slider.dimension.name == (typed or model_name)
    assert vae.store.state.exploring.names == ()
    assert np.array_equal(explore(vae).sliders.values, values)


def test_the_menu_renames_and_escape_gives_it_up(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.menu(5).actions()[0].trigger()
    entry = QApplication.focusWidget()
    qtbot.keyClicks(entry, "smile")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert vae.store.state.exploring.names == ()
