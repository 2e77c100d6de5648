"""The pad of two dimensions, and the heat map of where one acts, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer import analysis
from explorer.library import open_model
from explorer.ui.window import Window
from tests.support.tiny import make_infogan
from tests.ui.drive import LEFT, NONE, drag, explore, row, settle


def test_the_pad_moves_two_dimensions_live_in_one_undo(qtbot: QtBot, vae: Window) -> None:
    view, before = explore(vae), explore(vae).sliders.values
    qtbot.keyClick(vae, Qt.Key.Key_P)
    assert vae.store.state.exploring.pad == (5, 4)
    square = view.panel.pad.square
    assert square.isVisible() and not vae.store.can_undo
    start, end = square.place(0, 0).toPoint(), square.place(2.0, -1.0).toPoint()
    qtbot.mousePress(square, LEFT, NONE, start)
    qtbot.mouseMove(square, end)
    live = view.sliders.values
    assert abs(live[5] - 2.0) < 0.05 and abs(live[4] + 1.0) < 0.05
    qtbot.mouseRelease(square, LEFT, NONE, end)
    assert np.array_equal(np.delete(live, [4, 5]), np.delete(before, [4, 5]))
    vae.store.undo()
    assert np.array_equal(view.sliders.values, before)
    assert not vae.store.can_undo


def test_the_pad_shows_where_it_leads_and_takes_other_dimensions(qtbot: QtBot, vae: Window) -> None:
    view = explore(vae)
    qtbot.mouseClick(view.panel.pad_button, LEFT)
    square = view.panel.pad.square
    qtbot.waitUntil(lambda: square.count == 49, timeout=20_000)
    qtbot.keyClick(view.panel.pad.across, Qt.Key.Key_Up)
    assert vae.store.state.exploring.pad == (4, 5)  # it was the other's: they change places
    view.sliders.pad_asked.emit(0, True)
    chosen = vae.store.state.exploring.pad
    assert chosen == (0, 5)
    value = view.sliders.values[0]
    square.setFocus()
    qtbot.keyClick(square, Qt.Key.Key_Right)
    assert abs(view.sliders.values[0] - value - 0.05) < 2e-3
    qtbot.mouseClick(view.panel.pad.close_button, LEFT)
    assert not square.isVisible()
    assert vae.store.state.exploring.pad is None


def test_the_pad_ends_where_a_uniform_code_ends(qtbot: QtBot, vae: Window, tmp_path: Path) -> None:
    """A code was drawn from -1 to 1, and the generator was never asked beyond; noise goes to 3."""
    folder = str(make_infogan(tmp_path))
    vae.open_model(folder)
    qtbot.waitUntil(lambda: vae.desk.state.model == folder, timeout=20_000)
    settle(qtbot, vae)
    view = explore(vae)
    names = vae.desk.space.names
    code, noise = names.index("code 1"), names.index("z0")
    view.sliders.pad_asked.emit(code, True)
    view.sliders.pad_asked.emit(noise, False)
    settle(qtbot, vae)
    square = view.panel.pad.square
    assert square.spans == (1.0, 3.0)
    corner = QPoint(square.width() - 1, 1)
    drag(qtbot, square, square.rect().center(), corner)
    settle(qtbot, vae)
    assert view.sliders.values[code] == 1.0 and view.sliders.values[noise] > 2.9
    square.setFocus()
    qtbot.keyClick(square, Qt.Key.Key_Right)
    assert view.sliders.values[code] == 1.0


def test_h_lays_a_heat_map_over_the_picture_that_a_drag_takes_away(
    qtbot: QtBot, vae: Window
) -> None:
    view, slider = explore(vae), row(vae, 5)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: view.canvas.overlay is not None, timeout=20_000)
    model = open_model("tiny-vae", "cpu")
    axis = np.eye(6, dtype=np.float32)[5]
    found = analysis.finish(analysis.heat(model.generate, view.sliders.values[None], axis))
    assert f"0 to {255 * found.max():.1f} levels/\u03c3" in view.bar.legend.text
    assert view.bar.legend.isVisible() and not vae.store.can_undo
    brightest = np.unravel_index(found.argmax(), found.shape)
    overlay = view.canvas.overlay
    assert overlay is not None and overlay.width() == found.shape[1]
    colour = overlay.pixelColor(int(brightest[1]), int(brightest[0]))
    assert colour.red() > 250 and colour.alpha() < 255
    drag(qtbot, slider, slider.track().center(), slider.track().topRight())
    assert view.canvas.overlay is None
    qtbot.waitUntil(lambda: view.canvas.overlay is not None, timeout=20_000)
    qtbot.keyClick(slider, Qt.Key.Key_H)
    settle(qtbot, vae)
    assert view.canvas.overlay is None and not view.bar.legend.isVisible()


def test_a_menu_of_a_model_that_was_left_goes_and_changes_nothing(
    qtbot: QtBot, gan: Window
) -> None:
    """The GAN has eight dimensions, the VAE six."""
    view = explore(gan)
    menu = view.sliders.menu(7)
    gone: list[int] = []
    menu.destroyed.connect(lambda *_: gone.append(7))
    gan.open_model("tiny-vae")
    qtbot.waitUntil(lambda: gan.store.state.model == "tiny-vae" and bool(gone), timeout=20_000)
    settle(qtbot, gan)
    view.pad.toggle()
    before = gan.store.state.exploring
    view.pad.use(7, across=True)
    view.heat.toggle(7)
    assert gan.store.state.exploring == before


def test_the_menu_shows_what_is_switched_on(qtbot: QtBot, vae: Window) -> None:
    """Whether by key, by button or because something was found."""
    view = explore(vae)
    named = {action.shortcut().toString(): action for action in view.commands()}
    buttons = {
        "P": view.panel.pad_button, "D": view.panel.direction_button, "K": view.tray.near,
        "T": view.panel.film,
    }  # fmt: skip
    for key, button in buttons.items():
        for press in (lambda b=button: qtbot.mouseClick(b, LEFT), named[key].trigger):
            was = button.isChecked()
            press()
            assert named[key].isCheckable()
            assert named[key].isChecked() == button.isChecked() == (not was)
    view.panel.directions.local.trigger()
    assert named["D"].isChecked()
    settle(qtbot, vae)
