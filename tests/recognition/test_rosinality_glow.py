"""Glow in rosinality's layout: its pictures by the paper's equations, and its exact inverse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.library import open_model
from explorer.opening.answers import of
from explorer.opening.convert import convert
from explorer.opening.explain import understand
from tests.recognition.making import Maker, module, recognised, under


class Made:
    """Random weights, well behaved, under that project's names."""

    def __init__(
        self, colours: int, flows: int, levels: int, affine: bool = True, whole: bool = False,
        hidden: int = 6,
    ) -> None:  # fmt: skip
        make = Maker(7)
        self.flows, self.levels, self.affine = flows, levels, affine
        for level in range(levels):
            channels, last = 4 * colours << level, level == levels - 1
            for n in range(flows):
                name = f"blocks.{level}.flows.{n}"
                make.tensor(f"{name}.actnorm.loc", 1, channels, 1, 1, scale=0.1)
                make.tensor(f"{name}.actnorm.scale", 1, channels, 1, 1, scale=0.1, mean=1.0)
                make.state[f"{name}.actnorm.initialized"] = torch.tensor(1, dtype=torch.uint8)
                self._mix(make, f"{name}.invconv", channels, whole and not last)
                net = f"{name}.coupling.net"
                make.layer(f"{net}.0", hidden, channels // 2, 3, 3, bias=hidden)
                make.layer(f"{net}.2", hidden, hidden, 1, 1, bias=hidden)
                self._zeroed(make, f"{net}.4", hidden, channels if affine else channels // 2)
            wide = (channels, 2 * channels) if last else (channels // 2, channels)
            self._zeroed(make, f"blocks.{level}.prior", *wide)
        self.state = make.state

    @staticmethod
    def _mix(make: Maker, name: str, channels: int, whole: bool) -> None:
        make.tensor("square", channels, channels)
        square = torch.linalg.qr(make.state.pop("square"))[0]
        if whole:
            make.state[f"{name}.weight"] = square[:, :, None, None].contiguous()
            return
        order, lower, upper = torch.linalg.lu(square)
        diagonal = upper.diagonal()
        mask = torch.ones(channels, channels).triu(1)
        make.state |= {
            f"{name}.w_p": order.contiguous(), f"{name}.u_mask": mask,
            f"{name}.l_mask": mask.T.contiguous(), f"{name}.s_sign": diagonal.sign(),
            f"{name}.l_eye": torch.eye(channels),
            f"{name}.w_l": lower.contiguous(), f"{name}.w_s": diagonal.abs().log(),
            f"{name}.w_u": upper.triu(1).contiguous(),
        }  # fmt: skip

    @staticmethod
    def _zeroed(make: Maker, name: str, into: int, out: int) -> None:
        make.layer(f"{name}.conv", out, into, 3, 3, bias=out)
        make.tensor(f"{name}.scale", 1, out, 1, 1, scale=0.1)
        for what in ("weight", "bias"):
            make.state[f"{name}.conv.{what}"] *= 0.3

    # -- the paper, the way back, one item at a time --------------------------------------------

    def picture(self, noises: list[torch.Tensor]) -> torch.Tensor:
        """What noises of the levels, the first level's first, become; about -0.5 to 0.5."""
        x = noises[-1]
        for level in reversed(range(self.levels)):
            last = level == self.levels - 1
            told = self._last(f"blocks.{level}.prior", torch.zeros_like(x) if last else x)
            mean, log_spread = told.chunk(2, 1)
            off = mean + log_spread.exp() * noises[level]
            x = off if last else torch.cat([x, off], 1)
            for n in reversed(range(self.flows)):
                x = self._back(f"blocks.{level}.flows.{n}", x)
            count, channels, height, width = x.shape
            parts = x.reshape(count, channels // 4, 2, 2, height, width)
            x = parts.permute(0, 1, 4, 2, 5, 3).reshape(count, -1, 2 * height, 2 * width)
        return x

    def _back(self, name: str, y: torch.Tensor) -> torch.Tensor:
        s = self.state
        kept, moved = y.chunk(2, 1)
        net = f"{name}.coupling.net"
        held = F.conv2d(kept, s[f"{net}.0.weight"], s[f"{net}.0.bias"], padding=1).relu()
        held = F.conv2d(held, s[f"{net}.2.weight"], s[f"{net}.2.bias"]).relu()
        held = self._last(f"{net}.4", held)
        if self.affine:
            scale, shift = held.chunk(2, 1)
            moved = moved / torch.sigmoid(scale + 2) - shift
        else:
            moved = moved - held
        x = torch.einsum("ij,njhw->nihw", self.kernel(f"{name}.invconv").inverse(),
                         torch.cat([kept, moved], 1))  # fmt: skip
        return x / s[f"{name}.actnorm.scale"] - s[f"{name}.actnorm.loc"]

    def kernel(self, name: str) -> torch.Tensor:
        s = self.state
        if f"{name}.weight" in s:
            return s[f"{name}.weight"][:, :, 0, 0]
        lower = s[f"{name}.w_l"] * s[f"{name}.l_mask"] + s[f"{name}.l_eye"]
        diagonal = torch.diag(s[f"{name}.s_sign"] * s[f"{name}.w_s"].exp())
        return s[f"{name}.w_p"] @ lower @ (s[f"{name}.w_u"] * s[f"{name}.u_mask"] + diagonal)

    def _last(self, name: str, x: torch.Tensor) -> torch.Tensor:
        s = self.state
        x = F.pad(x, (1, 1, 1, 1), value=1.0)
        made = F.conv2d(x, s[f"{name}.conv.weight"], s[f"{name}.conv.bias"])
        return made * (3 * s[f"{name}.scale"]).exp()


SIZES: list[Any] = [
    pytest.param(Made(3, 2, 3), id="colour, affine"),
    pytest.param(Made(1, 3, 2, affine=False), id="grey, additive"),
    pytest.param(Made(3, 2, 2, whole=True), id="mixing not factored, but at the last level"),
]


def noises(made: Made, latent: torch.Tensor) -> list[torch.Tensor]:
    """A latent laid out as a picture, taken apart level by level."""
    found, x = list[torch.Tensor](), latent
    for level in range(made.levels):
        x = F.pixel_unshuffle(x, 2)
        if level == made.levels - 1:
            return [*found, x]
        x, off = x.chunk(2, 1)
        found.append(off)
    raise AssertionError


@pytest.mark.parametrize("made", SIZES)
def test_it_draws_what_the_paper_says_and_its_inverse_is_exact(tmp_path: Path, made: Made) -> None:
    path = tmp_path / "model_001000.pt"
    torch.save(under("module.", made.state), path)
    model = open_model(path, "cpu", size=(16, 16))
    colours = model.spec.image.channels
    assert model.spec.family == "flow" and model.latent.shape == (colours, 16, 16)
    latents = model.latent.sample(2, 0)
    with torch.inference_mode():
        wanted = made.picture(noises(made, torch.from_numpy(latents))).numpy() + 0.5
    inverse = model.networks["inverse"].run({"latent": latents})
    np.testing.assert_allclose(inverse["image"], wanted, atol=1e-4)
    assert wanted.std() > 0.3
    flow = model.networks["flow"].run({"image": inverse["image"]})
    np.testing.assert_allclose(flow["latent"], latents, atol=2e-3)
    np.testing.assert_allclose(flow["log_density"], inverse["log_densities"][:, -1], rtol=1e-3)
    assert inverse["stages"].shape[1] == made.flows * made.levels + 1


@pytest.mark.parametrize("made", SIZES[1:2])
def test_its_density_is_that_of_the_change_of_variables(tmp_path: Path, made: Made) -> None:
    """The determinant of all derivatives, taken at one picture."""
    found = recognised(tmp_path, made.state, size=(4, 4))
    flow = module(found, "flow").double().requires_grad_(False)
    image = torch.rand(1, 1, 4, 4, dtype=torch.float64)

    def latent(flat: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = flow(flat.reshape(1, 1, 4, 4))[0]
        return found.reshape(-1)

    jacobian = torch.autograd.functional.jacobian(latent, image.reshape(-1))
    z = latent(image.reshape(-1))
    normal = -0.5 * (z.square() + np.log(2 * np.pi)).sum()
    wanted = normal + torch.linalg.slogdet(jacobian)[1]
    torch.testing.assert_close(flow(image)[1][0], wanted, atol=1e-4, rtol=1e-4)


def test_any_size_its_levels_allow_is_taken_and_it_can_be_converted(tmp_path: Path) -> None:
    path = tmp_path / "glow.pt"
    torch.save(SIZES[0].values[0].state, path)
    assert open_model(path, "cpu").latent.shape == (3, 64, 64)
    model = open_model(path, "cpu", size=(24, 32))
    assert model.latent.shape == (3, 24, 32)
    latents = model.latent.sample(1, 3)
    found = understand(path, of(size=(24, 32)))
    convert(found, tmp_path / "ours")
    again = open_model(tmp_path / "ours", "cpu")
    assert abs(again.generate(latents) - model.generate(latents)).max() < 1 / 255
