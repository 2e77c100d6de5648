"""Two dimensions at once: a square to drag in, over small pictures of what it leads to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from explorer.analysis.around import SPAN
from explorer.ui import theme
from explorer.ui.icons import IconButton
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.plate import to_qimage

COUNT = 7
_SIDE = 28 * COUNT
_EDGE = COUNT / (COUNT - 1)  # from the middle of the outer pictures to their outer edge
_STEP, _FINE = 0.05, 0.1


class PadSquare(QWidget):
    """A handle over COUNT x COUNT pictures, each way as far as its dimension goes, up being more.

    Signals:
        moved: (across, up), standard deviations.
        settled: a drag or a key press ended.
    """

    moved = Signal(float, float)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = (0.0, 0.0)
        self.spans = (SPAN, SPAN)
        self._pictures: list[QImage] = []
        self._held = self._ring = False
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Pad of two dimensions"))
        self.setToolTip(
            self.tr(
                "Drag to set both, in the units of their sliders. Arrows: 0.05, with Shift 0.005."
            )
        )

    def show_values(self, across: float, up: float) -> None:
        """Where the handle stands; nothing is emitted."""
        if (across, up) != self.values:
            self.values = (across, up)
            words = self.tr("{across} across, {up} up")
            self.setAccessibleDescription(words.format(across=f"{across:.3f}", up=f"{up:.3f}"))
            self.update()

    def set_spans(self, across: float, up: float) -> None:
        """How far the outer pictures are from 0, either way."""
        if (across, up) != self.spans:
            self.spans = (across, up)
            self.update()

    def set_pictures(self, pictures: NDArray[np.uint8] | None) -> None:
        """(COUNT * COUNT, H, W, C) uint8 row by row from the top, or none yet."""
        self._pictures = [] if pictures is None else [to_qimage(p) for p in pictures]
        self.update()

    @property
    def count(self) -> int:
        """How many pictures have come."""
        return len(self._pictures)

    def place(self, across: float, up: float) -> QPointF:
        """Where two values lie, within the square."""
        shares = (across / self.spans[0], -up / self.spans[1])
        x, y = (min(1.0, max(0.0, 0.5 + share / (2 * _EDGE))) for share in shares)
        return QPointF(x * self.width(), y * self.height())

    def values_at(self, at: QPointF) -> tuple[float, float]:
        """The values at a point; beyond the square those of its edge.

        A dimension whose prior ends, ends here too.
        """
        found = []
        for share, span in zip(
            (at.x() / self.width(), 1 - at.y() / self.height()), self.spans, strict=True
        ):
            value = (2 * min(1.0, max(0.0, share)) - 1) * span * _EDGE
            found.append(round(self._within(value, span), 3))
        return found[0], found[1]

    def _within(self, value: float, span: float) -> float:
        return value if span == SPAN else min(span, max(-span, value))

    # -- events ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Always the same."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, the handle, the ring of the keyboard."""
        tokens, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.raised)
        cell = self.width() / COUNT
        for number, image in enumerate(self._pictures):
            row, column = divmod(number, COUNT)
            size = image.size().scaled(round(cell), round(cell), Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            corner = QPointF(column * cell, row * cell)
            painter.drawImage(QRectF(corner, size.toSizeF()), image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self.place(*self.values)
        painter.setBrush(tokens.accent)
        painter.setPen(QPen(tokens.surface, 2))
        painter.drawEllipse(at, 7, 7)
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there and drag on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self.moved.emit(*self.values_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Both follow the mouse."""
        if self._held:
            self.moved.emit(*self.values_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """One entry of the history."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the handle."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = _STEP * (_FINE if fine else 1)
        across, up = (
            round(self._within(value + by * step, span), 3)
            for value, by, span in zip(self.values, way, self.spans, strict=True)
        )
        self.moved.emit(across, up)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A run of steps is one entry."""
        if not event.isAutoRepeat():
            self.settled.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        self.update()


class PadPanel(QWidget):
    """The square, and which two dimensions it moves.

    Signals:
        chosen: (dimension across, dimension up).
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.square = PadSquare(self)
        self.across, self.up = QComboBox(self), QComboBox(self)
        self.close_button = IconButton("close", self.tr("Close the pad (P)"), parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 0, 8, 0)
        grid.setVerticalSpacing(4)
        words = (self.tr("Across"), self.tr("Up"))
        for place, (text, box) in enumerate(zip(words, (self.across, self.up), strict=True)):
            label = QLabel(text, self)
            label.setProperty("role", "quiet")
            label.setBuddy(box)
            box.setAccessibleName(self.tr("Pad: {way}").format(way=text))
            box.setToolTip(self.tr("The dimension that this way of the pad moves"))
            box.activated.connect(self._choose)
            grid.addWidget(label, 2 * place, 0)
            grid.addWidget(box, 2 * place + 1, 0)
        grid.setRowStretch(4, 1)
        grid.addWidget(self.close_button, 5, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.square, 0, 1, 6, 1)
        self.hide()

    def set_names(self, names: Sequence[str]) -> None:
        """The dimensions to choose from."""
        if [self.across.itemText(i) for i in range(self.across.count())] == list(names):
            return
        for box in (self.across, self.up):
            box.clear()
            box.addItems(list(names))

    def show_chosen(self, across: int, up: int) -> None:
        """The dimensions of the state."""
        self.across.setCurrentIndex(across)
        self.up.setCurrentIndex(up)

    def _choose(self) -> None:
        self.chosen.emit(self.across.currentIndex(), self.up.currentIndex())
