"""One tick for each step of a record, coloured by its level: noise, in a denoising run.

It is a QAbstractSlider, so that screen readers and the keyboard find a slider with a value. The
ticks are kept as a pixmap, to which every new evaluation adds its own: a run of a thousand would
else paint a thousand ticks a thousand times.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from explorer.ui import theme
from explorer.ui.strides import Strides
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.track import Track

# The room at both ends for names and numbers; the curves below keep the same.
LEFT, RIGHT = 112, 104
_POINTER = 7
_TICKS = 22
_NUMBERS = 15
_WIDEST = 14.0
_SMALL = 11


def blend(a: QColor, b: QColor, share: float) -> QColor:
    """`a` at share 0, `b` at share 1, mixed in sRGB."""
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def noise_colour(sigma: float) -> QColor:
    """The colour of a noise level in [0, 1]: the accent where clean, amber where all noise."""
    tokens = theme.current()
    return blend(tokens.accent, tokens.series[1], min(1.0, max(0.0, sigma)))


class Scrubber(QAbstractSlider):
    """Ticks 0 to count - 1; the value is the one that is shown.

    Ticks that begin a step are tall, others short. What is not computed yet is hollow and cannot be
    chosen.

    Args:
        unit: what a tick is, at the left of them ("evaluation").
        name: for screen readers.
        tell: what the tooltip says of a tick.

    Signals:
        scrubbed: the user chose a tick.
        released: the user let go.
    """

    scrubbed = Signal(int)
    released = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        unit: str = "",
        name: str = "",
        tell: Callable[[int], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit, self._tell = unit, tell
        self._count, self._strides, self._each = 0, Strides(), 1.0
        self._ring = False
        self._levels: list[float] = []
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag to any evaluation; Left and Right: one, Page keys: a tenth"))
        self.setRange(0, 0)

    # -- what it shows --------------------------------------------------------------------------

    def set_plan(self, count: int, strides: Strides | None = None, each: float = 1.0) -> None:
        """A new record: `count` ticks, tall where a step begins, none computed.

        `each`: how many a tick counts for in the numbers below (four pixels of a stage, say).
        """
        self._each = each
        self._count, self._strides, self._levels = count, strides or Strides(), []
        self.setRange(0, max(0, count - 1))
        self.setSliderPosition(0)
        self._redraw()

    def add(self, sigmas: Sequence[float]) -> None:
        """More are computed, at levels in [0, 1]."""
        if not sigmas:
            return
        first = len(self._levels)
        self._levels.extend(sigmas)
        if self._picture is not None:
            painter = QPainter(self._picture)
            for index in range(first, len(self._levels)):
                self._draw_tick(painter, index)
            painter.end()
        self.update(self._tick_rect(first).united(self._tick_rect(len(self._levels) - 1)))

    def show_value(self, value: int) -> None:
        """Move the pointer without telling anybody."""
        if value != self.value():
            old = self.value()
            blocked = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(blocked)
            self.update(self._pointer_rect(old))
            self.update(self._pointer_rect(value))

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Nothing: the base class would paint everything anew, `show_value` knows what to."""

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    @property
    def count(self) -> int:
        """Ticks, of what is planned too."""
        return self._count

    @property
    def computed(self) -> int:
        """How many are computed."""
        return len(self._levels)

    def step_of(self, index: int) -> int:
        """The step, from 1, that a tick belongs to."""
        return self._strides.step_of(index)

    # -- geometry -------------------------------------------------------------------------------

    @property
    def track(self) -> Track:
        """Where the ticks lie."""
        return Track(LEFT, max(0.0, float(self.width() - LEFT - RIGHT)))

    def sizeHint(self) -> QSize:
        """Pointer, ticks, numbers."""
        return QSize(480, _POINTER + _TICKS + _NUMBERS)

    def minimumSizeHint(self) -> QSize:
        """Ticks may be thin."""
        return QSize(LEFT + RIGHT + 120, _POINTER + _TICKS + _NUMBERS)

    def _breadth(self) -> float:
        pitch = self.track.width / max(1, self._count - 1)
        return min(_WIDEST, pitch * 0.7 if pitch >= 3 else pitch)

    def _tick_rect(self, index: int) -> QRect:
        x, half = self.track.place(index, self._count), self._breadth() / 2
        return QRectF(x - half, _POINTER, 2 * half, _TICKS).toAlignedRect()

    def _pointer_rect(self, index: int) -> QRect:
        x = round(self.track.place(index, self._count))
        return QRect(x - _POINTER - 2, 0, 2 * _POINTER + 5, _POINTER + _TICKS + 1)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept ticks, then the pointer."""
        painter = QPainter(self)
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        if self._levels:
            self._paint_pointer(painter)
        if self._ring:
            painter.setPen(theme.current().accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self) -> QPixmap:
        tokens, ratio = theme.current(), self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(tokens.ground)
        painter = QPainter(picture)
        font = QFont(self.font())
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        painter.setPen(tokens.quiet)
        name = QRect(0, _POINTER, LEFT - 16, _TICKS)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(name, right, self._unit)
        if self._count:
            self._draw_numbers(painter)
        for index in range(self._count):
            self._draw_tick(painter, index)
        painter.end()
        return picture

    def _draw_tick(self, painter: QPainter, index: int) -> None:
        x, half = self.track.place(index, self._count), self._breadth() / 2
        drop = 0 if self._strides.begins(index) else _TICKS // 2
        rect = QRectF(x - half, _POINTER + drop, 2 * half, _TICKS - drop)
        if index < len(self._levels):
            painter.fillRect(rect, noise_colour(self._levels[index]))
        elif half >= 2:
            painter.setPen(theme.current().control)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(rect, theme.current().line)

    def numbers(self) -> list[tuple[int, int]]:
        """What stands below the ticks, and the tick that each stands below."""
        last = round(self._count * self._each)
        every = _round_interval(last, self.track.width / 48)
        wanted = sorted({1, *range(every, last + 1, every)})
        return [(number, max(0, math.ceil(number / self._each) - 1)) for number in wanted]

    def _draw_numbers(self, painter: QPainter) -> None:
        for number, index in self.numbers():
            x = round(self.track.place(index, self._count))
            room = QRect(x - 24, _POINTER + _TICKS, 48, _NUMBERS)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _paint_pointer(self, painter: QPainter) -> None:
        x = self.track.place(self.value(), self._count)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().text)
        corners = [QPointF(x - _POINTER, 0), QPointF(x + _POINTER, 0), QPointF(x, _POINTER)]
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()
        painter.fillRect(QRectF(x - 0.75, _POINTER, 1.5, _TICKS), theme.current().text)

    # -- events ---------------------------------------------------------------------------------

    def _choose(self, index: int) -> None:
        """Tell of a choice among what is computed."""
        if self._levels:
            index = min(max(index, 0), len(self._levels) - 1)
            self.scrubbed.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton and self._levels:
            self.setSliderDown(True)
            self._choose(self.track.nearest(event.position().x(), self._count))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if self.isSliderDown():
            self._choose(self.track.nearest(event.position().x(), self._count))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self.isSliderDown() and event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys go on by a tenth; the rest is the view's."""
        leaps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in leaps and self._count:
            leap = max(2, math.ceil(self._count / 10))
            self._choose(self.value() + leaps[Qt.Key(event.key())] * leap)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything lies elsewhere."""
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._redraw()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """A tooltip of the tick under the cursor."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._count:
            QToolTip.showText(event.globalPos(), self.about(event.pos().x()), self)
            return True
        return super().event(event)

    def about(self, x: float) -> str:
        """What the tooltip at a place says."""
        index = self.track.nearest(x, self._count)
        text = self._tell(index) if self._tell is not None else str(index + 1)
        return text if index < len(self._levels) else text + "\n" + self.tr("Not computed yet")


def _round_interval(count: int, most: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, ... that leaves at most `most` numbers of `count`."""
    step, digits = 1, itertools.cycle((2, 5, 10))
    power = 1
    while count / step > max(1.0, most):
        digit = next(digits)
        step = digit * power
        power *= 10 if digit == 10 else 1
    return step
