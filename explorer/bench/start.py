"""From the start of the process to the first painted window and to the first generated picture.

Set against `python -c "import torch"`, in turns; medians over the turns, after one that warms the
disk's cache. The program's process is the real one, `latent-explorer MODEL`, but for an event
filter that tells when something was painted. No window may have to wait for torch.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import Any

from explorer.library import bundled

TURNS = 7
# As a text: this room lies below the command line and may not import it.
_PROGRAM = """
import sys
from explorer.bench.watch import watch
watch()
from explorer.cli import main
sys.exit(main([sys.argv[1], "--device", "cpu"]))
"""


def measure() -> dict[str, Any]:
    """start.window_ratio and start.image_ratio, and the three times in ms."""
    windows, images, imports = [], [], []
    name = next(e.manifest.name for e in bundled() if e.manifest.family in {"vae", "gan"})
    for turn in range(TURNS + 1):
        torch = _import_torch()
        window, image = _start(name)
        if turn:
            windows.append(window / torch)
            images.append(image / torch)
            imports.append((torch, window, image))
    torch_ms, window_ms, image_ms = (
        statistics.median(column) * 1e3 for column in zip(*imports, strict=True)
    )
    figures = {
        "window_ratio": statistics.median(windows),
        "image_ratio": statistics.median(images),
        "import_torch_ms": torch_ms,
        "window_ms": window_ms,
        "image_ms": image_ms,
    }
    return {"start": figures}


def _import_torch() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return time.perf_counter() - start


def _start(name: str) -> tuple[float, float]:
    """Seconds to the window and to the picture of a model."""
    start = time.perf_counter()
    command = [sys.executable, "-c", _PROGRAM, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        times = {}
        for line in process.stdout:
            times[line.strip()] = time.perf_counter() - start
    return times["window"], times["image"]
