"""What the makers of tiny models share: a folder, a network with random weights, a manifest."""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from torch import nn

SIZE = 16
CLASSES = ("square", "cross", "stripes")


def folder_for(root: Path, name: str) -> Path:
    """A new folder of that name."""
    folder = root / name
    folder.mkdir(parents=True)
    return folder


def network(
    folder: Path,
    role: str,
    architecture: str,
    settings: dict[str, Any],
    inputs: dict[str, Any],
    outputs: list[str],
    made: nn.Module | None = None,
) -> str:
    """Save a network, built with random weights unless `made`; its part of the manifest."""
    import torch
    from safetensors.torch import save_file

    from explorer.networks import build

    module = (made or build(architecture, settings)).eval()
    if made is None:
        _enliven(module)
    state = {name: t.contiguous() for name, t in module.state_dict().items()}
    save_file(state, folder / f"{role}.safetensors")
    names = [*inputs, *outputs]
    with warnings.catch_warnings():
        # The tracing exporter is deprecated and forty times as quick as its successor.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            str(folder / f"{role}.onnx"),
            input_names=list(inputs),
            output_names=outputs,
            dynamic_axes={name: {0: "batch"} for name in names},
            dynamo=False,
        )
    pairs = ", ".join(f"{k} = {str(v).lower()}" for k, v in settings.items())
    return f"""
[networks.{role}]
architecture = "{architecture}"
settings = {{ {pairs} }}
weights = "{role}.safetensors"
onnx = "{role}.onnx"
"""


def _enliven(module: nn.Module) -> None:
    """Weights wide enough that pictures are not flat grey and every latent changes them."""
    import torch

    for name, weight in module.named_parameters():
        if weight.ndim > 1 and "emb" not in name:
            fan = weight[0].numel()
            torch.nn.init.normal_(weight, 0.0, math.sqrt(2.0 / fan))
        elif name.endswith("bias"):
            torch.nn.init.normal_(weight, 0.0, 0.1)


def write_model(
    folder: Path,
    name: str,
    family: str,
    title: str,
    shape: tuple[int, int, int],
    span: tuple[float, float],
    rest: str,
) -> None:
    """The manifest, with `rest` for what depends on the kind, a card and a preview."""
    from PIL import Image

    height, width, channels = shape
    text = f"""format = 1
name = "{name}"
title = "{title}"
family = "{family}"
summary = "Random weights, for tests. Nothing was learned."
licence = "MIT"

[image]
size = [{height}, {width}]
channels = {channels}
range = [{span[0]}, {span[1]}]
{rest}
[training]
recipe = "none"
data = "none"
seed = 0
steps = 0
minutes = 0.0
hardware = "none"
"""
    (folder / "model.toml").write_text(text, encoding="utf-8")
    (folder / "card.md").write_text(f"# {title}\n\nRandom weights.\n", encoding="utf-8")
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    Image.fromarray(np.broadcast_to(ramp, (256, 256)).copy()).save(folder / "preview.png")
