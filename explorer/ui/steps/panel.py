"""The controls of a run of stages, as far as the model offers them; progress and cancel."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.families import Spec, StageControls, StageSettings
from explorer.formats.picture import Picture
from explorer.ui.icons import IconButton
from explorer.ui.steps.words import name
from explorer.ui.widgets.progress import Progress
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.slider_panel import LARGEST_SEED

# Of StageSettings: what a run may have at most, and its temperature.
MOST_STEPS, COLDEST, HOTTEST = 4096, 0.05, 5.0
_ROWS = 0.05


class StagePanel(QWidget):
    """Shows the settings of a run and tells of changes; it changes nothing itself.

    Signals:
        changed: (field of StageSettings; value).
        settled: an entry was finished.
        cancel, resume: the run is to stop, or to go on.
        emptied: start from noise again.
    """

    changed = Signal(str, object)
    settled = Signal()
    cancel = Signal()
    resume = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling, self._running = True, False
        self.conditions: dict[str, QComboBox] = {}
        self._controls = StageControls("", 0, False, "")
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self._add_seed()
        self._add_steps()
        self._add_temperature()
        self._add_picture()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.form)
        column.addLayout(self._status())

    def _add_seed(self) -> None:
        self.seed = QSpinBox(self)
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setKeyboardTracking(False)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("Draws the first noise and all that follows; 0 to 2147483647"))
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
        self._tell("seed", random.randrange(LARGEST_SEED))
        self.settled.emit()

    def _add_steps(self) -> None:
        self.steps = QSpinBox(self)
        self.steps.setRange(1, MOST_STEPS)
        self.steps.setKeyboardTracking(False)
        self.steps.setAccessibleName(self.tr("Stages"))
        self.steps.setToolTip(self.tr("How many stages the run has, 1 to 4096"))
        self.steps.valueChanged.connect(lambda value: self._tell("steps", value))
        self.steps.editingFinished.connect(self.settled)
        self.form.addRow(self.tr("Stages"), self.steps)

    def _add_temperature(self) -> None:
        self.temperature = QDoubleSpinBox(self)
        self.temperature.setRange(COLDEST, HOTTEST)
        self.temperature.setSingleStep(0.05)
        self.temperature.setKeyboardTracking(False)
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.temperature.setToolTip(
            self.tr("1 draws as the model believes; below likelier, above wilder; 0.05 to 5")
        )
        self.temperature.valueChanged.connect(lambda v: self._tell("temperature", round(v, 2)))
        self.temperature.editingFinished.connect(self.settled)
        self.form.addRow(self.tr("Temperature"), self.temperature)

    def _add_picture(self) -> None:
        self.kept = QDoubleSpinBox(self)
        self.kept.setRange(0.0, 1.0)
        self.kept.setSingleStep(_ROWS)
        self.kept.setKeyboardTracking(False)
        self.kept.setAccessibleName(self.tr("Rows kept"))
        self.kept.setToolTip(self.tr("Share of the picture's rows that is kept, from above"))
        self.kept.valueChanged.connect(lambda value: self._tell("kept", round(value, 2)))
        self.kept.editingFinished.connect(self.settled)
        self.form.addRow(self.tr("Rows kept"), self.kept)
        self.noise = QPushButton(self.tr("Start from noise"), self)
        self.noise.setToolTip(self.tr("Put the picture away and begin with the seed's noise"))
        self.noise.clicked.connect(self.emptied)
        self.form.addRow(self.noise)

    def _status(self) -> QHBoxLayout:
        self.progress = Progress(self.tr("Stages computed"), self)
        self.status = Readout([self.tr("stopped at {i} of {n}").format(i=999, n=1000)], self)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setToolTip(self.tr("Stop here and keep the stages computed so far (Escape)"))
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

    def opened(self, spec: Spec) -> None:
        """The rows of what another model offers."""
        for combo in self.conditions.values():
            self.form.removeRow(combo)
        self.conditions.clear()
        self._controls = spec.stages or self._controls
        for place, condition in enumerate(spec.conditions):
            combo = QComboBox(self)
            title = self.tr("Class") if len(spec.conditions) == 1 else condition.name
            combo.setAccessibleName(title)
            combo.setToolTip(self.tr("What the picture should show"))
            combo.setMaxVisibleItems(24)
            if condition.null is not None:
                combo.addItem(self.tr("no class"), None)
            for index, text in enumerate(condition.names):
                combo.addItem(text, index)
            combo.currentIndexChanged.connect(lambda _: self._tell_conditions())
            self.form.insertRow(1 + place, title, combo)
            self.conditions[condition.name] = combo
        self.form.setRowVisible(self.steps, self._controls.steps > 0)
        self.form.setRowVisible(self.temperature, self._controls.temperature)
        self.steps.setToolTip(
            self.tr("How many stages the run has, 1 to 4096; each is a {stage}").format(
                stage=name(self._controls.stage)
            )
        )

    def show_settings(self, settings: StageSettings, picture: Picture | None) -> None:
        """The state's settings."""
        with self._silent():
            self.seed.setValue(min(settings.seed, LARGEST_SEED))
            self.steps.setValue(settings.steps or self._controls.steps)
            self.temperature.setValue(settings.temperature)
            self.kept.setValue(settings.kept)
            chosen = dict(settings.conditions)
            for condition, combo in self.conditions.items():
                value = chosen.get(condition)
                named = isinstance(value, str)
                place = combo.findText(str(value)) if named else combo.findData(value)
                combo.setCurrentIndex(max(0, place))
        completes = self._controls.picture == "upper rows"
        self.form.setRowVisible(self.kept, picture is not None and completes)
        self.form.setRowVisible(self.noise, picture is not None)

    def show_run(self, done: int, planned: int, running: bool, complete: bool) -> None:
        """How far the run has come."""
        self._running = running
        self.progress.show_progress(done, max(1, planned))
        if complete:
            text = self.tr("complete")
        elif running and not planned:
            text = self.tr("preparing the run")
        elif running:
            text = self.tr("{i} of {n}").format(i=done, n=planned)
        else:
            text = self.tr("stopped at {i} of {n}").format(i=done, n=planned)
        self.status.set_texts(text)
        self.stop.setText(self.tr("Cancel") if running or complete else self.tr("Go on"))
        self.stop.setEnabled(not complete)

    @contextmanager
    def _silent(self) -> Iterator[None]:
        self._telling = False
        try:
            yield
        finally:
            self._telling = True

    def _tell(self, field: str, value: object) -> None:
        if self._telling:
            self.changed.emit(field, value)

    def _tell_conditions(self) -> None:
        pairs = ((name, combo.currentData()) for name, combo in self.conditions.items())
        self._tell("conditions", tuple(sorted(pairs)))
