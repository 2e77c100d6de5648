"""How one slider looks: name, track with its marks, value, reset and lock. No gestures yet.

A row is a QSlider, so that screen readers find a slider with a value; everything it shows is
painted here, since a row of ready-made widgets costs several times as much to repaint in a drag.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QSlider, QWidget

from explorer.ui import icons, theme
from explorer.ui.widgets import slider_strip as film
from explorer.ui.widgets.slider_strip import Strip

HEIGHT = 36
LIMIT = 4.0
_NAME, _VALUE, _BUTTON, _PAD = 56, 58, 26, 8
_SCALE = 1000
HANDLE = 6.0
_PICTURES = 7


@dataclass(frozen=True)
class Dimension:
    """What a row shows beside its value.

    Attributes:
        index: of the dimension, from 0.
        name: as the model or the user calls it.
        importance: from 0 to 1 of the largest, or None where it was not measured.
        about: tooltip of the name.
        note: a line below the slider; it says the name too, and there is no lock.
        reach: the track ends so far to either side of 0.
        usual: mean and standard deviation of its prior, which the track shades.
    """

    index: int
    name: str
    importance: float | None
    about: str
    note: str = ""
    reach: float = LIMIT
    usual: tuple[float, float] = (0.0, 1.0)

    @property
    def span(self) -> float:
        """What its film strip reaches to either side of 0."""
        return film.SPAN if self.reach == LIMIT else self.reach


def figure(value: float, decimals: int = 3) -> str:
    """A signed number as shown: a real minus sign, no sign at zero, always as wide."""
    text = f"{value:+.{decimals}f}"
    if not float(text):
        text = "\N{FIGURE SPACE}" + text[1:]
    return text.replace("-", "\N{MINUS SIGN}")


class SliderFace(QSlider):
    """Shows one dimension; `SliderRow` lets it be moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(int(-LIMIT * _SCALE), int(LIMIT * _SCALE))
        self.dimension = Dimension(0, "", None, "")
        self.number = 0.0
        self.locked = False
        self.mark: tuple[float, float] | None = None
        self.strip: Strip | None = None
        self._hot = ""
        self._ring = False
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
            self.update(self.track().adjusted(-10, 0, 10, 0))
            self.update(self._value_box())
            self.update(self._button(1))
            if self.has_strip:
                self.update(film.mark_box(self.width(), HEIGHT))

    def show_strip(self, strip: Strip | None) -> None:
        """The film strip of this dimension, None until it has come; seen where there is room."""
        if strip is not self.strip:
            self.strip = strip
            self.update()

    @property
    def has_strip(self) -> bool:
        """Whether the row has room for a film strip."""
        return self.height() > HEIGHT and not self.dimension.note

    def strip_boxes(self) -> list[QRect]:
        """Where the pictures of the film strip lie, from the lowest value up."""
        return film.boxes(self.width(), HEIGHT, _PICTURES)

    def strip_value(self, at: QPointF) -> float | None:
        """The value of the film strip's picture at a point, if one has come."""
        if self.strip is None or not self.has_strip:
            return None
        both = zip(self.strip.values, self.strip_boxes(), strict=True)
        return next((value for value, box in both if box.contains(at.toPoint())), None)

    def _tell_slider(self) -> None:
        """The whole number that screen readers are told; ours is the exact one."""
        blocked = self.blockSignals(True)
        reach = round(max(LIMIT, self.dimension.reach) * _SCALE)
        if reach != self.maximum():
            self.setRange(-reach, reach)
        self.setValue(round(self.number * _SCALE))
        self.blockSignals(blocked)

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """Qt would repaint the whole row; `show_value` knows what changed."""

    @property
    def home(self) -> float:
        """Where reset goes: the encoded picture's mean, or the middle of the prior."""
        return self.mark[0] if self.mark else 0.0

    @property
    def has_ring(self) -> bool:
        """Whether the focus ring is shown."""
        return self._ring

    def show_ring(self, shown: bool) -> None:
        """The focus ring."""
        self._ring = shown
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def track(self) -> QRect:
        """The track's column."""
        left = _PAD + _NAME
        right = self.width() - _PAD - 2 * _BUTTON - _VALUE - 14
        return QRect(left, 0, max(20, right - left), HEIGHT)

    def _value_box(self) -> QRect:
        return QRect(self.width() - _PAD - 2 * _BUTTON - _VALUE, 0, _VALUE, HEIGHT)

    def _button(self, from_right: int) -> QRect:
        left = self.width() - _PAD - (from_right + 1) * _BUTTON
        return QRect(left, (HEIGHT - _BUTTON) // 2, _BUTTON, _BUTTON)

    def value_box(self) -> QRect:
        """Where the figure stands, for the entry that covers it."""
        return self._value_box().adjusted(-4, 5, 4, -5)

    def track_x(self, value: float) -> float:
        """Where a value lies on the track, in pixels of the row."""
        track = self.track()
        reach = self.dimension.reach
        share = (min(reach, max(-reach, value)) + reach) / (2 * reach)
        return track.left() + share * track.width()

    def value_at(self, x: float) -> float:
        """The value at a place of the track, also beyond its ends."""
        track = self.track()
        share = (x - track.left()) / track.width()
        return (share * 2 - 1) * self.dimension.reach

    def part_at(self, at: QPointF) -> str:
        """The part of the row at a point: name, track, value, reset, lock or strip."""
        point = at.toPoint()
        if point.y() >= HEIGHT:
            return "strip"
        if self._button(0).contains(point) and not self.dimension.note:
            return "lock"
        if self._button(1).contains(point):
            return "reset"
        if self._value_box().contains(point):
            return "value"
        return "track" if self.track().adjusted(-10, 0, 10, 0).contains(point) else "name"

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
        if self.dimension.note:
            self._paint_note(painter, tokens)
        elif self.has_strip:
            self._paint_strip(painter, tokens, event.region())
        if self._ring:
            painter.setPen(tokens.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 1.5, -2.5, -1.5), 6, 6)

    def _paint_note(self, painter: QPainter, tokens: theme.Theme) -> None:
        box = self.rect().adjusted(_PAD, HEIGHT - 4, -_PAD, -2)
        painter.setPen(tokens.quiet)
        text = self.fontMetrics().elidedText(
            self.dimension.note, Qt.TextElideMode.ElideRight, box.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, flags, text)

    def _paint_strip(self, painter: QPainter, tokens: theme.Theme, dirty: QRegion) -> None:
        places = self.strip_boxes()
        if dirty.intersects(QRect(0, HEIGHT, self.width(), film.CELL)):
            if self.strip is None:
                film.paint_empty(painter, places, tokens)
            else:
                self.strip.paint(painter, places)
        film.paint_mark(painter, places, self.number / self.dimension.span, tokens)

    def _paint_name(self, painter: QPainter, tokens: theme.Theme) -> None:
        box = QRect(_PAD, 0, _NAME - 12, HEIGHT)
        painter.setPen(tokens.quiet if self.locked else tokens.text)
        name = QFontMetrics(self.font()).elidedText(
            str(self.dimension.index + 1) if self.dimension.note else self.dimension.name,
            Qt.TextElideMode.ElideRight,
            box.width(),
        )
        share = self.dimension.importance
        painter.drawText(
            box.adjusted(0, 0, 0, 0 if share is None else -5),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            name,
        )
        if share is not None:
            top = HEIGHT / 2 + 8
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.line)
            painter.drawRect(QRectF(_PAD, top, 32, 2))
            painter.setBrush(tokens.quiet)
            painter.drawRect(QRectF(_PAD, top, 32 * share, 2))

    def _paint_track(self, painter: QPainter, tokens: theme.Theme) -> None:
        middle = HEIGHT / 2
        track = QRectF(self.track())
        painter.setPen(Qt.PenStyle.NoPen)
        mean, std = self.dimension.usual
        for times, alpha in ((2, 16), (1, 20)):
            left, right = self.track_x(mean - times * std), self.track_x(mean + times * std)
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
        bottom = HEIGHT / 2 + 12
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
        if abs(self.number) <= self.dimension.reach:
            painter.drawEllipse(at, HANDLE, HANDLE)
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
        if self.dimension.note:
            return
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

    def changeEvent(self, event: QEvent) -> None:
        """A style lays its own ground below sliders; this one covers itself."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def _faint(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
