"""First bytes decide what a file is; suffixes do not; strangers are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from explorer.errors import ExplorerError, FileDamaged, FileMissing
from explorer.formats import FORMATS, Budget, Contents, Format, read, recognise, sniff
from explorer.phrases import Phrase
from tests.formats import stylegan_shaped
from tests.formats.making import good_zip, table


@pytest.mark.parametrize("suffix", [".bin", ".safetensors", ".onnx", ""])
def test_the_suffix_is_only_a_name(tmp_path: Path, suffix: str) -> None:
    makers: dict[str, Callable[[Path], object]] = {
        "safetensors": lambda p: save_file({"w": torch.ones(1)}, p),
        "torch-zip": good_zip,
        "torch-legacy": lambda p: torch.save(
            {"w": torch.ones(1)}, p, _use_new_zipfile_serialization=False
        ),
        "stylegan-pickle": stylegan_shaped.write,
        "pickle": lambda p: p.write_bytes(b"\x80\x02" + table(w=b"N") + b"."),
        "picture": lambda p: Image.new("RGB", (2, 2)).save(p, "PNG"),
    }
    for name, make in makers.items():
        path = tmp_path / f"{name}{suffix}"
        make(path)
        assert sniff(path).name == name


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "git lfs pull"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\n <HTML>", "web page"),
        (b"\x89HDF\r\n\x1a\n", "HDF5"),
        (b"GGUF\3\0\0\0", "language models"),
        (b"\x18\0\0\0ORTM", r".onnx"),
        (b"%!PS-Adobe-3.0 EPSF", "PostScript"),
        (b"\x93NUMPY\1\0", "numpy"),
        (b"\x1f\x8b\x08\0", "Unpack"),
        (bytes(range(256)) * 10, "no known format"),
        (b"hello", "no known format"),
        (b"\x08", "no known format"),
        (b"\0" * 5000, "no known format"),
    ],
)
def test_strangers_are_told_what_they_are(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(data)
    with pytest.raises(FileDamaged) as caught:
        read(path)
    assert words in str(caught.value)
    assert caught.value.subject == str(path)


def test_a_folder_called_safetensors_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "x.safetensors"
    folder.mkdir()
    with pytest.raises(FileMissing, match="folder without"):
        read(folder)


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="no such file"):
        read(tmp_path / "none.pt")


def test_a_new_format_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seam: a dummy in the tuple is recognised and read."""

    def matches(_path: Path, head: bytes) -> bool:
        return head.startswith(b"DUMMY")

    def take(path: Path, _budget: Budget) -> Contents:
        return Contents(path, "dummy", "Dummy", (path,))

    dummy = Format("dummy", Phrase("Dummy"), matches, take)
    monkeypatch.setattr(recognise, "FORMATS", (*FORMATS, dummy))
    path = tmp_path / "x"
    path.write_bytes(b"DUMMY1")
    assert read(path).format == "dummy"


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_every_format_keeps_the_contract(form: Format, tmp_path: Path) -> None:
    """Names are unique; recognising does not raise; reading rubbish is a typed error."""
    assert [f.name for f in FORMATS].count(form.name) == 1
    assert form.title[0].isalpha()
    rubbish = tmp_path / "rubbish"
    for data in (b"", b"PK\3\4", b"\x08\7" * 30, bytes(64), b"\x80\x04", b"12345678{"):
        rubbish.write_bytes(data)
        form.matches(rubbish, data)
        with pytest.raises(ExplorerError):
            form.read(rubbish, Budget(isolate=False))
    with pytest.raises(ExplorerError):
        form.read(tmp_path / "none", Budget(isolate=False))
    assert replace(form, name="x").title == form.title


def test_listing_formats_loads_neither_numpy_nor_torch() -> None:
    """`inspect` of any format starts in milliseconds."""
    import json
    import subprocess
    import sys

    code = (
        "import json, sys, explorer.formats as f; f.FORMATS; print(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert loaded.isdisjoint({"numpy", "torch", "onnx", "safetensors", "PIL", "diffusers"})
