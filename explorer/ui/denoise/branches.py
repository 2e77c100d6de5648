"""Branches: grown at the evaluation shown, drawn as a tree, any two beside each other."""

from __future__ import annotations

import random
from bisect import bisect_left
from typing import ClassVar

import numpy as np
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.sampling.requests import Denoise
from explorer.session import State, tree
from explorer.session.plan import denoising
from explorer.ui.branching import branch_row, not_begun, trunk_row
from explorer.ui.denoise.part import Part
from explorer.ui.denoise.runs import BESIDE, Runs
from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.widgets.branch_bar import BranchBar
from explorer.ui.widgets.run_tree import RunTree, RunTreeArea, TreeRow
from explorer.ui.widgets.slider_panel import LARGEST_SEED
from explorer.ui.widgets.step_panes import StepPanes


class Branches(Part):
    """The tree of runs. Of the run beside the current one, the evaluation of the same noise."""

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
        pair = (("current", ""), ("beside", ""), ("difference", ""))
        self.panes = StepPanes(pair, self.tr("Not computed yet."), parent)
        self.panes.hide()
        self.panes.failed.connect(desk.failed)
        self.bar.grow.connect(self.grow)
        self.tree.chosen.connect(self.choose)
        self.tree.beside_asked.connect(self.compare)
        self.tree.removed.connect(self.remove)
        runs.grew.connect(self._grew)
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
        self.moved()

    def enter(self) -> None:
        """Compute the run beside, if there is one."""
        super().enter()
        self._follow()
        self.moved()

    def stop(self) -> None:
        """The run beside waits."""
        super().stop()
        self.runs.cancel(BESIDE)

    def moved(self) -> None:
        """The cursor, how far the runs came, the pair."""
        self.bar.show_place(self.runs.at)
        if self.open:
            self._show_tree()
            self._show_pair()

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
        changes = self.bar.changes() or {"seed": random.randrange(LARGEST_SEED)}
        view = tree.grow(self.now, self.runs.at, None, **changes)
        self.desk.settle()
        self.desk.edit("denoising", **vars(view))
        self.desk.settle()
        self.wanted.emit(self.name)

    def choose(self, run: int) -> None:
        """Another run on the screen, at the same noise; two that were a pair change places."""
        beside = self.now.current if self.now.beside == run else self.now.beside
        shown, record = self.now.shown, self.runs.current
        other = self.runs.record(denoising(self.desk.state, run))
        if shown >= 0 and record is not None and other is not None:
            level = record.numbers["log_snr"][self.runs.at]
            shown = _nearest(other.numbers["log_snr"], level)
        self.desk.edit("denoising", "denoise.current", current=run, beside=beside, shown=shown)

    def compare(self, run: int) -> None:
        """Show a run beside the current one, or no more."""
        beside = None if self.now.beside == run else run
        self.desk.edit("denoising", "denoise.beside", beside=beside)

    def remove(self, run: int) -> None:
        """A branch and what grew from it go."""
        self.desk.settle()
        self.desk.edit("denoising", **vars(tree.prune(self.now, run)))
        self.desk.settle()

    # -- the run beside -------------------------------------------------------------------------

    @property
    def beside(self) -> int | None:
        """The number of the run beside the current one."""
        run = self.now.beside
        return None if run == self.now.current else run

    @property
    def stage(self) -> QWidget | None:
        """The pair, while there is one."""
        return None if self.beside is None else self.panes

    def _follow(self) -> None:
        if self.beside is None or not self.open:
            self.runs.cancel(BESIDE)
        elif self.desk.spec is not None:
            self.runs.start(denoising(self.desk.state, self.beside), BESIDE)

    def _show_pair(self) -> None:
        record, run = self.runs.current, self.beside
        if record is None or run is None:
            return
        other = self.runs.record(denoising(self.desk.state, run))
        mine, theirs = self.runs.at, -1
        if other is not None and mine >= 0:
            other.read_numbers()
            level = record.numbers["log_snr"][mine]
            theirs = _nearest(other.numbers["log_snr"], level)
        pictures = [_picture(record, mine), _picture(other, theirs)]
        titles = [self._titled(self.now.current, record, mine), self._titled(run, other, theirs)]
        for part, picture, (title, note) in zip(
            ("current", "beside"), pictures, titles, strict=True
        ):
            self.panes.canvases[part].set_image(picture)
            self.panes.set_title(part, title, note)
        self._show_difference(*pictures)

    def _show_difference(self, one: np.ndarray | None, two: np.ndarray | None) -> None:
        title = self.tr("x0 difference")
        if one is None or two is None:
            self.panes.canvases["difference"].set_image(None)
            self.panes.set_title("difference", title)
            return
        apart = np.abs(one.astype(np.int16) - two.astype(np.int16))
        self.panes.canvases["difference"].set_image(apart.astype(np.uint8))
        levels = float(np.sqrt(np.mean(np.square(apart, dtype=np.float64))))
        note = self.tr("rms {levels} levels").format(levels=f"{levels:.1f}")
        self.panes.set_title("difference", title, note)

    def _titled(self, run: int, record: Record | None, index: int) -> tuple[str, str]:
        title = self.tr("run {n}, predicted x0").format(n=run)
        if record is None or index < 0:
            return title, ""
        words = self.tr("{i} of {n}")
        return title, words.format(i=index + 1, n=record.planned)

    # -- the tree -------------------------------------------------------------------------------

    def _show_tree(self) -> None:
        now, record = self.now, self.runs.current
        self.tree.set_rows(
            [self._row(run) for run in range(len(now.branches) + 1)],
            now.current,
            -1 if self.beside is None else self.beside,
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


def _picture(record: Record | None, index: int) -> np.ndarray | None:
    """The predicted x0 of an evaluation, or of the nearest one whose frame was kept."""
    if record is None or index < 0:
        return None
    frame = record.frame(index) or record.frame(record.nearest(index))
    return None if frame is None else frame.images["x0"][0]


def _nearest(levels: list[float], level: float) -> int:
    """The place in rising `levels` that is nearest to `level`; -1 where there are none."""
    after = bisect_left(levels, level)
    near = [place for place in (after - 1, after) if 0 <= place < len(levels)]
    return min(near, key=lambda place: abs(levels[place] - level), default=-1)
