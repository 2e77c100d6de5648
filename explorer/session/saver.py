"""Saving on a thread of its own: the window goes on while the disk is slow.

A state is frozen, so it can be packed and written beside the window. Only the newest one waits: a
slow disk falls behind by one save and never by many.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from explorer.errors import ExplorerError
from explorer.session import files
from explorer.session.document import Session
from explorer.session.state import State

Layout = tuple[tuple[str, str], ...]


class Saver:
    """Writes the newest state it was given.

    Args:
        write: takes a Session, on the saver's thread; Autosave.save, say.
        failed: called there with what went wrong; must be quick.
        saved: called there with every state that was written, or None.
    """

    def __init__(
        self,
        write: Callable[[Session], object],
        failed: Callable[[ExplorerError], object],
        saved: Callable[[State], object] | None = None,
    ) -> None:
        self._write, self._failed, self._saved = write, failed, saved
        self._wake = threading.Condition()
        self._next: tuple[State, tuple[State, ...], Layout] | None = None
        self._busy = self._closed = False
        self._thread = threading.Thread(target=self._loop, name="explorer-saver", daemon=True)
        self._thread.start()

    def submit(self, state: State, past: tuple[State, ...] = (), layout: Layout = ()) -> None:
        """Save this in place of what still waits; returns at once."""
        with self._wake:
            self._next = (state, past, layout)
            self._wake.notify_all()

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until everything submitted is written; whether it was, within `timeout` seconds."""
        with self._wake:
            return self._wake.wait_for(lambda: self._next is None and not self._busy, timeout)

    def close(self, timeout: float = 10.0) -> None:
        """Write what waits, then end the thread."""
        with self._wake:
            self._closed = True
            self._wake.notify_all()
        self._thread.join(timeout)

    def _loop(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._next is not None or self._closed)
                if self._next is None:
                    return
                (state, past, layout), self._next = self._next, None
                self._busy = True
            try:
                self._write(files.gather(state, past, layout=layout))
                if self._saved is not None:
                    self._saved(state)
            except ExplorerError as error:
                self._failed(error)
            finally:
                with self._wake:
                    self._busy = False
                    self._wake.notify_all()
