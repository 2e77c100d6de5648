"""What goes wrong is said in a clear sentence, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.export import WRITERS
from explorer.families import StageSettings
from explorer.session import Unfolding
from explorer.ui.views.side import Side
from explorer.ui.views.steps import Steps
from explorer.ui.window import Window
from tests.support.tiny import make_autoregressive, make_flow, make_infogan
from tests.ui.drive import drop, picture, save_picture, settle

LEFT = Qt.MouseButton.LeftButton


def opened(bot: QtBot, window: Window, folder: Path) -> None:
    window.open_model(str(folder))
    bot.waitUntil(lambda: window.desk.state.model == str(folder), timeout=20_000)
    settle(bot, window)


def test_a_class_that_the_model_never_learned(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    """As a session made with another version of the model may ask for it."""
    opened(qtbot, vae, make_infogan(tmp_path))
    before, shown = vae.store.state, picture(vae)
    vae.desk.edit("exploring", conditions=(("category", 99),))
    settle(qtbot, vae)
    said = vae.banner.words.text()
    assert vae.banner.isVisible() and "category 99" in said and "no such class" in said
    assert "Use one of" in said
    np.testing.assert_array_equal(picture(vae), shown)
    vae.menus.undo.trigger()
    settle(qtbot, vae)
    assert vae.store.state == before


def test_a_picture_where_no_model_has_an_encoder(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    window = open_window("tiny-gan")
    window.show_view("side")
    settle(qtbot, window)
    before = window.store.state
    assert isinstance(window.current, Side)
    drop(window, save_picture(tmp_path / "mine.png"))
    qtbot.waitUntil(window.banner.isVisible, timeout=20_000)
    said = window.banner.words.text()
    assert "mine.png" in said and "none of these models has an encoder" in said
    assert "Add one that has." in said
    assert window.store.state == before


def test_a_view_that_a_model_cannot_be_seen_in_is_not_gone_to(qtbot: QtBot, vae: Window) -> None:
    before = vae.store.state
    for view in ("denoise", "steps", "translate", "no such view"):
        vae.show_view(view)
        assert vae.store.state == before


def test_a_branch_of_a_run_that_has_not_begun(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    opened(qtbot, vae, make_autoregressive(tmp_path))
    view = vae.view("steps")
    assert isinstance(view, Steps)
    said: list[str] = []
    vae.desk.said.connect(said.append)
    view.runs.clear()
    before = vae.store.state
    view.branches.grow()
    assert said == ["The run has not begun yet: branch once its first step is there."]
    assert vae.store.state == before


def test_a_run_that_was_stopped_is_finished_for_the_file(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving an unfinished trajectory computes the rest; what was on screen stays there."""
    opened(qtbot, vae, make_autoregressive(tmp_path))
    view, file = vae.view("steps"), tmp_path / "stages.png"
    assert isinstance(view, Steps)
    settings = replace(vae.desk.state.unfolding.settings, seed=5)
    vae.desk.edit("unfolding", settings=settings)
    qtbot.waitUntil(lambda: view.record is not None and view.record.done > 0, timeout=20_000)
    view.runs.cancel()
    record = view.record
    assert record is not None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    view.saver.panel.formats.setCurrentIndex([w.is_for(file) for w in WRITERS].index(True))
    QTest.mouseClick(view.tabs.buttons["film"], LEFT)
    QTest.mouseClick(view.saver.panel.button, LEFT)
    qtbot.waitUntil(file.exists, timeout=60_000)
    settle(qtbot, vae)
    assert view.record is record


def test_a_step_of_a_session_beyond_the_run_shows_its_last(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    opened(qtbot, vae, make_flow(tmp_path))
    view = vae.view("steps")
    assert isinstance(view, Steps)
    vae.desk.edit("unfolding", **vars(Unfolding(StageSettings(2), shown=900)))
    settle(qtbot, vae)
    record = view.record
    assert record is not None and record.complete
    assert view.runs.at == record.newest
    assert not vae.banner.isVisible()
