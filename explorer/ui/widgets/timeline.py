"""The key frames of a path under the hand: chosen, put in order, retimed, dropped in, removed.

A key that is dragged between its neighbours is reached sooner or later; dragged onto a neighbour
or beyond it, it takes another place in the order. Times belong to places and stay then.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.key_thumbs import KeyThumbs
from explorer.ui.widgets.segment_chips import SegmentChips
from explorer.ui.widgets.track import Track


class Timeline(KeyThumbs):
    """Thumbnails of the key frames and the chips between them.

    Signals:
        chosen: a key was chosen, by its number from 0.
        moved: a key was put in another place (from, to); `to` is its number afterwards.
        retimed: a key is to be reached at a share of the whole in [0, 1].
        nudged: a key is to be reached so many frames later, or sooner where below 0.
        evened: all keys are to be evenly spaced.
        duplicated, removed: a key, by its number.
        dropped: files to become keys, and the share of the whole where they were dropped.
        dropped_text: the same for a text.
        scrubbed: the playhead was moved by hand to a share in [0, 1].
        released: the playhead, or a key being retimed, was let go.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    retimed = Signal(int, float)
    nudged = Signal(int, int)
    evened = Signal()
    duplicated = Signal(int)
    removed = Signal(int)
    dropped = Signal(list, float)
    dropped_text = Signal(str, float)
    scrubbed = Signal(float)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = -1
        self._grip = QPointF()
        self._before: float | None = None  # the time of a key under the hand; None until it moves
        self._scrubbing = False
        self.can_retime = True
        self.chips = SegmentChips(self)
        self.setAcceptDrops(True)
        self._describe()

    def set_track(self, track: Track) -> None:
        """Where the playhead runs; the film strip's."""
        super().set_track(track)
        self.place_chips()

    def set_keys(self, labels: Sequence[str], times: Sequence[float]) -> None:
        """As KeyThumbs does; what was in hand may be another key now, or none."""
        self._let_go()
        super().set_keys(labels, times)

    def set_times(self, times: Sequence[float]) -> None:
        """As KeyThumbs does; the chips move along."""
        super().set_times(times)
        self.place_chips()

    def place_chips(self) -> None:
        """Put the chips between their keys."""
        places = [self._track.x(time) for time in self._times]
        self.chips.place(places, self._side())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chips lie elsewhere."""
        super().resizeEvent(event)
        self.place_chips()

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
        self._grip, self._before = event.position(), None
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
            if self._before is None and far >= QApplication.startDragDistance():
                self._before = self._times[self._pressed]
            if self._before is not None:
                self._drag_to(event.position().x())

    def _drag_to(self, x: float) -> None:
        """Retime the key between its neighbours; carry it where it would change places."""
        key, before = self._pressed, self._before
        assert before is not None
        if self._between(key, x):
            self._carried, self._mark = -1, None
            self.retimed.emit(key, self._track.share(x))
        else:
            if self.can_retime and self._times[key] != before:
                self.retimed.emit(key, before)
            self._carried, self._hand = key, x
            self._mark = self._times[self._target(x)]
        self.update()

    def _between(self, key: int, x: float) -> bool:
        """Whether a key dragged there is only reached at another time."""
        inner = 0 < key < len(self._times) - 1
        if not self.can_retime or not inner:
            return False
        reach = self._side() / 2
        low, high = (self._track.x(self._times[key + side]) for side in (-1, 1))
        return low + reach < x < high - reach

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a key into its new place, or go to the key that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        key, dragged, carried = self._pressed, self._before is not None, self._carried
        scrubbing, target = self._scrubbing, self._target(event.position().x())
        self._let_go()
        if scrubbing:
            self.released.emit()
        elif key >= 0 and not dragged:
            self.chosen.emit(key)
        elif carried >= 0 and target != key:
            self.released.emit()
            self.select(target)
            self.moved.emit(key, target)
        elif dragged:
            self.released.emit()

    def _let_go(self) -> None:
        self._pressed = self._carried = -1
        self._before, self._mark, self._scrubbing = None, None, False
        self.update()

    def _target(self, x: float) -> int:
        """The place that a key dropped there would have."""
        share, places = self._track.share(x), range(len(self._labels))
        return min(places, key=lambda i: abs(self._times[i] - share), default=-1)

    # -- what is dropped ------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and texts may become keys."""
        if self.isEnabled() and (_files(event.mimeData()) or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A line where the key would come to lie."""
        self._mark = self._track.share(event.position().x())
        self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Not here after all."""
        self._mark = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files or a text become keys here."""
        self._mark = None
        self.update()
        event.acceptProposedAction()
        share, files = self._track.share(event.position().x()), _files(event.mimeData())
        if files:
            self.dropped.emit(files, share)
        else:
            self.dropped_text.emit(event.mimeData().text(), share)

    # -- menu and keyboard ----------------------------------------------------------------------

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
        inner = self.can_retime and 0 < index < len(self._times) - 1
        entries = (
            (self.tr("Go to this key frame"), True, lambda: self.chosen.emit(index)),
            (self.tr("Move left"), index > 0, lambda: self._shift(index, -1)),
            (self.tr("Move right"), index < last, lambda: self._shift(index, 1)),
            (self.tr("A frame sooner"), inner, lambda: self.nudged.emit(index, -1)),
            (self.tr("A frame later"), inner, lambda: self.nudged.emit(index, 1)),
            (self.tr("Space all evenly"), self.can_retime, self.evened.emit),
            (self.tr("Duplicate"), True, lambda: self.duplicated.emit(index)),
            (self.tr("Remove"), last > 1, lambda: self.removed.emit(index)),
        )
        for text, possible, act in entries:
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(act)
        if index < len(self._times) - 1:
            menu.addSeparator()
            self.chips.fill(menu.addMenu(self.tr("From here to the next")), index)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys choose, Ctrl and an arrow move, Alt and an arrow retime, D duplicates."""
        key, modifiers = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        chosen = self._selected >= 0
        if key == Qt.Key.Key_Escape and self._before is not None:
            if self.can_retime and self._times[self._pressed] != self._before:
                self.retimed.emit(self._pressed, self._before)
            self._let_go()
        elif key in pages and self._labels:
            index = min(max(self._selected + pages[Qt.Key(key)], 0), len(self._labels) - 1)
            self.select(index)
            self.chosen.emit(index)
        elif chosen and key in steps and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._shift(self._selected, steps[Qt.Key(key)])
        elif chosen and key in steps and modifiers & Qt.KeyboardModifier.AltModifier:
            far = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            self.nudged.emit(self._selected, far * steps[Qt.Key(key)])
        elif chosen and key == Qt.Key.Key_D and not modifiers:
            self.duplicated.emit(self._selected)
        elif chosen and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
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
                QToolTip.showText(event.globalPos(), self.help(index), self)
                return True
        return super().event(event)

    def help(self, index: int) -> str:
        """What a key is and what can be done with it."""
        how = self.tr(
            "Click to go there. Drag to retime (Alt with an arrow), onto another to reorder\n"
            "(Ctrl with an arrow). D duplicates, Delete removes."
        )
        return f"{self._labels[index]}\n{how}"


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
