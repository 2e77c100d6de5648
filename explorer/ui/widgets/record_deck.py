"""The record of a run under one cursor: buttons, numbers, scrubber and curves on one axis."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from explorer.ui.record import Record
from explorer.ui.widgets.curves import Curves, Lane
from explorer.ui.widgets.player import FASTEST
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.scrubber import Scrubber
from explorer.ui.widgets.transport import Transport

_RATE = 12.0


class RecordDeck(QWidget):
    """Holds the parts; the view says what they show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scrubber, self.curves = Scrubber(self), Curves(self._lanes(), self)
        words = (
            self.tr("First evaluation"),
            self.tr("Back one evaluation"),
            self.tr("Forward one evaluation"),
            self.tr("Last evaluation"),
        )
        self.transport = Transport(words, self)
        self.readout = self._make_readout()
        self.rate = QDoubleSpinBox(self)
        self.rate.setRange(1, FASTEST)
        self.rate.setDecimals(0)
        self.rate.setValue(_RATE)
        self.rate.setFixedWidth(84)
        self.rate.setSuffix(self.tr(" / s"))
        self.rate.setAccessibleName(self.tr("Evaluations a second when playing"))
        self.rate.setToolTip(self.tr("Evaluations a second when playing"))
        self._lay_out()

    def _lanes(self) -> tuple[Lane, ...]:
        sigma = self.tr("σ: share of noise in x_t, 0 to 1 (α² + σ² = 1)")
        snr = self.tr("log-SNR: natural logarithm of α² / σ²")
        change = self.tr("x0 change: of x0 as shown, root mean square, grey levels of 255")
        return (
            Lane("σ", sigma, lambda v: f"{v:.3f}", 0.0, 1.0),
            Lane(self.tr("log-SNR"), snr, _signed, -5.0, 5.0),
            Lane(self.tr("x0 change"), change, self._levels, 0.0, 1.0),
        )

    def _levels(self, change: float) -> str:
        return self.tr("{change} levels").format(change=f"{change:.1f}")

    def _make_readout(self) -> Readout:
        widest = (
            self.tr("evaluation {i} of {n}").format(i=1999, n=1999),
            self.tr("t {t} of {n}").format(t="999.9", n=1000),
            self.tr("step {i} of {n}").format(i=1000, n=1000),
        )
        readout = Readout(widest, self)
        readout.setAccessibleName(self.tr("Evaluation, timestep and solver step"))
        readout.setToolTip(
            self.tr(
                "evaluation: of the network\n"
                "t: timestep on the training scale, from T (all noise) to 0 (clean)\n"
                "step: of the solver, which may take two evaluations"
            )
        )
        return readout

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self.transport)
        bar.addWidget(self.readout, 1)
        bar.addWidget(self.rate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(bar)
        column.addSpacing(4)
        column.addWidget(self.scrubber)
        column.addWidget(self.curves)

    # -- what it shows --------------------------------------------------------------------------

    def begin(self, planned: int, stride: int) -> None:
        """A new run of `planned` evaluations, `stride` of them a solver step."""
        self.scrubber.set_plan(planned, stride)
        self.curves.set_plan(planned)
        self.readout.set_texts("")

    def show_numbers(self, record: Record, index: int) -> None:
        """Ticks and curves as far as they are known, and the numbers of one evaluation."""
        record.read_numbers()
        self.scrubber.add(record.levels[self.scrubber.computed :])
        self.curves.add(record.levels, record.log_snrs, record.changes)
        self.curves.set_cursor(index)
        if index < 0:
            return
        self.scrubber.show_value(index)
        values = record.frames[index].values
        step, steps = self.scrubber.step_of(index), self.scrubber.step_of(record.planned - 1)
        at, of = f"{values['timestep']:g}", values["train_timesteps"]
        self.readout.set_texts(
            self.tr("evaluation {i} of {n}").format(i=index + 1, n=record.planned),
            self.tr("t {t} of {n}").format(t=at, n=of),
            self.tr("step {i} of {n}").format(i=step, n=steps),
        )


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "\N{MINUS SIGN}")
