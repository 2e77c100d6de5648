"""Models that strangers trained, through the one door; what they show is set against plain torch.

The twins, checkpoints of the same layouts made here, need none of their files.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.families.diffusion import DiffusionModel
from explorer.library import find, open_model
from tests.formats.conftest import foreign
from tests.recognition.test_burgess import burgess, decode, encode

__all__ = ["foreign"]

SHOWN = {
    "disentangling-vae/VAE_mnist/model.pt": ("vae", (32, 32, 1)),
    "disentangling-vae/betaH_dsprites": ("vae", (64, 64, 1)),
    "saved_models/cifar10_64.ckpt": ("autoencoder", (32, 32, 3)),
    "taesd/taef2_decoder.pth": ("autoencoder", (128, 128, 3)),
    "ddpm-mnist/ddpm_mnist.pt": ("diffusion", (28, 28, 1)),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_strangers_model_opens_without_a_question(foreign: Path, name: str) -> None:
    family, shape = SHOWN[name]
    model = open_model(foreign / name, "cpu")
    assert model.spec.family == family
    pictures: NDArray[np.float32]
    if isinstance(model, DiffusionModel):
        pictures = model.denoise(seed=0, steps=4).image
    else:
        pictures = model.generate(model.latent.sample(2, 0))
    assert pictures.shape[-3:] == shape
    assert np.isfinite(pictures).all() and pictures.std() > 0.01


def rebuilds(path: Path, x: torch.Tensor, state: dict[str, torch.Tensor]) -> float:
    """The error of its reconstructions, which is within 1 % of the plain network's."""
    model = open_model(path, "cpu")
    with torch.inference_mode():
        plain = float((decode(state, encode(state, x)[0]) - x).square().mean())
    shown = np.ascontiguousarray(x.numpy().transpose(0, 2, 3, 1))
    error = float(np.square(model.generate(model.encode(shown)[0]) - shown).mean())
    assert error == pytest.approx(plain, rel=0.01)
    return error


def test_digits_come_back_as_from_the_plain_network(foreign: Path) -> None:
    data = foreign.parent / "data" / "digits.npz"
    if not data.is_file():
        pytest.skip("no digits here")
    with np.load(data) as digits:
        images = torch.from_numpy(digits["test_images"][:64]).float()[:, None] / 255
    path = foreign / "disentangling-vae" / "VAE_mnist" / "model.pt"
    state = torch.load(path, weights_only=True)
    assert rebuilds(path, F.pad(images, (2, 2, 2, 2)), state) < 0.02


def test_the_twin_a_folder_with_one_model_file(tmp_path: Path) -> None:
    """Beside settings that are nobody's index; with two files it is not known which is meant."""
    state = burgess(4, 32, 1)
    (tmp_path / "specs.json").write_text("{}")
    torch.save(state, tmp_path / "model.pt")
    assert find(tmp_path) == tmp_path / "model.pt"
    rebuilds(tmp_path, torch.rand(3, 1, 32, 32), state)
    torch.save(state, tmp_path / "last.pt")
    assert find(tmp_path) == tmp_path
