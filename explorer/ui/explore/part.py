"""A part of Explore: it follows the state, asks for its own slots, and knows no other part."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from explorer.families import Spec
from explorer.sampling import Result
from explorer.session import State
from explorer.session.state import Exploring
from explorer.ui.desk import Desk

# Nothing is asked for beside the picture until it has not changed for so long.
_REST_MS = 250


class Part(QObject):
    """Parts ask when the sliders are at rest: whatever they show, a drag comes first."""

    slot: ClassVar[str]
    # All whose answers come to it, where there are several.
    slots: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._busy = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)

    @property
    def now(self) -> Exploring:
        """The present state of the view."""
        return self.desk.state.exploring

    def owns(self, slot: str) -> bool:
        """Whether a slot's answers are for this part."""
        return slot in (self.slots or (self.slot,))

    def opened(self, spec: Spec) -> None:
        """Another model is open."""

    def refresh(self, state: State, old: State | None) -> None:
        """The state changed; `old` is None where nothing of it can be used."""

    def receive(self, result: Result) -> None:
        """A frame for this part's slot, of the model on screen."""

    def ask(self) -> None:
        """The sliders are at rest: submit what is missing."""

    def later(self) -> None:
        """What was asked for is not wanted any more; ask again at rest."""
        self.stop()
        self._rest.start()

    def stop(self) -> None:
        """Neither ask nor wait."""
        self._rest.stop()
        if self._busy:
            self._busy = False
            self.desk.cancel(self.slot)

    def _rested(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._rest.start()  # a drag that pauses is not over
        elif self.desk.spec is not None and self.desk.state.view == "explore":
            self.ask()  # not for a view that was made ahead and is out of sight


def depends(now: Exploring, was: Exploring) -> bool:
    """Whether pictures around the present one must be made anew."""
    return (now.point, now.directions, now.conditions) != (
        was.point, was.directions, was.conditions,
    )  # fmt: skip
