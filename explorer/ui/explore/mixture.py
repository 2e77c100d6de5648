"""A prior that is a mixture: draws from one of its Gaussians, or with other weights."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.families import Spec
from explorer.latent import Edited, Point, Seed, Values
from explorer.sampling import JOB, Result
from explorer.sampling.requests import BATCH, Grid
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part
from explorer.ui.widgets.mixture_panel import MixturePanel
from explorer.ui.widgets.slider_panel import SliderPanel


class Mixed(Part):
    """Follows `exploring.weights`; there only for models whose prior has Gaussians."""

    slot: ClassVar[str] = "explore.mixture"

    def __init__(self, desk: Desk, panel: SliderPanel, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.panel: MixturePanel = panel.mixture
        self._panel = panel
        self._shown = 0
        self.panel.chosen.connect(self._choose)
        self.panel.turned.connect(self._turn)
        self.panel.settled.connect(desk.settle)
        self.panel.looked.connect(self.later)

    @property
    def _count(self) -> int:
        """How many Gaussians there are to choose from."""
        mixture = self.desk.space.mixture if self.desk.spec is not None else None
        return 0 if mixture is None else len(mixture.weights)

    def opened(self, spec: Spec) -> None:
        """Another model's Gaussians, or none."""
        mixture = spec.latent.mixture
        self._shown = 0
        self._panel.offer_mixture(mixture is not None and len(mixture.weights) > 1)
        self.panel.set_mixture(() if mixture is None else mixture.weights.tolist())

    def refresh(self, state: State, old: State | None) -> None:
        """The state's weights."""
        if self._count and (old is None or old.exploring.weights != state.exploring.weights):
            self.panel.show_weights(state.exploring.weights)

    # -- what the user does ---------------------------------------------------------------------

    def _choose(self, number: int | None) -> None:
        """Draw from one alone, or from all as fitted: one entry of the history."""
        self.desk.settle()
        alone = tuple(float(n == number) for n in range(self._count))
        self._weigh(() if number is None else alone, None)
        self.desk.settle()

    def _turn(self, number: int, times: float) -> None:
        weights = list(self.now.weights or (1.0,) * self._count)
        weights[number] = times
        if not any(weights):
            self.desk.said.emit(self.tr("At least one Gaussian has to weigh something."))
            self.panel.show_weights(self.now.weights)
            return
        self._weigh(() if set(weights) == {1.0} else tuple(weights), f"weight:{number}")

    def _weigh(self, weights: tuple[float, ...], merge: str | None) -> None:
        """Other weights; the picture of a seed is drawn by them at once."""
        point = _drawn_by(self.now.point, weights)
        self.desk.edit("exploring", merge, weights=weights, point=point)

    # -- what the means look like ---------------------------------------------------------------

    def ask(self) -> None:
        """Pictures of the means, once they are looked at."""
        mixture = self.desk.space.mixture
        if mixture is None or not self.panel.isVisible() or self._shown >= len(mixture.means):
            return
        points = tuple(Values.of(mean) for mean in mixture.means)
        self._busy = True
        self.desk.submit(Grid(self.desk.state.model, points, self.now.conditions), self.slot, JOB)

    def receive(self, result: Result) -> None:
        """A batch of them."""
        frame = result.frame
        self._busy = self._busy and not result.done
        if frame is None:
            return
        for offset, picture in enumerate(frame.images["image"]):
            number = frame.index * BATCH + offset
            self.panel.set_picture(number, picture)
            self._shown = max(self._shown, number + 1)


def _drawn_by(point: Point, weights: tuple[float, ...]) -> Point:
    """The same seed under other weights; a point that was not drawn stays."""
    if isinstance(point, Seed):
        return replace(point, weights=weights)
    if isinstance(point, Edited):
        return replace(point, base=_drawn_by(point.base, weights))
    return point
