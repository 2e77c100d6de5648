"""Session files in the window: saved, opened, marked, asked about; what a kill left is offered."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import make_window
from explorer.export import Options, write
from explorer.export.job import Save
from explorer.latent import Seed
from explorer.sampling import JOB
from explorer.sampling.requests import Grid
from explorer.session import State, files, share
from explorer.session.autosave import Autosave
from explorer.ui.settings import Settings
from explorer.ui.window import Window
from tests.ui.conftest import shows_picture
from tests.ui.drive import LEFT, drop, explore, picture, save_picture, settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Asked:
    """Answers "save changes?" as a test says, and counts."""

    def __init__(self) -> None:
        self.answer, self.times = "discard", 0

    def __call__(self, parent: QWidget, name: str) -> str:
        self.times += 1
        return self.answer


Make = Callable[..., Window]


@pytest.fixture
def make(qtbot: QtBot, bundled_tiny: Path, settings: Settings) -> Iterator[Make]:
    """Windows that ask and autosave; closed at the end without asking."""
    opened: list[tuple[Window, Asked]] = []

    def build(asked: Asked, folder: Path | None = None, model: str = "tiny-vae") -> Window:
        window = make_window("cpu", settings, False, asked, folder)
        opened.append((window, asked))
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        window.open_first(model)
        qtbot.waitUntil(lambda: shows_picture(window), timeout=20_000)
        calm(qtbot, window)
        return window

    yield build
    for window, asked in opened:
        asked.answer = "discard"
        window.close()
        window.deleteLater()


def calm(bot: QtBot, window: Window) -> None:
    """Wait for files as well as for pictures."""
    bot.waitUntil(lambda: window.aside.idle and window.bridge.idle, timeout=20_000)
    settle(bot, window)
    bot.waitUntil(lambda: window.aside.idle and window.bridge.idle, timeout=20_000)
    settle(bot, window)


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the dialog will answer."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def test_saved_by_key_and_opened_by_drop_it_is_the_same_to_the_bit(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "mine")
    explore(vae).sliders.set_value(0, 1.5)
    calm(qtbot, vae)
    before, state = picture(vae), vae.store.state
    assert vae.isWindowModified()
    qtbot.keyClick(vae, Qt.Key.Key_S, CONTROL | SHIFT | Qt.KeyboardModifier.AltModifier)
    calm(qtbot, vae)
    file = tmp_path / "mine.lsx"
    assert file.is_file() and not vae.isWindowModified()
    assert vae.windowTitle().startswith("mine[*]")
    assert vae.settings.recent == [str(file)] and str(file) in vae.library.recent
    explore(vae).sliders.set_value(0, -2.0)
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    calm(qtbot, vae)
    assert vae.isWindowModified()
    drop(vae, file)
    calm(qtbot, vae)
    assert vae.store.state == state
    assert_array_equal(picture(vae), before)
    assert not vae.isWindowModified()
    assert vae.menus.undo.isEnabled()  # the way to it was saved too
    vae.menus.undo.trigger()
    settle(qtbot, vae)
    assert (picture(vae) != before).any()


def test_undo_back_to_what_was_saved_takes_the_mark_away(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    vae.sessions.save_to(tmp_path / "a.lsx")
    calm(qtbot, vae)
    explore(vae).sliders.set_value(0, 1.0)
    assert vae.isWindowModified()
    vae.menus.undo.trigger()
    assert not vae.isWindowModified()
    vae.show_view("interpolate")
    assert not vae.isWindowModified()


def test_a_click_on_a_recent_session_opens_it(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    file = tmp_path / "a.lsx"
    explore(vae).sliders.set_value(1, 0.5)
    vae.sessions.save_to(file)
    calm(qtbot, vae)
    state = vae.store.state
    explore(vae).sliders.set_value(1, -0.5)
    qtbot.mouseClick(vae.library.recent[str(file)], LEFT)
    calm(qtbot, vae)
    assert vae.store.state == state


def test_a_session_named_at_the_start_is_what_is_shown(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    asked, file = Asked(), tmp_path / "a.lsx"
    first = make(asked)
    explore(first).sliders.set_value(0, 1.25)
    first.sessions.save_to(file)
    calm(qtbot, first)
    second = make(asked, None, str(file))
    assert second.store.state == first.store.state
    assert_array_equal(picture(second), picture(first))


@pytest.mark.parametrize("harm", ["cut", "other", "gone"])
def test_a_file_that_cannot_be_opened_is_told_and_nothing_changes(
    qtbot: QtBot, vae: Window, tmp_path: Path, harm: str
) -> None:
    file = tmp_path / "a.lsx"
    vae.sessions.save_to(file)
    calm(qtbot, vae)
    state = vae.store.state
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:100])
    elif harm == "other":
        file.write_bytes(b"something else")
    else:
        file.unlink()
    vae.open_any(str(file))
    calm(qtbot, vae)
    assert vae.banner.isVisible() and "a.lsx" in vae.banner.words.text()
    assert vae.store.state == state
    assert str(file) not in vae.settings.recent


def test_the_model_that_is_missing_is_named(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path
) -> None:
    mine, file = tmp_path / "mine", tmp_path / "a.lsx"
    shutil.copytree(tiny_models / "tiny-gan", mine)
    there = State(str(mine))
    files.save(file, files.gather(there))
    shutil.rmtree(mine)
    before = vae.store.state
    drop(vae, file)
    calm(qtbot, vae)
    assert str(mine) in vae.banner.words.text() and "needs the model" in vae.banner.words.text()
    assert vae.store.state == before


def test_a_state_that_does_not_fit_the_model_is_told(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    from explorer.latent import Values

    state = vae.store.state
    wrong = replace(state.exploring, point=Values((0.0,) * 77))
    file = tmp_path / "a.lsx"
    files.save(file, files.gather(replace(state, exploring=wrong)))
    drop(vae, file)
    calm(qtbot, vae)
    assert vae.banner.isVisible()
    assert vae.store.state == state


def test_closing_asks_about_what_is_unsaved_and_only_then(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, file = Asked(), tmp_path / "a.lsx"
    window = make(asked)
    save_as(monkeypatch, file)
    explore(window).sliders.set_value(0, 1.0)
    asked.answer = "cancel"
    assert not window.close() and window.isVisible()
    assert asked.times == 1
    asked.answer = "save"
    assert window.close()
    assert files.load(file)[0].state == window.store.state
    assert asked.times == 2


def test_a_window_only_looked_at_closes_without_a_question(qtbot: QtBot, make: Make) -> None:
    asked = Asked()
    window = make(asked)
    window.open_model("tiny-gan")
    qtbot.waitUntil(lambda: window.store.state.model == "tiny-gan", timeout=20_000)
    calm(qtbot, window)
    assert window.close() and asked.times == 0


def test_docks_come_back_with_the_session(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    vae.library_dock.hide()
    vae.sessions.save_to(tmp_path / "a.lsx")
    calm(qtbot, vae)
    vae.library_dock.show()
    drop(vae, tmp_path / "a.lsx")
    calm(qtbot, vae)
    assert not vae.library_dock.isVisible()


# -- what a kill leaves ---------------------------------------------------------------------


def leave(folder: Path, state: State) -> None:
    """What a killed copy leaves."""
    copy = Autosave(folder)
    copy.save(files.gather(state))
    copy.close(keep=True)


def test_what_a_killed_copy_left_is_offered_and_restored(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    state = State("tiny-gan")
    leave(tmp_path / "autosave", state)
    window = make(Asked(), tmp_path / "autosave")
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(window.offer.yes, LEFT)
    calm(qtbot, window)
    assert window.store.state == state and window.isWindowModified()
    assert not window.offer.isVisible()
    assert window.close()
    assert list((tmp_path / "autosave").glob("*.lsx")) == []


def test_what_is_discarded_is_gone(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    leave(tmp_path, State("tiny-gan"))
    window = make(Asked(), tmp_path)
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(window.offer.no, LEFT)
    calm(qtbot, window)
    assert list(tmp_path.glob("*.lsx")) == []
    assert window.store.state.model == "tiny-vae"


def test_changes_are_kept_while_unsaved_and_a_second_copy_leaves_them_alone(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    first = make(Asked(), tmp_path)
    explore(first).sliders.set_value(0, 1.0)
    assert first.recovery is not None and first.recovery.timer.isActive()
    first.recovery.keep()
    assert first.recovery.saver is not None and first.recovery.saver.flush()
    kept = list(tmp_path.glob("*.lsx"))
    assert len(kept) == 1 and files.load(kept[0])[0].state == first.store.state
    second = make(Asked(), tmp_path)
    calm(qtbot, second)
    assert not second.offer.isVisible()
    first.menus.undo.trigger()
    first.recovery.keep()
    assert list(tmp_path.glob("*.lsx")) == []


def test_a_picture_without_a_recipe_goes_to_the_view(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    drop(vae, save_picture(tmp_path / "plain.png"))
    calm(qtbot, vae)
    assert vae.store.state.exploring.picture is not None


# -- what a picture carries --------------------------------------------------------------------


def test_a_saved_picture_dropped_on_the_window_restores_its_exact_state(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.png"
    save_as(monkeypatch, file)
    explore(vae).sliders.set_value(0, 1.5)
    calm(qtbot, vae)
    state, before = vae.store.state, picture(vae)
    qtbot.keyClick(vae, Qt.Key.Key_S, CONTROL)
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    calm(qtbot, vae)
    drop(vae, file)
    calm(qtbot, vae)
    assert vae.store.state == state
    assert_array_equal(picture(vae), before)
    vae.menus.undo.trigger()  # one entry: undo comes back from it
    assert vae.store.state.model == "tiny-gan"


@pytest.mark.parametrize("name", ["path.png", "path.gif", "path.webp", "path.mp4"])
def test_a_saved_path_restores_its_exact_state(
    qtbot: QtBot, vae: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    save_as(monkeypatch, tmp_path / name)
    vae.show_view("interpolate")
    vae.desk.edit("interpolating", frames=6, position=0.4)
    calm(qtbot, vae)
    state, before = vae.store.state, picture(vae)
    grid = Grid(state.model, (Seed(1), Seed(2)))
    vae.desk.submit(Save(grid, str(tmp_path / name)), "interpolate.save", JOB)
    calm(qtbot, vae)
    vae.show_view("explore")
    vae.desk.edit("interpolating", frames=9, position=0.1)
    drop(vae, tmp_path / name)
    calm(qtbot, vae)
    assert vae.store.state == state
    assert_array_equal(picture(vae), before)


def test_a_picture_of_a_model_that_is_gone_names_it(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path
) -> None:
    mine, file = tmp_path / "mine", tmp_path / "out.png"
    shutil.copytree(tiny_models / "tiny-vae", mine)
    recipe = share.recipe_of(State(str(mine)))
    write([picture(vae)], file, Options(recipe=recipe))
    shutil.rmtree(mine)
    state = vae.store.state
    drop(vae, file)
    calm(qtbot, vae)
    assert str(mine) in vae.banner.words.text()
    assert vae.store.state == state


def test_the_latent_and_a_script_are_copied_by_key(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 1.5)
    qtbot.keyClick(vae, Qt.Key.Key_C, CONTROL | SHIFT)
    model, point, _ = share.read_latent(QGuiApplication.clipboard().text())
    assert (model, point) == ("tiny-vae", vae.store.state.exploring.shown)
    qtbot.keyClick(vae, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.AltModifier)
    script = QGuiApplication.clipboard().text()
    made: dict[str, object] = {}
    exec(compile(script, "copied", "exec"), made)  # the very promise of the command
    settle(qtbot, vae)
    image = made["image"]
    assert isinstance(image, np.ndarray)
    assert_array_equal(np.round(image * 255).astype(np.uint8), picture(vae))


def test_a_copied_latent_is_pasted_in_one_undo_and_of_another_model_refused(
    qtbot: QtBot, vae: Window
) -> None:
    view = explore(vae)
    view.sliders.set_value(0, 1.5)
    vae.desk.settle()
    settle(qtbot, vae)
    wanted, copied = vae.store.state, picture(vae)
    qtbot.keyClick(vae, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.keyClick(vae, Qt.Key.Key_R)
    qtbot.keyClick(vae, Qt.Key.Key_V, CONTROL | SHIFT)
    settle(qtbot, vae)
    assert_array_equal(picture(vae), copied)
    vae.store.undo()
    vae.store.undo()
    assert vae.store.state == wanted
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    before = vae.store.state
    qtbot.keyClick(vae, Qt.Key.Key_V, CONTROL | SHIFT)
    assert "tiny-vae" in vae.banner.words.text() and vae.store.state == before
    QGuiApplication.clipboard().setText("no latent")
    vae.open_model("tiny-vae")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-vae", timeout=20_000)
    qtbot.keyClick(vae, Qt.Key.Key_V, CONTROL | SHIFT)
    assert "JSON" in vae.banner.words.text()
