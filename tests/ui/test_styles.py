"""A style-based generator in the window: its three latent spaces, truncation, classes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.testing import assert_array_equal
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.analysis import Direction
from explorer.latent import Seed, Values
from explorer.library import open_model
from explorer.sampling import Frame, Result
from explorer.sampling.analysis_requests import LocalAxes
from explorer.sampling.frames import pixels
from explorer.session import State
from explorer.session.python import python
from explorer.session.spaces import in_space, joined
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.path_curves import PathCurves
from explorer.ui.window import Window
from tests.recognition.test_stylegan2 import Made
from tests.ui.drive import LEFT, NONE, drop, explore, picture, settle

Make = Callable[[str], Window]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def generator(tmp_path: Path) -> Path:
    made = Made(8, 6, 2, [5, 4, 3], 3, classes=3)
    torch.save({"G_ema": made.official()}, tmp_path / "faces.pt")
    return tmp_path / "faces.pt"


def choose(bot: QtBot, window: Window, name: str, text: str) -> None:
    """As a user does with the keyboard: the box stays, and keeps it."""
    box = explore(window).panel.conditions[name]
    box.setFocus()
    steps = box.findText(text) - box.currentIndex()
    for _ in range(abs(steps)):
        bot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.currentText() == text
    settle(bot, window)


def close_to(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.abs(a.astype(int) - b).max() <= 1)


def test_the_space_is_chosen_in_the_panel_and_the_picture_stays(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    window = open_window(str(generator))
    before, sliders = picture(window), explore(window).sliders
    assert len(sliders.values) == 8
    for name, count in (("W", 6), ("W+", 36)):
        choose(qtbot, window, "space", name)
        assert len(sliders.values) == count
        assert close_to(picture(window), before), name
        assert window.store.state.exploring.point == Seed(0)
    explore(window).sliders.set_value(7, 2.0)  # the second layer's second number
    settle(qtbot, window)
    moved = picture(window)
    assert not close_to(moved, before)
    point = window.store.state.exploring.point
    model = open_model(generator, "cpu")
    given = dict(window.store.state.exploring.conditions)
    latent = point.resolve(model.space(**given))[None]
    assert_array_equal(pixels(model.generate(latent, **given))[0], moved)
    choose(qtbot, window, "space", "W")
    assert isinstance(window.store.state.exploring.point, Values), "averaged over the layers"
    for count in (36, 36, 6, 8):  # each choice and each move is one step back
        window.store.undo()
        settle(qtbot, window)
        assert len(sliders.values) == count
    assert_array_equal(picture(window), before)
    assert not window.store.can_undo


def copied(bot: QtBot, window: Window) -> dict[str, Any]:
    bot.keyClick(window, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    found: dict[str, Any] = json.loads(QGuiApplication.clipboard().text())
    return found


def paste(bot: QtBot, window: Window, latent: dict[str, Any]) -> None:
    QGuiApplication.clipboard().setText(json.dumps(latent))
    bot.keyClick(window, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(bot, window)


def test_a_copied_latent_says_its_space_and_is_pasted_back_into_it(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    """Switching the space is part of the paste, which is one entry of the history."""
    window = open_window(str(generator))
    for name in ("W", "W+", "Z"):
        choose(qtbot, window, "space", name)
        explore(window).sliders.set_value(1, 1.5)
        settle(qtbot, window)
        shown, point = picture(window), window.store.state.exploring.point
        latent = copied(qtbot, window)
        assert latent["space"] == name
        choose(qtbot, window, "space", "Z" if name == "W+" else "W+")
        before = window.store.state
        paste(qtbot, window, latent)
        box = explore(window).panel.conditions["space"]
        assert box.currentText() == name
        assert window.store.state.exploring.point == point
        assert_array_equal(picture(window), shown)
        window.store.undo()
        assert window.store.state.exploring == before.exploring
        settle(qtbot, window)


def test_a_latent_that_names_no_space_is_of_the_present_one(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    """As they were copied before; and one of a space that a model lacks is refused."""
    window = open_window(str(generator))
    choose(qtbot, window, "space", "W")
    explore(window).sliders.set_value(1, 1.5)
    settle(qtbot, window)
    shown, latent = picture(window), copied(qtbot, window)
    window.store.undo()
    paste(qtbot, window, {k: v for k, v in latent.items() if k != "space"})
    assert_array_equal(picture(window), shown)
    other = open_window("tiny-gan")
    qtbot.keyClick(other, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    plain = copied(qtbot, other)
    assert "space" not in plain
    before = other.store.state
    paste(qtbot, other, plain | {"space": "W"})
    assert "space W" in other.banner.words.text() and other.store.state == before


def test_no_shell_is_told_of_where_the_space_has_none(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    window = open_window(str(generator))
    window.show_view("interpolate")
    view = window.view("interpolate")
    assert isinstance(view, Interpolate)
    settle(qtbot, window)
    assert "shell" in view.readout.texts[1]
    window.show_view("explore")
    choose(qtbot, window, "space", "W")
    window.show_view("interpolate")
    settle(qtbot, window)
    assert view.readout.texts[1] == ""
    curves = view.findChild(PathCurves)
    assert curves is not None
    qtbot.waitUntil(lambda: len(curves.profile.changes) > 0, timeout=20_000)
    assert curves.titles[1].startswith("Shell: none") and not curves.profile.outside
    curves.grab()


def test_a_latent_dropped_as_a_key_loses_nothing_of_either_space(generator: Path) -> None:
    """Whichever of the two leads exactly to the other's space goes there."""
    spec = open_model(generator, "cpu").spec
    assert spec.styles is not None
    w = Values.of(spec.styles.map(np.ones((1, 8), np.float32))[0])
    state, point = joined(State(), spec, w, "W")
    assert spec.space_name(state.exploring.conditions) == "W" and point == w
    wide = in_space(State(), spec, 2)
    state, point = joined(wide, spec, w, "W")
    assert state is wide and isinstance(point, Values)
    assert_array_equal(np.reshape(point.values, (6, 6)), np.tile(w.values, (6, 1)))


def test_truncation_is_a_slider_whose_drag_is_one_undo(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    window = open_window(str(generator))
    before, dial = picture(window), explore(window).panel.dials["truncation"]
    assert dial.slider.value() == 100
    qtbot.mousePress(dial.slider, LEFT, NONE, QPoint(dial.slider.width() - 6, 8))
    for x in range(dial.slider.width() - 6, 0, -20):
        qtbot.mouseMove(dial.slider, QPoint(x, 8))
    qtbot.mouseRelease(dial.slider, LEFT, NONE, QPoint(4, 8))
    settle(qtbot, window)
    psi = dict(window.store.state.exploring.conditions)["truncation"]
    assert isinstance(psi, float) and psi < 0.2
    assert abs(dial.entry.value() - psi) < 0.005
    assert not close_to(picture(window), before)
    window.store.undo()
    settle(qtbot, window)
    assert dial.slider.value() == 100 and not window.store.can_undo
    assert_array_equal(picture(window), before)


def test_a_class_is_chosen_and_is_another_picture(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    window = open_window(str(generator))
    before = picture(window)
    choose(qtbot, window, "label", "2")
    assert not close_to(picture(window), before)
    choose(qtbot, window, "space", "W")
    told = explore(window).sliders.values
    choose(qtbot, window, "label", "0")
    assert not np.allclose(explore(window).sliders.values, told), "a seed is mapped by its class"
    assert close_to(picture(window), before)


def test_a_session_keeps_space_and_truncation_and_a_script_makes_the_picture(
    qtbot: QtBot, open_window: Make, generator: Path, tmp_path: Path
) -> None:
    window = open_window(str(generator))
    choose(qtbot, window, "space", "W+")
    explore(window).panel.dials["truncation"].entry.setValue(0.35)
    settle(qtbot, window)
    shown, state = picture(window), window.store.state
    held: dict[str, np.ndarray] = {}
    exec(python(state), held)
    assert_array_equal(pixels(held["image"][None])[0], shown)
    window.sessions.save_to(tmp_path / "kept.lsx")
    qtbot.waitUntil(lambda: window.aside.idle, timeout=20_000)
    settle(qtbot, window)
    other = open_window("tiny-gan")
    drop(other, tmp_path / "kept.lsx")
    qtbot.waitUntil(lambda: other.store.state.model == state.model, timeout=20_000)
    settle(qtbot, other)
    assert other.store.state.exploring == state.exploring
    assert_array_equal(picture(other), shown)


def test_directions_found_in_a_space_that_was_left_meanwhile_are_dropped(
    qtbot: QtBot, open_window: Make, generator: Path
) -> None:
    window = open_window(str(generator))
    view = explore(window)
    given = window.store.state.exploring.conditions
    view.directions.panel.local.trigger()
    choose(qtbot, window, "space", "W+")
    request = LocalAxes(str(generator), Seed(0), conditions=given)
    frame = Frame(values={"directions": (Direction.of("Z", np.ones(8)),)})
    view.receive(Result(view.directions.slot, 1, request, frame, None, True, 0.0))
    assert not window.store.state.exploring.directions and not window.banner.isVisible()
