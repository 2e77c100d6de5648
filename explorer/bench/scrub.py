"""From a place on the scrubber to its three painted panes, over a finished run of 50 steps."""

from __future__ import annotations

import random
import time
from typing import Any

import numpy as np

from explorer.bench import stage
from explorer.bench.denoise import STEPS, Show

SCRUBS = 300


def measure() -> dict[str, Any]:
    """scrub_ms p50 and p95."""
    name = stage.bundled_with("diffusion")
    times: list[float] = []
    with stage.window() as window:
        stage.open_model(window, name)
        window.show_view("denoise")
        show = Show(window)
        show.run(7)
        pending: set[str] = set()
        for part, pane in show.view.panes.items():
            pane.painted.connect(lambda part=part: pending.discard(part))
        draw = random.Random(0)
        for _ in range(SCRUBS):
            place = draw.choice([p for p in range(STEPS - 1) if p != show.view.shown])
            pending.update(show.view.panes)
            start = time.perf_counter()
            show.view.scrubber.scrubbed.emit(place)
            while pending:
                turn()
            times.append((time.perf_counter() - start) * 1e3)
            stage.pause(0.004)
    figures = {"p50": float(np.median(times)), "p95": float(np.percentile(times, 95))}
    return {"scrub_ms": figures}


def turn() -> None:
    """Let the event loop handle what has come; sleeps until something does."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    flags = QEventLoop.ProcessEventsFlag
    QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
