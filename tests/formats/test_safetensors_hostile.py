"""Safetensors files that lie: each a typed error that names the file, before its data is read."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from explorer.errors import FileDamaged, FileRefused
from explorer.formats import read
from explorer.formats.safetensors import MAX_HEADER


def write(path: Path, header: dict[str, Any] | bytes, data: int = 0) -> Path:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(raw)) + raw + b"\x00" * data)
    return path


def entry(shape: list[Any], begin: int, end: int, dtype: str = "F32") -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


ONE = b'"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}'
TWICE = b"{" + ONE + b"," + ONE + b"}"


@pytest.mark.parametrize(
    ("header", "data"),
    [
        ({"a": entry([2], 0, 8), "b": entry([2], 4, 12)}, 12),
        ({"a": entry([2], 0, 8), "b": entry([2], 12, 20)}, 20),
        ({"a": entry([2], 0, 8)}, 9),
        ({"a": entry([2], 0, 8)}, 7),
        ({"a": entry([-2], 0, 8)}, 8),
        ({"a": entry([2**62, 4], 0, 0)}, 0),
        ({"a": entry([2**61, 8], 0, 8)}, 8),
        ({"a": entry([True, 2], 0, 8)}, 8),
        ({"a": entry([2], 8, 0)}, 8),
        ({"a": []}, 0),
        (TWICE, 8),
    ],
    ids=["overlap", "hole", "trailing", "short", "negative", "huge axis", "overflowing product",
         "a truth for a number", "offsets backwards", "no table", "a name twice"],
)  # fmt: skip
def test_a_layout_that_lies_is_damage(
    header: dict[str, Any] | bytes, data: int, tmp_path: Path
) -> None:
    path = write(tmp_path / "lying.safetensors", header, data)
    with pytest.raises(FileDamaged, match=r"lying\.safetensors") as caught:
        read(path)
    assert caught.value.cause and caught.value.remedy.endswith(".")


@pytest.mark.parametrize(
    ("header", "match"),
    [
        ({"a": entry([1] * 200, 0, 4)}, "200 axes"),
        ({"a": entry([4], 0, 2, "F4")}, "'F4'"),
        ({f"t{n}": entry([0], 0, 0) for n in range(400_000)}, "."),
    ],
    ids=["200 axes", "a type nobody has", "400,000 names"],
)
def test_what_no_model_has_is_refused(header: dict[str, Any], match: str, tmp_path: Path) -> None:
    path = write(tmp_path / "odd.safetensors", header, 4 if "a" in header else 0)
    with pytest.raises(FileRefused, match=match):
        read(path)


def test_a_header_longer_than_the_file_or_than_any_is_not_read(tmp_path: Path) -> None:
    """Where it is above the cap, the file is a hole: nothing of it is allocated or parsed."""
    path = tmp_path / "m.safetensors"
    path.write_bytes(struct.pack("<Q", 99_000_000) + b"{}")
    with pytest.raises(FileDamaged, match="more bytes than it has"):
        read(path)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", MAX_HEADER + 1) + b"{")
        file.truncate(MAX_HEADER + 100)
    with pytest.raises(FileRefused, match="64 MB"):
        read(path)
