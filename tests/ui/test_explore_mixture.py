"""A prior that is a mixture: one Gaussian chosen, weights moved, all of it undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.latent import Seed
from explorer.ui.explore.mixture import Mixed
from explorer.ui.widgets.mixture_panel import MixturePanel
from explorer.ui.window import Window
from tests.support.tiny import make_autoencoder
from tests.ui.drive import explore, picture, settle, turn_wheel
from tests.ui.test_access import faults, interactive, told


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path) -> Window:
    """The window on a tiny autoencoder, whose prior is a mixture of two."""
    folder = str(make_autoencoder(tmp_path))
    window = open_window("tiny-vae")
    assert not explore(window).panel.mixture_button.isVisible()
    window.open_model(folder)
    qtbot.waitUntil(lambda: window.desk.state.model == folder, timeout=20_000)
    settle(qtbot, window)
    return window


@pytest.fixture
def panel(qtbot: QtBot, window: Window) -> MixturePanel:
    assert explore(window).panel.mixture_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_M)
    found = explore(window).panel.mixture
    qtbot.waitUntil(found.isVisible)
    return found


def drawn(window: Window, seed: int) -> int:
    """The Gaussian whose mean is nearest to the draw of a seed under the present weights."""
    space, weights = window.desk.space, window.desk.state.exploring.weights
    assert space.mixture is not None
    latent = Seed(seed, weights=weights).resolve(space)
    return int(np.abs(space.mixture.means - latent).sum(1).argmin())


def weights_of(window: Window) -> tuple[float, ...]:
    return window.desk.state.exploring.weights


def test_one_gaussian_is_drawn_from_alone_and_undone(
    qtbot: QtBot, window: Window, panel: MixturePanel
) -> None:
    before, place = picture(window), window.store.place
    assert panel.gaussian.count() == 3 and panel.gaussian.currentIndex() == 0
    for chosen, weights in ((1, (1.0, 0.0)), (2, (0.0, 1.0))):
        panel.gaussian.setFocus()
        qtbot.keyClick(panel.gaussian, Qt.Key.Key_Down)
        settle(qtbot, window)
        assert panel.gaussian.currentIndex() == chosen
        point = window.desk.state.exploring.point
        assert isinstance(point, Seed) and point.weights == weights
        assert {drawn(window, seed) for seed in range(30)} == {chosen - 1}
    assert window.store.place == place + 2
    window.menus.undo.trigger()
    window.menus.undo.trigger()
    settle(qtbot, window)
    np.testing.assert_array_equal(picture(window), before)
    assert panel.gaussian.currentIndex() == 0


def test_a_weight_that_is_moved_counts_for_seeds_and_samples_in_one_entry(
    qtbot: QtBot, window: Window, panel: MixturePanel
) -> None:
    place, row = window.store.place, panel.rows[0]
    own = [drawn(window, seed) for seed in range(60)]
    for value in (500, 1000):
        row.slider.setValue(value)
    row.slider.sliderReleased.emit()
    settle(qtbot, window)
    assert weights_of(window) == (10.0, 1.0)
    assert window.store.place == place + 1
    assert panel.gaussian.currentIndex() == -1
    assert [drawn(window, seed) for seed in range(60)].count(0) > own.count(0)
    explore(window).randomise.trigger()
    settle(qtbot, window)
    point = window.desk.state.exploring.point
    assert isinstance(point, Seed) and point.weights == (10.0, 1.0)
    qtbot.mouseClick(panel.fitted, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not weights_of(window)
    assert [drawn(window, seed) for seed in range(60)] == own


def test_all_weights_at_nothing_is_refused_in_a_sentence(
    qtbot: QtBot, window: Window, panel: MixturePanel
) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    for row in panel.rows:
        row.slider.setValue(0)
    settle(qtbot, window)
    assert any("weigh something" in text for text in said)
    assert window.desk.state.exploring.weights == (0.0, 1.0)
    assert panel.rows[1].slider.value() == 100


def test_the_means_are_seen_and_every_control_is_named(
    qtbot: QtBot, window: Window, panel: MixturePanel
) -> None:
    turn_wheel(panel.rows[0].slider, panel.rows[0].slider.rect().center(), 3)
    assert not weights_of(window)  # the wheel scrolls
    part = explore(window).mixed
    assert isinstance(part, Mixed)
    qtbot.waitUntil(lambda: not panel.gaussian.itemIcon(2).isNull(), timeout=20_000)
    assert [f"{told(w)} {fault}" for w in interactive(panel) for fault in faults(w)] == []
