"""What a branch changes, in one row of fields, and the button that grows it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from explorer.families import DenoiseSettings
from explorer.families.base import PROMPT
from explorer.families.schedulers import SCHEDULERS
from explorer.formats.manifest import Condition
from explorer.formats.words import Words, split
from explorer.session.state import Changed
from explorer.ui.failures import said
from explorer.ui.language import tr
from explorer.ui.widgets.flow_row import FieldRow
from explorer.ui.widgets.narrow_combo import NarrowCombo
from explorer.ui.widgets.prompt_box import PromptBox
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.run_panel import GUIDANCE
from explorer.ui.widgets.seed_box import ARROWS, SeedBox


class Told(Protocol):
    """Settings of a run, of noise or of stages."""

    @property
    def seed(self) -> int:
        """What draws."""

    @property
    def conditions(self) -> tuple[tuple[str, int | str | None], ...]:
        """((name, index or name), ...)."""


class GrowBar(QWidget):
    """Fields that begin at the present run's settings; what differs is what a branch changes.

    Args:
        place: where a branch leaves, with a field {i}. tip: of the button.

    Signals:
        grow: the button was pressed.
    """

    grow = Signal()

    def __init__(self, place: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was: Told | None = None
        self._condition, self._at = "", place
        self.place = Readout([place.format(i=1000)], self)
        self.place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.place.setFixedWidth(self.place.sizeHint().width())
        self.seed = SeedBox(self, self.tr("seed "))
        self.label = NarrowCombo(self)
        self.button = QPushButton(self.tr("Branch here"), self)
        self.button.setToolTip(tip)
        self.button.clicked.connect(self.grow)
        self._named(self.seed, self.tr("Seed of the branch"))
        self._named(self.label, self.tr("Class of the branch"))
        row = FieldRow(6)
        for part in (self.place, self.seed, self.label, *self._fields(), self.button):
            row.addWidget(part)
        self.setLayout(row)

    def _fields(self) -> tuple[QWidget, ...]:
        """What else a branch may change."""
        return ()

    def _room(self, field: QDoubleSpinBox) -> None:
        """No more than its largest number needs: Qt asks for more."""
        text = f"{field.prefix()}{field.textFromValue(field.maximum())}"
        field.setMinimumWidth(self.fontMetrics().horizontalAdvance(text) + ARROWS)

    def _named(self, field: QWidget, words: str) -> None:
        field.setAccessibleName(words)
        field.setToolTip(words)

    def set_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """The classes of another model; the field hides where it has none."""
        self.label.clear()
        self._condition = conditions[0].name if conditions else ""
        for condition in conditions[:1]:
            if condition.null is not None:
                self.label.addItem(self.tr("no class"), None)
            for index, name in enumerate(condition.names):
                self.label.addItem(self.tr("class {name}").format(name=said(name)), index)
        self.label.setVisible(bool(conditions))

    def begin_at(self, settings: Told) -> None:
        """Begin at a run's settings."""
        self._was = settings
        self.seed.setValue(settings.seed)
        self.label.setCurrentIndex(max(0, self._place_of(settings)))

    def show_place(self, index: int) -> None:
        """Where a branch would leave, before that entry."""
        self.place.set_texts(self._at.format(i=index + 1) if index >= 0 else "")
        self.button.setEnabled(index >= 0)

    def changes(self) -> dict[str, Changed]:
        """What the fields change of the run's settings."""
        was, found = self._was, dict[str, Changed]()
        if was is None:
            return found
        if self.seed.value() != was.seed:
            found["seed"] = self.seed.value()
        if self._condition and self.label.currentIndex() != max(0, self._place_of(was)):
            found[self._condition] = self.label.currentData()
        return found

    def _place_of(self, settings: Told) -> int:
        """The class's line; "no class", where there is one, is first."""
        value = dict(settings.conditions).get(self._condition)
        if isinstance(value, str):
            return self.label.findText(self.tr("class {name}").format(name=said(value)))
        return self.label.findData(value)


class BranchBar(GrowBar):
    """Of a run of noise: guidance and scheduler as well, and the prompt where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._settings, self._placed = DenoiseSettings(), False
        tip = tr(
            "Leave the run at the evaluation shown and go on with what is changed here (B);\n"
            "with nothing changed, with another seed. What was before is shared."
        )
        super().__init__(tr("At evaluation {i}:"), tip, parent)

    def _fields(self) -> tuple[QWidget, ...]:
        self.guidance = QDoubleSpinBox(self)
        self.guidance.setRange(0.0, GUIDANCE)
        self.guidance.setDecimals(1)
        self.guidance.setSingleStep(0.5)
        self.guidance.setPrefix(self.tr("guidance "))
        self._room(self.guidance)
        self._named(self.guidance, self.tr("Guidance of the branch, 0 to 8"))
        self.scheduler = NarrowCombo(self)
        self._named(self.scheduler, self.tr("Scheduler of the branch"))
        for solver in SCHEDULERS:
            self.scheduler.addItem(solver.title.partition(" (")[0], solver.name)
        words = self.tr("Prompt of the branch")
        self.prompt = PromptBox(words, words, self, noted=False)
        self.prompt.judged.connect(self._judge)
        self.prompt.setMinimumWidth(160)  # some words of it should be seen
        self.prompt.hide()
        return self.prompt, self.guidance, self.scheduler

    def set_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Guidance hides where no class can be left out."""
        super().set_conditions(conditions)
        guided = bool(conditions) and conditions[0].null is not None
        self.guidance.setVisible(guided or self.prompt.words is not None)

    def set_words(self, words: Words | None) -> None:
        """The words that another model knows; the field hides where it listens to none."""
        self.prompt.set_words(words)
        self.prompt.setVisible(words is not None)

    def show_place(self, index: int) -> None:
        """As for all; and no branch with words that the model does not know."""
        super().show_place(index)
        self._placed = index >= 0
        self._judge()

    def _judge(self) -> None:
        trouble = self.prompt.trouble
        self.button.setEnabled(self._placed and not trouble)
        self.prompt.line.setToolTip(trouble or self.prompt.line.accessibleName())

    def show_settings(self, settings: DenoiseSettings) -> None:
        """Begin at a run's settings."""
        self._settings = settings
        self.begin_at(settings)
        self.guidance.setValue(settings.guidance)
        self.scheduler.setCurrentIndex(self.scheduler.findData(settings.scheduler))
        self.prompt.show_prompt(_prompt_of(settings))

    def changes(self) -> dict[str, Changed]:
        """What the fields change of the run's settings."""
        was, found = self._settings, super().changes()
        if round(self.guidance.value(), 1) != round(was.guidance, 1):
            found["guidance"] = round(self.guidance.value(), 1)
        if self.scheduler.currentData() != was.scheduler:
            found["scheduler"] = self.scheduler.currentData()
        if split(self.prompt.prompt) != split(_prompt_of(was)):
            found[PROMPT] = self.prompt.prompt
        return found


def _prompt_of(settings: DenoiseSettings) -> str:
    return str(dict(settings.conditions).get(PROMPT) or "")
