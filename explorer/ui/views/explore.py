"""Explore: a slider a dimension, the picture live, a user's picture rebuilt, samples to pick."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from explorer.errors import ExplorerError, RunFailed
from explorer.families import SPACE, Spec
from explorer.formats.picture import Picture
from explorer.latent import Edited, LatentSpace, Point, Seed, Values, edit
from explorer.sampling import Result
from explorer.sampling.requests import Generate
from explorer.session import State
from explorer.session.plan import exploration
from explorer.session.spaces import in_space
from explorer.ui.desk import Desk
from explorer.ui.explore.directions import Directions
from explorer.ui.explore.heat import Heat
from explorer.ui.explore.mixture import Mixed
from explorer.ui.explore.notes import Notes
from explorer.ui.explore.pad import Pad
from explorer.ui.explore.part import Part, depends
from explorer.ui.explore.rebuilt import Rebuilt
from explorer.ui.explore.samples import Samples
from explorer.ui.explore.strips import Strips
from explorer.ui.explore.walk import Walk
from explorer.ui.failures import said
from explorer.ui.views import kinds
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.picture_bar import PictureBar
from explorer.ui.widgets.sample_grid import SampleTray
from explorer.ui.widgets.seed_box import SEEDS_DRAWN
from explorer.ui.widgets.slider_face import figure
from explorer.ui.widgets.slider_panel import SliderPanel
from explorer.ui.widgets.triptych import Triptych
from explorer.ui.words import score_words

IMAGE = "explore.image"


def seed_of(point: Point) -> int | None:
    """The seed a point was drawn from, also where sliders were moved since; None for others."""
    if isinstance(point, Edited):
        return seed_of(point.base)
    return point.seed if isinstance(point, Seed) and point.index == 0 else None


def _mark(space: LatentSpace) -> tuple[object, ...]:
    """What tells a model's latent spaces apart: sliders of one mean nothing in another."""
    return space.size, space.names[:1]


class Explore(kinds.Explore, View):
    """The sliders' view. Slots: explore.image, and those of its parts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pictures = Triptych(self.tr("Choose a model, or drop a model folder here."), self)
        self.panel = SliderPanel(self)
        self.sliders = self.panel.sliders
        self.bar = PictureBar(self)
        self.tray = SampleTray(self)
        self.samples = self.tray.grid
        self.readout = self.bar.readout
        self.strips = Strips(desk, self.sliders, self)
        self.pad = Pad(desk, self.panel.pad, self)
        self.heat = Heat(desk, self.pictures.picture, self.bar.legend, self)
        self.directions = Directions(desk, self.panel.directions, self)
        self.walk = Walk(desk, self.tray, self)
        self.draws = Samples(desk, self.tray, lambda: self.walk.on, self)
        self.rebuilt = Rebuilt(desk, self.pictures, self.sliders, self)
        self.notes = Notes(desk, QLabel(self), self._show_likely, self)
        self.mixed = Mixed(desk, self.panel, self)
        self.parts: tuple[Part, ...] = (
            self.rebuilt, self.strips, self.pad, self.heat, self.directions, self.walk, self.draws,
            self.notes, self.mixed,
        )  # fmt: skip
        self._not_finite = False
        self._space: tuple[object, ...] = ()
        self._pixel = self._score = self._likely = ""
        self._make_actions()
        self._lay_out()
        self._connect()

    # -- laying out -----------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.actions_of_mine: list[QAction] = []
        self.randomise = self._action(self.tr("Randomise"), "R", self._randomise)
        self.reset = self._action(self.tr("Reset"), "0", self._reset)
        self.resample = self._action(self.tr("New samples"), "G", self._resample)
        self.scene = self._action(self.tr("Encode a rendered scene"), "E", self.rebuilt.draw_scene)
        self.clear = self._action(self.tr("Clear the picture"), "Shift+E", self.rebuilt.clear)
        nearer, farther = self.tr("Nearer neighbours"), self.tr("Farther neighbours")
        self._switch(self.tr("Neighbours"), "K", self.tray.near)
        self._action(nearer, "[", lambda: self.walk.reach(farther=False))
        self._action(farther, "]", lambda: self.walk.reach(farther=True))
        self.film = self._action(self.tr("Film strips under the sliders"), "T", self._toggle_strips)
        self.film.setCheckable(True)
        self._switch(self.tr("Pad of two dimensions"), "P", self.panel.pad_button)
        self.panel.pad_button.clicked.connect(self.pad.toggle)
        self._switch(self.tr("Directions"), "D", self.panel.direction_button)
        self.directions.wanted.connect(lambda: self.panel.direction_button.setChecked(True))
        gaussians = self.tr("Gaussians of the mixture")
        self.gaussians = self._switch(gaussians, "M", self.panel.mixture_button)

    def _action(self, text: str, keys: str, act: Any) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        self.actions_of_mine.append(action)
        return action

    def _switch(self, text: str, keys: str, button: QAbstractButton) -> QAction:
        """What a button does by key as well; checked as the button is."""
        action = self._action(text, keys, button.click)
        action.setCheckable(True)
        button.toggled.connect(action.setChecked)
        action.triggered.connect(lambda _: action.setChecked(button.isChecked()))
        return action

    def commands(self) -> list[QAction]:
        """Randomise, reset, samples, pictures."""
        return [*self.actions_of_mine, *self.panel.directions.commands()]

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(2)
        column.addWidget(self.pictures, 1)
        column.addWidget(self.bar)
        column.addWidget(self.notes.line)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setObjectName("explore.samples")
        self.split.addWidget(centre)
        self.split.addWidget(self.tray)
        self.split.setStretchFactor(0, 1)
        self.split.setCollapsible(0, False)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.setObjectName("explore.sliders")
        across.addWidget(self.split)
        across.addWidget(self.panel)
        across.setStretchFactor(0, 1)
        across.setCollapsible(0, False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(across)

    def _connect(self) -> None:
        self.bar.scene.clicked.connect(self.scene.trigger)
        self.bar.clear.clicked.connect(self.clear.trigger)
        self.tray.again.clicked.connect(self.resample.trigger)
        self.pictures.painted.connect(lambda: self.desk.shown(IMAGE))
        self.pictures.hovered.connect(self._hovered)
        self.pictures.picture.zoomed.connect(lambda _: self._show_readout())
        for canvas in self.pictures.canvases:
            canvas.failed.connect(self.desk.failed)
        self.sliders.changed.connect(self._moved)
        self.sliders.settled.connect(self.desk.settle)
        self.sliders.reset_asked.connect(self._reset_one)
        self.sliders.draw_asked.connect(self._draw_one)
        self.sliders.lock_asked.connect(self._lock)
        self.panel.sorted.connect(self._sort)
        self.panel.condition_chosen.connect(self._choose)
        self.panel.dial_turned.connect(self._turn)
        self.panel.dial_settled.connect(self.desk.settle)
        self.panel.seed_typed.connect(self._draw)
        self.panel.seed_settled.connect(self.desk.settle)
        self.panel.randomise.connect(self._randomise)
        self.panel.reset.connect(self._reset)
        self.panel.film.clicked.connect(self.film.trigger)
        self.sliders.renamed.connect(self._rename)
        self.sliders.heat_asked.connect(self.heat.toggle)
        self.sliders.pad_asked.connect(self.pad.use)
        self.samples.picked.connect(self._pick)
        self.rebuilt.rebuilt.connect(lambda: self._show_point(self.desk.state))

    # -- what the window tells ------------------------------------------------------------------

    @property
    def canvas(self) -> Canvas:
        """The picture of the sliders."""
        return self.pictures.picture

    def opened(self, spec: Spec) -> None:
        """Sliders, conditions and samples of another model."""
        self._not_finite, self._score = False, ""
        self.panel.set_conditions(spec.conditions, spec.dials)
        self._show_space(spec)
        self.gaussians.setEnabled(spec.latent.mixture is not None)
        encodes = "encode" in spec.capabilities
        for thing in (self.scene, self.bar.scene):
            thing.setVisible(encodes and spec.image.channels == 3)
            thing.setEnabled(encodes and spec.image.channels == 3)

    def _show_space(self, spec: Spec) -> None:
        """Sliders and samples of another latent space; the box that chose it stays."""
        state = self.desk.state.exploring
        self._space = _mark(self.desk.space)
        self.panel.set_space(self.desk.space, dict(state.names), state.by_importance)
        for part in self.parts:
            part.opened(spec)

    def refresh(self, state: State, old: State | None) -> None:
        """Show the sliders' state; ask for the pictures that it changes."""
        now = state.exploring
        if self.desk.spec is not None and _mark(self.desk.space) != self._space:
            old = None
            self._show_space(self.desk.spec)
        was = None if old is None or old.model != state.model else old.exploring
        self.bar.clear.setVisible(now.picture is not None)
        self.clear.setEnabled(now.picture is not None)
        if was is None or depends(now, was):
            self._show_point(state)
        if was is None or now.locked != was.locked:
            self.sliders.set_locked(now.locked)
        if was is None or now.conditions != was.conditions:
            self.panel.show_conditions(dict(now.conditions))
        if (was is None or now.names != was.names) and self.desk.spec:
            self.panel.show_names(self.desk.space, dict(now.names))
        for button in (self.film, self.panel.film):
            button.setChecked(now.strips)
        self.panel.pad_button.setChecked(now.pad is not None)
        for part in self.parts:
            part.refresh(state, old if was is not None else None)
        if was is not None and now.by_importance != was.by_importance and self.desk.spec:
            self.sliders.set_order(self.panel.show_order(self.desk.space, now.by_importance))

    def closing(self) -> None:
        """What parts asked for is not looked at any more."""
        for part in self.parts:
            part.stop()

    def take(self, picture: Picture) -> bool:
        """Encode a picture and rebuild it."""
        return self.rebuilt.take(picture)

    # -- what comes back ------------------------------------------------------------------------

    def receive(self, result: Result) -> None:
        """The picture; anything else is for a part."""
        request, frame = result.request, result.frame
        if frame is None:
            return
        if getattr(request, "model", self.desk.state.model) != self.desk.state.model:
            self.desk.shown(result.slot)  # of a model that was left meanwhile
        elif (part := next((p for p in self.parts if p.owns(result.slot)), None)) is not None:
            part.receive(result)
        elif isinstance(request, Generate):
            self._receive_image(frame.images["image"][0], frame.values)

    def _receive_image(self, image: NDArray[np.uint8], values: Any) -> None:
        error = self.pictures.set_picture(image)
        if error is not None:
            self.rebuilt.show_error(values["latents"][0], *error)
        if "score" in values:
            score, kind = float(values["score"][0]), self.desk.spec.score if self.desk.spec else ""
            self._score = score_words(kind, score, figure(score, 1 if kind == "logit" else 2))
        self._show_readout()
        if not values["finite"] and not self._not_finite and self.desk.spec:
            self.desk.failed.emit(
                RunFailed(
                    self.desk.spec.name,
                    "its networks gave values that are not finite, shown as mid-grey",
                    "Restore its weight files, or move the sliders nearer to 0.",
                )
            )
        self._not_finite = not values["finite"]

    # -- what is shown --------------------------------------------------------------------------

    def _show_point(self, state: State) -> None:
        if self.desk.spec is None:
            return
        now = state.exploring
        try:
            self.sliders.set_values(now.point.resolve(self.desk.space))
        except ExplorerError as error:
            self.desk.failed.emit(error)
            return
        self.panel.seed.show_seed(seed_of(now.point))
        self.desk.submit(exploration(state), IMAGE)

    def _hovered(self, text: str) -> None:
        self._pixel = text
        self._show_readout()

    def _show_readout(self) -> None:
        told = "  ".join(filter(None, (self._score, self._likely)))
        self.bar.show_figures(self._pixel, self.pictures.picture.zoom, told)

    def _show_likely(self, short: str, full: str) -> None:
        """How likely the sliders' picture is; all of it in the tooltip."""
        self._likely = short
        self.bar.explain(full)
        self._show_readout()

    # -- what the user does ---------------------------------------------------------------------

    def _edit(self, **changes: Any) -> None:
        """One entry of the history."""
        self.desk.settle()
        self.desk.edit("exploring", **changes)

    def _moved(self, dimension: int, value: float) -> None:
        point = edit(self.desk.state.exploring.point, dimension, value)
        self.desk.edit("exploring", f"drag:{dimension}", point=point)

    def _drawn(self, seed: int) -> Point:
        """The draw of a seed, with locked sliders where they are."""
        now = self.sliders.values
        point: Point = Seed(seed, weights=self.desk.state.exploring.weights)
        for dimension in sorted(self.desk.state.exploring.locked):
            point = edit(point, dimension, float(now[dimension]))
        return point

    def _draw(self, seed: int) -> None:
        """One entry until the seed is finished, however many are stepped through."""
        self.desk.edit("exploring", "seed", point=self._drawn(seed))

    def _randomise(self) -> None:
        self._edit(point=self._drawn(random.randrange(SEEDS_DRAWN)))

    def _draw_one(self, dimension: int) -> None:
        if self.desk.spec is not None:
            weights = self.desk.state.exploring.weights
            drawn = Seed(random.randrange(SEEDS_DRAWN), weights=weights)
            number = float(drawn.resolve(self.desk.space).ravel()[dimension])
            self._edit(point=edit(self.desk.state.exploring.point, dimension, number))

    def _reset(self) -> None:
        values = self.sliders.values
        free = np.ones(len(values), np.bool_)
        free[list(self.desk.state.exploring.locked)] = False
        self._edit(point=Values.of(np.where(free, self.sliders.home, values)))

    def _reset_one(self, dimension: int) -> None:
        home = float(self.sliders.home[dimension])
        self._edit(point=edit(self.desk.state.exploring.point, dimension, home))

    def _lock(self, dimension: int) -> None:
        locked = self.desk.state.exploring.locked ^ {dimension}
        self.desk.edit("exploring", record=False, locked=locked)

    def _rename(self, dimension: int, name: str) -> None:
        if self.desk.spec is not None:
            own = self.desk.space.names[dimension]
            name = own if name == said(own) else name
            self._edit(names=self.desk.state.exploring.named(dimension, name, own))

    def _toggle_strips(self) -> None:
        shown = not self.desk.state.exploring.strips
        self.desk.edit("exploring", record=False, strips=shown)

    def _sort(self, by_importance: bool) -> None:
        self.desk.edit("exploring", record=False, by_importance=by_importance)

    def _choose(self, name: str, value: int | None) -> None:
        if name == SPACE and value is not None and self.desk.spec is not None:
            self.desk.become(in_space(self.desk.state, self.desk.spec, value))
            return
        chosen = dict(self.desk.state.exploring.conditions)
        chosen.pop(name, None)
        if value is not None:
            chosen[name] = value
        self._edit(conditions=tuple(sorted(chosen.items())))

    def _turn(self, name: str, value: float) -> None:
        """A dial moves: one entry until it is let go."""
        chosen = dict(self.desk.state.exploring.conditions) | {name: value}
        self.desk.edit("exploring", f"dial:{name}", conditions=tuple(sorted(chosen.items())))

    def _pick(self, number: int) -> None:
        (self.walk if self.walk.on else self.draws).pick(number)

    def _resample(self) -> None:
        (self.walk if self.walk.on else self.draws).again()
