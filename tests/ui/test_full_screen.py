"""The picture alone on a whole screen: live, with the window's keys, on the second one if there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from numpy.testing import assert_array_equal
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.ui.full_screen import FullScreen
from explorer.ui.window import Window
from tests.ui.drive import explore, picture, settle


def open_page(bot: QtBot, window: Window) -> FullScreen:
    bot.keyClick(window, Qt.Key.Key_F11)
    page = window.projector.page
    assert page is not None
    bot.waitUntil(page.isVisible)
    return page


def test_it_shows_what_the_canvas_shows_and_follows(qtbot: QtBot, vae: Window) -> None:
    page = open_page(qtbot, vae)
    assert page.isFullScreen() and page.canvas.image is not None
    assert page.geometry() == vae.screen().geometry()
    first = picture(vae)
    assert_array_equal(page.canvas.image, first)
    explore(vae).sliders.set_value(0, 2.0)
    settle(qtbot, vae)
    assert (page.canvas.image != first).any()
    assert_array_equal(page.canvas.image, picture(vae))


def test_its_zoom_is_its_own_and_its_pixels_are_the_windows(qtbot: QtBot, vae: Window) -> None:
    page = open_page(qtbot, vae)
    assert vae.canvas is not None
    before = vae.canvas.zoom
    page.canvas.zoom_by(-2)
    assert vae.canvas.zoom == before != page.canvas.zoom
    vae.menus.smooth.trigger()
    explore(vae).sliders.set_value(0, 1.0)
    settle(qtbot, vae)
    assert page.canvas.sight.smooth


def test_it_hears_the_windows_keys_and_follows_another_view(qtbot: QtBot, vae: Window) -> None:
    page = open_page(qtbot, vae)
    before = vae.store.state.exploring.point
    qtbot.keyClick(page.canvas, Qt.Key.Key_R)
    assert vae.store.state.exploring.point != before
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert vae.store.state.exploring.point == before
    vae.show_view("interpolate")
    settle(qtbot, vae)
    assert page.canvas.image is not None
    assert_array_equal(page.canvas.image, picture(vae))


def test_escape_and_the_same_key_leave(qtbot: QtBot, vae: Window) -> None:
    page = open_page(qtbot, vae)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert vae.projector.page is None
    page = open_page(qtbot, vae)
    vae.menus.look.aboutToShow.emit()
    assert vae.menus.full_screen.isChecked()
    qtbot.keyClick(page.canvas, Qt.Key.Key_F11)
    assert vae.projector.page is None


def test_it_goes_with_the_window(qtbot: QtBot, vae: Window) -> None:
    open_page(qtbot, vae)
    vae.close()
    assert vae.projector.page is None


SCRIPT = """
from PySide6.QtCore import QSettings
from explorer.app import application, make_window
from explorer.ui.settings import Settings
import sys

app = application()
window = make_window("cpu", Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)), False)
window.show()
window.projector.watch(window.view("explore"))
window.projector.toggle()
page = window.projector.page
names = [page.screen().name(), window.screen().name()]
print(*names, page.geometry().getRect() == page.screen().geometry().getRect())
window.close()
"""


def test_the_second_screen_is_taken_where_there_is_one(tmp_path: Path, bundled_tiny: Path) -> None:
    screens = [
        {"name": "first", "x": 0, "y": 0, "width": 1280, "height": 720},
        {"name": "second", "x": 1280, "y": 0, "width": 1024, "height": 768},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "s.ini")],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.split() == ["second", "first", "True"]
