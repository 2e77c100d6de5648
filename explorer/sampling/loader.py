"""torch and what stands on it, imported on a thread of their own while the engine goes on serving.

The imports take seconds. A bundled model runs without them, so its sliders must not stand still
because the ways to run it are about to be measured, or because a denoising run was asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from explorer.errors import RunFailed
from explorer.phrases import Phrase
from explorer.runtimes.torch_import import load

DIFFUSERS = "diffusers.schedulers.scheduling_ddim"


class NotYet(Exception):
    """What the request needs is being imported: ask again when that is done."""


class Loader:
    """Imports modules in the background, one at a time.

    Args:
        changed: called on the loader's thread whenever an import has ended, well or not.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._done: set[str] = set()
        self._failed: dict[str, Phrase] = {}

    def need(self, module: str) -> None:
        """Return if `module` (a full name) is imported; else begin to, and raise NotYet.

        Raises:
            NotYet: it is on its way. RunFailed: it cannot be imported.
        """
        with self._lock:
            if module in self._done:
                return
            if module in self._failed:
                raise RunFailed(module, Phrase(self._failed[module]), "Install the program again.")
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._load, args=(module,), name="explorer-loader", daemon=True
                )
                self._thread.start()
        raise NotYet

    @property
    def idle(self) -> bool:
        """Whether nothing is being imported."""
        with self._lock:
            return self._thread is None

    def join(self, timeout: float) -> None:
        """Wait for an import under way: ending the process in its middle can crash it."""
        with self._lock:
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)

    def _load(self, module: str) -> None:
        failure: Phrase | None = None
        try:
            load(module)
        except Exception as error:  # noqa: BLE001  (kept, and raised where it is needed)
            failure = Phrase(f"it cannot be imported ({type(error).__name__}: {error})")
        with self._lock:
            self._thread = None
            if failure is not None:
                self._failed[module] = failure
            else:
                self._done.add(module)
        self._changed()
