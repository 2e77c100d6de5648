"""What the settings say of open models, done on the thread that owns them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from explorer.runtimes import threads
from explorer.runtimes.torch_import import is_loaded, load_torch
from explorer.sampling.frames import Frame
from explorer.sampling.requests import Context


@dataclass(frozen=True)
class Within:
    """Keep open models within so many bytes together, at once. Values: open, used (bytes)."""

    budget: int
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        context.shelf.keep_within(self.budget)
        yield _told(context)


@dataclass(frozen=True)
class Distrust:
    """Put away models that run a program: each asks for trust again. Values as of Within."""

    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        context.shelf.put_away_programs()
        yield _told(context)


@dataclass(frozen=True)
class Threads:
    """Run networks on so many of the processor's threads, 0 for all. Values as of Within.

    A network takes its threads when it is opened: all are put away and open again when they are
    asked for. Kept pictures go too, as other threads may add up in another order.
    """

    count: int
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        threads.choose(self.count)
        if is_loaded():
            threads.tell(load_torch())
        context.shelf.put_away_all()
        context.cache.clear()
        yield _told(context)


def _told(context: Context) -> Frame:
    return Frame(values={"open": context.shelf.names, "used": context.shelf.used})
