"""The stack of views: only the one on screen needs room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.pages import Pages


def test_a_page_out_of_sight_needs_no_room(qtbot: QtBot) -> None:
    pages, small, large = Pages(), QLabel("small"), QLabel("large")
    qtbot.addWidget(pages)
    small.setMinimumSize(100, 80)
    large.setMinimumSize(700, 600)
    pages.addWidget(small)
    pages.addWidget(large)
    asked = pages.minimumSizeHint()
    pages.setCurrentWidget(large)
    assert asked.height() < 600 <= pages.minimumSizeHint().height()
    pages.setCurrentWidget(small)
    assert pages.minimumSizeHint().height() == asked.height()
