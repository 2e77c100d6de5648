"""Thousands of random actions over all views and models: nothing fails, nothing is left behind."""

from __future__ import annotations

import ctypes
import gc
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.families.schedulers import SCHEDULERS
from explorer.runtimes.torch_import import load_diffusers
from explorer.ui.memory import resident_bytes
from explorer.ui.window import Window
from tests.ui.drive import settle
from tests.ui.monkey import MODELS, Monkey

# Of a long run; in a short one, modules that some action needs first weigh more than any leak.
MAY_GROW, SHORT_MAY_GROW, LONG = 20 << 20, 60 << 20, 5000
PATIENCE_MS = 120_000


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
    window = open_window(MODELS[0])
    visit_everything(qtbot, window)
    files = tmp_path / "files"
    files.mkdir()
    monkey = Monkey(window, files, seed, monkeypatch)
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
    print(f"{count} actions, seed {seed}: {grown / 2**20:+.1f} MB")
    assert not exceptions, told(monkey, exceptions)
    assert grown < (MAY_GROW if count >= LONG else SHORT_MAY_GROW), (
        f"{grown / 2**20:.1f} MB more than at the start"
    )


def visit_everything(bot: QtBot, window: Window) -> None:
    """Each view of each model once: what a first look makes is no leak."""
    for model in MODELS:
        window.open_model(model)
        bot.waitUntil(partial(shows, window, model), timeout=PATIENCE_MS)
        for name, action in window.menus.views.items():
            if action.isEnabled():
                window.show_view(name)
                rest(bot, window)
    for solver in SCHEDULERS:  # each brings modules of its own, scipy the largest: 85 MB
        getattr(load_diffusers(), solver.cls)


def rest(bot: QtBot, window: Window) -> None:
    """Until nothing is being computed or written; imports included, which may take long."""
    bot.waitUntil(lambda: window.aside.idle and window.bridge.engine.idle, timeout=PATIENCE_MS)
    settle(bot, window)


def shows(window: Window, model: str) -> bool:
    return window.store.state.model == model


def wait_a_little(bot: QtBot, window: Window) -> None:
    """Until all answers have come, but no longer than a run of a thousand steps may take."""
    end = time.monotonic() + 2
    while not window.bridge.engine.idle and time.monotonic() < end:
        bot.wait(5)


def held(bot: QtBot, window: Window) -> int:
    """Bytes of this process once nothing is being computed, without the answers kept on purpose."""
    rest(bot, window)
    gc.collect()
    give_back_free_memory()
    size = resident_bytes()
    assert size is not None
    return size - window.bridge.engine.cache_used


def give_back_free_memory() -> None:
    """What the C library keeps of freed memory is no leak; elsewhere than on glibc it stays."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def told(monkey: Monkey, exceptions: Sequence[object]) -> str:
    last = "\n".join(monkey.log[-25:])
    return f"after {len(monkey.log)} actions: {exceptions}\n{last}"
