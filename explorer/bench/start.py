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

TURNS = 7
_PROGRAM = "from explorer.bench.start import program; program()"


def measure() -> dict[str, Any]:
    """start.window_ratio and start.image_ratio, and the three times in ms."""
    windows, images, imports = [], [], []
    for turn in range(TURNS + 1):
        torch = _import_torch()
        window, image = _start()
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


def _start() -> tuple[float, float]:
    """Seconds to the window and to the picture."""
    start = time.perf_counter()
    command = [sys.executable, "-c", _PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        times = {}
        for line in process.stdout:
            times[line.strip()] = time.perf_counter() - start
    return times["window"], times["image"]


def program() -> None:
    """`latent-explorer` on the first bundled model; says "window" and "image", then ends."""
    from explorer import cli
    from explorer.bench.stage import bundled_with
    from explorer.bench.watch import watch

    watch()
    sys.exit(cli.main([bundled_with("vae"), "--device", "cpu"]))
