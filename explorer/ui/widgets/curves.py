"""Curves of a denoising run: one lane a quantity, all over the scrubber's axis and one cursor.

Each quantity has a unit of its own, so each has a lane of its own; two axes on one plot would ask
the reader which is which. Painted here rather than by a plotting library: pyqtgraph took 180 to
450 ms to import on the window's thread and 2.7 ms for a change of three curves, this takes a tenth.
The curves are kept as a pixmap, so that a moving cursor paints two lines and three numbers.
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
        low, high: the least that the axis spans; it grows with the values.
    """

    name: str
    about: str
    write: Callable[[float], str]
    low: float
    high: float


class Curves(QWidget):
    """Lanes of values by evaluation, with a cursor."""

    def __init__(self, lanes: Sequence[Lane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = tuple(lanes)
        self._values: list[list[float]] = [[] for _ in lanes]
        self._count = 0
        self._cursor = -1
        self._picture: QPixmap | None = None
        self._spans: list[tuple[float, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Curves by evaluation"))
        self.setToolTip("\n".join(lane.about for lane in lanes))

    # -- what it shows --------------------------------------------------------------------------

    def set_plan(self, count: int) -> None:
        """A new run of `count` evaluations, none known."""
        self._count, self._cursor = count, -1
        self._values = [[] for _ in self._lanes]
        self.redraw()

    def set_values(self, *values: Sequence[float]) -> None:
        """All values so far, one sequence a lane; nothing happens where no more have come."""
        if [len(v) for v in values] != [len(v) for v in self._values]:
            self._values = [list(v) for v in values]
            self.redraw()

    def set_cursor(self, index: int) -> None:
        """Move the cursor to an evaluation; -1 hides it."""
        if index != self._cursor:
            self.update(self._cursor_rect())
            self._cursor = index
            self.update(self._cursor_rect())
            self.update(QRect(self.width() - RIGHT, 0, RIGHT, self.height()))

    @property
    def known(self) -> int:
        """How many evaluations are drawn."""
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
        """Where evaluations lie; as on the scrubber."""
        return Track(LEFT, max(0.0, float(self.width() - LEFT - RIGHT)))

    def sizeHint(self) -> QSize:
        """All lanes."""
        return QSize(480, LANE * len(self._lanes))

    def minimumSizeHint(self) -> QSize:
        """All lanes, narrower."""
        return QSize(LEFT + RIGHT + 120, LANE * len(self._lanes))

    def _cursor_rect(self) -> QRect:
        x = round(self.track.place(max(0, self._cursor), self._count))
        return QRect(x - 5, 0, 11, self.height())

    def _span(self, lane: int) -> tuple[float, float]:
        """The values at the bottom and the top of a lane."""
        wanted, values = self._lanes[lane], [v for v in self._values[lane] if math.isfinite(v)]
        low = min([wanted.low, *values])
        high = max([wanted.high, *values])
        return low, high if high > low else low + 1

    def _point(self, lane: int, index: int) -> QPointF:
        low, high = self._spans[lane]
        share = (self._values[lane][index] - low) / (high - low)
        top, height = lane * LANE + _PAD, LANE - 2 * _PAD
        return QPointF(self.track.place(index, self._count), top + height * (1 - share))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture, then cursor, dots and numbers."""
        painter = QPainter(self)
        if self._picture is None:
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
        self._spans = [self._span(lane) for lane in range(len(self._lanes))]
        for lane in range(len(self._lanes)):
            self._draw_lane(painter, lane)
        painter.end()
        return picture

    def _draw_lane(self, painter: QPainter, lane: int) -> None:
        tokens, top, track = theme.current(), lane * LANE, self.track
        painter.setPen(tokens.line)
        for y in (top + _PAD, top + LANE - _PAD):
            painter.drawLine(QPointF(track.left, y), QPointF(track.x(1.0), y))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(tokens.text)
        painter.drawText(QRect(0, top, LEFT - 44, LANE), right, self._lanes[lane].name)
        low, high = self._spans[lane]
        painter.setPen(tokens.quiet)
        for value, y in ((high, top + _PAD), (low, top + LANE - _PAD)):
            painter.drawText(QRect(LEFT - 44, round(y) - 8, 36, 16), right, _short(value))
        self._draw_curve(painter, lane)

    def _draw_curve(self, painter: QPainter, lane: int) -> None:
        values = self._values[lane]
        finite = [i for i in range(len(values)) if math.isfinite(values[i])]
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
            place = QRect(self.width() - RIGHT + 14, lane * LANE, RIGHT - 14, LANE)
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


def _short(value: float) -> str:
    """An axis end in at most five characters."""
    if abs(value) >= 1e4:
        return f"{value:.0e}".replace("e+", "e")
    text = f"{value:.0f}" if abs(value) >= 10 or value == round(value) else f"{value:.1f}"
    return text.replace("-", "\N{MINUS SIGN}")
