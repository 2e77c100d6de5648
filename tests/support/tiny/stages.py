"""Tiny models that make a picture by stages."""

from __future__ import annotations

from pathlib import Path

from tests.support.tiny.making import CLASSES, folder_for, network, write_model


def make_flow(root: Path, name: str = "tiny-flow") -> Path:
    """A Glow of two levels and its exact inverse, 8x8 grey in [0, 1]; its folder."""
    import torch

    from explorer.networks.glow import Glow, GlowInverse

    folder = folder_for(root, name)
    torch.manual_seed(6)
    settings = {"size": 8, "levels": 2, "depth": 2, "hidden": 6}
    flow, inverse = Glow(**settings), GlowInverse(**settings)
    with torch.no_grad():
        for weight in flow.parameters():
            weight.add_(torch.randn_like(weight) * 0.05)
        flow.start(torch.rand(64, 1, 8, 8))
        inverse.fold(flow)
    x = torch.rand(2, 1, 8, 8)
    networks = network(
        folder, "flow", "glow", settings, {"image": x}, ["latent", "log_density"], flow
    )
    outputs = ["image", "stages", "log_densities"]
    networks += network(
        folder, "inverse", "glow-inverse", settings, {"latent": x}, outputs, inverse
    )
    table = '\n[latent]\nshape = [1, 8, 8]\nprior = "normal"\n'
    write_model(folder, name, "flow", "Tiny flow", (8, 8, 1), (0.0, 1.0), table + networks)
    return folder


def make_autoregressive(root: Path, name: str = "tiny-pixelcnn") -> Path:
    """A gated PixelCNN of three classes and eight grey levels, 8x8 grey in [0, 1]; its folder."""
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(7)
    settings = {"width": 4, "dilations": [1, 2], "classes": len(CLASSES) + 1}
    label = torch.zeros(2, dtype=torch.int64)
    networks = network(
        folder, "above", "pixelcnn-above", settings,
        {"image": torch.rand(2, 1, 8, 8), "label": label}, ["context"],
    )  # fmt: skip
    row = {"row": torch.rand(2, 1, 1, 8), "context": torch.randn(2, 16, 1, 8), "label": label}
    levels = settings | {"levels": 8, "hidden": 6}
    networks += network(folder, "along", "pixelcnn-along", levels, row, ["logits"])
    table = f"""
[latent]
shape = [1, 8, 8]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
null = {len(CLASSES)}
"""
    write_model(
        folder, name, "autoregressive", "Tiny pixels", (8, 8, 1), (0.0, 1.0), table + networks
    )
    return folder


def make_energy(root: Path, name: str = "tiny-rbm") -> Path:
    """A Boltzmann machine of seven hidden units, 8x8 grey in [0, 1]; its folder."""
    import torch

    from explorer.networks.rbm import Rbm

    folder = folder_for(root, name)
    torch.manual_seed(8)
    machine = Rbm(hidden=7, size=8)
    with torch.no_grad():
        machine.weight.normal_(0, 0.5)
    inputs = {"image": torch.rand(2, 1, 8, 8).round(), "hidden": torch.rand(2, 7).round()}
    outputs = ["hidden_on", "image_on", "free_energy"]
    settings = {"hidden": 7, "size": 8}
    networks = network(folder, "energy", "rbm", settings, inputs, outputs, machine)
    table = '\n[latent]\nshape = [1, 8, 8]\nprior = "normal"\n'
    write_model(folder, name, "energy", "Tiny machine", (8, 8, 1), (0.0, 1.0), table + networks)
    return folder
