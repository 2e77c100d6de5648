"""From a slider's change to painted pixels, less the forward: what the program adds.

A timer changes one slider 120 times a second, as a drag would, through the slider list's own
signal. A change's time ends when the canvas has painted the frame whose latent it is. The forward
alone is timed on the engine's thread, at the same pace with the window at rest, in turns with the
drags; its median is subtracted from each change's time. Changes that were overtaken by newer ones
before they began have no time and are counted.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

from explorer.bench import stage
from explorer.bench.work import Forwards
from explorer.sampling import PREVIEW, Result
from explorer.ui.views.explore import Explore

if TYPE_CHECKING:
    from explorer.ui.window import Window

RATE = 120
SECONDS = 2.0
TURNS = 5
_IMAGE = "explore.image"


class Drag(QObject):
    """Drags the first slider to and fro; `latencies` in ms, one a painted change."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.latencies: list[float] = []
        self.changes = 0
        self._window = window
        view = window.view("explore")
        assert isinstance(view, Explore)
        self._view = view
        self._dimension = self._view.sliders.order[0]
        self._began: dict[float, float] = {}
        self._landed: float | None = None
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._due = 0.0
        window.bridge.arrived.connect(self._arrived)
        self._view.canvas.painted.connect(self._painted)

    def run(self, seconds: float) -> None:
        """Drag that long, and wait for the last picture."""
        self._due = time.perf_counter()
        self._timer.start(1)
        stage.pause(seconds)
        self._timer.stop()
        stage.pause(0.1)
        self._view.sliders.settled.emit()

    def _tick(self) -> None:
        now = time.perf_counter()
        if now < self._due:
            return
        self._due = max(self._due + 1 / RATE, now)
        self.changes += 1
        value = float(np.float32(2 * math.sin(self.changes / 60)))
        self._began[value] = time.perf_counter()
        self._view.sliders.set_value(self._dimension, value)

    def _arrived(self, result: Result) -> None:
        if result.slot == _IMAGE and result.frame is not None:
            self._landed = float(result.frame.values["latents"].ravel()[self._dimension])

    def _painted(self) -> None:
        began = self._began.pop(self._landed, None) if self._landed is not None else None
        if began is not None:
            self.latencies.append((time.perf_counter() - began) * 1e3)


def forwards(window: Window, name: str, count: int) -> list[float]:
    """Milliseconds of single forwards on the engine's thread, at the pace of the drag."""
    came: list[float] = []

    def take(result: Result) -> None:
        if result.slot == "bench" and result.frame is not None:
            came.extend(result.frame.values["ms"])

    window.bridge.arrived.connect(take)
    window.bridge.engine.submit(Forwards(name, count, 1 / RATE), "bench", PREVIEW)
    stage.wait("the forward alone", lambda: len(came) == count)
    window.bridge.shown("bench")
    window.bridge.arrived.disconnect(take)
    return came


def measure() -> dict[str, Any]:
    """slider.overhead_ms p50 and p95, and what they are made of."""
    name = stage.bundled_with("vae")
    alone: list[float] = []
    with stage.window() as window:
        stage.open_model(window, name)
        window.show_view("explore")
        drag = Drag(window)
        drag.run(0.5)
        drag.latencies.clear()
        drag.changes = 0
        for _ in range(TURNS):
            drag.run(SECONDS)
            alone += forwards(window, name, RATE)
        role = next(
            role for role in ("decoder", "generator") if role in window.opener.timings[name]
        )
        runtime = window.opener.runtimes[name][role]
    forward = float(np.median(alone))
    over = np.array(drag.latencies) - forward
    figures = {
        "overhead_ms": {"p50": float(np.median(over)), "p95": float(np.percentile(over, 95))},
        "change_to_pixels_ms": float(np.median(drag.latencies)),
        "forward_ms": forward,
        "runtime": runtime,
        "changes": drag.changes,
        "painted": len(drag.latencies),
        "model": name,
    }
    return {"slider": figures}
