"""Which entry of a run is shown: by scrubber, buttons, keys, or playing."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.widgets.player import Player
from explorer.ui.widgets.record_deck import RecordDeck


class Scrubbed(Protocol):
    """What is played: the record on the screen (None: none), and where it stands (-1: nowhere)."""

    current: Record | None

    @property
    def at(self) -> int:
        """The entry on the screen."""


class Playback(QObject):
    """Moves `shown` of a part of the state; the newest entry means to follow the run."""

    def __init__(
        self,
        desk: Desk,
        runs: Scrubbed,
        deck: RecordDeck,
        parent: QObject,
        part: str = "denoising",
    ) -> None:
        super().__init__(parent)
        self._part = part
        self._desk, self._runs = desk, runs
        self.player = Player(parent)
        deck.scrubber.scrubbed.connect(self.scrub)
        deck.scrubber.released.connect(desk.settle)
        deck.transport.toggled.connect(self.toggle)
        deck.transport.first.connect(lambda: self.scrub(0))
        deck.transport.back.connect(lambda: self.step(-1))
        deck.transport.forward.connect(lambda: self.step(1))
        deck.transport.last.connect(lambda: self.show(-1))
        deck.rate.valueChanged.connect(self.player.set_rate)
        self.player.set_rate(deck.rate.value())
        self.player.due.connect(self._due)
        self.player.running_changed.connect(deck.transport.set_playing)

    def stop(self) -> None:
        """Play no more."""
        self.player.stop()

    def show(self, index: int, record: bool = True) -> None:
        """Show an evaluation, -1 for the newest."""
        shown = self._runs.current
        if shown is not None and shown.done:
            index = -1 if index < 0 or index >= shown.newest else index
            self._desk.edit(self._part, f"{self._part}.shown", record, shown=index)

    def scrub(self, index: int) -> None:
        """The same by hand."""
        self.player.stop()
        self.show(index)

    def step(self, by: int) -> None:
        """Some evaluations on or back."""
        self.player.stop()
        self.show(max(0, self._runs.at + by))

    def toggle(self) -> None:
        """Play from here, or from the start where this is the end; or pause."""
        record = self._runs.current
        if record is None or not record.done:
            return
        if not self.player.running and self._runs.at == record.newest:
            self.show(0, record=False)
        self.player.toggle()

    def _due(self, by: int) -> None:
        record = self._runs.current
        if record is None:
            return
        index = self._runs.at + by
        if index >= record.newest:
            self.player.stop()
        self.show(index, record=False)

    def key(self, event: QKeyEvent) -> bool:
        """Space plays, Left and Right step, Home and End go to the ends; whether it was one."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.scrub(0 if key == Qt.Key.Key_Home else -1)
        else:
            return False
        return True
