"""Small screens: a window of 640x360 points, 1280x720 pixels at 200 %, stays so and shows all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
