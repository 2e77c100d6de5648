"""For those who work by key or are read to: names, tooltips, focus order, room to hit; every view.

What is interactive is whatever takes the focus or is pressed, as it stands on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QFormLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.ui.about import show_about
from explorer.ui.shortcuts import show_shortcuts
from explorer.ui.views import VIEWS
from explorer.ui.widgets.focus import in_reading_order
from explorer.ui.window import Window
from tests.support import tiny
from tests.ui.drive import settle

MODELS = ("tiny-vae", "tiny-ddpm", "tiny-rbm")
# Panels that are closed at first: the keys that open them, in the view where they are.
OPENS = {"explore": ("D", "P")}


def interactive(root: QWidget) -> list[QWidget]:
    """What can be focused or pressed, without the parts that Qt builds into its own widgets."""
    found = []
    for widget in root.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        pressed = isinstance(widget, QAbstractButton)
        if (takes or pressed) and widget.isVisible() and not is_part(widget):
            found.append(widget)
    return found


def is_part(widget: QWidget) -> bool:
    """A piece of a spin box, a dock's title or a scroll area, which Qt names itself."""
    parent = widget.parent()
    inside = isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QDockWidget | QTabBar)
    inside |= isinstance(widget, QTabBar) and isinstance(parent, QMainWindow)  # docks as tabs
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
    return bool(widget.toolTip()) or isinstance(widget, QScrollArea)


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
def window(
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    open_window: Callable[[str], Window],
    tmp_path: Path,
) -> Window:
    made, name = open_window("tiny-vae"), request.param
    if name == "tiny-rbm":  # no model of the library: one that draws by stages
        name = str(tiny.make_energy(tmp_path))
    made.open_model(name)
    qtbot.waitUntil(lambda: made.store.state.model == name, timeout=20_000)
    # a first run waits for diffusers to be imported
    qtbot.waitUntil(lambda: made.bridge.idle, timeout=90_000)
    made.history_dock.show()
    return made


def test_every_control_of_every_view(qtbot: QtBot, window: Window) -> None:
    """A name, a tooltip, 24 points to hit, and its place in the order of Tab, which is that of
    reading: no control of a panel comes after one that lies behind it."""
    poor: list[str] = []
    for name in views(window):
        view = show(window, qtbot, name)
        for widget in interactive(window):
            poor += [f"{name}: {told(widget)} {fault}" for fault in faults(widget)]
        poor += [f"{name}: {text}" for text in out_of_order(view)]
    assert "\n".join(sorted(set(poor))) == ""


def faults(widget: QWidget) -> list[str]:
    found = [] if named(widget) else ["has no name"]
    found += [] if explained(widget) else ["has no tooltip"]
    size = widget.size()
    pressed = isinstance(widget, QAbstractButton | QComboBox)
    if pressed and (size.width() < 24 or size.height() < 22):
        found.append(f"is {size.width()}x{size.height()}")
    return found


def out_of_order(view: QWidget) -> list[str]:
    takes = Qt.FocusPolicy.TabFocus
    wanted = {w for w in interactive(view) if w.focusPolicy() & takes and w.isEnabled()}
    visited: list[QWidget] = []
    at = view.nextInFocusChain()
    while at is not None and at is not view:
        visited += [at] if at in wanted else []
        at = at.nextInFocusChain()
    assert set(visited) == wanted
    return [
        f"{told(first)} then {told(then)}"
        for first, then in pairwise(visited)
        if first.parent() is then.parent() and goes_back(first, then)
    ]


def goes_back(first: QWidget, then: QWidget) -> bool:
    """Whether a control of the same panel lies before the last one, as one reads."""
    one, other = first.geometry(), then.geometry()
    if other.bottom() <= one.top():
        return True
    same_row = other.top() <= one.center().y() <= other.bottom()
    return same_row and other.right() <= one.left()


def test_dialogs_are_named_and_explained_too(qtbot: QtBot, vae: Window) -> None:
    pages = [show_about(vae), show_shortcuts(vae), vae.preferences.show_page(), vae.show_palette()]
    for page in pages:
        poor = [told(w) for w in interactive(page) if not (named(w) and explained(w))]
        assert not poor, page.windowTitle()
        page.close()


def test_rows_that_are_made_anew_are_never_taken_for_what_was_in_their_place(qtbot: QtBot) -> None:
    """Items of layouts die unknown to Python: a combo box at their address was one of them."""
    root = QWidget()
    qtbot.addWidget(root)
    column, form = QVBoxLayout(root), QFormLayout()
    column.addLayout(form)
    for _ in range(300):
        while form.rowCount():
            form.removeRow(0)
        boxes = [QComboBox(root) for _ in range(6)]
        for box in boxes:
            form.addRow("row", box)
        in_reading_order(root)
        order = [boxes[0]]
        while len(order) < len(boxes):
            after = order[-1].nextInFocusChain()
            assert isinstance(after, QWidget)
            order += [after] if isinstance(after, QComboBox) else []
        assert order == boxes
