"""What the controls of every kind of run share: its seed, how far it has come, cancel and go on."""

from __future__ import annotations

import random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.icons import IconButton
from explorer.ui.widgets.controls import Controls
from explorer.ui.widgets.progress import Progress
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.seed_box import SEEDS_DRAWN, SeedBox


class RunControls(Controls):
    """Shows the settings of a run and tells of changes; it changes nothing itself.

    Args:
        seed_tip: what the seed draws. bar: what the progress bar counts, for screen readers.
        stop_tip: what cancelling keeps.

    Signals:
        changed: (field of the run's settings, or a condition's name; value).
        settled: a drag or an entry was finished.
        cancel, resume: the run is to stop, or to go on.
    """

    settled = Signal()
    cancel = Signal()
    resume = Signal()

    def __init__(
        self, seed_tip: str, bar: str, stop_tip: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._running = False
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        # a seed of 19 digits has a line of its own
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add_seed(seed_tip)
        self._add_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.form)
        column.addLayout(self._status(bar, stop_tip))

    def _add_fields(self) -> None:
        """The rows below the seed."""

    def _add_seed(self, tip: str) -> None:
        self.seed = SeedBox(self)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(tip)
        self.seed.valueChanged.connect(lambda value: self._tell("seed", value))
        self.seed.editingFinished.connect(self.settled)
        self.dice = IconButton("dice", self.tr("Another seed (R)"), parent=self)
        self.dice.clicked.connect(self.randomise)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.seed, 1)
        row.addWidget(self.dice)
        self.form.addRow(self.tr("Seed"), row)

    def randomise(self) -> None:
        """Another seed, as an entry of its own."""
        self.settled.emit()
        self._tell("seed", random.randrange(SEEDS_DRAWN))
        self.settled.emit()

    def _status(self, bar: str, stop_tip: str) -> QVBoxLayout:
        self.progress = Progress(bar, self)
        self.status = Readout([self.tr("stopped at {i} of {n}").format(i=999, n=1000)], self)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setToolTip(stop_tip)
        self.stop.clicked.connect(self._stop_clicked)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        whole = QVBoxLayout()
        whole.setSpacing(4)
        whole.addWidget(self.status)
        whole.addLayout(row)
        return whole

    def _stop_clicked(self) -> None:
        (self.cancel if self._running else self.resume).emit()

    def _whole(self, planned: int) -> str:
        """What is said of a complete run."""
        return self.tr("complete")

    def show_run(
        self, done: int, planned: int, running: bool, complete: bool, left: str = ""
    ) -> None:
        """How far the run has come; `left` says how long it will take."""
        self._running = running
        self.progress.show_progress(done, max(1, planned))
        if complete:
            text = self._whole(planned)
        elif running and not planned:
            text = self.tr("preparing the run")
        elif running:
            text = self.tr("{i} of {n}{left}").format(i=done, n=planned, left=left)
        else:
            text = self.tr("stopped at {i} of {n}").format(i=done, n=planned)
        self.status.set_texts(text)
        words = self.tr("Cancel") if running or complete else self.tr("Go on")
        if words != self.stop.text():
            self.stop.setText(words)
        self.stop.setEnabled(not complete)
