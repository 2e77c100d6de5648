"""Explore, by mouse and keys: every gesture on a slider, and what follows from it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.assets import MODELS_VARIABLE
from explorer.latent import Seed, Values
from explorer.library import open_model
from explorer.sampling.frames import pixels
from explorer.ui.window import Window
from explorer.ui.words import probability
from tests.support import tiny
from tests.ui.drive import (
    LEFT,
    NONE,
    drag,
    drop,
    explore,
    move_with,
    picture,
    place,
    row,
    save_picture,
    settle,
    turn_wheel,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_drag_changes_the_picture_and_ends_where_the_mouse_ends(
    qtbot: QtBot, vae: Window
) -> None:
    before = picture(vae)
    slider = row(vae, 2)
    drag(qtbot, slider, place(slider, slider.number), place(slider, 2.0))
    settle(qtbot, vae)
    assert abs(explore(vae).sliders.values[2] - 2.0) < 0.06
    assert (picture(vae) != before).any()


def test_the_picture_is_the_models_own_at_the_sliders_values(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 1.25)
    settle(qtbot, vae)
    values = explore(vae).sliders.values
    assert values[0] == np.float32(1.25)
    expected = pixels(open_model("tiny-vae", "cpu").generate(values[None]))[0]
    assert_array_equal(picture(vae), expected)


def test_one_drag_is_one_undo(qtbot: QtBot, vae: Window) -> None:
    before, values = picture(vae), explore(vae).sliders.values
    slider = row(vae, 1)
    drag(qtbot, slider, place(slider, slider.number), place(slider, -2.0), steps=12)
    settle(qtbot, vae)
    qtbot.keyClick(vae, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, vae)
    assert_array_equal(explore(vae).sliders.values, values)
    assert_array_equal(picture(vae), before)
    assert not vae.store.can_undo
    vae.store.redo()
    settle(qtbot, vae)
    assert abs(explore(vae).sliders.values[1] + 2.0) < 0.06


def test_shift_drags_ten_times_finer(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 0.0)
    slider = row(vae, 0)
    start = place(slider, 0.0)
    qtbot.mousePress(slider, LEFT, SHIFT, start)
    far = start + QPoint(40, 0)
    move_with(slider, far, SHIFT)
    fine = slider.number
    qtbot.mouseRelease(slider, LEFT, SHIFT, far)
    explore(vae).sliders.set_value(0, 0.0)
    drag(qtbot, slider, start, far)
    assert 0 < fine < slider.number
    assert abs(slider.number / fine - 10) < 0.5


def test_the_wheel_steps_by_five_hundredths_and_finer_with_shift(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(3, 0.0)
    slider = row(vae, 3)
    turn_wheel(slider, place(slider, 0.0), 2)
    assert slider.number == np.float32(0.1)
    turn_wheel(slider, place(slider, 0.0), -1, SHIFT)
    assert slider.number == np.float32(0.095)


def test_arrow_keys_step_and_walk_the_rows(qtbot: QtBot, vae: Window) -> None:
    sliders = explore(vae).sliders
    first, second = sliders.order[:2]
    sliders.set_value(first, 0.0)
    row(vae, first).setFocus()
    qtbot.keyClick(row(vae, first), Qt.Key.Key_Right)
    qtbot.keyClick(row(vae, first), Qt.Key.Key_Right, SHIFT)
    assert abs(row(vae, first).number - 0.055) < 1e-6
    qtbot.keyClick(row(vae, first), Qt.Key.Key_Down)
    assert row(vae, second).hasFocus()


def test_a_value_is_typed(qtbot: QtBot, vae: Window) -> None:
    slider = row(vae, 4)
    qtbot.mouseClick(slider, LEFT, NONE, slider.value_box().center())
    entry = QApplication.focusWidget()
    qtbot.keyClicks(entry, "-1.5")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert explore(vae).sliders.values[4] == np.float32(-1.5)
    assert slider.hasFocus()


def test_escape_leaves_the_typed_value_unused(qtbot: QtBot, vae: Window) -> None:
    before = explore(vae).sliders.values
    slider = row(vae, 4)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Return)
    entry = QApplication.focusWidget()
    qtbot.keyClicks(entry, "2")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert_array_equal(explore(vae).sliders.values, before)


def test_a_double_click_resets(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 2.5)
    slider = row(vae, 0)
    at = place(slider, 2.5)
    qtbot.mouseClick(slider, LEFT, NONE, at)
    qtbot.mouseDClick(slider, LEFT, NONE, at)
    assert explore(vae).sliders.values[0] == 0


def test_randomising_leaves_locked_sliders_alone(qtbot: QtBot, vae: Window) -> None:
    before = explore(vae).sliders.values
    row(vae, 1).setFocus()
    qtbot.keyClick(row(vae, 1), Qt.Key.Key_L)
    qtbot.keyClick(vae, Qt.Key.Key_R)
    after = explore(vae).sliders.values
    assert after[1] == before[1]
    assert (np.delete(after, 1) != np.delete(before, 1)).all()


def test_one_slider_is_drawn_alone(qtbot: QtBot, vae: Window) -> None:
    before = explore(vae).sliders.values
    row(vae, 1).setFocus()
    qtbot.keyClick(row(vae, 1), Qt.Key.Key_Space)
    after = explore(vae).sliders.values
    assert after[1] != before[1]
    assert_array_equal(np.delete(after, 1), np.delete(before, 1))


def test_reset_puts_every_unlocked_slider_to_zero(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    before = view.sliders.values
    view.sliders.lock_asked.emit(2)
    qtbot.keyClick(vae, Qt.Key.Key_0)
    assert_array_equal(np.delete(view.sliders.values, 2), np.zeros(5, np.float32))
    assert view.sliders.values[2] == before[2]


def test_a_typed_seed_draws_its_point(qtbot: QtBot, vae: Window) -> None:
    box = explore(vae).panel.seed
    box.selectAll()
    qtbot.keyClicks(box, "42")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert vae.store.state.exploring.point == Seed(42)
    assert vae.desk.spec is not None
    assert_array_equal(explore(vae).sliders.values, vae.desk.spec.latent.draw(42))
    explore(vae).sliders.set_value(0, 0.0)
    assert box.text() == "42"
    explore(vae).reset.trigger()
    assert box.text() == ""


def test_rows_are_sorted_by_importance_or_number(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    assert view.sliders.order == (5, 4, 3, 2, 1, 0)
    qtbot.keyClick(view.panel.order, Qt.Key.Key_Down)
    assert view.sliders.order == (0, 1, 2, 3, 4, 5)
    assert not vae.store.can_undo


def test_a_dropped_picture_is_encoded_and_rebuilt_beside_it(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    view = explore(vae)
    path = save_picture(tmp_path / "mine.png")
    drop(vae, path)
    qtbot.waitUntil(lambda: view.pictures.compares, timeout=20_000)
    settle(qtbot, vae)
    model = open_model("tiny-vae", "cpu")
    shown = vae.store.state.exploring.picture
    assert shown is not None
    original = shown.fitted(16, 16, 3)[None]
    mean, std = model.encode(original)
    assert vae.store.state.exploring.point == Values.of(mean, "mine.png")
    assert_array_equal(view.sliders.values, mean[0])
    assert row(vae, 0).mark == (float(mean[0, 0]), float(std[0, 0]))
    mse = float(np.mean((model.generate(mean) - original) ** 2))
    assert f"{-10 * np.log10(mse):.1f} dB" in view.pictures.picture.note
    assert f"{mse:.5f}" in view.pictures.difference.note
    assert view.pictures.picture.caption == "reconstruction"
    view.sliders.set_value(0, 3.0)
    settle(qtbot, vae)
    assert view.pictures.picture.caption == "sliders"
    view.sliders.reset_asked.emit(0)
    assert view.sliders.values[0] == mean[0, 0]


def test_a_dropped_picture_is_one_undo_and_redo_brings_it_back(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    before = picture(vae)
    drop(vae, save_picture(tmp_path / "mine.png"))
    qtbot.waitUntil(lambda: explore(vae).pictures.compares, timeout=20_000)
    settle(qtbot, vae)
    rebuilt = picture(vae)
    vae.store.undo()
    settle(qtbot, vae)
    assert not explore(vae).pictures.compares
    assert_array_equal(picture(vae), before)
    assert not vae.store.can_undo
    vae.store.redo()
    qtbot.waitUntil(lambda: explore(vae).pictures.compares, timeout=20_000)
    settle(qtbot, vae)
    assert_array_equal(picture(vae), rebuilt)


def test_a_rendered_scene_is_drawn_and_encoded(qtbot: QtBot, vae: Window) -> None:
    qtbot.mouseClick(explore(vae).bar.scene, LEFT)
    qtbot.waitUntil(lambda: explore(vae).pictures.compares, timeout=20_000)
    settle(qtbot, vae)
    shown = vae.store.state.exploring.picture
    assert shown is not None and shown.name.startswith("rendered scene")
    qtbot.mouseClick(explore(vae).bar.clear, LEFT)
    assert vae.store.state.exploring.picture is None
    assert not explore(vae).pictures.compares


def test_a_gan_without_an_encoder_searches_for_the_picture(
    qtbot: QtBot, gan: Window, tmp_path: Path
) -> None:
    """A picture of its own is found again, beside it stands the error, and one undo takes it."""
    before = picture(gan)
    model = open_model("tiny-gan", "cpu")
    mine = model.generate(model.latent.sample(1, 77))[0, :, :, 0]
    Image.fromarray(np.rint(mine * 255).astype(np.uint8)).save(tmp_path / "mine.png")
    drop(gan, tmp_path / "mine.png")
    qtbot.waitUntil(lambda: explore(gan).pictures.compares, timeout=20_000)
    settle(qtbot, gan)
    assert isinstance(gan.store.state.exploring.point, Values)
    apart = np.abs(picture(gan).astype(int)[..., 0] - np.rint(mine * 255)).mean()
    assert apart < np.abs(before.astype(int)[..., 0] - np.rint(mine * 255)).mean() / 2
    gan.store.undo()
    settle(qtbot, gan)
    assert_array_equal(picture(gan), before)


def test_codes_are_as_far_as_their_prior_reaches(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    """And the slider of a normal latent beside them keeps its own range."""
    vae.open_model(str(tiny.make_infogan(tmp_path)))
    qtbot.waitUntil(lambda: row(vae, 0).dimension.name == "code 1", timeout=20_000)
    settle(qtbot, vae)
    code, noise = row(vae, 0), row(vae, 2)
    assert (code.dimension.reach, noise.dimension.reach) == (1.0, 4.0)
    assert code.value_at(code.track().right() + 1) == pytest.approx(1, abs=0.01)
    qtbot.waitUntil(lambda: code.strip is not None, timeout=20_000)
    assert code.strip is not None and code.strip.values[0] == -1 and code.strip.values[-1] == 1
    assert explore(vae).panel.conditions["category"].count() == 3


def test_the_critics_score_is_that_of_the_picture(qtbot: QtBot, gan: Window) -> None:
    explore(gan).sliders.set_value(0, 1.0)
    settle(qtbot, gan)
    model = open_model("tiny-gan", "cpu")
    score = float(model.score(model.generate(explore(gan).sliders.values[None]))[0])
    assert f"critic {probability(score):.2f}" in explore(gan).readout.texts[1]


def test_a_class_is_chosen_where_the_model_has_classes(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(tiny_models / "tiny-gan", mine)
    manifest = mine / "model.toml"
    classes = '\n[conditions.kind]\nnames = ["cat", "dog", "hen"]\n'
    manifest.write_text(manifest.read_text("utf-8") + classes, "utf-8")
    vae.open_model(str(mine))
    qtbot.waitUntil(lambda: vae.store.state.model == str(mine), timeout=20_000)
    assert vae.store.state.exploring.conditions == (("kind", 0),)
    box = explore(vae).panel.conditions["kind"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert vae.store.state.exploring.conditions == (("kind", 1),)
    assert box.currentText() == "dog"
    vae.store.undo()
    assert box.currentText() == "cat"


def test_a_sample_is_picked_from_the_grid(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    qtbot.waitUntil(lambda: view.samples.count >= view.samples.capacity > 2, timeout=20_000)
    qtbot.mouseClick(view.samples, LEFT, NONE, view.samples.box(2).center())
    settle(qtbot, vae)
    assert vae.store.state.exploring.point == Seed(1, 2)
    expected = pixels(open_model("tiny-vae", "cpu").generate(view.sliders.values[None]))[0]
    assert_array_equal(picture(vae), expected)


def test_a_sample_is_picked_by_keys(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    qtbot.waitUntil(lambda: view.samples.count >= view.samples.capacity > 2, timeout=20_000)
    view.samples.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view.samples, Qt.Key.Key_Right)
    qtbot.keyClick(view.samples, Qt.Key.Key_Return)
    assert vae.store.state.exploring.point == Seed(1, 1)


def test_new_samples_are_others(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    before = vae.store.state.exploring.grid_seed
    qtbot.keyClick(vae, Qt.Key.Key_G)
    assert vae.store.state.exploring.grid_seed != before
    qtbot.waitUntil(lambda: view.samples.count >= view.samples.capacity, timeout=20_000)
    assert not vae.store.can_undo


def test_values_beyond_the_track_are_kept_and_drawn_as_an_arrow(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 7.5)
    settle(qtbot, vae)
    assert row(vae, 0).number == 7.5
    assert not row(vae, 0).grab().isNull()


def test_what_the_model_lacks_is_said_below_its_picture_with_where_that_is_from(
    qtbot: QtBot, bundled_tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    open_window: Callable[[str], Window],
) -> None:  # fmt: skip
    """Missed classes and posterior collapse are seen where one would look for what is missing."""
    library = tmp_path / "library"
    shutil.copytree(bundled_tiny, library)
    figures = {
        "class_shares": {"value": [50, 50, 0], "how": "answers over 10,000 samples"},
        "missing_classes": {"value": "3, 7", "how": "those with less than 1 %"},
        "kl_nats": {"value": [0.01], "how": "mean over 5,000 test digits"},
        "collapsed": {"value": "z1", "how": "those with less than 0.1 nats"},
    }
    (library / "tiny-vae" / "figures.json").write_text(json.dumps(figures))
    monkeypatch.setenv(MODELS_VARIABLE, str(library))
    window = open_window("tiny-vae")
    line = explore(window).notes.line
    assert line.isVisible()
    assert "It hardly ever draws 3, 7." in line.text()
    assert "Posterior collapse: z1 carry next to nothing." in line.text()
    assert "10,000 samples" in line.toolTip() and "5,000 test digits" in line.toolTip()
    window.open_model("tiny-gan")
    qtbot.waitUntil(lambda: window.desk.state.model == "tiny-gan", timeout=20_000)
    settle(qtbot, window)
    assert not line.isVisible()


def test_a_dropped_picture_of_another_size_is_said_to_have_been_fitted(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    Image.fromarray(np.zeros((8, 32, 3), np.uint8)).save(tmp_path / "wide.png")
    drop(vae, tmp_path / "wide.png")
    qtbot.waitUntil(lambda: vae.desk.state.exploring.picture is not None, timeout=20_000)
    settle(qtbot, vae)
    line = explore(vae).notes.line
    assert line.isVisible() and "32 × 8" in line.text() and "padded" in line.text()


def test_how_likely_the_picture_is_is_told_once_the_sliders_rest(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    """Named as what it is, with its unit and which way the bound goes; the user's picture too."""
    line, readout = explore(vae).notes.line, explore(vae).readout
    qtbot.waitUntil(lambda: "nats evidence lower bound" in readout.texts[1], timeout=20_000)
    assert "nats (a lower bound, higher is likelier)" in readout.toolTip()
    assert not line.isVisible()  # a line for every VAE would make its picture smaller
    drop(vae, save_picture(tmp_path / "own.png"))
    qtbot.waitUntil(lambda: "of own.png: evidence lower bound" in line.text(), timeout=20_000)
    model = open_model("tiny-vae", "cpu")
    now = vae.desk.state.exploring
    assert now.picture is not None
    (own,) = model.likelihood(model.generate(now.shown.resolve(model.latent)[None]))
    shown = f"{own.value:.1f}".replace("-", "\N{MINUS SIGN}")
    qtbot.waitUntil(lambda: shown in readout.texts[1], timeout=20_000)
