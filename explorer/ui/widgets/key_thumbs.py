"""Pictures of a path's key frames, each above its place on the film strip; how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme
from explorer.ui.widgets.canvas import to_qimage
from explorer.ui.widgets.track import Track

THUMB = 48
_SMALLEST = 16
_LABEL = 16
_POINTER = 6
_GAP = 4


class KeyThumbs(QWidget):
    """Thumbnails with their names, and the playhead's pointer. What hands do is Timeline's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._times: tuple[float, ...] = ()
        self._closed = False
        self._thumbs: list[QImage | None] = []
        self._track = Track(THUMB / 2, 0.0)
        self._position = 0.0
        self._selected = -1
        # A key under the hand that would go to another place, and where the hand is.
        self._carried = -1
        self._hand = 0.0
        # Where something that is dragged over would come to lie, a share; None for nothing.
        self._mark: float | None = None
        self._ring = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Key frames"))

    # -- what it shows --------------------------------------------------------------------------

    def set_track(self, track: Track) -> None:
        """Where the playhead runs; the film strip's."""
        if track != self._track:
            self._track = track
            self.update()

    def set_keys(self, labels: Sequence[str], times: Sequence[float]) -> None:
        """New key frames, without pictures yet, and when each is reached, in [0, 1]."""
        self._labels = tuple(labels)
        self._thumbs = [None] * len(self._labels)
        self._selected = min(self._selected, len(self._labels) - 1)
        self.set_times(times)

    def set_times(self, times: Sequence[float]) -> None:
        """The same key frames at other times; one time more is the return to the first key."""
        self._times = tuple(times)
        self._closed = len(self._times) > len(self._labels)
        self._describe()
        self.update()

    @property
    def times(self) -> tuple[float, ...]:
        """When each key is reached, and a closed path's return."""
        return self._times

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
        """A thumbnail's side: less where many keys share the room; keys moved closer overlap."""
        pitch = self._track.width / max(1, len(self._times) - 1)
        return int(min(THUMB, max(_SMALLEST, pitch - _GAP)))

    def _room(self, index: int) -> float:
        """How far the nearest other key is."""
        gaps = [b - a for a, b in pairwise(self._times)][max(0, index - 1) : index + 1]
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
        if self._closed:
            painter.setOpacity(0.45)
            last = len(self._labels)
            self._paint_key(painter, 0, self.thumb_rect(last), last)
            painter.setOpacity(1.0)
        for index in range(len(self._labels)):
            if index != self._carried:
                self._paint_key(painter, index, self.thumb_rect(index))
        if self._mark is not None:
            x = self._track.x(self._mark)
            painter.fillRect(QRectF(x - 1, 0, 2, THUMB + 2), tokens.accent)
        if self._carried >= 0:
            side = self._side()
            rect = QRect(round(self._hand - side / 2), 1 + THUMB - side, side, side)
            painter.setOpacity(0.85)
            self._paint_key(painter, self._carried, rect)
            painter.setOpacity(1.0)
        if self._ring and self._selected < 0:
            painter.setPen(tokens.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_key(self, painter: QPainter, index: int, rect: QRect, place: int = -1) -> None:
        """Key `index`, which is at place `place` in time where that is another."""
        place = index if place < 0 else place
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
        if index == self._carried:
            return  # its name would lie on that of the key that it passes
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(tokens.text if chosen else tokens.quiet)
        room = self._label_rect(rect, self._room(place))
        name = painter.fontMetrics().elidedText(
            self._labels[index], Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), name)

    def _label_rect(self, rect: QRect, room: float) -> QRect:
        """Under the thumbnail, as wide as the neighbours leave, within the widget."""
        half = int(max(_SMALLEST, min(room - _GAP, 120)) / 2)
        middle = rect.center().x()
        half = min(half, max(middle, 8), max(self.width() - middle, 8))
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
