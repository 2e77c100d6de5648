"""Docks move, float and hide, and are where they were: next time and in another window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.app import make_window
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
