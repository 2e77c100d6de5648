"""One latent dimension as a row: name, track with its marks, value, reset and lock.

A row is a QSlider, so that screen readers find a slider with a value; everything it shows is
painted here, since a row of ready-made widgets costs several times as much to repaint in a drag.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from explorer.ui import icons, theme

HEIGHT = 36
LIMIT = 4.0
STEP, FINE = 0.05, 0.1
_NAME, _VALUE, _BUTTON, _PAD = 56, 58, 26, 8
_SCALE = 1000
_HANDLE = 6.0


@dataclass(frozen=True)
class Dimension:
    """What a row shows beside its value.

    Attributes:
        index: of the dimension, from 0.
        name: as the model or the user calls it.
        importance: from 0 to 1 of the largest, or None where it was not measured.
        about: tooltip of the name.
    """

    index: int
    name: str
    importance: float | None
    about: str


def figure(value: float, decimals: int = 3) -> str:
    """A signed number as shown: a real minus sign, no sign at zero, always as wide."""
    text = f"{value:+.{decimals}f}"
    if not float(text):
        text = "\N{FIGURE SPACE}" + text[1:]
    return text.replace("-", "\N{MINUS SIGN}")


class SliderRow(QSlider):
    """Shows and edits one dimension. The list binds it to another as it scrolls.

    Signals carry the dimension's index: `moved` with the new value, `settled` when a drag ends;
    `entry_asked`, `reset_asked`, `lock_asked`, `draw_asked` for the list to see to; `step_asked`
    with how many rows to go.
    """

    moved = Signal(int, float)
    settled = Signal(int)
    entry_asked = Signal(int)
    reset_asked = Signal(int)
    lock_asked = Signal(int)
    draw_asked = Signal(int)
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(int(-LIMIT * _SCALE), int(LIMIT * _SCALE))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.dimension = Dimension(0, "", None, "")
        self.number = 0.0
        self.locked = False
        self.mark: tuple[float, float] | None = None
        self._grip: tuple[float, float, bool] | None = None
        self._hot = ""
        small = QFont(self.font())
        small.setPixelSize(11)
        self._small = small
        self._set_tabular()
        self.ensurePolished()  # the style takes the next line back otherwise
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _set_tabular(self) -> None:
        """Digits of one width, where Qt and the font can."""
        font = QFont(self.font())
        font.setPixelSize(12)
        if hasattr(font, "setFeature"):
            font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)

    # -- what it shows --------------------------------------------------------------------------

    def bind(
        self,
        dimension: Dimension,
        value: float,
        locked: bool,
        mark: tuple[float, float] | None,
    ) -> None:
        """Become the row of a dimension; nothing is painted where nothing changed."""
        if (dimension, value, locked, mark) == (
            self.dimension, self.number, self.locked, self.mark,
        ):  # fmt: skip
            return
        if dimension is not self.dimension:
            self.dimension = dimension
            self._grip = None
            self.setAccessibleName(dimension.name)
        self.locked, self.mark, self.number = locked, mark, value
        words = self.tr("locked") if locked else ""
        self.setAccessibleDescription(" ".join(part for part in (dimension.about, words) if part))
        self._tell_slider()
        self.update()

    def show_value(self, value: float) -> None:
        """Another value of the same dimension; only track and figure are painted."""
        if value != self.number:
            self.number = value
            self._tell_slider()
            self.update(self._track().adjusted(-10, 0, 10, 0))
            self.update(self._value_box())
            self.update(self._button(1))

    def _tell_slider(self) -> None:
        """The whole number that screen readers are told; ours is the exact one."""
        blocked = self.blockSignals(True)
        self.setValue(round(self.number * _SCALE))
        self.blockSignals(blocked)

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """Qt would repaint the whole row; `show_value` knows what changed."""

    @property
    def home(self) -> float:
        """Where reset goes: the encoded picture's mean, or the middle of the prior."""
        return self.mark[0] if self.mark else 0.0

    # -- geometry -------------------------------------------------------------------------------

    def _track(self) -> QRect:
        left = _PAD + _NAME
        right = self.width() - _PAD - 2 * _BUTTON - _VALUE - 14
        return QRect(left, 0, max(20, right - left), self.height())

    def _value_box(self) -> QRect:
        return QRect(self.width() - _PAD - 2 * _BUTTON - _VALUE, 0, _VALUE, self.height())

    def _button(self, from_right: int) -> QRect:
        left = self.width() - _PAD - (from_right + 1) * _BUTTON
        return QRect(left, (self.height() - _BUTTON) // 2, _BUTTON, _BUTTON)

    def value_box(self) -> QRect:
        """Where the figure stands, for the entry that covers it."""
        return self._value_box().adjusted(-4, 5, 4, -5)

    def track_x(self, value: float) -> float:
        """Where a value lies on the track, in pixels of the row."""
        track = self._track()
        share = (min(LIMIT, max(-LIMIT, value)) + LIMIT) / (2 * LIMIT)
        return track.left() + share * track.width()

    def _value_at(self, x: float) -> float:
        track = self._track()
        share = (x - track.left()) / track.width()
        return share * 2 * LIMIT - LIMIT

    def part_at(self, at: QPointF) -> str:
        """The part of the row at a point: name, track, value, reset or lock."""
        point = at.toPoint()
        if self._button(0).contains(point):
            return "lock"
        if self._button(1).contains(point):
            return "reset"
        if self._value_box().contains(point):
            return "value"
        return "track" if self._track().adjusted(-10, 0, 10, 0).contains(point) else "name"

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole row, or the part of it that changed."""
        painter = QPainter(self)
        tokens = theme.current()
        painter.fillRect(event.rect(), tokens.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        if dirty.left() < _PAD + _NAME - 10:
            self._paint_name(painter, tokens)
        self._paint_track(painter, tokens)
        self._paint_value(painter, tokens)
        self._paint_buttons(painter, tokens)
        if self.hasFocus():
            painter.setPen(tokens.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 1.5, -2.5, -1.5), 6, 6)

    def _paint_name(self, painter: QPainter, tokens: theme.Theme) -> None:
        box = QRect(_PAD, 0, _NAME - 12, self.height())
        painter.setPen(tokens.quiet if self.locked else tokens.text)
        name = QFontMetrics(self.font()).elidedText(
            self.dimension.name, Qt.TextElideMode.ElideRight, box.width()
        )
        share = self.dimension.importance
        painter.drawText(
            box.adjusted(0, 0, 0, 0 if share is None else -5),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            name,
        )
        if share is not None:
            top = self.height() / 2 + 8
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.line)
            painter.drawRect(QRectF(_PAD, top, 32, 2))
            painter.setBrush(tokens.quiet)
            painter.drawRect(QRectF(_PAD, top, 32 * share, 2))

    def _paint_track(self, painter: QPainter, tokens: theme.Theme) -> None:
        middle = self.height() / 2
        track = QRectF(self._track())
        painter.setPen(Qt.PenStyle.NoPen)
        for sigma, alpha in ((2.0, 16), (1.0, 20)):
            left, right = self.track_x(-sigma), self.track_x(sigma)
            painter.setBrush(_faint(tokens.text, alpha))
            painter.drawRoundedRect(QRectF(left, middle - 9, right - left, 18), 3, 3)
        painter.setBrush(tokens.control)
        painter.drawRoundedRect(QRectF(track.left(), middle - 1.5, track.width(), 3), 1.5, 1.5)
        zero, x = self.track_x(0.0), self.track_x(self.number)
        painter.drawRect(QRectF(zero - 0.5, middle - 5, 1, 10))
        colour = tokens.quiet if self.locked else tokens.accent
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(min(zero, x), middle - 1.5, abs(x - zero), 3), 1.5, 1.5)
        if self.mark is not None:
            self._paint_mark(painter, tokens, self.mark)
        self._paint_handle(painter, tokens, colour, QPointF(x, middle))

    def _paint_mark(
        self, painter: QPainter, tokens: theme.Theme, mark: tuple[float, float]
    ) -> None:
        """The encoded picture: a bar of mean +- std, and a wedge that points at the mean."""
        mean, std = mark
        bottom = self.height() / 2 + 12
        left, right, x = self.track_x(mean - std), self.track_x(mean + std), self.track_x(mean)
        painter.setBrush(tokens.caution)
        painter.drawRect(QRectF(left, bottom, max(1.0, right - left), 2))
        wedge = [QPointF(x, bottom - 5), QPointF(x + 4, bottom + 2), QPointF(x - 4, bottom + 2)]
        painter.drawPolygon(QPolygonF(wedge))

    def _paint_handle(
        self, painter: QPainter, tokens: theme.Theme, colour: QColor, at: QPointF
    ) -> None:
        painter.setPen(tokens.surface)
        painter.setBrush(colour)
        if abs(self.number) <= LIMIT:
            painter.drawEllipse(at, _HANDLE, _HANDLE)
            return
        side = 1 if self.number > 0 else -1  # beyond the track: an arrow that says so
        points = [QPointF(-5 * side, -6), QPointF(7 * side, 0), QPointF(-5 * side, 6)]
        painter.drawPolygon(QPolygonF([at + p for p in points]))

    def _paint_value(self, painter: QPainter, tokens: theme.Theme) -> None:
        box = self._value_box()
        if self._hot == "value":
            painter.setPen(tokens.control)
            painter.setBrush(tokens.raised)
            painter.drawRoundedRect(QRectF(self.value_box()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(tokens.quiet if self.locked else tokens.text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -4, 0), flags, figure(self.number))

    def _paint_buttons(self, painter: QPainter, tokens: theme.Theme) -> None:
        ratio = self.devicePixelRatioF()
        moved = abs(self.number - self.home) > 5e-4
        active = self.hasFocus() or bool(self._hot)
        if moved and active:
            colour = tokens.text if self._hot == "reset" else tokens.quiet
            self._paint_icon(painter, "reset", colour, self._button(1), ratio)
        plain = tokens.quiet if active else tokens.line
        colour = tokens.text if self.locked or self._hot == "lock" else plain
        name = "lock" if self.locked else "unlock"
        self._paint_icon(painter, name, colour, self._button(0), ratio)

    def _paint_icon(
        self, painter: QPainter, name: str, colour: QColor, box: QRect, ratio: float
    ) -> None:
        inset = (_BUTTON - icons.SIZE) // 2
        at = box.topLeft()
        painter.drawPixmap(at.x() + inset, at.y() + inset, icons.pixmap(name, colour.name(), ratio))

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
            far = abs(x - self.track_x(self.number)) > _HANDLE + 4
            self._grip = (x, self.number, fine)
            if far and not fine:
                self._grip = (x, self._value_at(x), False)
                self._move_to(self._value_at(x))
        elif part == "value":
            self.entry_asked.emit(index)
        elif part == "reset":
            self.reset_asked.emit(index)
        elif part == "lock":
            self.lock_asked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, ten times finer with Shift; or light up the part below."""
        x = event.position().x()
        if self._grip is None:
            self._warm(self.part_at(event.position()))
            return
        start, value, was_fine = self._grip
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if fine != was_fine:  # go on from here at the other speed, without a jump
            start, value = x, self.number
            self._grip = (start, value, fine)
        per_pixel = 2 * LIMIT / self._track().width() * (FINE if fine else 1)
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
        else:
            self.mousePressEvent(event)

    def _move_to(self, value: float) -> None:
        limited = round(min(LIMIT, max(-LIMIT, value)), 3)
        if limited != self.number:
            self.moved.emit(self.dimension.index, limited)

    def nudge(self, steps: float, fine: bool) -> None:
        """`steps` times 0.05 standard deviations, or 0.005."""
        value = round(self.number + steps * STEP * (FINE if fine else 1), 3)
        reach = max(LIMIT, abs(self.number))
        self.moved.emit(self.dimension.index, min(reach, max(-reach, value)))

    def _warm(self, part: str) -> None:
        if part != self._hot:
            self._hot = part
            clickable = part in {"value", "reset", "lock"}
            shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the cursor."""
        self._warm("")

    def changeEvent(self, event: QEvent) -> None:
        """A style lays its own ground below sliders; this one covers itself."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows change the value and the row; Enter types, Space draws, L locks, Delete resets."""
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
            Qt.Key.Key_F2: self.entry_asked,
            Qt.Key.Key_L: self.lock_asked,
            Qt.Key.Key_Delete: self.reset_asked,
            Qt.Key.Key_Backspace: self.reset_asked,
            Qt.Key.Key_Space: self.draw_asked,
        }
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.nudge(1 if key == Qt.Key.Key_Right else -1, fine)
        elif key in rows:
            self.step_asked.emit(rows[key])
        elif key in asks and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            asks[key].emit(index)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tooltips by part."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), self._tip(self.part_at(QPointF(event.pos()))), self
            )
            return True
        return super().event(event)

    def _tip(self, part: str) -> str:
        if part == "name":
            return self.dimension.about
        if part == "value":
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


def _faint(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
