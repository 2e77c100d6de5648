"""The window around the views: opening, failing, remembering, routing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from explorer.app import make_window
from explorer.errors import RunFailed
from explorer.ui.settings import Settings
from explorer.ui.views import VIEWS
from explorer.ui.window import Window
from tests.ui.conftest import shows_picture
from tests.ui.drive import LEFT, drop, explore, picture, save_picture, settle


def test_a_click_on_a_card_opens_its_model(qtbot: QtBot, vae: Window) -> None:
    qtbot.mouseClick(vae.library.cards["tiny-gan"], LEFT)
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    settle(qtbot, vae)
    assert picture(vae).shape == (16, 16, 1)
    assert "Adversarial network" in vae.header.facts.text()
    assert vae.library.cards["tiny-gan"].isChecked()
    assert not vae.library.cards["tiny-vae"].isChecked()


def test_undo_goes_back_to_the_model_before(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 1.5)
    settle(qtbot, vae)
    before = picture(vae)
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    settle(qtbot, vae)
    vae.menus.undo.trigger()
    settle(qtbot, vae)
    assert vae.store.state.model == "tiny-vae"
    assert vae.desk.spec is not None and vae.desk.spec.name == "tiny-vae"
    assert_array_equal(picture(vae), before)
    vae.menus.redo.trigger()
    settle(qtbot, vae)
    assert picture(vae).shape == (16, 16, 1)


def test_a_dropped_model_folder_opens_and_is_remembered(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(tiny_models / "tiny-gan", mine)
    drop(vae, mine)
    qtbot.waitUntil(lambda: vae.store.state.model == str(mine), timeout=20_000)
    settle(qtbot, vae)
    assert vae.settings.recent == [str(mine)]
    assert vae.library.recent[str(mine)].isChecked()


def test_a_dropped_manifest_of_a_bundled_model_is_that_model(
    qtbot: QtBot, vae: Window, tiny_models: Path
) -> None:
    drop(vae, tiny_models / "tiny-gan" / "model.toml")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    assert vae.settings.recent == []


def break_manifest(folder: Path) -> None:
    (folder / "model.toml").write_text("format = 1\nname =")


def drop_weights(folder: Path) -> None:
    (folder / "decoder.onnx").unlink()


def cut_weights(folder: Path) -> None:
    file = folder / "decoder.onnx"
    file.write_bytes(file.read_bytes()[:200])


@pytest.mark.parametrize("harm", [break_manifest, drop_weights, cut_weights])
def test_a_broken_model_is_told_beside_the_picture_that_stays(
    qtbot: QtBot,
    vae: Window,
    tiny_models: Path,
    tmp_path: Path,
    harm: Callable[[Path], None],
) -> None:
    before, state = picture(vae), vae.store.state
    mine = tmp_path / "mine"
    shutil.copytree(tiny_models / "tiny-vae", mine)
    harm(mine)
    drop(vae, mine)
    qtbot.waitUntil(vae.banner.isVisible, timeout=20_000)
    assert str(mine) in vae.banner.words.text()
    assert vae.store.state == state
    assert_array_equal(picture(vae), before)
    assert QApplication.activeModalWidget() is None
    qtbot.keyClick(vae, Qt.Key.Key_Escape)
    assert not vae.banner.isVisible()
    explore(vae).sliders.set_value(0, 2.0)
    settle(qtbot, vae)
    assert (picture(vae) != before).any()


def test_nan_weights_are_told_once_and_shown_as_grey(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(tiny_models / "tiny-vae", mine)
    from safetensors.numpy import load_file, save_file

    tensors = load_file(mine / "decoder.safetensors")
    spoilt = {k: v * np.nan if v.dtype.kind == "f" else v for k, v in tensors.items()}
    save_file(spoilt, mine / "decoder.safetensors")
    text = (mine / "model.toml").read_text("utf-8").replace('onnx = "decoder.onnx"', "")
    (mine / "model.toml").write_text(text, "utf-8")
    vae.open_model(str(mine))
    qtbot.waitUntil(vae.banner.isVisible, timeout=60_000)
    assert "not finite" in vae.banner.words.text()
    settle(qtbot, vae)
    assert (picture(vae) == 119).all()


def test_a_file_that_is_no_picture_is_told(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(b"not a picture")
    before = picture(vae)
    drop(vae, wrong)
    qtbot.waitUntil(vae.banner.isVisible, timeout=20_000)
    assert "wrong.png" in vae.banner.words.text()
    assert_array_equal(picture(vae), before)


def test_the_same_failure_again_is_counted(vae: Window) -> None:
    for _ in range(3):
        vae.desk.failed.emit(RunFailed("the model", "it failed", "Open it again."))
    assert "(3 times)" in vae.banner.words.text()


def test_the_last_model_opens_next_time(
    qtbot: QtBot, open_window: Callable[[str], Window], settings: Settings
) -> None:
    first = open_window("tiny-gan")
    first.library_dock.hide()
    explore(first).split.setSizes([300, 250])
    sizes = explore(first).split.sizes()
    first.close()
    again = make_window("cpu", settings, measures=False)
    again.show()
    again.open_first(None)
    qtbot.waitUntil(lambda: shows_picture(again), timeout=20_000)
    assert again.store.state.model == "tiny-gan"
    assert again.library_dock.isHidden()
    assert explore(again).split.sizes() == sizes
    again.close()
    again.deleteLater()


def test_a_last_model_that_is_gone_gives_way_to_a_bundled_one(
    qtbot: QtBot, bundled_tiny: Path, tmp_path: Path, settings: Settings
) -> None:
    settings.model = str(tmp_path / "gone")
    window = make_window("cpu", settings, measures=False)
    window.show()
    window.open_first(None)
    qtbot.waitUntil(lambda: shows_picture(window), timeout=20_000)
    assert window.store.state.model == "tiny-vae"
    window.close()
    window.deleteLater()


def test_a_wrong_first_model_is_told_and_a_bundled_one_shown(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    window = open_window("")
    window.open_first(str(tmp_path / "nothing.toml"))
    qtbot.waitUntil(lambda: shows_picture(window), timeout=20_000)
    assert window.banner.isVisible()
    assert window.store.state.model == "tiny-vae"


def test_views_that_do_not_suit_are_not_offered(qtbot: QtBot, vae: Window) -> None:
    shown = {name for name, button in vae.header.buttons.items() if not button.isHidden()}
    assert shown == {"explore", "interpolate", "side"}
    vae.open_model("tiny-ddpm")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-ddpm", timeout=20_000)
    assert vae.current is not None and vae.current.name == "denoise"
    vae.show_view("explore")
    assert vae.store.state.view == "denoise"


def test_views_are_chosen_by_key_and_button(qtbot: QtBot, vae: Window) -> None:
    qtbot.keyClick(vae, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert vae.current is not None and vae.current.name == VIEWS[1].name
    qtbot.mouseClick(vae.header.buttons["explore"], LEFT)
    assert vae.current.name == "explore"
    assert not vae.store.can_undo


def test_a_views_keys_are_its_own(qtbot: QtBot, vae: Window) -> None:
    """R draws sliders in Explore and nothing in Interpolate."""
    before = vae.store.state.exploring.point
    vae.show_view("interpolate")
    qtbot.keyClick(vae, Qt.Key.Key_R)
    assert vae.store.state.exploring.point == before


def test_runtimes_are_measured_after_the_first_picture(
    qtbot: QtBot, bundled_tiny: Path, settings: Settings
) -> None:
    window = make_window("cpu", settings, measures=True)
    window.show()
    window.open_first("tiny-vae")
    qtbot.waitUntil(lambda: "tiny-vae" in window.opener.timings, timeout=60_000)
    assert " ms in " in window.header.facts.text()
    assert "decoder" in window.header.facts.toolTip()
    assert "0.0 ms" not in window.header.facts.text(), "a quick network takes some time too"
    window.close()
    window.deleteLater()


def test_a_saved_picture_is_the_one_shown(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image
    from PySide6.QtWidgets import QFileDialog

    path = tmp_path / "mine"
    chosen = staticmethod(lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    qtbot.keyClick(vae, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with Image.open(path.with_suffix(".png")) as saved:
        assert_array_equal(np.asarray(saved), picture(vae))


def test_a_picture_that_cannot_be_saved_is_told(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    path = tmp_path / "no such folder" / "mine.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(path), "")))
    qtbot.keyClick(vae, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert vae.banner.isVisible() and "mine.png" in vae.banner.words.text()


def test_open_takes_models_and_pictures_from_one_dialog(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    path = save_picture(tmp_path / "mine.png")
    chosen = staticmethod(lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    qtbot.keyClick(vae, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: explore(vae).pictures.compares, timeout=20_000)


def test_the_status_bar_counts_what_was_shown(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 0.3)
    settle(qtbot, vae)
    vae.status.update_figures()
    device, frames, latency, dropped, cache, memory = vae.status.figures.texts
    assert device.startswith("CPU, ")
    assert int(frames.split()[0]) >= 1
    assert float(latency.split()[0]) > 0
    assert dropped.endswith("dropped") and cache.endswith("of 256 MB")
    assert int(memory.split()[1]) > 20


def test_smooth_pixels_are_switched_from_menu_and_canvas_alike(qtbot: QtBot, vae: Window) -> None:
    assert vae.canvas is not None
    qtbot.keyClick(vae, Qt.Key.Key_N)
    assert vae.canvas.sight.smooth and vae.settings.smooth
    vae.canvas.set_smooth(False)
    vae.menus.look.aboutToShow.emit()
    assert not vae.menus.smooth.isChecked()
    qtbot.keyClick(vae, Qt.Key.Key_N)
    assert vae.canvas.sight.smooth and vae.menus.smooth.isChecked()


def test_help_is_not_modal(qtbot: QtBot, vae: Window) -> None:
    for action in vae.menus.help.actions():
        action.trigger()
    dialogs = [w for w in vae.findChildren(QDialog) if w.isVisible()]
    assert len(dialogs) == 2 and not any(d.isModal() for d in dialogs)
    for dialog in dialogs:
        dialog.close()


def test_closing_while_a_picture_is_on_its_way_leaves_no_thread(
    open_window: Callable[[str], Window],
) -> None:
    window = open_window("tiny-vae")
    explore(window).sliders.set_value(0, 0.7)
    window.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("explorer")]


def test_settings_survive_nonsense(tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text("[General]\ntheme=purple\nrecent=3\ngeometry=x\nmodel=@Invalid()\n")
    kept = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    assert kept.theme == "system"
    assert kept.geometry.isEmpty()
    assert kept.model == ""


def test_sixty_four_pixels_are_shown_eight_fold_at_1280_by_720(vae: Window) -> None:
    """The least size the window is drawn for; a job in the status line must not change it."""
    assert vae.canvas is not None
    vae.canvas.set_image(np.zeros((64, 64, 3), np.uint8))
    assert vae.canvas.zoom == 8
    height = vae.canvas.height()
    vae.status.job.begin("x.y", "A job")
    vae.status.job._show()
    vae.grab()
    assert vae.canvas.height() == height
