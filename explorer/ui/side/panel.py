"""What all models side by side are told: a seed, the sliders' latent or a picture; and which."""

from __future__ import annotations

import random
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.formats.words import Words
from explorer.session import SideBySide
from explorer.ui.icons import IconButton
from explorer.ui.side.facts import Facts
from explorer.ui.widgets.controls import Controls
from explorer.ui.widgets.prompt_box import PromptBox
from explorer.ui.widgets.seed_box import SEEDS_DRAWN, SeedBox
from explorer.ui.widgets.slider_list import SliderList
from explorer.ui.widgets.surface import surfaced
from explorer.ui.words import family_title

COUNTS = (1, 4, 9, 16, 25, 36)


class SidePanel(Controls):
    """Controls beside the panes.

    Signals:
        changed: (field of SideBySide, value).
        settled: the prompt or the seed was finished.
        added: names of models to show as well.
    """

    added = Signal(list)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders = SliderList(self)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "quiet")
        self.add = QPushButton(self.tr("Add model"), self)
        self.add.setToolTip(self.tr("Show another model beside these (A)"))
        self.models = QMenu(self)
        self.add.setMenu(self.models)
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self._add_source()
        self._add_prompt()
        self._add_seed()
        self._add_count()
        title = QLabel(self.tr("All are told"), self)
        title.setProperty("role", "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.add)
        column.addWidget(title)
        column.addLayout(self.form)
        column.addWidget(self.hint)
        column.addWidget(self.sliders, 1)
        column.addStretch(0)
        self.setFixedWidth(300)
        surfaced(self)

    def _add_source(self) -> None:
        self.source = QComboBox(self)
        self.source.addItem(self.tr("Draws of one seed"), "seed")
        self.source.addItem(self.tr("The sliders' latent"), "sliders")
        self.source.addItem(self.tr("A picture to rebuild"), "picture")
        self.source.setAccessibleName(self.tr("What all models are told"))
        self.source.setToolTip(self.tr("What every model makes its pictures of"))
        self.source.activated.connect(lambda _: self._tell("source", self.source.currentData()))
        self.form.addRow(self.tr("Source"), self.source)

    def _add_prompt(self) -> None:
        self.prompt = PromptBox(
            self.tr("Prompt"),
            self.tr("What models that listen to a text should show, in words that they know"),
            self,
        )
        self.prompt.told.connect(lambda text: self._tell("prompt", text))
        self.prompt.settled.connect(self.settled)
        self.form.addRow(self.prompt)

    def _add_seed(self) -> None:
        self.seed = SeedBox(self)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(
            self.tr("Each model draws from its own prior by this seed, 0 to 9223372036854775807")
        )
        self.seed.valueChanged.connect(lambda value: self._tell("seed", value))
        self.seed.editingFinished.connect(self.settled)
        self.dice = IconButton("dice", self.tr("Another seed (R)"), parent=self)
        self.dice.clicked.connect(self.randomise)
        self.seed_row = QWidget(self)
        row = QHBoxLayout(self.seed_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.seed, 1)
        row.addWidget(self.dice)
        self.form.addRow(self.tr("Seed"), self.seed_row)

    def _add_count(self) -> None:
        self.count = QComboBox(self)
        for count in COUNTS:
            self.count.addItem(str(count), count)
        self.count.setAccessibleName(self.tr("Pictures of each model"))
        self.count.setToolTip(self.tr("How many pictures each model draws"))
        self.count.activated.connect(lambda _: self._tell("count", self.count.currentData()))
        self.form.addRow(self.tr("Pictures"), self.count)

    def randomise(self) -> None:
        """Another seed, as an entry of its own."""
        self.settled.emit()
        self._tell("seed", random.randrange(SEEDS_DRAWN))
        self.settled.emit()

    # -- what it shows --------------------------------------------------------------------------

    def show_state(self, view: SideBySide, dimensions: bool, hint: str) -> None:
        """The state's choices; `dimensions`: whether the open model has sliders."""
        with self._silent():
            self.source.setCurrentIndex(self.source.findData(view.source))
            self.seed.show_seed(view.seed)
            self.count.setCurrentIndex(max(0, self.count.findData(view.count)))
        for field in (self.seed_row, self.count):
            self.form.setRowVisible(field, view.source == "seed")
        self.sliders.setVisible(view.source == "sliders" and dimensions)
        self.hint.setText(hint)

    def show_prompt(self, words: Words | None, prompt: str) -> None:
        """What is told in words of a vocabulary; the box hides where nobody listens."""
        if words != self.prompt.words:
            self.prompt.set_words(words)
        self.form.setRowVisible(self.prompt, words is not None)
        self.prompt.show_prompt(prompt)

    def show_models(self, there: Iterable[Facts], shown: frozenset[str], room: int) -> None:
        """The menu of models to add: whole families first, as many as there is room for."""
        self.models.clear()
        free = [facts for facts in there if facts.name not in shown]
        families = list(dict.fromkeys(facts.family for facts in free))
        for family in families:
            names = [facts.name for facts in free if facts.family == family][:room]
            if len(names) > 1:
                words = self.tr("{count} of: {family}").format(
                    count=len(names), family=family_title(family)
                )
                self._entry(words, names)
        self.models.addSeparator()
        for facts in free:
            self._entry(f"{facts.title} ({family_title(facts.family)})", [facts.name])
        self.add.setEnabled(bool(free) and room > 0)

    def _entry(self, words: str, names: list[str]) -> None:
        self.models.addAction(words).triggered.connect(lambda: self.added.emit(names))
