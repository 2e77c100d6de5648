"""512 sliders with film strips, scrolled from end to end: how long the event loop was away.

No bundled model has so many dimensions, so a generator of 512 with random weights is written to a
folder of its own and opened as any model is. The wheel turns a notch every 16 ms, to the bottom
and back, and rests at times, so that strips come for the rows that are then on screen.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.bench import stage

if TYPE_CHECKING:
    from explorer.ui.widgets.slider_list import SliderList

SIZE, DIMENSIONS = 64, 512
SETTINGS: dict[str, Any] = {
    "latent": DIMENSIONS, "size": SIZE, "colours": 3, "channels": [96, 64, 48, 32],
}  # fmt: skip
_NOTCHES, _EVERY_S, _REST_S = 200, 0.016, 0.6


def measure() -> dict[str, Any]:
    """scroll.ui_gap_ms p99 and max, and how many film strips came meanwhile."""
    from explorer.ui.views.explore import Explore

    with tempfile.TemporaryDirectory() as home, stage.window() as window:
        stage.open_model(window, write_model(Path(home) / "wide"))
        window.show_view("explore")
        view = window.view("explore")
        assert isinstance(view, Explore)
        strips = _count(window)
        beat = stage.Heartbeat()
        with beat.during("scroll"):
            for notch in range(_NOTCHES):
                _wheel(view.sliders, -1 if notch < _NOTCHES // 2 else 1)
                stage.pause(_REST_S if notch % 40 == 39 else _EVERY_S)
        gaps = np.array(beat.gaps["scroll"])
    figures = {"p99": float(np.percentile(gaps, 99)), "max": float(gaps.max())}
    return {"scroll": {"ui_gap_ms": figures, "strips": len(strips), "dimensions": DIMENSIONS}}


def _count(window: Any) -> list[int]:
    """Grows with every film strip that arrives."""
    came: list[int] = []

    def take(result: Any) -> None:
        if result.slot == "explore.strip" and result.frame is not None:
            came.append(result.request.dimension)

    window.bridge.arrived.connect(take)
    return came


def _wheel(sliders: SliderList, notches: int) -> None:
    """Turn the wheel over a name, where it scrolls."""
    from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    page = sliders.viewport()
    at = QPointF(12, page.height() / 2)
    event = QWheelEvent(
        at, QPointF(page.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(page, event)


def write_model(folder: Path) -> str:
    """A GAN's generator with random weights, seeded; the folder's path as a text."""
    from safetensors.torch import save_file

    from explorer.networks import build
    from explorer.runtimes.torch_import import load_torch

    torch = load_torch()
    folder.mkdir()
    torch.manual_seed(0)
    module = build("dcgan-generator", SETTINGS)
    save_file(module.state_dict(), folder / "generator.safetensors")
    settings = ", ".join(f"{name} = {value}" for name, value in SETTINGS.items())
    text = f"""format = 1
name = "wide"
title = "512 dimensions"
family = "gan"
summary = "Random weights, for measuring. Nothing was learned."
licence = "MIT"

[image]
size = [{SIZE}, {SIZE}]
channels = 3
range = [-1.0, 1.0]

[latent]
shape = [{DIMENSIONS}]
prior = "normal"

[networks.generator]
architecture = "dcgan-generator"
settings = {{ {settings} }}
weights = "generator.safetensors"

[training]
recipe = "none"
data = "none"
seed = 0
steps = 0
minutes = 0.0
hardware = "none"
"""
    (folder / "model.toml").write_text(text, encoding="utf-8")
    return str(folder)
