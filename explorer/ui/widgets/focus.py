"""When a focus ring is shown: to those who came by key. A click needs none to see where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def by_key(event: QFocusEvent) -> bool:
    """Whether a widget that just got the keyboard should show it."""
    return event.gotFocus() and event.reason() in _BY_KEY
