"""Samples of the prior below the picture, to pick one from; neighbours may take their place."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.families import Spec
from explorer.latent import Point, Seed
from explorer.sampling import JOB, Result
from explorer.sampling.requests import BATCH, Grid
from explorer.session import Exploring, State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part
from explorer.ui.widgets.sample_grid import SampleTray
from explorer.ui.widgets.seed_box import SEEDS_DRAWN

# Sooner than at rest: they do not change with the sliders.
_SOON_MS = 120


class Samples(Part):
    """The draws of `exploring.grid_seed`, unless `elsewhere()` says that the tray shows others."""

    slot: ClassVar[str] = "explore.grid"

    def __init__(
        self,
        desk: Desk,
        tray: SampleTray,
        elsewhere: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._grid, self._elsewhere = tray.grid, elsewhere
        self._rest.setInterval(_SOON_MS)
        tray.near.toggled.connect(lambda near: None if near else self._rest.start())
        tray.grid.capacity_changed.connect(lambda _: self._rest.start())

    def opened(self, spec: Spec) -> None:
        """Samples of another model."""
        self._grid.set_picture_size(spec.image.height, spec.image.width)
        self._rest.start()

    def refresh(self, state: State, old: State | None) -> None:
        """Others where the seed or the class is another; the picked one is marked."""
        now, was = state.exploring, None if old is None else old.exploring
        if was is None or _drawn_by(now) != _drawn_by(was):
            self._grid.clear()
            self._rest.start()
        if not self._elsewhere():
            self._grid.choose(self._number(now.point))

    def _number(self, point: Point) -> int | None:
        of_grid = isinstance(point, Seed) and point == self._point(point.index)
        return point.index if isinstance(point, Seed) and of_grid else None

    def again(self) -> None:
        """Draw others."""
        self.desk.edit("exploring", record=False, grid_seed=random.randrange(SEEDS_DRAWN))

    def pick(self, number: int) -> None:
        """Put the sliders on a sample: one entry of the history."""
        self.desk.settle()
        self.desk.edit("exploring", point=self._point(number))

    def _point(self, index: int) -> Seed:
        return Seed(self.now.grid_seed, index, self.now.weights)

    def ask(self) -> None:
        """Those that fit and have not come."""
        have, want = self._grid.count, self._grid.capacity
        if have >= want or self._elsewhere():
            return
        points = tuple(self._point(index) for index in range(have, want))
        request = Grid(self.desk.state.model, points, self.now.conditions)
        self._busy = True
        self.desk.submit(request, self.slot, JOB, self.tr("Samples"))

    def receive(self, result: Result) -> None:
        """A batch of them."""
        frame, request = result.frame, result.request
        self._busy = self._busy and not result.done
        if frame is None or not isinstance(request, Grid) or self._elsewhere():
            return
        first = request.points[frame.index * BATCH]
        if isinstance(first, Seed) and first == self._point(first.index):
            self._grid.set_pictures(first.index, frame.images["image"])


def _drawn_by(now: Exploring) -> tuple[object, ...]:
    return now.grid_seed, now.conditions, now.weights
