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
        layout = widget.layout()
        known = [] if layout is None else list(_of_layout(layout, children))
    return known + [child for child in children if child not in known]


def _of_layout(layout: QLayout, among: list[QWidget]) -> Iterator[QWidget]:
    """Those of some widgets that lie in a layout, in its order.

    Its items are not asked for: the layout deletes them unknown to Python, and what is made in
    their place is then taken for the item that was there.
    """
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(w), w) for w in among]
    places += [(layout.indexOf(other), other) for other in inner]
    for place, part in sorted(places, key=lambda pair: pair[0]):
        if place >= 0 and isinstance(part, QLayout):
            yield from _of_layout(part, among)
        elif place >= 0 and isinstance(part, QWidget):
            yield part
