"""Latents from the clipboard go where the model has a place for them, in every view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.families import DenoiseSettings, StageSettings
from explorer.latent import Mix, MorphGrid, Seed
from explorer.session import share
from explorer.ui.window import Window
from tests.support import tiny
from tests.ui.drive import picture, settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def copy(bot: QtBot, window: Window) -> str:
    bot.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    return QGuiApplication.clipboard().text()


def paste(bot: QtBot, window: Window) -> None:
    bot.keyClick(window, Qt.Key.Key_V, CONTROL | SHIFT)
    settle(bot, window)


def test_the_noise_of_a_run_is_pasted_into_the_run_in_one_undo(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    window = open_window("tiny-ddpm")
    few = DenoiseSettings(seed=5, steps=4).changed(label=1)
    window.desk.edit("denoising", settings=few)
    settle(qtbot, window)
    wanted = picture(window)
    copy(qtbot, window)
    window.desk.settle()
    window.desk.edit("denoising", settings=few.changed(seed=6))
    window.desk.settle()
    settle(qtbot, window)
    before = window.store.state
    paste(qtbot, window)
    assert window.store.state.denoising.settings == few
    assert window.store.state.view == "denoise" and (picture(window) == wanted).all()
    window.store.undo()
    assert window.store.state == before


def test_a_mixture_of_noises_stays_a_recipe(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    window = open_window("tiny-ddpm")
    between = Mix(Seed(1), Seed(2), 0.25)
    few = DenoiseSettings(steps=3, start=between).changed(label=1)
    window.desk.edit("denoising", settings=few)
    settle(qtbot, window)
    copy(qtbot, window)
    window.desk.edit("denoising", settings=few.changed(start=None))
    paste(qtbot, window)
    assert window.store.state.denoising.settings.start == between


def test_noise_of_stages_is_pasted_into_the_stages(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    window = open_window(str(tiny.make_flow(tmp_path)))
    window.desk.edit("unfolding", settings=StageSettings(seed=8))
    settle(qtbot, window)
    copy(qtbot, window)
    window.desk.edit("unfolding", settings=StageSettings(seed=9))
    paste(qtbot, window)
    assert window.store.state.view == "steps"
    assert window.store.state.unfolding.settings.seed == 8


def test_a_model_without_latents_refuses_one(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    flow = open_window(str(tiny.make_flow(tmp_path)))
    text = copy(qtbot, flow)
    translator = str(tiny.make_translator(tmp_path))
    flow.open_model(translator)
    qtbot.waitUntil(lambda: flow.store.state.model == translator, timeout=20_000)
    settle(qtbot, flow)
    before = flow.store.state
    QGuiApplication.clipboard().setText(text.replace("tiny-flow", "tiny-translator"))
    paste(qtbot, flow)
    assert "no pictures of latents" in flow.banner.words.text()
    assert flow.store.state == before


@pytest.mark.parametrize("wanted", ["explore", "interpolate", "translate"])
def test_a_recipe_that_names_a_view_without_use_for_the_model_shows_another(
    qtbot: QtBot, open_window: Callable[[str], Window], wanted: str
) -> None:
    """As the command line's pictures of a model do whose latents are pictures of noise."""
    window = open_window("tiny-ddpm")
    window.desk.become(replace(window.store.state, view=wanted))
    settle(qtbot, window)
    assert window.store.state.view == "denoise"
    assert window.current is not None and window.current.name == "denoise"


def test_the_latent_of_a_morph_grid_is_that_under_the_mouse(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    window = open_window("tiny-vae")
    window.show_view("interpolate")
    grid = MorphGrid((Seed(1), Seed(2), Seed(3), Seed(4)))
    window.desk.edit("interpolating", grid=grid, grid_at=(0.7, 0.3))
    settle(qtbot, window)
    wanted = picture(window)
    copy(qtbot, window)
    paste(qtbot, window)
    assert window.store.state.view == "explore" and (picture(window) == wanted).all()


@pytest.mark.parametrize("source", ["seed", "sliders", "picture"])
def test_side_by_side_the_latent_is_what_all_are_told(
    qtbot: QtBot, open_window: Callable[[str], Window], source: str
) -> None:
    window = open_window("tiny-vae")
    window.show_view("side")
    window.desk.edit("side", source=source, seed=11)
    settle(qtbot, window)
    QGuiApplication.clipboard().setText("")
    text = copy(qtbot, window)
    if source == "picture":
        assert text == "" and "latent of its own" in window.banner.words.text()
        return
    assert share.read_latent(text)[1] == (Seed(11) if source == "seed" else Seed(0))


def test_a_redrawn_picture_says_that_it_has_no_latent(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    window = open_window(str(tiny.make_told_translator(tmp_path)))
    assert window.store.state.view == "translate"
    QGuiApplication.clipboard().setText("")
    assert copy(qtbot, window) == "" and window.banner.isVisible()
