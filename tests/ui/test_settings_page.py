"""Settings that reach the engine: how much memory open models may take, and what is trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.opening import sidecar, trust
from explorer.opening.answers import of
from explorer.runtimes import threads
from explorer.sampling import JOB, Result
from explorer.sampling.shelf import MODEL_BYTES
from explorer.sampling.shelf_requests import Distrust, Threads, Within
from explorer.ui import settings as kept
from explorer.ui.settings import Settings
from explorer.ui.window import Window
from tests.opening import exports
from tests.opening.exports import LATENT
from tests.ui.drive import LEFT, drop, explore, picture, settle

Make = Callable[[str], Window]


def told(window: Window) -> list[Result]:
    """What the engine answers to settings from now on."""
    found: list[Result] = []
    window.bridge.arrived.connect(
        lambda result: (
            found.append(result)
            if isinstance(result.request, Within | Distrust | Threads)
            else None
        )
    )
    return found


def opened(bot: QtBot, window: Window, path: Path) -> None:
    drop(window, path)
    bot.waitUntil(lambda: window.store.state.model == str(path), timeout=60_000)
    settle(bot, window)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three models of some 3 MB each."""
    paths = []
    for number in range(3):
        net = torch.nn.Sequential(
            torch.nn.Linear(LATENT, 1024), torch.nn.Tanh(), torch.nn.Linear(1024, 768),
            torch.nn.Unflatten(1, (3, 16, 16)),
        )  # fmt: skip
        path = tmp_path / f"{number}.onnx"
        exports.onnx(net, path, torch.zeros(2, LATENT), ["z"], ["image"])
        paths.append(path)
    return paths


def test_less_memory_puts_the_least_recently_used_away_at_once(
    qtbot: QtBot, open_window: Make, settings: Settings, files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("explorer.ui.settings_page.LEAST_MEMORY", 1)
    monkeypatch.setattr(kept, "LEAST_MEMORY", 1)
    window = open_window("tiny-gan")
    for path in files:
        opened(qtbot, window, path)
    answers = told(window)
    page = window.preferences.show_page()
    assert page.memory.value() << 20 == MODEL_BYTES
    page.memory.setFocus()
    page.memory.selectAll()
    qtbot.keyClicks(page.memory, "8")
    qtbot.keyClick(page.memory, Qt.Key.Key_Return)
    settle(qtbot, window)
    values = answers[-1].frame.values  # type: ignore[union-attr]  # it has come
    assert values["open"] == tuple(map(str, files[1:])) and values["used"] <= 8 << 20
    assert settings.memory == 8 << 20, "and it is remembered"
    opened(qtbot, window, files[0])
    assert not window.banner.isVisible(), "what was put away opens again"
    page.close()


def test_the_setting_counts_from_the_start(
    qtbot: QtBot, open_window: Make, settings: Settings, files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(kept, "LEAST_MEMORY", 1)
    settings.memory = 8 << 20
    window = open_window("tiny-gan")
    for path in files:
        opened(qtbot, window, path)
    answers = told(window)
    window.desk.submit(Distrust(), "window.asked", JOB)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert answers[-1].frame.values["open"] == tuple(map(str, files[1:]))  # type: ignore[union-attr]  # it has come


def test_a_program_that_is_trusted_no_more_asks_again_though_it_was_open(
    qtbot: QtBot, open_window: Make, tmp_path: Path
) -> None:
    path = exports.script(exports.generator(), tmp_path / "script.pt")
    sidecar.save(path, of(inputs={"z": "latent"}))
    trust.add(exports.sha256(path), path.name)
    window = open_window("tiny-gan")
    opened(qtbot, window, path)
    window.open_model("tiny-gan")
    qtbot.waitUntil(lambda: window.store.state.model == "tiny-gan", timeout=60_000)
    settle(qtbot, window)
    page = window.preferences.show_page()
    button = page.trusted.buttons[exports.sha256(path)]
    qtbot.mouseClick(button, LEFT)
    assert not button.isEnabled() and trust.hashes() == frozenset()
    settle(qtbot, window)
    page.close()
    drop(window, path)
    qtbot.waitUntil(window.banner.isVisible, timeout=60_000)
    settle(qtbot, window)
    assert "SHA-256" in window.banner.words.text()
    assert window.store.state.model == "tiny-gan"
    assert window.file.trust.isVisible(), "it can be trusted again"


def test_fewer_threads_count_at_once_and_from_the_start(
    qtbot: QtBot, open_window: Make, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    window = open_window("tiny-gan")
    answers, before = told(window), picture(window)
    assert window.status.device == "CPU, 4 threads"
    page = window.preferences.show_page()
    assert page.threads.text() == "All (4)"
    page.threads.setFocus()
    page.threads.selectAll()
    qtbot.keyClicks(page.threads, "1")
    qtbot.keyClick(page.threads, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert answers[-1].frame.values["open"] == (), "all open again on one thread when asked"  # type: ignore[union-attr]  # it has come
    assert threads.count() == 1 and settings.threads == 1
    window.status.update_figures()
    assert window.status.device == "CPU, 1 thread"
    page.close()
    explore(window).randomise.trigger()
    settle(qtbot, window)
    assert not window.banner.isVisible() and not (picture(window) == before).all()
    threads.choose(0)
    assert open_window("tiny-vae").status.device == "CPU, 1 thread"
    threads.choose(0)
