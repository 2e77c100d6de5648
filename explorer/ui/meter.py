"""How fast the window really is: frames shown a second, and milliseconds from a change to pixels.

Both are taken where they happen, at the edit and at the end of the paint, for the status bar and
the benchmark alike. A second without frames shows as nothing, not as an old figure.
"""

from __future__ import annotations

import statistics
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

WINDOW_S = 1.0


class Meter:
    """Follows requests from the change that made them to the paint of their answer."""

    def __init__(self) -> None:
        self._edit_began: float | None = None
        self._asked: dict[int, float] = {}
        self._landed: dict[str, int] = {}
        self._shown: deque[tuple[float, float | None]] = deque(maxlen=1000)

    @contextmanager
    def editing(self) -> Iterator[None]:
        """What is submitted inside began with this edit."""
        outer, self._edit_began = self._edit_began, self._edit_began or time.perf_counter()
        try:
            yield
        finally:
            self._edit_began = outer

    def submitted(self, stamp: int) -> None:
        """A preview was asked for."""
        self._asked[stamp] = self._edit_began or time.perf_counter()
        while len(self._asked) > 64:
            del self._asked[next(iter(self._asked))]

    def landed(self, slot: str, stamp: int) -> None:
        """A frame came to the window."""
        self._landed[slot] = stamp

    def shown(self, slot: str) -> None:
        """The slot's frame is painted."""
        stamp = self._landed.pop(slot, None)
        if stamp is None:
            return
        now = time.perf_counter()
        began = self._asked.pop(stamp, None)
        self._shown.append((now, None if began is None else (now - began) * 1e3))

    @property
    def frames_per_second(self) -> int:
        """Frames painted in the last second."""
        return len(self._recent())

    @property
    def latency_ms(self) -> float | None:
        """Median time from change to pixels of the last second's frames, or None."""
        times = [ms for _, ms in self._recent() if ms is not None]
        return statistics.median(times) if times else None

    def _recent(self) -> list[tuple[float, float | None]]:
        since = time.perf_counter() - WINDOW_S
        return [entry for entry in self._shown if entry[0] >= since]
