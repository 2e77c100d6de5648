"""Work with files beside the window: reading a session waits for a disk, and hashing for a model.

One thread, so that what was asked for first is answered first. It owns no device: that is the
engine's alone.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from explorer.errors import ExplorerError

_T = TypeVar("_T")


class Aside(QObject):
    """Runs small jobs on a thread of its own and answers on the window's."""

    _crossing = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="explorer-aside")
        self._crossing.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._waiting = 0
        self._closed = False

    @property
    def idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return not self._waiting

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        failed: Callable[[ExplorerError], object],
    ) -> None:
        """Call `work` there; then, here, `then` with its result or `failed` with its failure."""
        if self._closed:
            return
        self._waiting += 1

        def answer(future: Future[_T]) -> None:
            if not future.cancelled():
                self._crossing.emit((future, then, failed))

        self._pool.submit(work).add_done_callback(answer)

    @Slot(object)
    def _land(
        self, answer: tuple[Future[Any], Callable[..., object], Callable[..., object]]
    ) -> None:
        future, then, failed = answer
        self._waiting -= 1
        if self._closed:
            return
        try:
            result = future.result()
        except ExplorerError as error:
            failed(error)
        else:
            then(result)

    def close(self) -> None:
        """End the thread; what has not begun is dropped, and nobody is answered any more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
