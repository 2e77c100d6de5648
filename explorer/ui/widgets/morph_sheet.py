"""A sheet of pictures between four corners, and where on it one is.

The mouse shows the picture under it without a press, and leaves everything as it was when it goes;
a press stays there.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.plate import to_qimage

COUNT = 7
_LEAST = 7 * 24
_STEP, _FINE = 0.05, 0.1


class MorphSheet(QWidget):
    """COUNT x COUNT pictures and a handle.

    Signals:
        hovered: the mouse is over a place, shares of width and height in [0, 1], no button down.
        left: it has gone again.
        moved: the handle was put or dragged to a place.
        released: it was let go.
        kept: the picture at the handle is wanted: a double click, or Enter.
        corner_asked: a corner, 0 to 3 row by row, and where on the screen to ask what it shall be.
        dropped: a file, and the corner nearest to where it was dropped.
        dropped_text: the same for a text, such as a latent's.
    """

    hovered = Signal(float, float)
    left = Signal()
    moved = Signal(float, float)
    released = Signal()
    kept = Signal()
    corner_asked = Signal(int, object)
    dropped = Signal(Path, int)
    dropped_text = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = (0.5, 0.5)
        self._images: list[QImage | None] = [None] * COUNT**2
        self._shape = (1, 1)
        self._held = self._ring = False
        self.setMinimumSize(_LEAST, _LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Morph grid between four pictures"))
        self.setToolTip(
            self.tr(
                "Move over it to see the picture there; click or drag to stay. Double click or\n"
                "Enter keeps it as a key frame. Right click, or drop a picture, changes the nearest"
                "\ncorner. Arrows move by 5 %, with Shift by 0.5 %."
            )
        )

    # -- what it shows --------------------------------------------------------------------------

    def set_picture_size(self, height: int, width: int) -> None:
        """The pictures' own shape, and with it the sheet's."""
        self._shape = (max(1, height), max(1, width))
        self.clear()

    def clear(self) -> None:
        """No picture has come yet."""
        self._images = [None] * COUNT**2
        self.update()

    def put(self, index: int, picture: NDArray[np.uint8]) -> None:
        """A picture, (H, W, C) uint8, by its number row by row."""
        if index < len(self._images):
            self._images[index] = to_qimage(picture)
            self.update()

    @property
    def filled(self) -> int:
        """How many pictures have come."""
        return sum(image is not None for image in self._images)

    def show_place(self, across: float, down: float) -> None:
        """Where the handle stands; nothing is emitted."""
        if (across, down) != self.place:
            self.place = (across, down)
            words = self.tr("{across} % across, {down} % down")
            shares = (round(100 * across), round(100 * down))
            self.setAccessibleDescription(words.format(across=shares[0], down=shares[1]))
            self.update()

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As large as there is room for."""
        return QSize(2 * _LEAST, 2 * _LEAST)

    def sheet(self) -> QRectF:
        """The sheet within the widget: the pictures' own shape, whole screen pixels a picture."""
        height, width = self._shape
        ratio = self.devicePixelRatioF()
        scale = min(self.width() / width, self.height() / height) * ratio / COUNT
        wide, high = (max(1, int(side * scale)) * COUNT / ratio for side in (width, height))
        left, top = ((self.width() - wide) // 2, (self.height() - high) // 2)
        return QRectF(left, top, wide, high)

    def _track(self) -> QRectF:
        """From the middle of the first picture to that of the last, as shares run."""
        sheet = self.sheet()
        x, y = sheet.width() / (2 * COUNT), sheet.height() / (2 * COUNT)
        return sheet.adjusted(x, y, -x, -y)

    def point(self, across: float, down: float) -> QPointF:
        """Where a place lies in the widget."""
        track = self._track()
        return QPointF(track.left() + across * track.width(), track.top() + down * track.height())

    def place_at(self, at: QPointF) -> tuple[float, float]:
        """The place at a point; beyond the sheet that of its edge."""
        track = self._track()
        across = (at.x() - track.left()) / max(1.0, track.width())
        down = (at.y() - track.top()) / max(1.0, track.height())
        return round(min(1.0, max(0.0, across)), 4), round(min(1.0, max(0.0, down)), 4)

    def corner_at(self, at: QPointF) -> int:
        """The corner nearest to a point."""
        across, down = self.place_at(at)
        return 2 * (down > 0.5) + (across > 0.5)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, the corners framed, the handle."""
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.mat)
        for number, image in enumerate(self._images):
            if image is not None:
                rect = self._tile(number)
                whole = (rect.height() * self.devicePixelRatioF()) % image.height() == 0
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not whole)
                painter.drawImage(rect, image)
        painter.setPen(QPen(tokens.accent, 2))
        last = COUNT - 1
        for number in (0, last, last * COUNT, COUNT**2 - 1):
            painter.drawRect(self._tile(number).adjusted(1, 1, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.accent)
        painter.setPen(QPen(tokens.surface, 2))
        painter.drawEllipse(self.point(*self.place), 7, 7)
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _tile(self, number: int) -> QRect:
        row, column = divmod(number, COUNT)
        sheet = self.sheet()
        xs = [round(sheet.left() + sheet.width() * (column + i) / COUNT) for i in (0, 1)]
        ys = [round(sheet.top() + sheet.height() * (row + i) / COUNT) for i in (0, 1)]
        return QRect(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0])

    # -- mouse and keys -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay here, and drag on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self.moved.emit(*self.place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The picture under the mouse."""
        told = self.moved if self._held else self.hovered
        told.emit(*self.place_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self.released.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep what is there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.kept.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """As it was before."""
        super().leaveEvent(event)
        if not self._held:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Another picture for the nearest corner."""
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.point(*self.place) if keyed else QPointF(event.pos())
        self.corner_asked.emit(self.corner_at(at), event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and texts may become corners."""
        data = event.mimeData()
        if any(url.isLocalFile() for url in data.urls()) or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The nearest corner, and its neighbours where there are more files."""
        event.acceptProposedAction()
        corner = self.corner_at(event.position())
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        for number, file in enumerate(files[:4]):
            self.dropped.emit(file, (corner + number) % 4)
        if not files and event.mimeData().hasText():
            self.dropped_text.emit(event.mimeData().text(), corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the handle, Enter keeps what is there."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit()
            return
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = _STEP * (_FINE if fine else 1)
        moved = (round(p + w * step, 4) for p, w in zip(self.place, way, strict=True))
        self.moved.emit(*(min(1.0, max(0.0, share)) for share in moved))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A run of steps is one entry."""
        if not event.isAutoRepeat():
            self.released.emit()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        self.update()
