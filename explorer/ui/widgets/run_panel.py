"""The controls of a denoising run: seed, class, guidance, steps, scheduler; progress and cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSlider, QSpinBox, QWidget

from explorer.families import DenoiseSettings
from explorer.families.base import NEGATIVE, PROMPT
from explorer.families.schedulers import SCHEDULERS
from explorer.formats.manifest import Condition
from explorer.formats.words import Words
from explorer.ui.failures import said
from explorer.ui.language import tr
from explorer.ui.widgets.prompt_box import PromptBox
from explorer.ui.widgets.run_base import RunControls

GUIDANCE = 8.0
_TENTHS = 10
MAX_STEPS = 1000


def solver_title(name: str) -> str:
    """A scheduler as people call it, without its paper."""
    return next((s.title.partition(" (")[0] for s in SCHEDULERS if s.name == name), name)


class RunPanel(RunControls):
    """The controls of a denoising run: `changed` has a field of its settings, or a condition."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._condition = ""
        super().__init__(
            tr("Draws the first noise, and the noise of random solvers; 0 to 9223372036854775807"),
            tr("Evaluations computed"),
            tr("Stop here and keep the evaluations computed so far (Escape)"),
            parent,
        )

    def _add_fields(self) -> None:
        self.form.setHorizontalSpacing(2)
        self._add_texts()
        self._add_class()
        self._add_guidance()
        self._add_steps()
        self._add_scheduler()

    def _add_texts(self) -> None:
        """Above all others: what is asked for."""
        self.prompt = PromptBox(
            self.tr("Prompt"),
            self.tr("What the picture should show, in words the model knows; empty for anything"),
            self,
        )
        self.negative = PromptBox(
            self.tr("Negative prompt"),
            self.tr("What guidance leads away from, in words the model knows; may be empty"),
            self,
        )
        self.texts = {PROMPT: self.prompt, NEGATIVE: self.negative}
        for place, (name, box) in enumerate(self.texts.items()):
            box.told.connect(lambda text, n=name: self._tell(n, text))
            box.settled.connect(self.settled)
            self.form.insertRow(place, box)
        self.set_words(None)

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
        self._guidance_row = row

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
                    self.label.addItem(said(name), index)
        self.form.setRowVisible(self.label, bool(conditions))
        guided = bool(conditions) and conditions[0].null is not None
        self.form.setRowVisible(self._guidance_row, guided or self.told)

    @property
    def told(self) -> bool:
        """Whether the model listens to a text."""
        return self.prompt.words is not None

    def set_words(self, words: Words | None) -> None:
        """The words that another model knows; the rows hide where it listens to none."""
        for box in self.texts.values():
            box.set_words(words)
            self.form.setRowVisible(box, words is not None)

    def show_settings(self, settings: DenoiseSettings) -> None:
        """The state's settings."""
        with self._silent():
            self.seed.show_seed(settings.seed)
            self.steps.setValue(settings.steps)
            self.guidance.setValue(round(settings.guidance * _TENTHS))
            self.guidance_entry.setValue(settings.guidance)
            self.scheduler.setCurrentIndex(self.scheduler.findData(settings.scheduler))
            value = dict(settings.conditions).get(self._condition)
            named = isinstance(value, str)
            place = self.label.findText(said(str(value))) if named else self.label.findData(value)
            # "no class", where there is one, is first
            self.label.setCurrentIndex(max(0, place))
            given = dict(settings.conditions)
            for name, box in self.texts.items():
                box.show_prompt(str(given.get(name) or ""))
        self._explain_scheduler()
        asked = any(given.get(name) for name in self.texts)
        self._explain_guidance(asked if self.told else value is not None)

    def _explain_guidance(self, asked: bool) -> None:
        if self.told:
            on = self.tr("How strongly the words count, 0 to 8: 1 follows them, above exaggerates")
            off = self.tr("Type a prompt first: without one there is nothing to follow")
        else:
            on = self.tr(
                "How strongly the class counts, 0 to 8: 1 follows it, above exaggerates it"
            )
            off = self.tr("Choose a class first: without one there is nothing to follow")
        for widget in (self.guidance, self.guidance_entry):
            widget.setEnabled(asked)
            widget.setToolTip(on if asked else off)

    def _whole(self, planned: int) -> str:
        return self.tr("{n} evaluations").format(n=planned)
