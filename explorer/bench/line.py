"""An engine without a window, and what goes through it set against the bare batched forward."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable
from typing import Any

from explorer.bench.work import Batches
from explorer.latent import Path, Seed
from explorer.sampling import JOB, Engine, Request, Result
from explorer.sampling.requests import BATCH, Grid, strip


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


def against_bare(
    model: str, frames: int, turns: int, asked: Callable[[Grid], Request]
) -> dict[str, Any]:
    """What is asked of a path's frames against their bare forward, and both in frames a second.

    The program's side begins at making the path. Both sides take the same batches and turns; the
    ratio is the median over the turns, after one that warms up.
    """
    line = Line()
    ratios, ours, bare = [], [], []
    for turn in range(turns + 1):
        start = time.perf_counter()
        line.ask(asked(strip(model, Path((Seed(turn), Seed(1000 + turn))), frames)))
        spent = time.perf_counter() - start
        frame = line.ask(Batches(model, frames, BATCH)).frame
        assert frame is not None
        alone = frame.values["ms"] / 1e3
        if turn:
            ratios.append(alone / spent)
            ours.append(frames / spent)
            bare.append(frames / alone)
    line.engine.close()
    return {
        "throughput_ratio": statistics.median(ratios),
        "frames_per_second": statistics.median(ours),
        "bare_frames_per_second": statistics.median(bare),
        "model": model,
    }
