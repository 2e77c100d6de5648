"""Frames a second of an MP4 film through the engine, against the bare batched forward.

The program's side counts all: making the path's points, resolving them to latents, the forward,
the bytes, enlarging nothing, packing beside it, the end of the film and its move into place. Where
a machine has a single core, packing and making share it and the ratio says so.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from explorer.bench.line import against_bare
from explorer.bench.work import heaviest
from explorer.export.job import Save

FRAMES = 480
TURNS = 11


def measure() -> dict[str, Any]:
    """export.throughput_ratio, and both sides in frames a second."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "film.mp4")
        return {"export": against_bare(heaviest(), FRAMES, TURNS, lambda grid: Save(grid, file))}
