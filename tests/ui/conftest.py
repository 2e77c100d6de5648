"""A real window on tiny models, driven offscreen; what Qt complains of fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app import make_window
from explorer.ui.settings import Settings
from explorer.ui.window import Window
from tests.ui.drive import let_go

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's warnings fail every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # The offscreen platform says so of sizes, raised windows and menus' keys.
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(autouse=True)
def _no_button_stays_down(qapp: QApplication) -> Iterator[None]:
    """What a test leaves pressed would be down throughout the next ones."""
    yield
    let_go()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of the test's own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def open_window(
    qtbot: QtBot, bundled_tiny: Path, settings: Settings
) -> Iterator[Callable[[str], Window]]:
    """Opens the window on a model and waits until its picture is painted."""
    opened: list[Window] = []

    def make(model: str) -> Window:
        settings.theme = "dark"
        window = make_window("cpu", settings, measures=False)
        opened.append(window)
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        window.open_first(model)
        if model:
            qtbot.waitUntil(lambda: shows_picture(window), timeout=20_000)
            qtbot.waitUntil(lambda: window.bridge.idle, timeout=20_000)
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()


def shows_picture(window: Window) -> bool:
    """Whether the view on screen has painted a picture."""
    return window.canvas is not None and window.canvas.image is not None


@pytest.fixture
def vae(open_window: Callable[[str], Window]) -> Window:
    """The window on the tiny VAE."""
    return open_window("tiny-vae")


@pytest.fixture
def gan(open_window: Callable[[str], Window]) -> Window:
    """The window on the tiny GAN, which has a critic."""
    return open_window("tiny-gan")
