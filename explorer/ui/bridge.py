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
# A picture that was not painted after this long never will be: whoever got it had no use for it.
_OVERDUE_MS = 1000


class Bridge(QObject):
    """Owns the engine for a window. `arrived` is emitted on the window's thread only.

    The engine sends the next picture of a slot once the last one is said to be `shown`. Were that
    ever forgotten, the slot would stand still for good; so it is said here in the end.
    """

    arrived = Signal(object)
    _crossing = Signal()

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[Result] = deque()
        self._announced = self._closed = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._land)
        self._crossing.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._owed: dict[str, float] = {}
        self._overdue = QTimer(self, singleShot=True, interval=_OVERDUE_MS)
        self._overdue.timeout.connect(self._forgotten)
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
        if self._closed:
            return
        self._announced = False  # before taking: what comes later announces itself
        end = time.perf_counter() + _TURN_SECONDS
        while self._queue:
            result = self._queue.popleft()
            if result.frame is not None:
                self._owed[result.slot] = time.perf_counter()
            self.arrived.emit(result)
            if time.perf_counter() > end:
                self._rest.start()
                break
        if self._owed and not self._overdue.isActive():
            self._overdue.start()

    def shown(self, slot: str) -> None:
        """The last picture of a slot is on the screen, or of no use: the next may come."""
        self._owed.pop(slot, None)
        self.engine.shown(slot)

    def close(self) -> None:
        """End the engine; nothing arrives any more.

        A timer that still ran when the last reference goes could end on another thread, whose
        garbage it is by then: Qt would go on calling it.
        """
        self._closed = True
        self.engine.close()
        for timer in (self._rest, self._overdue):
            timer.stop()

    def _forgotten(self) -> None:
        """Go on with slots whose last picture nobody painted."""
        now = time.perf_counter()
        for slot, since in list(self._owed.items()):
            if now - since > _OVERDUE_MS / 1e3:
                self.shown(slot)
        if self._owed:
            self._overdue.start()
