"""Steps, with real mouse and keys: every stage shown, scrubbed, stopped, run again, undone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.export import WRITERS, recipe_in, sheet
from explorer.export.steps import evenly
from explorer.families import StageSettings
from explorer.formats.picture import Picture, planes_to_bytes, to_bytes
from explorer.session import Unfolding, tree
from explorer.session.plan import unfolding
from explorer.session.share import read_recipe
from explorer.ui.views.steps import Steps
from tests.support import tiny
from tests.ui.stage import Stage
from tests.ui.stages import (
    LEFT,
    at,
    finished,
    grown,
    on_stage,
    picture,
    pixel_stage,
    view_settings,
)  # fmt: skip

SWEEPS = 12


@pytest.fixture
def machine(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    yield from on_stage(qtbot, tiny.make_energy(tmp_path), StageSettings(3, SWEEPS))


@pytest.fixture
def pixels(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    yield from pixel_stage(qtbot, tmp_path)


def pane(view: Steps, part: str) -> np.ndarray:
    assert view.pictures is not None
    image = view.pictures.canvases[part].image
    assert image is not None
    return image


def test_it_suits_what_draws_by_stages_and_not_diffusion(tmp_path: Path, tiny_models: Path) -> None:
    assert Steps.suits(open_model(tiny.make_energy(tmp_path)).spec)
    assert Steps.suits(open_model(tiny.make_flow(tmp_path)).spec)
    assert not Steps.suits(open_model(tiny_models / "tiny-ddpm").spec)
    assert not Steps.suits(open_model(tiny_models / "tiny-vae").spec)


def test_every_stage_is_the_library_s_own_and_is_scrubbed_without_asking(machine: Stage) -> None:
    view = finished(machine)
    assert view.scrubber.count == view.scrubber.computed == SWEEPS
    run = open_model(machine.store.state.model).stages(StageSettings(3, SWEEPS)).finish()
    came = len(machine.results)
    QTest.mousePress(view.scrubber, LEFT, pos=at(view, 8))
    for index in (6, 2):
        QTest.mouseMove(view.scrubber, at(view, index))
        for part in run[index].panes:
            wanted = planes_to_bytes(part.array[None], part.low, part.high)[0]
            assert np.array_equal(pane(view, part.name), wanted)
    QTest.mouseRelease(view.scrubber, LEFT, pos=at(view, 2))
    assert machine.bridge.idle
    assert len(machine.results) == came
    assert view.deck.readout.texts[0] == f"Gibbs sweep 3 of {SWEEPS}"
    assert "free energy" in view.numbers.text()
    assert "nats" in view.numbers.text()
    assert "lower is likelier" in view.numbers.text()
    machine.store.undo()
    assert machine.store.state.unfolding.shown == -1  # one drag, one entry


def test_keys_step_both_ways_and_play(machine: Stage) -> None:
    view = finished(machine)
    QTest.keyClick(view.scrubber, Qt.Key.Key_Left)
    assert view.runs.at == SWEEPS - 2
    QTest.keyClick(view.scrubber, Qt.Key.Key_Home)
    QTest.keyClick(view.scrubber, Qt.Key.Key_Left)
    assert view.runs.at == 0
    QTest.keyClick(view.scrubber, Qt.Key.Key_Right)
    assert view.runs.at == 1
    QTest.keyClick(view.scrubber, Qt.Key.Key_Space)
    assert view.playback.player.running
    QTest.keyClick(view.scrubber, Qt.Key.Key_Space)
    assert not view.playback.player.running


def test_another_seed_is_another_picture_and_undo_brings_it_back(machine: Stage) -> None:
    view = finished(machine)
    before = picture(view)
    random.seed(1)  # so small a machine has few pictures, and some seeds share theirs
    QTest.mouseClick(view.panel.dice, LEFT)
    assert machine.store.state.unfolding.settings.seed != 3
    finished(machine)
    after = picture(view)
    assert not np.array_equal(after, before)
    came = len(machine.results)
    machine.store.undo()
    finished(machine)
    assert np.array_equal(picture(view), before)
    assert len(machine.results) == came  # its record was kept


def test_a_run_that_is_stopped_keeps_its_stages_and_goes_on(machine: Stage) -> None:
    view = finished(machine)
    view.panel.steps.setFocus()
    view.panel.steps.selectAll()
    QTest.keyClicks(view.panel.steps, "3000")
    QTest.keyClick(view.panel.steps, Qt.Key.Key_Return)

    def begun() -> bool:
        record = view.record
        return record is not None and record.planned > SWEEPS and record.done > 0

    machine.bot.waitUntil(begun, timeout=20_000)
    QTest.mouseClick(view.panel.stop, LEFT)
    record = view.record
    assert record is not None and not view.runs.running() and not record.complete
    kept = record.done
    assert kept > 0
    QTest.keyClick(view.scrubber, Qt.Key.Key_Home)
    assert view.runs.at == 0
    QTest.mouseClick(view.panel.stop, LEFT)
    finished(machine)
    assert view.record is record and record.done == record.planned > kept


def test_controls_are_those_that_the_model_offers(pixels: Stage) -> None:
    view = finished(pixels)
    assert not view.panel.steps.isVisible()
    assert view.panel.temperature.isVisible()
    assert view.pictures is not None
    assert list(view.pictures.canvases) == ["picture", "surprise"]
    combo = view.panel.conditions["label"]
    assert combo.currentData() == 1
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert dict(pixels.store.state.unfolding.settings.conditions) == {"label": 2}
    finished(pixels)
    assert view.deck.readout.texts[0] == "pixel 64 of 64"


def test_a_picture_s_upper_rows_are_kept(pixels: Stage) -> None:
    view = finished(pixels)
    white = Picture.of(np.full((8, 8, 1), 255, np.uint8), "white")
    assert view.take(white)
    finished_from(pixels, view)
    assert view.finished.image is not None
    assert (view.finished.image[:4] == 255).all()
    assert view.panel.kept.isVisible()
    QTest.mouseClick(view.panel.noise, LEFT)
    assert pixels.store.state.unfolding == replace(Unfolding(), settings=view_settings(pixels))


def finished_from(stage: Stage, view: Steps) -> None:
    def there() -> bool:
        record = view.record
        given = getattr(record.request, "picture", None) if record is not None else None
        return given is not None and record is not None and record.complete

    stage.bot.waitUntil(there, timeout=20_000)


def test_a_branch_shares_what_came_before_and_goes_on_otherwise(pixels: Stage) -> None:
    stage = pixels
    view = finished(stage)
    before = picture(view)
    random.seed(2)
    grown(stage, view, 20)
    now = stage.store.state.unfolding
    assert now.current == 1 and now.branches[0].step == 20
    assert view.tabs.current == "branches"
    after = picture(view)
    flat, was = after.reshape(-1), before.reshape(-1)
    assert np.array_equal(flat[:20], was[:20]) and not np.array_equal(flat, was)
    model = open_model(stage.store.state.model)
    run = model.stages(now.settings).finish()
    seed = tree.settings(now, 1).seed
    own = run.branch(20, seed=seed).finish()
    assert np.array_equal(after, np.rint(own.image * 255).astype(np.uint8))
    assert [row.parent for row in view.branches.tree.rows] == [None, 0]
    stage.store.undo()
    finished(stage)
    assert not stage.store.state.unfolding.branches
    assert np.array_equal(picture(view), before)


def test_branches_are_chosen_changed_and_removed(pixels: Stage) -> None:
    stage = pixels
    view = finished(stage)
    before = picture(view)
    QTest.mouseClick(view.tabs.buttons["branches"], LEFT)
    QTest.mouseClick(view.scrubber, LEFT, pos=at(view, 30))
    assert view.branches.bar.place.texts[0] == "At stage 31:"
    view.branches.bar.temperature.setValue(4.0)
    QTest.mouseClick(view.branches.bar.button, LEFT)
    finished(stage)
    now = stage.store.state.unfolding
    assert now.branches[0].changes == (("temperature", 4.0),)
    assert view.panel.temperature.value() == 4.0
    came = len(stage.results)
    view.branches.tree.chosen.emit(0)
    finished(stage)
    assert np.array_equal(picture(view), before)
    assert len(stage.results) == came  # its record was kept
    view.branches.tree.chosen.emit(1)
    finished(stage)
    QTest.mouseClick(view.branches.tree.buttons(1)[1], LEFT)
    finished(stage)
    assert not stage.store.state.unfolding.branches
    assert np.array_equal(picture(view), before)


def test_another_seed_of_the_trunk_takes_its_branches_away_and_says_so(pixels: Stage) -> None:
    stage = pixels
    view = finished(stage)
    grown(stage, view, 10)
    view.branches.tree.chosen.emit(0)
    finished(stage)
    QTest.mouseClick(view.panel.dice, LEFT)
    finished(stage)
    assert not stage.store.state.unfolding.branches
    assert any("undo brings them back" in said for said in stage.said)


def test_a_picture_of_another_size_and_mode_is_said_to_have_been_fitted(pixels: Stage) -> None:
    view = finished(pixels)
    assert not view.panel.fitted.isVisible()
    coloured = np.zeros((16, 32, 3), np.uint8)
    coloured[..., 0] = 255
    assert view.take(Picture.of(coloured, "wide.png"))
    said = view.panel.fitted.text()
    assert view.panel.fitted.isVisible()
    assert "wide.png: 32 × 16" in said and "padded to 8 × 8" in said and "grey" in said
    QTest.mouseClick(view.panel.noise, LEFT)
    assert not view.panel.fitted.isVisible()


def test_the_finished_picture_s_likelihood_is_named_with_its_bound(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Exact of pixels in a row, from above of a flow, up to a constant of a machine."""
    wanted = {
        tiny.make_autoregressive: ("bits per dimension:", "bits (exact, lower is likelier)"),
        tiny.make_flow: ("dequantised:", "bits (an upper bound, lower is likelier)"),
        tiny.make_energy: ("free energy:", "nats (lower is likelier)"),
    }
    for make, (name, unit) in wanted.items():
        for stage in on_stage(qtbot, make(tmp_path), StageSettings(3)):
            text = finished(stage).numbers.text().partition("Finished picture")[2]
            assert name in text and unit in text


def test_a_flow_says_why_it_has_no_branches(qtbot: QtBot, tmp_path: Path) -> None:
    for stage in on_stage(qtbot, tiny.make_flow(tmp_path), StageSettings(3)):
        view = finished(stage)
        QTest.mouseClick(view.tabs.buttons["branches"], LEFT)
        assert view.branches.none.isVisible() and not view.branches.bar.isVisible()
        view.branches.grow()
        assert not stage.store.state.unfolding.branches


def test_the_stages_are_saved_as_a_strip_that_reopens_as_it_was(
    pixels: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = pixels
    view = finished(stage)
    grown(stage, view, 20)
    file = tmp_path / "stages.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    view.saver.panel.formats.setCurrentIndex([w.is_for(file) for w in WRITERS].index(True))
    view.saver.panel.sizes.setCurrentIndex(0)
    view.saver.most.setValue(5)
    QTest.mouseClick(view.tabs.buttons["film"], LEFT)
    QTest.mouseClick(view.saver.panel.button, LEFT)
    stage.bot.waitUntil(lambda: f"Saved {file}." in stage.said, timeout=60_000)
    record = view.record
    assert record is not None and record.picture is not None
    chosen = [record.frame(i) for i in sorted(evenly(64, 5))]
    first = next(iter(chosen[0].images)) if chosen[0] is not None else ""
    columns = [frame.images[first][0] for frame in chosen if frame is not None]
    wanted = sheet([*columns, record.picture], columns=6)
    assert np.array_equal(np.asarray(Image.open(file)).reshape(wanted.shape), wanted)
    session = read_recipe(recipe_in(file) or "", file.name)
    assert session.state.view == "steps"
    assert unfolding(session.state) == unfolding(stage.store.state)


def test_a_second_file_of_stages_does_not_take_the_place_of_the_first(
    pixels: Stage, tmp_path: Path
) -> None:
    stage = pixels
    view = finished(stage)
    files = [tmp_path / "one.webp", tmp_path / "two.gif"]
    for file in files:
        view.saver.save(file)
    stage.bot.waitUntil(
        lambda: all(f"Saved {file}." in stage.said for file in files), timeout=60_000
    )
    assert all(file.exists() for file in files)


def test_a_model_s_own_temperature_is_shown_and_can_be_changed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tiny.make_flow(tmp_path)
    text = (folder / "model.toml").read_text()
    (folder / "model.toml").write_text(text.replace("[latent]", "[latent]\ntemperature = 0.5"))
    for stage in on_stage(qtbot, folder, StageSettings(3)):
        view, model = finished(stage), open_model(folder, "cpu")
        heat = view.panel.temperature
        assert heat.value() == 0.5 and "usually at 0.5" in heat.toolTip()
        assert np.array_equal(picture(view), to_bytes(model.generate(model.latent.sample(1, 3))[0]))
        heat.setFocus()
        heat.selectAll()
        QTest.keyClicks(heat, "1")
        QTest.keyClick(heat, Qt.Key.Key_Return)
        assert stage.store.state.unfolding.settings.temperature == 1.0
        finished(stage)
        stage.store.undo()
        assert heat.value() == 0.5
