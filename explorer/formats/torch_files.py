"""Checkpoints that torch saved: in a zip (since 1.6), in the layout before, and in the first tar.

State dicts, Lightning checkpoints and whole modules are the same to the reader: objects with
tensors in them. What they mean is decided later, from names and shapes.
"""

from __future__ import annotations

from pathlib import Path

from explorer.formats import archive
from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.formats.inert.guard import read_pickle
from explorer.formats.inert.legacy import is_legacy
from explorer.phrases import Phrase


def read_layout(path: Path, budget: Budget, layout: str, name: str, title: str) -> Contents:
    """A pickle of a known layout, as contents; raises as `read_pickle`."""
    found = read_pickle(path, layout, budget)
    return Contents(
        path=path,
        format=name,
        title=title,
        files=(path,),
        tensors=found.tensors,
        metadata=found.metadata,
        classes=found.classes,
        modules=found.modules,
        notes=found.notes,
    )


def _is_zip(_path: Path, head: bytes) -> bool:
    return head.startswith(archive.MAGIC)


def _read_zip(path: Path, budget: Budget) -> Contents:
    return read_layout(path, budget, "zip", ZIP.name, ZIP.title)


def _is_legacy(_path: Path, head: bytes) -> bool:
    return is_legacy(head)


def _read_legacy(path: Path, budget: Budget) -> Contents:
    return read_layout(path, budget, "legacy", LEGACY.name, LEGACY.title)


def _is_tar(_path: Path, head: bytes) -> bool:
    return head[257:262] == b"ustar"


def _read_tar(path: Path, budget: Budget) -> Contents:
    return read_layout(path, budget, "tar", TAR.name, TAR.title)


ZIP = Format("torch-zip", Phrase("PyTorch checkpoint"), _is_zip, _read_zip)
LEGACY = Format("torch-legacy", Phrase("PyTorch checkpoint, old layout"), _is_legacy, _read_legacy)
TAR = Format("torch-tar", Phrase("PyTorch checkpoint, first layout"), _is_tar, _read_tar)
