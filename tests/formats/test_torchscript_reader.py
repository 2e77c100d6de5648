"""TorchScript: weights, layers and signature, without running what it brings."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from explorer.errors import FileDamaged, FileRefused
from explorer.formats import Port, read
from tests.formats.making import evil_pickle


class Decoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fit = nn.Linear(4, 12)
        self.up = nn.ConvTranspose2d(3, 3, 4, 2, 1)
        self.norm = nn.BatchNorm2d(3)
        self.register_buffer("kept", torch.ones(3))

    def forward(self, latent: torch.Tensor, temperature: float = 1.0) -> torch.Tensor:
        hidden = self.fit(latent * temperature).reshape(-1, 3, 2, 2)
        return torch.tanh(self.norm(self.up(hidden)))


def save(path: Path, kind: str) -> Decoder:
    torch.manual_seed(0)
    module = Decoder().eval()
    made: Any
    if kind == "traced":
        made = torch.jit.trace(module, torch.zeros(1, 4))
    else:
        made = torch.jit.script(module)
    made.save(str(path))
    return module


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("kind", ["traced", "scripted"])
def test_weights_layers_and_signature(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "m.pt"
    module = save(path, kind)
    contents = read(path)
    assert contents.format == "torchscript"
    assert contents.needs_trust
    state = module.state_dict()
    found = {n: t for n, t in contents.tensors.items() if not n.startswith("constants.")}
    assert set(found) == set(state) or kind == "traced"
    for name in state.keys() & found.keys():
        np.testing.assert_array_equal(found[name].load(), state[name].numpy())
    kinds = {layer.name: layer.kind for layer in contents.modules}
    assert kinds["up"] == "torch.nn.modules.conv.ConvTranspose2d"
    assert contents.inputs[0] == Port("latent", "Tensor", None)
    assert contents.outputs == (Port("", "Tensor", None),)
    assert contents.operators["tanh"] == 1
    assert any("running its program" in note for note in contents.notes)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_program_that_acts_when_loaded_does_not_act(tmp_path: Path, canary: Path) -> None:
    """`__setstate__` runs in torch.jit.load; here its code is a text that is not even parsed."""
    path = tmp_path / "m.pt"
    save(path, "scripted")
    evil = f"def __setstate__(self, state):\n    torch.save(state, '{canary}')\n".encode()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "evil.pt", "w") as new:
        for name in old.namelist():
            ours = "torchscript_reader" in name and name.endswith(".py")
            new.writestr(name, old.read(name) + (evil if ours else b""))
    contents = read(tmp_path / "evil.pt")
    assert contents.tensors
    assert contents.operators["save"] == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("part", ["data.pkl", "constants.pkl"])
def test_a_hostile_pickle_in_it_is_found(tmp_path: Path, canary: Path, part: str) -> None:
    path = tmp_path / "m.pt"
    save(path, "scripted")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "evil.pt", "w") as new:
        for name in old.namelist():
            evil = name.endswith("/" + part)
            new.writestr(name, evil_pickle(canary) if evil else old.read(name))
    with pytest.raises(FileRefused, match="system"):
        read(tmp_path / "evil.pt")


def test_a_zip_with_constants_alone_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("m/constants.pkl", b"\x80\x02).")
    with pytest.raises(FileDamaged, match=r"data.pkl"):
        read(path)
