"""A picture on screen is sent to another model: redrawn there, or encoded; one entry, undone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from explorer.assets import MODELS_VARIABLE
from explorer.formats.picture import Picture
from explorer.ui.palette import actions
from explorer.ui.views.translate import Translate
from explorer.ui.window import Window
from tests.support.tiny import make_shared_latent, make_told_translator
from tests.ui.drive import explore, picture, settle


@pytest.fixture
def window(
    bundled_tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    open_window: Callable[[str], Window],
) -> Window:
    """The window on the tiny VAE, with a translator in its library."""
    library = tmp_path / "library"
    shutil.copytree(bundled_tiny, library)
    make_told_translator(library)
    make_shared_latent(library)
    monkeypatch.setenv(MODELS_VARIABLE, str(library))
    return open_window("tiny-vae")


def entries(menu: QMenu) -> dict[str, list[QAction]]:
    """Submenus of a menu by their titles, with what they offer."""
    inner = [action.menu() for action in menu.actions()]
    return {m.title(): m.actions() for m in inner if isinstance(m, QMenu) and m.isEnabled()}


def test_the_menu_of_a_picture_sends_it_to_translate_and_undo_comes_back(
    qtbot: QtBot, window: Window
) -> None:
    sent, place = picture(window), window.store.place
    assert window.canvas is not None
    menu = window.canvas.menu()
    entries(menu)["Send to Translate"][0].trigger()
    qtbot.waitUntil(lambda: isinstance(window.current, Translate), timeout=20_000)
    settle(qtbot, window)
    view = window.current
    assert isinstance(view, Translate) and view.source.image is not None
    np.testing.assert_array_equal(view.source.image, sent)
    assert window.store.place == place + 1
    window.menus.undo.trigger()
    settle(qtbot, window)
    assert window.desk.state.model == "tiny-vae"
    np.testing.assert_array_equal(picture(window), sent)


def test_what_translate_made_is_encoded_by_another_model(qtbot: QtBot, window: Window) -> None:
    assert window.canvas is not None
    entries(window.canvas.menu())["Send to Translate"][0].trigger()
    qtbot.waitUntil(lambda: isinstance(window.current, Translate), timeout=20_000)
    settle(qtbot, window)
    made, place = picture(window), window.store.place
    title = window.opener.specs["tiny-vae"].title
    found = [a for way, a in actions(window) if "Encode with" in way and a.text() == title]
    found[0].trigger()
    qtbot.waitUntil(lambda: window.desk.state.model == "tiny-vae", timeout=20_000)
    settle(qtbot, window)
    state = window.desk.state
    assert state.view == "explore" and state.exploring.picture is not None
    np.testing.assert_array_equal(state.exploring.picture.array, made)
    original = explore(window).pictures.original.image
    assert original is not None
    np.testing.assert_array_equal(original, made)
    spec = window.desk.spec
    assert spec is not None
    assert "redrawn" in state.exploring.picture.name
    assert state.exploring.point.resolve(spec.latent).any()  # the sliders stand on its code
    assert window.store.place == place + 1


def test_a_picture_of_another_size_and_mode_is_said_to_have_been_fitted(
    qtbot: QtBot, window: Window
) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    wide = Picture.of(np.zeros((4, 8, 3), np.uint8), "wide")
    assert window.canvas is not None
    window.canvas.set_image(wide.array)
    entries(window.canvas.menu())["Send to Translate"][0].trigger()
    qtbot.waitUntil(lambda: isinstance(window.current, Translate), timeout=20_000)
    settle(qtbot, window)
    assert any("8 × 4" in text and "padded" in text for text in said)


def test_the_open_model_is_no_target_of_its_own(window: Window) -> None:
    names = {target.name for target in window.sending.targets()}
    assert names and "tiny-vae" not in names and "tiny-gan" not in names


def test_every_kind_of_translator_is_a_target_of_translate(window: Window) -> None:
    views = {target.name: target.view for target in window.sending.targets()}
    assert views["tiny-told-translator"] == views["tiny-shared-latent"] == Translate.name


def test_the_menu_leaves_nothing_behind_when_it_is_opened_again(
    qtbot: QtBot, window: Window
) -> None:
    for _ in range(3):
        window.menus.send.aboutToShow.emit()
        settle(qtbot, window)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(window.menus.send.findChildren(QMenu)) == len(window.menus.send.actions()) == 2
