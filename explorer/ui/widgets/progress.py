"""A progress bar that is painted with everything else, in the next frame."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

_HIGH = 6


class Progress(QProgressBar):
    """A line without words, told in one go how far something has come.

    Qt paints a bar inside of `setValue`, and with it all that waits to be laid out and painted:
    where a view comes on screen, that held the window for 26 ms.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(_HIGH)
        self.setAccessibleName(name)

    def show_progress(self, done: int, planned: int) -> None:
        """`done` of `planned`; 0 planned is something whose end is not known."""
        self.setUpdatesEnabled(False)
        self.setRange(0, planned)
        self.setValue(done)
        self.setUpdatesEnabled(True)
