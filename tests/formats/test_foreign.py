"""Models that strangers trained, as they published them; each test has a twin that needs none.

The twins (`test_torch_files.py`, `test_pickle_machine.py`) write the same layouts with torch.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from explorer.formats import Budget, read

FILES = {
    "disentangling-vae/VAE_mnist/model.pt": ("torch-legacy", "float32"),
    "disentangling-vae/betaH_dsprites/model.pt": ("torch-legacy", "float32"),
    "taesd/taef2_encoder.pth": ("torch-zip", "float16"),
    "taesd/taef2_decoder.pth": ("torch-zip", "float16"),
    "ddpm-mnist/ddpm_mnist.pt": ("torch-zip", "float32"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_strangers_state_dict_is_read_to_the_bit(foreign: Path, name: str) -> None:
    layout, dtype = FILES[name]
    contents = read(foreign / name)
    wanted: Any = torch.load(foreign / name, weights_only=True, map_location="cpu")
    assert contents.format == layout
    assert list(contents.tensors) == list(wanted)
    for key, value in wanted.items():
        np.testing.assert_array_equal(contents.tensors[key].load(), value.cpu().numpy())
    assert {t.dtype for t in contents.tensors.values()} == {dtype}
    assert json.dumps(contents.summary())


def test_a_strangers_lightning_checkpoint_is_read(foreign: Path) -> None:
    """`weights_only=True` refuses it: its hyper-parameters are an AttributeDict."""
    path = foreign / "saved_models" / "cifar10_64.ckpt"
    contents = read(path)
    assert contents.format == "torch-zip"
    assert contents.metadata["hyper_parameters"]["latent_dim"] == 64
    assert contents.metadata["epoch"] == 145
    state = contents.under("state_dict.")
    assert len(state) == 24
    assert state["encoder.net.0.weight"].shape == (32, 3, 3, 3)
    assert "pytorch_lightning.utilities.parsing.AttributeDict" in contents.classes
    for value in state.values():
        assert np.isfinite(value.float32()).all()


@pytest.mark.parametrize("protocol", [2, 4])
def test_the_twin_a_checkpoint_of_that_shape_made_here(tmp_path: Path, protocol: int) -> None:
    """Old Lightning: hyper-parameters in an object of a class that is not installed."""
    settings: Any = argparse.Namespace(latent_dim=64, base_channel_size=32)
    state = {"encoder.net.0.weight": torch.ones(32, 3, 3, 3)}
    saved = {"epoch": 145, "state_dict": state, "hyper_parameters": settings}
    for zipped in (True, False):
        path = tmp_path / "m.ckpt"
        torch.save(saved, path, pickle_protocol=protocol, _use_new_zipfile_serialization=zipped)
        contents = read(path, Budget(isolate=False))
        assert contents.metadata["hyper_parameters"]["latent_dim"] == 64
        assert list(contents.under("state_dict.")) == list(state)
