"""Branches of a run of stages: grown at the stage shown, drawn as a tree, two as a pair."""

from __future__ import annotations

import random

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QVBoxLayout, QWidget

from explorer.families import Spec, StageSettings
from explorer.latent.priors import COLDEST, HOTTEST
from explorer.sampling import Frame
from explorer.session import State, Unfolding, tree
from explorer.session.plan import unfolding
from explorer.session.state import Changed
from explorer.ui.branching import branch_row, not_begun, trunk_row
from explorer.ui.desk import Desk
from explorer.ui.language import tr
from explorer.ui.pair import Bytes, Pair
from explorer.ui.record import Record
from explorer.ui.steps.runs import Runs
from explorer.ui.steps.words import PLANNED, STAGE, name
from explorer.ui.widgets.branch_bar import GrowBar
from explorer.ui.widgets.run_tree import RunTree, RunTreeArea, TreeRow
from explorer.ui.widgets.seed_box import SEEDS_DRAWN


class StageBar(GrowBar):
    """Seed, class and temperature of a branch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._settings, self._usual = StageSettings(), 0.0
        tip = tr(
            "Leave the run before the stage shown and go on with what is changed here (B);\n"
            "with nothing changed, with another seed. What was before is shared."
        )
        super().__init__(tr("At stage {i}:"), tip, parent)

    def _fields(self) -> tuple[QWidget, ...]:
        self.temperature = QDoubleSpinBox(self)
        self.temperature.setRange(COLDEST, HOTTEST)
        self.temperature.setSingleStep(0.05)
        self.temperature.setPrefix(self.tr("temperature "))
        self._room(self.temperature)
        self._named(self.temperature, self.tr("Temperature of the branch, 0.05 to 5"))
        return (self.temperature,)

    def show_settings(self, settings: StageSettings) -> None:
        """Begin at a run's settings."""
        self._settings = settings
        self.begin_at(settings)
        self.temperature.setValue(self._heat)

    @property
    def _heat(self) -> float:
        return self._settings.temperature or self._usual

    def set_usual(self, temperature: float) -> None:
        """Another model's usual temperature; the field hides where it has none."""
        self._usual = temperature
        self.temperature.setVisible(temperature > 0)
        self.temperature.setValue(self._heat)

    def changes(self) -> dict[str, Changed]:
        """What the fields change of the run's settings."""
        found, heat = super().changes(), round(self.temperature.value(), 2)
        if self.temperature.isVisibleTo(self) and heat != round(self._heat, 2):
            found["temperature"] = heat
        return found


class StagePair(Pair):
    """Of the run beside the current one, the same stage."""

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, unfolding, STAGE, parent)
        self.apart = self.tr("difference")

    def picture_of(self, frame: Frame) -> Bytes:
        """The picture so far, which every family has in its first pane."""
        picture: Bytes = next(iter(frame.images.values()))[0]
        return picture

    def title_of(self, run: int, frame: Frame | None) -> str:
        """Its number, and what the first pane shows."""
        if frame is None:
            return self.tr("run {n}").format(n=run)
        return self.tr("run {n}, {pane}").format(n=run, pane=name(next(iter(frame.images))))

    def place_of(self, record: Record, index: int) -> str:
        """Which stage."""
        record.read_numbers()
        at, of = record.numbers[STAGE][index], record.numbers[PLANNED][index]
        return self.tr("{i} of {n}").format(i=f"{at + 1:g}", n=f"{of:g}")


class Branches(QObject):
    """The page: fields and the tree; and the two runs that are a pair.

    Signals:
        grown: a branch was grown, and its page should be seen.
        staged: the pair should stand in the panes' place, or they again.
    """

    grown = Signal()
    staged = Signal()

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._runs, self._open = desk, runs, False
        self.page = QWidget(parent)
        self.bar, self.tree = StageBar(self.page), RunTree(self.page)
        self.pair = StagePair(desk, runs, parent)
        self.area = RunTreeArea(self.tree, self.page)
        self.none = QLabel(
            self.tr(
                "Each stage follows exactly from the one before: nothing is drawn on the way "
                "that a branch could draw otherwise. Another seed is another run."
            ),
            self.page,
        )
        self.none.setWordWrap(True)
        self.none.setProperty("role", "quiet")
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.none)
        column.addWidget(self.bar)
        column.addWidget(self.area, 1)
        self.bar.grow.connect(self.grow)
        self.tree.chosen.connect(self.pair.choose)
        self.tree.beside_asked.connect(self.pair.compare)
        self.tree.removed.connect(self.pair.remove)
        runs.grew.connect(self._grew)
        self.action = QAction(self.tr("Branch here"), self)
        self.action.setShortcut(QKeySequence("B"))
        self.action.triggered.connect(lambda _=False: self.grow())

    @property
    def now(self) -> Unfolding:
        """The present state of the view."""
        return self._desk.state.unfolding

    # -- what the view tells --------------------------------------------------------------------

    def opened(self, spec: Spec) -> None:
        """Its classes, whether there is a temperature, whether anything is drawn on the way."""
        controls = spec.stages
        draws = controls is not None and controls.draws
        self.none.setVisible(not draws)
        self.bar.setVisible(draws)
        self.area.setVisible(draws)
        self.action.setEnabled(draws)
        self.bar.set_conditions(spec.conditions)
        self.bar.set_usual(controls.temperature if controls is not None else 0.0)

    def refresh(self, state: State, old: State | None) -> None:
        """Fields begin at the run shown."""
        now, was = state.unfolding, None if old is None else old.unfolding
        settings = tree.settings(now, now.current)
        if was is None or settings != tree.settings(was, was.current):
            self.bar.show_settings(settings)
        if was is None or (now.beside, now.current) != (was.beside, was.current):
            self.staged.emit()
        self._follow()

    def turned(self, page: str) -> None:
        """Another page is shown, by name; "" where none is looked at any more."""
        self._open = page == "branches"
        self.staged.emit()
        self._follow()

    @property
    def stage(self) -> QWidget | None:
        """The pair, while it is to be seen."""
        return self.pair.panes if self._open and self.pair.beside is not None else None

    def _follow(self) -> None:
        self.pair.follow(self._open)
        self.moved()

    def _grew(self, record: Record) -> None:
        if self._open and record is not self._runs.current:
            self.moved()

    def moved(self) -> None:
        """The cursor, and how far the runs came."""
        self.bar.show_place(self._stage)
        now = self.now
        rows = [self._row(run) for run in range(len(now.branches) + 1)]
        self.tree.set_rows(rows, now.current, -1 if self.pair.beside is None else self.pair.beside)
        record, at = self._runs.current, self._runs.at
        last = 1 if record is None else max(1, record.planned - 1)
        self.tree.set_cursor(at / last if at >= 0 else -1.0)
        if self._open:
            self.pair.show()

    @property
    def _stage(self) -> int:
        """The stage on the screen; of a long run not every one has a frame. -1 for none."""
        record, at = self._runs.current, self._runs.at
        if record is None or at < 0:
            return -1
        record.read_numbers()
        return int(record.numbers[STAGE][at])

    def _row(self, run: int) -> TreeRow:
        record = self._runs.record(unfolding(self._desk.state, run))
        planned, reached = 0.0, 0.0
        if record is not None and record.done:
            record.read_numbers()
            planned = record.numbers[PLANNED][0]
            reached = record.numbers[STAGE][-1] / max(1.0, planned - 1)
        if run == 0:
            return trunk_row(reached)
        branch = self.now.branches[run - 1]
        shown = self._runs.current
        if not planned and shown is not None and shown.done:
            planned = shown.numbers[PLANNED][0]
        start = min(1.0, branch.step / max(1.0, planned - 1))
        conditions = self._desk.spec.conditions if self._desk.spec is not None else ()
        words = self.tr("Run {n} leaves run {p} at stage {i}: {changed}")
        span = (start, max(start, reached))
        return branch_row(run, branch, span, conditions, words)

    # -- growing --------------------------------------------------------------------------------

    def grow(self) -> None:
        """A branch before the stage shown, as one entry of the history."""
        record, spec = self._runs.current, self._desk.spec
        if spec is None or spec.stages is None or not spec.stages.draws:
            return
        if record is None or record.request != unfolding(self._desk.state) or self._stage < 0:
            self._desk.said.emit(not_begun())
            return
        changes = self.bar.changes() or {"seed": random.randrange(SEEDS_DRAWN)}
        if "seed" in changes and tree.settings(self.now, self.now.current).start is not None:
            changes["start"] = None  # another seed means noise of its own
        view = tree.grow(self.now, self._stage, None, **changes)
        self._desk.settle()
        self._desk.edit("unfolding", **vars(view))
        self._desk.settle()
        self.grown.emit()
