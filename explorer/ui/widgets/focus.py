"""The keyboard's focus: in which order Tab moves it, and when a ring shows where it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QSplitter, QStackedWidget, QWidget

# To those who came by key: a click needs no ring to see where it was.
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def by_key(event: QFocusEvent) -> bool:
    """Whether a widget that just got the keyboard should show it."""
    return event.gotFocus() and event.reason() in _BY_KEY


def in_reading_order(root: QWidget) -> None:
    """Let Tab go through `root` as its layouts lie, and not as its widgets happened to be made."""
    takes = Qt.FocusPolicy.TabFocus
    stops = [widget for widget in _as_laid_out(root) if widget.focusPolicy() & takes]
    for first, then in pairwise(stops):
        QWidget.setTabOrder(first, then)


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for part in _parts(widget):
        yield from _as_laid_out(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """The widgets inside one, from its layout where that knows them, else as they were made."""
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    children = [child for child in children if not child.isWindow()]
    if isinstance(widget, QSplitter | QStackedWidget):
        pages = (widget.widget(index) for index in range(widget.count()))
        known = [page for page in pages if page is not None]
    elif isinstance(widget, QAbstractScrollArea):
        known = [widget.viewport()]
    else:
        known = list(_of_layout(widget.layout()))
    return known + [child for child in children if child not in known]


def _of_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for index in range(layout.count() if layout is not None else 0):
        assert layout is not None
        item = layout.itemAt(index)
        inner = item.widget() if item is not None else None
        if inner is not None:
            yield inner
        elif item is not None:
            yield from _of_layout(item.layout())
