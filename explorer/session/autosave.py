"""Sessions kept beside the user's own files, so that a kill or a power cut loses nothing.

Each running copy of the program writes one file of its own and holds a lock beside it. The system
lets go of a lock when its program ends, so a file whose lock is free was left by a copy that was
killed: the next one offers it. Two copies can never take the same one, nor each other's.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import WriteFailed, os_reason
from explorer.session import files
from explorer.session.document import Session
from explorer.session.files import SUFFIX
from explorer.session.locks import Lock

_LOCK = ".lock"
# A lock this old, in seconds, that nobody holds and that guards no file is swept away.
_STALE = 3600.0


@dataclass(frozen=True)
class Left:
    """A session that a killed copy left: its file and when it was saved, seconds since 1970."""

    path: Path
    saved: float


class Autosave:
    """The running copy's own place in the folder of autosaves.

    Raises:
        WriteFailed: the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = self._own(folder)
        except OSError as error:
            remedy = "Free some space or allow writing there; until then nothing is autosaved."
            raise WriteFailed(str(folder), os_reason(error), remedy) from error
        if lock is None:
            raise WriteFailed(str(folder), "its disk has no locks", "Nothing is autosaved.")
        self._folder, self._lock = folder, lock
        self.path = lock.path.with_suffix(SUFFIX)

    @staticmethod
    def _own(folder: Path) -> Lock | None:
        """The lock of a new name; another copy that sweeps may hold one for an instant."""
        names = (f"{secrets.token_hex(8)}{_LOCK}" for _ in range(5))
        return next(filter(None, (Lock.take(folder / name) for name in names)), None)

    def save(self, session: Session) -> None:
        """Keep `session` in place of what was kept; raises WriteFailed, and that stays."""
        files.save(self.path, session)

    def clear(self) -> None:
        """Nothing is unsaved any more."""
        self.path.unlink(missing_ok=True)

    def close(self, keep: bool = False) -> None:
        """The copy ends properly. `keep` leaves its session to be offered at the next start."""
        if not keep:
            self.clear()
        self._lock.release(remove=not keep)

    def left(self) -> tuple[Left, ...]:
        """What killed copies left, the newest first. Sweeps stale locks away."""
        found = []
        for path in self._folder.glob(f"*{SUFFIX}"):
            if path.name.startswith(".") or path == self.path:
                continue
            lock = self._try(path)
            if lock is not None:
                if path.exists():
                    found.append(Left(path, path.stat().st_mtime))
                lock.release()
        self._sweep()
        return tuple(sorted(found, key=lambda entry: -entry.saved))

    def look(self, left: Left) -> Session | None:
        """What a left session holds, which stays where it is; None where another copy has it.

        Raises:
            FileDamaged, FileRefused: it cannot be read.
        """
        lock = self._try(left.path)
        if lock is None:
            return None
        try:
            return files.load(left.path)[0] if left.path.exists() else None
        finally:
            lock.release(remove=not left.path.exists())

    def adopt(self, left: Left) -> Session | None:
        """Make a left session this copy's own; None where another copy was quicker.

        It is kept here before it is taken away there, so that a kill in between loses nothing.

        Raises:
            FileDamaged, FileRefused: it cannot be read; it stays where it is.
            WriteFailed: it cannot be kept here; likewise.
        """
        lock = self._try(left.path)
        if lock is None:
            return None
        try:
            if not left.path.exists():
                return None
            session, _ = files.load(left.path)
            self.save(session)
            left.path.unlink(missing_ok=True)
            return session
        finally:
            lock.release(remove=not left.path.exists())

    def discard(self, left: Left) -> None:
        """Throw a left session away, unless another copy has it by now."""
        lock = self._try(left.path)
        if lock is not None:
            left.path.unlink(missing_ok=True)
            lock.release(remove=True)

    def _try(self, path: Path) -> Lock | None:
        try:
            return Lock.take(path.with_suffix(_LOCK))
        except OSError:
            return None

    def _sweep(self) -> None:
        oldest = time.time() - _STALE
        for path in self._folder.glob(f"*{_LOCK}"):
            if path == self._lock.path or path.with_suffix(SUFFIX).exists():
                continue
            lock = self._try(path)
            if lock is not None:
                lock.release(remove=path.exists() and path.stat().st_mtime < oldest)
