"""Generators of CycleGAN and pix2pix: rows written anew with torch's layers as the reference."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from explorer.families.translator import TranslatorModel
from explorer.recognition.load import open_recognised
from explorer.runtimes import Adaptive, Network
from tests.recognition.making import module, recognised, under


def norm(width: int, batch: bool) -> nn.Module:
    return nn.BatchNorm2d(width) if batch else nn.InstanceNorm2d(width)


class Block(nn.Module):
    def __init__(self, width: int, batch: bool, dropout: bool, reflect: bool) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for half in range(2):
            layers += [nn.ReflectionPad2d(1)] if reflect else []
            layers += [nn.Conv2d(width, width, 3, padding=int(not reflect), bias=not batch)]
            layers += [norm(width, batch)]
            if half == 0:
                layers += [nn.ReLU()] + ([nn.Dropout(0.5)] if dropout else [])
        self.conv_block = nn.Sequential(*layers)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.add(x, self.conv_block(x))


def residual(
    c: int, blocks: int, batch: bool, dropout: bool, reflect: bool, kinds: tuple[int, int]
) -> nn.Sequential:
    layers: list[nn.Module] = [nn.ReflectionPad2d(3), nn.Conv2d(kinds[0], c, 7, bias=not batch)]
    layers += [norm(c, batch), nn.ReLU()]
    for before, after in pairwise((c, 2 * c, 4 * c)):
        layers += [nn.Conv2d(before, after, 3, stride=2, padding=1, bias=not batch)]
        layers += [norm(after, batch), nn.ReLU()]
    layers += [Block(4 * c, batch, dropout, reflect) for _ in range(blocks)]
    for before, after in pairwise((4 * c, 2 * c, c)):
        step = {"stride": 2, "padding": 1, "output_padding": 1}
        layers += [nn.ConvTranspose2d(before, after, 3, bias=not batch, **step)]  # type: ignore[arg-type]  # ints
        layers += [norm(after, batch), nn.ReLU()]
    layers += [nn.ReflectionPad2d(3), nn.Conv2d(c, kinds[1], 7), nn.Tanh()]
    network = nn.Sequential(*layers)
    stir(network)
    return network.eval()


class Level(nn.Module):
    """A level of the U with the one inside it, nested as the project nests them."""

    def __init__(
        self, outer: int, inner: int, inside: nn.Module | None, batch: bool, first: int = 0
    ) -> None:
        super().__init__()
        self.outermost = first > 0
        down = nn.Conv2d(first or outer, inner, 4, 2, 1, bias=not batch)
        wide = inner if inside is None else 2 * inner
        up = nn.ConvTranspose2d(wide, outer, 4, 2, 1, bias=not batch or self.outermost)
        if self.outermost:
            assert inside is not None
            row: list[nn.Module] = [down, inside, nn.ReLU(), up, nn.Tanh()]
        elif inside is None:
            row = [nn.LeakyReLU(0.2), down, nn.ReLU(), up, norm(outer, batch)]
        else:
            row = [nn.LeakyReLU(0.2), down, norm(inner, batch), inside]
            row += [nn.ReLU(), up, norm(outer, batch), nn.Dropout(0.5)]
        self.model = nn.Sequential(*row)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = self.model(x)
        return out if self.outermost else torch.cat([x, out], 1)


def unet(c: int, depth: int, batch: bool, kinds: tuple[int, int]) -> nn.Module:
    level = Level(8 * c, 8 * c, None, batch)
    for _ in range(depth - 5):
        level = Level(8 * c, 8 * c, level, batch)
    for outer, inner in ((4, 8), (2, 4), (1, 2)):
        level = Level(outer * c, inner * c, level, batch)
    network = Level(kinds[1], c, level, batch, first=kinds[0])
    stir(network)
    return network.eval()


def stir(network: nn.Module) -> None:
    """Statistics as of some training."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            assert layer.running_mean is not None and layer.running_var is not None
            nn.init.normal_(layer.running_mean, 0.0, 0.2)
            nn.init.uniform_(layer.running_var, 0.3, 1.5)


@pytest.mark.parametrize("batch", [False, True])
@pytest.mark.parametrize(
    ("blocks", "dropout", "reflect", "kinds"),
    [(6, False, True, (3, 3)), (9, True, True, (1, 3)), (2, True, False, (3, 1)),
     (3, False, False, (3, 3))],
)  # fmt: skip
def test_residual_generators(
    tmp_path: Path, batch: bool, blocks: int, dropout: bool, reflect: bool, kinds: tuple[int, int]
) -> None:
    torch.manual_seed(0)
    theirs = residual(4, blocks, batch, dropout, reflect, kinds)
    found = recognised(tmp_path, under("model.", theirs.state_dict()), size=(24, 20))
    finding = found.finding
    assert finding.family == "translator" and finding.multiple == 4
    assert finding.networks["generator"].settings["blocks"] == blocks
    assert finding.latent is not None and finding.latent.shape == (kinds[0], 24, 20)
    assert (finding.image.channels, finding.image.low) == (kinds[1], -1.0)
    x = torch.rand(2, kinds[0], 24, 20) * 2 - 1
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "generator")(source=x), theirs(x))


@pytest.mark.parametrize("batch", [False, True])
@pytest.mark.parametrize(("depth", "kinds"), [(7, (3, 3)), (8, (1, 3)), (5, (3, 1))])
def test_u_shaped_generators(
    tmp_path: Path, batch: bool, depth: int, kinds: tuple[int, int]
) -> None:
    torch.manual_seed(1)
    theirs = unet(2, depth, batch, kinds)
    side = 1 << depth
    found = recognised(tmp_path, under("model.", theirs.state_dict()))
    assert found.finding.multiple == found.finding.image.height == side
    assert found.finding.networks["generator"].settings["depth"] == depth
    x = torch.rand(1, kinds[0], side, side) * 2 - 1
    with torch.inference_mode():
        got = module(found, "generator")(source=x)
        torch.testing.assert_close(got, theirs(x), atol=1e-5, rtol=1e-4)


def test_statistics_that_old_instance_norms_kept_are_dropped(tmp_path: Path) -> None:
    theirs = residual(4, 6, False, False, True, (3, 3))
    state = under("model.", theirs.state_dict())
    plain = recognised(tmp_path, dict(state))
    for place, width in ((2, 4), (5, 8), (8, 16)):
        state[f"model.{place}.running_mean"] = torch.zeros(width)
        state[f"model.{place}.running_var"] = torch.ones(width)
    assert recognised(tmp_path, state).finding == plain.finding


def test_both_directions_of_a_cyclegan_are_offered(tmp_path: Path) -> None:
    one, two = (residual(4, 6, False, False, True, (3, 3)) for _ in range(2))
    states = [under("model.", network.state_dict()) for network in (one, two)]
    found = recognised(tmp_path, dict(zip(("netG_A", "netG_B"), states, strict=True)))
    assert len(found.others) == 1 and found.others[0].finding.networks.keys() == {"generator"}
    x = torch.rand(1, 3, 16, 16)
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "generator")(source=x), one(x))
        torch.testing.assert_close(module(found.others[0], "generator")(source=x), two(x))


def test_it_is_a_model_that_translates(tmp_path: Path) -> None:
    found = recognised(tmp_path, under("model.", unet(2, 5, True, (1, 3)).state_dict()))

    def opener() -> Network:
        return open_recognised(found, "generator")

    model = TranslatorModel(found.manifest(tmp_path / "x.pth"), {"generator": Adaptive([opener])})
    grey = np.random.default_rng(0).random((2, 32, 32, 1), np.float32)
    pictures = model.translate(grey)
    assert pictures.shape == (2, 32, 32, 3)
    assert 0 <= pictures.min() <= pictures.max() <= 1
    assert np.abs(pictures[0] - pictures[1]).max() > 1 / 255
