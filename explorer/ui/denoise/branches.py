"""Branches: grown at the evaluation shown, drawn as a tree, any two beside each other."""

from __future__ import annotations

import random
from typing import ClassVar

import numpy as np
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.sampling import Frame
from explorer.sampling.requests import Denoise
from explorer.session import State, tree
from explorer.session.plan import denoising
from explorer.ui.branching import branch_row, not_begun, trunk_row
from explorer.ui.denoise.part import Part
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.pair import Bytes, Pair
from explorer.ui.record import Record
from explorer.ui.widgets.branch_bar import BranchBar
from explorer.ui.widgets.run_tree import RunTree, RunTreeArea, TreeRow
from explorer.ui.widgets.seed_box import SEEDS_DRAWN


class NoisePair(Pair):
    """Of the run beside the current one, the evaluation of the same noise."""

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, denoising, "log_snr", parent)
        self._look = runs.look
        self.apart = self.tr("x0 difference")

    def picture_of(self, frame: Frame) -> Bytes:
        """The predicted x0."""
        picture: Bytes = frame.images["x0"][0]
        return picture

    def title_of(self, run: int, frame: Frame | None) -> str:
        """Its number."""
        return self.tr("run {n}, predicted x0").format(n=run)

    def missing(self, record: Record, index: int) -> None:
        """It is made again."""
        self._look(record, index)

    def place_of(self, record: Record, index: int) -> str:
        """Which evaluation."""
        return self.tr("{i} of {n}").format(i=index + 1, n=record.planned)


class Branches(Part):
    """The tree of runs, and the two that are a pair."""

    name: ClassVar[str] = "branches"

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Branches")
        self.tip = self.tr("Leave the run at any step and go on with something changed")
        self.page = QWidget(parent)
        self.bar, self.tree = BranchBar(self.page), RunTree(self.page)
        self.area = RunTreeArea(self.tree, self.page)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.area, 1)
        self.pair = NoisePair(desk, runs, parent)
        self.panes = self.pair.panes
        self.bar.grow.connect(self.grow)
        self.tree.chosen.connect(self.pair.choose)
        self.tree.beside_asked.connect(self.pair.compare)
        self.tree.removed.connect(self.pair.remove)
        runs.grew.connect(self._grew)
        runs.looked.connect(lambda *_: self.pair.show() if self.open else None)
        self._actions = [QAction(self.tr("Branch here"), self)]
        self._actions[0].setShortcut(QKeySequence("B"))
        self._actions[0].triggered.connect(lambda _=False: self.grow())

    def commands(self) -> list[QAction]:
        """Branching."""
        return self._actions

    # -- what the view tells --------------------------------------------------------------------

    def opened(self, spec: Spec) -> None:
        """Its classes; its settings come with the state."""
        self.bar.set_words(spec.words)
        self.bar.set_conditions(spec.conditions)
        self.bar.show_settings(tree.settings(self.now, self.now.current))

    def refresh(self, state: State, old: State | None) -> None:
        """The tree, and the run beside the current one."""
        now, was = state.denoising, None if old is None else old.denoising
        settings = tree.settings(now, now.current)
        if was is None or settings != tree.settings(was, was.current):
            self.bar.show_settings(settings)
        if was is None or (now.beside, now.current) != (was.beside, was.current):
            self.staged.emit()
        self._follow()

    def enter(self) -> None:
        """Compute the run beside, if there is one."""
        super().enter()
        self._follow()

    def stop(self) -> None:
        """The run beside waits."""
        super().stop()
        self.pair.follow(False)

    def moved(self) -> None:
        """The cursor, how far the runs came, the pair."""
        self.bar.show_place(self.runs.at)
        if self.open:
            self._show_tree()
            self.pair.show()

    def _follow(self) -> None:
        self.pair.follow(self.open)
        self.moved()

    def _grew(self, record: Record) -> None:
        if self.open and record is not self.runs.current:
            self.moved()

    # -- growing and choosing -------------------------------------------------------------------

    def grow(self) -> None:
        """A branch at the evaluation shown, as one entry of the history."""
        record = self.runs.current
        if record is None or record.request != denoising(self.desk.state) or self.runs.at < 0:
            self.desk.said.emit(not_begun())
            return
        changes = self.bar.changes() or {"seed": random.randrange(SEEDS_DRAWN)}
        if "seed" in changes and tree.settings(self.now, self.now.current).start is not None:
            changes["start"] = None  # another seed means noise of its own
        view = tree.grow(self.now, self.runs.at, None, **changes)
        self.desk.settle()
        self.desk.edit("denoising", **vars(view))
        self.desk.settle()
        self.wanted.emit(self.name)

    @property
    def stage(self) -> QWidget | None:
        """The pair, while there is one."""
        return None if self.pair.beside is None else self.panes

    # -- the tree -------------------------------------------------------------------------------

    def _show_tree(self) -> None:
        now, record = self.now, self.runs.current
        self.tree.set_rows(
            [self._row(run) for run in range(len(now.branches) + 1)],
            now.current,
            -1 if self.pair.beside is None else self.pair.beside,
        )
        at = self.runs.at
        last = max(1, record.planned - 1) if record is not None else 1
        self.tree.set_cursor(at / last if at >= 0 else -1.0)

    def _row(self, run: int) -> TreeRow:
        request = denoising(self.desk.state, run)
        start = 0.0 if request.parent is None else self._share(request.parent, request.step)
        record = self.runs.record(request)
        reached = start
        if record is not None and record.done:
            reached = 1.0 if record.complete else self._share(request, record.newest)
        if run == 0:
            return trunk_row(reached)
        conditions = self.desk.spec.conditions if self.desk.spec is not None else ()
        words = self.tr("Run {n} leaves run {p} at evaluation {i}: {changed}")
        return branch_row(run, self.now.branches[run - 1], (start, reached), conditions, words)

    def _share(self, request: Denoise, step: int) -> float:
        """Where an evaluation of a run lies on the current run's axis: where the noise is equal."""
        record, shown = self.runs.record(request), self.runs.current
        if shown is None or not shown.numbers["log_snr"]:
            return 0.0
        last = max(1, shown.planned - 1)
        if record is None or record is shown:
            return min(1.0, step / last)
        record.read_numbers()
        theirs, ours = record.numbers["log_snr"], shown.numbers["log_snr"]
        if step >= len(theirs) or len(ours) < 2:
            return min(1.0, step / max(1, record.planned - 1))
        return float(np.interp(theirs[step], ours, np.arange(len(ours)))) / last
