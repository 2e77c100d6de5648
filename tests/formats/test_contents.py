"""Contents as plain data: what they count, hash and hand over, and when a file has changed."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from explorer.errors import FileDamaged, FileMissing, FileRefused
from explorer.formats import Budget, Contents, Tensor, read
from explorer.formats.contents import checked
from explorer.formats.dtypes import SIZES, contiguous, from_numpy
from explorer.formats.source import Inline
from tests.formats.making import floats, good_zip

STATE = {
    "w": torch.arange(6, dtype=torch.float32).reshape(2, 3),
    "h": torch.arange(4, dtype=torch.bfloat16),
}


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    save_file(STATE, tmp_path / "m.safetensors", {"author": "me"})
    return read(tmp_path / "m.safetensors")


def test_safetensors_come_out_to_the_bit(contents: Contents) -> None:
    assert contents.metadata == {"author": "me"}
    for name, wanted in STATE.items():
        bits = wanted.reshape(-1).view(torch.uint8).numpy().tobytes()
        assert contents.tensors[name].load().tobytes() == bits
        np.testing.assert_array_equal(contents.tensors[name].float32(), wanted.float().numpy())
    assert contents.tensors["h"].dtype == "bfloat16"
    assert contents.tensors["h"].load().dtype == np.uint16


def test_counts_hash_and_summary(contents: Contents) -> None:
    assert contents.count == 10
    assert contents.weight_bytes == 32
    assert contents.sha256 == hashlib.sha256(contents.path.read_bytes()).hexdigest()
    shown = json.loads(json.dumps(contents.summary()))
    assert shown["tensors"] == {"h": ["bfloat16", [4]], "w": ["float32", [2, 3]]}
    assert shown["parameters"] == 10
    assert shown["runs_on_opening"] == "nothing"


def test_what_is_loaded_is_ones_own(contents: Contents) -> None:
    first = contents.tensors["w"].load()
    first[:] = 9
    assert contents.tensors["w"].load().tolist() == STATE["w"].tolist()


def test_a_file_that_changed_is_not_read_on(contents: Contents) -> None:
    """Vetted bytes and loaded bytes must be the same bytes."""
    path = contents.path
    path.write_bytes(path.read_bytes())
    os.utime(path, ns=(1, 1))
    with pytest.raises(FileDamaged, match="changed since"):
        contents.tensors["w"].load()


def test_more_weights_than_the_budget_are_refused(contents: Contents) -> None:
    with pytest.raises(FileRefused, match="once loaded"):
        read(contents.path, Budget(weights=31))


def test_under_strips_a_prefix(tmp_path: Path) -> None:
    contents = read(good_zip(tmp_path / "m.pt"), Budget(isolate=False))
    assert list(contents.under("")) == ["w"]
    assert contents.under("x.") == {}


@pytest.mark.parametrize(
    ("shape", "strides"),
    [((2, 3), (3, 1)), ((3, 2), (1, 3)), ((2, 2), (3, 2)), ((3,), (0,)), ((), ())],
)
def test_views_load_as_numpy_sees_them(shape: tuple[int, ...], strides: tuple[int, ...]) -> None:
    view = checked(Tensor("w", "float32", shape, strides, 1, Inline(floats(9))), "file")
    base = np.frombuffer(floats(9), np.float32)[1:]
    wanted = np.lib.stride_tricks.as_strided(base, shape, [s * 4 for s in strides])
    np.testing.assert_array_equal(view.load(), wanted)
    assert view.load().flags.c_contiguous


def test_strides_of_row_major_arrays() -> None:
    for shape in [(), (3,), (2, 3), (4, 1, 5), (2, 0, 3)]:
        wanted = tuple(s // 4 for s in np.empty(shape, np.float32).strides)
        if 0 not in shape:
            assert contiguous(shape) == wanted
        assert len(contiguous(shape)) == len(shape)


@pytest.mark.parametrize("code", ["<f4", "f8", "|u1", "<i8", "?", "|b1", "<c8", "=f4"])
def test_numpy_types_by_name(code: str) -> None:
    name = from_numpy(code)
    assert name is not None
    assert SIZES[name] == np.dtype(code).itemsize


@pytest.mark.parametrize("code", [">f4", "O", "U5", "V2", "f3", "", "M8[ns]", "<", "i0", "f" * 90])
def test_other_numpy_types_have_none(code: str) -> None:
    assert from_numpy(code) is None


def test_weights_that_are_not_finite_are_named(tmp_path: Path) -> None:
    state = {"good": torch.ones(2), "bad": torch.tensor([1.0, float("nan")])}
    state["huge"] = torch.tensor([float("inf")], dtype=torch.bfloat16)
    state["whole"] = torch.ones(1, dtype=torch.int64)
    save_file(state, tmp_path / "m.safetensors")
    assert set(read(tmp_path / "m.safetensors").not_finite()) == {"bad", "huge"}


def test_a_hash_of_a_file_that_is_gone_is_a_typed_error(contents: Contents) -> None:
    contents.path.unlink()
    with pytest.raises(FileMissing):
        assert contents.sha256


def test_a_header_of_millions_of_empty_lists_is_refused_unparsed(tmp_path: Path) -> None:
    """Twelve megabytes of text would become a quarter of a gigabyte of objects."""
    header = b'{"a":[' + b"[]," * 4_000_000 + b"[]]}"
    path = tmp_path / "m.safetensors"
    path.write_bytes(len(header).to_bytes(8, "little") + header)
    with pytest.raises(FileRefused, match="larger than any model"):
        read(path)
