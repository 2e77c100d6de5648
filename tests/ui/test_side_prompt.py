"""A prompt in Side by side, with real keys: for whichever of the models listens to a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.assets import MODELS_VARIABLE
from explorer.formats.picture import to_bytes
from explorer.latent import Seed
from explorer.sampling.requests import Generate
from explorer.session.plan import plan
from explorer.ui.views.side import Side
from explorer.ui.widgets.prompt_box import PromptBox
from explorer.ui.window import Window
from tests.support import tiny
from tests.ui.drive import Bytes, settle


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("told")
    tiny.make_vae(made)
    tiny.make_gan(made)
    tiny.make_prompted(made)
    return made


@pytest.fixture
def library(
    bundled_tiny: Path, folder: Path, monkeypatch: pytest.MonkeyPatch,
    open_window: Callable[[str], Window],
) -> Callable[[str], Window]:  # fmt: skip
    monkeypatch.setenv(MODELS_VARIABLE, str(folder))
    return open_window


def side(bot: QtBot, window: Window, *others: str) -> Side:
    """Four pictures of each model, fewer than usual: the tiny denoiser is no quick one."""
    window.desk.edit("side", others=others, count=1)
    window.show_view("side")
    view = window.current
    assert isinstance(view, Side)
    settle(bot, window)
    return view


def retype(box: PromptBox, text: str) -> None:
    box.line.setFocus()
    box.line.selectAll()
    QTest.keyClicks(box.line, text)
    QTest.keyClick(box.line, Qt.Key.Key_Return)


def image(view: Side, pane: int) -> Bytes:
    found = view.panes[pane].canvas.image
    assert found is not None
    return found.copy()


def drawn(folder: Path, prompt: str) -> Bytes:
    model = open_model(folder / "tiny-prompted", "cpu")
    latent = Seed(0, 0).resolve(model.latent)[None]
    return to_bytes(model.generate(latent, prompt=prompt)[0])


def test_the_open_model_is_told_what_is_typed_and_undo_brings_it_back(
    qtbot: QtBot, library: Callable[[str], Window], folder: Path
) -> None:
    window = library("tiny-prompted")
    view = side(qtbot, window, "tiny-gan")
    box = view.panel.prompt
    assert box.isVisible() and box.prompt == "red square"
    before, other = image(view, 0), image(view, 1)
    assert np.array_equal(before, drawn(folder, "red square"))
    retype(box, "blue cross")
    assert window.store.state.side.prompt == "blue cross"
    settle(qtbot, window)
    assert np.array_equal(image(view, 0), drawn(folder, "blue cross"))
    assert not np.array_equal(image(view, 0), before)
    assert np.array_equal(image(view, 1), other)
    asked = plan(window.store.state)
    assert isinstance(asked, Generate) and dict(asked.conditions) == {"prompt": "blue cross"}
    window.menus.undo.trigger()
    settle(qtbot, window)
    assert box.prompt == "red square" and np.array_equal(image(view, 0), before)


def test_strange_words_are_named_and_nothing_is_lost(
    qtbot: QtBot, library: Callable[[str], Window]
) -> None:
    window = library("tiny-prompted")
    view = side(qtbot, window)
    box, before = view.panel.prompt, image(view, 0)
    retype(box, "green square")
    assert box.note.isVisible() and box.note.text() == "Not known: green"
    settle(qtbot, window)
    assert window.store.state.side.prompt is None and np.array_equal(image(view, 0), before)
    view.panel.seed.setValue(3)
    settle(qtbot, window)
    assert box.prompt == "green square" and box.note.isVisible()


def test_a_model_beside_one_that_listens_to_no_text_is_told_all_the_same(
    qtbot: QtBot, library: Callable[[str], Window], folder: Path
) -> None:
    window = library("tiny-vae")
    view = side(qtbot, window)
    assert not view.panel.prompt.isVisible()
    window.desk.edit("side", others=("tiny-prompted",))
    assert view.panel.prompt.isVisible() and view.panel.prompt.prompt == "red square"
    settle(qtbot, window)
    mine = image(view, 0)
    assert np.array_equal(image(view, 1), drawn(folder, "red square"))
    retype(view.panel.prompt, "flat cross")
    settle(qtbot, window)
    assert np.array_equal(image(view, 1), drawn(folder, "flat cross"))
    assert np.array_equal(image(view, 0), mine)
    asked = plan(window.store.state)
    assert isinstance(asked, Generate) and not asked.conditions
