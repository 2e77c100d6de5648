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


# What a worker frees lies in its own heap, where no other finds it, unless they share.
_WORKERS = """
import sys, threading
from explorer.runtimes.memory import few_heaps
from explorer.ui.memory import resident_bytes
if sys.argv[1] == "few":
    few_heaps()
kept, start = [], resident_bytes()
ends = [threading.Event() for _ in range(9)]
def work(before, after):
    before.wait(20)
    blocks = [bytearray(100_000) for _ in range(200)]
    kept.append(blocks[-1])
    del blocks
    after.set()
threads = [threading.Thread(target=work, args=pair) for pair in zip(ends, ends[1:])]
for thread in threads:
    thread.start()
ends[0].set()
for thread in threads:
    thread.join()
print(resident_bytes() - start)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc can be asked to")
def test_threads_share_what_one_of_them_has_let_go() -> None:
    grown = {}
    for name in ("few", "many"):
        command = [sys.executable, "-c", _WORKERS, name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        grown[name] = int(done.stdout)
    assert grown["few"] < 0.6 * grown["many"]


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    from explorer.runtimes import memory

    monkeypatch.setattr(sys, "platform", "darwin")
    memory._glibc.cache_clear()
    memory.hand_back()
    memory.few_heaps()
    assert memory._glibc() is None
    memory._glibc.cache_clear()
