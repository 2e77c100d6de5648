"""The networks whose numbers are probabilities: a flow, a PixelCNN and a Boltzmann machine."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
import torch
from torch import Tensor

from explorer.networks.glow import Glow, GlowInverse, laid_out, taken_apart
from explorer.networks.pixelcnn import Above, Along
from explorer.networks.rbm import Rbm
from explorer.training.recipes.digits_glow import bits_per_dimension, dequantised
from explorer.training.recipes.digits_rbm import log_partition


@pytest.fixture(autouse=True)
def _seeded() -> Iterator[None]:
    torch.manual_seed(0)
    with torch.inference_mode():
        yield


@torch.no_grad()
def _stirred(network: torch.nn.Module) -> torch.nn.Module:
    """As trained: no layer is at the zero that it begins at."""
    for weight in network.parameters():
        weight.add_(torch.randn_like(weight) * 0.05)
    return network.eval()


def _flow() -> Glow:
    flow = Glow(size=8, levels=2, depth=2, hidden=6)
    _stirred(flow)
    flow.start(torch.rand(16, 1, 8, 8))
    return flow


def test_a_flow_is_undone_exactly() -> None:
    flow, inverse = _flow(), GlowInverse(size=8, levels=2, depth=2, hidden=6)
    inverse.fold(flow)
    image = torch.rand(5, 1, 8, 8)
    latent, log_density = flow(image)
    back, stages, densities = inverse(latent)
    assert torch.allclose(back, image, atol=1e-5)
    assert torch.allclose(densities[:, -1], log_density, atol=1e-3)
    assert torch.equal(stages[:, 0], latent)
    assert torch.allclose(stages[:, -1] + 0.5, image, atol=1e-5)


@torch.inference_mode(False)
def test_a_flow_s_density_is_that_of_the_change_of_variables() -> None:
    """log p(x) = log N(z) + log |det dz/dx|, the Jacobian taken by differentiation."""
    flow = _flow()
    image = torch.rand(1, 1, 8, 8)

    def noise(flat: Tensor) -> Tensor:
        latent: Tensor = flow(flat.view(1, 1, 8, 8))[0]
        return latent.flatten()

    jacobian = torch.autograd.functional.jacobian(noise, image.flatten())
    latent, log_density = flow(image)
    normal = torch.distributions.Normal(0.0, 1.0).log_prob(latent).sum()
    wanted = torch.linalg.slogdet(jacobian.double())[1] + normal
    assert float(log_density.detach()) == pytest.approx(float(wanted.detach()), abs=1e-2)


def test_laying_a_flow_s_numbers_out_loses_none() -> None:
    picture = torch.rand(2, 1, 16, 16)
    assert torch.equal(laid_out(*taken_apart(picture, 3)), picture)


def test_a_first_batch_begins_with_unit_variance() -> None:
    flow = Glow(size=8, levels=1, depth=1, hidden=4)
    batch = torch.rand(64, 1, 8, 8) * 0.01 + 0.3
    flow.start(batch)
    latent, _ = flow(batch)
    assert float(latent.mean()) == pytest.approx(0, abs=1e-3)


def test_uniform_noise_costs_eight_bits() -> None:
    """A density of 1 over [0, 1] for each of 256 equally likely levels."""
    assert bits_per_dimension(torch.zeros(2)).tolist() == [8.0, 8.0]
    levels = torch.tensor([0.0, 1.0]).expand(3, 2)
    found = dequantised(levels)
    assert bool((found[:, 0] < 1 / 256).all() & (found[:, 1] >= 255 / 256).all())


def test_a_pixel_sees_the_pixels_before_it_and_no_other() -> None:
    """Change one pixel: nothing before it in raster order, and not itself, answers otherwise."""
    above, along = Above(4, (1, 2), 3), Along(4, (1, 2), 3, levels=8, hidden=6)
    image, label = torch.rand(1, 1, 9, 9), torch.tensor([1])

    def answer(picture: Tensor) -> Tensor:
        logits: Tensor = along(picture, above(picture, label), label)
        return logits

    before = answer(image)
    for y, x in ((0, 0), (3, 4), (5, 8)):
        other = image.clone()
        other[0, 0, y, x] += 0.7
        moved = (answer(other) != before).any(1)[0].flatten()
        assert not moved[: y * 9 + x + 1].any()
        assert moved[y * 9 + x + 1 :].any()


def test_a_row_alone_is_answered_as_within_the_picture() -> None:
    above, along = Above(4, (1, 2), 3), Along(4, (1, 2), 3, levels=8, hidden=6)
    image, label = torch.rand(1, 1, 6, 6), torch.tensor([2])
    context = above(image, label)
    whole = along(image, context, label)
    row = along(image[:, :, 3:4], context[:, :, 3:4], label)
    assert torch.allclose(whole[:, :, 3:4], row, atol=1e-6)


def _tiny_machine() -> Rbm:
    machine = Rbm(hidden=4, size=2)
    machine.weight.copy_(torch.randn(4, 4))
    machine.pixel_bias.copy_(torch.randn(4))
    machine.hidden_bias.copy_(torch.randn(4))
    return machine


def _states(count: int) -> Tensor:
    return torch.tensor(list(itertools.product((0.0, 1.0), repeat=count)))


def test_free_energy_sums_over_all_hidden_states() -> None:
    machine = _tiny_machine()
    pixels = _states(4)
    hidden = _states(4)
    energy = -(pixels @ machine.pixel_bias)[:, None] - (hidden @ machine.hidden_bias)[None]
    energy = energy - pixels @ machine.weight.t() @ hidden.t()
    wanted = -torch.logsumexp(-energy, 1)
    found = machine(pixels.view(-1, 1, 2, 2), torch.zeros(16, 4))[2]
    assert torch.allclose(found, wanted, atol=1e-5)


def test_annealing_finds_the_constant_of_a_machine_small_enough_to_count() -> None:
    machine = _tiny_machine()
    wanted = float(torch.logsumexp(-machine.free_energy(_states(4)), 0))
    found, error = log_partition(machine, torch.full((4,), 0.5), runs=500, temperatures=200)
    assert found == pytest.approx(wanted, abs=0.1)
    assert error < 0.1


def test_gibbs_sweeps_settle_in_the_machine_s_own_distribution() -> None:
    machine = _tiny_machine()
    pixels = torch.zeros(4_000, 4)
    for _ in range(60):
        pixels = machine.sweep(pixels)
    states = _states(4)
    wanted = torch.softmax(-machine.free_energy(states), 0)
    numbers = (pixels @ torch.tensor([8.0, 4.0, 2.0, 1.0])).long()
    found = torch.bincount(numbers, minlength=16) / len(pixels)
    assert float((found - wanted).abs().max()) < 0.04
