"""The ground of what stands beside a picture: controls lie on it, pictures do not."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget


def surfaced(widget: QWidget) -> None:
    """Fill a widget with the surface's colour."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(QPalette.ColorRole.Base)


class ControlsColumn(QWidget):
    """Widgets one below the other, on the surface; `box` takes them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        surfaced(self)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(8, 8, 8, 8)
        self.box.setSpacing(8)
