"""Thousands of random actions over all views and models: nothing fails, nothing is left behind."""

from __future__ import annotations

import ctypes
import gc
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from explorer.export import WRITERS, write
from explorer.families.schedulers import SCHEDULERS, Schedule
from explorer.runtimes.memory import hand_back
from explorer.ui.memory import resident_bytes
from explorer.ui.window import Window
from tests.support import tiny
from tests.ui.drive import settle
from tests.ui.monkey import Monkey

# Of a long run; in a short one, modules that some action needs first weigh more than any leak.
MAY_GROW, SHORT_MAY_GROW, LONG = 20 << 20, 40 << 20, 5000
PATIENCE_MS = 120_000
LARGEST = QSize(1600, 1000)
NAMED = ("tiny-vae", "tiny-gan", "tiny-ddpm")
MADE = (
    tiny.make_infogan, tiny.make_flow, tiny.make_energy, tiny.make_shared_latent,
    tiny.make_style_transfer,
)  # fmt: skip


def test_random_actions_break_nothing_and_leave_nothing(
    qtbot: QtBot,
    open_window: Callable[[str], Window],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """1,000 of them; `--actions 10000` for more, `--seed` for others."""
    count, seed = request.config.getoption("actions"), request.config.getoption("seed")
    start = count // 10 if count >= LONG else count // 2
    models = [*NAMED, *(str(make(tmp_path)) for make in MADE)]
    window = open_window(models[0])
    make_what_is_made_once(tmp_path)
    visit_everything(qtbot, window, models)
    files = tmp_path / "files"
    files.mkdir()
    monkey = Monkey(window, models, files, seed, monkeypatch)
    with qtbot.capture_exceptions() as exceptions:
        for number in range(count):
            if number == start:  # what is made once has been made by now
                before = held(qtbot, window)
            monkey.act()
            if number % 16 == 0:
                wait_a_little(qtbot, window)
            assert window.isVisible() and not exceptions, told(monkey, exceptions)
        monkey.rest()
        grown = held(qtbot, window) - before
    print(f"{count} actions, seed {seed}: {grown / 2**20:+.1f} MB in use")
    assert not exceptions, told(monkey, exceptions)
    assert grown < (MAY_GROW if count >= LONG else SHORT_MAY_GROW), (
        f"{grown / 2**20:.1f} MB more than at the start"
    )


def make_what_is_made_once(folder: Path) -> None:
    """What stands behind each scheduler and each format is imported with the first of its kind."""
    diffusion = {"train_timesteps": 10, "schedule": "linear", "prediction": "epsilon"}
    for solver in SCHEDULERS:
        Schedule(solver.name, 2, diffusion)
    for writer in WRITERS:
        name = "all-##" if writer.many else "all"
        write([np.zeros((8, 8, 3), np.uint8)] * 2, folder / f"{name}{writer.ending}")


def visit_everything(bot: QtBot, window: Window, models: Sequence[str]) -> None:
    """Each view of each model once: what a first look makes is no leak."""
    window.resize(LARGEST)
    for model in models:
        window.open_model(model)
        bot.waitUntil(partial(shows, window, model), timeout=PATIENCE_MS)
        for name, action in window.menus.views.items():
            if action.isEnabled():
                window.show_view(name)
                rest(bot, window)


def rest(bot: QtBot, window: Window) -> None:
    """Until nothing is being computed or written; imports included, which may take long."""
    bot.waitUntil(lambda: window.aside.idle and window.bridge.idle, timeout=PATIENCE_MS)
    settle(bot, window)


def shows(window: Window, model: str) -> bool:
    return window.store.state.model == model


def wait_a_little(bot: QtBot, window: Window) -> None:
    """Until all answers have come, but no longer than a run of a thousand steps may take."""
    end = time.monotonic() + 2
    while not window.bridge.idle and time.monotonic() < end:
        bot.wait(5)


def held(bot: QtBot, window: Window) -> int:
    """Bytes in use once nothing is being computed, without the answers kept on purpose.

    Like is set against like: the same model in the same view, in a window of one size.
    """
    window.resize(LARGEST)
    window.open_model(NAMED[0])
    bot.waitUntil(partial(shows, window, NAMED[0]), timeout=PATIENCE_MS)
    window.show_view("explore")
    rest(bot, window)
    window.bridge.engine._context.cache.clear()  # its thread sleeps
    gc.collect()
    hand_back()
    return bytes_in_use()


class _Mallinfo(ctypes.Structure):
    """struct mallinfo2 of glibc's malloc.h."""

    _fields_ = [
        (name, ctypes.c_size_t) for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
            "fordblks", "keepcost",
        )
    ]  # fmt: skip


def bytes_in_use() -> int:
    """What glibc and Python's own allocator have given out and not been given back.

    What is resident says less: a page stays as long as any byte in it is in use, so that between
    two looks at the same state it differs by up to 30 MB either way. It is all there is elsewhere.
    """
    library = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    if library is None or not hasattr(library, "mallinfo2"):
        return resident_bytes() or 0
    library.mallinfo2.restype = _Mallinfo
    glibc = library.mallinfo2()
    return int(glibc.uordblks + glibc.hblkhd) + python_bytes()


def python_bytes() -> int:
    """Small objects, which have pages of their own; said by CPython on stderr alone."""
    with tempfile.TemporaryFile() as told:
        stderr = os.dup(2)
        os.dup2(told.fileno(), 2)
        try:
            sys._debugmallocstats()
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
        told.seek(0)
        found = re.search(rb"# bytes in allocated blocks *= *([\d,]+)", told.read())
    assert found is not None
    return int(found[1].replace(b",", b""))


def told(monkey: Monkey, exceptions: Sequence[object]) -> str:
    last = "\n".join(monkey.log[-25:])
    return f"after {len(monkey.log)} actions: {exceptions}\n{last}"
