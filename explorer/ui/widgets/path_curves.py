"""Under a path's film strip: how fast the picture changes, and how far latents are from typical.

Two lanes over the strip's own track, so that a peak stands under the pictures it is of. The speed
has two curves where a path was re-timed, as it was and as it is. What says so is the shape of a
line beside its colour: the old one is dashed, and where the path is off the shell it is thicker
and begins and ends with a mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme
from explorer.ui.widgets.track import Track

# 95 % of a model's own samples lie this near to the shell, in deviations of their length.
SHELL = 2.0
_LANE, _TITLE = 27, 14
_MARK = 4
_Reals = NDArray[np.float64]


def _none() -> _Reals:
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class Profile:
    """What is known of a path, frame by frame.

    Attributes:
        changes: (N - 1,) grey levels from each frame to the next.
        before: (N - 1,) the same before it was re-timed; empty where it was not.
        typicality: (N,) deviations from the shell, below 0 inside; empty where there is none.
    """

    changes: _Reals = field(default_factory=_none)
    before: _Reals = field(default_factory=_none)
    typicality: _Reals = field(default_factory=_none)

    @property
    def outside(self) -> tuple[tuple[float, float], ...]:
        """Stretches off the shell: where each begins and ends, shares of the path in [0, 1]."""
        off = np.abs(self.typicality) > SHELL
        last = max(1, len(off) - 1)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], off, [False]]).astype(np.int8)))
        return tuple(
            (self._crossing(int(a) - 1) / last, self._crossing(int(b) - 1) / last)
            for a, b in zip(edges[::2], edges[1::2], strict=True)
        )

    def _crossing(self, index: int) -> float:
        """Where between frames `index` and `index + 1` the shell is crossed; the ends are ends."""
        if index < 0 or index + 1 >= len(self.typicality):
            return float(max(0, index))
        a, b = np.abs(self.typicality[index : index + 2])
        return index + float((SHELL - a) / (b - a))


class PathCurves(QWidget):
    """The two lanes and a playhead's line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = Profile()
        self._track = Track(0.0, 0.0)
        self._position = 0.0
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Speed and typicality along the path"))
        self.setToolTip(
            self.tr(
                "Change: how much the picture changes from frame to frame, root mean square over\n"
                "its pixels in grey levels of 255. Dashed: before the path was re-timed.\n"
                "Shell: how far the latent's length is from that of samples, in standard deviations"
                "\nof that length. 95 % of samples lie within the band; thick where the path has"
                " left it."
            )
        )

    # -- what it shows --------------------------------------------------------------------------

    @property
    def profile(self) -> Profile:
        """What is drawn."""
        return self._profile

    def show_profile(self, profile: Profile) -> None:
        """Draw another path's curves; an empty profile draws none."""
        self._profile = profile
        self.setAccessibleDescription(", ".join(self.titles))
        self._redraw()

    def set_track(self, track: Track) -> None:
        """Where the playhead runs; the film strip's."""
        if track != self._track:
            self._track = track
            self._redraw()

    def set_position(self, position: float) -> None:
        """Move the playhead's line."""
        if position != self._position:
            self.update(self._head_rect())
            self._position = position
            self.update(self._head_rect())

    @property
    def titles(self) -> tuple[str, str]:
        """What the lanes say in words."""
        known = self._profile
        change, shell = self.tr("Change per frame"), self.tr("Shell")
        if len(known.changes):
            now = self.tr("Change per frame: {now} grey levels").format(now=_span(known.changes))
            was = self.tr("{now}, before {was}").format(now=now, was=_span(known.before))
            change = was if len(known.before) else now
            shell = self._shell_title()
        return change, shell

    def _shell_title(self) -> str:
        typicality, outside = self._profile.typicality, self._profile.outside
        if not len(typicality):
            return self.tr("Shell: none, samples of this space have no common length")
        furthest = float(typicality[np.argmax(np.abs(typicality))])
        way = self.tr("outside") if furthest > 0 else self.tr("inside")
        far = self.tr("Shell: at most {far} σ {way}").format(far=f"{abs(furthest):.1f}", way=way)
        if not outside:
            return self.tr("{far}, never left").format(far=far)
        count = len(typicality)
        frames = [f"{round(a * (count - 1)) + 1}–{round(b * (count - 1)) + 1}" for a, b in outside]
        left = self.tr("{far}, left in frames {frames}")
        return left.format(far=far, frames=", ".join(frames))

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Two lanes, each under its title."""
        return QSize(480, 2 * (_LANE + _TITLE) + 2)

    def minimumSizeHint(self) -> QSize:
        """The same, narrower."""
        return QSize(120, self.sizeHint().height())

    def _lane(self, number: int) -> QRectF:
        top = number * (_LANE + _TITLE) + _TITLE
        return QRectF(self._track.left, top, self._track.width, _LANE - 3)

    def _head_rect(self) -> QRect:
        return QRect(round(self._track.x(self._position)) - 2, 0, 4, self.height())

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept curves, then the playhead's line."""
        painter = QPainter(self)
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        x = self._track.x(self._position)
        for lane in (self._lane(0), self._lane(1)):  # not through the titles above them
            painter.fillRect(QRectF(x - 0.5, lane.top(), 1, lane.height()), theme.current().quiet)
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.current().ground)
        painter = QPainter(picture)
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        for number, title in enumerate(self.titles):
            self._draw_title(painter, self._lane(number), title)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_speed(painter, self._lane(0))
        self._draw_shell(painter, self._lane(1))
        painter.end()
        return picture

    def _draw_title(self, painter: QPainter, lane: QRectF, title: str) -> None:
        tokens = theme.current()
        painter.setPen(tokens.line)
        painter.drawLine(lane.bottomLeft(), lane.bottomRight())
        painter.setPen(tokens.quiet)
        room = QRect(4, round(lane.top()) - _TITLE, self.width() - 8, _TITLE)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        cut = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, cut)

    def _draw_speed(self, painter: QPainter, lane: QRectF) -> None:
        """From 0 to the largest change, at the middle between the two frames."""
        tokens, known = theme.current(), self._profile
        most = max((float(v.max()) for v in (known.changes, known.before) if len(v)), default=0.0)
        for values, pen in (
            (known.before, QPen(tokens.quiet, 1.2, Qt.PenStyle.DashLine)),
            (known.changes, QPen(tokens.accent, 1.8)),
        ):
            if len(values) and most > 0:
                shares = (np.arange(len(values)) + 0.5) / len(values)
                painter.setPen(pen)
                painter.drawPolyline(_line(lane, shares, values / most))

    def _draw_shell(self, painter: QPainter, lane: QRectF) -> None:
        """The band of typical lengths, the curve through it, and where it is left."""
        tokens, values = theme.current(), self._profile.typicality
        if not len(values):
            return
        reach = 1.1 * max(SHELL, float(np.abs(values).max()))
        heights = 0.5 + values / (2 * reach)
        half = lane.height() * SHELL / (2 * reach)
        middle = lane.center().y()
        painter.fillRect(QRectF(lane.left(), middle - half, lane.width(), 2 * half), tokens.raised)
        shares = np.linspace(0, 1, len(values))
        painter.setPen(QPen(tokens.accent, 1.5))
        painter.drawPolyline(_line(lane, shares, heights))
        for start, end in self._profile.outside:
            inside = (shares > start) & (shares < end)
            places = np.concatenate([[start], shares[inside], [end]])
            painter.setPen(QPen(tokens.caution, 3))
            painter.drawPolyline(_line(lane, places, np.interp(places, shares, heights)))
            for place in {start, end} - {0.0, 1.0}:
                self._draw_mark(painter, lane, place)

    def _draw_mark(self, painter: QPainter, lane: QRectF, place: float) -> None:
        """A triangle and a line where the shell is left or reached again."""
        x, top = self._track.x(place), lane.top()
        painter.fillRect(QRectF(x - 0.5, top, 1, lane.height()), theme.current().caution)
        corners = [(x - _MARK, top), (x + _MARK, top), (x, top + 2 * _MARK)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().caution)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything lies elsewhere."""
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._redraw()
        super().changeEvent(event)


def _line(lane: QRectF, shares: _Reals, heights: _Reals) -> QPolygonF:
    xs = lane.left() + shares * lane.width()
    ys = lane.bottom() - heights * lane.height()
    return QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])


def _span(values: Sequence[float] | _Reals) -> str:
    """The least and the largest as one figure where they do not differ as shown."""
    if not len(values):
        return ""
    low, high = f"{min(values):.1f}", f"{max(values):.1f}"
    return low if low == high else f"{low} – {high}"
