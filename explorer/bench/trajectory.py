"""Memory that a long run of large pictures takes, against the budget it is given.

A run of 1,000 steps of 256x256 colour pictures is computed and shown in the window, then scrubbed
to steps that were dropped and are computed again. What the process grows by meanwhile is set
against the budgets of the two records: the engine's, exact, and the window's, of pictures. The
network is small and its weights are random: what it draws does not matter here. A short run
beforehand makes all that is made once.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.bench import stage
from explorer.errors import RunFailed
from explorer.families import DenoiseSettings, record
from explorer.ui import record as window_record
from explorer.ui.memory import resident_bytes
from explorer.ui.views.denoise import Denoise

if TYPE_CHECKING:
    from explorer.ui.window import Window

SIDE, STEPS, WARM, LOOKS = 256, 1000, 20, 12
_PATIENCE_S = 400.0
_TEXT = f"""format = 1
name = "large"
title = "Large pictures"
family = "diffusion"
summary = "Random weights, to measure memory with."
licence = "MIT"

[image]
size = [{SIDE}, {SIDE}]
channels = 3
range = [-1.0, 1.0]

[latent]
shape = [3, {SIDE}, {SIDE}]
prior = "normal"

[conditions.label]
names = ["any"]

[networks.denoiser]
architecture = "unet"
settings = {{ size = {SIDE}, colours = 3, channels = [32, 32], classes = 1, attention = [false, false], patch = 16 }}
weights = "denoiser.safetensors"

[diffusion]
train_timesteps = 1000
schedule = "squaredcos_cap_v2"
prediction = "epsilon"

[training]
recipe = "none"
data = "none"
seed = 0
steps = 0
minutes = 0.0
hardware = "none"
"""  # noqa: E501  (a table of TOML stands on one line)


def make_model(folder: Path) -> Path:
    """A diffusion model of large pictures with random weights, in `folder`; its path."""
    import torch
    from safetensors.torch import save_file

    from explorer.networks import build

    torch.manual_seed(0)
    settings = {
        "size": SIDE, "colours": 3, "channels": [32, 32], "classes": 1,
        "attention": [False, False], "patch": 16,
    }  # fmt: skip
    weights = build("unet", settings).state_dict()
    save_file({k: v.contiguous() for k, v in weights.items()}, folder / "denoiser.safetensors")
    (folder / "model.toml").write_text(_TEXT, encoding="utf-8")
    (folder / "card.md").write_text("# Large pictures\n", encoding="utf-8")
    return folder


class Peak:
    """The most that the process held at any evaluation."""

    def __init__(self) -> None:
        self.most = 0

    def look(self, *_: object) -> None:
        """Look now."""
        self.most = max(self.most, _held())


def _held() -> int:
    held = resident_bytes()
    if held is None:
        raise RunFailed("memory", "the system does not say", "Measure on another one.")
    return held


def _run(window: Window, view: Denoise, steps: int) -> None:
    """A run to its end, every step shown."""
    settings = DenoiseSettings(steps=steps, guidance=1.0, conditions=(("label", 0),))
    window.desk.edit("denoising", settings=settings, shown=-1)

    def done() -> bool:
        record = view.record
        return record is not None and record.complete and record.planned == steps

    stage.wait(f"a run of {steps}", done, patience=_PATIENCE_S)


def measure() -> dict[str, Any]:
    """trajectory.peak_over_budget, and both in MB."""
    with tempfile.TemporaryDirectory() as folder, stage.window() as window:
        stage.open_model(window, str(make_model(Path(folder))), measured=False)
        window.show_view("denoise")
        view = window.view("denoise")
        assert isinstance(view, Denoise)
        _run(window, view, WARM)
        before, peak = _held(), Peak()
        view.runs.grew.connect(peak.look)
        view.runs.looked.connect(peak.look)
        _run(window, view, STEPS)
        draw = random.Random(0)
        for _ in range(LOOKS):
            window.desk.edit("denoising", record=False, shown=draw.randrange(STEPS))
            stage.wait("a step again", lambda: window.bridge.idle)
        peak.look()
    budget = record.BUDGET + window_record.BUDGET
    figures = {
        "peak_over_budget": (peak.most - before) / budget,
        "peak_mb": (peak.most - before) / 2**20,
        "budget_mb": budget / 2**20,
        "steps": STEPS,
    }
    return {"trajectory": figures}
