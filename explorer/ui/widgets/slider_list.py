"""As many sliders as a latent has dimensions, at the price of those on screen.

Rows are made for what is visible and bound to other dimensions as the list scrolls, so 512
dimensions cost no more than fifteen. The list holds the values; a row only shows one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from explorer.ui import theme
from explorer.ui.widgets.slider_entry import NameEntry, NumberEntry, RowEntry
from explorer.ui.widgets.slider_face import HEIGHT, Dimension
from explorer.ui.widgets.slider_menu import dimension_menu, drop_menus
from explorer.ui.widgets.slider_row import SliderRow
from explorer.ui.widgets.slider_strip import EXTRA, Strip

Array = NDArray[np.float32]
Bytes = NDArray[np.uint8]
_SETTLE_MS = 700


class SliderList(QAbstractScrollArea):
    """Sliders for a vector.

    Signals:
        changed: (dimension, value) as the user moves, types or steps.
        settled: a drag, a typed value or a run of steps ended.
        renamed: (dimension, name), an empty one for the model's own.
        seen_changed: other rows are on screen.
        reset_asked, draw_asked, lock_asked, heat_asked: for one dimension.
        pad_asked: (dimension, whether across), to put it on the pad.
    """

    changed = Signal(int, float)
    settled = Signal()
    renamed = Signal(int, str)
    seen_changed = Signal()
    reset_asked = Signal(int)
    draw_asked = Signal(int)
    lock_asked = Signal(int)
    heat_asked = Signal(int)
    pad_asked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimensions: Sequence[Dimension] = ()
        self._rest: Array = np.zeros(0, np.float32)
        self._order: tuple[int, ...] = ()
        self._place: dict[int, int] = {}
        self._values: Array = np.zeros(0, np.float32)
        self._mean: Array | None = None
        self._std: Array | None = None
        self._locked: frozenset[int] = frozenset()
        self._rows: list[SliderRow] = []
        self._strips: dict[int, Strip] = {}
        self._seen: tuple[int, ...] = ()
        self.row_height = HEIGHT
        self._current = self._wheel = 0
        self._scrolling = QTimer(self, singleShot=True, interval=400)
        self._quiet = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._quiet.timeout.connect(self.settled)
        self._entry = NumberEntry(self.viewport())
        self._entry.editingFinished.connect(self._typed)
        self._entry.given_up.connect(lambda: self._close_entry(self._entry))
        self._name = NameEntry(self.viewport())
        self._name.editingFinished.connect(self._named)
        self._name.given_up.connect(lambda: self._close_entry(self._name))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Sliders"))
        self.verticalScrollBar().setSingleStep(self.row_height)

    # -- what it shows --------------------------------------------------------------------------

    def set_dimensions(
        self, dimensions: Sequence[Dimension], order: Sequence[int], rest: Sequence[float] = ()
    ) -> None:
        """Another latent: its dimensions, the order of their rows, where they rest if not at 0."""
        self._dimensions = dimensions
        self._values = np.zeros(len(dimensions), np.float32)
        self._rest = np.array(rest, np.float32) if rest else self._values.copy()
        self._mean = self._std = None
        self._locked = frozenset()
        self._current = 0
        self._strips.clear()
        self._hide_entries()
        drop_menus(self)
        self._order, self._place = (), {}  # scrolling binds rows: none of the old latent's
        self.verticalScrollBar().setValue(0)
        self.set_order(order)

    def set_facts(self, dimensions: Sequence[Dimension]) -> None:
        """Other names of the same dimensions; their values stay."""
        self._dimensions = dimensions
        self._bind_all()

    def set_order(self, order: Sequence[int]) -> None:
        """Rows from the top, as dimensions."""
        self._order = tuple(order)
        self._place = {dimension: row for row, dimension in enumerate(self._order)}
        self._lay_out()

    @property
    def order(self) -> tuple[int, ...]:
        """The dimensions of the rows, from the top."""
        return self._order

    @property
    def values(self) -> Array:
        """What the sliders show, (z,) float32; a copy."""
        return self._values.copy()

    def set_values(self, values: Array) -> None:
        """Show a latent (z,); nothing is emitted."""
        self._values = np.asarray(values, np.float32).ravel()
        for row in self._rows:
            if row.isVisible():
                row.show_value(float(self._values[row.dimension.index]))

    def set_value(self, dimension: int, value: float) -> None:
        """As if the user had moved the dimension's slider there."""
        self.changed.emit(dimension, float(value))

    def set_locked(self, locked: frozenset[int]) -> None:
        """Dimensions that randomising leaves alone."""
        self._locked = locked
        self._bind_all()

    def set_marks(self, mean: Array | None, std: Array | None = None) -> None:
        """The encoded picture's mean and standard deviation, (z,) each, or nothing."""
        self._mean, self._std = mean, std
        self._bind_all()

    def set_strips_shown(self, shown: bool) -> None:
        """Room for a film strip under each slider, or none; the topmost row stays."""
        height = HEIGHT + EXTRA if shown else HEIGHT
        if height != self.row_height:
            top = self.verticalScrollBar().value() // self.row_height
            self.row_height = height
            self.verticalScrollBar().setSingleStep(height)
            self._hide_entries()
            self._lay_out()
            self.verticalScrollBar().setValue(top * height)
            self._bind_all()

    def set_strip(self, dimension: int, pictures: Bytes | None) -> None:
        """The film strip (N, H, W, C) uint8 of a dimension; only those on screen are kept."""
        for gone in set(self._strips) - set(self.seen):
            del self._strips[gone]
        self._strips.pop(dimension, None)
        if pictures is not None and dimension in self.seen:
            self._strips[dimension] = Strip(
                pictures, self.devicePixelRatioF(), self._dimensions[dimension].span
            )
        row = self.row(dimension)
        if row is not None:
            row.show_strip(self._strips.get(dimension))

    @property
    def seen(self) -> tuple[int, ...]:
        """The dimensions whose rows are on screen, from the top."""
        page = self.viewport().rect()
        shown = [r for r in self._rows if r.isVisibleTo(self) and r.geometry().intersects(page)]
        return tuple(r.dimension.index for r in sorted(shown, key=lambda r: r.y()))

    @property
    def home(self) -> Array:
        """Where reset goes, (z,) float32: the encoded picture's mean, or where sliders rest."""
        return self._rest if self._mean is None else self._mean

    def row(self, dimension: int) -> SliderRow | None:
        """The dimension's row if it is on screen."""
        shown = (r for r in self._rows if r.isVisible() and r.dimension.index == dimension)
        return next(shown, None)

    # -- rows -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = max(1, self.viewport().height())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self._order) * self.row_height - page))
        bar.setPageStep(page)
        wanted = min(len(self._order), page // self.row_height + 2)
        while len(self._rows) < wanted:
            self._rows.append(self._make_row())
        self._bind_all()

    def _make_row(self) -> SliderRow:
        row = SliderRow(self.viewport())
        row.moved.connect(self._moved)
        row.settled.connect(self._settle_now)
        row.entry_asked.connect(self.type_value)
        row.rename_asked.connect(self.type_name)
        row.reset_asked.connect(self.reset_asked)
        row.lock_asked.connect(self.lock_asked)
        row.draw_asked.connect(self.draw_asked)
        row.heat_asked.connect(self.heat_asked)
        row.step_asked.connect(self._step)
        row.installEventFilter(self)
        return row

    def _bind_all(self) -> None:
        """Put each row where its dimension lies; row k of the list is always pool[k mod n]."""
        count = len(self._rows)
        if not count:
            return
        top = self.verticalScrollBar().value()
        first, width = top // self.row_height, self.viewport().width()
        for place in range(first, first + count):
            row = self._rows[place % count]
            if place >= len(self._order):
                row.hide()
                continue
            index = self._order[place]
            if row.hasFocus() and row.dimension.index != index:
                self.setFocus()  # its dimension scrolled away; the keys stay with the list
            row.setGeometry(0, place * self.row_height - top, width, self.row_height)
            row.bind(
                self._dimensions[index],
                float(self._values[index]),
                index in self._locked,
                self._mark(index),
            )
            row.show_strip(self._strips.get(index))
            current = place == self._current
            policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
            row.show()
        if self.seen != self._seen:
            self._seen = self.seen
            self.seen_changed.emit()

    def _mark(self, index: int) -> tuple[float, float] | None:
        if self._mean is None or self._std is None:
            return None
        return float(self._mean[index]), float(self._std[index])

    def _step(self, rows: int) -> None:
        """Go to another row and bring it into sight."""
        self._go_to(min(len(self._order) - 1, max(0, self._current + rows)))

    def _go_to(self, place: int) -> None:
        self._current = place
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if place * self.row_height < bar.value():
            bar.setValue(place * self.row_height)
        elif (place + 1) * self.row_height > bar.value() + page:
            bar.setValue((place + 1) * self.row_height - page)
        self._bind_all()
        row = self.row(self._order[place])
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    # -- changes --------------------------------------------------------------------------------

    def _moved(self, dimension: int, value: float) -> None:
        self.changed.emit(dimension, value)
        self._quiet.start()

    def _settle_now(self) -> None:
        self._quiet.stop()
        self.settled.emit()

    def type_value(self, dimension: int) -> None:
        """Open the number entry over a row's value."""
        row = self.row(dimension)
        if row is None:
            return
        self._entry.dimension = dimension
        self._entry.setAccessibleName(self.tr("Value of {name}").format(name=row.dimension.name))
        self._entry.setGeometry(row.value_box().translated(row.pos()))
        self._entry.setText(self._entry.locale().toString(row.number, "f", 3))
        self._open_entry(self._entry)

    def type_name(self, dimension: int) -> None:
        """Open the name entry over a row's name."""
        row = self.row(dimension)
        if row is None:
            return
        self._name.dimension = dimension
        self._name.setAccessibleName(self.tr("Name of {name}").format(name=row.dimension.name))
        box = QRect(4, 5, row.value_box().left() - 12, HEIGHT - 10)
        self._name.setGeometry(box.translated(row.pos()))
        self._name.setText(row.dimension.name)
        self._open_entry(self._name)

    def _open_entry(self, entry: RowEntry) -> None:
        entry.show()
        entry.raise_()
        entry.selectAll()
        entry.setFocus()

    def _hide_entries(self) -> None:
        for entry in (self._entry, self._name):
            entry.hide()

    def _typed(self) -> None:
        if not self._entry.isVisible():
            return
        dimension = self._entry.dimension
        number, fits = self._entry.locale().toDouble(self._entry.text())
        self._close_entry(self._entry)
        if fits:
            self.changed.emit(dimension, number)
            self._settle_now()

    def _named(self) -> None:
        if not self._name.isVisible():
            return
        dimension, name = self._name.dimension, self._name.text().strip()
        self._close_entry(self._name)
        if name != self._dimensions[dimension].name:
            self.renamed.emit(dimension, name)

    def _close_entry(self, entry: RowEntry) -> None:
        row = self.row(entry.dimension)
        had_focus = entry.hasFocus()
        entry.hide()
        if row is not None and had_focus:
            row.setFocus()

    # -- events ---------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Wheel and menus of rows; which row is the current one."""
        if isinstance(watched, SliderRow):
            if isinstance(event, QWheelEvent):
                return self._wheeled(watched, event)
            if isinstance(event, QContextMenuEvent):
                self.menu(watched.dimension.index).popup(event.globalPos())
                return True
            if event.type() == QEvent.Type.FocusIn:
                self._current = self._place.get(watched.dimension.index, 0)
        return False

    def _wheeled(self, row: SliderRow, event: QWheelEvent) -> bool:
        """Over a track the wheel changes the value; elsewhere, or while it scrolls, it scrolls."""
        over_track = row.part_at(event.position()) in {"track", "value"}
        if not over_track or self._scrolling.isActive():
            self._scrolling.start()
            self.wheelEvent(event)
            return True
        delta = event.angleDelta()
        self._wheel += delta.y() or delta.x()  # Shift turns a wheel sideways on some systems
        steps = int(self._wheel / 120)
        self._wheel -= steps * 120
        if steps:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            row.nudge(steps, fine)
        event.accept()
        return True

    def menu(self, dimension: int) -> QMenu:
        """What a right click on a row offers."""
        return dimension_menu(self, dimension, dimension in self._locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows fit."""
        self._hide_entries()
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Bind rows to what came into sight."""
        self._hide_entries()
        self._bind_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground below the rows."""
        QPainter(self.viewport()).fillRect(event.rect(), theme.current().surface)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab reaches the current row."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            row = self.row(self._order[self._current]) if self._order else None
            if row is not None:
                row.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys when the current row is out of sight: arrows bring it back."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._order:
            self._go_to(self._current)
        else:
            super().keyPressEvent(event)
