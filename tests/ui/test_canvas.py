"""The canvas: crisp zoom in screen pixels, pan, readout, copy and save, and its signals."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from explorer.errors import WriteFailed
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.sight import largest_fit, next_zoom
from tests.ui.drive import LEFT, NONE, drag, drop, turn_wheel


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """A canvas of 200x100 that shows 16x8 pixels, each of its own colour."""
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(200, 100)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.painted):
        made.set_image(checks())
    return made


def checks() -> NDArray[np.uint8]:
    rows, columns = np.mgrid[0:8, 0:16]
    return np.stack([rows * 16, columns * 16, rows * 0 + 200], axis=-1).astype(np.uint8)


def screen(canvas: Canvas) -> NDArray[np.uint8]:
    """What is painted, (H, W, 3)."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    height, width, line = image.height(), image.width(), image.bytesPerLine()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, line)
    return rows[:, : width * 3].reshape(height, width, 3).copy()  # the image goes, so copy


def test_the_fit_is_the_largest_whole_zoom_and_every_pixel_is_a_crisp_square(
    canvas: Canvas,
) -> None:
    assert canvas.zoom == 12
    shown = screen(canvas)
    top, left = (100 - 8 * 12) // 2, (200 - 16 * 12) // 2
    inside = shown[top : top + 96, left : left + 192]
    assert_array_equal(inside, checks().repeat(12, axis=0).repeat(12, axis=1))


def test_a_picture_larger_than_its_room_is_scaled_down() -> None:
    assert largest_fit(400, 100, 200, 100) == 0.5
    assert largest_fit(64, 64, 511, 600) == 7


def test_the_ladder_of_zooms_goes_up_and_down_by_the_same_rungs() -> None:
    zoom, seen = 1.0, []
    for _ in range(12):
        zoom = next_zoom(zoom, 1)
        seen.append(zoom)
    for expected in [*seen[-2::-1], 1.0]:
        zoom = next_zoom(zoom, -1)
        assert zoom == expected


def test_the_wheel_keeps_the_pixel_under_the_cursor(qtbot: QtBot, canvas: Canvas) -> None:
    at = QPoint(150, 40)
    heard: list[str] = []
    canvas.hovered.connect(heard.append)
    qtbot.mouseMove(canvas, at)
    turn_wheel(canvas, at, 3)
    assert canvas.zoom > 12
    qtbot.mouseMove(canvas, at + QPoint(1, 0))
    qtbot.mouseMove(canvas, at)
    first, last = heard[0].split()[:4], heard[-1].split()[:4]
    assert first == last


def test_the_readout_says_place_and_value(qtbot: QtBot, canvas: Canvas) -> None:
    with qtbot.waitSignal(canvas.hovered) as heard:
        qtbot.mouseMove(canvas, QPoint(4 + 12 * 5 + 6, 2 + 12 * 3 + 6))
    assert heard.args is not None
    assert heard.args[0].split() == ["x", "5", "y", "3", "48", "80", "200"]


def test_a_drag_pans_and_a_double_click_fits_again(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.zoom_to(40)
    before = canvas.sight.centre
    drag(qtbot, canvas, QPoint(100, 50), QPoint(60, 30))
    x, y = canvas.sight.centre
    assert x > before[0] and y > before[1]
    qtbot.mouseDClick(canvas, LEFT, NONE, QPoint(20, 20))
    assert canvas.sight.zoom is None and canvas.zoom == 12


def test_linked_canvases_share_one_sight(qtbot: QtBot, canvas: Canvas) -> None:
    other = Canvas()
    qtbot.addWidget(other)
    canvas.link(other)
    other.set_image(checks())
    other.zoom_by(2)
    other.set_smooth(True)
    assert canvas.zoom == other.zoom
    assert canvas.sight.smooth


def test_smooth_pixels_blend(qtbot: QtBot, canvas: Canvas) -> None:
    crisp = screen(canvas)
    canvas.set_smooth(True)
    assert len(np.unique(screen(canvas).reshape(-1, 3), axis=0)) > len(
        np.unique(crisp.reshape(-1, 3), axis=0)
    )


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_saved_png_has_the_pictures_own_pixels(
    canvas: Canvas, tmp_path: Path, channels: int
) -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (8, 16, channels), np.uint8)
    canvas.set_image(image)
    assert canvas.save_png(tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as saved:
        assert_array_equal(np.asarray(saved).reshape(8, 16, channels), image)


def test_a_failed_save_is_told_and_leaves_nothing(
    qtbot: QtBot, canvas: Canvas, tmp_path: Path
) -> None:
    with qtbot.waitSignal(canvas.failed) as heard:
        assert not canvas.save_png(tmp_path / "no such folder" / "out.png")
    assert heard.args is not None and isinstance(heard.args[0], WriteFailed)
    assert not list(tmp_path.iterdir())


def test_copying_puts_the_picture_on_the_clipboard(canvas: Canvas) -> None:
    canvas.copy()
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (16, 8)


def test_painted_comes_for_a_hidden_canvas_too(qtbot: QtBot) -> None:
    hidden = Canvas()
    qtbot.addWidget(hidden)
    with qtbot.waitSignal(hidden.painted, timeout=5_000):
        hidden.set_image(checks())


def test_painted_comes_once_a_picture(qtbot: QtBot, canvas: Canvas) -> None:
    seen: list[int] = []
    canvas.painted.connect(lambda: seen.append(1))
    with qtbot.waitSignal(canvas.painted):
        canvas.set_image(checks()[::-1])
    canvas.repaint()
    assert seen == [1]


def test_the_mat_shows_through_what_is_transparent_after_a_new_picture_too(
    qtbot: QtBot, canvas: Canvas
) -> None:
    red = np.zeros((8, 16, 4), np.uint8)
    red[...] = (255, 0, 0, 255)
    for image in (red, np.zeros((8, 16, 4), np.uint8)):
        with qtbot.waitSignal(canvas.painted):
            canvas.set_image(image)
    assert_array_equal(screen(canvas)[50, 100], [0x77] * 3)


def test_dropped_files_are_handed_on_where_that_is_wanted(
    qtbot: QtBot, canvas: Canvas, tmp_path: Path
) -> None:
    canvas.setAcceptDrops(True)
    with qtbot.waitSignal(canvas.dropped) as heard:
        drop(canvas, tmp_path / "a.png", tmp_path / "b.png")
    assert heard.args == [[tmp_path / "a.png", tmp_path / "b.png"]]


def test_keys_zoom_and_fit(qtbot: QtBot, canvas: Canvas) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == 14
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom == 12
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.sight.zoom is None


def test_a_caption_never_runs_into_its_note(canvas: Canvas) -> None:
    canvas.set_caption("predicted noise, grey is none", "26 of 50")
    width = canvas.fontMetrics().horizontalAdvance
    assert canvas.caption_shown().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert width(canvas.caption_shown()) + width("26 of 50") < canvas.width()
    canvas.set_caption("x0", "26 of 50")
    assert canvas.caption_shown() == "x0"
