"""Curves of a record: one lane a quantity, all over the scrubber's axis and one cursor.

Each quantity has a unit of its own, so each has a lane of its own; two axes on one plot would ask
the reader which is which. Painted here rather than by a plotting library: pyqtgraph took 180 to
450 ms to import on the window's thread and 2.7 ms for a change of three curves, this takes a tenth.
The curves are kept as a pixmap, to which new values add their piece, so that a moving cursor
paints a line and three numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme
from explorer.ui.widgets.scrubber import LEFT, RIGHT, noise_colour
from explorer.ui.widgets.track import Track

LANE = 44
_PAD = 7
_SMALL = 11


@dataclass(frozen=True)
class Lane:
    """One quantity.

    Attributes:
        name: at the left.
        about: what it is, with its unit, for the tooltip.
        write: a value as shown at the right, with its unit.
        low, high: the least that the axis spans, around 0; it grows with the values.
        key: the name of the quantity in the record.
    """

    name: str
    about: str
    write: Callable[[float], str]
    low: float
    high: float
    key: str = ""


class Curves(QWidget):
    """Lanes of values by step, with a cursor; the first lane's, in [0, 1], colours its dots.

    Args:
        lanes: from the top down.
        name: for screen readers.
        height: of a lane, in logical pixels.
    """

    def __init__(
        self,
        lanes: Sequence[Lane],
        parent: QWidget | None = None,
        name: str = "",
        height: int = LANE,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._lane = tuple(lanes), height
        self._values: list[list[float]] = [[] for _ in lanes]
        self._count = 0
        self._cursor = -1
        self._picture: QPixmap | None = None
        self._spans = [(lane.low, lane.high) for lane in lanes]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(name)
        self.setToolTip("\n".join(lane.about for lane in lanes))

    # -- what it shows --------------------------------------------------------------------------

    def set_plan(self, count: int) -> None:
        """A new record of `count` steps, none known."""
        self._count, self._cursor = count, -1
        self._values = [[] for _ in self._lanes]
        self._spans = [(lane.low, lane.high) for lane in self._lanes]
        self.redraw()

    def add(self, *values: Sequence[float]) -> None:
        """All values so far, one sequence a lane; only those that are new are looked at."""
        known, count = self.known, len(values[0])
        if count == known:
            return
        for mine, given in zip(self._values, values, strict=True):
            mine.extend(given[known:])
        spans = [_grown(s, v[known:]) for s, v in zip(self._spans, self._values, strict=True)]
        if spans != self._spans or self._picture is None:
            self._spans = spans
            self.redraw()
            return
        painter = QPainter(self._picture)
        for lane in range(len(self._lanes)):
            self._draw_curve(painter, lane, max(0, known - 1))
        painter.end()
        left = round(self.track.place(max(0, known - 1), self._count)) - 2
        right = round(self.track.place(count - 1, self._count)) + 2
        self.update(QRect(left, 0, right - left, self.height()))

    def set_cursor(self, index: int) -> None:
        """Move the cursor to a step; -1 hides it."""
        if index != self._cursor:
            self.update(self._cursor_rect())
            self._cursor = index
            self.update(self._cursor_rect())
            self.update(QRect(self.width() - RIGHT, 0, RIGHT, self.height()))

    @property
    def known(self) -> int:
        """How many steps are drawn."""
        return len(self._values[0])

    @property
    def cursor_at(self) -> int:
        """Where the cursor stands, or -1."""
        return self._cursor

    def redraw(self) -> None:
        """Draw the curves anew at the next paint."""
        self._picture = None
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    @property
    def track(self) -> Track:
        """Where steps lie; as on the scrubber."""
        return Track(LEFT, max(0.0, float(self.width() - LEFT - RIGHT)))

    def sizeHint(self) -> QSize:
        """All lanes."""
        return QSize(480, self._lane * len(self._lanes))

    def minimumSizeHint(self) -> QSize:
        """All lanes, narrower."""
        return QSize(LEFT + RIGHT + 120, self._lane * len(self._lanes))

    def _cursor_rect(self) -> QRect:
        x = round(self.track.place(max(0, self._cursor), self._count))
        return QRect(x - 5, 0, 11, self.height())

    def _point(self, lane: int, index: int) -> QPointF:
        low, high = self._spans[lane]
        share = (self._values[lane][index] - low) / (high - low)
        top, height = lane * self._lane + _PAD, self._lane - 2 * _PAD
        return QPointF(self.track.place(index, self._count), top + height * (1 - share))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture, then cursor, dots and numbers."""
        painter = QPainter(self)
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        if 0 <= self._cursor < self.known:
            self._paint_cursor(painter)
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size()
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.current().ground)
        painter = QPainter(picture)
        font = QFont(self.font())
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        for lane in range(len(self._lanes)):
            self._draw_lane(painter, lane)
        painter.end()
        return picture

    def _draw_lane(self, painter: QPainter, lane: int) -> None:
        tokens, top, track = theme.current(), lane * self._lane, self.track
        painter.setPen(tokens.line)
        for y in (top + _PAD, top + self._lane - _PAD):
            painter.drawLine(QPointF(track.left, y), QPointF(track.x(1.0), y))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(tokens.text)
        painter.drawText(QRect(0, top, LEFT - 44, self._lane), right, self._lanes[lane].name)
        low, high = self._spans[lane]
        painter.setPen(tokens.quiet)
        for value, y in ((high, top + _PAD), (low, top + self._lane - _PAD)):
            painter.drawText(QRect(LEFT - 44, round(y) - 8, 36, 16), right, _short(value))
        self._draw_curve(painter, lane, 0)

    def _draw_curve(self, painter: QPainter, lane: int, first: int) -> None:
        """A lane's curve from step `first` on."""
        values = self._values[lane]
        finite = [i for i in range(first, len(values)) if math.isfinite(values[i])]
        points = [self._point(lane, index) for index in finite]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().accent, 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_cursor(self, painter: QPainter) -> None:
        tokens, x = theme.current(), self.track.place(self._cursor, self._count)
        painter.fillRect(QRectF(x - 0.5, 0, 1, self.height()), tokens.quiet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for lane, spec in enumerate(self._lanes):
            value = self._values[lane][self._cursor]
            side = self.width() - RIGHT + 14
            place = QRect(side, lane * self._lane, RIGHT - 14, self._lane)
            painter.setPen(tokens.text)
            painter.drawText(place, middle, spec.write(value) if math.isfinite(value) else "–")
            if math.isfinite(value):
                painter.setPen(QPen(tokens.ground, 1))
                painter.setBrush(noise_colour(self._values[0][self._cursor]))
                painter.drawEllipse(self._point(lane, self._cursor), 3.5, 3.5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything lies elsewhere."""
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.redraw()
        super().changeEvent(event)


def _grown(span: tuple[float, float], values: Sequence[float]) -> tuple[float, float]:
    """A span that holds `values` too; it grows to round numbers, and so seldom."""
    finite = [value for value in values if math.isfinite(value)]
    low, high = min(finite, default=span[0]), max(finite, default=span[1])
    return (
        span[0] if low >= span[0] else -_round_up(-low),
        span[1] if high <= span[1] else _round_up(high),
    )


def _round_up(value: float) -> float:
    """The least of 1, 2, 5, 10, 20, ... (and tenths of them) that is no less than `value` > 0."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(digit * power for digit in (1, 2, 5, 10) if digit * power >= value * (1 - 1e-9))


def _short(value: float) -> str:
    """An axis end in at most five characters."""
    text = f"{value:.0f}" if abs(value) >= 10 or value == round(value) else f"{value:.1f}"
    return text.replace("-", "\N{MINUS SIGN}")
