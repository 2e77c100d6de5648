"""A quantity measured at some steps only, over the scrubber's axis: a dot each, joined thinly."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme
from explorer.ui.widgets.scrubber import LEFT, RIGHT
from explorer.ui.widgets.track import Track

_PAD = 7
_SMALL = 11


class Dots(QWidget):
    """Values by step.

    Args:
        name: at the left.
        unit: behind a value, at the right.
    """

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._unit = name, unit
        self.values: dict[int, float] = {}
        self._count, self._cursor = 0, -1
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_values(self, values: Mapping[int, float], count: int) -> None:
        """What is known, by step of `count`."""
        self.values, self._count = dict(sorted(values.items())), count
        self.update()

    def set_cursor(self, index: int) -> None:
        """The step that is shown; -1 for none."""
        if index != self._cursor:
            self._cursor = index
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the scrubber, a lane high."""
        return QSize(480, 44)

    def minimumSizeHint(self) -> QSize:
        """A thin lane."""
        return QSize(LEFT + RIGHT + 120, 34)

    @property
    def track(self) -> Track:
        """Where steps lie; as on the scrubber."""
        return Track(LEFT, max(0.0, float(self.width() - LEFT - RIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, cursor, dots, and the value under the cursor."""
        tokens, track, painter = theme.current(), self.track, QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        high, low = float(_PAD), float(self.height() - _PAD)
        most = max(self.values.values(), default=0.0) or 1.0
        painter.setPen(tokens.line)
        for y in (high, low):
            painter.drawLine(QLineF(track.left, y, track.x(1.0), y))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(tokens.text)
        painter.drawText(QRect(0, 0, LEFT - 44, self.height()), right, self._name)
        painter.setPen(tokens.quiet)
        for value, y in ((most, high), (0.0, low)):
            text = f"{value:.0f}" if self.values else ""
            painter.drawText(QRect(LEFT - 44, round(y) - 8, 36, 16), right, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._cursor >= 0 and self._count:
            x = track.place(self._cursor, self._count)
            painter.drawLine(QLineF(x, 0, x, self.height()))
        points = {
            step: QPointF(track.place(step, self._count), low - (low - high) * value / most)
            for step, value in self.values.items()
        }
        painter.setPen(QPen(tokens.accent, 1))
        painter.drawPolyline(QPolygonF(list(points.values())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        for step, point in points.items():
            painter.drawEllipse(point, *((4, 4) if step == self._cursor else (2.5, 2.5)))
        known = self.values.get(self._cursor)
        painter.setPen(tokens.text if known is not None else tokens.quiet)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        place = QRect(self.width() - RIGHT + 14, 0, RIGHT - 14, self.height())
        words = "–" if known is None else f"{known:.1f} {self._unit}"
        painter.drawText(place, left, words)
        painter.end()
