"""Translate by a picture's style, and through a code that styles share; driven as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.formats.patterns import FIRST, PATTERNS, pattern
from explorer.library import open_model
from explorer.ui import ask
from explorer.ui.views.explore import Explore
from explorer.ui.views.translate import Translate
from explorer.ui.window import Window
from tests.support.tiny import (
    SIZE,
    make_shared_latent,
    make_style_transfer,
    make_told_translator,
)
from tests.ui.drive import LEFT, drop, picture, settle
from tests.ui.test_access import faults, interactive, out_of_order, told
from tests.ui.test_translate import choose, show


@pytest.fixture
def window(open_window: Callable[[str], Window]) -> Window:
    return open_window("tiny-vae")


@pytest.fixture
def styled(qtbot: QtBot, window: Window, tmp_path: Path) -> Translate:
    return show(qtbot, window, make_style_transfer(tmp_path))


def test_a_model_of_styles_shows_the_style_it_takes(
    qtbot: QtBot, window: Window, styled: Translate
) -> None:
    """Its own pattern first, then any other, one entry each; no style without the capability."""
    part = styled.panel.style_part
    assert styled.style_canvas.isVisible() and part.box.isVisible()
    first = picture(window)
    np.testing.assert_array_equal(styled.style_canvas.image, pattern(FIRST, SIZE, SIZE, 3).array)
    part.box.setFocus()
    qtbot.keyClick(part.box, Qt.Key.Key_Down)
    settle(qtbot, window)
    name = list(PATTERNS)[1]
    np.testing.assert_array_equal(styled.style_canvas.image, pattern(name, SIZE, SIZE, 3).array)
    assert not np.array_equal(picture(window), first)
    window.menus.undo.trigger()
    settle(qtbot, window)
    np.testing.assert_array_equal(picture(window), first)
    assert part.box.currentData() == FIRST


def test_strength_is_dragged_live_and_is_one_entry(
    qtbot: QtBot, window: Window, styled: Translate
) -> None:
    row = styled.panel.style_part.dials["strength"]
    whole, place = picture(window), window.store.place
    row.slider.setFocus()
    row.slider.setSliderDown(True)
    for value in (80, 40, 0):
        row.slider.setValue(value)
    settle(qtbot, window)
    row.slider.setSliderDown(False)
    settle(qtbot, window)
    assert dict(window.store.state.translating.conditions) == {"strength": 0.0}
    assert window.store.place == place + 1
    none = picture(window)
    assert not np.array_equal(none, whole)
    qtbot.keyClick(styled.panel.style_part.box, Qt.Key.Key_Down)
    settle(qtbot, window)
    assert np.abs(picture(window).astype(int) - none).max() <= 1  # of no style, another is none
    window.menus.undo.trigger()
    window.menus.undo.trigger()
    settle(qtbot, window)
    np.testing.assert_array_equal(picture(window), whole)
    assert row.slider.value() == 100


def test_a_style_is_pasted_from_another_models_view(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    copied = picture(window)
    assert window.canvas is not None
    qtbot.keyClick(window.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    view = show(qtbot, window, make_style_transfer(tmp_path))
    before = view.source.image
    qtbot.mouseClick(view.panel.style_part.paste, LEFT)
    settle(qtbot, window)
    np.testing.assert_array_equal(view.style_canvas.image, copied)
    np.testing.assert_array_equal(view.source.image, before)
    assert view.panel.style_part.box.currentText() == "pasted picture"
    again = show(qtbot, window, make_told_translator(tmp_path))
    assert not again.style_canvas.isVisible() and not again.panel.style_part.isVisible()


def test_a_style_is_opened_from_a_file(
    qtbot: QtBot,
    window: Window,
    styled: Translate,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (SIZE, SIZE, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "mine.png")
    monkeypatch.setattr(ask, "pictures", lambda *_: [tmp_path / "mine.png"])
    qtbot.mouseClick(styled.panel.style_part.open, LEFT)
    qtbot.waitUntil(lambda: window.store.state.translating.style is not None, timeout=20_000)
    settle(qtbot, window)
    np.testing.assert_array_equal(styled.style_canvas.image, pixels)
    assert window.store.state.translating.picture is None


def test_a_shared_code_is_translated_and_explored(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    """Both views suit it: styles to choose and a way back here, sliders there."""
    folder = str(make_shared_latent(tmp_path))
    window.open_model(folder)
    qtbot.waitUntil(lambda: window.store.state.model == folder, timeout=20_000)
    window.show_view("translate")
    settle(qtbot, window)
    view = window.current
    assert isinstance(view, Translate)
    first = picture(window)
    choose(qtbot, view, "conditions", 1)
    choose(qtbot, view, "back", 1)
    settle(qtbot, window)
    assert not np.array_equal(picture(window), first)
    assert view.returned.isVisible() and view.returned.image is not None
    spec = window.desk.spec
    assert spec is not None and {"encode", "translate"} <= spec.capabilities
    assert Explore.suits(spec) and not view.style_canvas.isVisible()


def test_every_control_of_a_style_is_named_and_explained(
    qtbot: QtBot, window: Window, styled: Translate
) -> None:
    poor = [f"{told(w)} {fault}" for w in interactive(styled) for fault in faults(w)]
    assert poor + out_of_order(styled) == []


def test_a_picture_is_rebuilt_in_explore_as_what_is_chosen(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    """The error under the picture is of that domain; the code stays where it is."""
    folder = str(make_shared_latent(tmp_path))
    window.open_model(folder)
    qtbot.waitUntil(lambda: window.store.state.model == folder, timeout=20_000)
    view = window.current
    assert isinstance(view, Explore)
    pixels = np.random.default_rng(0).integers(0, 256, (SIZE, SIZE, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "mine.png")
    drop(window, tmp_path / "mine.png")
    qtbot.waitUntil(lambda: view.pictures.compares, timeout=20_000)
    settle(qtbot, window)
    point, notes = window.store.state.exploring.point, [view.pictures.picture.note]
    box = view.panel.conditions["label"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    settle(qtbot, window)
    notes.append(view.pictures.picture.note)
    assert window.store.state.exploring.point == point
    model = open_model(folder, "cpu")
    original = pixels[None].astype(np.float32) / 255
    code, _ = model.encode(original)
    for kind, note in enumerate(notes):
        mse = float(np.mean((model.generate(code, label=kind) - original) ** 2))
        assert f"{-10 * np.log10(mse):.1f} dB" in note
