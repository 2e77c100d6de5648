"""Models that strangers trained, dropped on the window: a card, then a picture, no question.

`test_file_card.py` is the twin, on files made there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.library import find
from explorer.ui.window import Window
from tests.formats.conftest import foreign
from tests.opening.test_foreign import SHOWN
from tests.ui.conftest import shows_picture
from tests.ui.drive import LEFT, drop, picture, settle

__all__ = ["foreign"]


def arrive(bot: QtBot, window: Window, path: Path, shape: tuple[int, ...]) -> None:
    """Wait for a picture of that shape from the file, or a sheet of several."""
    name, (height, width, channels) = str(find(path)), shape

    def seen() -> bool:
        if window.store.state.model != name or not shows_picture(window):
            return False
        tall, wide, deep = picture(window).shape
        return bool(tall >= height and wide >= width and deep == channels)

    bot.waitUntil(seen, timeout=60_000)
    settle(bot, window)
    assert not window.banner.isVisible()
    assert picture(window).std() > 1


@pytest.mark.parametrize("name", SHOWN)
def test_a_dropped_model_shows_a_picture(
    qtbot: QtBot, open_window: Callable[[str], Window], foreign: Path, name: str
) -> None:
    window = open_window("tiny-gan")
    drop(window, foreign / name)
    arrive(qtbot, window, foreign / name, SHOWN[name][1])
    assert window.file_dock.isVisible()
    assert "Opening runs: nothing" in window.file.facts.accessibleName()


def test_a_decoder_alone_takes_the_encoder_beside_it(
    qtbot: QtBot, open_window: Callable[[str], Window], foreign: Path, tmp_path: Path
) -> None:
    """The answer is kept beside the file: on copies."""
    for half in ("decoder", "encoder"):
        shutil.copyfile(foreign / "taesd" / f"taef2_{half}.pth", tmp_path / f"taef2_{half}.pth")
    window = open_window("tiny-gan")
    decoder = tmp_path / "taef2_decoder.pth"
    drop(window, decoder)
    arrive(qtbot, window, decoder, (128, 128, 3))
    alone = window.desk.spec
    assert alone is not None and "encode" not in alone.capabilities
    qtbot.waitUntil(window.file.pair.isVisible, timeout=20_000)
    qtbot.mouseClick(window.file.pair, LEFT)
    qtbot.waitUntil(
        lambda: window.desk.spec is not None and "encode" in window.desk.spec.capabilities,
        timeout=60_000,
    )
    settle(qtbot, window)
    assert not window.file.pair.isVisible()
