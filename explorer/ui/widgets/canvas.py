"""A picture on its neutral mat: crisp zoom, pan, the value under the cursor, copy and save.

All geometry is in the screen's own pixels, not in Qt's logical ones, since a whole zoom is only
crisp when every picture pixel covers the same whole number of screen pixels.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from explorer.errors import ExplorerError
from explorer.export import write
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


class Canvas(QWidget):
    """Shows one picture.

    Signals:
        painted: the last picture given is on the screen (or the canvas is hidden and it will not
            be): time to tell the engine `shown`.
        hovered: "x 12  y 7  201 180 90", or "" when the cursor leaves the picture.
        zoomed: the zoom in screen pixels a picture pixel.
        clicked: a plain click, at a picture pixel (x, y).
        dropped: paths of files dropped on it; needs setAcceptDrops(True), else the window has them.
        failed: an ExplorerError of saving.
    """

    painted = Signal()
    hovered = Signal(str)
    zoomed = Signal(float)
    clicked = Signal(int, int)
    dropped = Signal(list)
    failed = Signal(object)

    def __init__(self, caption: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._array: Bytes | None = None
        self._image: QImage | None = None
        self._caption, self._empty, self._note = caption, empty, ""
        self._pending = False
        self._last_zoom = 0.0
        self._grip: QPointF | None = None
        self._moved = False
        self._wheel = 0
        self._cursor: QPointF | None = None
        self._by_key = False
        self.sight = Sight(self)
        self.sight.changed.connect(self._looked)
        self._overdue = QTimer(self, singleShot=True, interval=_OVERDUE_MS)
        self._overdue.timeout.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        if self._cursor is not None:
            self._report_pixel()

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

    def link(self, *others: Canvas) -> None:
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
        room, margin = self._room(), _MARGIN * self.devicePixelRatioF()
        size = self._image.size()
        return largest_fit(
            size.width(), size.height(), room.width() - 2 * margin, room.height() - 2 * margin
        )

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """`steps` rungs up or down, keeping the picture's point under `at` where it is."""
        if self._image is None:
            return
        anchor = at if at is not None else QPointF(self.rect().center())
        before = self._to_picture(anchor)
        zoom = next_zoom(self.zoom, steps)
        size, room, ratio = self._image.size(), self._room(), self.devicePixelRatioF()
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

    # -- copy and save --------------------------------------------------------------------------

    def copy(self) -> None:
        """The picture's own pixels to the clipboard."""
        if self._image is not None:
            QGuiApplication.clipboard().setImage(self._image)

    def save_png(self, path: Path) -> bool:
        """Write the picture's own pixels; False and `failed` where that cannot be done."""
        if self._array is None:
            return False
        try:
            write([self._array], path)
        except ExplorerError as error:
            self.failed.emit(error)
            return False
        return True

    def save_as(self) -> None:
        """Ask where, then write."""
        if self._array is None:
            return
        title, kinds = self.tr("Save picture"), self.tr("PNG picture (*.png)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "picture.png", kinds)
        if chosen:
            self.save_png(Path(chosen).with_suffix(".png"))

    def menu(self) -> QMenu:
        """What a right click offers."""
        menu = QMenu(self)
        self._entry(menu, self.tr("Copy picture"), self.copy)
        self._entry(menu, self.tr("Save picture as..."), self.save_as)
        menu.addSeparator()
        self._entry(menu, self.tr("Fit"), self.fit).setEnabled(self.sight.zoom is not None)
        smooth = self._entry(menu, self.tr("Smooth pixels"), lambda: None)
        smooth.setCheckable(True)
        smooth.setChecked(self.sight.smooth)
        smooth.toggled.connect(self.set_smooth)
        return menu

    def _entry(self, menu: QMenu, text: str, act: Any) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(act)
        action.setEnabled(self._image is not None)
        return action

    # -- geometry, in screen pixels -------------------------------------------------------------

    def _room(self) -> QRect:
        """Where the picture may lie."""
        ratio = self.devicePixelRatioF()
        top = round(_CAPTION * ratio) if self._caption else 0
        return QRect(0, top, round(self.width() * ratio), round(self.height() * ratio) - top)

    def _target(self) -> QRect:
        """Where the whole picture lies, perhaps beyond its room."""
        if self._image is None:
            return QRect()
        zoom, room = self.zoom, self._room()
        width = max(1, round(self._image.width() * zoom))
        height = max(1, round(self._image.height() * zoom))
        x = room.x() + room.width() / 2 - self.sight.centre[0] * width
        y = room.y() + room.height() / 2 - self.sight.centre[1] * height
        return QRect(round(x), round(y), width, height)

    def _picture_rect(self) -> QRect:
        """The least rectangle in the widget's own pixels around what is seen of the picture."""
        seen, ratio = self._target().intersected(self._room()), self.devicePixelRatioF()
        corner = QPointF(seen.left() / ratio, seen.top() / ratio)
        return QRectF(corner, QSizeF(seen.size()) / ratio).toAlignedRect()

    def _to_picture(self, at: QPointF) -> QPointF:
        """A point of the widget in the picture's pixels."""
        target, ratio, zoom = self._target(), self.devicePixelRatioF(), self.zoom
        return QPointF((at.x() * ratio - target.x()) / zoom, (at.y() * ratio - target.y()) / zoom)

    # -- events ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for a 64 pixel picture eight times enlarged."""
        return QSize(528, 528 + (_CAPTION if self._caption else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mat, picture, its line, caption and focus ring."""
        tokens, ratio = theme.current(), self.devicePixelRatioF()
        painter = QPainter(self)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        room, target, dirty = self._room(), self._target(), QRectF(event.rect())
        inside = QRectF(dirty.topLeft() * ratio, dirty.size() * ratio)
        around = self._image is None or not QRectF(target).contains(inside)
        if around:
            painter.fillRect(room, tokens.mat)
        if self._image is not None:
            painter.setClipRect(room)
            smooth = self.sight.smooth or self.zoom < 1
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            if around:
                painter.setPen(tokens.mat_line)
                painter.drawRect(target.adjusted(-1, -1, 0, 0))
            painter.drawImage(target, self._image)
        painter.restore()
        if around or self._by_key:
            self._paint_words(painter)
        painter.end()
        self._settle()

    def _paint_mat(self, painter: QPainter, mat: QColor, room: QRect, target: QRect) -> None:
        """The mat around the picture: what an opaque picture covers is not painted twice."""
        image = self._image
        if image is None or image.hasAlphaChannel() or not room.contains(target):
            painter.fillRect(room, mat)
            return
        left, top, right, bottom = target.left(), target.top(), target.right(), target.bottom()
        painter.fillRect(QRect(room.topLeft(), QPoint(room.right(), top - 1)), mat)
        painter.fillRect(QRect(QPoint(room.left(), bottom + 1), room.bottomRight()), mat)
        painter.fillRect(QRect(QPoint(room.left(), top), QPoint(left - 1, bottom)), mat)
        painter.fillRect(QRect(QPoint(right + 1, top), QPoint(room.right(), bottom)), mat)

    def _paint_words(self, painter: QPainter) -> None:
        tokens = theme.current()
        if self._caption:
            line = QRect(0, 0, self.width(), _CAPTION)
            painter.fillRect(line, tokens.ground)
            painter.setPen(tokens.text)
            where = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, where | Qt.AlignmentFlag.AlignLeft, self._caption)
            painter.setPen(tokens.quiet)
            painter.drawText(line, where | Qt.AlignmentFlag.AlignRight, self._note)
        if self._image is None and self._empty:
            painter.setPen(tokens.mat_text)
            room = self.rect().adjusted(24, _CAPTION, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty)
        if self.hasFocus() and self._by_key:
            top = _CAPTION if self._caption else 0
            painter.setPen(tokens.accent)
            painter.drawRect(self.rect().adjusted(0, top, -1, -1))

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

    def _report_pixel(self) -> None:
        text = ""
        if self._cursor is not None and self._array is not None:
            at = self._to_picture(self._cursor)
            x, y = int(np.floor(at.x())), int(np.floor(at.y()))
            if 0 <= y < self._array.shape[0] and 0 <= x < self._array.shape[1]:
                value = " ".join(f"{int(v):3d}" for v in self._array[y, x])
                text = f"x {x:3d}  y {y:3d}  {value}"
        self.hovered.emit(text)

    def resizeEvent(self, event: QEvent) -> None:
        """The fit depends on the size."""
        self._report_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the cursor, a rung a notch."""
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / 120)
        self._wheel -= steps * 120
        if steps:
            self.zoom_by(steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._grip, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the pixel; pan while held."""
        self._cursor = event.position()
        if self._grip is not None and self._image is not None:
            step = event.position() - self._grip
            if self._moved or step.manhattanLength() >= 3:
                self._pan(step)
                self._grip, self._moved = event.position(), True
        self._report_pixel()

    def _pan(self, step: QPointF) -> None:
        target, ratio = self._target(), self.devicePixelRatioF()
        x, y = self.sight.centre
        if self._overflows():
            moved = (x - step.x() * ratio / target.width(), y - step.y() * ratio / target.height())
            self.sight.look(self.zoom, moved)

    def _overflows(self) -> bool:
        target, room = self._target(), self._room()
        return target.width() > room.width() or target.height() > room.height()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press that did not move is a click."""
        still = self._grip is not None and not self._moved
        if still and event.button() == Qt.MouseButton.LeftButton:
            at = self._to_picture(event.position())
            self.clicked.emit(int(np.floor(at.x())), int(np.floor(at.y())))
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit."""
        self.fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Read pixels from here on."""
        self._cursor = event.position()

    def leaveEvent(self, event: QEvent) -> None:
        """No pixel under the cursor."""
        self._cursor = None
        self._report_pixel()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, save, zoom."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom, F fits, arrows pan."""
        pans = {
            Qt.Key.Key_Left: QPoint(32, 0),
            Qt.Key.Key_Right: QPoint(-32, 0),
            Qt.Key.Key_Up: QPoint(0, 32),
            Qt.Key.Key_Down: QPoint(0, -32),
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_F:
            self.fit()
        elif key in pans and self._overflows():
            self._pan(QPointF(pans[key]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key; a click needs none."""
        tabs = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self._by_key = event.reason() in tabs
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
