"""Checkpoints written by torch itself, in every layout, against what torch reads back."""

from __future__ import annotations

import argparse
import pickle
import tarfile
import warnings
from collections import OrderedDict
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from explorer.errors import FileDamaged, FileRefused
from explorer.formats import Budget, Contents, read
from tests.formats import making

HERE = Budget(isolate=False)


def same(contents: Contents, state: dict[str, torch.Tensor], prefix: str = "") -> None:
    """The tensors of `contents` under `prefix` are those of `state`, to the bit, in order."""
    found = contents.under(prefix)
    assert list(found) == list(state)
    for name, wanted in state.items():
        got = found[name]
        assert got.shape == tuple(wanted.shape)
        assert got.dtype == str(wanted.dtype).removeprefix("torch.")
        bits = wanted.detach().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes()
        assert got.load().tobytes() == bits, name


class Small(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.ConvTranspose2d(4, 3, 4, stride=2, padding=1), nn.BatchNorm2d(3), nn.LeakyReLU(0.2)
        )
        self.register_buffer("kept", torch.ones(2))
        self.register_buffer("passing", torch.ones(2), persistent=False)


@pytest.fixture
def state() -> dict[str, torch.Tensor]:
    torch.manual_seed(0)
    base = torch.randn(8, 6)
    numbers: list[tuple[str, torch.dtype]] = [
        ("float16", torch.float16), ("bfloat16", torch.bfloat16), ("float64", torch.float64),
        ("int8", torch.int8), ("int16", torch.int16), ("int32", torch.int32),
        ("int64", torch.int64), ("uint8", torch.uint8), ("bool", torch.bool),
        ("complex64", torch.complex64), ("float8_e4m3fn", torch.float8_e4m3fn),
        ("float8_e5m2", torch.float8_e5m2), ("uint16", torch.uint16),
    ]  # fmt: skip
    found = {name: base.abs().to(dtype) for name, dtype in numbers}
    views = {
        "plain": base, "transposed": base.t(), "slice": base[2:5, 1::2], "tied": base,
        "scalar": torch.tensor(3.5), "empty": torch.zeros(0, 4),
        "expanded": torch.ones(1).expand(7),
        "channels_last": torch.randn(2, 3, 4, 4).to(memory_format=torch.channels_last),
        "parameter": nn.Parameter(torch.randn(3)),
    }  # fmt: skip
    return OrderedDict({**views, **found})


@pytest.mark.parametrize("isolate", [True, False])
def test_every_type_and_view_in_a_zip(
    tmp_path: Path, state: dict[str, torch.Tensor], isolate: bool
) -> None:
    path = tmp_path / "m.pt"
    torch.save(state, path)
    contents = read(path, Budget(isolate=isolate))
    assert contents.format == "torch-zip"
    same(contents, state)
    assert contents.count == sum(t.numel() for t in state.values())


@pytest.mark.parametrize("protocol", [2, 4])
def test_every_type_and_view_in_the_old_layout(
    tmp_path: Path, state: dict[str, torch.Tensor], protocol: int
) -> None:
    path = tmp_path / "m.pth"
    torch.save(state, path, _use_new_zipfile_serialization=False, pickle_protocol=protocol)
    contents = read(path, HERE)
    assert contents.format == "torch-legacy"
    same(contents, state)


def test_a_bare_pickle_of_tensors(tmp_path: Path, state: dict[str, torch.Tensor]) -> None:
    """`pickle.dump(state_dict)` nests a saved file in the pickle for every storage."""
    path = tmp_path / "m.pkl"
    path.write_bytes(pickle.dumps(state, 4))
    contents = read(path, HERE)
    assert contents.format == "pickle"
    same(contents, state)


def test_widening_to_float32_is_exact(tmp_path: Path, state: dict[str, torch.Tensor]) -> None:
    path = tmp_path / "m.pt"
    torch.save(state, path)
    contents = read(path, HERE)
    for name in ("float16", "bfloat16", "float64", "int8", "float8_e4m3fn", "float8_e5m2"):
        wanted = state[name].to(torch.float32).numpy()
        np.testing.assert_array_equal(contents.tensors[name].float32(), wanted)


def test_all_float8_numbers_widen_as_in_torch(tmp_path: Path) -> None:
    bits = torch.arange(256, dtype=torch.uint8)
    path = tmp_path / "m.pt"
    kinds = {"e4m3fn": torch.float8_e4m3fn, "e5m2": torch.float8_e5m2}
    torch.save({name: bits.view(kind) for name, kind in kinds.items()}, path)
    contents = read(path, HERE)
    for name, kind in kinds.items():
        wanted = bits.view(kind).to(torch.float32).numpy()
        np.testing.assert_array_equal(contents.tensors[name].float32(), wanted)


def test_a_whole_module_gives_its_state_dict_and_its_layers(tmp_path: Path) -> None:
    """Names as in the state dict; strides and slopes, which a state dict does not tell."""
    module = Small()
    path = tmp_path / "m.pt"
    torch.save(module, path)
    contents = read(path)
    same(contents, dict(module.state_dict()))
    layers = {layer.name: layer for layer in contents.modules}
    assert layers["net.0"].kind == "torch.nn.modules.conv.ConvTranspose2d"
    assert layers["net.0"].settings["stride"] == [2, 2]
    assert layers["net.2"].settings["negative_slope"] == 0.2
    assert f"{__name__}.Small" in contents.classes


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_whole_module_in_the_old_layout_brings_its_source(tmp_path: Path) -> None:
    module = Small()
    path = tmp_path / "m.pth"
    torch.save(module, path, _use_new_zipfile_serialization=False)
    contents = read(path, HERE)
    same(contents, dict(module.state_dict()))
    assert "source of its classes" in contents.notes[0]


class Bag(dict[str, Any]):
    """Stands for Lightning's AttributeDict: a dictionary of a foreign class."""


def test_a_lightning_checkpoint_shows_hyper_parameters(tmp_path: Path) -> None:
    """Path, Namespace and numpy in it make `weights_only=True` refuse; here they are data."""
    module = Small()
    optimiser = torch.optim.Adam(module.parameters())
    module.net(torch.ones(2, 4, 4, 4)).sum().backward()
    optimiser.step()
    path = tmp_path / "epoch=3.ckpt"
    saved = {
        "epoch": 3,
        "pytorch-lightning_version": "2.1.0",
        "state_dict": {f"model.{k}": v for k, v in module.state_dict().items()},
        "hyper_parameters": Bag(latent=64, root=PurePosixPath("/data"), lr=np.float64(1e-3)),
        "args": argparse.Namespace(batch=8, shape=(3, 32, 32), device=torch.device("cuda:0")),
        "optimizer_states": [optimiser.state_dict()],
        "mean": np.arange(6, dtype=np.float32).reshape(2, 3),
        "dtype": torch.float16,
        "size": torch.Size([1, 2]),
    }
    torch.save(saved, path)
    contents = read(path)
    same(contents, dict(module.state_dict()), "state_dict.model.")
    assert contents.metadata["hyper_parameters"] == {"latent": 64, "root": "/data", "lr": 1e-3}
    wanted = {"batch": 8, "shape": [3, 32, 32], "device": "cuda:0"}
    assert contents.metadata["args"] == wanted
    assert contents.metadata["dtype"] == "torch.float16"
    assert contents.metadata["size"] == [1, 2]
    assert contents.tensors["mean"].load().tolist() == [[0, 1, 2], [3, 4, 5]]
    assert "optimizer_states.0.state.0.exp_avg" in contents.tensors


def test_names_that_meet_are_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    torch.save({1: torch.ones(1), "1": torch.zeros(1)}, path)
    first, second = read(path, HERE).tensors.values()
    assert first.load() == 1 and second.load() == 0
    assert first.name != second.name


def test_quantised_and_sparse_tensors_are_left_out_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch is moving quantised tensors elsewhere
        sparse = torch.eye(3).to_sparse()
    torch.save({"w": torch.ones(2), "s": sparse}, path)
    contents = read(path, HERE)
    assert list(contents.tensors) == ["w"]
    assert contents.notes == ("Tensors in a sparse layout were left out.",)


def test_tensors_without_numbers_are_left_out_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    torch.save({"w": torch.ones(2), "m": torch.empty(3, device="meta")}, path)
    contents = read(path, HERE)
    assert list(contents.tensors) == ["w"]
    assert "without numbers" in contents.notes[0]


def test_big_endian_files_are_refused(tmp_path: Path) -> None:
    from tests.formats.making import table, tensor, torch_zip

    body = table(w=tensor("0", 1, (1,), (1,)))
    path = torch_zip(tmp_path / "m.pt", body, {"0": bytes(4)})
    data = path.read_bytes().replace(b"little", b"big\0\0\0")
    path.write_bytes(data)
    with pytest.raises((FileRefused, FileDamaged)):
        read(path, HERE)


@pytest.mark.parametrize("keep", [30, 200, 400, -1])
def test_an_old_file_cut_short_is_damage(
    tmp_path: Path, state: dict[str, torch.Tensor], keep: int
) -> None:
    path = tmp_path / "m.pth"
    torch.save(dict(list(state.items())[:3]), path, _use_new_zipfile_serialization=False)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(FileDamaged):
        read(path, HERE)


def test_the_first_layout_a_tar_is_read_as_torch_reads_it(tmp_path: Path) -> None:
    base = np.arange(6, dtype=np.float32).reshape(2, 3)
    path = making.first_layout(tmp_path / "m.pth", base)
    contents = read(path)
    assert contents.format == "torch-tar"
    np.testing.assert_array_equal(contents.tensors["weight"].load(), base)
    wanted = torch.load(path, weights_only=False)["weight"]
    np.testing.assert_array_equal(contents.tensors["weight"].load(), wanted.numpy())


def test_a_tar_of_anything_else_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "m.tar"
    with tarfile.open(path, "w") as file:
        file.addfile(tarfile.TarInfo("readme"))
    with pytest.raises(FileDamaged, match="not one that torch saved"):
        read(path, HERE)
