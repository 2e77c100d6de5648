"""A denoising run with every step shown, against the bare loop of the same network and scheduler.

The program's side lasts from the change of the seed to the paint of the finished picture, with the
three panes, the timeline and the record. The bare loop runs on the engine's thread in turns with
it; the ratio is the median over the turns, after one that warms up.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any

from explorer.bench import stage
from explorer.bench.work import Loop
from explorer.families import DenoiseSettings
from explorer.sampling import PREVIEW, Result
from explorer.ui.views.denoise import Denoise

if TYPE_CHECKING:
    from explorer.ui.window import Window

STEPS = 50
TURNS = 7


def settings(seed: int) -> DenoiseSettings:
    """DDIM, 50 steps, guidance 2, the fourth class or the last of fewer."""
    return DenoiseSettings(seed=seed, steps=STEPS, scheduler="ddim", guidance=2.0)


class Show:
    """Runs the window's denoise view; `painted` counts frames of the predicted picture."""

    def __init__(self, window: Window) -> None:
        self.window, self.painted = window, 0
        view = window.view("denoise")
        assert isinstance(view, Denoise)
        self.view = view
        self.ended = 0.0
        self.view.panes["x0"].painted.connect(self._step)
        self.view.finished.painted.connect(self._end)

    def _step(self) -> None:
        self.painted += 1

    def _end(self) -> None:
        self.ended = time.perf_counter()

    def run(self, seed: int) -> float:
        """Seconds of a run from another seed."""
        self.ended, self.painted = 0.0, 0
        classes = self.window.desk.spec.conditions if self.window.desk.spec else ()
        chosen = {c.name: min(3, len(c.names) - 1) for c in classes}
        start = time.perf_counter()
        self.window.desk.edit("denoising", settings=settings(seed).changed(**chosen), shown=-1)
        stage.wait("a run", self._complete)
        return self.ended - start

    def _complete(self) -> bool:
        record = self.view.record
        return bool(self.ended and record is not None and record.complete and not self.view.running)


def bare(window: Window, name: str, seed: int) -> float:
    """Seconds of the bare loop."""
    came: list[float] = []

    def take(result: Result) -> None:
        if result.slot == "bench" and result.frame is not None:
            came.append(result.frame.values["ms"] / 1e3)

    classes = window.desk.spec.conditions if window.desk.spec else ()
    chosen = {c.name: min(3, len(c.names) - 1) for c in classes}
    window.bridge.arrived.connect(take)
    window.bridge.engine.submit(Loop(name, settings(seed).changed(**chosen)), "bench", PREVIEW)
    stage.wait("the bare loop", lambda: bool(came))
    window.bridge.shown("bench")
    window.bridge.arrived.disconnect(take)
    return came[0]


def measure() -> dict[str, Any]:
    """denoise.overhead_ratio, and both sides in seconds."""
    name = stage.bundled_with("diffusion")
    ratios, shown, loops, painted = [], [], [], []
    with stage.window() as window:
        stage.open_model(window, name)
        window.show_view("denoise")
        show = Show(window)
        for turn in range(TURNS + 1):
            ours, alone = show.run(100 + turn), bare(window, name, 100 + turn)
            if turn:
                ratios.append(ours / alone)
                shown.append(ours)
                loops.append(alone)
                painted.append(show.painted)
    figures = {
        "overhead_ratio": statistics.median(ratios),
        "shown_s": statistics.median(shown),
        "bare_s": statistics.median(loops),
        "steps_painted": min(painted),
        "steps": STEPS,
        "model": name,
    }
    return {"denoise": figures}
