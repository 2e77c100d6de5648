"""What can be picked below the picture: samples of the prior, or neighbours to walk by."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QObject

from explorer import analysis
from explorer.families import Spec
from explorer.latent import Point
from explorer.sampling import JOB, Result
from explorer.sampling.requests import BATCH, Grid
from explorer.session import Exploring, State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part, depends
from explorer.ui.widgets.sample_grid import SampleTray
from explorer.ui.widgets.seed_box import SEEDS_DRAWN

_STEP = 1.5


class Walk(Part):
    """Neighbours of the present point while the tray shows them; picking one goes there."""

    slot: ClassVar[str] = "explore.walk"

    def __init__(self, desk: Desk, tray: SampleTray, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.tray = tray
        self._around: tuple[Point, ...] = ()
        tray.near.toggled.connect(self._switched)
        tray.grid.capacity_changed.connect(lambda _: self._changed())

    @property
    def on(self) -> bool:
        """Whether neighbours are shown in place of samples."""
        return self.tray.near.isChecked()

    def opened(self, spec: Spec) -> None:
        """Neighbours of another model."""
        self._changed()

    def refresh(self, state: State, old: State | None) -> None:
        """Other neighbours once the sliders rest."""
        now, was = state.exploring, None if old is None else old.exploring
        if was is None or depends(now, was) or _others(now, was):
            self._changed()

    def again(self) -> None:
        """Other neighbours of the same point."""
        self.desk.edit("exploring", record=False, walk_seed=random.randrange(SEEDS_DRAWN))

    def reach(self, farther: bool) -> None:
        """Neighbours nearer or farther, from a fiftieth to all of the way to another sample."""
        wanted = self.now.walk_reach * (_STEP if farther else 1 / _STEP)
        wanted = min(1.0, max(0.02, wanted))
        self.desk.edit("exploring", record=False, walk_reach=wanted)
        if not self.on:
            self.tray.near.setChecked(True)
        said = self.tr("Neighbours: {share} % of the way to another sample")
        self.desk.said.emit(said.format(share=f"{100 * wanted:.0f}"))

    def pick(self, number: int) -> None:
        """Go to a neighbour: one entry of the history."""
        if number < len(self._around):
            self.desk.settle()
            self.desk.edit("exploring", point=self._around[number])

    def _switched(self) -> None:
        self.tray.grid.clear()
        if self.on:
            self._changed()
        else:
            self.stop()

    def _changed(self) -> None:
        if self.on:
            self.later()

    def ask(self) -> None:
        """As many as the tray has room for."""
        spec, now = self.desk.spec, self.now
        if not self.on or spec is None:
            return
        count = self.tray.grid.capacity
        self._around = analysis.neighbours(
            now.point, self.desk.space, count, now.walk_reach, now.walk_seed, now.locked
        )
        shown = tuple(replace(now, point=point).shown for point in self._around)
        self._busy = bool(shown)
        if shown:
            self.desk.submit(Grid(self.desk.state.model, shown, now.conditions), self.slot, JOB)

    def receive(self, result: Result) -> None:
        """A batch of neighbours."""
        frame = result.frame
        if self._busy and self.on and frame is not None:
            self.tray.grid.choose(None)
            self.tray.grid.set_pictures(frame.index * BATCH, frame.images["image"])


def _others(now: Exploring, was: Exploring) -> bool:
    return (now.walk_seed, now.walk_reach, now.locked) != (
        was.walk_seed, was.walk_reach, was.locked,
    )  # fmt: skip
