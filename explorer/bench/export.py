"""Frames a second of an MP4 film through the engine, against the bare batched forward.

The program's side counts all: making the path's points, resolving them to latents, the forward,
the bytes, enlarging nothing, packing beside it, the end of the film and its move into place. Both
sides take the same batches and turns; the ratio is the median over the turns, after one that warms
up. Where a machine has a single core, packing and making share it and the ratio says so.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from explorer.bench.strip import Line
from explorer.bench.work import Batches, heaviest
from explorer.export.job import Save
from explorer.latent import Path as Way
from explorer.latent import Seed
from explorer.sampling.requests import BATCH, strip

FRAMES = 480
TURNS = 7


def measure() -> dict[str, Any]:
    """export.throughput_ratio, and both sides in frames a second."""
    line = Line()
    name = heaviest()
    ratios, ours, bare = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "film.mp4"
        for turn in range(TURNS + 1):
            grid = strip(name, Way((Seed(turn), Seed(1000 + turn))), FRAMES)
            start = time.perf_counter()
            line.ask(Save(grid, str(file)))
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
    return {"export": figures}
