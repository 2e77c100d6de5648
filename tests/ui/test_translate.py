"""Translate: dropped or drawn, redrawn live, sent back; driven as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer.formats.brush import PAPER, face, paper, stroke
from explorer.sampling import Result
from explorer.sampling.translate_requests import Translate as Request
from explorer.ui.views.translate import Translate
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.plate import from_qimage
from explorer.ui.window import Window
from tests.support.tiny import (
    SIZE,
    make_told_translator,
    make_translator,
)
from tests.ui.drive import LEFT, NONE, drag, drop, picture, settle
from tests.ui.test_access import faults, interactive, out_of_order, told


def show(bot: QtBot, window: Window, folder: Path) -> Translate:
    window.open_model(str(folder))
    bot.waitUntil(lambda: window.store.state.model == str(folder), timeout=20_000)
    bot.waitUntil(lambda: isinstance(window.current, Translate), timeout=20_000)
    settle(bot, window)
    assert isinstance(window.current, Translate)
    return window.current


@pytest.fixture
def window(open_window: Callable[[str], Window]) -> Window:
    return open_window("tiny-vae")


@pytest.fixture
def view(qtbot: QtBot, window: Window, tmp_path: Path) -> Translate:
    return show(qtbot, window, make_told_translator(tmp_path))


def at(view: Translate, x: float, y: float) -> QPoint:
    """Where a pixel of the source lies on its canvas."""
    target, ratio = view.source.target(), view.source.devicePixelRatioF()
    here = target.x() + target.width() * x / SIZE, target.y() + target.height() * y / SIZE
    return QPoint(round(here[0] / ratio), round(here[1] / ratio))


def choose(bot: QtBot, view: Translate, field: str, steps: int) -> None:
    """By the keys, as one does without opening the list."""
    box = view.panel.box(field, "label")
    box.setFocus()
    for _ in range(steps):
        bot.keyClick(box, Qt.Key.Key_Down)


def test_a_translator_opens_on_a_face_that_the_program_drew(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    assert view.source.image is not None
    np.testing.assert_array_equal(view.source.image, face(SIZE, SIZE, 3).array)
    assert picture(window).shape == (SIZE, SIZE, 3)
    assert not np.array_equal(picture(window), view.source.image)


def test_a_stroke_is_redrawn_while_it_is_drawn_and_is_one_entry(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    qtbot.keyClick(view.source, Qt.Key.Key_B)
    settle(qtbot, window)
    blank, before = window.store.place, picture(window)
    came: list[Result] = []
    window.bridge.arrived.connect(came.append)
    qtbot.mousePress(view.source, LEFT, NONE, at(view, 4, 4))
    qtbot.mouseMove(view.source, at(view, 12, 4))
    settle(qtbot, window)
    held = picture(window)  # the button is still down
    assert not np.array_equal(held, before)
    qtbot.mouseMove(view.source, at(view, 12, 12))
    qtbot.mouseRelease(view.source, LEFT, NONE, at(view, 12, 12))
    settle(qtbot, window)
    assert view.source.image is not None
    assert (view.source.image[3:5, 4:12] < 160).all()
    assert (view.source.image[14] == PAPER).all()
    assert window.store.place == blank + 1
    assert all(isinstance(r.request, Request) for r in came if r.slot == "translate.image")
    window.menus.undo.trigger()
    settle(qtbot, window)
    np.testing.assert_array_equal(view.source.image, paper(SIZE, SIZE, 3))
    np.testing.assert_array_equal(picture(window), before)


def test_colour_width_and_eraser(qtbot: QtBot, window: Window, view: Translate) -> None:
    qtbot.keyClick(view.source, Qt.Key.Key_B)
    settle(qtbot, window)
    qtbot.mouseClick(view.panel.inks.button(3), LEFT)
    qtbot.keyClick(view.source, Qt.Key.Key_BracketRight)
    width = view.panel.brush.value()
    drag(qtbot, view.source, at(view, 2, 8), at(view, 14, 8))
    settle(qtbot, window)
    assert view.source.image is not None
    red, green, _ = view.source.image[8, 8].astype(float)
    assert red > 200 > 80 > green
    ink = (255 - view.source.image[:, 8, 1].astype(float)) / (255 - green)
    assert abs(ink.sum() - width) < 0.1
    qtbot.keyClick(view.source, Qt.Key.Key_E)
    for _ in range(3):
        qtbot.keyClick(view.source, Qt.Key.Key_BracketRight)
    drag(qtbot, view.source, at(view, 2, 8), at(view, 14, 8))
    settle(qtbot, window)
    assert (view.source.image[7:9, 4:12] == PAPER).all()


def test_a_dropped_picture_is_padded_and_never_stretched(
    qtbot: QtBot, window: Window, view: Translate, tmp_path: Path
) -> None:
    wide = np.zeros((16, 64, 3), np.uint8)
    wide[:, 32:] = 255
    Image.fromarray(wide).save(tmp_path / "wide.png")
    drop(window, tmp_path / "wide.png")
    qtbot.waitUntil(lambda: window.store.state.translating.picture is not None, timeout=20_000)
    settle(qtbot, window)
    assert view.source.image is not None
    assert view.source.image[8, 0].max() < 16 and view.source.image[8, 15].min() > 239
    assert (view.source.image[0] == view.source.image[0, 0]).all()
    said = view.panel.hint.text()
    assert "wide.png" in said and "64 × 16" in said and "16 × 4" in said and "16 × 16" in said


def test_the_style_chosen_decides_the_picture(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    first = picture(window)
    choose(qtbot, view, "conditions", 1)
    settle(qtbot, window)
    assert window.store.state.translating.conditions == (("label", 1),)
    assert not np.array_equal(picture(window), first)
    window.menus.undo.trigger()
    settle(qtbot, window)
    np.testing.assert_array_equal(picture(window), first)
    assert view.panel.box("conditions", "label").currentIndex() == 0


def test_there_and_back_with_what_was_lost(qtbot: QtBot, window: Window, view: Translate) -> None:
    assert not view.returned.isVisible()
    choose(qtbot, view, "back", 2)
    qtbot.keyClick(view.source, Qt.Key.Key_D)
    settle(qtbot, window)
    assert dict(window.store.state.translating.back) == {"label": 1}
    source, returned = view.source.image, view.returned.image
    assert source is not None and returned is not None and view.returned.isVisible()
    assert not np.array_equal(returned, picture(window))
    apart = np.abs(source.astype(int) - returned).astype(np.uint8)
    assert view.difference.image is not None
    np.testing.assert_array_equal(view.difference.image, apart)
    lost = float(view.returned.note.split()[2])
    assert abs(lost - apart.mean()) < 0.6
    choose(qtbot, view, "back", 0)
    qtbot.keyClick(view.panel.box("back", "label"), Qt.Key.Key_Home)
    settle(qtbot, window)
    assert not window.store.state.translating.back
    assert not view.returned.isVisible()


def test_the_result_is_taken_as_the_next_source(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    made = picture(window)
    qtbot.mouseClick(view.panel.take, LEFT)
    settle(qtbot, window)
    assert view.source.image is not None
    np.testing.assert_array_equal(view.source.image, made)
    assert not np.array_equal(picture(window), made)


def test_a_picture_copied_in_another_model_is_pasted(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    copied = picture(window)
    assert window.canvas is not None
    qtbot.keyClick(window.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    view = show(qtbot, window, make_translator(tmp_path))
    qtbot.keyClick(view.source, Qt.Key.Key_P)
    settle(qtbot, window)
    assert view.source.image is not None
    np.testing.assert_array_equal(view.source.image, copied)


def test_one_without_styles_has_no_choice_and_the_source_stays(
    qtbot: QtBot, window: Window, view: Translate, tmp_path: Path
) -> None:
    qtbot.keyClick(view.source, Qt.Key.Key_B)
    drag(qtbot, view.source, at(view, 2, 8), at(view, 14, 8))
    settle(qtbot, window)
    assert view.source.image is not None
    drawn = view.source.image.copy()
    told = picture(window)
    again = show(qtbot, window, make_translator(tmp_path))
    assert again is view
    np.testing.assert_array_equal(view.source.image, drawn)
    assert not np.array_equal(picture(window), told)


def test_every_control_is_named_and_explained(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    poor = [f"{told(w)} {fault}" for w in interactive(view) for fault in faults(w)]
    assert poor + out_of_order(view) == []


def test_a_stroke_has_round_ends_and_stays_where_it_is_put() -> None:
    drawn = stroke(paper(16, 16, 1), (4, 8), (12, 8), 4, (0, 0, 0))
    assert (drawn[6:10, 4:12] == 0).all()
    assert drawn[6, 2] > 128 > drawn[8, 2]  # round
    assert (drawn[:5] == 255).all() and (drawn[11:] == 255).all()
    gone = stroke(drawn, (4, 8), (12, 8), 8, PAPER)
    assert (gone == 255).all()


def test_its_commands_do_nothing_to_a_model_of_another_kind(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    """A palette that was open while another model opened still lists them."""
    window.open_model("tiny-vae")
    qtbot.waitUntil(lambda: not isinstance(window.current, Translate), timeout=20_000)
    settle(qtbot, window)
    before = window.store.state
    view.panel.cleared.emit()
    assert window.store.state == before


def test_a_divider_wipes_between_the_source_and_what_it_came_to(
    qtbot: QtBot, window: Window, view: Translate
) -> None:
    choose(qtbot, view, "back", 1)
    settle(qtbot, window)
    made = picture(window)
    assert wiped(view) == [False, False]
    qtbot.keyClick(view.source, Qt.Key.Key_W)
    settle(qtbot, window)
    assert window.store.state.translating.wipe
    assert wiped(view) == [True, True]
    assert "source" in view.result.caption and "source" in view.returned.caption
    middle = view.result.target().center().y() // round(view.result.devicePixelRatioF())
    here = QPoint(round(view.result.divider()), middle)
    wide = view.result.target().width() / view.result.devicePixelRatioF()
    drag(qtbot, view.result, here, here + QPoint(round(wide / 4), 0))
    assert abs(view.result.place - 0.75) < 0.02
    assert view.returned.place == view.result.place
    assert view.source.image is not None
    seen = grabbed(view.result)
    assert near(seen, view.result, 0.5, view.source.image)
    assert near(seen, view.result, 0.9, made)
    np.testing.assert_array_equal(picture(window), made)  # what is copied is the result alone
    view.result.setFocus()
    qtbot.keyClick(view.result, Qt.Key.Key_Left)
    assert view.result.place < 0.75
    window.menus.undo.trigger()
    settle(qtbot, window)
    assert wiped(view) == [False, False] and not view.panel.wipe.isChecked()


def wiped(view: Translate) -> list[bool]:
    """Whether result and what was sent back have a divider."""
    return [view.result.wiped, view.returned.wiped]


def grabbed(canvas: Canvas) -> np.ndarray:
    """What a canvas paints, (H, W, 4)."""
    return from_qimage(canvas.grab().toImage())


def near(seen: np.ndarray, canvas: Canvas, share: float, image: np.ndarray) -> bool:
    """Whether the column at a share of the width, a quarter down, is painted as in an image."""
    target, side = canvas.target(), image.shape[0]
    x, y = target.x() + share * target.width(), target.y() + 0.25 * target.height()
    column, row = int(share * side), int(0.25 * side)
    return bool(np.abs(seen[int(y), int(x), :3].astype(int) - image[row, column]).max() <= 1)


def test_transparency_is_said_to_have_become_white(
    qtbot: QtBot, window: Window, view: Translate, tmp_path: Path
) -> None:
    clear = np.zeros((SIZE, SIZE, 4), np.uint8)
    Image.fromarray(clear).save(tmp_path / "clear.png")
    drop(window, tmp_path / "clear.png")
    qtbot.waitUntil(lambda: window.store.state.translating.picture is not None, timeout=20_000)
    settle(qtbot, window)
    assert "white" in view.panel.hint.text()
    assert view.source.image is not None and (view.source.image == 255).all()
