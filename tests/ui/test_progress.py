"""The bar tells how far something has come, and leaves painting to the next frame."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.progress import Progress


class Counted(Progress):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        self.painted += 1
        super().paintEvent(event)


def test_a_bar_on_screen_is_painted_later_and_once(qtbot: QtBot) -> None:
    bar = Counted("How far")
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
    qtbot.waitUntil(lambda: bar.painted > 0)
    bar.painted = 0
    for done in range(1, 6):
        bar.show_progress(done, 5)
    assert bar.painted == 0
    qtbot.waitUntil(lambda: bar.painted > 0)
    assert bar.painted == 1
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (5, 5, "How far")
