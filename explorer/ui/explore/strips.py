"""Film strips: what each slider on screen would make of the picture, from -3 to +3 sigma."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.analysis.around import SPAN, span_of
from explorer.families import Spec
from explorer.latent import edit
from explorer.sampling import JOB, Result
from explorer.sampling.analysis_requests import Strip
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part, depends
from explorer.ui.widgets.slider_list import SliderList


class Strips(Part):
    """One request at a time, for the topmost row that lacks its strip."""

    slot: ClassVar[str] = "explore.strip"

    def __init__(self, desk: Desk, sliders: SliderList, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._sliders = sliders
        self._have: dict[int, Strip] = {}
        sliders.seen_changed.connect(self._seen_changed)

    def opened(self, spec: Spec) -> None:
        """The list has dropped what it showed."""
        self._have.clear()
        self.later()

    def refresh(self, state: State, old: State | None) -> None:
        """Other pictures are due, or none."""
        now, was = state.exploring, None if old is None else old.exploring
        if was is None or now.strips != was.strips:
            self._sliders.set_strips_shown(now.strips)
        if not now.strips:
            self.stop()
        elif was is None or now.strips != was.strips or depends(now, was):
            self.later()

    def request(self, dimension: int) -> Strip:
        """The strip of a dimension; the same wherever the dimension's own slider stands."""
        now = self.now
        along = tuple((a.direction.vector, a.length) for a in now.directions if a.amount)
        point = edit(now.point, dimension, 0.0)
        space = self.desk.space if self.desk.spec is not None else None
        span = SPAN if space is None else span_of(space, dimension)
        return Strip(
            self.desk.state.model, point, dimension,
            span=span, conditions=now.conditions, along=along,
        )  # fmt: skip

    def ask(self) -> None:
        """The next strip that is missing."""
        seen = self._sliders.seen
        self._have = {d: request for d, request in self._have.items() if d in seen}
        missing = (r for d in seen if (r := self.request(d)) != self._have.get(d))
        wanted = next(missing, None) if self.now.strips else None
        self._busy = wanted is not None
        if wanted is not None:
            self.desk.submit(wanted, self.slot, JOB)

    def receive(self, result: Result) -> None:
        """Show a strip, and go on with the next."""
        request = result.request
        if not self._busy or not isinstance(request, Strip) or result.frame is None:
            return
        if request == self.request(request.dimension):
            self._have[request.dimension] = request
            self._sliders.set_strip(request.dimension, result.frame.images["image"])
            self.ask()
        else:
            self.later()

    def _seen_changed(self) -> None:
        if self.now.strips and not self._busy:
            self._rest.start()
