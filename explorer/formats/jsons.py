"""JSON that a file or folder brings, read with limits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason
from explorer.formats.budget import MAX_JSON, MAX_VALUES

_MAX_CONFIG = 4 << 20


def check_json(subject: str, raw: bytes) -> None:
    """Refuse JSON that would take much more memory than it has bytes, before it is parsed.

    Each `[]` of a text becomes an object of 56 bytes: 64 MB of them become more than a gigabyte.
    """
    if len(raw) > MAX_JSON or sum(raw.count(mark) for mark in (b",", b"[", b"{")) > MAX_VALUES:
        raise FileRefused(subject, "its JSON is larger than any model's", "Do not trust it.")


def parse_table(subject: str, raw: bytes) -> dict[str, Any]:
    """A JSON object; raises FileDamaged for anything else."""
    check_json(subject, raw)
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(subject, "it is not JSON", "Download it again.") from error
    if not isinstance(found, dict):
        raise FileDamaged(subject, "it is not a JSON object", "Download it again.")
    return found


def read_table(path: Path) -> dict[str, Any]:
    """A small JSON file that holds an object.

    Raises:
        FileMissing, FileDamaged, FileRefused: absent, not JSON, or above 4 MB.
    """
    try:
        if path.stat().st_size > _MAX_CONFIG:
            raise FileRefused(str(path), "it is above 4 MB", "A configuration is a short text.")
        return parse_table(str(path), path.read_bytes())
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Check the folder is complete.") from error


def plain_file(folder: Path, name: str) -> Path | None:
    """A file of a folder, by its bare name; None where there is none.

    Raises FileRefused for a link: a folder from a stranger must not reach elsewhere. (Hugging
    Face's cache is made of links; give the folder that `snapshot_download` copied.)
    """
    path = folder / name
    if path.is_symlink() and not _same_snapshot(folder, path):
        raise FileRefused(
            str(path), "it is a link to another place", "Copy the folder with its files."
        )
    return path if path.is_file() else None


def _same_snapshot(folder: Path, path: Path) -> bool:
    """Whether a link stays in the Hugging Face cache entry that the folder belongs to."""
    for parent in folder.absolute().parents:
        if parent.name.startswith("models--"):
            return path.resolve().is_relative_to((parent / "blobs").resolve())
    return False
