"""From undo or redo to the painted picture, over a history of fifty drags.

Undo goes back or forward one entry, as its key does, with the film strips on; a picture that was
seen before comes from the cache, which is the case that a user meets.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.bench import stage
from explorer.bench.scrub import turn

if TYPE_CHECKING:
    from explorer.ui.window import Window

ENTRIES, STEPS = 50, 300


def measure() -> dict[str, Any]:
    """undo_ms p50 and p95."""
    times: list[float] = []
    with stage.window() as window:
        stage.open_model(window, stage.bundled_with("vae"))
        window.show_view("explore")
        waiting: set[str] = set()
        canvas = window.canvas
        assert canvas is not None
        canvas.painted.connect(waiting.clear)
        _make_history(window)
        draw, store = random.Random(0), window.store
        for _ in range(STEPS):
            back = store.can_undo and (not store.can_redo or draw.random() < 0.5)
            action = window.menus.undo if back else window.menus.redo
            waiting.add("picture")
            start = time.perf_counter()
            action.trigger()
            while waiting:
                turn()
            times.append((time.perf_counter() - start) * 1e3)
            stage.pause(0.004)
    figures = {"p50": float(np.median(times)), "p95": float(np.percentile(times, 95))}
    return {"undo_ms": figures}


def _make_history(window: Window) -> None:
    """Drags of one slider after another, each painted."""
    from explorer.ui.views.explore import Explore

    view = window.view("explore")
    assert isinstance(view, Explore)
    order = view.sliders.order
    for number in range(ENTRIES):
        view.sliders.set_value(order[number % len(order)], 2 * np.sin(number + 1.0))
        view.sliders.settled.emit()
        stage.wait("a drag", lambda: window.bridge.idle)
