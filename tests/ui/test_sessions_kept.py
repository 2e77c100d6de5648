"""Nothing is lost or mixed up where a state cannot be gone to, as its model is not there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.latent import Seed, edit
from explorer.session import Pin, State, files
from explorer.ui.window import Window
from tests.ui.drive import LEFT, drop, explore, picture
from tests.ui.test_sessions import Asked, calm, leave, make

__all__ = ["make"]
Make = Callable[..., Window]


@pytest.fixture
def gone(tiny_models: Path, tmp_path: Path) -> State:
    """A state of a model that was there when it was saved, and is no more."""
    mine = tmp_path / "mine"
    shutil.copytree(tiny_models / "tiny-gan", mine)
    state = State(str(mine))
    files.save(
        tmp_path / "a.lsx", files.gather(State("tiny-vae", pins=(Pin("it", state),)), (state,))
    )
    shutil.rmtree(mine)
    return state


def test_undo_stays_where_the_model_of_the_entry_before_is_gone(
    qtbot: QtBot, vae: Window, gone: State, tmp_path: Path
) -> None:
    drop(vae, tmp_path / "a.lsx")
    calm(qtbot, vae)
    vae.banner.dismiss()
    state, before = vae.store.state, picture(vae)
    vae.menus.undo.trigger()
    calm(qtbot, vae)
    assert gone.model in vae.banner.words.text()
    assert vae.store.state == state and vae.menus.undo.isEnabled()
    explore(vae).sliders.set_value(0, 1.0)
    calm(qtbot, vae)
    assert vae.store.state.model == "tiny-vae" and (picture(vae) != before).any()


def test_a_pin_whose_model_is_gone_says_so_and_nothing_changes(
    qtbot: QtBot, vae: Window, gone: State, tmp_path: Path
) -> None:
    drop(vae, tmp_path / "a.lsx")
    vae.history_dock.show()
    calm(qtbot, vae)
    vae.banner.dismiss()
    state, pins = vae.store.state, vae.history.pins
    qtbot.waitUntil(lambda: pins.count() == 1)
    middle = pins.visualItemRect(pins.item(0)).center()
    qtbot.mouseClick(pins.viewport(), LEFT, pos=middle)
    calm(qtbot, vae)
    assert gone.model in vae.banner.words.text() and vae.store.state == state


def test_undo_waits_for_a_model_that_is_not_open_yet(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    before = State("tiny-gan")
    files.save(tmp_path / "a.lsx", files.gather(State("tiny-vae"), (before,)))
    drop(vae, tmp_path / "a.lsx")
    calm(qtbot, vae)
    vae.menus.undo.trigger()
    assert vae.store.state.model == "tiny-vae"  # until the other is really there
    calm(qtbot, vae)
    assert vae.store.state == before and vae.desk.spec is not None
    assert vae.desk.spec.name == "tiny-gan"
    vae.menus.redo.trigger()
    calm(qtbot, vae)
    assert vae.store.state.model == "tiny-vae"


def test_what_no_view_could_draw_is_told_and_left_out_of_the_past(
    qtbot: QtBot, vae: Window, tmp_path: Path
) -> None:
    state = vae.store.state
    wrong = replace(state, interpolating=replace(state.interpolating, rate=0.0), view="interpolate")
    files.save(tmp_path / "a.lsx", files.gather(wrong))
    drop(vae, tmp_path / "a.lsx")
    calm(qtbot, vae)
    assert "frames a second" in vae.banner.words.text() and vae.store.state == state
    files.save(tmp_path / "b.lsx", files.gather(state, (changed(state), wrong)))
    drop(vae, tmp_path / "b.lsx")
    calm(qtbot, vae)
    assert vae.store.history == (changed(state), state)


# -- what a kill leaves ---------------------------------------------------------------------


def changed(state: State) -> State:
    return replace(state, exploring=replace(state.exploring, point=edit(Seed(3), 0, 2.0)))


def test_a_left_session_whose_model_is_gone_stays_until_it_is_back(
    qtbot: QtBot, make: Make, gone: State, tiny_models: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "autosave"
    leave(folder, changed(gone))
    window = make(Asked(), folder)
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(window.offer.yes, LEFT)
    calm(qtbot, window)
    assert gone.model in window.banner.words.text()
    assert window.offer.isVisible()  # to be tried again, or discarded
    assert window.close()
    assert len(list(folder.glob("*.lsx"))) == 1
    shutil.copytree(tiny_models / "tiny-gan", gone.model)
    second = make(Asked(), folder)
    qtbot.waitUntil(second.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(second.offer.yes, LEFT)
    calm(qtbot, second)
    assert second.store.state == changed(gone) and not second.offer.isVisible()


def test_the_offer_stays_where_the_question_about_changes_is_cancelled(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    leave(tmp_path, State("tiny-gan"))
    asked = Asked()
    window = make(asked, tmp_path)
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    explore(window).sliders.set_value(0, 1.0)
    state, asked.answer = window.store.state, "cancel"
    qtbot.mouseClick(window.offer.yes, LEFT)
    calm(qtbot, window)
    assert window.offer.isVisible() and window.store.state == state
    asked.answer = "discard"
    qtbot.mouseClick(window.offer.yes, LEFT)
    calm(qtbot, window)
    assert window.store.state == State("tiny-gan") and not window.offer.isVisible()


def test_one_that_is_damaged_leaves_the_way_to_the_next(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    leave(tmp_path, State("tiny-gan"))
    (tmp_path / "ffffffffffffffff.lsx").write_bytes(b"PK\x03\x04 cut off")
    window = make(Asked(), tmp_path)
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(window.offer.yes, LEFT)  # the newest, which is the damaged one
    calm(qtbot, window)
    assert window.banner.isVisible() and window.store.state.model == "tiny-vae"
    qtbot.mouseClick(window.offer.yes, LEFT)
    calm(qtbot, window)
    assert window.store.state == State("tiny-gan")
    assert window.offer.isVisible()  # the damaged one is still there
    qtbot.mouseClick(window.offer.no, LEFT)
    calm(qtbot, window)
    assert not window.offer.isVisible()
    assert [p.name for p in tmp_path.glob("f*.lsx")] == []
