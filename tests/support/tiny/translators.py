"""Tiny models that redraw a picture."""

from __future__ import annotations

from pathlib import Path

from tests.support.tiny.making import CLASSES, SIZE, folder_for, network, write_model


def make_translator(root: Path, name: str = "tiny-translator") -> Path:
    """A residual translator of pictures with random weights, 16x16 RGB in [-1, 1]; its folder."""
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(5)
    settings = {"channels": 4, "blocks": 1}
    x = torch.zeros(2, 3, SIZE, SIZE)
    networks = network(
        folder, "generator", "residual-translator", settings, {"source": x}, ["image"]
    )
    table = f'\n[latent]\nshape = [3, {SIZE}, {SIZE}]\nprior = "normal"\n'
    size = (SIZE, SIZE, 3)
    write_model(folder, name, "translator", "Tiny translator", size, (-1.0, 1.0), table + networks)
    return folder


def make_told_translator(root: Path, name: str = "tiny-told-translator") -> Path:
    """A translator told which of three domains to paint in, 16x16 RGB in [-1, 1]; its folder."""
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(9)
    settings = {"domains": len(CLASSES), "width": 4, "deep": 8, "blocks": 1}
    inputs = {"source": torch.zeros(2, 3, SIZE, SIZE), "label": torch.zeros(2, dtype=torch.int64)}
    networks = network(folder, "generator", "translator", settings, inputs, ["image"])
    table = f"""
[latent]
shape = [3, {SIZE}, {SIZE}]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
"""
    size = (SIZE, SIZE, 3)
    write_model(folder, name, "translator", "Tiny domains", size, (-1.0, 1.0), table + networks)
    return folder


def make_shared_latent(root: Path, name: str = "tiny-shared-latent") -> Path:
    """Three domains that share a code of six numbers, 16x16 RGB in [-1, 1]; its folder."""
    import torch

    from explorer.networks.shared_latent import SharedDecoder

    folder = folder_for(root, name)
    torch.manual_seed(10)
    settings = {"codes": 6, "width": 4, "deep": 8, "domains": len(CLASSES)}
    told = {"label": torch.zeros(2, dtype=torch.int64)}
    x, z = {"image": torch.zeros(2, 3, SIZE, SIZE), **told}, {"latent": torch.zeros(2, 6), **told}
    decoder = SharedDecoder(**settings, grid=1)
    with torch.no_grad():
        for weight in decoder.parameters():
            weight.mul_(2.0)  # as they begin, all pictures are nearly grey
    networks = network(
        folder, "decoder", "shared-decoder", {**settings, "grid": 1}, z, ["image"], decoder
    )
    networks += network(folder, "encoder", "shared-encoder", settings, x, ["mean"])
    table = f"""
[latent]
shape = [6]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
"""
    size = (SIZE, SIZE, 3)
    write_model(folder, name, "shared-latent", "Tiny code", size, (-1.0, 1.0), table + networks)
    return folder


def make_style_transfer(root: Path, name: str = "tiny-style-transfer") -> Path:
    """Style transfer by statistics, 16x16 RGB in [0, 1]; its folder."""
    import torch

    from explorer.networks.translator import StyleTransfer

    folder = folder_for(root, name)
    torch.manual_seed(11)
    settings = {"width": 6, "deep": 12}
    x = torch.rand(2, 3, SIZE, SIZE)
    inputs = {"source": x, "style": x.flip(0), "strength": torch.ones(2)}
    module = StyleTransfer(**settings)
    with torch.no_grad():
        for weight in module.parameters():
            weight.mul_(4.0 if weight.ndim > 1 else 1.0)
    networks = network(folder, "generator", "style-transfer", settings, inputs, ["image"], module)
    table = f'\n[latent]\nshape = [3, {SIZE}, {SIZE}]\nprior = "normal"\n'
    size = (SIZE, SIZE, 3)
    write_model(folder, name, "style-transfer", "Tiny styles", size, (0.0, 1.0), table + networks)
    return folder
