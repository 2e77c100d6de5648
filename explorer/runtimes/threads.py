"""How many of the processor's threads networks use: one number a process, as torch has it too."""

from __future__ import annotations

import os
from typing import Any


class _Present:
    """What was chosen, 0 for all; and what torch had before it was told."""

    chosen = 0
    torchs_own = 0


def available() -> int:
    """How many the processor has."""
    return os.cpu_count() or 1


def choose(count: int) -> None:
    """Use so many from now on, 0 for all; networks that are open stay as they are."""
    _Present.chosen = min(max(count, 0), available())


def count() -> int:
    """How many a network opened now uses."""
    return _Present.chosen or available()


def tell(torch: Any) -> None:
    """Have torch use as many, on the thread that calls; left alone where nothing was ever chosen.

    Its own number may be less than all (OMP_NUM_THREADS says so), and is what "all" means to it.
    """
    _Present.torchs_own = _Present.torchs_own or torch.get_num_threads()
    wanted = _Present.chosen or _Present.torchs_own
    if torch.get_num_threads() != wanted:
        torch.set_num_threads(wanted)
