"""The controls of a denoising run: seed, class, guidance, steps, scheduler; progress and cancel."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.families import DenoiseSettings
from explorer.families.schedulers import SCHEDULERS
from explorer.formats.manifest import Condition
from explorer.ui.icons import IconButton
from explorer.ui.widgets.progress import Progress
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.slider_panel import LARGEST_SEED

GUIDANCE = 8.0
_TENTHS = 10
MAX_STEPS = 1000


def solver_title(name: str) -> str:
    """A scheduler as people call it, without its paper."""
    return next((s.title.partition(" (")[0] for s in SCHEDULERS if s.name == name), name)


class RunPanel(QWidget):
    """Shows the settings of a run and tells of changes; it changes nothing itself.

    Signals:
        changed: (field of DenoiseSettings, or a condition's name; value).
        settled: a drag or an entry was finished.
        cancel, resume: the run is to stop, or to go on.
    """

    changed = Signal(str, object)
    settled = Signal()
    cancel = Signal()
    resume = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = True
        self._running = False
        self._condition = ""
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(2)
        self._add_seed()
        self._add_class()
        self._add_guidance()
        self._add_steps()
        self._add_scheduler()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.form)
        column.addLayout(self._status())

    # -- parts ----------------------------------------------------------------------------------

    def _add_seed(self) -> None:
        self.seed = QSpinBox()
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setKeyboardTracking(False)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(
            self.tr("Draws the first noise, and the noise of random solvers; 0 to 2147483647")
        )
        self.seed.valueChanged.connect(lambda value: self._tell("seed", value))
        self.seed.editingFinished.connect(self.settled)
        self.dice = IconButton("dice", self.tr("Another seed (R)"))
        self.dice.clicked.connect(self.randomise)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.seed, 1)
        row.addWidget(self.dice)
        self.form.addRow(self.tr("Seed"), row)

    def randomise(self) -> None:
        """Another seed, as an entry of its own."""
        self.settled.emit()
        self._tell("seed", random.randrange(LARGEST_SEED))
        self.settled.emit()

    def _add_class(self) -> None:
        self.label = QComboBox()
        self.label.setAccessibleName(self.tr("Class"))
        self.label.setToolTip(self.tr("What the picture should show"))
        self.label.setMaxVisibleItems(24)
        self.label.currentIndexChanged.connect(
            lambda _: self._tell(self._condition, self.label.currentData())
        )
        self.form.addRow(self.tr("Class"), self.label)

    def _add_guidance(self) -> None:
        self.guidance = QSlider(Qt.Orientation.Horizontal)
        self.guidance.setRange(0, round(GUIDANCE * _TENTHS))
        self.guidance.setAccessibleName(self.tr("Guidance"))
        self.guidance.valueChanged.connect(lambda v: self._tell("guidance", v / _TENTHS))
        self.guidance.sliderReleased.connect(self.settled)
        self.guidance_entry = QDoubleSpinBox()
        self.guidance_entry.setRange(0.0, GUIDANCE)
        self.guidance_entry.setDecimals(1)
        self.guidance_entry.setFixedWidth(64)
        self.guidance_entry.setSingleStep(0.5)
        self.guidance_entry.setKeyboardTracking(False)
        self.guidance_entry.setAccessibleName(self.tr("Guidance"))
        self.guidance_entry.valueChanged.connect(lambda v: self._tell("guidance", round(v, 1)))
        self.guidance_entry.editingFinished.connect(self.settled)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.guidance, 1)
        row.addWidget(self.guidance_entry)
        self.form.addRow(self.tr("Guidance"), row)

    def _add_steps(self) -> None:
        self.steps = QSpinBox()
        self.steps.setRange(1, MAX_STEPS)
        self.steps.setKeyboardTracking(False)
        self.steps.setAccessibleName(self.tr("Steps", "how many"))
        self.steps.setToolTip(self.tr("Solver steps; some solvers evaluate the network twice each"))
        self.steps.valueChanged.connect(lambda value: self._tell("steps", value))
        self.steps.editingFinished.connect(self.settled)
        self.form.addRow(self.tr("Steps", "how many"), self.steps)

    def _add_scheduler(self) -> None:
        self.scheduler = QComboBox()
        self.scheduler.setAccessibleName(self.tr("Scheduler"))
        self.scheduler.setToolTip(self.tr("The solver that turns noise into a picture"))
        for solver in SCHEDULERS:
            title, _, paper = solver.title.partition(" (")
            self.scheduler.addItem(title, solver.name)
            tip = paper.removesuffix(")")
            index = self.scheduler.count() - 1
            self.scheduler.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        self.scheduler.currentIndexChanged.connect(self._scheduler_changed)
        self.form.addRow(self.tr("Scheduler"), self.scheduler)

    def _scheduler_changed(self) -> None:
        self._explain_scheduler()
        self._tell("scheduler", self.scheduler.currentData())

    def _explain_scheduler(self) -> None:
        paper = self.scheduler.currentData(Qt.ItemDataRole.ToolTipRole)
        words = self.tr("The solver that turns noise into a picture: {paper}")
        self.scheduler.setToolTip(words.format(paper=paper))

    def _status(self) -> QHBoxLayout:
        self.progress = Progress(self.tr("Evaluations computed"))
        self.status = Readout([self.tr("stopped at {i} of {n}").format(i=999, n=1000)])
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.setToolTip(self.tr("Stop here and keep the evaluations computed so far (Escape)"))
        self.stop.clicked.connect(self._stop_clicked)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.status)
        left.addWidget(self.progress)
        row = QHBoxLayout()
        row.addLayout(left, 1)
        row.addWidget(self.stop)
        return row

    def _stop_clicked(self) -> None:
        (self.cancel if self._running else self.resume).emit()

    # -- what it shows --------------------------------------------------------------------------

    def set_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """The classes of another model; the row hides where it has none."""
        with self._silent():
            self.label.clear()
            self._condition = conditions[0].name if conditions else ""
            for condition in conditions[:1]:
                if condition.null is not None:
                    self.label.addItem(self.tr("no class"), None)
                for index, name in enumerate(condition.names):
                    self.label.addItem(name, index)
        self.form.setRowVisible(1, bool(conditions))
        guided = bool(conditions) and conditions[0].null is not None
        self.form.setRowVisible(2, guided)

    def show_settings(self, settings: DenoiseSettings) -> None:
        """The state's settings."""
        with self._silent():
            self.seed.setValue(min(settings.seed, LARGEST_SEED))
            self.steps.setValue(settings.steps)
            self.guidance.setValue(round(settings.guidance * _TENTHS))
            self.guidance_entry.setValue(settings.guidance)
            self.scheduler.setCurrentIndex(self.scheduler.findData(settings.scheduler))
            value = dict(settings.conditions).get(self._condition)
            named = isinstance(value, str)
            place = self.label.findText(str(value)) if named else self.label.findData(value)
            # "no class", where there is one, is first
            self.label.setCurrentIndex(max(0, place))
        self._explain_scheduler()
        self._explain_guidance(value is not None)

    def _explain_guidance(self, classed: bool) -> None:
        for widget in (self.guidance, self.guidance_entry):
            widget.setEnabled(classed)
            widget.setToolTip(
                self.tr("How strongly the class counts, 0 to 8: 1 follows it, above exaggerates it")
                if classed
                else self.tr("Choose a class first: without one there is nothing to follow")
            )

    def show_run(self, done: int, planned: int, running: bool, complete: bool, left: str) -> None:
        """How far the run has come; `left` says how long it will take."""
        self._running = running
        self.progress.show_progress(done, max(1, planned))
        if complete:
            text = self.tr("{n} evaluations").format(n=planned)
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

    @contextmanager
    def _silent(self) -> Iterator[None]:
        self._telling = False
        try:
            yield
        finally:
            self._telling = True

    def _tell(self, field: str, value: object) -> None:
        if self._telling and field:
            self.changed.emit(field, value)
