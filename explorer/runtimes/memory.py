"""How the C library keeps memory: as little as it can of what was freed."""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache

# malloc.h: which parameter of mallopt says how many heaps there are.
_M_ARENA_MAX = -8
_HEAPS = 2


def few_heaps() -> None:
    """Let all threads share two heaps; call it before they start. Does nothing but on glibc.

    It would give each thread its own, up to eight a core, and what one thread has let go is then of
    no use to another: in an hour of use as much again lies about as the program holds at all.
    """
    library = _glibc()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, _HEAPS)


def hand_back() -> None:
    """Give the system what is free between arrays that are kept; does nothing where it cannot.

    glibc keeps it for the next array that fits, and after a thousand steps of large pictures that
    is as much as the steps themselves. Takes milliseconds, and what runs next must ask for its
    memory anew: for when something large was let go, not for every frame.
    """
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


@lru_cache(maxsize=1)
def _glibc() -> ctypes.CDLL | None:
    """The C library, where it is glibc: others lack both calls."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
