"""Memory that was freed and that the process still holds."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import lru_cache


def hand_back() -> None:
    """Give the system what is free between arrays that are kept; does nothing where it cannot.

    glibc keeps it for the next array that fits, and after a thousand steps of large pictures that
    is as much as the steps themselves. Takes milliseconds, and what runs next must ask for its
    memory anew: for when something large was let go, not for every frame.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], object] | None:
    """glibc's malloc_trim, which other systems' libraries lack."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
