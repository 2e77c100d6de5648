"""How long the event loop was away, and the memory of it all.

A 2 ms timer of the window's own thread says how late it came. The import of torch, and of the
schedulers' library at the first denoising run, are told apart from use: dragging, denoising and
opening each bundled model twice.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from explorer.bench import stage
from explorer.bench.denoise import Show
from explorer.bench.slider import Drag
from explorer.library import bundled

IMPORT, USE = "import", "use"


def measure() -> dict[str, Any]:
    """ui_gap_ms p99, max and import_max; rss_mb idle and peak."""
    vae, diffusion = stage.bundled_with("vae"), stage.bundled_with("diffusion")
    with stage.window() as window:
        beat = stage.Heartbeat()
        stage.open_model(window, vae, measured=False)
        assert "torch" not in sys.modules, "torch came before it was to be imported"
        with beat.during(IMPORT):
            stage.wait("the import of torch", lambda: vae in window.opener.timings)
        stage.pause(1.0)
        idle = resident_mb()
        window.show_view("explore")
        drag = Drag(window)
        with beat.during(USE):
            drag.run(4.0)
        with beat.during(IMPORT):
            stage.open_model(window, diffusion)
            window.show_view("denoise")
            show = Show(window)
            show.run(1)
        with beat.during(USE):
            for seed in (2, 3, 4):
                show.run(seed)
            for _ in range(2):
                for entry in bundled():
                    stage.open_model(window, entry.manifest.name, measured=False)
        use, imports = np.array(beat.gaps[USE]), beat.gaps[IMPORT]
    gaps = {
        "p99": float(np.percentile(use, 99)),
        "max": float(use.max()),
        "import_max": max(imports),
    }
    return {"ui_gap_ms": gaps, "rss_mb": {"idle": idle, "peak": peak_mb()}}


def resident_mb() -> float | None:
    """Memory of this process now, where the system says it in /proc."""
    return _status("VmRSS")


def peak_mb() -> float | None:
    """The most it ever was."""
    return _status("VmHWM")


def _status(field: str) -> float | None:
    from pathlib import Path

    file = Path("/proc/self/status")
    if not file.is_file():
        return None
    for line in file.read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    return None
