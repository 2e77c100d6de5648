"""A code shared by domains: found whatever the domain, and drawn in the one that is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from explorer.errors import UnknownName
from explorer.families import Model
from explorer.families.shared_latent import SharedLatentModel
from explorer.library import open_model
from explorer.networks.shared_latent import SharedDecoder, SharedEncoder
from tests.support import tiny


@pytest.fixture
def model(tmp_path: Path) -> Model:
    return open_model(tiny.make_shared_latent(tmp_path), "cpu")


def test_a_code_is_drawn_in_the_domain_that_is_told(model: Model) -> None:
    z = model.latent.sample(2, 0)
    drawn = [model.generate(z, label=name) for name in tiny.CLASSES]
    assert np.abs(drawn[0] - drawn[1]).max() > 1 / 255
    assert np.array_equal(model.generate(z), drawn[0])
    with pytest.raises(UnknownName, match="no such class"):
        model.generate(z, label="crayon")


def test_translating_is_encoding_and_drawing(model: Model) -> None:
    """The deviation of the code is the paper's one, whatever the picture."""
    images = np.random.default_rng(0).random((3, tiny.SIZE, tiny.SIZE, 3)).astype(np.float32)
    mean, std = model.encode(images)
    assert (std == 1).all()
    assert np.array_equal(model.translate(images, label=2), model.generate(mean, label=2))


def test_a_picture_is_read_in_the_domain_that_draws_it_best(model: Model) -> None:
    """Each picture by itself, as if it were alone."""
    assert isinstance(model, SharedLatentModel)
    images = np.random.default_rng(1).random((4, tiny.SIZE, tiny.SIZE, 3)).astype(np.float32)
    found, (codes, _) = model.domains(images), model.encode(images)
    again = [np.abs(model.generate(codes, label=d) - images).mean((1, 2, 3)) for d in range(3)]
    for row, domain in enumerate(found):
        alone = model.encode(images[row : row + 1])[0]
        assert np.allclose(alone[0], codes[row], atol=1e-5)
        assert again[domain][row] <= min(one[row] for one in again) + 0.05


def test_the_networks_choose_as_their_parts_do() -> None:
    """What training asks of one domain is what the program asks by its label."""
    encoder, decoder = SharedEncoder(codes=3, width=4, deep=8), SharedDecoder(3, 3, 4, 8, 2, 2)
    image, label = torch.rand(2, 3, 32, 32), torch.tensor([1, 0])
    code = encoder(image, label)
    assert code.shape == (2, 12)
    assert torch.allclose(code[0], encoder.read(image, 1)[0], atol=1e-6)
    assert torch.allclose(code[1], encoder.read(image, 0)[1], atol=1e-6)
    drawn = decoder(code, label)
    assert torch.allclose(drawn[0], decoder.draw(code, 1)[0], atol=1e-6)
