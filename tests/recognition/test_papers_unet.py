"""The small U-Net of PapersReimplementations: noise as by plain functions, digits made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.families.diffusion import DiffusionModel
from explorer.formats import read
from explorer.recognition import recognise
from explorer.recognition.load import open_recognised
from explorer.runtimes import Adaptive
from tests.recognition.making import Maker, State, module, recognised, under


def unet(size: int, colours: int, widths: tuple[int, int, int], steps: int, time: int) -> State:
    make, (a, b, c) = Maker(), widths
    make.tensor("time_embed.weight", steps, time)
    low = (size // 4 - 1) // 2
    for name, side, channels in (
        ("1", size, (colours, a, a, a)), ("2", size // 2, (a, b, b, b)),
        ("3", size // 4, (b, c, c, c)), ("_mid", low, (c, b, b, c)),
        ("4", size // 4, (2 * c, c, b, b)), ("5", size // 2, (2 * b, b, a, a)),
        ("_out", size, (2 * a, a, a, a)),
    ):  # fmt: skip
        make.layer(f"te{name}.0", channels[0], time, bias=channels[0])
        make.layer(f"te{name}.2", channels[0], channels[0], bias=channels[0])
        for place in range(3):
            before, after = channels[place : place + 2]
            make.tensor(f"b{name}.{place}.ln.weight", before, side, side, scale=0.2, mean=1.0)
            make.tensor(f"b{name}.{place}.ln.bias", before, side, side, scale=0.2)
            make.layer(f"b{name}.{place}.conv1", after, before, 3, 3, bias=after)
            make.layer(f"b{name}.{place}.conv2", after, after, 3, 3, bias=after)
    kernels = (("down1", a, 4), ("down2", b, 4), ("down3.0", c, 2), ("down3.2", c, 4),
               ("up1.0", c, 4), ("up1.2", c, 2), ("up2", b, 4), ("up3", a, 4))  # fmt: skip
    for name, width, kernel in kernels:
        make.layer(name, width, width, kernel, kernel, bias=width)
    make.layer("conv_out", colours, a, 3, 3, bias=colours)
    return make.state


def predict(s: State, x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    """The project's own calls have t of shape (N, 1); so here."""
    times = s["time_embed.weight"][t]

    def linear(name: str, h: torch.Tensor) -> torch.Tensor:
        return F.linear(h, s[f"{name}.weight"], s[f"{name}.bias"])

    def conv(name: str, h: torch.Tensor, stride: int = 1, padding: int = 1) -> torch.Tensor:
        return F.conv2d(h, s[f"{name}.weight"], s[f"{name}.bias"], stride, padding)

    def up(name: str, h: torch.Tensor, stride: int = 2, padding: int = 1) -> torch.Tensor:
        return F.conv_transpose2d(h, s[f"{name}.weight"], s[f"{name}.bias"], stride, padding)

    def level(name: str, h: torch.Tensor) -> torch.Tensor:
        told = linear(f"te{name}.2", F.silu(linear(f"te{name}.0", times)))
        h = h + told.reshape(len(h), -1, 1, 1)
        for place in range(3):
            norm = s[f"b{name}.{place}.ln.weight"], s[f"b{name}.{place}.ln.bias"]
            if (name, place) != ("_out", 2):  # which has weights for it and was trained without
                h = F.layer_norm(h, h.shape[1:], *norm)
            h = F.silu(conv(f"b{name}.{place}.conv1", h))
            h = F.silu(conv(f"b{name}.{place}.conv2", h))
        return h

    one = level("1", x)
    two = level("2", conv("down1", one, 2))
    three = level("3", conv("down2", two, 2))
    mid = level("_mid", conv("down3.2", F.silu(conv("down3.0", three, 1, 0)), 2))
    h = level("4", torch.cat([three, up("up1.2", F.silu(up("up1.0", mid)), 1, 0)], 1))
    h = level("5", torch.cat([two, up("up2", h)], 1))
    return conv("conv_out", level("_out", torch.cat([one, up("up3", h)], 1)))


@pytest.mark.parametrize(
    ("size", "colours", "widths"), [(28, 1, (10, 20, 40)), (20, 3, (4, 6, 8)), (12, 1, (2, 4, 4))]
)
def test_sizes_are_deduced_and_answers_agree(
    tmp_path: Path, size: int, colours: int, widths: tuple[int, int, int]
) -> None:
    state = unet(size, colours, widths, steps=50, time=16)
    found = recognised(tmp_path, under("network.", state))
    finding = found.finding
    assert finding.family == "diffusion" and found.left == 0
    assert finding.diffusion["train_timesteps"] == 50
    assert (finding.image.low, finding.image.high) == (-1.0, 1.0)
    x, t = torch.randn(3, colours, size, size), torch.tensor([0, 7, 49])
    with torch.inference_mode():
        got = module(found, "denoiser")(sample=x, timestep=t)
        torch.testing.assert_close(got, predict(state, x, t[:, None]), atol=1e-4, rtol=1e-4)


def test_the_published_weights_make_digits(foreign: Path) -> None:
    """Clipped on x0, as DDPM does, its runs end in light strokes on dark ground."""
    path = foreign / "ddpm-mnist" / "ddpm_mnist.pt"
    found = recognise(read(path))
    assert found is not None and found.finding.image.height == 28

    def opener() -> Any:
        return open_recognised(found, "denoiser")

    model = DiffusionModel(found.manifest(path), {"denoiser": Adaptive([opener])})
    image = model.denoise(seed=0, steps=100, scheduler="ddpm").image
    assert np.median(image) < 0.2, "the ground is not dark"
    assert 0.02 < (image > 0.7).mean() < 0.4, "no strokes"
    assert np.abs(np.diff(image[..., 0], axis=0)).mean() < 0.15, "noise"
