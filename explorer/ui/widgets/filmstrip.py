"""A path as a row of small pictures, under which the playhead runs.

A tile's middle lies exactly where the playhead stands for that picture, so the first and the last
tile hang half a tile over the ends of the track. The tiles are kept as one pixmap: the playhead
moves sixty times a second over a hundred of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme
from explorer.ui.widgets.canvas import to_qimage
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.track import Track

TILE = 64
_WIDEST = 3 * TILE
_FRAME = 2
_HEAD = 3


class FilmStrip(QWidget):
    """Tiles and a playhead that can be taken hold of.

    Signals:
        scrubbed: the playhead was moved by hand to a share in [0, 1].
        released: it was let go.
        capacity_changed: another number of tiles fits now.
        track_changed: the playhead runs elsewhere now.
    """

    scrubbed = Signal(float)
    released = Signal()
    capacity_changed = Signal(int)
    track_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[QImage | None] = []
        self._picture: QPixmap | None = None
        self._tile = TILE
        self._position = 0.0
        self._held = self._ring = False
        self._capacity = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    # -- what it shows --------------------------------------------------------------------------

    def set_picture_size(self, height: int, width: int) -> None:
        """Tiles of the pictures' own shape, TILE high."""
        tile = min(_WIDEST, max(TILE // 3, round(TILE * width / max(1, height))))
        if tile != self._tile:
            self._tile = tile
            self.clear()
            self.track_changed.emit()
            self._count()

    def clear(self, count: int = 0) -> None:
        """Empty tiles, `count` of them."""
        self._tiles = [None] * count
        self._redraw()

    def put(self, index: int, picture: NDArray[np.uint8]) -> None:
        """A tile's picture, (H, W, C) uint8; an index beyond the strip is ignored."""
        if index < len(self._tiles):
            self._tiles[index] = to_qimage(picture)
            if self._picture is not None:
                painter = QPainter(self._picture)
                self._draw_tile(painter, index)
                painter.end()
            self.update(self._tile_rect(index))

    @property
    def tiles(self) -> int:
        """How many tiles there are, empty ones too."""
        return len(self._tiles)

    @property
    def filled(self) -> int:
        """How many tiles have a picture."""
        return sum(tile is not None for tile in self._tiles)

    @property
    def capacity(self) -> int:
        """How many tiles fit side by side, at least two."""
        return max(2, self.width() // self._tile)

    @property
    def track(self) -> Track:
        """Where the playhead runs: from the middle of the first tile to that of the last."""
        return Track(self._tile / 2, max(0.0, float(self.width() - self._tile)))

    @property
    def position(self) -> float:
        """Where the playhead stands, 0 to 1."""
        return self._position

    def set_position(self, position: float) -> None:
        """Move the playhead."""
        if position != self._position:
            self.update(self._head_rect())
            self._position = position
            self.update(self._head_rect())

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """One row of tiles in its frame."""
        return QSize(8 * TILE, TILE + 2 * _FRAME)

    def _tile_rect(self, index: int) -> QRect:
        middle = self.track.place(index, len(self._tiles))
        return QRect(round(middle - self._tile / 2), _FRAME, self._tile, TILE)

    def _head_rect(self) -> QRect:
        x = round(self.track.x(self._position))
        return QRect(x - _HEAD - 1, 0, 2 * _HEAD + 2, self.height())

    def _count(self) -> None:
        if self.capacity != self._capacity:
            self._capacity = self.capacity
            self.capacity_changed.emit(self._capacity)

    # -- events ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Perhaps another number of tiles fits."""
        self._redraw()
        self.track_changed.emit()
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept tiles, then the playhead."""
        painter = QPainter(self)
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        self._paint_head(painter)
        if self._ring:
            painter.setPen(theme.current().accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.current().mat)
        painter = QPainter(picture)
        for index in range(len(self._tiles)):
            self._draw_tile(painter, index)
        painter.end()
        return picture

    def _draw_tile(self, painter: QPainter, index: int) -> None:
        tile = self._tiles[index]
        if tile is not None:
            smooth = self._uneven(tile)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            rect = self._tile_rect(index)
            painter.drawImage(rect, tile)
            # tiles lie 0 or 1 pixels apart, which looks uneven: a line each looks the same
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), theme.current().mat)

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _uneven(self, tile: QImage) -> bool:
        """Whether squares of pixels would differ in size; whole enlargements stay crisp."""
        ratio = self.devicePixelRatioF()
        return (TILE * ratio) % tile.height() != 0

    def _paint_head(self, painter: QPainter) -> None:
        tokens, x = theme.current(), self.track.x(self._position)
        painter.fillRect(QRectF(x - _HEAD, 0, 2 * _HEAD, self.height()), tokens.ground)
        painter.fillRect(QRectF(x - _HEAD + 2, 0, 2 * _HEAD - 4, self.height()), tokens.accent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the playhead, wherever it was."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self.scrubbed.emit(self.track.share(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if self._held:
            self.scrubbed.emit(self.track.share(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self.released.emit()
