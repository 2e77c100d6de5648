"""A progress bar on a terminal's stderr, and nothing anywhere else.

Logs and pipes get no control characters: whoever redirects output wants the output.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

_WIDTH = 28
_INTERVAL = 0.1


class Progress:
    """`with Progress("sample", 64) as bar: ... bar.advance(16)`."""

    def __init__(self, title: str, total: int) -> None:
        self._title, self._total, self._done = title, max(total, 1), 0
        self._stream = sys.stderr
        self._live = self._stream.isatty()
        self._start = time.monotonic()
        self._drawn = -_INTERVAL

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def advance(self, count: int = 1) -> None:
        """`count` more are done."""
        self._done += count
        self._draw()

    def text(self, seconds: float) -> str:
        """The bar as shown after `seconds`."""
        share = min(self._done / self._total, 1.0)
        bar = "#" * round(share * _WIDTH)
        left = f"{seconds / share - seconds:.0f} s left" if share else ""
        counts = f"{self._done}/{self._total}"
        return f"{self._title} [{bar:<{_WIDTH}}] {counts} {left}".rstrip()

    def _draw(self) -> None:
        now = time.monotonic() - self._start
        if self._live and now - self._drawn >= _INTERVAL:
            self._stream.write(f"\r\x1b[K{self.text(now)}")
            self._stream.flush()
            self._drawn = now
