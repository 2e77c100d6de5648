"""A session and a picture whose model was moved: it is found, or asked for, and proved by hash."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.export import Options, write
from explorer.latent import edit
from explorer.session import State, files, models, places, share
from explorer.session.document import ModelRef, Session
from explorer.session.state import Exploring
from explorer.ui.window import Window
from tests.formats.conftest import foreign
from tests.ui.drive import LEFT, Bytes, drop, picture
from tests.ui.test_sessions import Asked, calm, leave, make

__all__ = ["foreign", "make"]
KINDS = ["session", "picture"]


@pytest.fixture(autouse=True)
def _no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own is looked through."""
    monkeypatch.setattr(places, "directions", lambda: tmp_path / "documents")


def copied(tiny_models: Path, model: str, place: Path) -> Path:
    shutil.copytree(tiny_models / model, place)
    return place


def state_of(mine: Path) -> State:
    """Something seen with a model, not what anybody sees first."""
    point = edit(Exploring().point, 0, 1.5)
    return State(str(mine), exploring=Exploring(point))


def saved(state: State, folder: Path, kind: str) -> Path:
    """The state as a session file, or in a picture's recipe."""
    folder.mkdir(parents=True, exist_ok=True)
    if kind == "session":
        files.save(folder / "a.lsx", files.gather(state))
        return folder / "a.lsx"
    blank: Bytes = np.zeros((8, 8, 3), np.uint8)
    write([blank], folder / "a.png", Options(recipe=share.recipe_of(state)))
    return folder / "a.png"


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """What the dialog will answer."""
    answer = ("" if path is None else str(path), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: answer)


def press(bot: QtBot, window: Window, text: str) -> None:
    """Click the banner's button of that text."""
    (button,) = (button for button in window.banner.ways if button.text() == text)
    assert button.isVisible()
    bot.mouseClick(button, LEFT)
    calm(bot, window)


def arrives(bot: QtBot, window: Window, model: Path) -> None:
    """Wait until the window shows that model."""
    bot.waitUntil(lambda: window.store.state.model == str(model), timeout=20_000)
    calm(bot, window)


@pytest.mark.parametrize("kind", KINDS)
def test_a_model_that_came_with_the_file_is_found_and_draws_the_same(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path, kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    mine = copied(tiny_models, "tiny-gan", tmp_path / "old" / "models" / "mine")
    state = state_of(mine)
    file = saved(state, tmp_path / "mail" / "sessions", kind)
    drop(vae, file)
    arrives(qtbot, vae, mine)
    before = picture(vae)
    vae.open_model("tiny-vae")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-vae", timeout=20_000)
    calm(qtbot, vae)
    shutil.move(mine, tmp_path / "mail" / "models" / "mine")
    threads: list[str] = []
    whole = models.digest

    def noted(path: Path) -> str:
        threads.append(threading.current_thread().name)
        return whole(path)

    monkeypatch.setattr(models, "digest", noted)
    told: list[str] = []
    vae.desk.said.connect(told.append)
    drop(vae, file)
    arrives(qtbot, vae, tmp_path / "mail" / "models" / "mine")
    assert vae.store.state.exploring == state.exploring
    assert_array_equal(picture(vae), before)
    assert not vae.banner.isVisible()
    assert str(tmp_path / "mail" / "models") in told[-1]
    assert set(threads) and all(name.startswith("explorer-aside") for name in threads)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_found_is_named_and_can_be_chosen(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path, kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    mine = copied(tiny_models, "tiny-gan", tmp_path / "old" / "mine")
    file = saved(state_of(mine), tmp_path / "mail" / "in" / "a" / "box", kind)
    digits = models.digest(mine / "critic.safetensors")[:8]
    now = tmp_path / "elsewhere" / "renamed"
    shutil.move(mine, now)
    before = vae.store.state
    drop(vae, file)
    calm(qtbot, vae)
    told = vae.banner.words.text()
    assert str(mine) in told and digits in told and file.name in told
    assert vae.store.state == before
    choose(monkeypatch, None)
    press(qtbot, vae, "Find it...")
    assert vae.banner.isVisible() and vae.store.state == before  # thought better of it
    choose(monkeypatch, now / "model.toml")
    press(qtbot, vae, "Find it...")
    arrives(qtbot, vae, now)
    assert not vae.banner.isVisible()
    assert vae.store.state.exploring == state_of(now).exploring
    assert str(now) in vae.settings.recent


@pytest.mark.parametrize("kind", KINDS)
def test_another_model_is_named_as_one_and_taken_only_when_the_user_says_so(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path, kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    mine = copied(tiny_models, "tiny-gan", tmp_path / "old" / "mine")
    file = saved(state_of(mine), tmp_path / "mail" / "in" / "a" / "box", kind)
    was = models.digest(mine / "generator.safetensors")[:8]
    other = tmp_path / "else" / "again"
    shutil.move(mine, other)
    weights = other / "generator.safetensors"
    right = weights.read_bytes()
    weights.write_bytes(right[:-1] + b"\x01")
    before = vae.store.state
    drop(vae, file)
    calm(qtbot, vae)
    choose(monkeypatch, weights)  # any file of its folder stands for the model
    press(qtbot, vae, "Find it...")
    told = vae.banner.words.text()
    assert "another model" in told and was in told and models.digest(weights)[:8] in told
    assert vae.store.state == before
    choose(monkeypatch, None)
    press(qtbot, vae, "Choose another...")
    assert vae.banner.words.text() == told
    press(qtbot, vae, "Use it all the same")
    arrives(qtbot, vae, other)
    assert "other weights" in vae.banner.words.text() and not vae.banner.ways
    assert "Comparing" not in vae.status.currentMessage()
    weights.write_bytes(right)
    shutil.move(other, mine)
    drop(vae, file)  # it was put back
    arrives(qtbot, vae, mine)
    assert not vae.banner.isVisible()


def test_another_model_that_the_state_does_not_fit_is_refused(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explorer.latent import Values

    mine = copied(tiny_models, "tiny-gan", tmp_path / "old" / "mine")
    wide = State(str(mine), exploring=Exploring(Values((0.0,) * 77)))
    file = saved(wide, tmp_path / "mail" / "in" / "a" / "box", "session")
    shutil.rmtree(mine)
    before = vae.store.state
    drop(vae, file)
    calm(qtbot, vae)
    choose(monkeypatch, copied(tiny_models, "tiny-vae", tmp_path / "x" / "else") / "model.toml")
    press(qtbot, vae, "Find it...")
    press(qtbot, vae, "Use it all the same")
    qtbot.waitUntil(lambda: "77" in vae.banner.words.text(), timeout=20_000)
    assert vae.store.state == before


def test_a_model_whose_hash_was_never_kept_is_taken_with_a_word(
    qtbot: QtBot, vae: Window, tiny_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = copied(tiny_models, "tiny-gan", tmp_path / "x" / "else")
    state = state_of(tmp_path / "gone")
    file = tmp_path / "a.lsx"
    files.save(file, Session(state, (), (ModelRef(state.model, "gone"),)))
    drop(vae, file)
    calm(qtbot, vae)
    assert "SHA-256" not in vae.banner.words.text()
    choose(monkeypatch, now / "model.toml")
    press(qtbot, vae, "Find it...")
    arrives(qtbot, vae, now)
    assert "nobody can tell" in vae.banner.words.text()


def test_what_a_kill_left_finds_its_model_too(
    qtbot: QtBot, make: Callable[..., Window], tiny_models: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    mine, folder = copied(tiny_models, "tiny-gan", tmp_path / "a" / "mine"), tmp_path / "autosave"
    leave(folder, state_of(mine))
    now = tmp_path / "b" / "c" / "renamed"
    shutil.move(mine, now)
    window = make(Asked(), folder)
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(window.offer.yes, LEFT)
    calm(qtbot, window)
    assert window.offer.isVisible() and "needs the model" in window.banner.words.text()
    choose(monkeypatch, now / "model.toml")
    press(qtbot, window, "Find it...")
    arrives(qtbot, window, now)
    assert window.isWindowModified()
    assert not window.offer.isVisible()


def test_a_strangers_file_handed_on_with_its_session_is_found(
    qtbot: QtBot, vae: Window, foreign: Path, tmp_path: Path
) -> None:
    """One file with a session saved beside it; then the folder goes to a colleague."""
    mine, theirs = tmp_path / "mine", tmp_path / "far" / "theirs"
    mine.mkdir()
    decoder = mine / "taef2_decoder.pth"
    shutil.copyfile(foreign / "taesd" / decoder.name, decoder)
    drop(vae, decoder)
    arrives(qtbot, vae, decoder)
    before, state = picture(vae), vae.store.state
    vae.sessions.save_to(mine / "a.lsx")
    calm(qtbot, vae)
    vae.open_model("tiny-vae")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-vae", timeout=20_000)
    shutil.move(mine, theirs)
    drop(vae, theirs / "a.lsx")
    arrives(qtbot, vae, theirs / decoder.name)
    assert_array_equal(picture(vae), before)
    assert vae.store.state.exploring == state.exploring and not vae.banner.isVisible()


def test_an_ordinary_failure_has_no_buttons(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    file = saved(state_of(tmp_path / "gone"), tmp_path, "session")
    drop(vae, file)
    calm(qtbot, vae)
    assert [button.text() for button in vae.banner.ways] == ["Find it..."]
    (tmp_path / "b.lsx").write_bytes(b"something else")
    drop(vae, tmp_path / "b.lsx")
    calm(qtbot, vae)
    assert vae.banner.isVisible() and not vae.banner.ways
