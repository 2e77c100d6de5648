"""From the engine's thread to the window's: results cross as queued Qt signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from explorer.opening import trust
from explorer.sampling import Engine, Result


class Bridge(QObject):
    """Owns the engine for a window. `arrived` is emitted on the window's thread only."""

    arrived = Signal(object)
    _crossing = Signal(object)

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crossing.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.engine = Engine(self._crossing.emit, device, trusted=trust.hashes)

    @Slot(object)
    def _land(self, result: Result) -> None:
        self.arrived.emit(result)
