"""A page beside the window: about, settings, keys. What has no room on the screen scrolls.

Qt gives a dialog at most two thirds of the screen and cuts off what is below; at 200 % that is not
even half of About.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

# What the system's frame around a window may take.
_FRAME = QSize(16, 48)


def fit_to_screen(dialog: QDialog, wanted: QSize) -> None:
    """As large as wanted, where the screen of the window it belongs to has room for that."""
    above = dialog.parentWidget() or dialog
    room = above.screen().availableGeometry().size() - _FRAME
    dialog.resize(wanted.boundedTo(room))


class Page(QDialog):
    """A dialog that can stay open; `fill` gives it what it shows."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)

    def fill(self, inner: QWidget, width: int, height: int = 0) -> None:
        """Show a widget, `width` wide where there is room and as high as it needs, or `height`."""
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus if not height else Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        inner.ensurePolished()
        layout = inner.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        needed = layout.totalHeightForWidth(width) if layout is not None and wraps else 0
        fit_to_screen(self, QSize(width, height or max(needed, inner.sizeHint().height())))
