"""The autoencoder of tutorial 9 in a Lightning checkpoint, against torch's layers in a row."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from explorer.assets import models_dir
from explorer.formats import read
from explorer.recognition import recognise
from tests.recognition.making import module, recognised, under


def encoder(latent: int, colours: int, c: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(colours, c, 3, padding=1, stride=2), nn.GELU(),
        nn.Conv2d(c, c, 3, padding=1), nn.GELU(),
        nn.Conv2d(c, 2 * c, 3, padding=1, stride=2), nn.GELU(),
        nn.Conv2d(2 * c, 2 * c, 3, padding=1), nn.GELU(),
        nn.Conv2d(2 * c, 2 * c, 3, padding=1, stride=2), nn.GELU(),
        nn.Flatten(), nn.Linear(32 * c, latent),
    )  # fmt: skip


def decoder(latent: int, colours: int, c: int) -> tuple[nn.Sequential, nn.Sequential]:
    def up(before: int, after: int) -> nn.ConvTranspose2d:
        return nn.ConvTranspose2d(before, after, 3, output_padding=1, padding=1, stride=2)

    linear = nn.Sequential(nn.Linear(latent, 32 * c), nn.GELU())
    return linear, nn.Sequential(
        up(2 * c, 2 * c), nn.GELU(), nn.Conv2d(2 * c, 2 * c, 3, padding=1), nn.GELU(),
        up(2 * c, c), nn.GELU(), nn.Conv2d(c, c, 3, padding=1), nn.GELU(),
        up(c, colours), nn.Tanh(),
    )  # fmt: skip


@pytest.mark.parametrize(("latent", "colours", "width"), [(64, 3, 8), (5, 1, 4)])
def test_sizes_are_deduced_and_answers_agree(
    tmp_path: Path, latent: int, colours: int, width: int
) -> None:
    torch.manual_seed(0)
    first, (linear, net) = encoder(latent, colours, width), decoder(latent, colours, width)
    state = under("encoder.net.", first.state_dict()) | under("decoder.net.", net.state_dict())
    state |= under("decoder.linear.", linear.state_dict())
    saved = {"epoch": 3, "state_dict": state, "hyper_parameters": {"latent_dim": latent}}
    found = recognised(tmp_path, saved, "m.ckpt")
    finding = found.finding
    assert finding.latent is not None and finding.latent.shape == (latent,)
    assert (finding.image.height, finding.image.channels) == (32, colours)
    assert (finding.image.low, finding.image.high) == (-1.0, 1.0)
    x, z = torch.rand(2, colours, 32, 32) * 2 - 1, torch.randn(2, latent)
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "encoder")(image=x), first(x))
        wanted = net(linear(z).reshape(2, -1, 4, 4))
        torch.testing.assert_close(module(found, "decoder")(latent=z), wanted)


def test_the_published_checkpoint_rebuilds_pictures(foreign: Path) -> None:
    """The bundled scenes come back blurred: colours and places are kept in 64 numbers."""
    found = recognise(read(foreign / "saved_models" / "cifar10_64.ckpt"))
    assert found is not None and found.left == 0
    with Image.open(models_dir() / "scenes-vae" / "preview.png") as preview:
        sheet = preview.convert("RGB").resize((128, 128), Image.Resampling.BICUBIC)
    tiles = np.asarray(sheet, np.float32).reshape(4, 32, 4, 32, 3).transpose(0, 2, 4, 1, 3)
    images = torch.from_numpy(tiles.reshape(16, 3, 32, 32) / 127.5 - 1)
    with torch.inference_mode():
        again = module(found, "decoder")(latent=module(found, "encoder")(image=images))
    assert (again - images).abs().mean() < 0.12
