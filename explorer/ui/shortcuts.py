"""All keys and mouse gestures on one page: the menus', every view's, and those of each control."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu

from explorer.ui.language import tr
from explorer.ui.palette import plain
from explorer.ui.views import VIEWS
from explorer.ui.widgets.page import Page

if TYPE_CHECKING:
    from explorer.ui.window import Window

Rows = list[tuple[str, str]]


class Shortcuts(Page):
    """A window that can stay open beside the work.

    Attributes:
        sections: (title, rows of keys and what they do), as shown.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window.tr("Keys and mouse"), window)
        self.sections = [*_menus(window), *_views(window), *_controls()]
        page = QLabel("".join(_table(title, rows) for title, rows in self.sections), self)
        page.setTextFormat(Qt.TextFormat.RichText)
        page.setAlignment(Qt.AlignmentFlag.AlignTop)
        page.setMargin(16)
        page.setWordWrap(True)
        self.fill(page, 560, 620)


def show_shortcuts(window: Window) -> Shortcuts:
    """The page, shown."""
    page = Shortcuts(window)
    page.show()
    return page


def _menus(window: Window) -> list[tuple[str, Rows]]:
    """The menus but for the view's own, which has a section with the other views."""
    found = []
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and menu is not window.menus.commands:
            found.append((plain(top.text()), _rows(menu.actions())))
    return [(title, rows) for title, rows in found if rows]


def _views(window: Window) -> list[tuple[str, Rows]]:
    """Every view that suits the model, on the screen or not."""
    spec = window.desk.spec
    found = []
    for kind in VIEWS:
        if spec is not None and kind.suits(spec):
            rows = _rows(window.view(kind.name).commands())
            found.append((tr("View: {title}").format(title=tr(kind.title)), rows))
    return [(title, rows) for title, rows in found if rows]


def _rows(actions: list[QAction], within: str = "") -> Rows:
    """Those with keys; what stands in a menu among them is named with it."""
    shown, rows = QKeySequence.SequenceFormat.NativeText, Rows()
    for action in actions:
        inner, text = action.menu(), plain(action.text())
        keys = ", ".join(key.toString(shown) for key in action.shortcuts())
        if isinstance(inner, QMenu):
            rows += _rows(inner.actions(), f"{text}: ")
        elif keys and action.isVisible():
            rows.append((keys, within + text))
    return rows


def _table(title: str, rows: Rows) -> str:
    cells = "".join(
        f"<tr><td width='190'><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"
        for keys, what in rows
    )
    return f"<h3>{escape(title)}</h3><table width='100%'>{cells}</table>"


def _controls() -> list[tuple[str, Rows]]:
    """What hands do on a control: no action of a menu says it."""
    return [
        (tr("Everywhere"), _everywhere()),
        (tr("Sliders"), _sliders()),
        (tr("Pictures"), _canvas()),
        (tr("Pad of two dimensions"), _pad()),
        (tr("Samples to pick from"), _samples()),
        (tr("Key frames"), _key_frames()),
        (tr("Playing and scrubbing"), _playing()),
    ]


def _everywhere() -> Rows:
    return [
        (tr("Tab, Shift+Tab"), tr("The next control, or the one before")),
        (tr("Drop a file"), tr("Open a model, a session, or a picture with its recipe")),
        (tr("Right click"), tr("Menu of what lies under the cursor")),
        (tr("Esc"), tr("Dismiss the message, leave a field, end what was begun")),
    ]


def _sliders() -> Rows:
    return [
        (tr("Drag"), tr("Change; with Shift ten times finer")),
        (tr("Double click, Delete"), tr("Reset one")),
        (
            tr("Wheel, Left, Right"),
            tr("0.05; with Shift 0.005. Beside the track the wheel scrolls"),
        ),
        (tr("Up, Down"), tr("Another slider")),
        (tr("Enter, click on the value"), tr("Type a value")),
        (tr("Ctrl+Left, Ctrl+Right"), tr("The next picture of the film strip")),
        (tr("F2, double click on the name"), tr("Rename")),
        (tr("Space"), tr("Draw one from the prior")),
        (tr("H"), tr("Show where one acts in the picture, or stop")),
        (tr("L"), tr("Lock one against randomising")),
    ]


def _canvas() -> Rows:
    return [
        (tr("Wheel, +, -"), tr("Zoom about the cursor")),
        (tr("Drag, arrows"), tr("Move")),
        (tr("Double click, F"), tr("Fit")),
        (tr("N"), tr("Smooth pixels or crisp squares")),
        (tr("Right click"), tr("Copy, save, send to another model")),
    ]


def _pad() -> Rows:
    return [
        (tr("Drag"), tr("Change both")),
        (tr("Arrows"), tr("0.05; with Shift 0.005")),
    ]


def _samples() -> Rows:
    return [
        (tr("Arrows"), tr("Another sample")),
        (tr("Enter, Space, click"), tr("Go there")),
    ]


def _key_frames() -> Rows:
    return [
        (tr("Click, Page Up, Page Down"), tr("Choose one")),
        (tr("Drag, Ctrl+Left, Ctrl+Right"), tr("Move it among the others")),
        (tr("Alt+Left, Alt+Right"), tr("A frame sooner or later; with Shift ten")),
        (tr("D"), tr("Duplicate")),
        (tr("Delete"), tr("Remove")),
    ]


def _playing() -> Rows:
    return [
        (tr("Space"), tr("Play or pause")),
        (tr("Left, Right"), tr("One back or forward")),
        (tr("Page Up, Page Down"), tr("A tenth back or forward")),
        (tr("Home, End"), tr("The first or the last")),
        (tr("Drag on the scrubber or the curves"), tr("Go to any place")),
        (tr("Esc"), tr("Stop a run and keep what is computed")),
    ]
