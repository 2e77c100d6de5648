"""For those who work by key or are read to: names, tooltips, focus order, room to hit; every view.

What is interactive is whatever takes the focus or is pressed, as it stands on the screen.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.ui.about import show_about
from explorer.ui.shortcuts import show_shortcuts
from explorer.ui.views import VIEWS
from explorer.ui.window import Window
from tests.ui.drive import settle

MODELS = ("tiny-vae", "tiny-gan", "tiny-ddpm")
# Panels that are closed at first: the keys that open them, in the view where they are.
OPENS = {"explore": ("D", "P")}


def interactive(root: QWidget) -> list[QWidget]:
    """What can be focused or pressed, without the parts that Qt builds into its own widgets."""
    found = []
    for widget in root.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (takes or isinstance(widget, QAbstractButton)) and widget.isVisible():
            if not is_part(widget):
                found.append(widget)
    return found


def is_part(widget: QWidget) -> bool:
    """A piece of a spin box, a dock's title or a scroll area, which Qt names itself."""
    parent = widget.parent()
    inside = isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QDockWidget | QTabBar)
    return inside or isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")


def told(widget: QWidget) -> str:
    words = widget.accessibleName() or widget.objectName()
    if isinstance(widget, QAbstractButton):
        words = words or widget.text()
    return f"{type(widget).__name__} {words!r} in {type(widget.parent()).__name__}"


def named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or text)


def explained(widget: QWidget) -> bool:
    """By a tooltip of its own; a scroll area by what is in it."""
    return bool(widget.toolTip()) or type(widget).__name__ == "QScrollArea"


def views(window: Window) -> list[str]:
    """Every view of the open model, each brought on screen with its panels open."""
    assert window.desk.spec is not None
    return [view.name for view in VIEWS if view.suits(window.desk.spec)]


def show(window: Window, bot: QtBot, name: str) -> QWidget:
    window.show_view(name)
    settle(bot, window)
    view = window.current
    assert view is not None and view.name == name
    for letters in OPENS.get(name, ()):
        for action in view.commands():
            if action.shortcut().toString() == letters and not action.isChecked():
                action.trigger()
    settle(bot, window)
    return view


@pytest.fixture(params=MODELS)
def window(request: pytest.FixtureRequest, open_window: Callable[[str], Window]) -> Window:
    made = open_window(request.param)
    made.history_dock.show()
    return made


def test_every_control_has_a_name_and_says_what_it_does(qtbot: QtBot, window: Window) -> None:
    nameless, silent = set(), set()
    for name in views(window):
        show(window, qtbot, name)
        for widget in interactive(window):
            nameless |= set() if named(widget) else {f"{name}: {told(widget)}"}
            silent |= set() if explained(widget) else {f"{name}: {told(widget)}"}
    assert "\n".join(sorted(nameless)) == ""
    assert "\n".join(sorted(silent)) == ""


def test_every_control_has_room_to_hit(qtbot: QtBot, window: Window) -> None:
    """24 points each way, but for what is as high as its row of text."""
    small = set()
    for name in views(window):
        show(window, qtbot, name)
        for widget in interactive(window):
            size = widget.size()
            if isinstance(widget, QAbstractButton | QComboBox) and (
                size.width() < 24 or size.height() < 22
            ):
                small.add(f"{name}: {told(widget)} {size.width()}x{size.height()}")
    assert "\n".join(sorted(small)) == ""


def test_tab_comes_by_every_control_of_a_view_and_back(qtbot: QtBot, window: Window) -> None:
    """None is left out, and the order is that of reading: no control is far above the last one."""
    for name in views(window):
        view = show(window, qtbot, name)
        wanted = {w for w in interactive(view) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
        wanted = {w for w in wanted if w.isEnabled()}
        visited: list[QWidget] = []
        at = view.nextInFocusChain()
        while at is not view:
            if at in wanted:
                visited.append(at)
            at = at.nextInFocusChain()
        assert set(visited) == wanted, name


def test_dialogs_are_named_and_explained_too(qtbot: QtBot, vae: Window) -> None:
    pages = [show_about(vae), show_shortcuts(vae), vae.preferences.show_page(), vae.show_palette()]
    for page in pages:
        poor = [told(w) for w in interactive(page) if not (named(w) and explained(w))]
        assert not poor, page.windowTitle()
        page.close()
