"""What a view is handed: the store, the engine, and the open model's spec. Not the window."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from explorer.errors import ExplorerError
from explorer.export.inside import as_text
from explorer.export.job import Save
from explorer.export.steps import SaveSteps
from explorer.families import Spec
from explorer.latent import LatentSpace
from explorer.sampling import PREVIEW, Request
from explorer.session import State, Store
from explorer.ui.bridge import Bridge
from explorer.ui.meter import Meter

if TYPE_CHECKING:
    from explorer.ui.widgets.canvas import Canvas


class Desk(QObject):
    """The window's shared services. Views read `spec` and `state`, and change the state only here.

    Signals:
        said: a sentence for the status bar.
        failed: an ExplorerError to show beside what is open.
        mended: the subject of failures that need not be shown any more.
        working: (slot, title) of a job that the status bar should follow until its last frame.
    """

    said = Signal(str)
    failed = Signal(object)
    mended = Signal(str)
    working = Signal(str, str)

    def __init__(self, store: Store, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.bridge = store, bridge
        self.spec: Spec | None = None
        self.meter = Meter()
        # What the window adds to the menus of pictures, see Canvas.more.
        self.more: Callable[[QMenu, Canvas], object] = lambda *_: None
        # Calls what it is given once the model of that name is open; whoever opens models sets it.
        self.when_open: Callable[[str, Callable[[], object]], object] = lambda _, then: then()

    @property
    def state(self) -> State:
        """The present state."""
        return self.store.state

    def edit(self, part: str, merge: Hashable = None, record: bool = True, **changes: Any) -> None:
        """Change fields of one part of the state: desk.edit("exploring", point=...)."""
        new = replace(getattr(self.state, part), **changes)
        with self.meter.editing():
            self.store.edit(replace(self.state, **{part: new}), merge, record)

    def become(self, state: State) -> None:
        """Change more than one part of the state: an entry of its own."""
        self.settle()
        self.store.edit(state)
        self.settle()

    @property
    def space(self) -> LatentSpace:
        """The space that the sliders' latent is of; only while a model is open."""
        assert self.spec is not None, "no model is open"
        return self.spec.space(self.state.exploring.conditions)

    def show(self, view: str) -> None:
        """Bring a view on screen; no entry of the history."""
        self.store.edit(replace(self.state, view=view), record=False)

    def go(self, entries: int) -> None:
        """Go back (below zero) or forward in the history, once the model that leads to is open.

        Where it cannot be opened everything stays as it is, and the window says why.
        """
        store = self.store
        place = min(max(store.place + entries, 0), len(store.history) - 1)
        if place == store.place:
            return
        target = store.history[place]

        def arrive() -> None:
            now = store.history
            if place < len(now) and now[place] is target:  # nothing else was done meanwhile
                store.go(place - store.place)

        self.when_open(target.model, arrive)

    def undo(self) -> None:
        """Go back one entry, if there is one."""
        self.go(-1)

    def redo(self) -> None:
        """Go forward one undone entry, if there is one."""
        self.go(1)

    def settle(self) -> None:
        """A drag ended: the next edit is an entry of its own."""
        self.store.settle()

    def submit(self, request: Request, slot: str, priority: int = PREVIEW, title: str = "") -> int:
        """Ask the engine; the answer comes to the view that owns the slot ("explore.image").

        A title makes it a job with progress and cancel in the status bar.
        """
        if isinstance(request, Save | SaveSteps) and not request.recipe:
            request = self._with_recipe(request)
        if title:
            self.working.emit(slot, title)
        stamp = self.bridge.engine.submit(request, slot, priority)
        if priority == PREVIEW:
            self.meter.submitted(stamp)
        return stamp

    def recipe(self) -> dict[str, Any]:
        """What a picture of the present state carries; raises as share.recipe_of."""
        from explorer.session import share  # most windows never save: not at the start

        return share.recipe_of(self.state)

    def _with_recipe(self, request: Save | SaveSteps) -> Save | SaveSteps:
        """A film reopens as everything was, and not as its frames alone."""
        try:
            return replace(request, recipe=as_text(self.recipe()))
        except ExplorerError as error:
            self.failed.emit(error)
            return request

    def cancel(self, slot: str) -> None:
        """Stop what the slot holds; what has come stays."""
        self.bridge.engine.cancel(slot)
        self.working.emit(slot, "")

    def shown(self, slot: str) -> None:
        """Tell the engine that the slot's last frame is painted."""
        self.bridge.shown(slot)
        self.meter.shown(slot)
