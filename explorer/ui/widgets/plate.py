"""A picture painted crisp on its mat: what every canvas shows, before anyone touches it.

All geometry is in the screen's own pixels, not in Qt's logical ones, since a whole zoom is only
crisp when every picture pixel covers the same whole number of screen pixels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.ui import theme
from explorer.ui.widgets.sight import Sight, largest_fit, next_zoom

Bytes = NDArray[np.uint8]
_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}
_MARGIN = 2
_CAPTION = 22
# Between a caption and its note.
_APART = 8
# A hidden or covered window is never painted; whoever waits for `painted` must not wait for that.
_OVERDUE_MS = 80


def to_qimage(image: Bytes) -> QImage:
    """(H, W, C) uint8 with 1, 3 or 4 channels to a QImage that owns its memory.

    One copy, into the layout that Qt draws four times faster than 24-bit colour.
    """
    height, width, channels = image.shape
    data: Any = np.ascontiguousarray(image).data
    view = QImage(data, width, height, width * channels, _FORMATS[channels])
    alpha = channels == 4
    layout = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    return view.convertToFormat(layout)


def from_qimage(image: QImage) -> Bytes:
    """A QImage that is not null to (H, W, 4) uint8, red, green, blue and opacity."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4).copy()


class Plate(QWidget):
    """Shows one picture at the zoom and centre of its sight.

    Signals:
        painted: the last picture given is on the screen (or the plate is hidden and it will not
            be): time to tell the engine `shown`.
        zoomed: the zoom in screen pixels a picture pixel.
    """

    painted = Signal()
    zoomed = Signal(float)

    def __init__(self, caption: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._array: Bytes | None = None
        self._image: QImage | None = None
        self._overlay: QImage | None = None
        self._caption, self._empty, self._note = caption, empty, ""
        self._pending = False
        self._last_zoom = 0.0
        self._decided: object = None
        self._places = (QRect(), QRect())
        self._ring = False
        self.sight = Sight(self)
        self.sight.changed.connect(self._looked)
        self._overdue = QTimer(self, singleShot=True, interval=_OVERDUE_MS)
        self._overdue.timeout.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(96, 96)
        self.setAccessibleName(caption or self.tr("Picture"))

    # -- what it shows --------------------------------------------------------------------------

    @property
    def image(self) -> Bytes | None:
        """The picture shown, (H, W, C) uint8."""
        return self._array

    def set_image(self, image: Bytes | None) -> None:
        """Show (H, W, C) uint8 with 1, 3 or 4 channels, or nothing. `painted` follows."""
        before = self._image.size() if self._image is not None else QSize()
        self._array = image
        self._image = None if image is None else to_qimage(image)
        self._pending = True
        self._overdue.start()
        if self._image is not None and self._image.size() == before:
            self.update(self._picture_rect())  # caption and mat stay: a third of the cost
        else:
            self.update()
            self._report_zoom()

    def set_overlay(self, overlay: QImage | None) -> None:
        """A translucent picture stretched over the picture, or nothing."""
        if overlay is not self._overlay:
            self._overlay = overlay
            self.update(self._picture_rect())

    @property
    def overlay(self) -> QImage | None:
        """What lies over the picture."""
        return self._overlay

    def set_caption(self, caption: str, note: str = "") -> None:
        """The line above the picture; `note` stands quietly at its right end."""
        if (caption, note) != (self._caption, self._note):
            self._caption, self._note = caption, note
            self.setAccessibleName(caption or self.tr("Picture"))
            self.update()

    @property
    def caption(self) -> str:
        """The line above the picture."""
        return self._caption

    @property
    def note(self) -> str:
        """What stands at the right end of that line."""
        return self._note

    def set_empty(self, text: str) -> None:
        """What stands there while there is no picture."""
        self._empty = text
        self.update()

    def link(self, *others: Plate) -> None:
        """Let other canvases share this one's zoom, centre and smoothing."""
        for other in others:
            other.look_with(self.sight)

    def look_with(self, sight: Sight) -> None:
        """Take zoom, centre and smoothing from `sight` from now on."""
        self.sight.changed.disconnect(self._looked)
        self.sight = sight
        self.sight.changed.connect(self._looked)
        self._looked()

    # -- zoom and pan ---------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Screen pixels a picture pixel, as painted."""
        if self.sight.zoom is not None:
            return self.sight.zoom
        if self._image is None:
            return 1.0
        room, margin = self.room(), _MARGIN * self.devicePixelRatioF()
        size = self._image.size()
        return largest_fit(
            size.width(), size.height(), room.width() - 2 * margin, room.height() - 2 * margin
        )

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """`steps` rungs up or down, keeping the picture's point under `at` where it is."""
        if self._image is None:
            return
        anchor = at if at is not None else QPointF(self.rect().center())
        before = self.to_picture(anchor)
        zoom = next_zoom(self.zoom, steps)
        size, room, ratio = self._image.size(), self.room(), self.devicePixelRatioF()
        off_x = (anchor.x() * ratio - room.center().x()) / zoom
        off_y = (anchor.y() * ratio - room.center().y()) / zoom
        centre = ((before.x() - off_x) / size.width(), (before.y() - off_y) / size.height())
        self.sight.look(zoom, centre)

    def zoom_to(self, zoom: float) -> None:
        """A zoom about the present centre."""
        self.sight.look(zoom, self.sight.centre)

    def fit(self) -> None:
        """As large as fits."""
        self.sight.fit()

    def set_smooth(self, smooth: bool) -> None:
        """Interpolate enlarged pixels, or show them as squares."""
        self.sight.set_smooth(smooth)

    # -- geometry, in screen pixels -------------------------------------------------------------

    def room(self) -> QRect:
        """Where the picture may lie."""
        ratio = self.devicePixelRatioF()
        top = round(_CAPTION * ratio) if self._caption else 0
        return QRect(0, top, round(self.width() * ratio), round(self.height() * ratio) - top)

    def target(self) -> QRect:
        """Where the whole picture lies, perhaps beyond its room."""
        return self._placed()[0]

    def _picture_rect(self) -> QRect:
        """The least rectangle in the widget's own pixels around what is seen of the picture."""
        return self._placed()[1]

    def _placed(self) -> tuple[QRect, QRect]:
        """Both, kept until what decides them changes: every frame asks several times."""
        if self._image is None:
            return QRect(), QRect()
        ratio, size = self.devicePixelRatioF(), self._image.size()
        decides = (
            self.sight.zoom, self.sight.centre, size.width(), size.height(),
            self.width(), self.height(), ratio, bool(self._caption),
        )  # fmt: skip
        if decides != self._decided:
            target = self._place(self._image)
            seen = target.intersected(self.room())
            corner = QPointF(seen.left() / ratio, seen.top() / ratio)
            around = QRectF(corner, QSizeF(seen.size()) / ratio).toAlignedRect()
            self._decided, self._places = decides, (target, around)
        return self._places

    def _place(self, image: QImage) -> QRect:
        zoom, room = self.zoom, self.room()
        width = max(1, round(image.width() * zoom))
        height = max(1, round(image.height() * zoom))
        x = room.x() + room.width() / 2 - self.sight.centre[0] * width
        y = room.y() + room.height() / 2 - self.sight.centre[1] * height
        return QRect(round(x), round(y), width, height)

    def to_picture(self, at: QPointF) -> QPointF:
        """A point of the widget in the picture's pixels."""
        target, ratio, zoom = self.target(), self.devicePixelRatioF(), self.zoom
        return QPointF((at.x() * ratio - target.x()) / zoom, (at.y() * ratio - target.y()) / zoom)

    # -- painting -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for a 64 pixel picture eight times enlarged."""
        return QSize(528, 528 + (_CAPTION if self._caption else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mat, picture, its line, caption and focus ring."""
        tokens, ratio = theme.current(), self.devicePixelRatioF()
        painter = QPainter(self)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        room, target, dirty = self.room(), self.target(), QRectF(event.rect())
        inside = QRectF(dirty.topLeft() * ratio, dirty.size() * ratio)
        opaque = self._image is not None and not self._image.hasAlphaChannel()
        around = not opaque or not QRectF(target).contains(inside)
        if around:
            painter.fillRect(room, tokens.mat)
        if self._image is not None:
            painter.setClipRect(room)
            smooth = self.sight.smooth or target.width() < self._image.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            if around:
                painter.setPen(tokens.mat_line)
                painter.drawRect(target.adjusted(-1, -1, 0, 0))
            painter.drawImage(target, self._image)
            if self._overlay is not None:
                painter.drawImage(target, self._overlay)
        painter.restore()
        if around or self._ring:
            self._paint_words(painter)
        painter.end()
        self._settle()

    def _paint_words(self, painter: QPainter) -> None:
        tokens = theme.current()
        if self._caption:
            line = QRect(0, 0, self.width(), _CAPTION)
            painter.fillRect(line, tokens.ground)
            painter.setPen(tokens.text)
            where = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, where | Qt.AlignmentFlag.AlignLeft, self.caption_shown())
            painter.setPen(tokens.quiet)
            painter.drawText(line, where | Qt.AlignmentFlag.AlignRight, self._note)
        if self._image is None and self._empty:
            painter.setPen(tokens.mat_text)
            room = self.rect().adjusted(24, _CAPTION, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty)
        if self._ring:
            top = _CAPTION if self._caption else 0
            painter.setPen(tokens.accent)
            painter.drawRect(self.rect().adjusted(0, top, -1, -1))

    def caption_shown(self) -> str:
        """The caption, cut where the plate is too narrow for it and the note."""
        metrics = self.fontMetrics()
        taken = metrics.horizontalAdvance(self._note) + _APART if self._note else 0
        room = max(0, self.width() - taken)
        return metrics.elidedText(self._caption, Qt.TextElideMode.ElideRight, room)

    def show_ring(self, shown: bool) -> None:
        """The focus ring, for those who came by key."""
        self._ring = shown
        self.update()

    def _settle(self) -> None:
        if self._pending:
            self._pending = False
            self._overdue.stop()
            self.painted.emit()

    def _looked(self) -> None:
        self.update()
        self._report_zoom()

    def _report_zoom(self) -> None:
        if self._image is not None and self.zoom != self._last_zoom:
            self._last_zoom = self.zoom
            self.zoomed.emit(self.zoom)

    def resizeEvent(self, event: QEvent) -> None:
        """The fit depends on the size."""
        self._report_zoom()
