"""Small screens: a window of 640x360 points, 1280x720 pixels at 200 %, stays so and shows all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import make_window
from explorer.ui.settings import Settings
from explorer.ui.views import VIEWS
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.room import Room, SideRoom
from explorer.ui.widgets.tabs import Tabs
from explorer.ui.window import Window
from tests.ui.drive import settle

SMALL = QSize(640, 360)


@pytest.mark.parametrize("model", ["tiny-vae", "tiny-ddpm"])
def test_no_view_makes_a_small_window_grow(
    qtbot: QtBot, open_window: Callable[[str], Window], model: str
) -> None:
    window = open_window(model)
    window.resize(SMALL)
    for view in VIEWS:
        window.show_view(view.name)
        settle(qtbot, window)
        assert window.size() == SMALL, view.name


def test_a_control_out_of_sight_comes_into_it_with_the_keyboard(qtbot: QtBot, vae: Window) -> None:
    vae.resize(SMALL)
    vae.show_view("interpolate")
    settle(qtbot, vae)
    view = vae.current
    assert isinstance(view, Interpolate)
    save = view.panel.save_button
    assert save.visibleRegion().isEmpty()
    view.panel.film.formats.setFocus(Qt.FocusReason.TabFocusReason)
    while QApplication.focusWidget() is not save:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not save.visibleRegion().isEmpty()


def test_where_all_fits_nothing_scrolls(qtbot: QtBot, vae: Window) -> None:
    for view in ("explore", "interpolate", "side"):
        vae.show_view(view)
        settle(qtbot, vae)
        for room in vae.findChildren(Room):
            if room.isVisible():
                assert room.horizontalScrollBar().maximum() == 0
                assert room.verticalScrollBar().maximum() == 0


def test_a_column_scrolls_beside_its_bar_and_not_under_it(qtbot: QtBot) -> None:
    """Also where a text in it wraps, and once there are more controls."""
    column = QWidget()
    inside = QVBoxLayout(column)
    text = QLabel("A few words that need two lines in a column of that width.")
    text.setWordWrap(True)
    inside.addWidget(text)
    column.setFixedWidth(200)
    room = SideRoom(column)
    qtbot.addWidget(room)
    room.resize(room.width(), 200)
    room.show()
    qtbot.waitExposed(room)
    assert room.width() == 200 and text.height() >= text.heightForWidth(text.width())
    for number in range(8):
        inside.addWidget(QPushButton(str(number)))
    qtbot.waitUntil(lambda: room.width() > 200)
    assert room.viewport().width() == 200 and room.verticalScrollBar().maximum() > 0


def test_titles_of_pages_go_on_in_the_next_line(qtbot: QtBot) -> None:
    tabs = Tabs(100)
    qtbot.addWidget(tabs)
    for name in ("curves", "branches", "schedulers", "commitment"):
        tabs.add(name, name, "", QWidget())
    assert tabs.actions_of_mine[1].shortcut().toString() == "Alt+2"
    assert tabs.buttons[list(tabs.buttons)[1]].toolTip().endswith("(Alt+2)")
    tabs.resize(1000, 200)
    tabs.show()
    qtbot.waitExposed(tabs)
    assert len({button.y() for button in tabs.buttons.values()}) == 1
    tabs.resize(220, 200)
    assert len({button.y() for button in tabs.buttons.values()}) > 1
    assert all(button.geometry().right() < 220 for button in tabs.buttons.values())


def sideways(window: Window) -> int:
    """How far the view can be scrolled to the right."""
    (room,) = (r for r in window.findChildren(Room) if window.stack.parentWidget() is r.inside)
    return room.horizontalScrollBar().maximum()


@pytest.mark.parametrize("model", ["tiny-vae", "tiny-ddpm"])
def test_nothing_scrolls_sideways_in_a_small_window(
    qtbot: QtBot, open_window: Callable[[str], Window], model: str
) -> None:
    """Each view, each page of it: the library folds away, controls stand below the picture."""
    window = open_window(model)
    for size in (SMALL, QSize(800, 450), QSize(880, 500), QSize(960, 540)):
        window.resize(size)
        for view in VIEWS:
            window.show_view(view.name)
            settle(qtbot, window)
            assert window.current is not None
            assert sideways(window) == 0, (view.name, size)
            for tabs in window.current.findChildren(Tabs):
                for name in tabs.buttons:
                    tabs.choose(name)
                    settle(qtbot, window)
                    assert sideways(window) == 0, (view.name, name, size)
    assert window.size() == QSize(960, 540)


def test_the_library_is_a_drawer_in_a_narrow_window(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    window = open_window("tiny-vae")
    dock, button = window.library_dock, window.header.drawer
    assert dock.isVisible() and not button.isVisible()
    window.resize(SMALL)
    assert not dock.isVisible() and button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dock.isVisible()
    window.library.chosen.emit("tiny-gan")
    assert not dock.isVisible()
    qtbot.waitUntil(lambda: window.store.state.model == "tiny-gan", timeout=20_000)
    settle(qtbot, window)
    window.resize(1280, 720)
    assert dock.isVisible() and not button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.resize(SMALL)
    window.resize(1280, 720)
    assert not dock.isVisible()  # who put it away has it put away


def test_a_window_closed_while_narrow_has_its_library_next_time(
    qtbot: QtBot, open_window: Callable[[str], Window], settings: Settings
) -> None:
    first = open_window("tiny-vae")
    wide = first.sessions.layout()
    first.resize(SMALL)
    assert "window" not in dict(first.sessions.layout())  # a session keeps no library folded away
    first.sessions.opened.emit(wide)
    assert not first.library_dock.isVisible()  # nor does one of a wide window make this one scroll
    first.close()
    again = make_window("cpu", settings, measures=False)
    with qtbot.waitExposed(again):
        again.show()
    assert not again.library_dock.isVisible()
    again.resize(1280, 720)
    assert again.library_dock.isVisible()
    again.close()
    again.deleteLater()
