"""The picture that is redrawn, and drawn on by hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.widgets.canvas import Canvas

_LEFT = Qt.MouseButton.LeftButton


class Sheet(Canvas):
    """A canvas whose left button draws; the middle one moves the picture.

    Signals:
        drawn: a piece of a stroke, from and to (x, y) in picture pixels.
        lifted: the stroke is over.
    """

    drawn = Signal(object, object)
    lifted = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, parent=parent)
        self._last: tuple[float, float] | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(
            self.tr("Drag: draw. Wheel: zoom. Middle button: move. Right click: copy, save.")
        )

    @property
    def drawing(self) -> bool:
        """Whether a stroke is being drawn."""
        return self._last is not None

    def _draw_to(self, at: QPointF) -> None:
        place = self.to_picture(at)
        here = (place.x(), place.y())
        before, self._last = self._last or here, here
        self.drawn.emit(before, here)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins with a dot."""
        if event.button() == _LEFT and self.image is not None:
            self._draw_to(event.position())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self.drawing and event.buttons() & _LEFT:
            self._draw_to(event.position())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke ends."""
        if self.drawing and event.button() == _LEFT:
            self._last = None
            self.lifted.emit()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two dots, quickly."""
        self.mousePressEvent(event)
