"""Which format a file is of: its first bytes decide, its suffix is only a name.

To add a format: one file with a `FORMAT`, one line in `FORMATS`. The order matters where one
format's file is also another's (every TorchScript file is a zip): the particular one first.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from explorer.errors import FileDamaged, FileMissing
from explorer.formats import (
    diffusers,
    exported,
    model_folder,
    onnx,
    pickles,
    picture_file,
    pythae,
    safetensors,
    torch_files,
    torchscript,
)  # fmt: skip
from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.checkpoints import first_bytes
from explorer.formats.contents import Contents

FORMATS: tuple[Format, ...] = (
    model_folder.FORMAT,
    diffusers.FORMAT,
    pythae.FORMAT,
    safetensors.FORMAT,
    exported.FORMAT,
    torchscript.FORMAT,
    torch_files.ZIP,
    torch_files.LEGACY,
    torch_files.TAR,
    pickles.STYLEGAN,
    pickles.PICKLE,
    picture_file.FORMAT,
    onnx.FORMAT,
)


class _Stranger(NamedTuple):
    """What a file that is no model begins with, and what to say of it."""

    begins: re.Pattern[bytes]
    cause: str
    remedy: str


_STRANGERS = (
    _Stranger(
        re.compile(rb"version https://git-lfs"),
        "it is a Git LFS pointer, not the file itself",
        "Fetch the file with `git lfs pull`, or download it from the site.",
    ),
    _Stranger(
        re.compile(rb"\s*<(!doctype html|html)", re.IGNORECASE),
        "it is a web page, not the file",
        "Use the site's download button, or the link to the raw file.",
    ),
    _Stranger(re.compile(rb"\x89HDF\r\n"), "it is HDF5 (Keras, TensorFlow)", "Convert it to ONNX."),
    _Stranger(re.compile(rb"GGUF"), "it is GGUF, for language models", "Give an image model."),
    _Stranger(
        re.compile(rb".{4}ORTM", re.DOTALL), "it is ONNX Runtime's own format", "Give the .onnx."
    ),
    _Stranger(
        re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "it is PostScript, a program", "Give a PNG or JPEG."
    ),
    _Stranger(re.compile(rb"\x93NUMPY"), "it is a bare numpy array", "Give a model."),
    _Stranger(
        re.compile(rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ"),
        "it is a packed archive",
        "Unpack it and give what is inside.",
    ),
)


def sniff(path: Path) -> Format:
    """The format of a file or folder.

    Raises:
        FileMissing: there is none.
        FileDamaged: it is empty, or of no format that can be read.
    """
    head = b"" if path.is_dir() else first_bytes(path)
    if not head and not path.is_dir():
        raise FileDamaged(str(path), "it is empty", "Download it again.")
    for form in FORMATS:
        if form.matches(path, head):
            return form
    if path.is_dir():
        raise _unknown_folder(path)
    for stranger in _STRANGERS:
        if stranger.begins.match(head):
            raise FileDamaged(str(path), stranger.cause, stranger.remedy)
    kinds = "; ".join(form.title for form in FORMATS)
    raise FileDamaged(str(path), "it is of no known format", f"What opens: {kinds}.")


def _unknown_folder(path: Path) -> FileMissing:
    return FileMissing(
        str(path),
        "it is a folder without model.toml, model_index.json, config.json or model_config.json",
        "Give a model's folder, or a file.",
    )


def read(path: Path, budget: Budget | None = None) -> Contents:
    """The vetted contents of a file or folder of any known format. Nothing of it is run.

    Raises:
        FileMissing: there is none. FileDamaged: it is broken, or of no known format.
        FileRefused: opening it would break a promise. ManifestError: a model.toml is wrong.
    """
    return sniff(path).read(path, budget or Budget())
