"""The record of a run under one cursor: buttons, numbers, scrubber and curves on one axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from explorer.ui.record import Record
from explorer.ui.strides import Strides
from explorer.ui.widgets.curves import Curves, Lane
from explorer.ui.widgets.player import FASTEST
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.scrubber import Scrubber
from explorer.ui.widgets.transport import Transport

_RATE = 12.0
_LANE = 35


@dataclass(frozen=True)
class DeckWords:
    """What the steps of a record are called.

    Attributes:
        unit: one of them, at the left of the ticks ("evaluation").
        shown: the scrubber's name for screen readers.
        first, back, forward, last: tooltips of the buttons.
        rate: what the number beside the buttons is.
        curves: the curves' name for screen readers.
        numbers, about: the readout's name and tooltip.
        widest: the longest text of each of its places.
    """

    unit: str
    shown: str
    first: str
    back: str
    forward: str
    last: str
    rate: str
    curves: str
    numbers: str
    about: str
    widest: Sequence[str]


class RecordDeck(QWidget):
    """Holds the parts; the view says what they show.

    Args:
        words: what steps are called.
        lanes: the curves; the first one's values, in [0, 1], colour the ticks.
        tell: the tooltip of a tick, by its index.
        describe: the readout's texts of a record's step.
    """

    def __init__(
        self,
        words: DeckWords,
        lanes: Sequence[Lane],
        tell: Callable[[int], str],
        describe: Callable[[Record, int], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys, self._describe = [lane.key for lane in lanes], describe
        self._ticks, self._curves_name = "", words.curves
        self.scrubber = Scrubber(self, words.unit, words.shown, tell)
        self.graph = QWidget(self)  # stays where a view puts it, whatever curves there are
        self.curves = Curves(lanes, self.graph, words.curves, _LANE)
        self._graphed = QVBoxLayout(self.graph)
        self._graphed.setContentsMargins(0, 0, 0, 0)
        self._graphed.addWidget(self.curves)
        self.transport = Transport((words.first, words.back, words.forward, words.last), self)
        self.readout = Readout(words.widest, self)
        self.readout.setAccessibleName(words.numbers)
        self.readout.setToolTip(words.about)
        self.rate = QDoubleSpinBox(self)
        self.rate.setRange(1, FASTEST)
        self.rate.setDecimals(0)
        self.rate.setValue(_RATE)
        self.rate.setFixedWidth(84)
        self.rate.setSuffix(self.tr(" / s"))
        self.rate.setAccessibleName(words.rate)
        self.rate.setToolTip(words.rate)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self.transport)
        bar.addWidget(self.readout, 1)
        bar.addWidget(self.rate)
        self.below = QVBoxLayout()  # where a view may put more under the cursor's axis
        self.below.setSpacing(2)
        self.below.addWidget(self.graph)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(bar)
        column.addSpacing(4)
        column.addWidget(self.scrubber)
        column.addLayout(self.below)

    # -- what it shows --------------------------------------------------------------------------

    @property
    def keys(self) -> list[str]:
        """The names of the values it plots, for the record."""
        return list(self._keys)

    def set_lanes(self, lanes: Sequence[Lane], ticks: str) -> None:
        """Other curves from now on, before `begin`; the values of key `ticks`, in [0, 1], colour
        the scrubber."""
        self._keys, self._ticks = [lane.key for lane in lanes], ticks
        old, self.curves = self.curves, Curves(lanes, self.graph, self._curves_name, _LANE)
        self._graphed.replaceWidget(old, self.curves)
        old.hide()
        old.deleteLater()

    def begin(self, planned: int, strides: Strides | None = None, each: float = 1.0) -> None:
        """A new record of `planned` entries, with tall ticks where a step begins, numbered by so
        many each.
        """
        self.scrubber.set_plan(planned, strides, each)
        self.curves.set_plan(planned)
        self.readout.set_texts("")

    def show_numbers(self, record: Record, index: int) -> None:
        """Ticks and curves as far as they are known, and the numbers of one step."""
        record.read_numbers()
        values = [record.numbers[key] for key in self._keys]
        ticks = record.numbers[self._ticks] if self._ticks else values[0]
        self.scrubber.add(ticks[self.scrubber.computed :])
        if values:
            self.curves.add(*values)
        self.curves.set_cursor(index)
        if index >= 0:
            self.scrubber.show_value(index)
            self.readout.set_texts(*self._describe(record, index))
