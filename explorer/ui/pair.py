"""Two runs of a tree beside each other with their difference, of noise or of stages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.sampling import Frame, Request
from explorer.session import State, tree
from explorer.session.state import Denoising, Unfolding
from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.runs import KeptRuns
from explorer.ui.widgets.step_panes import StepPanes

Bytes = NDArray[np.uint8]


class Pair(QObject):
    """The current run and the one beside it; of that one, the entry of the same level is shown.

    Args:
        plan: (state, number of a run) to its request.
        level: the number of the records by which entries of two runs belong together; it rises
            along a run.

    Attributes:
        panes: the two pictures and their difference.
        apart: the difference's title.
    """

    apart: str

    def __init__(
        self, desk: Desk, runs: KeptRuns, plan: Callable[[State, int | None], Request], level: str,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk, self.runs = desk, runs
        self._plan, self._level = plan, level
        names = ("current", "beside", "difference")
        self.panes = StepPanes([(n, "") for n in names], self.tr("Not computed yet."), parent)
        self.panes.hide()
        self.panes.failed.connect(desk.failed)

    # -- what a kind of runs says of itself ---------------------------------------------------

    def picture_of(self, frame: Frame) -> Bytes:
        """The picture of an entry, (H, W, C)."""
        raise NotImplementedError

    def title_of(self, run: int, frame: Frame | None) -> str:
        """Whose picture it is, and what it shows."""
        raise NotImplementedError

    def place_of(self, record: Record, index: int) -> str:
        """Which entry it is, of how many."""
        raise NotImplementedError

    def missing(self, record: Record, index: int) -> None:
        """An entry that was dropped is meant, and its nearest one shown meanwhile."""

    # -- which --------------------------------------------------------------------------------

    @property
    def now(self) -> Denoising | Unfolding:
        """The present state of the view."""
        view: Denoising | Unfolding = getattr(self.desk.state, self.runs.part)
        return view

    @property
    def beside(self) -> int | None:
        """The number of the run beside the current one."""
        return None if self.now.beside == self.now.current else self.now.beside

    def there(self, run: int) -> bool:
        """Whether the tree has this run: it may have gone between a button's press and release."""
        return run <= len(self.now.branches)

    def choose(self, run: int) -> None:
        """Another run on the screen, at the same level; two that were a pair change places."""
        if not self.there(run):
            return
        beside = self.now.current if self.now.beside == run else self.now.beside
        shown, record = self.now.shown, self.runs.current
        other = self.runs.record(self._plan(self.desk.state, run))
        if shown >= 0 and record is not None and other is not None:
            shown = self._same(record, self.runs.at, other)
        part = self.runs.part
        self.desk.edit(part, f"{part}.current", current=run, beside=beside, shown=shown)

    def compare(self, run: int) -> None:
        """Show a run beside the current one, or no more."""
        if self.there(run):
            beside = None if self.now.beside == run else run
            self.desk.edit(self.runs.part, f"{self.runs.part}.beside", beside=beside)

    def remove(self, run: int) -> None:
        """A branch and what grew from it go, as one entry of the history."""
        if self.there(run):
            self.desk.settle()
            self.desk.edit(self.runs.part, **vars(tree.prune(self.now, run)))
            self.desk.settle()

    # -- what is computed and shown -----------------------------------------------------------

    def follow(self, looked_at: bool) -> None:
        """Compute the run beside while it is looked at, and only then."""
        if self.beside is None or not looked_at:
            self.runs.cancel(self.runs.beside)
        elif self.desk.spec is not None:
            self.runs.start(self._plan(self.desk.state, self.beside), self.runs.beside)

    def show(self) -> None:
        """The entry on the screen, and the one that belongs to it."""
        record, run = self.runs.current, self.beside
        if record is None or run is None:
            return
        other = self.runs.record(self._plan(self.desk.state, run))
        mine, theirs = self.runs.at, -1
        if other is not None and mine >= 0:
            theirs = self._same(record, mine, other)
        pictures = (
            self._show_one("current", self.now.current, record, mine),
            self._show_one("beside", run, other, theirs),
        )
        self._show_difference(*pictures)

    def _same(self, record: Record, index: int, other: Record) -> int:
        """The entry of another record that belongs to one of this; -1 where it has none."""
        record.read_numbers()
        other.read_numbers()
        return _nearest(other.numbers[self._level], record.numbers[self._level][index])

    def _show_one(self, name: str, run: int, record: Record | None, index: int) -> Bytes | None:
        """An entry, or where its frame was dropped the nearest one that was kept; which it is is
        said.
        """
        frame, place = None, ""
        if record is not None and index >= 0:
            frame = record.frame(index)
            if frame is None:
                self.missing(record, index)
                index = record.nearest(index)
                frame = record.frame(index)
            place = self.place_of(record, index)
        picture = None if frame is None else self.picture_of(frame)
        self.panes.canvases[name].set_image(picture)
        self.panes.set_title(name, self.title_of(run, frame), place)
        return picture

    def _show_difference(self, one: Bytes | None, two: Bytes | None) -> None:
        if one is None or two is None:
            self.panes.canvases["difference"].set_image(None)
            self.panes.set_title("difference", self.apart)
            return
        apart = np.abs(one.astype(np.int16) - two.astype(np.int16))
        self.panes.canvases["difference"].set_image(apart.astype(np.uint8))
        levels = float(np.sqrt(np.mean(np.square(apart, dtype=np.float64))))
        note = self.tr("rms {levels} levels").format(levels=f"{levels:.1f}")
        self.panes.set_title("difference", self.apart, note)


def _nearest(levels: list[float], level: float) -> int:
    """The place in rising `levels` that is nearest to `level`; -1 where there are none."""
    after = bisect_left(levels, level)
    near = [place for place in (after - 1, after) if 0 <= place < len(levels)]
    return min(near, key=lambda place: abs(levels[place] - level), default=-1)
