"""Interpolation frames a second through the engine, against the bare batched forward.

The program's side counts all: making the path's points, resolving them to latents, the forward,
the bytes for the screen, and delivery. Both sides take the same batches and turns; the ratio is
the median over the turns, after one that warms up.
"""

from __future__ import annotations

import statistics
import threading
import time
from typing import Any

from explorer.bench.work import Batches, heaviest
from explorer.latent import Path, Seed
from explorer.sampling import JOB, Engine, Request, Result
from explorer.sampling.requests import BATCH, strip

FRAMES = 240
TURNS = 9


class Line:
    """An engine without a window: ask, and wait for the last result."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self.last: Result | None = None
        self.engine = Engine(self._take, "cpu")

    def _take(self, result: Result) -> None:
        if result.done:
            self.last = result
            self._done.set()

    def ask(self, request: Request) -> Result:
        """The request's last result; raises its failure."""
        self._done.clear()
        self.engine.submit(request, "bench", JOB)
        self._done.wait()
        assert self.last is not None
        if self.last.error is not None:
            raise self.last.error
        return self.last


def measure() -> dict[str, Any]:
    """strip.throughput_ratio, and both sides in frames a second."""
    line = Line()
    name = heaviest()
    ratios, ours, bare = [], [], []
    for turn in range(TURNS + 1):
        start = time.perf_counter()
        line.ask(strip(name, Path((Seed(turn), Seed(1000 + turn))), FRAMES))
        spent = time.perf_counter() - start
        frame = line.ask(Batches(name, FRAMES, BATCH)).frame
        assert frame is not None
        alone = frame.values["ms"] / 1e3
        if turn:
            ratios.append(alone / spent)
            ours.append(FRAMES / spent)
            bare.append(FRAMES / alone)
    line.engine.close()
    figures = {
        "throughput_ratio": statistics.median(ratios),
        "frames_per_second": statistics.median(ours),
        "bare_frames_per_second": statistics.median(bare),
        "model": name,
    }
    return {"strip": figures}
