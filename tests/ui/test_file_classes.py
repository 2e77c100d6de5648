"""Names of the classes of a stranger's conditional model, typed on its card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.opening import sidecar
from explorer.ui.window import Window
from tests.recognition.test_stylegan2 import Made
from tests.ui.drive import LEFT, drop, explore, picture, settle


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A generator of three classes."""
    made = Made(8, 6, 2, [5, 4, 3], 3, classes=3)
    torch.save({"G_ema": made.official()}, tmp_path / "animals.pt")
    return tmp_path / "animals.pt"


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[str], Window], file: Path) -> Window:
    window = open_window("tiny-gan")
    drop(window, file)
    qtbot.waitUntil(lambda: window.store.state.model == str(file), timeout=60_000)
    settle(qtbot, window)
    return window


def line(window: Window) -> QLineEdit:
    found = window.file.form.classes
    assert found is not None and found.isVisible()
    return found


def retype(bot: QtBot, window: Window, text: str) -> None:
    line(window).setFocus()
    line(window).selectAll()
    bot.keyClick(line(window), Qt.Key.Key_Delete)
    bot.keyClicks(line(window), text)


def names(window: Window) -> tuple[str, ...]:
    assert window.desk.spec is not None
    return next(c.names for c in window.desk.spec.conditions if c.name == "label")


def test_names_are_typed_kept_beside_the_file_and_offered_in_explore(
    qtbot: QtBot, window: Window, file: Path
) -> None:
    assert line(window).text() == "0, 1, 2" and names(window) == ("0", "1", "2")
    before = picture(window)
    retype(qtbot, window, "cat, dog ,sea lion")
    qtbot.waitUntil(window.file.tried.isVisible, timeout=60_000)
    settle(qtbot, window)
    qtbot.mouseClick(window.file.use, LEFT)
    wanted = ("cat", "dog", "sea lion")
    qtbot.waitUntil(lambda: names(window) == wanted, timeout=60_000)
    settle(qtbot, window)
    assert sidecar.load(file).classes == wanted
    assert 'names = ["cat", "dog", "sea lion"]' in sidecar.beside(file).read_text()
    box = explore(window).panel.conditions["label"]
    assert [box.itemText(i) for i in range(box.count())] == list(wanted)
    assert (picture(window) == before).all()
    assert line(window).text() == "cat, dog, sea lion"
    model = open_model(file, "cpu")
    assert model.class_index("label", "sea lion") == 2
    qtbot.mouseClick(window.file.forget, LEFT)
    qtbot.waitUntil(lambda: names(window) == ("0", "1", "2"), timeout=60_000)
    settle(qtbot, window)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cat, dog", "It takes 3 names, and these are 2."),
        ("cat, dog, , owl", "A name is missing between two commas."),
        ("cat, dog, cat", "Two classes are called cat."),
    ],
)
def test_names_that_do_not_fit_are_told_and_stay_as_they_are_typed(
    qtbot: QtBot, window: Window, file: Path, text: str, said: str
) -> None:
    retype(qtbot, window, text)
    assert line(window).text() == text
    assert window.file.form.misfit == said and not window.file.use.isEnabled()
    retype(qtbot, window, "cat, dog, owl")
    assert window.file.form.misfit == "" and window.file.use.isEnabled()
    retype(qtbot, window, "")
    assert window.file.form.answers().classes == ("0", "1", "2")
    assert not sidecar.beside(file).exists()


def test_a_model_without_classes_has_no_field(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    made = Made(8, 6, 2, [5, 4, 3], 3)
    torch.save({"G_ema": made.official()}, tmp_path / "faces.pt")
    window = open_window("tiny-gan")
    drop(window, tmp_path / "faces.pt")
    path = str(tmp_path / "faces.pt")
    qtbot.waitUntil(lambda: window.store.state.model == path, timeout=60_000)
    settle(qtbot, window)
    assert window.file.form.classes is None and window.file.form.range is not None
