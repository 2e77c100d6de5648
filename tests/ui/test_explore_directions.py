"""Directions, by mouse and keys: found, moved along, marked, applied, kept in a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.latent import LatentSpace, Seed
from explorer.ui.widgets.direction_panel import DirectionPanel
from explorer.ui.window import Window
from tests.ui.drive import LEFT, drag, explore, picture, place, settle


def opened(bot: QtBot, window: Window) -> DirectionPanel:
    """The panel of directions, on screen."""
    bot.keyClick(window, Qt.Key.Key_D)
    panel = explore(window).panel.directions
    assert panel.isVisible()
    return panel


def test_directions_are_found_and_moved_along_in_one_undo(qtbot: QtBot, vae: Window) -> None:
    panel = opened(qtbot, vae)
    panel.whole.trigger()
    qtbot.waitUntil(lambda: bool(vae.store.state.exploring.directions), timeout=60_000)
    settle(qtbot, vae)
    found, before = vae.store.state.exploring.directions, picture(vae)
    slider = panel.list.row(0)
    assert slider is not None and found[0].direction.explained is not None
    assert f"{100 * found[0].direction.explained:.1f} %" in slider.dimension.note
    assert "512 samples" in slider.dimension.about and "random" in slider.dimension.about
    drag(qtbot, slider, place(slider, 0.0), place(slider, 2.0))
    settle(qtbot, vae)
    assert (picture(vae) != before).any()
    moved = vae.store.state.exploring
    assert moved.point == Seed(0) and abs(moved.directions[0].amount - 2) < 0.06
    vae.store.undo()
    assert vae.store.state.exploring.directions == found


def test_marked_groups_give_a_direction_that_is_applied_and_kept(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    view, panel = explore(vae), opened(qtbot, vae)
    assert not panel.groups.isEnabled()
    for button, value in ((panel.mark_a, -2.0), (panel.mark_b, 2.0)):
        view.sliders.set_value(3, value)
        qtbot.mouseClick(button, LEFT)
    panel.groups.trigger()
    qtbot.waitUntil(lambda: bool(vae.store.state.exploring.directions), timeout=20_000)
    direction = vae.store.state.exploring.directions[0].direction
    assert np.allclose(direction.array, np.eye(6)[3])
    panel.list.set_value(0, -1.5)
    qtbot.mouseClick(panel.apply, LEFT)
    assert abs(view.sliders.values[3] - 0.5) < 1e-6
    assert vae.store.state.exploring.directions[0].amount == 0
    path = tmp_path / "mine.directions.json"
    view.directions.keep(path)
    panel.list.remove_asked.emit(0)
    assert not list(vae.store.state.exploring.directions)
    view.directions.load(path)
    assert vae.store.state.exploring.directions[-1].direction == direction


def test_keys_do_all_of_it_while_the_panel_is_closed(qtbot: QtBot, vae: Window) -> None:
    view, panel = explore(vae), explore(vae).panel.directions
    said: list[str] = []
    vae.desk.said.connect(said.append)
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    for key, value in ((Qt.Key.Key_A, -2.0), (Qt.Key.Key_B, 2.0)):
        view.sliders.set_value(3, value)
        qtbot.keyClick(vae, key)
    assert said == ["Marked for A: 1", "Marked for B: 1"] and not panel.isVisible()
    qtbot.keyClick(vae, Qt.Key.Key_G, shift)
    qtbot.waitUntil(lambda: bool(vae.store.state.exploring.directions), timeout=20_000)
    assert panel.isVisible(), "what was found is seen"
    panel.list.set_value(0, -1.5)
    qtbot.keyClick(vae, Qt.Key.Key_Return, control)
    assert abs(view.sliders.values[3] - 0.5) < 1e-6
    qtbot.keyClick(vae, Qt.Key.Key_U)
    assert not list(vae.store.state.exploring.marked)
    qtbot.keyClick(vae, Qt.Key.Key_G, shift)
    settle(qtbot, vae)
    assert len(vae.store.state.exploring.directions) == 1, "nothing is marked, nothing is found"
    qtbot.keyClick(vae, Qt.Key.Key_L, shift)
    qtbot.waitUntil(lambda: len(vae.store.state.exploring.directions) > 1, timeout=20_000)


def test_a_file_of_another_space_is_refused_in_a_sentence(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    from explorer.analysis import Direction, directions

    path = tmp_path / "other.directions.json"
    directions.save(path, [Direction.of("x", np.ones(3))])
    explore(vae).directions.load(path)
    assert vae.banner.isVisible() and "6 dimensions" in vae.banner.words.text()


def test_labelled_marks_give_an_attribute(qtbot: QtBot, vae: Window) -> None:
    """Five of each at least; the attribute is what parts them."""
    panel = opened(qtbot, vae)
    marked: list[bool] = []
    for seed in range(12):
        point = Seed(seed)
        has = bool(point.resolve(LatentSpace((6,)))[2] > 0)
        vae.desk.edit("exploring", point=point)
        assert panel.learned.isEnabled() == (min(marked.count(True), marked.count(False)) >= 5)
        qtbot.mouseClick(panel.mark_b if has else panel.mark_a, LEFT)
        marked.append(has)
    assert panel.learned.isEnabled()
    panel.learned.trigger()
    qtbot.waitUntil(lambda: bool(vae.store.state.exploring.directions), timeout=20_000)
    found = vae.store.state.exploring.directions[0].direction
    assert found.kind == "attribute" and found.samples == 12
    assert found.array[2] == found.array.max() > 0.5


def test_a_table_of_labels_gives_a_direction_a_column(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Draws by their seeds; found again, attributes of other names stay."""
    space, path = LatentSpace((6,)), tmp_path / "labels.csv"
    rows = [
        f"{seed},{int(space.draw(seed)[1] > 0)},{'yes' if space.draw(seed)[4] < 0 else 'no'}"
        for seed in range(60)
    ]
    path.write_text("\n".join(["seed,up,down", *rows]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    panel = opened(qtbot, vae)
    panel.table.trigger()
    qtbot.waitUntil(lambda: len(vae.store.state.exploring.directions) == 2, timeout=20_000)
    up, down = (applied.direction for applied in vae.store.state.exploring.directions)
    assert (up.name, down.name) == ("up", "down")
    assert up.array[1] > 0.8 and down.array[4] < -0.8
    assert up.explained is not None and up.explained > 0.3 and up.score is not None
    path.write_text("\n".join(["seed,up", *(row.rpartition(",")[0] for row in rows)]))
    panel.table.trigger()
    settle(qtbot, vae)
    names = [applied.direction.name for applied in vae.store.state.exploring.directions]
    assert sorted(names) == ["down", "up"]


def test_labels_of_pictures_need_an_encoder_and_are_encoded(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = []
    for number in range(14):
        level = np.uint8(20 * number if number < 7 else 100 + 10 * number)
        Image.fromarray(np.full((16, 16, 3), level)).save(tmp_path / f"{number}.png")
        rows.append(f"{number}.png,{int(number >= 7)}")
    path = tmp_path / "labels.csv"
    path.write_text("\n".join(["picture,light", *rows]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    panel = opened(qtbot, vae)
    panel.table.trigger()
    qtbot.waitUntil(lambda: bool(vae.store.state.exploring.directions), timeout=20_000)
    assert vae.store.state.exploring.directions[0].direction.samples == 14
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    panel.table.trigger()
    settle(qtbot, vae)
    assert "no encoder" in vae.banner.words.text()
