"""Which programs in files the user trusts: SHA-256 of the exact bytes, kept, shown and revocable.

Trust is of a file's content, never of its name or place. It is needed for TorchScript and for
classes of the user's own; everything else runs nothing.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from explorer.errors import FileMissing, NotTrusted, WriteFailed, os_reason
from explorer.formats.atomic import write_bytes
from explorer.opening import places

_MAX = 1 << 20


@dataclass(frozen=True)
class Trusted:
    """One entry: the hash, what the file was called, and the day it was trusted ("2026-01-31")."""

    sha256: str
    name: str
    day: str


def trusted() -> tuple[Trusted, ...]:
    """All entries, the newest first. A list that cannot be read trusts nothing."""
    file = _file()
    try:
        if file.stat().st_size > _MAX:
            return ()
        rows = json.loads(file.read_text(encoding="utf-8"))
        return tuple(Trusted(str(r["sha256"]), str(r["name"]), str(r["day"])) for r in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def hashes() -> frozenset[str]:
    """The hashes that are trusted."""
    return frozenset(entry.sha256 for entry in trusted())


def add(sha256: str, name: str) -> None:
    """Trust the bytes of that hash; raises WriteFailed."""
    entry = Trusted(sha256, name, time.strftime("%Y-%m-%d"))
    _write((entry, *(e for e in trusted() if e.sha256 != sha256)))


def revoke(sha256: str) -> None:
    """Trust them no more; raises WriteFailed."""
    _write(tuple(entry for entry in trusted() if entry.sha256 != sha256))


def require(path: Path, allowed: frozenset[str]) -> bytes:
    """The bytes of a program, if they are trusted: what is checked is what is run.

    Raises:
        NotTrusted: their SHA-256 is not in `allowed`. FileMissing: it cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Put it back.") from error
    digest = hashlib.sha256(raw).hexdigest()
    if digest not in allowed:
        raise NotTrusted(
            str(path),
            f"opening it runs a program that it brings (SHA-256 {digest})",
            f"If you know who wrote it, trust it in the window or with --trust {digest}",
        )
    return raw


def _write(entries: tuple[Trusted, ...]) -> None:
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailed(str(file.parent), os_reason(error), "Check its permissions.") from error
    write_bytes(file, json.dumps([asdict(entry) for entry in entries], indent=1).encode())


def _file() -> Path:
    return places.folder() / "trust.json"
