"""From the engine's thread to the window's: results cross in a queue that a Qt signal announces."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from explorer.opening import trust
from explorer.sampling import Engine, Result

# A sampler of small steps makes hundreds of results faster than they can be shown. Taken in one
# go they would keep the window from its keys and its painting for a tenth of a second.
_TURN_SECONDS = 0.005


class Bridge(QObject):
    """Owns the engine for a window. `arrived` is emitted on the window's thread only."""

    arrived = Signal(object)
    _crossing = Signal()

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[Result] = deque()
        self._announced = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._land)
        self._crossing.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.engine = Engine(self._cross, device, trusted=trust.hashes)

    @property
    def idle(self) -> bool:
        """Whether the engine has nothing to do and all that it made has arrived."""
        return self.engine.idle and not self._queue

    def _cross(self, result: Result) -> None:
        """On the engine's thread."""
        self._queue.append(result)
        if not self._announced:
            self._announced = True
            self._crossing.emit()

    @Slot()
    def _land(self) -> None:
        """Results in their order, as many as fit into a turn of the event loop."""
        self._announced = False  # before taking: what comes later announces itself
        end = time.perf_counter() + _TURN_SECONDS
        while self._queue:
            self.arrived.emit(self._queue.popleft())
            if time.perf_counter() > end:
                self._rest.start()
                return
