"""A picture to look into: zoom and pan by hand, the value under the cursor, copy and save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from explorer.errors import ExplorerError
from explorer.export import Options, write
from explorer.ui import ask
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.plate import Bytes, Plate, to_qimage

__all__ = ["Canvas", "Plate", "to_qimage"]


class Canvas(Plate):
    """A picture that can be zoomed, moved, read, copied and saved.

    Signals, beside those of Plate:
        hovered: "x 12  y 7  201 180 90", or "" when the cursor leaves the picture.
        clicked: a plain click, at a picture pixel (x, y).
        dropped: paths of files dropped on it; needs setAcceptDrops(True), else the window has them.
        failed: an ExplorerError of saving.
    """

    hovered = Signal(str)
    clicked = Signal(int, int)
    dropped = Signal(list)
    failed = Signal(object)

    def __init__(self, caption: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, empty, parent)
        # What makes the picture again, put into what is saved; the window knows it.
        self.recipe: Callable[[], Mapping[str, Any] | None] = lambda: None
        # Adds to its menu what the window can do with its picture.
        self.more: Callable[[QMenu, Canvas], object] = lambda *_: None
        self._grip: QPointF | None = None
        self._moved = False
        self._wheel = 0
        self._cursor: QPointF | None = None
        words = self.tr("Wheel: zoom. Drag: move. Double click: fit. Right click: copy, save.")
        self.setToolTip(words)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_image(self, image: Bytes | None) -> None:
        """As Plate does; the readout follows the pixel under the cursor."""
        super().set_image(image)
        if self._cursor is not None:
            self._report_pixel()

    # -- copy and save --------------------------------------------------------------------------

    def copy(self) -> None:
        """The picture's own pixels to the clipboard."""
        if self._image is not None:
            QGuiApplication.clipboard().setImage(self._image)

    def save_png(self, path: Path) -> bool:
        """Write the picture's own pixels and the recipe of the present state.

        False, and `failed`, where that cannot be done; a recipe that cannot be made is told of,
        and the picture saved without it.
        """
        if self._array is None:
            return False
        try:
            recipe = self.recipe()
        except ExplorerError as error:
            self.failed.emit(error)
            recipe = None
        try:
            write([self._array], path, Options(recipe=recipe))
        except ExplorerError as error:
            self.failed.emit(error)
            return False
        return True

    def save_as(self) -> None:
        """Ask where, then write."""
        if self._array is None:
            return
        chosen = ask.picture_to_save(self, "picture.png")
        if chosen is not None:
            self.save_png(chosen)

    def menu(self) -> QMenu:
        """What a right click offers."""
        menu = QMenu(self)
        self._entry(menu, self.tr("Copy picture"), self.copy)
        self._entry(menu, self.tr("Save picture as..."), self.save_as)
        self.more(menu, self)
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

    # -- events ---------------------------------------------------------------------------------

    def _report_pixel(self) -> None:
        text = ""
        if self._cursor is not None and self._array is not None:
            at = self.to_picture(self._cursor)
            x, y = int(np.floor(at.x())), int(np.floor(at.y()))
            if 0 <= y < self._array.shape[0] and 0 <= x < self._array.shape[1]:
                value = " ".join(f"{int(v):3d}" for v in self._array[y, x])
                text = f"x {x:3d}  y {y:3d}  {value}"
        self.hovered.emit(text)

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
        target, ratio = self.target(), self.devicePixelRatioF()
        x, y = self.sight.centre
        if self._overflows():
            moved = (x - step.x() * ratio / target.width(), y - step.y() * ratio / target.height())
            self.sight.look(self.zoom, moved)

    def _overflows(self) -> bool:
        target, room = self.target(), self.room()
        return target.width() > room.width() or target.height() > room.height()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press that did not move is a click."""
        still = self._grip is not None and not self._moved
        if still and event.button() == Qt.MouseButton.LeftButton:
            at = self.to_picture(event.position())
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
        """A ring for those who came by key."""
        self.show_ring(by_key(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.show_ring(False)

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
