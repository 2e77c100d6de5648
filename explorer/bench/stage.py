"""The window to measure, drawn off the screen, and ways to wait in its own event loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, Qt, QTimer

from explorer.errors import RunFailed
from explorer.library import bundled

if TYPE_CHECKING:
    from explorer.ui.window import Window

_PATIENCE_S = 120.0


def bundled_with(family: str) -> str:
    """The largest bundled model of a family; raises RunFailed where there is none.

    What a tiny network answers before its thread has woken up says little of the program. A model
    in many parts is left out: decoding each step is its own work, and in no bare loop.
    """
    kin = [e for e in bundled() if e.manifest.family == family and not e.manifest.pipeline]
    if kin:
        return max(kin, key=lambda entry: entry.bytes).manifest.name
    raise RunFailed(f"family {family}", "no such model is bundled", "Restore the models folder.")


@contextmanager
def window(device: str = "cpu") -> Iterator[Window]:
    """The window, shown and painted once, with no model open."""
    from explorer.app import make_window

    shown = make_window(device)
    shown.show()
    pause(0.2)
    try:
        yield shown
    finally:
        shown.close()
        QCoreApplication.processEvents()


def wait(what: str, done: Callable[[], bool], patience: float = _PATIENCE_S) -> None:
    """Let the event loop run until `done`, asked every few milliseconds; raises RunFailed."""
    clock = QElapsedTimer()
    clock.start()
    loop = QEventLoop()
    timer = QTimer(interval=5)

    def check() -> None:
        if done() or clock.elapsed() > patience * 1e3:
            loop.quit()

    timer.timeout.connect(check)
    timer.start()
    loop.exec()
    timer.stop()
    if not done():
        raise RunFailed(what, f"not done after {patience:.0f} s", "Close other programs.")


def pause(seconds: float) -> None:
    """Let the event loop run that long."""
    end = time.monotonic() + seconds
    wait("a pause", lambda: time.monotonic() >= end)


def open_model(shown: Window, name: str, measured: bool = True) -> None:
    """Open a model and wait for its picture, and until the ways to run it were measured."""
    shown.open_model(name)
    wait(f"opening {name}", lambda: shown.desk.state.model == name and shown.desk.spec is not None)
    wait(f"the picture of {name}", lambda: shown.bridge.idle)
    if measured:
        wait(f"measuring {name}", lambda: name in shown.opener.timings)
        wait(f"the engine after {name}", lambda: shown.bridge.idle)
    pause(0.2)


class Heartbeat(QObject):
    """How long the event loop was away: what a 2 ms timer was late by, by phase, in ms."""

    INTERVAL_MS = 2

    def __init__(self) -> None:
        super().__init__()
        self.gaps: dict[str, list[float]] = {}
        self._phase: str | None = None
        self._last = 0.0
        self._timer = QTimer(self, interval=self.INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def during(self, phase: str) -> Iterator[None]:
        """Record under this name."""
        self._phase, self._last = phase, time.perf_counter()
        self._timer.start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()
            self._phase = None

    def _beat(self) -> None:
        now = time.perf_counter()
        late = (now - self._last) * 1e3 - self.INTERVAL_MS
        if self._phase is not None:
            self.gaps.setdefault(self._phase, []).append(max(0.0, late))
        self._last = now
