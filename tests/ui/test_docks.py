"""Docks move, float and hide, and are where they were: next time and in another window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app import Program, make_window
from explorer.ui import theme
from explorer.ui.settings import Settings
from explorer.ui.window import Window

AREA = Qt.DockWidgetArea


def test_docks_may_go_anywhere(vae: Window) -> None:
    for dock in (vae.library_dock, vae.history_dock):
        features = dock.features()
        for can in ("DockWidgetMovable", "DockWidgetFloatable", "DockWidgetClosable"):
            assert features & getattr(dock.DockWidgetFeature, can)
        for side in (AREA.LeftDockWidgetArea, AREA.RightDockWidgetArea):
            assert dock.isAreaAllowed(side)


def test_where_they_were_put_is_remembered(
    qtbot: QtBot, open_window: Callable[[str], Window], settings: Settings
) -> None:
    first = open_window("tiny-vae")
    first.addDockWidget(AREA.RightDockWidgetArea, first.library_dock)
    first.history_dock.show()
    first.history_dock.setFloating(True)
    first.close()
    again = make_window("cpu", settings, measures=False)
    with qtbot.waitExposed(again):
        again.show()
    assert again.dockWidgetArea(again.library_dock) == AREA.RightDockWidgetArea
    assert again.history_dock.isFloating() and again.history_dock.isVisible()
    again.close()
    again.deleteLater()


def test_they_are_shown_and_hidden_by_key(qtbot: QtBot, vae: Window) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(vae, Qt.Key.Key_L, control)
    assert not vae.library_dock.isVisible()
    qtbot.keyClick(vae, Qt.Key.Key_L, control)
    assert vae.library_dock.isVisible()


def test_the_theme_follows_the_system_and_only_where_it_is_asked_to(
    vae: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The offscreen platform has one colour scheme, so what the system wants is said here."""
    wants = {"system": "light"}
    real = theme.resolve
    monkeypatch.setattr(theme, "resolve", lambda choice: wants.get(choice) or real(choice))
    changed = QGuiApplication.styleHints().colorSchemeChanged
    vae.preferences.set_theme("system")
    assert theme.current().name == "light"
    wants["system"] = "dark"
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "dark"
    vae.preferences.set_theme("light")
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "light"
    vae.preferences.set_theme("dark")


def test_a_small_window_leaves_its_view_more_than_its_library(
    qtbot: QtBot, bundled_tiny: Path, settings: Settings
) -> None:
    """Until somebody made the library as wide as they want it."""
    for across, library in ((1280, 256), (960, 192)):
        window = make_window("cpu", settings, measures=False)
        window.resize(across, 540)
        with qtbot.waitExposed(window):
            window.show()
        shown = window.library_dock.width()
        window.resizeDocks([window.library_dock], [230], Qt.Orientation.Horizontal)
        QApplication.processEvents()
        wider = window.library_dock.width()
        settings.layout = QByteArray()
        if across == 960:
            window.arrangement.remember(())
        window.bridge.close()
        window.deleteLater()
        assert (shown, wider) == (library, 230)
    again = make_window("cpu", settings, measures=False)
    with qtbot.waitExposed(again):
        again.show()
    assert again.library_dock.width() == 230
    again.close()
    again.deleteLater()


def test_a_window_never_placed_is_no_larger_than_the_screen(
    bundled_tiny: Path, settings: Settings
) -> None:
    program = Program(lambda: make_window("cpu", settings, measures=False))
    room = program.window.screen().availableGeometry().size()
    assert program.window.size().boundedTo(room) == program.window.size()
    program.window.close()
    program.window.deleteLater()
