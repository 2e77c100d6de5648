"""Interpolate and Denoise in the window: switching, drops, menus, undo across models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.latent import Seed, Values
from explorer.ui.views import VIEWS
from explorer.ui.views.denoise import Denoise
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.window import Window
from tests.support import tiny
from tests.ui.drive import drop, picture, save_picture, settle


@pytest.fixture
def window(open_window: Callable[[str], Window]) -> Iterator[Window]:
    yield open_window("tiny-vae")


def interpolating(window: Window) -> Interpolate:
    window.show_view("interpolate")
    view = window.current
    assert isinstance(view, Interpolate)
    return view


def denoising(qtbot: QtBot, window: Window) -> Denoise:
    window.open_model("tiny-ddpm")
    qtbot.waitUntil(lambda: isinstance(window.current, Denoise), timeout=20_000)
    view = window.current
    assert isinstance(view, Denoise)
    qtbot.waitUntil(lambda: view.record is not None and view.record.complete, timeout=60_000)
    return view


def test_pictures_dropped_on_the_window_become_key_frames(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    interpolating(window)
    files = [save_picture(tmp_path / f"{n}.png", seed=n) for n in (1, 2)]
    drop(window, *files)
    qtbot.waitUntil(lambda: len(window.store.state.interpolating.keys) == 4, timeout=20_000)
    keys = window.store.state.interpolating.keys[2:]
    assert {k.origin for k in keys if isinstance(k, Values)} == {"1.png", "2.png"}
    window.menus.undo.trigger()
    window.menus.undo.trigger()
    assert window.store.state.interpolating.keys == (Seed(1), Seed(2))


def test_every_view_is_made_in_quiet_moments(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    """Each by the kind that the window knew it by."""
    window = open_window("tiny-vae")
    wanted = {kind.name: kind.load() for kind in VIEWS}
    qtbot.waitUntil(lambda: len(list(window.views)) == len(wanted), timeout=20_000)
    for view in window.views:
        assert type(view) is wanted[view.name]
    assert window.current is window.view("explore")


def test_a_view_made_ahead_asks_for_nothing_out_of_sight(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    """Explore's samples were drawn beside a diffusion run, of a model it does not suit."""
    window = open_window("tiny-ddpm")
    qtbot.waitUntil(lambda: isinstance(window.current, Denoise), timeout=20_000)
    slots: list[str] = []
    window.bridge.arrived.connect(lambda result: slots.append(result.slot))
    explore = window.view("explore")  # as the window does when there is time
    assert window.current is not explore
    explore.resize(900, 700)
    explore.show()
    explore.hide()
    qtbot.wait(400)  # longer than its parts wait for rest
    settle(qtbot, window)
    assert not [slot for slot in slots if slot.startswith("explore.")]


def test_the_playhead_and_the_picture_are_there_after_leaving_and_coming_back(
    qtbot: QtBot, window: Window
) -> None:
    view = interpolating(window)
    window.desk.edit("interpolating", position=0.4)
    settle(qtbot, window)
    before = picture(window)
    window.show_view("explore")
    settle(qtbot, window)
    window.show_view("interpolate")
    settle(qtbot, window)
    assert view.strip.position == 0.4
    assert (picture(window) == before).all()
    assert view.strip.filled == view.strip.tiles > 2


def test_leaving_stops_playing(qtbot: QtBot, window: Window) -> None:
    view = interpolating(window)
    qtbot.keyClick(view.strip, Qt.Key.Key_Space)
    assert view.player.running
    window.show_view("explore")
    assert not view.player.running


def test_the_menu_names_the_keys_of_the_view(window: Window) -> None:
    interpolating(window)
    shown = {a.text(): a.shortcut().toString() for a in window.menus.commands.actions()}
    assert shown["Play or pause"] == "Space"
    assert shown["Add current sliders"] == "A"
    play = next(a for a in window.menus.commands.actions() if a.text() == "Play or pause")
    play.trigger()
    view = window.current
    assert isinstance(view, Interpolate)
    assert view.player.running


def test_a_diffusion_model_opens_in_denoise_with_a_class(qtbot: QtBot, window: Window) -> None:
    view = denoising(qtbot, window)
    assert view.panel.label.currentIndex() == 1
    assert view.panel.guidance.isEnabled()
    assert view.scrubber.computed == view.scrubber.count == 50


def test_undo_from_a_run_goes_back_to_the_model_before(qtbot: QtBot, window: Window) -> None:
    denoising(qtbot, window)
    window.menus.undo.trigger()
    settle(qtbot, window)
    assert window.store.state.model == "tiny-vae"
    assert window.current is window.view("explore")
    window.menus.redo.trigger()
    view = denoising(qtbot, window)
    assert view.scrubber.computed == 50
    assert not window.banner.isVisible()


def test_a_model_left_in_the_middle_of_a_run_leaves_nothing_running(
    qtbot: QtBot, window: Window
) -> None:
    view = denoising(qtbot, window)
    settings = window.store.state.denoising.settings.changed(steps=500, guidance=1.0)
    window.desk.edit("denoising", settings=settings)
    qtbot.waitUntil(lambda: view.scrubber.count == 500, timeout=20_000)
    window.open_model("tiny-gan")
    qtbot.waitUntil(lambda: window.store.state.model == "tiny-gan", timeout=20_000)
    settle(qtbot, window)
    assert not view.running
    assert not window.banner.isVisible()


def test_a_flow_is_first_shown_in_its_steps_and_interpolated_on_demand(
    qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path
) -> None:
    window = open_window("tiny-vae")
    window.open_model(str(tiny.make_flow(tmp_path)))
    qtbot.waitUntil(lambda: window.desk.state.view == "steps", timeout=20_000)
    window.show_view("interpolate")
    settle(qtbot, window)
    assert window.desk.state.view == "interpolate"
    window.open_model("tiny-vae")
    settle(qtbot, window)
    assert window.desk.state.view == "interpolate"  # a view that suits the next model stays
