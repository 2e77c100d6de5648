"""The 2-D pad: any two dimensions under one handle, over pictures of where it leads."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QObject

from explorer import analysis
from explorer.analysis.around import span_of
from explorer.latent import edit
from explorer.sampling import JOB, Result
from explorer.sampling.requests import BATCH, Grid
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part, depends
from explorer.ui.failures import said
from explorer.ui.widgets.pad import COUNT, PadPanel


class Pad(Part):
    """Open while `exploring.pad` names two dimensions."""

    slot: ClassVar[str] = "explore.pad"

    def __init__(self, desk: Desk, panel: PadPanel, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.panel = panel
        self._shown: Grid | None = None
        self._parts: list[np.ndarray] = []
        panel.square.moved.connect(self._moved)
        panel.square.settled.connect(desk.settle)
        panel.chosen.connect(self._choose)
        panel.close_button.clicked.connect(self.toggle)

    def toggle(self) -> None:
        """Open it on the two dimensions that matter most, or close it."""
        spec = self.desk.spec
        if self.now.pad is not None:
            self.desk.edit("exploring", record=False, pad=None)
        elif spec is not None and self.desk.space.size > 1:
            across, up = self.desk.space.order(self.now.by_importance)[:2]
            self.desk.edit("exploring", record=False, pad=(across, up))

    def use(self, dimension: int, across: bool) -> None:
        """Put a dimension on one way of the pad; the pad opens."""
        if self.now.pad is None:
            self.toggle()
        if self.now.pad is not None:
            other = self.now.pad[1 if across else 0]
            self._choose(*((dimension, other) if across else (other, dimension)))

    def _choose(self, across: int, up: int) -> None:
        spec = self.desk.spec
        if spec is None or max(across, up) >= self.desk.space.size:
            return  # of a model that was left while its menu was open
        if across == up and self.now.pad is not None:  # they change places
            across, up = self.now.pad[::-1]
        self.desk.edit("exploring", record=False, pad=(across, up))

    def refresh(self, state: State, old: State | None) -> None:
        """Follow the sliders; pictures come at rest."""
        now, was = state.exploring, None if old is None else old.exploring
        self.panel.setVisible(now.pad is not None)
        spec = self.desk.spec
        if now.pad is None or spec is None:
            self.stop()
            return
        if was is None or (now.pad, now.names) != (was.pad, was.names):
            names = dict(now.names)
            self.panel.set_names(
                [names.get(i) or said(n) for i, n in enumerate(self.desk.space.names)]
            )
            self.panel.show_chosen(*now.pad)
        self.panel.square.set_spans(*self._spans(*now.pad))
        values = now.point.resolve(self.desk.space).ravel()
        self.panel.square.show_values(float(values[now.pad[0]]), float(values[now.pad[1]]))
        if was is None or now.pad != was.pad or depends(now, was):
            self.later()

    def _spans(self, across: int, up: int) -> tuple[float, float]:
        space = self.desk.space
        return span_of(space, across), span_of(space, up)

    def _request(self, across: int, up: int) -> Grid:
        """The same wherever the handle stands."""
        now = self.now
        base = edit(edit(now.point, across, 0.0), up, 0.0)
        points = analysis.pad(base, across, up, COUNT, self._spans(across, up))
        shown = tuple(replace(now, point=point).shown for point in points)
        return Grid(self.desk.state.model, shown, now.conditions)

    def ask(self) -> None:
        """Pictures for the two dimensions, unless they are there."""
        if self.now.pad is None:
            return
        wanted = self._request(*self.now.pad)
        if wanted != self._shown:
            self._parts, self._busy = [], True
            self.desk.submit(wanted, self.slot, JOB)

    def receive(self, result: Result) -> None:
        """A batch; the square changes when all have come."""
        request, frame = result.request, result.frame
        if not self._busy or frame is None or not isinstance(request, Grid):
            return
        self._parts.append(frame.images["image"])
        if len(self._parts) * BATCH >= len(request.points):
            self._shown, self._busy = request, False
            self.panel.square.set_pictures(np.concatenate(self._parts))

    def _moved(self, across: float, up: float) -> None:
        if self.now.pad is not None:
            point = edit(edit(self.now.point, self.now.pad[0], across), self.now.pad[1], up)
            self.desk.edit("exploring", "drag:pad", point=point)
