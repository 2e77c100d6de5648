"""Small pictures in rows, to pick one from: crisp, as many as fit, walked by mouse or keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from explorer.ui import theme
from explorer.ui.icons import IconButton
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.plate import to_qimage

Bytes = NDArray[np.uint8]
CELL = 64
GAP = 6
MOST = 96


class SampleGrid(QWidget):
    """Pictures by number.

    Signals:
        picked: the number of the picture that was clicked, or chosen with Enter.
        capacity_changed: another number of pictures fits now.
    """

    picked = Signal(int)
    capacity_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: dict[int, QImage] = {}
        self._shape = (CELL, CELL)
        self._chosen: int | None = None
        self._cursor = 0
        self._hot: int | None = None
        self._capacity = 0
        self._ring = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(CELL + 2 * GAP, CELL + GAP)
        self.setAccessibleName(self.tr("Samples to pick from"))
        self.setToolTip(self.tr("A click goes there. Arrows walk, Enter picks."))

    # -- what it shows --------------------------------------------------------------------------

    def set_picture_size(self, height: int, width: int) -> None:
        """The pictures' own size, which decides how large a cell is."""
        self._shape = (max(1, height), max(1, width))
        self.clear()
        self._measure()

    def set_pictures(self, start: int, pictures: Bytes) -> None:
        """Pictures (N, H, W, C) uint8 as numbers start, start + 1, ..."""
        for offset, picture in enumerate(pictures):
            self._images[start + offset] = to_qimage(picture)
        self.update()

    def clear(self) -> None:
        """No picture has come yet."""
        self._images.clear()
        self.update()

    def choose(self, number: int | None) -> None:
        """Mark the picture that is shown large, or none."""
        if number != self._chosen:
            self._chosen = number
            self.update()

    @property
    def capacity(self) -> int:
        """How many fit."""
        return self._capacity

    @property
    def count(self) -> int:
        """How many have come."""
        return len(self._images)

    # -- geometry -------------------------------------------------------------------------------

    def _cell(self) -> tuple[float, float]:
        """Width and height of a cell in logical pixels: a whole zoom in the screen's own."""
        ratio, (height, width) = self.devicePixelRatioF(), self._shape
        most = CELL * ratio / max(height, width)
        zoom = max(1, round(most)) if most >= 0.75 else most
        return width * zoom / ratio, height * zoom / ratio

    @property
    def columns(self) -> int:
        """How many stand in a row."""
        return max(1, int((self.width() + GAP) // (self._cell()[0] + GAP)))

    def box(self, number: int) -> QRect:
        """Where a picture lies."""
        width, height = self._cell()
        row, column = divmod(number, self.columns)
        return QRect(
            round(column * (width + GAP)), round(row * (height + GAP)) + 2, round(width),
            round(height),
        )  # fmt: skip

    def _measure(self) -> None:
        self.setMinimumHeight(round(self._cell()[1]) + GAP)  # a whole zoom may be above CELL
        rows = max(1, int((self.height() + GAP - 2) // (self._cell()[1] + GAP)))
        capacity = min(MOST, rows * self.columns)
        if capacity != self._capacity:
            self._capacity = capacity
            self.capacity_changed.emit(capacity)

    def _at(self, point: QPointF) -> int | None:
        place = point.toPoint()
        boxes = ((n, self.box(n)) for n in self._images if n < self._capacity)
        return next((n for n, box in boxes if box.contains(place)), None)

    # -- events ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(8 * (CELL + GAP), CELL + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer fit."""
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, a mark around the chosen one, a ring around the one the keys are at."""
        tokens = theme.current()
        painter = QPainter(self)
        for number in range(self._capacity):
            box = self.box(number)
            if not box.adjusted(-3, -3, 3, 3).intersects(event.rect()):
                continue
            image = self._images.get(number)
            if image is None:
                painter.fillRect(box, tokens.raised)
            else:
                painter.drawImage(box, image)
            self._paint_ring(painter, tokens, number, box)

    def _paint_ring(self, painter: QPainter, tokens: theme.Theme, number: int, box: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if number == self._chosen:
            painter.fillRect(QRect(box.left(), box.bottom() + 1, box.width(), 3), tokens.accent)
        if self._ring and number == self._cursor:
            painter.setPen(tokens.accent)
            painter.drawRect(box.adjusted(-2, -2, 1, 1))
        elif number == self._hot:
            painter.setPen(tokens.text)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the picture below."""
        hot = self._at(event.position())
        if hot != self._hot:
            self._hot = hot
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(Qt.CursorShape.ArrowCursor if hot is None else hand)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the cursor."""
        self._hot = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick."""
        number = self._at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._cursor = number
            self.picked.emit(number)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter and Space pick."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }
        if key in steps:
            self._ring = True
            self._cursor = min(self._capacity - 1, max(0, self._cursor + steps[key]))
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self._cursor in self._images:
                self.picked.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are, to those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They are elsewhere."""
        self._ring = False
        self.update()

    def event(self, event: QEvent) -> bool:
        """Each picture says its number."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            text = "" if number is None else self.tr("Sample {number}").format(number=number)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)


class SampleTray(QWidget):
    """Samples or neighbours, a button that draws others, and one that chooses which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = SampleGrid(self)
        words = self.tr("Draw other samples to pick from (G)")
        self.again = IconButton("dice", words, self.tr("Samples"), self)
        words = self.tr(
            "Show neighbours of the picture in place of samples; pick one to go there. "
            "[ and ] bring them nearer or farther. (K)"
        )
        self.near = IconButton("near", words, self.tr("Neighbours"), self)
        self.near.setCheckable(True)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.again)
        buttons.addWidget(self.near)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 2)
        row.addLayout(buttons)
        row.addWidget(self.grid, 1)
