"""A part of Interpolate: it follows the state, asks for its own slots, and knows no other part."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.families import Spec
from explorer.sampling import Result
from explorer.session import Interpolating, State
from explorer.ui.desk import Desk


class Part(QObject):
    """Slots of a part begin with one of `slots`, alone or followed by "/" and a number."""

    slots: ClassVar[tuple[str, ...]]

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    @property
    def now(self) -> Interpolating:
        """The present state of the view."""
        return self.desk.state.interpolating

    def owns(self, slot: str) -> bool:
        """Whether a result of that slot is this part's."""
        return slot.partition("/")[0] in self.slots

    def opened(self, spec: Spec) -> None:
        """Another model is open."""

    def refresh(self, state: State, old: State | None) -> None:
        """The state changed; `old` is None where nothing of it can be used."""

    def receive(self, result: Result) -> None:
        """A frame for one of this part's slots."""

    def stop(self) -> None:
        """The view leaves the screen."""
