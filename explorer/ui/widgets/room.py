"""Room for what may be larger than the window: shown whole where it fits, else scrolled.

Without it a view's controls decide how small the window may be: turning to another view would make
the window grow past the edge of a small screen, or of one at 200 %, and never shrink again.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from explorer.ui.widgets.pages import Pages

# Of a view: with the frame around it the window fits 640x360 points, 1280x720 pixels at 200 %.
LEAST = QSize(320, 200)


class Room(QScrollArea):
    """A QScrollArea without a frame or a place of its own in the order of Tab."""

    def __init__(self, inner: QWidget, least: QSize = LEAST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.inside = _Inside(inner)
        self.setWidget(self.inside)

    def minimumSizeHint(self) -> QSize:
        """As given, whatever is inside."""
        return self._least


class _Inside(QWidget):
    """Keeps Qt from giving what is inside its preferred height where text in it may wrap.

    A QScrollArea does so for a layout whose height depends on the width, and would scroll a view
    that could as well be lower.
    """

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """What the inner widget needs at least, its texts wrapped as they are now."""
        inner = self._inner
        least = inner.minimumSizeHint().expandedTo(inner.minimumSize())
        layout = inner.layout()
        if layout is not None and layout.hasHeightForWidth() and not isinstance(inner, Pages):
            least.setHeight(max(least.height(), layout.minimumHeightForWidth(inner.width())))
        return least

    def sizeHint(self) -> QSize:
        """The same: it takes all that there is."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The inner widget has all of it."""
        self._inner.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """The inner widget may need more or less by now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class SideRoom(Room):
    """For a column of controls: as wide as it, with the scroll bar beside it and not over it."""

    def __init__(self, column: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(column, QSize(0, 120), parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(self.inside.minimumSizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less height may need a scroll bar."""
        super().resizeEvent(event)
        self._widen()

    def event(self, event: QEvent) -> bool:
        """So may more controls."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._widen()
        return done

    def _widen(self) -> None:
        least = self.inside.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width() if self.height() < least.height() else 0
        self.setFixedWidth(least.width() + bar)
