"""The Burgess VAE from its public layout: sizes deduced, answers as of plain layers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.formats import read
from explorer.recognition import recognise
from tests.recognition.making import Maker, State, module, recognised


def burgess(latent: int, size: int, colours: int, channels: int = 32, hidden: int = 256) -> State:
    make = Maker()
    names = ["conv1", "conv2", "conv3"] + (["conv_64"] if size == 64 else [])
    for place, name in enumerate(names):
        make.layer(f"encoder.{name}", channels, channels if place else colours, 4, 4, bias=channels)
    make.layer("encoder.lin1", hidden, channels * 16, bias=hidden)
    make.layer("encoder.lin2", hidden, hidden, bias=hidden)
    make.layer("encoder.mu_logvar_gen", 2 * latent, hidden, bias=2 * latent)
    make.layer("decoder.lin1", hidden, latent, bias=hidden)
    make.layer("decoder.lin2", hidden, hidden, bias=hidden)
    make.layer("decoder.lin3", channels * 16, hidden, bias=channels * 16)
    ups = (["convT_64"] if size == 64 else []) + ["convT1", "convT2", "convT3"]
    for name in ups:
        out = colours if name == "convT3" else channels
        make.layer(f"decoder.{name}", channels, out, 4, 4, bias=out)
    return make.state


def encode(s: State, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """An independent reading of the paper: functions alone, interleaved mean and log variance."""
    for name in ("conv1", "conv2", "conv3", "conv_64"):
        if f"encoder.{name}.weight" in s:
            x = F.conv2d(x, s[f"encoder.{name}.weight"], s[f"encoder.{name}.bias"], 2, 1).relu()
    x = x.reshape(len(x), -1)
    for name in ("lin1", "lin2"):
        x = F.linear(x, s[f"encoder.{name}.weight"], s[f"encoder.{name}.bias"]).relu()
    out = F.linear(x, s["encoder.mu_logvar_gen.weight"], s["encoder.mu_logvar_gen.bias"])
    return out[:, 0::2], out[:, 1::2]


def decode(s: State, z: torch.Tensor) -> torch.Tensor:
    for name in ("lin1", "lin2", "lin3"):
        z = F.linear(z, s[f"decoder.{name}.weight"], s[f"decoder.{name}.bias"]).relu()
    x = z.reshape(len(z), -1, 4, 4)
    for name in ("convT_64", "convT1", "convT2", "convT3"):
        if f"decoder.{name}.weight" in s:
            weight, bias = s[f"decoder.{name}.weight"], s[f"decoder.{name}.bias"]
            x = F.conv_transpose2d(x, weight, bias, 2, 1)
            x = x.sigmoid() if name == "convT3" else x.relu()
    return x


@pytest.mark.parametrize(("latent", "size", "colours"), [(10, 32, 1), (4, 64, 3), (128, 64, 1)])
def test_sizes_are_deduced_and_answers_agree(
    tmp_path: Path, latent: int, size: int, colours: int
) -> None:
    state = burgess(latent, size, colours)
    found = recognised(tmp_path, state)
    finding = found.finding
    assert finding.family == "vae"
    assert finding.latent is not None and finding.latent.shape == (latent,)
    image = finding.image
    assert (image.height, image.width, image.channels) == (size, size, colours)
    assert (image.low, image.high) == (0.0, 1.0)
    assert any("sigmoid" in sentence for sentence in finding.because)
    assert found.left == 0
    x = torch.rand(3, colours, size, size)
    with torch.inference_mode():
        mean, log_variance = module(found, "encoder")(image=x)
        torch.testing.assert_close((mean, log_variance), encode(state, x))
        torch.testing.assert_close(module(found, "decoder")(latent=mean), decode(state, mean))


def test_published_weights_rebuild_digits_as_the_plain_network_does(foreign: Path) -> None:
    """Digits padded to 32 pixels, as they were trained: the same error, well within 1 %."""
    data = foreign.parent / "data" / "digits.npz"
    if not data.is_file():
        pytest.skip("no digits here")
    with np.load(data) as digits:
        images = torch.from_numpy(digits["test_images"][:64]).float()[:, None] / 255
    x = F.pad(images, (2, 2, 2, 2))
    path = foreign / "disentangling-vae" / "VAE_mnist" / "model.pt"
    state, found = torch.load(path, weights_only=True), recognise(read(path))
    assert found is not None
    with torch.inference_mode():
        wanted = decode(state, encode(state, x)[0])
        mean, _ = module(found, "encoder")(image=x)
        error = float((module(found, "decoder")(latent=mean) - x).square().mean())
        plain = float((wanted - x).square().mean())
    assert error == pytest.approx(plain, rel=0.01)
    assert plain < 0.02, "digits do not come back"


def test_a_layout_with_a_layer_more_is_not_taken_for_it(tmp_path: Path) -> None:
    """All names and shapes count: half a match would draw nonsense."""
    state = burgess(10, 32, 1) | {"decoder.extra.weight": torch.zeros(2, 2)}
    torch.save(state, tmp_path / "m.pt")
    assert recognise(read(tmp_path / "m.pt")) is None


@pytest.mark.parametrize(
    ("name", "size", "latent"), [("VAE_mnist", 32, 10), ("betaH_dsprites", 64, 10)]
)
def test_the_published_weights_open_without_a_question(
    foreign: Path, name: str, size: int, latent: int
) -> None:
    path = foreign / "disentangling-vae" / name / "model.pt"
    found = recognise(read(path))
    assert found is not None and not found.finding.needs
    assert found.finding.image.height == size
    assert found.finding.latent is not None and found.finding.latent.shape == (latent,)
    state = torch.load(path, weights_only=True)
    z = torch.from_numpy(np.asarray(found.finding.latent.sample(4, 0)))
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "decoder")(latent=z), decode(state, z))
