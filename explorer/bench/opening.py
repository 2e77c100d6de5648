"""From opening a stranger's checkpoint to its first painted picture, over reading its bytes.

The file is the state dict of a DCGAN of about 1, 10 and 100 MB, random weights, opened in the
real window as a dropped one is; 500 MB too where LATENT_EXPLORER_BENCH_LARGE is set. A small file
goes before, so that no figure has torch's import in it. `inspect` is a process of its own, on
sparse files of 2 GB: a header is all that it may read. Memory is what this process grows by, at
most, while a file of 100 MB opens, over the size of its weights; what torch's convolutions take to
draw the first picture is theirs.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.bench import stage
from explorer.errors import RunFailed
from explorer.ui.memory import resident_bytes

if TYPE_CHECKING:
    from torch import nn

    from explorer.ui.window import Window

LARGE = "LATENT_EXPLORER_BENCH_LARGE"
# By name of a file's size, the width (ngf) of the DCGAN that makes it: 100 latents, 64 pixels.
WIDTHS = {"mb_1": 13, "mb_10": 51, "mb_100": 182}
_LARGEST, _HUGE, _SMALLEST = {"mb_500": 418}, 850, 4
_TURNS = 3


def dcgan(width: int) -> nn.Sequential:
    """The generator of PyTorch's DCGAN example, (N, 100, 1, 1) -> (N, 3, 64, 64)."""
    from torch import nn

    row, before = nn.Sequential(), 100
    for number, wide in enumerate((8 * width, 4 * width, 2 * width, width)):
        step = (4, 2, 1) if number else (4, 1, 0)
        row.extend((nn.ConvTranspose2d(before, wide, *step, bias=False),
                    nn.BatchNorm2d(wide), nn.ReLU()))  # fmt: skip
        before = wide
    row.extend((nn.ConvTranspose2d(before, 3, 4, 2, 1, bias=False), nn.Tanh()))
    return row


def measure() -> dict[str, Any]:
    """open.ratio and open.ms by size, open.peak_ratio, and inspect_s by format."""
    widths = WIDTHS | (_LARGEST if os.environ.get(LARGE) else {})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {key: _saved(folder / f"{key}.pt", width) for key, width in widths.items()}
        warm = _saved(folder / "warm.pt", _SMALLEST)
        peak = _peak(files["mb_100"], warm)  # first: in a heap without holes
        with stage.window() as window:
            stage.open_model(window, str(warm), measured=False)
            times = {key: _times(window, file) for key, file in files.items()}
        figures = {
            "ratio": {key: opened / read for key, (opened, read) in times.items()},
            "ms": {key: opened * 1e3 for key, (opened, _) in times.items()},
            "peak_ratio": peak,
        }
        inspected = {
            "safetensors_2gb": _inspect(_huge_safetensors(folder / "huge.safetensors")),
            "pt_2gb": _inspect(_huge_checkpoint(folder / "huge.pt")),
        }
    return {"open": figures, "inspect_s": inspected}


def _saved(path: Path, width: int) -> Path:
    import torch

    torch.manual_seed(0)
    state = {f"main.{name}": value for name, value in dcgan(width).state_dict().items()}
    torch.save(state, path)
    return path


# -- time -----------------------------------------------------------------------------------------


def _times(window: Window, file: Path) -> tuple[float, float]:
    """Medians of seconds to the picture and of seconds to read the bytes, measured in turns."""
    opened, read = [], []
    for turn in range(_TURNS):
        start = time.perf_counter()
        file.read_bytes()
        read.append(time.perf_counter() - start)
        # Under another name each time: a model that is open already is not read again.
        copy = file.with_stem(f"{file.stem}_{turn}")
        shutil.copyfile(file, copy)
        opened.append(_open(window, copy))
    return statistics.median(opened), statistics.median(read)


def _open(window: Window, file: Path) -> float:
    """Seconds until a picture of the model in `file` is painted."""
    canvas, name = window.canvas, str(file)
    assert canvas is not None
    old, painted = canvas.image, list[float]()

    def look(*_: object) -> None:
        if window.desk.state.model == name and canvas.image is not old:
            painted.append(time.perf_counter())

    canvas.painted.connect(look)
    start = time.perf_counter()
    window.open_model(name)
    stage.wait(f"the picture of {file.name}", lambda: bool(painted))
    canvas.painted.disconnect(look)
    stage.wait(f"measuring {file.name}", lambda: name in window.opener.timings)
    stage.wait(f"the engine after {file.name}", lambda: window.bridge.idle)
    return painted[0] - start


# -- memory ---------------------------------------------------------------------------------------


def _peak(file: Path, warm: Path) -> float:
    """The most that this process grew by while `file` opened, over its weights' size."""
    from explorer.library import open_model

    open_model(warm, "cpu")
    gc.collect()
    before, done, most = _held(), threading.Event(), [0]

    def watch() -> None:
        while not done.wait(0.002):
            most[0] = max(most[0], _held())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        model = open_model(file, "cpu")
    finally:
        done.set()
        watcher.join()
    held = max(most[0], _held()) - before
    del model
    return held / file.stat().st_size


def _held() -> int:
    held = resident_bytes()
    if held is None:
        raise RunFailed("memory", "the system does not say", "Measure on another one.")
    return held


# -- inspect --------------------------------------------------------------------------------------


def _inspect(file: Path) -> float:
    """Seconds of `latent-explorer inspect`, its start included; the best of three."""
    command = [sys.executable, "-m", "explorer", "inspect", str(file), "--json"]
    times = []
    for _ in range(_TURNS):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        times.append(time.perf_counter() - start)
        if done.returncode:
            raise RunFailed(f"inspecting {file.name}", done.stderr.strip(), "See its message.")
    return min(times)


def _huge_safetensors(path: Path) -> Path:
    """Two gigabytes by the header; the numbers are a hole in the file."""
    import torch

    with torch.device("meta"):
        state = dcgan(_HUGE).state_dict()
    header, end = {}, 0
    for name, value in state.items():
        if value.dtype == torch.float32:  # its counters of batches are not weights
            start, end = end, end + 4 * value.numel()
            shape = list(value.shape)
            header[f"main.{name}"] = {"dtype": "F32", "shape": shape, "data_offsets": [start, end]}
    text = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + end)
    return path


def _huge_checkpoint(path: Path) -> Path:
    """The same as torch saves it, with holes where the numbers would be."""
    import torch
    from torch._subclasses.fake_tensor import FakeTensorMode

    with FakeTensorMode(), torch.serialization.skip_data(materialize_fake_tensors=True):
        state = {f"main.{name}": value for name, value in dcgan(_HUGE).state_dict().items()}
        torch.save(state, path)
    return path
