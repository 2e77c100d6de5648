"""Files that are whole or not there: written beside their place, then moved into it.

A file written over the old one and interrupted half way loses both. Moving a finished file within
a folder is one step on every system, so the old one stays until the new one is complete and on the
disk. What a killed program leaves behind is only the unfinished part, which the next save of the
same file clears away.
"""

from __future__ import annotations

import errno
import glob
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from explorer.errors import WriteFailed, os_reason


class _Why(NamedTuple):
    cause: str
    remedy: str


_CAUSES = {
    errno.ENOSPC: _Why("the disk is full", "Free some space, or save elsewhere."),
    errno.EDQUOT: _Why("your share of the disk is used up", "Free some space, or save elsewhere."),
    errno.EFBIG: _Why(
        "the file would be too large for its disk", "Ask for less, or save elsewhere."
    ),
    errno.EROFS: _Why("the disk is read-only", "Save elsewhere."),
    errno.EACCES: _Why("writing there is not permitted", "Save to a folder of your own."),
    errno.EPERM: _Why("writing there is not permitted", "Save to a folder of your own."),
    errno.ENOENT: _Why("its folder does not exist", "Make the folder, or check the name."),
    errno.ENOTDIR: _Why("its folder does not exist", "Make the folder, or check the name."),
    errno.EISDIR: _Why("it is a folder", "Give the name of a file."),
}
# An unfinished part this old, in seconds, belongs to a program that was killed.
_ABANDONED = 3600.0


@contextmanager
def atomic(path: Path) -> Iterator[Path]:
    """A new file's path to write to; it takes the place of `path` when the block succeeds.

    Raises:
        WriteFailed: for any OSError of the block or of the move; `path` is then as it was.
    """
    target = path.resolve()  # through a link, so that the link stays one
    part = target.with_name(f".{target.stem}.{secrets.token_hex(4)}.part{target.suffix}")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        part.touch(exist_ok=False)
        yield part
        _to_disk(part)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
        _to_disk(target.parent)
        _sweep(target)
    except OSError as error:
        why = _CAUSES.get(error.errno or 0) or _Why(os_reason(error), "Save elsewhere.")
        raise WriteFailed(str(path), why.cause, why.remedy) from error
    finally:
        part.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """`data` as the whole of the file `path`; raises WriteFailed, and `path` is then as it was."""
    with atomic(path) as part:
        part.write_bytes(data)


def _to_disk(path: Path) -> None:
    """Wait until a file (or a folder's list of names) would survive a power cut."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no handle of a folder to flush
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(target: Path) -> None:
    """Clear away abandoned parts of this very file."""
    oldest = time.time() - _ABANDONED
    pattern = f".{glob.escape(target.stem)}.????????.part{glob.escape(target.suffix)}"
    with suppress(OSError):  # another copy may sweep at the same time; the file itself is saved
        for part in target.parent.glob(pattern):
            if part.stat().st_mtime < oldest:
                part.unlink()
