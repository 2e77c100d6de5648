"""The controls of a run of stages, as far as the model offers them; progress and cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from explorer.families import Spec, StageControls, StageSettings
from explorer.formats.manifest import Image
from explorer.formats.picture import Picture
from explorer.latent.priors import COLDEST, HOTTEST
from explorer.ui.failures import said
from explorer.ui.fitting import fitting
from explorer.ui.language import tr
from explorer.ui.steps.words import name
from explorer.ui.widgets.run_base import RunControls

MOST_STEPS, _ROWS = 4096, 0.05


class StagePanel(RunControls):
    """The controls of a run of stages: `changed` has a field of its settings, or a condition.

    Signals, beside those of RunControls:
        emptied: start from noise again.
    """

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.conditions: dict[str, QComboBox] = {}
        self._controls = StageControls("", 0, 0.0, "")
        self._image: Image | None = None
        super().__init__(
            tr("Draws the first noise and all that follows; 0 to 9223372036854775807"),
            tr("Stages computed"),
            tr("Stop here and keep the stages computed so far (Escape)"),
            parent,
        )

    def _add_fields(self) -> None:
        self._add_steps()
        self._add_temperature()
        self._add_picture()

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
        self.fitted = QLabel(self)
        self.fitted.setWordWrap(True)
        self.fitted.setProperty("role", "quiet")
        self.form.addRow(self.fitted)

    # -- what it shows --------------------------------------------------------------------------

    def opened(self, spec: Spec) -> None:
        """The rows of what another model offers."""
        for combo in self.conditions.values():
            self.form.removeRow(combo)
        self.conditions.clear()
        self._controls = spec.stages or self._controls
        self._image = spec.image
        for place, condition in enumerate(spec.conditions):
            combo = QComboBox(self)
            title = self.tr("Class") if len(spec.conditions) == 1 else said(condition.name)
            combo.setAccessibleName(title)
            combo.setToolTip(self.tr("What the picture should show"))
            combo.setMaxVisibleItems(24)
            if condition.null is not None:
                combo.addItem(self.tr("no class"), None)
            for index, text in enumerate(condition.names):
                combo.addItem(said(text), index)
            combo.currentIndexChanged.connect(
                lambda _, name=condition.name, combo=combo: self._tell(name, combo.currentData())
            )
            self.form.insertRow(1 + place, title, combo)
            self.conditions[condition.name] = combo
        self.form.setRowVisible(self.steps, self._controls.steps > 0)
        self.form.setRowVisible(self.temperature, self._controls.temperature > 0)
        self.temperature.setToolTip(
            self.tr(
                "1 draws as the model believes; below likelier, above wilder; 0.05 to 5; this "
                "model is usually at {usual}"
            ).format(usual=f"{self._controls.temperature:g}")
        )
        self.steps.setToolTip(
            self.tr("How many stages the run has, 1 to 4096; each is a {stage}").format(
                stage=name(self._controls.stage)
            )
        )

    def show_settings(self, settings: StageSettings, picture: Picture | None) -> None:
        """The state's settings."""
        with self._silent():
            self.seed.show_seed(settings.seed)
            self.steps.setValue(settings.steps or self._controls.steps)
            self.temperature.setValue(settings.temperature or self._controls.temperature)
            self.kept.setValue(settings.kept)
            chosen = dict(settings.conditions)
            for condition, combo in self.conditions.items():
                value = chosen.get(condition)
                named = isinstance(value, str)
                place = combo.findText(said(str(value))) if named else combo.findData(value)
                combo.setCurrentIndex(max(0, place))
        completes = self._controls.picture == "upper rows"
        self.form.setRowVisible(self.kept, picture is not None and completes)
        self.form.setRowVisible(self.noise, picture is not None)
        done = "" if picture is None or self._image is None else fitting(picture, self._image)
        self.fitted.setText(done)
        self.form.setRowVisible(self.fitted, bool(done))
