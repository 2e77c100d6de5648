"""Time for playing: how many frames are due, whatever the timer really did.

A timer that comes late must not slow the film: what it missed is skipped, so that a second of film
lasts a second on any machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

FASTEST = 120.0


class Player(QObject):
    """Counts frames at a rate while it runs.

    Signals:
        due: this many frames (1 or more) to go on by; above 1, the ones between are dropped.
        running_changed: it began or stopped.

    Args:
        clock: seconds that only grow; another one for tests.
    """

    due = Signal(int)
    running_changed = Signal(bool)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self._rate = 30.0
        self._began = 0.0
        self._done = 0
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    @property
    def rate(self) -> float:
        """Frames a second."""
        return self._rate

    def set_rate(self, rate: float) -> None:
        """Frames a second, above 0 and at most FASTEST; takes effect at once."""
        rate = min(FASTEST, max(0.1, rate))
        if rate != self._rate:
            self._rate = rate
            if self.running:
                self._begin()

    def start(self) -> None:
        """Begin to count from now."""
        if not self.running:
            self._begin()
            self.running_changed.emit(True)

    def stop(self) -> None:
        """Count no more."""
        if self.running:
            self._timer.stop()
            self.running_changed.emit(False)

    def toggle(self) -> None:
        """Start, or stop."""
        if self.running:
            self.stop()
        else:
            self.start()

    def _begin(self) -> None:
        self._began, self._done = self.clock(), 0
        self._timer.start(max(1, int(1000 / self._rate)))

    @Slot()
    def tick(self) -> None:
        """The timer's slot: tell what has become due since the last time."""
        # a frame is due a little early rather than a whole tick late
        due = int((self.clock() - self._began) * self._rate + 0.05)
        if due > self._done:
            step, self._done = due - self._done, due
            self.due.emit(step)


def advance(
    index: int, by: int, frames: int, forward: bool, loop: bool, bounce: bool
) -> tuple[int, bool, bool]:
    """Where a film of `frames` frames is after `by` more: (index, forward, still running).

    With `bounce` it turns round at its ends, where each end frame shows once; without `loop` it
    stops after one way (there and back with `bounce`).
    """
    last = frames - 1
    if last < 1:
        return 0, True, False
    if not bounce:
        place = index + by
        if place > last and not loop:
            return last, True, False
        return place % frames, True, True
    phase = (index if forward else 2 * last - index) + by
    if phase >= 2 * last and not loop:
        return 0, True, False
    phase %= 2 * last
    return (phase, True, True) if phase < last else (2 * last - phase, False, True)
