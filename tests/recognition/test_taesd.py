"""Tiny autoencoders of 4, 16 and 32 channels: each half alone, and both as one model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.families.vae import VaeModel
from explorer.formats import read
from explorer.recognition import Recognition, pair, recognise
from explorer.recognition.load import open_recognised
from explorer.runtimes import Adaptive
from tests.recognition.making import Maker, State, module, recognised, under


def block(make: Maker, name: str, width: int, pooled: bool) -> None:
    for place in (0, 2, 4):
        make.layer(f"{name}.conv.{place}", width, width, 3, 3, bias=width)
    if pooled:
        make.layer(f"{name}.pool.0", 4 * width, width, 1, 1)
        make.norm(f"{name}.pool.1", 4 * width, running=False)
        make.layer(f"{name}.pool.3", width, 4 * width, 1, 1)


def encoder(latent: int, width: int = 8) -> State:
    make = Maker(1)
    make.layer("0", width, 3, 3, 3, bias=width)
    for place in (1, 3, 4, 5, 7, 8, 9, 11, 12, 13):
        block(make, str(place), width, latent == 32 and place > 10)
    for place in (2, 6, 10):
        make.layer(str(place), width, width, 3, 3)
    make.layer("14", latent, width, 3, 3, bias=latent)
    return make.state


def decoder(latent: int, width: int = 8) -> State:
    make = Maker(2)
    make.layer("1", width, latent, 3, 3, bias=width)
    for place in (3, 4, 5, 8, 9, 10, 13, 14, 15, 18):
        block(make, str(place), width, latent == 32 and place < 6)
    for place in (7, 12, 17):
        make.layer(str(place), width, width, 3, 3)
    make.layer("19", 3, width, 3, 3, bias=3)
    return make.state


def conv(s: State, name: str, x: torch.Tensor, stride: int = 1) -> torch.Tensor:
    weight = s[f"{name}.weight"]
    return F.conv2d(x, weight, s.get(f"{name}.bias"), stride, weight.shape[-1] // 2)


def run_block(s: State, name: str, x: torch.Tensor) -> torch.Tensor:
    if f"{name}.pool.0.weight" in s:
        norm = s[f"{name}.pool.1.weight"], s[f"{name}.pool.1.bias"]
        held = F.group_norm(conv(s, f"{name}.pool.0", x), 4, *norm).relu()
        x = x + conv(s, f"{name}.pool.3", held)
    held = conv(s, f"{name}.conv.2", conv(s, f"{name}.conv.0", x).relu()).relu()
    return (x + conv(s, f"{name}.conv.4", held)).relu()


def encode(s: State, x: torch.Tensor) -> torch.Tensor:
    x = conv(s, "0", x)
    for place in range(1, 14):
        halves = place in (2, 6, 10)
        x = conv(s, str(place), x, 2) if halves else run_block(s, str(place), x)
    return conv(s, "14", x)


def decode(s: State, z: torch.Tensor) -> torch.Tensor:
    x = conv(s, "1", 3 * torch.tanh(z / 3)).relu()
    for place in range(3, 19):
        if place in (6, 11, 16):
            x = x.repeat_interleave(2, 2).repeat_interleave(2, 3)
        else:
            x = conv(s, str(place), x) if place in (7, 12, 17) else run_block(s, str(place), x)
    return conv(s, "19", x)


@pytest.mark.parametrize("latent", [4, 16, 32])
def test_each_half_agrees_with_plain_functions(tmp_path: Path, latent: int) -> None:
    first, second = encoder(latent), decoder(latent)
    half = recognised(tmp_path, first, size=(48, 40))
    assert half.finding.needs == ("decoder",)
    other = recognised(tmp_path, second, size=(48, 40))
    assert not other.finding.needs, "a decoder alone draws"
    both = pair(half, other)
    assert both is not None and not both.finding.needs
    assert both.finding.latent is not None and both.finding.latent.shape == (latent, 6, 5)
    assert both.finding.image.height == 48 and both.finding.multiple == 8
    x = torch.rand(2, 3, 48, 40)
    with torch.inference_mode():
        z = encode(first, x)
        torch.testing.assert_close(module(both, "encoder")(image=x), z)
        torch.testing.assert_close(
            module(both, "decoder")(latent=3 * z), decode(second, 3 * z), atol=1e-4, rtol=1e-4
        )


def test_both_halves_in_one_file_as_diffusers_numbers_them(tmp_path: Path) -> None:
    """There the decoder's clamp is no layer, so that all its numbers are one lower."""
    shifted = {}
    for name, value in decoder(4).items():
        place, _, rest = name.partition(".")
        shifted[f"{int(place) - 1}.{rest}"] = value
    state = under("encoder.layers.", encoder(4)) | under("decoder.layers.", shifted)
    found = recognised(tmp_path, state)
    assert found.finding.networks.keys() == {"encoder", "decoder"} and found.left == 0
    z = torch.randn(1, 4, 3, 3)
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "decoder")(latent=z), decode(decoder(4), z))


def test_halves_of_other_latents_are_no_pair(tmp_path: Path) -> None:
    assert pair(recognised(tmp_path, encoder(4)), recognised(tmp_path, decoder(16))) is None


def opened(found: Recognition, path: Path) -> VaeModel:
    networks = {role: Adaptive([_Opener(found, role)]) for role in found.finding.networks}
    return VaeModel(found.manifest(path), networks)


class _Opener:
    def __init__(self, found: Recognition, role: str) -> None:
        self.found, self.role = found, role

    def __call__(self) -> Any:
        return open_recognised(self.found, self.role)


def test_the_pair_is_a_model_that_encodes_and_draws(tmp_path: Path) -> None:
    """A deterministic encoder knows no spread: it is 0."""
    both = pair(recognised(tmp_path, encoder(4)), recognised(tmp_path, decoder(4)))
    assert both is not None
    model = opened(both, tmp_path / "taesd.pth")
    assert model.spec.capabilities == {"generate", "encode"}
    images = np.random.default_rng(0).random((1, 128, 128, 3), np.float32)
    mean, std = model.encode(images)
    assert mean.shape == std.shape == (1, 4, 16, 16) and not std.any()
    assert model.generate(mean).shape == images.shape
    alone = opened(recognised(tmp_path, decoder(4)), tmp_path / "taesd_decoder.pth")
    assert alone.spec.capabilities == {"generate"}


def test_the_published_pair_rebuilds_a_picture(foreign: Path) -> None:
    """Smooth colours come back to within ten grey levels; half precision makes no difference."""
    folder = foreign / "taesd"
    halves = [recognise(read(folder / f"taef2_{half}.pth")) for half in ("encoder", "decoder")]
    assert halves[0] is not None and halves[1] is not None
    both = pair(halves[0], halves[1])
    assert both is not None and both.finding.title.startswith("TAEF2, 32")
    rows, columns = np.mgrid[:128, :128] / 127
    image = np.stack([rows, columns, 0.5 + 0.4 * np.sin(9 * rows * columns)], -1)
    model = opened(both, folder / "taef2_decoder.pth")
    mean, _ = model.encode(image[None].astype(np.float32))
    assert np.abs(model.generate(mean)[0] - image).mean() < 0.04
    state = torch.load(folder / "taef2_decoder.pth", weights_only=True)
    z = torch.randn(1, 32, 4, 4)
    with torch.inference_mode():
        wanted = decode({n: v.float() for n, v in state.items()}, z)
        torch.testing.assert_close(module(both, "decoder")(latent=z), wanted, atol=1e-4, rtol=1e-4)
