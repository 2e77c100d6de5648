"""Packing beside making: a file is written on a thread of its own while its frames are made.

Between the two waits a small number of batches: whoever is faster waits for the other, and however
long a film is, no more of it is in memory. Neither the order nor the times of frames depend on who
waited, so the file is the same on a slow machine and a fast one.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from explorer.errors import Cancelled
from explorer.export.base import Bytes, Frames

# Batches made and not yet packed. More would only hold more memory: what a burst can save is the
# time of one batch.
ROOM = 4
_BEHIND = 19
"""Niceness of the packing thread."""


class Beside:
    """`with Beside(write) as film: film.offer(pictures, ...); film.finished(...)`.

    Leaving the block before `finished` abandons what was begun, so that nothing takes the place of
    a file that was there before.

    Args:
        write: writes all frames that it is given; runs on the other thread.
    """

    def __init__(self, write: Callable[[Frames], object]) -> None:
        self._write = write
        self._error: BaseException | None = None
        # Everything below is read and written with this held.
        self._turn = threading.Condition()
        self._batches: deque[Frames] = deque()
        self._complete = self._abandoned = self._over = False
        self._thread = threading.Thread(target=self._run, name="explorer-export", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._turn:
            self._abandoned = True
            self._turn.notify_all()
        self._thread.join()

    def offer(self, batch: Frames, patience: float | None = None) -> bool:
        """Hand over frames, in order; whether there was room within `patience` seconds.

        They are looked at on the other thread: what makes them from something else on the way
        works there, beside the making of the next. Raises what writing has raised.
        """
        with self._turn:
            free = self._turn.wait_for(lambda: self._over or len(self._batches) < ROOM, patience)
            self._raise()
            if free:
                self._batches.append(batch)
                self._turn.notify_all()
        return free

    def finished(self, patience: float | None = None) -> bool:
        """No more frames come; whether all is written within `patience` seconds.

        Raises what writing has raised.
        """
        with self._turn:
            self._complete = True
            self._turn.notify_all()
            over = self._turn.wait_for(lambda: self._over, patience)
            self._raise()
        return over

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    # -- on the other thread --------------------------------------------------------------------

    def _run(self) -> None:
        _stand_back()
        try:
            self._write(self._taken())
        except Cancelled:
            pass  # whoever abandoned it knows
        except BaseException as error:  # noqa: BLE001  (it is raised where frames are made)
            self._error = error
        with self._turn:
            self._over = True
            self._turn.notify_all()

    def _taken(self) -> Iterator[Bytes]:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._batches or self._complete or self._abandoned)
                if self._abandoned:
                    raise Cancelled
                if not self._batches:
                    return
                batch = self._batches.popleft()
                self._turn.notify_all()
            for frame in batch:
                self._go_on()
                yield frame

    def _go_on(self) -> None:
        """Raises Cancelled where nobody wants the rest of a batch any more."""
        with self._turn:
            if self._abandoned:
                raise Cancelled


def _stand_back() -> None:
    """Let this thread run where making frames leaves a core free, and not in its way.

    A network's threads wait for each other: one that has lost its core for a while holds up all.
    """
    if sys.platform == "linux":  # elsewhere a thread has no niceness of its own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _BEHIND)
