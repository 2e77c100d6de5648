"""Interpolation frames a second through the engine, against the bare batched forward.

The program's side counts all: making the path's points, resolving them to latents, the forward,
the bytes for the screen, and delivery.
"""

from __future__ import annotations

from typing import Any

from explorer.bench.line import against_bare
from explorer.bench.work import heaviest

FRAMES = 240
TURNS = 9


def measure() -> dict[str, Any]:
    """strip.throughput_ratio, and both sides in frames a second."""
    return {"strip": against_bare(heaviest(), FRAMES, TURNS, lambda grid: grid)}
