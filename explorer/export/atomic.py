"""Files that are whole or not there: written beside their place, then moved into it.

A picture written over the old one and interrupted half way loses both. Moving a finished file
within a folder is one step on every system, so the old file stays until the new one is complete.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explorer.errors import WriteFailed

_CAUSES = {
    errno.ENOSPC: ("the disk is full", "Free some space, or save elsewhere."),
    errno.EDQUOT: ("your share of the disk is used up", "Free some space, or save elsewhere."),
    errno.EFBIG: ("the file would be too large for its disk", "Ask for less, or save elsewhere."),
    errno.EROFS: ("the disk is read-only", "Save elsewhere."),
    errno.EACCES: ("writing there is not permitted", "Save to a folder of your own."),
    errno.EPERM: ("writing there is not permitted", "Save to a folder of your own."),
    errno.ENOENT: ("its folder does not exist", "Make the folder, or check the name."),
    errno.ENOTDIR: ("its folder does not exist", "Make the folder, or check the name."),
    errno.EISDIR: ("it is a folder", "Give the name of a file."),
}


@contextmanager
def atomic(path: Path) -> Iterator[Path]:
    """A new file's path to write to; it takes the place of `path` when the block succeeds.

    Raises:
        WriteFailed: for any OSError of the block or of the move; `path` is then as it was.
    """
    target = path.resolve()  # through a link, so that the link stays one
    part = target.with_name(f".{target.stem}.{secrets.token_hex(4)}{target.suffix}")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        part.touch(exist_ok=False)
        yield part
        with part.open("rb") as file:
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except OSError as error:
        cause, remedy = _CAUSES.get(
            error.errno or 0, (error.strerror or str(error), "Save elsewhere.")
        )
        raise WriteFailed(str(path), cause, remedy) from error
    finally:
        part.unlink(missing_ok=True)
