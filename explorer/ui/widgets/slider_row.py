"""How a slider row is worked: dragged, stepped, typed into, locked and reset."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.slider_face import HANDLE, Dimension, SliderFace, figure
from explorer.ui.widgets.slider_strip import SPAN

STEP, FINE = 0.05, 0.1


class SliderRow(SliderFace):
    """Shows and edits one dimension. The list binds it to another as it scrolls.

    Signals carry the dimension's index: `moved` with the new value, `settled` when a drag ends;
    `entry_asked`, `rename_asked`, `reset_asked`, `lock_asked`, `draw_asked`, `heat_asked` for the
    list to see to; `step_asked` with how many rows to go.
    """

    moved = Signal(int, float)
    settled = Signal(int)
    entry_asked = Signal(int)
    rename_asked = Signal(int)
    reset_asked = Signal(int)
    lock_asked = Signal(int)
    draw_asked = Signal(int)
    heat_asked = Signal(int)
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self._grip: tuple[float, float, bool] | None = None

    def bind(
        self, dimension: Dimension, value: float, locked: bool, mark: tuple[float, float] | None
    ) -> None:
        """Become the row of a dimension; a drag does not go over to another."""
        if dimension is not self.dimension:
            self._grip = None
        super().bind(dimension, value, locked, mark)

    # -- mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, jump to a place of the track, or press a part."""
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        part, x = self.part_at(event.position()), event.position().x()
        index = self.dimension.index
        if part == "track":
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            far = abs(x - self.track_x(self.number)) > HANDLE + 4
            self._grip = (x, self.number, fine)
            if far and not fine:
                self._grip = (x, self.value_at(x), False)
                self._move_to(self.value_at(x))
        elif part == "value":
            self.entry_asked.emit(index)
        elif part == "reset":
            self.reset_asked.emit(index)
        elif part == "lock":
            self.lock_asked.emit(index)
        elif part == "strip":
            self._jump(self.strip_value(event.position()))

    def _jump(self, value: float | None) -> None:
        """Go to a picture of the film strip: one entry of the history."""
        if value is not None:
            self._move_to(value)
            self.settled.emit(self.dimension.index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, ten times finer with Shift; or light up the part below."""
        x = event.position().x()
        if self._grip is None:
            part = self.part_at(event.position())
            shown = part != "strip" or self.strip_value(event.position()) is not None
            self._warm(part if shown else "")
            return
        start, value, was_fine = self._grip
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if fine != was_fine:  # go on from here at the other speed, without a jump
            start, value = x, self.number
            self._grip = (start, value, fine)
        per_pixel = 2 * self.dimension.reach / self.track().width() * (FINE if fine else 1)
        self._move_to(value + (x - start) * per_pixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A drag ends: one entry of the history."""
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self.settled.emit(self.dimension.index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Reset, on the track."""
        if self.part_at(event.position()) == "track":
            self._grip = None
            self.reset_asked.emit(self.dimension.index)
        elif self.part_at(event.position()) == "name":
            self.rename_asked.emit(self.dimension.index)
        else:
            self.mousePressEvent(event)

    def _move_to(self, value: float) -> None:
        reach = self.dimension.reach
        limited = round(min(reach, max(-reach, value)), 3)
        if limited != self.number:
            self.moved.emit(self.dimension.index, limited)

    def nudge(self, steps: float, fine: bool) -> None:
        """`steps` times 0.05 standard deviations, or 0.005."""
        value = round(self.number + steps * STEP * (FINE if fine else 1), 3)
        reach = max(self.dimension.reach, abs(self.number))
        self.moved.emit(self.dimension.index, min(reach, max(-reach, value)))

    def _warm(self, part: str) -> None:
        if part != self._hot:
            self._hot = part
            clickable = part in {"value", "reset", "lock", "strip"}
            shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the cursor."""
        self._warm("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self.show_ring(by_key(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.show_ring(False)

    # -- keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows change the value and the row; Ctrl with them walks the film strip; letters ask."""
        if not self.has_ring:
            self.show_ring(True)
        key, index = Qt.Key(event.key()), self.dimension.index
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        rows = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_Home: -(1 << 20),
            Qt.Key.Key_End: 1 << 20,
        }
        asks = {
            Qt.Key.Key_Return: self.entry_asked,
            Qt.Key.Key_Enter: self.entry_asked,
            Qt.Key.Key_F2: self.rename_asked,
            Qt.Key.Key_L: self.lock_asked,
            Qt.Key.Key_H: self.heat_asked,
            Qt.Key.Key_Delete: self.reset_asked,
            Qt.Key.Key_Backspace: self.reset_asked,
            Qt.Key.Key_Space: self.draw_asked,
        }
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and ctrl:
            self._step_strip(key == Qt.Key.Key_Right)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.nudge(1 if key == Qt.Key.Key_Right else -1, fine)
        elif key in rows:
            self.step_asked.emit(rows[key])
        elif key in asks and not ctrl:
            asks[key].emit(index)
        else:
            event.ignore()

    def _step_strip(self, up: bool) -> None:
        """The film strip's next picture: a whole standard deviation on, or a third of a code."""
        span = self.dimension.span
        at = self.number * SPAN / span
        near = floor(at + 1e-4) + 1 if up else ceil(at - 1e-4) - 1
        self._jump(min(SPAN, max(-SPAN, near)) * span / SPAN)

    def event(self, event: QEvent) -> bool:
        """Tooltips by part."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, at: QPointF) -> str:
        part = self.part_at(at)
        if part == "name":
            return self.dimension.about + "\n" + self.tr("Double click or F2 to rename.")
        if part == "strip":
            value = self.strip_value(at)
            words = self.tr("{value} standard deviations. Click to go there (Ctrl+Left, Right).")
            if self.dimension.span != SPAN:
                words = self.tr("{value}. Click to go there (Ctrl+Left, Right).")
            places = 0 if self.dimension.span == SPAN else 2
            return "" if value is None else words.format(value=figure(value, places).strip())
        if part == "value":
            if self.dimension.span != SPAN:
                words = self.tr("Value of the code, {low} to {high}. Click to type.")
                reach = self.dimension.reach
                return words.format(low=figure(-reach, 0), high=figure(reach, 0))
            return self.tr("Value in standard deviations of the prior. Click to type.")
        if part == "lock":
            return self.tr("Unlock (L)") if self.locked else self.tr("Lock against randomising (L)")
        if part == "reset":
            return (
                self.tr("Reset to the picture's code (Delete)")
                if self.mark
                else self.tr("Reset to 0 (Delete)")
            )
        tip = self.tr("Drag; with Shift ten times finer. Wheel and arrows: 0.05, with Shift 0.005.")
        if self.mark is not None:
            mean, std = self.mark
            where = self.tr("Picture: mean {mean}, standard deviation {std}.")
            tip += "\n" + where.format(mean=figure(mean).strip(), std=f"{std:.3f}")
        return tip
