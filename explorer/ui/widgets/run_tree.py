"""Runs as a tree on the scrubber's axis: every branch leaves its parent where it forks off.

Painted in one widget, since forks cross the rows between parent and child; what can be pressed in
a row are buttons of its own. What a branch changes stands above its line: beside the fork there is
room for all of it, at the left of the axis there is room for a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from explorer.ui import theme
from explorer.ui.icons import IconButton
from explorer.ui.widgets.focus import by_key
from explorer.ui.widgets.scrubber import LEFT, RIGHT
from explorer.ui.widgets.track import Track

ROW = 25
_SMALL = 11
_TURN = 6.0
# From a row's top to its line; above it there is room for small letters.
_LINE = 18
# Between a fork and what is written beside it.
_GAP = 8
# How much of the forks behind letters is hidden, of 255.
_VEIL = 220
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class TreeRow:
    """One run.

    Attributes:
        name: at the left, short; title: what it changes, above its line, or "".
        about: as tooltip and for screen readers.
        parent: the row it leaves, or None for the trunk.
        start, reached: where it leaves and how far it was computed, shares of the axis.
    """

    name: str
    title: str
    about: str
    parent: int | None
    start: float
    reached: float


class RunTree(QWidget):
    """Rows, one of them current and perhaps one beside it.

    Signals:
        chosen, beside_asked, removed: the row that was clicked, or whose button was.
        reveal: (row) it is the current one now, and should be seen.
    """

    chosen = Signal(int)
    beside_asked = Signal(int)
    removed = Signal(int)
    reveal = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TreeRow, ...] = ()
        self.current, self.beside = 0, -1
        self._cursor, self._span = -1.0, 0
        self._ring = False
        self._buttons: list[tuple[IconButton, IconButton]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Branches"))

    # -- what it shows --------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[TreeRow], current: int, beside: int) -> None:
        """The runs; `beside` is -1 for none."""
        if (tuple(rows), current, beside) == (self.rows, self.current, self.beside):
            return
        turned = current != self.current
        self.rows, self.current, self.beside = tuple(rows), current, beside
        while len(self._buttons) < len(rows):
            self._buttons.append(self._make_buttons(len(self._buttons)))
        for number, (compare, remove) in enumerate(self._buttons):
            there = number < len(rows)
            compare.setVisible(there and number != current)
            compare.setChecked(number == beside)
            remove.setVisible(there and number > 0)
        if rows:
            self.setAccessibleDescription(self.rows[current].about)
        self.setFixedHeight(max(1, ROW * len(rows)))
        self._place()
        self.update()
        if turned:
            self.reveal.emit(current)

    def set_cursor(self, share: float) -> None:
        """Where the scrubber stands, a share of the axis; below 0 for nowhere."""
        if share != self._cursor:
            self._cursor = share
            self.update()

    def set_span(self, width: int) -> None:
        """As wide as the scrubber is, whatever a scroll bar takes."""
        self._span = width
        self._place()
        self.update()

    @property
    def track(self) -> Track:
        """The axis, as on the scrubber."""
        return Track(LEFT, max(0.0, float(self._span - LEFT - RIGHT)))

    def buttons(self, number: int) -> tuple[IconButton, IconButton]:
        """The row's buttons: beside, remove."""
        return self._buttons[number]

    def _make_buttons(self, number: int) -> tuple[IconButton, IconButton]:
        words = self.tr("Show run {n} beside the current one, with their difference")
        compare = IconButton("beside", words.format(n=number), parent=self)
        compare.setCheckable(True)
        compare.clicked.connect(lambda: self.beside_asked.emit(number))
        words = self.tr("Remove run {n} and what grew from it")
        remove = IconButton("close", words.format(n=number), parent=self)
        remove.clicked.connect(lambda: self.removed.emit(number))
        for button in (compare, remove):
            button.setProperty("role", "small")
            button.setMinimumSize(24, 24)
        return compare, remove

    def _place(self) -> None:
        left = round(self.track.x(1.0)) + 16
        for number, (compare, remove) in enumerate(self._buttons):
            top = ROW * number + (ROW - 24) // 2
            compare.setGeometry(left, top, 24, 24)
            remove.setGeometry(left + 28, top, 24, 24)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(LEFT + RIGHT + 120, ROW * len(self.rows))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, lines and forks, the cursor."""
        tokens, painter = theme.current(), QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        painter.fillRect(QRect(0, ROW * self.current, LEFT - 6, ROW), tokens.tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._cursor >= 0:
            x = self.track.x(self._cursor)
            painter.setPen(QPen(tokens.quiet, 1))
            painter.drawLine(QLineF(x, 0, x, self.height()))
        for number in sorted(range(len(self.rows)), key=self._rank):
            self._paint_line(painter, number)
        for number, row in enumerate(self.rows):
            marked = number in {self.current, self.beside}
            painter.setPen(tokens.text if marked else tokens.quiet)
            painter.drawText(QRect(8, ROW * number, LEFT - 22, ROW), _FLAGS, row.name)
            self._paint_title(painter, number)
        if self._ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(tokens.accent)
            painter.drawRect(QRect(0, ROW * self.current, LEFT - 7, ROW - 1))
        painter.end()

    def _paint_title(self, painter: QPainter, number: int) -> None:
        """What the row's run changes, on what lies behind it."""
        text, place = self.title_at(number, painter.fontMetrics())
        if text:
            behind = QColor(theme.current().ground)
            behind.setAlpha(_VEIL)
            painter.fillRect(place, behind)
            painter.drawText(place, _FLAGS, text)

    def title_at(self, number: int, letters: QFontMetrics) -> tuple[str, QRect]:
        """What is written above the line of a row, and where: after its fork, or before it where
        there is more room; shortened only where neither side has enough.
        """
        title, fork = self.rows[number].title, round(self.track.x(self.rows[number].start))
        after = round(self.track.x(1.0)) - fork - _GAP
        before = fork - LEFT - _GAP
        wide = letters.horizontalAdvance(title)
        room = after if wide <= after or after >= before else before
        text = letters.elidedText(title, Qt.TextElideMode.ElideRight, room)
        wide = min(room, letters.horizontalAdvance(text))
        left = fork + _GAP if room == after else fork - _GAP - wide
        return text, QRect(left, ROW * number + 1, wide, letters.height())

    def _rank(self, number: int) -> int:
        """The current run's line lies over the others'."""
        return (number == self.beside) + 2 * (number == self.current)

    def _paint_line(self, painter: QPainter, number: int) -> None:
        tokens, row, y = theme.current(), self.rows[number], self._middle(number)
        marked = {self.current: tokens.accent, self.beside: tokens.series[1]}
        colour, width = marked.get(number, tokens.control), 2.5 if number in marked else 1.5
        start, end = self.track.x(row.start), self.track.x(1.0)
        path = QPainterPath(QPointF(start, y))
        if row.parent is not None:
            path = QPainterPath(QPointF(start, self._middle(row.parent)))
            path.lineTo(start, y - _TURN)
            path.quadTo(start, y, min(start + _TURN, end), y)
        reached = max(self.track.x(row.reached), path.currentPosition().x())
        path.lineTo(reached, y)
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if reached < end:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(reached, y, end, y))
        if number in marked and self._cursor >= row.start:
            painter.setPen(QPen(tokens.ground, 1))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(self.track.x(self._cursor), y), 4, 4)

    def _middle(self, number: int) -> float:
        return ROW * number + _LINE

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the cursor."""
        number = int(event.position().y()) // ROW
        if event.button() == Qt.MouseButton.LeftButton and number < len(self.rows):
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Delete removes."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            number = self.current + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= number < len(self.rows):
                self.chosen.emit(number)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.current:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by key."""
        self._ring = by_key(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        self.update()

    def event(self, event: QEvent) -> bool:
        """A tooltip of the row under the cursor."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = event.pos().y() // ROW
            if 0 <= number < len(self.rows):
                QToolTip.showText(event.globalPos(), self.rows[number].about, self)
            return True
        return super().event(event)


class RunTreeArea(QScrollArea):
    """The tree where it has room; its axis stays that of the scrubber above."""

    def __init__(self, tree: RunTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self.setWidget(tree)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tree.reveal.connect(self._reveal)

    def _reveal(self, row: int) -> None:
        """Bring a row into sight."""
        self._tree.resize(self._tree.width(), self._tree.minimumHeight())  # rows just added count
        self.ensureVisible(0, ROW * row + ROW // 2, 0, ROW // 2 + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The axis spans the whole width, scroll bar or not."""
        super().resizeEvent(event)
        self._tree.set_span(self.width())
