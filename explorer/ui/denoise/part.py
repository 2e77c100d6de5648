"""A part of Denoise: a page under the scrubber, and perhaps what stands in the panes' place.

It follows the state, asks for its own slots, and knows no other part.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from explorer.families import Spec
from explorer.sampling import Result
from explorer.session import State
from explorer.session.state import Denoising
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk

# What follows a slider or the scrubber is asked for once they have not moved for so long.
_REST_MS = 250


class Part(QObject):
    """One page.

    Attributes:
        title, tip: of the page.
        page: what is under the scrubber while it is open.
        holds: whether no run may begin: the user is about to say from where.

    Signals:
        staged: another widget should stand in the panes' place, or they again.
        wanted: the page of that name should be shown.
        released: runs that it held back may begin.
    """

    name: ClassVar[str]
    slots: ClassVar[tuple[str, ...]] = ()
    staged = Signal()
    wanted = Signal(str)
    released = Signal()
    title: str
    tip: str
    page: QWidget

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.runs, self.open = desk, runs, False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)

    @property
    def now(self) -> Denoising:
        """The present state of the view."""
        return self.desk.state.denoising

    @property
    def stage(self) -> QWidget | None:
        """What stands in the panes' place while the page is open; None for the panes."""
        return None

    @property
    def holds(self) -> bool:
        """Whether runs wait."""
        return False

    def opened(self, spec: Spec) -> None:
        """Another model is open."""

    def refresh(self, state: State, old: State | None) -> None:
        """The state changed; `old` is None where nothing of it can be used."""

    def moved(self) -> None:
        """Another evaluation is shown, or another run, or it came further."""

    def receive(self, result: Result) -> None:
        """A result of one of this part's slots; its frame may be None."""

    def enter(self) -> None:
        """The page is shown from now on."""
        self.open = True

    def leave(self) -> None:
        """Another page is shown."""
        self.open = False
        self.stop()

    def ask(self) -> None:
        """All is at rest: submit what is missing."""

    def later(self) -> None:
        """Ask once all is at rest."""
        self._rest.start()

    def stop(self) -> None:
        """Neither ask nor wait."""
        self._rest.stop()
        for slot in self.slots:
            self.desk.cancel(slot)

    def commands(self) -> list[QAction]:
        """For the view's menu."""
        return []

    def _rested(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._rest.start()  # a drag that pauses is not over
        elif self.desk.spec is not None and self.open:
            self.ask()


def quiet(text: str, parent: QWidget | None = None) -> QLabel:
    """A small label in the quiet colour."""
    label = QLabel(text, parent)
    label.setProperty("role", "quiet")
    return label
