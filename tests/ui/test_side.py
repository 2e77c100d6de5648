"""Side by side: several models told the same, driven as a user would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.latent import Seed
from explorer.ui.views.side import Side
from explorer.ui.window import Window
from tests.ui.drive import Bytes, drop, explore, save_picture, settle


@pytest.fixture
def view(qtbot: QtBot, vae: Window) -> Side:
    vae.show_view("side")
    found = vae.current
    assert isinstance(found, Side)
    settle(qtbot, vae)
    return found


def add(view: Side, title: str) -> None:
    action = next(a for a in view.panel.models.actions() if a.text().startswith(title))
    action.trigger()


def images(view: Side) -> list[Bytes | None]:
    return [pane.canvas.image for pane in view.panes if pane.isVisible()]


def same(some: list[Bytes | None], others: list[Bytes | None]) -> list[bool]:
    pairs = zip(some, others, strict=True)
    return [a is not None and b is not None and np.array_equal(a, b) for a, b in pairs]


def test_two_models_draw_by_one_seed_and_follow_it(qtbot: QtBot, vae: Window, view: Side) -> None:
    add(view, "Tiny digits")
    settle(qtbot, vae)
    before = images(view)
    assert len(before) == 2
    assert all(image is not None for image in before)
    view.panel.seed.setFocus()
    view.panel.seed.selectAll()
    qtbot.keyClicks(view.panel.seed, "77")
    qtbot.keyClick(view.panel.seed, Qt.Key.Key_Return)
    settle(qtbot, vae)
    after = images(view)
    assert vae.store.state.side.seed == 77
    assert same(before, after) == [False, False]
    vae.menus.undo.trigger()
    settle(qtbot, vae)
    assert same(before, images(view)) == [True, True]


def test_a_seed_typed_or_turned_is_one_entry_and_each_throw_of_the_dice_another(
    qtbot: QtBot, vae: Window, view: Side
) -> None:
    seed, place = view.panel.seed, vae.store.place
    seed.setFocus()
    seed.selectAll()
    qtbot.keyClicks(seed, "77")
    for _ in range(3):
        qtbot.keyClick(seed, Qt.Key.Key_Up)
    qtbot.keyClick(seed, Qt.Key.Key_Return)
    assert vae.store.state.side.seed == 80 and vae.store.place == place + 1
    for _ in range(2):
        view.panel.dice.click()
    assert vae.store.place == place + 3
    for _ in range(3):
        vae.menus.undo.trigger()
    assert vae.store.state.side.seed == 0


def test_a_latent_of_another_shape_is_said_in_the_pane(
    qtbot: QtBot, vae: Window, view: Side
) -> None:
    add(view, "Tiny digits")
    view.panel.source.setCurrentIndex(view.panel.source.findData("sliders"))
    view.panel.source.activated.emit(view.panel.source.currentIndex())
    settle(qtbot, vae)
    mine, other = images(view)
    assert mine is not None
    assert other is None
    view.panel.sliders.set_value(0, 1.25)
    settle(qtbot, vae)
    moved = images(view)[0]
    assert moved is not None and not np.array_equal(mine, moved)
    assert vae.store.state.exploring.point != Seed(0)


def test_a_dropped_picture_is_rebuilt_by_whoever_can(
    qtbot: QtBot, vae: Window, view: Side, tmp_path: Path
) -> None:
    add(view, "Tiny digits")
    drop(vae, save_picture(tmp_path / "mine.png"))
    qtbot.waitUntil(lambda: vae.store.state.side.source == "picture", timeout=20_000)
    settle(qtbot, vae)
    mine, other = images(view)
    assert mine is not None
    assert other is None
    assert "PSNR" in view.panes[0].note.text()


def test_a_model_is_taken_away_and_comes_back_by_undo(
    qtbot: QtBot, vae: Window, view: Side
) -> None:
    add(view, "Tiny digits")
    settle(qtbot, vae)
    qtbot.mouseClick(view.panes[1].away, Qt.MouseButton.LeftButton)
    assert len(images(view)) == 1
    vae.menus.undo.trigger()
    settle(qtbot, vae)
    assert [image is not None for image in images(view)] == [True, True]


def test_its_sliders_reset_draw_and_lock_as_in_explore(
    qtbot: QtBot, vae: Window, view: Side
) -> None:
    sliders = view.panel.sliders
    vae.desk.edit("side", source="sliders")
    sliders.set_value(0, 1.25)
    sliders.reset_asked.emit(0)
    assert sliders.values[0] == sliders.home[0]
    sliders.draw_asked.emit(0)
    assert sliders.values[0] != sliders.home[0]
    sliders.lock_asked.emit(1)
    assert vae.store.state.exploring.locked == {1}
    settle(qtbot, vae)


def test_a_slider_s_menu_offers_what_this_view_can_do_and_renames(
    qtbot: QtBot, vae: Window, view: Side
) -> None:
    """There is neither pad nor heat map here: entries that do nothing are not offered."""
    view.desk.edit("side", source="sliders")
    settle(qtbot, vae)
    sliders = view.panel.sliders
    entries = [a.text() for a in sliders.menu(0).actions() if a.text()]
    assert not any("pad" in text or "acts" in text for text in entries)
    assert any("Rename" in text for text in entries)
    full = [a.text() for a in explore(vae).sliders.menu(0).actions()]
    assert any("pad" in text for text in full) and any("acts" in text for text in full)
    sliders.renamed.emit(0, "smile")
    assert dict(vae.store.state.exploring.names) == {0: "smile"}
    row = sliders.row(0)
    assert row is not None and row.dimension.name == "smile"
    vae.menus.undo.trigger()
    row = sliders.row(0)
    assert row is not None and row.dimension.name != "smile"
