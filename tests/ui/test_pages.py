"""The stack of views: only the one on screen needs room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
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


def test_a_page_whose_text_wraps_has_room_for_all_its_lines(qtbot: QtBot) -> None:
    pages, page, text = Pages(), QWidget(), QLabel("Some words that need many lines. " * 4)
    qtbot.addWidget(pages)
    text.setWordWrap(True)
    text.setFixedWidth(100)
    column = QVBoxLayout(page)
    column.addWidget(text)
    pages.addWidget(page)
    pages.resize(120, 100)
    pages.show()
    qtbot.waitExposed(pages)
    assert pages.minimumSizeHint().height() >= text.heightForWidth(100)
