"""The pages under the scrubber, and what stands above it while one of them is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.sampling import Result
from explorer.session import State
from explorer.ui.denoise.branches import Branches
from explorer.ui.denoise.choice import adopt
from explorer.ui.denoise.commitment import Commitment
from explorer.ui.denoise.film import Film
from explorer.ui.denoise.inversion import Inverse
from explorer.ui.denoise.part import Part
from explorer.ui.denoise.picture import OwnPicture
from explorer.ui.denoise.runs import Runs
from explorer.ui.denoise.schedulers import Schedulers
from explorer.ui.denoise.seeds import TwoSeeds
from explorer.ui.desk import Desk
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.tabs import Tabs

PARTS: tuple[type[Part], ...] = (
    Branches, OwnPicture, Inverse, Schedulers, Commitment, TwoSeeds, Film,
)  # fmt: skip


class Pages(QObject):
    """Makes the parts and tells them what the view is told.

    Args:
        desk, runs: for the parts.
        panes: the run's, on stage unless a part has something else to show.
        curves: the first page.

    Signals:
        released: what held runs back was left, or is at rest.
    """

    released = Signal()

    def __init__(
        self, desk: Desk, runs: Runs, panes: QWidget, curves: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stage = QStackedWidget(parent)
        self.stage.addWidget(panes)
        self._panes = panes
        self.tabs = Tabs(curves.sizeHint().height(), parent)
        self.tabs.add("curves", self.tr("Curves"), self.tr("How the run went"), curves)
        self.parts = {kind.name: kind(desk, runs, parent) for kind in PARTS}
        for part in self.parts.values():
            self.tabs.add(part.name, part.title, part.tip, part.page)
            part.staged.connect(self._set_stage)
            part.wanted.connect(self.tabs.choose)
            part.released.connect(self.released)
        self.tabs.chosen.connect(self._turned)

    @property
    def open(self) -> Part | None:
        """The part whose page is shown."""
        return self.parts.get(self.tabs.current)

    @property
    def holds(self) -> bool:
        """Whether runs wait for what the user is about to choose."""
        return self.open is not None and self.open.holds

    def commands(self) -> list[QAction]:
        """What the parts can do, and the pages by name."""
        own = [action for part in self.parts.values() for action in part.commands()]
        return [*own, *self.tabs.actions_of_mine]

    @property
    def canvas(self) -> Canvas | None:
        """The picture on stage that has the keyboard."""
        shown = self.stage.currentWidget() or self._panes
        found = shown.findChildren(Canvas)
        return next((canvas for canvas in found if canvas.hasFocus()), None)

    # -- passed on ------------------------------------------------------------------------------

    def opened(self, spec: Spec) -> None:
        """Another model is open."""
        for part in self.parts.values():
            part.opened(spec)

    def refresh(self, state: State, old: State | None) -> None:
        """The state changed."""
        if old is None and self.open is not None:
            self.open.open = True
        for part in self.parts.values():
            part.refresh(state, old)

    def moved(self) -> None:
        """Another evaluation is shown, or the run came further."""
        if self.open is not None:
            self.open.moved()

    def receive(self, result: Result) -> None:
        """Whoever owns the slot."""
        for part in self.parts.values():
            if result.slot.partition("/")[0] in part.slots:
                part.receive(result)

    def take(self, picture: Picture) -> None:
        """A picture was dropped: it goes to the page that is open, or to its own."""
        part = self.open if isinstance(self.open, Inverse) else self.parts[OwnPicture.name]
        self.tabs.choose(part.name)  # first: an open page holds the run back
        adopt(self._desk, picture)

    def closing(self) -> None:
        """The view leaves the screen."""
        for part in self.parts.values():
            part.open = False
            part.stop()

    # -- the stage ------------------------------------------------------------------------------

    def _turned(self, name: str) -> None:
        held = any(part.holds for part in self.parts.values() if part.open)
        for part in self.parts.values():
            if part.open and part.name != name:
                part.leave()
        if name in self.parts:
            self.parts[name].enter()
        self._set_stage()
        if held and not self.holds:
            self.released.emit()

    def _set_stage(self) -> None:
        shown = self.open.stage if self.open is not None else None
        shown = shown or self._panes
        if self.stage.indexOf(shown) < 0:
            self.stage.addWidget(shown)
        self.stage.setCurrentWidget(shown)
