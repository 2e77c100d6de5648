"""The formats that hold a network's weights in one file, for folders that contain such files."""

from __future__ import annotations

from pathlib import Path

from explorer.errors import FileDamaged, FileMissing, os_reason
from explorer.formats import safetensors, torch_files
from explorer.formats.base import HEAD
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents

CHECKPOINTS = (safetensors.FORMAT, torch_files.ZIP, torch_files.LEGACY, torch_files.TAR)


def first_bytes(path: Path) -> bytes:
    """What formats are recognised from; raises FileMissing."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Check the name and permissions.") from error


def read_checkpoint(path: Path, budget: Budget) -> Contents:
    """A file of weights, recognised by its first bytes whatever its suffix.

    Raises:
        FileMissing, FileDamaged, FileRefused: it is absent, no such file, or beyond a limit.
    """
    head = first_bytes(path)
    for form in CHECKPOINTS:
        if form.matches(path, head):
            return form.read(path, budget)
    raise FileDamaged(str(path), "it holds no weights", "Download it again.")
