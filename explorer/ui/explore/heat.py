"""Where a dimension acts: a heat map over the picture while the sliders are at rest."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.sampling import JOB, Result
from explorer.sampling.analysis_requests import Heat as HeatRequest
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part, depends
from explorer.ui.failures import said
from explorer.ui.widgets.heat import HeatLegend, overlay
from explorer.ui.widgets.plate import Plate


class Heat(Part):
    """Shown for `exploring.heat`; gone while the picture moves, as it would be of another one."""

    slot: ClassVar[str] = "explore.heat"

    def __init__(
        self, desk: Desk, plate: Plate, legend: HeatLegend, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._plate, self._legend = plate, legend

    def toggle(self, dimension: int) -> None:
        """Show where it acts, or stop showing it."""
        spec = self.desk.spec
        if spec is None or dimension >= self.desk.space.size:
            return  # of a model that was left while its menu was open
        wanted = None if self.now.heat == dimension else dimension
        self.desk.edit("exploring", record=False, heat=wanted)

    def refresh(self, state: State, old: State | None) -> None:
        """Gone or asked for anew when the picture or the dimension changed."""
        now, was = state.exploring, None if old is None else old.exploring
        if was is not None and now.heat == was.heat and not depends(now, was):
            return
        self._plate.set_overlay(None)
        if now.heat is None:
            self._legend.hide()
            self.stop()
        else:
            self.later()

    def _request(self, dimension: int) -> HeatRequest:
        now = self.now
        return HeatRequest(self.desk.state.model, now.shown, dimension, conditions=now.conditions)

    def ask(self) -> None:
        """Two pictures."""
        if self.now.heat is not None:
            self._busy = True
            self.desk.submit(self._request(self.now.heat), self.slot, JOB)

    def receive(self, result: Result) -> None:
        """Lay it over the picture."""
        dimension, spec = self.now.heat, self.desk.spec
        if not self._busy or result.frame is None or dimension is None or spec is None:
            return
        self._busy = False
        if result.request == self._request(dimension):
            found = result.frame.values["heat"]
            self._plate.set_overlay(overlay(found))
            name = dict(self.now.names).get(dimension) or said(self.desk.space.names[dimension])
            self._legend.show_scale(name, 255 * float(found.max()))
