"""A picture with another one drawn over it from the left, as far as a divider one drags."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.ui import theme
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.plate import Bytes, to_qimage

_LEFT = Qt.MouseButton.LeftButton
_NEAR = 12  # half of what one can take hold of: a target of 24 pixels
_GRIP = 7
_STEP = 1 / 32


class Wipe(Canvas):
    """A canvas like any other until it is given a picture to compare with.

    What is copied and saved is its own picture, without the other.

    Signals:
        moved: the divider was moved, to a share of the picture's width.
    """

    moved = Signal(float)

    def __init__(self, caption: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, empty, parent)
        self._beside: QImage | None = None
        self._share, self._taken = 0.5, False

    @property
    def place(self) -> float:
        """Where the divider stands, 0 (left) to 1."""
        return self._share

    @property
    def wiped(self) -> bool:
        """Whether the other picture is there and of the same size."""
        own, other = self._image, self._beside
        return own is not None and other is not None and own.size() == other.size()

    def set_beside(self, image: Bytes | None) -> None:
        """The picture left of the divider, (H, W, C) uint8, or none."""
        if image is None and self._beside is None:
            return
        self._beside = None if image is None else to_qimage(image)
        self.update()

    def set_place(self, place: float) -> None:
        """Move the divider; nothing is emitted."""
        place = min(1.0, max(0.0, place))
        if place != self._share:
            self._share = place
            words = self.tr("divider at {share} %").format(share=round(100 * place))
            self.setAccessibleDescription(words)
            self.update()

    def divider(self) -> float:
        """The divider's x in the widget's own pixels."""
        target = self.target()
        return (target.x() + self._share * target.width()) / self.devicePixelRatioF()

    def _near(self, at: QPointF) -> bool:
        return self.wiped and abs(at.x() - self.divider()) <= _NEAR

    def _move(self, place: float) -> None:
        self.set_place(place)
        self.moved.emit(self._share)

    # -- events ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The own picture, the other one over it, the divider with its grip."""
        super().paintEvent(event)
        if not self.wiped or self._beside is None:
            return
        painter, ratio, target = QPainter(self), self.devicePixelRatioF(), self.target()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        edge = round(target.x() + self._share * target.width())
        left = QRect(target.x(), target.y(), edge - target.x(), target.height())
        painter.setClipRect(left.intersected(self.room()))
        smooth = self.sight.smooth or target.width() < self._beside.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, self._beside)
        painter.restore()
        seen = target.intersected(self.room())
        self._paint_divider(painter, QRectF(seen.topLeft() / ratio, seen.size() / ratio))
        painter.end()

    def _paint_divider(self, painter: QPainter, seen: QRectF) -> None:
        tokens, x = theme.current(), self.divider()
        if not seen.left() <= x <= seen.right() + 1:
            return
        top, bottom = QPointF(x, seen.top()), QPointF(x, seen.bottom())
        for colour, width in ((tokens.surface, 4), (tokens.accent, 2)):  # seen on any picture
            painter.setPen(QPen(colour, width))
            painter.drawLine(top, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.surface, 2))
        painter.setBrush(tokens.accent)
        painter.drawEllipse((top + bottom) / 2, _GRIP, _GRIP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider, or of the picture."""
        if event.button() == _LEFT and self._near(event.position()):
            self._taken = True
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The divider follows while it is held."""
        if self._taken and self._image is not None:
            self._move(self.to_picture(event.position()).x() / self._image.width())
            return
        if self._near(event.position()):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.unsetCursor()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._taken and event.button() == _LEFT:
            self._taken = False
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the divider while there is one."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and self.wiped:
            self._move(self._share + way * _STEP)
        else:
            super().keyPressEvent(event)
