"""The buttons between key frames: one that is gone does nothing any more."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.segment_chips import SegmentChips
from tests.ui.drive import LEFT


def test_a_button_whose_segment_went_while_it_was_pressed_does_nothing(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(400, 80)
    with qtbot.waitExposed(ground):
        ground.show()
    chips = SegmentChips(ground)
    two = [("a", "b"), ("b", "c")]
    chips.show_segments(two, ("linear", "spherical"), ("steady", "steady"))
    chips.place((20, 200, 380), 40)
    last = chips.buttons[1]
    assert last.isVisible()
    qtbot.mousePress(last, LEFT)
    chips.show_segments(two[:1], ("linear",), ("steady",))
    qtbot.mouseRelease(last, LEFT)
    assert QApplication.activePopupWidget() is None and len(chips.buttons) == 1
    qtbot.mouseClick(chips.buttons[0], LEFT)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
