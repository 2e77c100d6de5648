"""The history strip: what was seen, gone back to, pinned and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.errors import RunFailed
from explorer.formats.picture import to_bytes
from explorer.latent import Seed
from explorer.sampling import Frame
from explorer.sampling.requests import Context, Generate
from explorer.session import Pin, State
from explorer.ui import pictures_seen
from explorer.ui.compare import difference
from explorer.ui.pictures_seen import SMALL, PicturesSeen
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.history_strip import SIDE, Strip
from explorer.ui.widgets.plate import Plate
from explorer.ui.window import Window
from tests.ui.drive import LEFT, NONE, explore, picture, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_strip(bot: QtBot, window: Window) -> None:
    bot.keyClick(window, Qt.Key.Key_H, CONTROL)
    bot.waitUntil(window.history.isVisible)
    wait(bot, window)


def wait(bot: QtBot, window: Window) -> None:
    """Until the strip has the picture of the present state and is drawn."""
    settle(bot, window)
    history = window.history
    bot.waitUntil(lambda: history.seen.find(window.store.state) is not None, timeout=20_000)
    bot.waitUntil(lambda: not history._still.isActive(), timeout=20_000)


def move(bot: QtBot, window: Window, value: float) -> None:
    explore(window).sliders.set_value(0, value)
    window.desk.settle()
    wait(bot, window)


def middle(strip: Strip, row: int) -> QPoint:
    return strip.visualItemRect(strip.item(row)).center()


def test_a_click_on_an_earlier_state_goes_back_to_it(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    first = picture(vae)
    for value in (1.0, -1.0, 2.0):
        move(qtbot, vae, value)
    last, strip = picture(vae), vae.history.entries
    assert strip.count() == len(vae.store.history) and strip.currentRow() == vae.store.place
    seen = [vae.history.seen.find(state) for state in vae.store.history]
    assert seen[0] is not None and seen[-1] is not None
    assert_array_equal(seen[0], first)
    assert_array_equal(seen[-1], last)
    qtbot.mouseClick(strip.viewport(), LEFT, NONE, middle(strip, 0))
    wait(qtbot, vae)
    assert_array_equal(picture(vae), first)
    assert strip.count() == len(vae.store.history) and strip.currentRow() == 0
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    wait(qtbot, vae)
    assert_array_equal(picture(vae), last)


def test_pins_stay_and_two_of_them_are_compared(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    move(qtbot, vae, 2.0)
    first = picture(vae)
    qtbot.keyClick(vae, Qt.Key.Key_D, CONTROL)
    move(qtbot, vae, -2.0)
    second = picture(vae)
    qtbot.mouseClick(vae.history.pin, LEFT)
    wait(qtbot, vae)
    vae.menus.undo.trigger()
    wait(qtbot, vae)
    pins = vae.history.pins
    assert pins.count() == len(vae.store.state.pins) == 2  # undo does not take them away
    move(qtbot, vae, 0.0)
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    wait(qtbot, vae)
    assert_array_equal(picture(vae), first)
    qtbot.mouseClick(pins.viewport(), LEFT, CONTROL, middle(pins, 1))
    assert_array_equal(picture(vae), first)  # choosing another one goes nowhere
    qtbot.mouseClick(vae.history.compare, LEFT)
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog))
    shown = [plate.image for plate in dialog.findChildren(Plate)]
    assert not dialog.isModal() and len(shown) == 3
    for plate, wanted in zip(shown, (first, second, difference(first, second)), strict=True):
        assert plate is not None
        assert_array_equal(plate, wanted)
    rms = np.sqrt(np.mean((second.astype(float) - first) ** 2))
    assert dialog.findChildren(Plate)[-1].note == f"{rms:.1f} of 255"
    dialog.close()
    qtbot.keyClick(pins, Qt.Key.Key_Delete)
    unpinned = vae.store.state
    assert unpinned.pins == ()
    vae.menus.undo.trigger()
    assert [pin.title for pin in vae.store.state.pins] == ["Pin 1", "Pin 2"]


def test_one_pin_is_compared_with_what_is_on_the_screen(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    move(qtbot, vae, 2.0)
    first = picture(vae)
    qtbot.mouseClick(vae.history.pin, LEFT)
    wait(qtbot, vae)
    pins = vae.history.pins
    assert not vae.history.compare.isEnabled()
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    move(qtbot, vae, -2.0)
    qtbot.mouseClick(vae.history.compare, LEFT)
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog))
    plates = dialog.findChildren(Plate)
    assert [plate.caption for plate in plates] == ["Pin 1", "Now", "Difference"]
    for plate, wanted in zip(plates, (first, picture(vae)), strict=False):
        assert plate.image is not None
        assert_array_equal(plate.image, wanted)
    dialog.close()


def test_unpinning_is_undone_and_no_pin_gets_the_name_of_another(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    for value in (1.0, 2.0):
        move(qtbot, vae, value)
        vae.history.pin_present()
    wait(qtbot, vae)
    pins, kept = vae.history.pins, vae.store.state.pins
    pins.item(0).setSelected(True)
    qtbot.mouseClick(vae.history.unpin, LEFT)
    assert vae.store.state.pins == kept[1:]
    vae.history.pin_present()
    assert [pin.title for pin in vae.store.state.pins] == ["Pin 2", "Pin 1"]
    vae.menus.undo.trigger()
    assert set(kept) < set(vae.store.state.pins)  # what was pinned since stays too
    vae.store.go(-2)
    assert len(vae.store.state.pins) == 3


@pytest.mark.parametrize("button", ["compare", "unpin"])
def test_pins_that_went_a_moment_ago_are_not_acted_on(
    qtbot: QtBot, vae: Window, button: str
) -> None:
    """The strip is drawn once all is still; a session that opens may have fewer, or others."""
    open_strip(qtbot, vae)
    for value in (1.0, 2.0):
        move(qtbot, vae, value)
        qtbot.keyClick(vae, Qt.Key.Key_D, CONTROL)
    wait(qtbot, vae)
    pins, history = vae.history.pins, vae.history
    pins.selectAll()
    wait(qtbot, vae)
    kept = Pin("another", State("tiny-vae"))
    vae.store.edit(replace(vae.store.state, pins=(kept,)), record=False)
    qtbot.mouseClick(getattr(history, button), LEFT)
    assert vae.store.state.pins == (kept,)


def test_a_hidden_strip_takes_no_pictures(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 1.0)
    settle(qtbot, vae)
    assert not vae.history._still.isActive()
    assert vae.history.seen.find(vae.store.state) is None


def test_pictures_are_kept_within_their_bytes() -> None:
    seen = PicturesSeen(budget=250)
    states = [State(f"model {n}") for n in range(4)]
    for state in states:
        seen.keep(state, np.zeros((10, 10, 1), np.uint8))
    assert [seen.find(state) is not None for state in states] == [False, False, True, True]
    seen.keep(states[3], np.ones((10, 10, 1), np.uint8))
    assert seen.find(states[2]) is not None


def test_pictures_of_no_size_do_not_gather_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """What decides a picture weighs more than a small one does."""
    monkeypatch.setattr(pictures_seen, "MOST", 3)
    seen, states = PicturesSeen(), [State(f"model {n}") for n in range(5)]
    for state in states:
        seen.keep(state, np.zeros((1, 1, 1), np.uint8))
    assert [seen.find(state) is not None for state in states] == [False, False, True, True, True]


def test_a_difference_is_grey_where_nothing_changed() -> None:
    dark, light = np.zeros((2, 2, 1), np.uint8), np.full((2, 2, 1), 255, np.uint8)
    assert (difference(dark, dark) == 128).all()
    assert (difference(dark, light) == 255).all() and (difference(light, dark) == 0).all()


def test_pins_are_kept_when_another_model_is_opened_and_lead_back_to_theirs(
    qtbot: QtBot, vae: Window
) -> None:
    open_strip(qtbot, vae)
    move(qtbot, vae, 2.0)
    pinned, view = picture(vae), explore(vae)
    qtbot.keyClick(vae, Qt.Key.Key_D, CONTROL)
    qtbot.mouseClick(view.panel.film, LEFT)
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    wait(qtbot, vae)
    assert len(vae.store.state.pins) == vae.history.pins.count() == 1
    assert not vae.store.state.exploring.strips  # chosen by the user, not by the model
    vae.menus.undo.trigger()
    vae.menus.redo.trigger()
    assert len(vae.store.state.pins) == 1
    pins = vae.history.pins
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    wait(qtbot, vae)
    assert vae.store.state.model == "tiny-vae"
    assert_array_equal(picture(vae), pinned)


def test_pictures_of_an_opened_session_are_made_where_they_are_seen(
    qtbot: QtBot, vae: Window
) -> None:
    """As a session file brings them: a past and a pin that were never on this screen."""
    start = vae.store.state
    states = [
        replace(start, exploring=replace(start.exploring, point=Seed(seed))) for seed in range(4)
    ]
    pinned = replace(start, exploring=replace(start.exploring, point=Seed(9)))
    vae.store.restart(replace(states[3], pins=(Pin("Pin 1", pinned),)), tuple(states[:3]))
    open_strip(qtbot, vae)
    wanted = (*states, pinned)
    qtbot.waitUntil(
        lambda: all(vae.history.seen.find(state) is not None for state in wanted), timeout=20_000
    )
    made = vae.history.seen.find(pinned)
    pins = vae.history.pins
    qtbot.mouseClick(pins.viewport(), LEFT, NONE, middle(pins, 0))
    wait(qtbot, vae)
    assert made is not None
    assert_array_equal(picture(vae), made)


def test_a_chosen_thumbnail_is_the_picture_without_a_tint(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    icon, size = vae.history.entries.item(0).icon(), QSize(SIDE, SIDE)
    plain, chosen = icon.pixmap(size), icon.pixmap(size, QIcon.Mode.Selected)
    assert plain.toImage() == chosen.toImage()


def test_an_earlier_state_is_dragged_onto_the_timeline_as_a_key_frame(
    qtbot: QtBot, vae: Window
) -> None:
    open_strip(qtbot, vae)
    first = explore(vae).sliders.values
    move(qtbot, vae, 1.5)
    vae.show_view("interpolate")
    settle(qtbot, vae)
    strip, view = vae.history.entries, vae.current
    assert isinstance(view, Interpolate) and strip.dragEnabled()
    carried = strip.mimeData([strip.item(0)])
    before = len(vae.store.state.interpolating.keys)
    at, copy = QPoint(view.timeline.width() // 2, 20), Qt.DropAction.CopyAction
    QApplication.sendEvent(view.timeline, QDragEnterEvent(at, copy, carried, LEFT, NONE))
    QApplication.sendEvent(view.timeline, QDropEvent(QPointF(at), copy, carried, LEFT, NONE))
    keys = vae.store.state.interpolating.keys
    assert len(keys) == before + 1
    space = vae.desk.space
    assert any(np.allclose(key.resolve(space), first) for key in keys)
    settle(qtbot, vae)


# -- pictures that were never seen ----------------------------------------------------------


def complete(bot: QtBot, window: Window) -> None:
    """Every entry on screen has its picture in the end, and it is that of its state."""
    history = window.history

    def there() -> bool:
        rows = history.entries._drawn
        return len(rows) == len(window.store.history) and all(
            rows[n].picture is not None for n in history.entries.rows_seen()
        )

    bot.waitUntil(there, timeout=20_000)
    for state in window.store.history:
        model = open_model(state.model, "cpu")
        made = history.seen.find(state)
        assert made is not None
        wanted = to_bytes(model.generate(state.exploring.shown.resolve(model.latent)[None])[0])
        assert np.abs(made.astype(int) - wanted).max() <= 1


def test_edits_that_come_too_fast_get_their_pictures_in_the_end(qtbot: QtBot, vae: Window) -> None:
    """Also with an undo while one is made, and a turn to another view and back."""
    open_strip(qtbot, vae)
    for _ in range(4):
        qtbot.keyClick(vae, Qt.Key.Key_R)
    vae.menus.undo.trigger()
    qtbot.keyClick(vae, Qt.Key.Key_R)
    vae.show_view("interpolate")
    vae.show_view("explore")
    qtbot.keyClick(vae, Qt.Key.Key_R)
    complete(qtbot, vae)
    assert len(vae.store.history) == 6


def test_a_state_pinned_before_its_picture_came_gets_no_other(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    before = picture(vae)
    qtbot.keyClick(vae, Qt.Key.Key_R)
    qtbot.keyClick(vae, Qt.Key.Key_D, CONTROL)
    wait(qtbot, vae)
    pinned = vae.history.seen.find(vae.store.state.pins[0].state)
    assert pinned is not None and not np.array_equal(pinned, before)
    assert_array_equal(pinned, picture(vae))


def test_another_model_opened_before_they_came_keeps_none_away(qtbot: QtBot, vae: Window) -> None:
    open_strip(qtbot, vae)
    for _ in range(3):
        qtbot.keyClick(vae, Qt.Key.Key_R)
    vae.open_model("tiny-gan")
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan", timeout=20_000)
    complete(qtbot, vae)
    assert {state.model for state in vae.store.history} == {"tiny-vae", "tiny-gan"}


def test_one_that_cannot_be_made_says_why_and_keeps_none_away(
    qtbot: QtBot, vae: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames = Generate.frames

    def failing(self: Generate, context: Context) -> Iterator[Frame]:
        if self.points == (Seed(1),):
            raise RunFailed("tiny-vae", "its memory is used up", "Close other programs.")
        return frames(self, context)

    monkeypatch.setattr(Generate, "frames", failing)
    start = vae.store.state
    states = [
        replace(start, exploring=replace(start.exploring, point=Seed(seed))) for seed in range(4)
    ]
    vae.store.restart(states[3], tuple(states[:3]))
    open_strip(qtbot, vae)
    rows = vae.history.entries._drawn
    qtbot.waitUntil(lambda: [r.later for r in vae.history.entries._drawn] == [False] * 4)
    rows = vae.history.entries._drawn
    assert [row.picture is None for row in rows] == [False, True, False, False]
    tip = vae.history.entries.item(1).toolTip()
    assert tip == "2 back\nIts picture could not be made: its memory is used up"


def test_what_is_not_made_unasked_says_so(
    qtbot: QtBot, open_window: Callable[[str], Window], bundled_tiny: Path
) -> None:
    """A run of many steps, and a model that is not open: a click makes both."""
    window = open_window("tiny-vae")
    start = window.store.state
    past = (replace(start, model="tiny-gan"), replace(start, model="tiny-ddpm", view="denoise"))
    window.store.restart(start, past)
    open_strip(qtbot, window)
    strip = window.history.entries
    assert strip.item(0).toolTip() == "2 back\ntiny-gan is not open: go there to open it"
    assert "Its run was not finished: go there" in strip.item(1).toolTip()
    shown = [strip.item(n).icon().pixmap(SIDE, SIDE).toImage() for n in range(3)]
    assert shown[0] == shown[1] != shown[2]
    qtbot.mouseClick(strip.viewport(), LEFT, NONE, middle(strip, 0))
    qtbot.waitUntil(lambda: window.store.state.model == "tiny-gan", timeout=20_000)
    wait(qtbot, window)
    assert strip.item(0).toolTip() == "Now"


def test_small_pictures_outlive_those_of_full_size() -> None:
    """Or a strip of large pictures would make one after the other for ever."""
    seen = PicturesSeen(budget=1)
    start = State("tiny-vae")
    states = [
        replace(start, exploring=replace(start.exploring, point=Seed(seed))) for seed in range(3)
    ]
    for number, state in enumerate(states):
        seen.keep(state, np.full((300, 200, 3), 40 * number, np.uint8))
    assert [seen.find(state) is not None for state in states] == [False, False, True]
    for number, state in enumerate(states):
        small = seen.small(state)
        assert small is not None and max(small.shape[:2]) <= SMALL
        assert (small == 40 * number).all()
