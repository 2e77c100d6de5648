"""Side by side: several models told the same, all live.

Every model has a pane and a slot of its own, so that a slow one keeps no other waiting. What a
model cannot be told (a latent of another shape, a picture without an encoder) its pane says.
"""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from explorer.errors import ExplorerError, NotSupported
from explorer.families import Spec
from explorer.families.base import PROMPT
from explorer.formats.picture import Picture
from explorer.latent import edit
from explorer.library import bundled
from explorer.sampling import Result
from explorer.sampling.requests import Generate, Reconstruct
from explorer.session import SideBySide, State
from explorer.session.plan import beside
from explorer.session.state import MOST_BESIDE
from explorer.ui.desk import Desk
from explorer.ui.failures import name_said, said
from explorer.ui.side.facts import Facts, of_manifest, of_spec, together
from explorer.ui.side.pane import Pane
from explorer.ui.side.panel import SidePanel
from explorer.ui.views import kinds
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.seed_box import SEEDS_DRAWN
from explorer.ui.widgets.slider_face import Dimension

_SLOT = "side."


class Side(kinds.Side, View):
    """The view of several models. Slots: side.0 (the open model) to side.5."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._known: dict[str, Facts] = {}
        self._asked: dict[int, Generate | Reconstruct] = {}
        self._space: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(8, 4, 0, 8)
        self._grid.setSpacing(8)
        self.panes = [self._make_pane(index) for index in range(MOST_BESIDE + 1)]
        self.panel = SidePanel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(self._grid, 1)
        row.addWidget(self.panel)
        self.panel.changed.connect(self._change)
        self.panel.settled.connect(desk.settle)
        self.panel.added.connect(self._add)
        self.panel.sliders.changed.connect(self._moved)
        self.panel.sliders.settled.connect(desk.settle)
        self.panel.sliders.reset_asked.connect(self._reset_one)
        self.panel.sliders.draw_asked.connect(self._draw_one)
        self.panel.sliders.lock_asked.connect(self._lock)
        self.panel.sliders.renamed.connect(self._rename)
        self._commands = [
            self._command(self.tr("Another seed"), "R", self.panel.randomise),
            self._command(self.tr("Add model"), "A", self.panel.add.click),
        ]

    def _make_pane(self, index: int) -> Pane:
        pane = Pane(removable=index > 0, parent=self)
        pane.painted.connect(lambda: self.desk.shown(f"{_SLOT}{index}"))
        pane.removed.connect(lambda: self._remove(index - 1))
        pane.canvas.failed.connect(self.desk.failed)
        pane.hide()
        return pane

    def _command(self, text: str, keys: str, act: Any) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        return action

    # -- what the window tells ------------------------------------------------------------------

    def commands(self) -> list[QAction]:
        """Another seed, another model."""
        return self._commands

    @property
    def canvas(self) -> Canvas:
        """The pane with the keyboard, or the open model's."""
        held = (pane.canvas for pane in self.panes if pane.canvas.hasFocus())
        return next(held, self.panes[0].canvas)

    def opened(self, spec: Spec) -> None:
        """Another model is the first; the bundled ones can stand beside it."""
        if not self._known:
            made = (of_manifest(entry.manifest) for entry in bundled())
            self._known = {facts.name: facts for facts in made}
        self._asked.clear()
        model = self.desk.state.model
        self._known[model] = of_spec(model, spec)
        self._show_space()

    def _show_space(self) -> None:
        """A slider for each dimension of the space that the sliders' latent is of."""
        space = self.desk.space
        self._space = space.names
        if space.flat:
            self.panel.sliders.set_dimensions(self._rows(), space.order(True), space.centre)

    def _rows(self) -> list[Dimension]:
        """As Explore calls them: by the user's names, where there are any."""
        given = dict(self.desk.state.exploring.names)
        names = self.desk.space.names
        return [
            Dimension(i, given.get(i) or said(name), None, said(name))
            for i, name in enumerate(names)
        ]

    def refresh(self, state: State, old: State | None) -> None:
        """Lay out the panes of the state's models, and ask for what changed."""
        spec = self.desk.spec
        if spec is None:
            return
        shown = [state.model, *(o for o in state.side.others if o in self._known)]
        if old is None or old.side.others != state.side.others or old.model != state.model:
            self._lay_out(shown)
        if old is None:
            self._asked.clear()
        if self.desk.space.names != self._space:
            self._show_space()
        elif spec.latent.flat and (old is None or old.exploring.names != state.exploring.names):
            self.panel.sliders.set_facts(self._rows())
        self.panel.show_state(state.side, spec.latent.flat, self._hint(state))
        listening = [] if state.side.source == "picture" else [self._known[n] for n in shown]
        self.panel.show_prompt(together(listening), self._prompt(state))
        if state.side.source == "sliders" and spec.latent.flat:
            try:
                self.panel.sliders.set_locked(state.exploring.locked)
                self.panel.sliders.set_values(state.exploring.shown.resolve(self.desk.space))
            except ExplorerError as error:
                self.desk.failed.emit(error)
                return
        for index, name in enumerate(shown):
            self._ask(index, self._known[name], state)

    def closing(self) -> None:
        """What has not come is not looked at any more."""
        for index in range(len(self.panes)):
            self.desk.cancel(f"{_SLOT}{index}")

    def take(self, picture: Picture) -> bool:
        """A picture for every model to rebuild."""
        if not any(self._known[name].encodes for name in self._shown()):
            self.desk.failed.emit(
                NotSupported(
                    picture.name, "none of these models has an encoder", "Add one that has."
                )
            )
            return False
        self.desk.settle()
        self.desk.edit("exploring", picture=picture)
        self.desk.edit("side", source="picture")
        return True

    # -- asking and showing ---------------------------------------------------------------------

    def _shown(self) -> list[str]:
        state = self.desk.state
        return [state.model, *(o for o in state.side.others if o in self._known)]

    def _lay_out(self, shown: list[str]) -> None:
        """The panes in rows, nearly square; the menu without what is shown."""
        columns = math.ceil(math.sqrt(len(shown)))
        for index, pane in enumerate(self.panes):
            self._grid.removeWidget(pane)
            pane.setVisible(index < len(shown))
            if index < len(shown):
                pane.show_model(self._known[shown[index]])
                self._grid.addWidget(pane, index // columns, index % columns)
            else:
                self._leave(index)
        self.panel.show_models(self._known.values(), frozenset(shown), MOST_BESIDE + 1 - len(shown))

    def _ask(self, index: int, facts: Facts, state: State) -> None:
        why = self._obstacle(facts, state)
        if why:
            self.panes[index].clear(why)
            self._leave(index)
            return
        request = beside(self._told(facts, state), facts.name, facts.conditions)
        if self._asked.get(index) != request:
            self._asked[index] = request
            self.desk.submit(request, f"{_SLOT}{index}")

    def _leave(self, index: int) -> None:
        """Nothing is asked of a pane's model any more."""
        self._asked.pop(index, None)
        self.desk.cancel(f"{_SLOT}{index}")

    def _prompt(self, state: State) -> str:
        """What is told in words: as typed here, else as the open model or the first begins with."""
        if state.side.prompt is not None:
            return state.side.prompt
        examples = [self._known[name].example for name in self._shown()]
        first = next((example for example in examples if example), "")
        return str(dict(state.exploring.conditions).get(PROMPT, first) or "")

    def _told(self, facts: Facts, state: State) -> State:
        """The state with a first class for what this model must be told and nothing was chosen."""
        chosen = dict(state.exploring.conditions)
        missing: dict[str, int | str] = {name: 0 for name in facts.needed if name not in chosen}
        if facts.words is not None and PROMPT not in chosen:
            missing[PROMPT] = self._prompt(state)
        if not missing:
            return state
        conditions = tuple(sorted((chosen | missing).items()))
        return replace(state, exploring=replace(state.exploring, conditions=conditions))

    def _obstacle(self, facts: Facts, state: State) -> str:
        """Why a model has nothing to show; empty where it has."""
        source = state.side.source
        own = self.desk.space.shape if self.desk.spec is not None else ()
        its = own if facts.name == state.model else facts.latent
        mapped = self.desk.spec is not None and self.desk.space is not self.desk.spec.latent
        if source == "sliders" and (its != own or (mapped and facts.name != state.model)):
            return self.tr("Its latent has shape {its}, the sliders' {own}.").format(
                its=its, own=own
            )
        if source == "picture" and not facts.encodes:
            return self.tr("It has no encoder, and cannot rebuild a picture.")
        if source == "picture" and state.exploring.picture is None:
            return self.tr("Drop a picture on the window.")
        return ""

    def _hint(self, state: State) -> str:
        if state.side.source == "seed":
            return self.tr("Latents of one shape are drawn alike, number for number.")
        if state.side.source == "picture":
            picture = state.exploring.picture
            none = self.tr("Drop a picture on the window; every model with an encoder rebuilds it.")
            return (
                none
                if picture is None
                else self.tr("{name}, as each model rebuilds it.").format(
                    name=name_said(picture.name)
                )
            )
        return self.tr("Models whose latent has the same shape follow these sliders.")

    def receive(self, result: Result) -> None:
        """One model's pictures, or its failure."""
        index = int(result.slot.removeprefix(_SLOT))
        pane, request, frame = self.panes[index], result.request, result.frame
        if result.error is not None:
            pane.clear(self.tr("{sentence}.").format(sentence=said(result.error.cause)))
            self._asked.pop(index, None)
            return
        facts = pane.facts
        if frame is None:
            return
        if facts is None or index not in self._asked or getattr(request, "model", "") != facts.name:
            self.desk.shown(result.slot)  # it is of no use any more: the next may come
            return
        if isinstance(request, Reconstruct):
            note = self.tr("PSNR {db} dB").format(db=f"{frame.values['psnr']:.1f}")
            pane.show_pictures(list(frame.images["reconstruction"]), note)
        else:
            note = self._time(result.milliseconds)
            pane.show_pictures(list(frame.images["image"]), note)

    def _time(self, milliseconds: float) -> str:
        if milliseconds < 0.05:
            return self.tr("kept from before")
        if milliseconds < 1000:
            return self.tr("{ms} ms").format(ms=f"{milliseconds:.1f}")
        return self.tr("{s} s").format(s=f"{milliseconds / 1000:.1f}")

    # -- what the user does ---------------------------------------------------------------------

    def _change(self, field: str, value: Any) -> None:
        self.desk.edit("side", f"side.{field}", **{field: value})
        if field not in {"prompt", "seed"}:  # told while they are typed or turned: one entry
            self.desk.settle()

    def _moved(self, dimension: int, value: float) -> None:
        point = edit(self.desk.state.exploring.point, dimension, value)
        self.desk.edit("exploring", f"drag:{dimension}", point=point)

    def _reset_one(self, dimension: int) -> None:
        self.desk.settle()
        self._moved(dimension, float(self.panel.sliders.home[dimension]))

    def _draw_one(self, dimension: int) -> None:
        if self.desk.spec is not None:
            drawn = self.desk.space.draw(random.randrange(SEEDS_DRAWN)).ravel()
            self.desk.settle()
            self._moved(dimension, float(drawn[dimension]))

    def _rename(self, dimension: int, name: str) -> None:
        exploring = self.desk.state.exploring
        self.desk.settle()
        own = self.desk.space.names[dimension]
        names = exploring.named(dimension, own if name == said(own) else name, own)
        self.desk.edit("exploring", names=names)

    def _lock(self, dimension: int) -> None:
        locked = self.desk.state.exploring.locked ^ {dimension}
        self.desk.edit("exploring", record=False, locked=locked)

    def _add(self, names: list[str]) -> None:
        now: SideBySide = self.desk.state.side
        fresh = [n for n in names if n not in now.others and n != self.desk.state.model]
        self.desk.settle()
        self.desk.edit("side", others=(*now.others, *fresh)[:MOST_BESIDE])

    def _remove(self, place: int) -> None:
        names = self._shown()[1:]
        self.desk.settle()
        self.desk.edit("side", others=tuple(n for i, n in enumerate(names) if i != place))
