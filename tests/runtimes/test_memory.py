"""Freed memory goes back to the system, where the system's library can do that."""

from __future__ import annotations

import subprocess
import sys

import pytest

# In a process of its own: what other tests have left free would go back with it.
_SCRIPT = """
from explorer.runtimes.memory import hand_back
from explorer.ui.memory import resident_bytes
blocks = [bytearray(b"x" * 100_000) for _ in range(1000)]
kept = blocks[::10]
full = resident_bytes()
del blocks
free = resident_bytes()
hand_back()
print(len(kept), full - free, free - resident_bytes())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc can be asked to")
def test_what_lies_free_between_kept_blocks_goes_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True
    )
    kept, by_itself, handed_back = map(int, done.stdout.split())
    assert kept == 100
    assert by_itself < 20_000_000  # else there was nothing to hand back
    assert handed_back > 70_000_000


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    from explorer.runtimes import memory

    monkeypatch.setattr(sys, "platform", "darwin")
    memory._trim.cache_clear()
    memory.hand_back()
    assert memory._trim() is None
    memory._trim.cache_clear()
