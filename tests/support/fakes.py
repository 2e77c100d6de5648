"""Requests that wait for a gate and a receiver one can wait for: concurrency without sleeps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from explorer.sampling import Context, Engine, Frame, Result

# Long enough for a machine that is busy elsewhere; a test that gets here has failed.
PATIENCE = 30.0


class Gate:
    """A place where a request stops until the test lets it through, one pass at a time."""

    def __init__(self) -> None:
        self._reached = threading.Semaphore(0)
        self._open = threading.Semaphore(0)

    def stop_here(self) -> None:
        """Called by the request."""
        self._reached.release()
        assert self._open.acquire(timeout=PATIENCE), "the test never opened the gate"

    def wait_reached(self) -> None:
        """Until a request stands at the gate."""
        assert self._reached.acquire(timeout=PATIENCE), "no request came to the gate"

    def let_through(self, times: int = 1) -> None:
        """Open for one who stands there or comes later, `times` times."""
        self._open.release(times)


@dataclass(frozen=True)
class Fake:
    """A request of `total` frames named `name`; `gate` stops it before each of them.

    Every frame's picture has the grey level of its index.
    """

    name: str
    total: int = 1
    gate: Gate | None = field(default=None, compare=False)
    inside: Callable[[Context], None] | None = field(default=None, compare=False)
    size: int = 1
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Frames that carry the request's name."""
        for index in range(self.total):
            if self.gate is not None:
                self.gate.stop_here()
            if self.inside is not None:
                self.inside(context)
            image = np.full((1, self.size, self.size, 1), index, np.uint8)
            yield Frame({"image": image}, {"name": self.name}, index, self.total)


@dataclass(frozen=True)
class Kept(Fake):
    """The same, worth the cache."""

    keep: ClassVar[bool] = True


class Receiver:
    """Keeps what an engine delivers; shows each frame at once unless told not to."""

    def __init__(self, show: bool = True) -> None:
        self.engine: Engine | None = None
        self.results: list[Result] = []
        self._show = show
        self._arrived = threading.Condition()

    def __call__(self, result: Result) -> None:
        with self._arrived:
            self.results.append(result)
            self._arrived.notify_all()
        if self._show and self.engine is not None:
            self.engine.shown(result.slot)

    def wait(self, count: int) -> list[Result]:
        """The results so far, once there are `count` of them."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: len(self.results) >= count, PATIENCE)
            assert came, f"{len(self.results)} results of {count}"
            return list(self.results)

    def names(self) -> list[str]:
        """Names of the requests whose frames came, in order."""
        return [r.frame.values["name"] for r in self.results if r.frame is not None]
