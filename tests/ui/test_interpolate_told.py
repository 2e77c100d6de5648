"""The class of a path: chosen beside it, for all of its pictures, by real mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.export import Options, write
from explorer.formats.picture import to_bytes
from explorer.latent import Seed
from explorer.session import State, share
from explorer.session.state import Exploring
from explorer.ui.views.interpolate import Interpolate
from tests.support import tiny
from tests.ui.drive import LEFT
from tests.ui.stage import Stage
from tests.ui.test_interpolate import settled, shown, stage, view

__all__ = ["stage", "view"]


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """On a model of three categories."""
    folder = tiny.make_infogan(tmp_path)
    made = Stage(qtbot, Interpolate, str(folder), State(view="interpolate"))
    made.show()
    settled(made)
    yield made
    made.close()


def view_of(stage: Stage) -> Interpolate:
    assert isinstance(stage.view, Interpolate)
    return stage.view


def made(stage: Stage, category: int) -> np.ndarray:
    """The first key's picture of a category, by the library."""
    model = open_model(stage.store.state.model)
    images = model.generate(model.latent.draw(1)[None], category=category)
    image: np.ndarray = to_bytes(images[0])
    return image


def close_to(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.abs(a.astype(int) - b).max() <= 1)


def choose(box: QComboBox, index: int) -> None:
    box.setFocus()
    while box.currentIndex() != index:
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_the_class_of_the_path_is_chosen_and_undone(told: Stage) -> None:
    panel = view_of(told).panel
    box = panel.told.conditions["category"]
    assert box.isVisible() and box.accessibleName() and box.toolTip()
    assert close_to(shown(view_of(told)), made(told, 0))
    strips = [r for r in told.results if r.slot == "interpolate.strip"]
    choose(box, 2)
    settled(told)
    assert dict(told.store.state.exploring.conditions) == {"category": 2}
    assert close_to(shown(view_of(told)), made(told, 2))
    assert not close_to(made(told, 0), made(told, 2))
    assert len([r for r in told.results if r.slot == "interpolate.strip"]) > len(strips)
    told.store.undo()
    told.store.undo()
    settled(told)
    assert box.currentIndex() == 0
    assert close_to(shown(view_of(told)), made(told, 0))


def test_the_class_is_chosen_beside_a_grid_too(told: Stage) -> None:
    QTest.mouseClick(view_of(told).panel.grid_button, LEFT)
    box = view_of(told).grid_panel.told.conditions["category"]
    assert box.isVisible()
    before = shown(view_of(told)).copy()
    choose(box, 1)
    told.bot.waitUntil(lambda: not close_to(shown(view_of(told)), before), timeout=20_000)
    QTest.mouseClick(view_of(told).grid_panel.close_button, LEFT)
    settled(told)
    assert view_of(told).panel.told.conditions["category"].currentIndex() == 1


def test_a_model_without_classes_shows_no_form(view: Interpolate) -> None:
    assert not view.panel.told.isVisible()


def test_a_key_that_was_saved_as_another_class_is_told_of(told: Stage, tmp_path: Path) -> None:
    """Its latent is taken; its picture is of the path's class, which would be a riddle unsaid."""
    saved = State(told.store.state.model, exploring=Exploring(Seed(8), (("category", 2),)))
    file = tmp_path / "saved.png"
    write([made(told, 2)], file, Options(recipe=share.recipe_of(saved)))
    view_of(told).read(file)
    told.bot.waitUntil(lambda: len(told.store.state.interpolating.keys) == 3, timeout=10_000)
    assert told.store.state.interpolating.keys[2] == Seed(8)
    assert told.said[-1] == "It was saved as another class: here it is drawn as the one chosen."
    settled(told)
