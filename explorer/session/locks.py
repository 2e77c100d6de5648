"""Files that one running program holds and the system lets go when it ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A lock on a file, held until `release`. Make one with `take`."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path, self._handle = path, handle

    @classmethod
    def take(cls, path: Path) -> Lock | None:
        """The lock of `path`, made if it is not there; None while another holds it.

        Raises:
            OSError: the file cannot be made.
        """
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except OSError:
            os.close(handle)
            return None
        return cls(path, handle)

    def release(self, remove: bool = False) -> None:
        """Let go, and where `remove` is set take the file away."""
        if self._handle < 0:
            return
        if remove and sys.platform != "win32":  # Windows removes no open file
            self.path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = -1
        if remove and sys.platform == "win32":
            self.path.unlink(missing_ok=True)
