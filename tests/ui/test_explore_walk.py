"""Neighbours to walk by picking, by mouse."""

from __future__ import annotations

import numpy as np
from numpy.testing import assert_array_equal
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer import analysis
from explorer.latent import Seed
from explorer.library import open_model
from explorer.sampling.frames import pixels
from explorer.ui.window import Window
from tests.ui.drive import LEFT, NONE, explore, picture, settle


def test_a_neighbour_is_picked_and_its_own_neighbours_come(qtbot: QtBot, vae: Window) -> None:
    view, grid = explore(vae), explore(vae).samples
    qtbot.keyClick(vae, Qt.Key.Key_K)
    assert view.tray.near.isChecked()
    qtbot.waitUntil(lambda: grid.count >= grid.capacity > 2, timeout=20_000)
    model = open_model("tiny-vae", "cpu")
    expected = analysis.neighbours(Seed(0), model.latent, grid.capacity)[2]
    qtbot.mouseClick(grid, LEFT, NONE, grid.box(2).center())
    settle(qtbot, vae)
    assert vae.store.state.exploring.point == expected
    assert_array_equal(picture(vae), pixels(model.generate(view.sliders.values[None]))[0])
    vae.store.undo()
    assert vae.store.state.exploring.point == Seed(0) and not vae.store.can_undo


def test_locked_sliders_stay_on_a_walk_and_samples_come_back(qtbot: QtBot, vae: Window) -> None:
    view, grid = explore(vae), explore(vae).samples
    before = view.sliders.values
    view.sliders.lock_asked.emit(2)
    qtbot.mouseClick(view.tray.near, LEFT)
    qtbot.waitUntil(lambda: grid.count >= grid.capacity > 2, timeout=20_000)
    qtbot.mouseClick(grid, LEFT, NONE, grid.box(1).center())
    after = view.sliders.values
    assert after[2] == before[2]
    assert (np.delete(after, 2) != np.delete(before, 2)).any()
    qtbot.mouseClick(view.tray.near, LEFT)
    qtbot.waitUntil(lambda: grid.count >= grid.capacity, timeout=20_000)
    qtbot.mouseClick(grid, LEFT, NONE, grid.box(2).center())
    assert vae.store.state.exploring.point == Seed(1, 2)


def test_brackets_bring_neighbours_nearer_and_farther(qtbot: QtBot, vae: Window) -> None:
    grid = explore(vae).samples
    qtbot.keyClick(vae, Qt.Key.Key_BracketRight)
    assert explore(vae).walk.on and vae.store.state.exploring.walk_reach > 0.2
    for _ in range(12):
        qtbot.keyClick(vae, Qt.Key.Key_BracketLeft)
    assert vae.store.state.exploring.walk_reach == 0.02
    qtbot.waitUntil(lambda: grid.count >= grid.capacity > 2, timeout=20_000)
    model = open_model("tiny-vae", "cpu")
    near = analysis.neighbours(Seed(0), model.latent, grid.capacity, 0.02)[1]
    qtbot.mouseClick(grid, LEFT, NONE, grid.box(1).center())
    assert vae.store.state.exploring.point == near
    assert len(vae.store.history) == 2  # the reach is no entry
