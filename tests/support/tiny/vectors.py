"""Tiny models that make pictures of a vector: autoencoders and generators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.support.tiny.making import CLASSES, SIZE, folder_for, network, write_model


def make_vae(root: Path, name: str = "tiny-vae", latent: int = 6) -> Path:
    """A VAE of `latent` dimensions, 16x16 RGB in [0, 1], torch weights and ONNX; its folder."""
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(1)
    decoder = {"latent": latent, "size": SIZE, "channels": [8, 8], "hidden": 16}
    encoder = {"latent": latent, "size": SIZE, "channels": [8, 8], "hidden": 16}
    z, x = torch.zeros(2, latent), torch.zeros(2, 3, SIZE, SIZE)
    networks = network(folder, "decoder", "conv-decoder", decoder, {"latent": z}, ["image"])
    networks += network(
        folder, "encoder", "conv-encoder", encoder, {"image": x}, ["mean", "log_variance"]
    )
    importance = [round(2.0 / (1 + i), 3) for i in reversed(range(latent))]
    table = f"""
[latent]
shape = [{latent}]
prior = "normal"
importance = {importance}
importance_kind = "KL, nats"
std = {[0.9] * latent}
"""
    write_model(folder, name, "vae", "Tiny scenes", (SIZE, SIZE, 3), (0.0, 1.0), table + networks)
    return folder


def make_autoencoder(root: Path, name: str = "tiny-autoencoder", latent: int = 4) -> Path:
    """A plain autoencoder, 16x16 grey in [0, 1], whose prior is a mixture of two; its folder."""
    from safetensors.numpy import save_file

    settings = {"latent": latent, "size": SIZE, "hidden": [16]}
    folder = _coder(root, name, "autoencoder", ("plain-mlp-encoder", "mlp-generator"), settings)
    parts = {
        "weights": np.array([0.25, 0.75], np.float32),
        "means": np.stack([np.full(latent, -3), np.full(latent, 3)]).astype(np.float32),
        "factors": np.repeat(0.2 * np.eye(latent, dtype=np.float32)[None], 2, axis=0),
    }
    save_file(parts, folder / "prior.safetensors")
    text = (folder / "model.toml").read_text()
    prior = 'prior = "mixture"\nmixture = "prior.safetensors"'
    (folder / "model.toml").write_text(text.replace('prior = "normal"', prior))
    return folder


def make_classical(root: Path, name: str = "tiny-classical", latent: int = 5) -> Path:
    """A linear pair, 16x16 grey in [0, 1]; its folder."""
    settings = {"latent": latent, "size": SIZE}
    return _coder(root, name, "classical", ("linear-encoder", "linear-decoder"), settings)


def _coder(
    root: Path, name: str, family: str, architectures: tuple[str, str], settings: dict[str, Any]
) -> Path:
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(4)
    z, x = torch.zeros(2, settings["latent"]), torch.zeros(2, 1, SIZE, SIZE)
    encoder, decoder = architectures
    networks = network(folder, "decoder", decoder, settings, {"latent": z}, ["image"])
    networks += network(folder, "encoder", encoder, settings, {"image": x}, ["mean"])
    table = f'\n[latent]\nshape = [{settings["latent"]}]\nprior = "normal"\n'
    write_model(folder, name, family, "Tiny codes", (SIZE, SIZE, 1), (0.0, 1.0), table + networks)
    return folder


def make_infogan(root: Path, name: str = "tiny-infogan") -> Path:
    """A GAN with a class, two uniform codes and a recognition head, 16x16 grey; its folder."""
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(5)
    count = len(CLASSES)
    generator = {"latent": 6, "classes": count, "size": SIZE, "channels": [16, 8]}
    critic = {"classes": count, "codes": 2, "size": SIZE, "channels": [8, 16], "hidden": 8}
    z, x = torch.zeros(2, 6), torch.zeros(2, 1, SIZE, SIZE)
    told = {"latent": z, "label": torch.zeros(2, dtype=torch.int64)}
    answers = ["score", "category", "codes"]
    networks = network(folder, "generator", "labelled-generator", generator, told, ["image"])
    networks += network(folder, "critic", "recognising-critic", critic, {"image": x}, answers)
    names = ["code 1", "code 2", *(f"z{i}" for i in range(4))]
    table = f"""
[latent]
shape = [6]
prior = "uniform"
uniform = ["code 1", "code 2"]
names = {names}

[conditions.category]
names = {[*CLASSES]}
"""
    write_model(folder, name, "gan", "Tiny codes", (SIZE, SIZE, 1), (-1.0, 1.0), table + networks)
    return folder


def make_gan(root: Path, name: str = "tiny-gan", latent: int = 8) -> Path:
    """A GAN with its critic, 16x16 grey in [-1, 1], torch weights and ONNX; its folder."""
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(2)
    generator = {"latent": latent, "size": SIZE, "channels": [16, 8]}
    critic = {"size": SIZE, "channels": [8, 16]}
    z, x = torch.zeros(2, latent), torch.zeros(2, 1, SIZE, SIZE)
    networks = network(folder, "generator", "dcgan-generator", generator, {"latent": z}, ["image"])
    networks += network(folder, "critic", "dcgan-critic", critic, {"image": x}, ["score"])
    table = f'\n[latent]\nshape = [{latent}]\nprior = "normal"\n'
    write_model(folder, name, "gan", "Tiny digits", (SIZE, SIZE, 1), (-1.0, 1.0), table + networks)
    return folder
