"""All keys and mouse gestures on one page: the menus' own, and those of sliders and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from explorer.ui.window import Window


def show_shortcuts(window: Window) -> QDialog:
    """A window that can stay open beside the work."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(dialog.tr("Keys and mouse"))
    page = QLabel(_page(dialog, window), dialog)
    page.setTextFormat(Qt.TextFormat.RichText)
    page.setAlignment(Qt.AlignmentFlag.AlignTop)
    page.setMargin(16)
    page.setWordWrap(True)
    area = QScrollArea(dialog)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    dialog.resize(560, 620)
    dialog.show()
    return dialog


def _page(dialog: QWidget, window: Window) -> str:
    parts = []
    for menu_action in window.menuBar().actions():
        menu = menu_action.menu()
        if isinstance(menu, QMenu) and menu_action.isVisible():
            rows = [row for a in menu.actions() if (row := _row(a)) is not None]
            if rows:
                parts.append((menu_action.text().replace("&", ""), rows))
    parts += [(dialog.tr("Sliders"), _sliders(dialog)), (dialog.tr("Pictures"), _canvas(dialog))]
    return "".join(_table(title, rows) for title, rows in parts)


def _row(action: QAction) -> tuple[str, str] | None:
    shown = QKeySequence.SequenceFormat.NativeText
    keys = ", ".join(k.toString(shown) for k in action.shortcuts())
    return (keys, action.text().replace("&", "")) if keys and action.isVisible() else None


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td width='190'><b>{keys}</b></td><td>{what}</td></tr>" for keys, what in rows
    )
    return f"<h3>{title}</h3><table width='100%'>{cells}</table>"


def _sliders(dialog: QWidget) -> list[tuple[str, str]]:
    tr = dialog.tr
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
        (tr("Right click"), tr("Menu")),
    ]


def _canvas(dialog: QWidget) -> list[tuple[str, str]]:
    tr = dialog.tr
    return [
        (tr("Wheel, +, -"), tr("Zoom about the cursor")),
        (tr("Drag, arrows"), tr("Move")),
        (tr("Double click, F"), tr("Fit")),
        (tr("N"), tr("Smooth pixels or crisp squares")),
        (tr("Right click"), tr("Copy and save")),
    ]
