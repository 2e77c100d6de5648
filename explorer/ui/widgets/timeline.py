"""The key frames of a path, each above its place on the film strip."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolTip, QWidget

from explorer.ui import theme
from explorer.ui.widgets.canvas import to_qimage
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.track import Track

THUMB = 48
_SMALLEST = 16
_LABEL = 16
_POINTER = 6
_GAP = 4


class Timeline(QWidget):
    """Thumbnails of the key frames: choose, drag into another order, remove.

    Signals:
        chosen: a key was chosen, by its number from 0.
        moved: a key was dragged (from, to); `to` is its number afterwards.
        removed: a key is to go.
        scrubbed: the playhead was moved by hand to a share in [0, 1].
        released: the playhead was let go.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)
    scrubbed = Signal(float)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._times: tuple[float, ...] = ()
        self._thumbs: list[QImage | None] = []
        self._track = Track(THUMB / 2, 0.0)
        self._position = 0.0
        self._selected = -1
        self._pressed = -1
        self._grip = QPointF()
        self._drag: float | None = None
        self._scrubbing = self._ring = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Key frames"))
        self._describe()

    # -- what it shows --------------------------------------------------------------------------

    def set_track(self, track: Track) -> None:
        """Where the playhead runs; the film strip's."""
        if track != self._track:
            self._track = track
            self.update()

    def set_keys(self, labels: Sequence[str], times: Sequence[float]) -> None:
        """New key frames, without pictures yet, and when each is reached, in [0, 1]."""
        self._labels, self._times = tuple(labels), tuple(times)
        self._thumbs = [None] * len(self._labels)
        self._selected = min(self._selected, len(self._labels) - 1)
        self._drag, self._pressed = None, -1
        self._describe()
        self.update()

    def put(self, index: int, picture: NDArray[np.uint8]) -> None:
        """A key's picture, (H, W, C) uint8."""
        if index < len(self._thumbs):
            self._thumbs[index] = to_qimage(picture)
            self.update()

    @property
    def pictured(self) -> int:
        """How many keys have a picture."""
        return sum(thumb is not None for thumb in self._thumbs)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the keys are called, in order."""
        return self._labels

    @property
    def selected(self) -> int:
        """The chosen key's number, or -1."""
        return self._selected

    def select(self, index: int) -> None:
        """Choose a key without telling anybody."""
        self._selected = index if 0 <= index < len(self._labels) else -1
        self._describe()
        self.update()

    def set_position(self, position: float) -> None:
        """Move the playhead."""
        if position != self._position:
            self.update(self._pointer_rect())
            self._position = position
            self.update(self._pointer_rect())

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A thumbnail, its name and the playhead's pointer."""
        return QSize(8 * THUMB, THUMB + _LABEL + _POINTER + 2)

    def _side(self) -> int:
        """A thumbnail's side: less where many keys share the room."""
        return int(min(THUMB, max(_SMALLEST, self._pitch() - _GAP)))

    def _pitch(self) -> float:
        """The room of the two keys that are closest to each other."""
        gaps = [b - a for a, b in pairwise(self._times)]
        return self._track.width * min(gaps, default=1.0)

    def thumb_rect(self, index: int) -> QRect:
        """Where a key's thumbnail lies, in the widget's pixels."""
        middle, side = self._track.x(self._times[index]), self._side()
        return QRect(round(middle - side / 2), 1 + THUMB - side, side, side)

    def _pointer_rect(self) -> QRect:
        x = round(self._track.x(self._position))
        return QRect(x - _POINTER - 1, self.height() - _POINTER - 1, 2 * _POINTER + 3, _POINTER + 1)

    def _key_at(self, at: QPoint) -> int:
        for index in reversed(range(len(self._labels))):
            if self.thumb_rect(index).adjusted(-2, -2, 2, _LABEL).contains(at):
                return index
        return -1

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, thumbnails, the one being dragged on top, and the playhead's pointer."""
        painter = QPainter(self)
        if event.rect().top() < THUMB + _LABEL:
            self._paint_keys(painter)
        if self._labels and self.isEnabled():
            self._paint_pointer(painter)
        painter.end()

    def _paint_keys(self, painter: QPainter) -> None:
        tokens = theme.current()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        dragged = self._pressed if self._drag is not None else -1
        for index in range(len(self._labels)):
            if index != dragged:
                self._paint_key(painter, index, self.thumb_rect(index))
        if dragged >= 0 and self._drag is not None:
            side = self._side()
            rect = QRect(round(self._drag - side / 2), 1 + THUMB - side, side, side)
            slot = self._track.x(self._times[self._target()])
            painter.fillRect(QRectF(slot - 1, 0, 2, THUMB + 2), tokens.accent)
            painter.setOpacity(0.85)
            self._paint_key(painter, dragged, rect)
            painter.setOpacity(1.0)
        if self._ring and self._selected < 0:
            painter.setPen(tokens.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_key(self, painter: QPainter, index: int, rect: QRect) -> None:
        tokens, thumb = theme.current(), self._thumbs[index]
        if thumb is None:
            painter.fillRect(rect, tokens.mat)
        else:
            painter.drawImage(_inside(rect, thumb), thumb)
        chosen = index == self._selected
        painter.setPen(tokens.accent if chosen else tokens.mat_line)
        for grow in range(2 if chosen else 1):
            painter.drawRect(rect.adjusted(-grow, -grow, grow - 1, grow - 1))
        if chosen and self._ring:
            painter.drawRect(rect.adjusted(-3, -3, 2, 2))
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(tokens.text if chosen else tokens.quiet)
        room = self._label_rect(rect)
        name = painter.fontMetrics().elidedText(
            self._labels[index], Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), name)

    def _label_rect(self, rect: QRect) -> QRect:
        """Under the thumbnail, as wide as the neighbours leave, within the widget."""
        half = int(max(rect.width(), min(self._pitch() - _GAP, 120)) / 2)
        middle = rect.center().x()
        half = min(half, max(middle, rect.width() // 2), max(self.width() - middle, 8))
        return QRect(middle - half, THUMB + 2, 2 * half, _LABEL)

    def _paint_pointer(self, painter: QPainter) -> None:
        x, bottom = self._track.x(self._position), float(self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().accent)
        top = bottom - _POINTER
        corners = [QPointF(x - _POINTER, top), QPointF(x + _POINTER, top), QPointF(x, bottom)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # -- mouse ----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a key, or the playhead where there is none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._key_at(event.position().toPoint())
        self._grip = event.position()
        if self._pressed >= 0:
            self.select(self._pressed)
        else:
            self._scrubbing = True
            self.scrubbed.emit(self._track.share(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken."""
        if self._scrubbing:
            self.scrubbed.emit(self._track.share(event.position().x()))
        elif self._pressed >= 0:
            far = (event.position() - self._grip).manhattanLength()
            if self._drag is not None or far >= QApplication.startDragDistance():
                self._drag = event.position().x()
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a key into its new place, or go to the key that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._scrubbing:
            self._scrubbing = False
            self.released.emit()
            return
        key, dragged, target = self._pressed, self._drag is not None, self._target()
        self._pressed, self._drag = -1, None
        self.update()
        if key >= 0 and not dragged:
            self.chosen.emit(key)
        elif key >= 0 and target != key:
            self.select(target)
            self.moved.emit(key, target)

    def _target(self) -> int:
        """The place that a key dropped now would have."""
        if self._drag is None:
            return self._pressed
        share = self._track.share(self._drag)
        return min(range(len(self._times)), key=lambda i: abs(self._times[i] - share))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the key under the cursor."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self._selected if by_key else self._key_at(event.pos())
        if index >= 0:
            self.select(index)
            menu = self.menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def menu(self, index: int) -> QMenu:
        """What can be done with a key."""
        menu, last = QMenu(self), len(self._labels) - 1
        entries = (
            (self.tr("Go to this key frame"), True, lambda: self.chosen.emit(index)),
            (self.tr("Move left"), index > 0, lambda: self._shift(index, -1)),
            (self.tr("Move right"), index < last, lambda: self._shift(index, 1)),
            (self.tr("Remove"), True, lambda: self.removed.emit(index)),
        )
        for text, possible, act in entries:
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(act)
        return menu

    # -- keyboard and help ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys choose, Ctrl with an arrow moves, Delete removes, Escape drops a drag."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._pressed, self._drag = -1, None
            self.update()
        elif key in pages and self._labels:
            index = min(max(self._selected + pages[Qt.Key(key)], 0), len(self._labels) - 1)
            self.select(index)
            self.chosen.emit(index)
        elif control and key in steps and self._selected >= 0:
            self._shift(self._selected, steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._selected >= 0:
            self.removed.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def _shift(self, index: int, by: int) -> None:
        target = index + by
        if 0 <= target < len(self._labels):
            self.select(target)
            self.moved.emit(index, target)

    def event(self, event: QEvent) -> bool:
        """A tooltip of the key under the cursor."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._key_at(event.pos())
            if index >= 0:
                how = self.tr("Click to go there, drag to reorder, Delete to remove.")
                QToolTip.showText(event.globalPos(), f"{self._labels[index]}\n{how}", self)
                return True
        return super().event(event)

    def _describe(self) -> None:
        """What a screen reader says."""
        count = len(self._labels)
        if self._selected >= 0:
            text = self.tr("Key frame {i} of {n}: {name}").format(
                i=self._selected + 1, n=count, name=self._labels[self._selected]
            )
        else:
            text = self.tr("{n} key frames").format(n=count)
        self.setAccessibleDescription(text)


def _inside(rect: QRect, picture: QImage) -> QRect:
    """The largest rectangle of the picture's shape in the middle of `rect`."""
    size = picture.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    inner = QRect(QPoint(), size)
    inner.moveCenter(rect.center())
    return inner
