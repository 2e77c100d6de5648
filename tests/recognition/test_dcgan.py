"""The DCGAN example's two networks, in every wrapping people save them in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn
from torch.nn.utils import parametrizations, spectral_norm

from explorer.formats import read
from explorer.recognition import pair, recognise
from tests.recognition.making import State, module, recognised, under


def generator(nz: int, ngf: int, nc: int, size: int) -> nn.Sequential:
    """The example's row written anew with torch's layers: the independent reference."""
    widths = [ngf * (size >> 3) >> i for i in range(size.bit_length() - 3)]
    layers: list[nn.Module] = []
    for place, (before, after) in enumerate(zip([nz, *widths], widths, strict=False)):
        step = (4, 1, 0) if place == 0 else (4, 2, 1)
        layers += [nn.ConvTranspose2d(before, after, *step, bias=False), nn.BatchNorm2d(after)]
        layers += [nn.ReLU(True)]
    layers += [nn.ConvTranspose2d(widths[-1], nc, 4, 2, 1, bias=False), nn.Tanh()]
    return stirred(nn.Sequential(*layers))


def discriminator(ndf: int, nc: int, size: int) -> nn.Sequential:
    """Without the example's closing sigmoid: a score is its input."""
    layers: list[nn.Module] = [nn.Conv2d(nc, ndf, 4, 2, 1, bias=False), nn.LeakyReLU(0.2)]
    for place in range(size.bit_length() - 4):
        before, after = ndf << place, ndf << (place + 1)
        layers += [nn.Conv2d(before, after, 4, 2, 1, bias=False), nn.BatchNorm2d(after)]
        layers += [nn.LeakyReLU(0.2)]
    layers += [nn.Conv2d(ndf << (size.bit_length() - 4), 1, 4, 1, 0, bias=False)]
    return stirred(nn.Sequential(*layers))


def stirred(network: nn.Sequential) -> nn.Sequential:
    """Statistics as of some training."""
    for layer in network:
        if isinstance(layer, nn.BatchNorm2d):
            assert layer.running_mean is not None and layer.running_var is not None
            nn.init.normal_(layer.running_mean, 0.0, 0.3)
            nn.init.uniform_(layer.running_var, 0.2, 2.0)
            nn.init.normal_(layer.weight, 1.0, 0.3)
    return network.eval()


def main(network: nn.Module) -> State:
    return under("main.", network.state_dict())


@pytest.mark.parametrize(
    ("nz", "ngf", "nc", "size"), [(100, 8, 3, 64), (7, 4, 1, 32), (16, 2, 3, 128)]
)
def test_a_generator_of_any_size(tmp_path: Path, nz: int, ngf: int, nc: int, size: int) -> None:
    torch.manual_seed(0)
    theirs = generator(nz, ngf, nc, size)
    found = recognised(tmp_path, main(theirs), "netG_epoch_24.pth")
    finding, image = found.finding, found.finding.image
    assert finding.family == "gan" and not finding.needs
    assert finding.latent is not None and finding.latent.shape == (nz,)
    assert (image.height, image.width, image.channels) == (size, size, nc)
    assert (image.low, image.high) == (-1.0, 1.0)
    z = torch.randn(2, nz)
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "generator")(latent=z), theirs(z[..., None, None]))


@pytest.mark.parametrize(("ndf", "nc", "size"), [(8, 3, 64), (4, 1, 32), (4, 3, 128)])
def test_a_discriminator_waits_for_its_generator(
    tmp_path: Path, ndf: int, nc: int, size: int
) -> None:
    torch.manual_seed(1)
    theirs = discriminator(ndf, nc, size)
    critic = recognised(tmp_path, main(theirs), "netD.pth")
    assert critic.finding.needs == ("generator",)
    x = torch.rand(2, nc, size, size) * 2 - 1
    with torch.inference_mode():
        torch.testing.assert_close(module(critic, "critic")(image=x), theirs(x).reshape(-1))
    other = recognised(tmp_path, main(generator(9, 4, nc, size)), "netG.pth")
    for both in (pair(critic, other), pair(other, critic)):
        assert both is not None and not both.finding.needs
        assert both.finding.networks.keys() == {"generator", "critic"}
        assert both.finding.latent is not None and both.finding.latent.shape == (9,)
        assert both.weights["critic"] is critic.weights["critic"]
    assert pair(other, other) is None


def test_what_does_not_belong_together_is_not_paired(tmp_path: Path) -> None:
    critic = recognised(tmp_path, main(discriminator(4, 3, 32)))
    assert pair(critic, recognised(tmp_path, main(generator(9, 4, 1, 32)))) is None
    assert pair(critic, recognised(tmp_path, main(generator(9, 2, 3, 64)))) is None


def wrappings(state: State, raw: State, critic: State) -> dict[str, Any]:
    optimiser = {"state": {0: {"exp_avg": torch.ones(5, 5)}}, "param_groups": [{"lr": 2e-4}]}
    return {
        "plain": state,
        "parallel": under("module.", state),
        "row alone": {n.removeprefix("main."): v for n, v in state.items()},
        "attribute": under("generator.", state),
        "lightning": {"state_dict": under("netG.", state), "optimizer_states": [optimiser]},
        "both": {"netG": state, "netD": critic, "optimizerG": optimiser},
        "averaged": {"G": raw, "D": critic, "G_ema": state},
        "ema model": {"model": raw, "ema_model": under("module.", state), "opt": optimiser},
        "half": {n: v.half() if v.is_floating_point() else v for n, v in state.items()},
        "without counters": {n: v for n, v in state.items() if "num_batches" not in n},
    }


@pytest.mark.parametrize("how", wrappings({}, {}, {}))
def test_every_wrapping_is_taken_off(tmp_path: Path, how: str) -> None:
    torch.manual_seed(2)
    theirs, raw, critic = generator(5, 4, 1, 32), generator(5, 4, 1, 32), discriminator(4, 1, 32)
    saved = wrappings(main(theirs), main(raw), main(critic))[how]
    found = recognised(tmp_path, saved)
    assert ("critic" in found.finding.networks) == (how in {"both", "averaged"})
    z = torch.randn(2, 5)
    with torch.inference_mode():
        wanted, got = theirs(z[..., None, None]), module(found, "generator")(latent=z)
    torch.testing.assert_close(got, wanted, atol=2e-3 if how == "half" else 1e-5, rtol=1e-3)
    averaged = how in {"averaged", "ema model"}
    assert any("averaged" in sentence for sentence in found.finding.because) == averaged


@pytest.mark.parametrize("way", ["hooks", "parametrizations"])
def test_spectral_norms_are_folded(tmp_path: Path, way: str) -> None:
    """Both ways torch stores them, for convolutions and for square transposed ones too."""
    torch.manual_seed(3)
    normed = spectral_norm if way == "hooks" else parametrizations.spectral_norm
    critic, maker = discriminator(4, 1, 32), generator(8, 2, 1, 32)
    first = nn.ConvTranspose2d(8, 8, 4, 1, 0, bias=False)
    maker[0] = first
    for network in (critic, maker):
        for layer in network:
            if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
                nn.init.normal_(layer.weight, 0.0, 0.5)
                normed(layer, n_power_iterations=20)
    x, z = torch.rand(2, 1, 32, 32), torch.randn(2, 8)
    for network, given in ((critic.train(), x), (maker.train(), z[..., None, None])):
        network(given)  # a step of power iteration
    stirred(critic), stirred(maker)
    found = recognised(tmp_path, {"D": main(critic), "G": main(maker)})
    with torch.inference_mode():
        torch.testing.assert_close(module(found, "critic")(image=x), critic(x).reshape(-1))
        wanted = maker(z[..., None, None])
        torch.testing.assert_close(module(found, "generator")(latent=z), wanted)


def test_a_row_inside_something_larger_is_not_taken(tmp_path: Path) -> None:
    """A decoder that happens to look the same has an encoder and activations of its own."""
    state = under("decoder.", generator(8, 4, 1, 32).state_dict())
    state["encoder.fc.weight"] = torch.zeros(8, 100)
    torch.save(state, tmp_path / "m.pt")
    assert recognise(read(tmp_path / "m.pt")) is None
