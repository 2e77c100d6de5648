"""Film strips under the sliders while one is dragged: what they add to a change's way to pixels.

Drags with the strips on and off alternate in one process, and so does which of the two comes
first. Each begins while strips and everything else beside the picture are still being computed,
and pauses half a second in its middle, long enough for new ones to be asked for: what a hand does
that looks. The overhead is as in `slider`; the ratio is the median over the turns, after one that
warms up.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.bench import stage
from explorer.bench.slider import RATE, Drag, forwards

if TYPE_CHECKING:
    from explorer.ui.window import Window

TURNS = 8
_PART_S, _LOOK_S = 1.0, 0.5


def measure() -> dict[str, Any]:
    """strips.overhead_ratio, and the medians it is made of in ms."""
    name = stage.bundled_with("vae")
    pairs: list[tuple[float, float]] = []
    with stage.window() as window:
        stage.open_model(window, name)
        window.show_view("explore")
        drag = Drag(window)
        for turn in range(TURNS + 1):
            order = (True, False) if turn % 2 else (False, True)
            medians = {shown: _turn(window, drag, shown) for shown in order}
            alone = float(np.median(forwards(window, name, RATE // 2)))
            if turn:
                pairs.append((medians[True] - alone, medians[False] - alone))
    on, off = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    return {"strips": {"overhead_ratio": ratio, "with_ms": on, "without_ms": off}}


def _turn(window: Window, drag: Drag, shown: bool) -> float:
    """Median latency in ms of one drag that pauses; the engine is idle again afterwards."""
    window.desk.edit("exploring", record=False, strips=shown)
    drag.run(0.2)
    drag.latencies.clear()
    for _ in range(2):
        stage.pause(_LOOK_S)
        drag.run(_PART_S)
    found = float(np.median(drag.latencies))
    stage.wait("film strips", lambda: window.bridge.idle)
    stage.pause(_LOOK_S)
    stage.wait("film strips", lambda: window.bridge.idle)
    return found
