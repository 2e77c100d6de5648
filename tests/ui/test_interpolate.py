"""Interpolate, with real mouse and keys: key frames, the playhead, the strip, playing, saving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import interpolate, open_model
from explorer.formats.picture import Picture, to_bytes
from explorer.latent import Edited, Point, Seed, Values, typicality
from explorer.sampling import Result
from explorer.sampling.requests import Grid
from explorer.session import State
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.words import shell_distance
from tests.support import tiny
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stage(qtbot: QtBot, tiny_models: Path) -> Iterator[Stage]:
    made = Stage(qtbot, Interpolate, str(tiny_models / "tiny-vae"), State(view="interpolate"))
    made.show()
    yield made
    made.close()


@pytest.fixture
def view(stage: Stage) -> Interpolate:
    assert isinstance(stage.view, Interpolate)
    settled(stage)
    return stage.view


def settled(stage: Stage) -> None:
    """Wait until the strip, the thumbnails and the picture are those of the state."""
    view = stage.view
    assert isinstance(view, Interpolate)

    def there() -> bool:
        state = stage.store.state
        full = view.strip.tiles > 0 and view.strip.filled == view.strip.tiles
        pictured = view.timeline.pictured == len(state.interpolating.keys)
        return full and pictured and stage.bridge.idle

    stage.bot.waitUntil(there, timeout=20_000)
    QApplication.sendPostedEvents()  # what was delivered last may still be on its way
    QApplication.processEvents()
    stage.bot.waitUntil(there, timeout=20_000)


def keys(stage: Stage) -> tuple[Point, ...]:
    return stage.store.state.interpolating.keys


def grid(result: Result) -> Grid:
    assert isinstance(result.request, Grid)
    return result.request


def playing(view: Interpolate) -> bool:
    return view.player.running


def shown(view: Interpolate) -> np.ndarray:
    image = view.picture.image
    assert image is not None
    return image


def expected(stage: Stage, position: float, mode: str = "spherical") -> np.ndarray:
    """The picture on the way from seed 1 to seed 2, by the library."""
    model = open_model(stage.store.state.model)
    a, b = model.latent.draw(1), model.latent.draw(2)
    frames = interpolate(a, b, 101, mode)
    image: np.ndarray = to_bytes(model.generate(frames[[round(position * 100)]])[0])
    return image


def test_it_suits_models_with_a_flat_latent(tiny_models: Path) -> None:
    assert Interpolate.suits(open_model(tiny_models / "tiny-gan").spec)
    assert not Interpolate.suits(open_model(tiny_models / "tiny-ddpm").spec)


def test_it_suits_a_flow_and_no_other_model_of_stages(tmp_path: Path) -> None:
    """A flow's latent is a picture's exactly; what sweeps and pixels begin from is not."""
    assert Interpolate.suits(open_model(tiny.make_flow(tmp_path)).spec)
    assert not Interpolate.suits(open_model(tiny.make_energy(tmp_path)).spec)
    assert not Interpolate.suits(open_model(tiny.make_autoregressive(tmp_path)).spec)


def test_a_path_through_a_flow_is_made_of_pictures_exactly(qtbot: QtBot, tmp_path: Path) -> None:
    """No sliders there, so nothing speaks of them; a dropped picture comes back as it was."""
    folder = tiny.make_flow(tmp_path)
    model = open_model(folder)
    flow = Stage(qtbot, Interpolate, str(folder), State(view="interpolate"))
    flow.show()
    try:
        settled(flow)
        view = flow.view
        assert isinstance(view, Interpolate)
        assert not view.panel.current_button.isVisible()
        assert not next(c for c in view.commands() if c.text() == "Add current sliders").isEnabled()
        assert "Current sliders" not in [entry.text() for entry in view.grid.menu(0).actions()]
        wanted = to_bytes(model.generate(model.latent.sample(1, 5)))[0]
        assert view.take(Picture.of(wanted, "mine.png"))
        qtbot.waitUntil(lambda: len(keys(flow)) == 3, timeout=20_000)
        assert flow.said[-1] == "mine.png added; its latent rebuilds it exactly, but for rounding."
        settled(flow)
        assert np.abs(shown(view).astype(int) - wanted).max() <= 1
        flow.desk.edit("interpolating", position=0.25)
        settled(flow)
        a, b = model.latent.draw(1), model.latent.draw(2)
        between = to_bytes(model.generate(interpolate(a, b, 3)[[1]])[0])
        assert np.abs(shown(view).astype(int) - between).max() <= 1
    finally:
        flow.close()


def test_dragging_the_playhead_shows_the_picture_there(stage: Stage, view: Interpolate) -> None:
    track, middle = view.strip.track, view.strip.height() // 2
    QTest.mousePress(view.strip, LEFT, pos=QPoint(round(track.x(0.2)), middle))
    for share in (0.3, 0.4, 0.5):
        QTest.mouseMove(view.strip, QPoint(round(track.x(share)), middle))
    QTest.mouseRelease(view.strip, LEFT, pos=QPoint(round(track.x(0.5)), middle))
    settled(stage)
    position = stage.store.state.interpolating.position
    assert position == pytest.approx(0.5, abs=0.002)
    wanted = expected(stage, 0.5).astype(int)
    assert np.abs(shown(view).astype(int) - wanted).max() <= 1
    stage.store.undo()
    assert stage.store.state.interpolating.position == 0.0  # one drag, one entry


def test_the_strip_is_the_path_and_follows_the_mode(stage: Stage, view: Interpolate) -> None:
    grids = [grid(r) for r in stage.results if r.slot == "interpolate.strip"]
    assert len(grids[-1].points) == view.strip.capacity
    before = len(stage.results)
    linear = view.panel.modes.button(0)
    QTest.mouseClick(linear, LEFT, pos=QPoint(8, linear.height() // 2))
    assert stage.store.state.interpolating.mode == "linear"
    settled(stage)
    after = [grid(r) for r in stage.results[before:] if r.slot == "interpolate.strip"]
    assert after and getattr(after[-1].points[3], "mode", "") == "linear"
    stage.store.undo()
    assert view.panel.modes.checkedId() == 1


def test_the_strip_has_as_many_tiles_as_fit(stage: Stage, view: Interpolate) -> None:
    wide = view.strip.capacity
    view.resize(700, 620)
    stage.bot.waitUntil(lambda: view.strip.tiles == view.strip.capacity, timeout=5000)
    settled(stage)
    assert view.strip.tiles < wide


def test_keys_are_added_from_sliders_and_seeds(stage: Stage, view: Interpolate) -> None:
    point = Edited(Seed(0), ((1, 2.0),))
    stage.desk.edit("exploring", point=point)
    QTest.mouseClick(view.panel.current_button, LEFT)
    view.panel.seed.setValue(12)
    QTest.mouseClick(view.panel.seed_button, LEFT)
    assert keys(stage) == (Seed(1), Seed(2), point, Seed(12))
    assert view.panel.seed.value() == 13
    assert view.timeline.labels == ("seed 1", "seed 2", "seed 0, edited", "seed 12")
    settled(stage)
    model = open_model(stage.store.state.model)
    wanted = to_bytes(model.generate(model.latent.draw(12)[None])[0]).astype(int)
    assert np.abs(shown(view).astype(int) - wanted).max() <= 1  # the playhead is on the new key
    stage.store.undo()
    assert keys(stage) == (Seed(1), Seed(2), point)


def test_a_picture_becomes_a_key_through_the_encoder(
    stage: Stage, view: Interpolate, tmp_path: Path
) -> None:
    model = open_model(stage.store.state.model)
    image = to_bytes(model.generate(model.latent.sample(1, 5)))[0]
    Image.fromarray(image).save(tmp_path / "drop.png")
    view.read(tmp_path / "drop.png")
    stage.bot.waitUntil(lambda: len(keys(stage)) == 3, timeout=10_000)
    key = keys(stage)[2]
    assert isinstance(key, Values)
    assert key.origin == "drop.png"
    mean = model.encode(image[None].astype(np.float32) / 255)[0][0]
    assert np.allclose(key.values, mean, atol=1e-4)


def test_a_rendered_scene_becomes_a_key(stage: Stage, view: Interpolate) -> None:
    QTest.mouseClick(view.panel.scene_button, LEFT)
    stage.bot.waitUntil(lambda: len(keys(stage)) == 3, timeout=10_000)
    key = keys(stage)[2]
    assert isinstance(key, Values)
    assert key.origin.startswith("rendered scene")


def test_a_broken_picture_leaves_the_path(stage: Stage, view: Interpolate, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"not a picture")
    view.read(tmp_path / "no.png")
    stage.bot.waitUntil(lambda: bool(stage.failures), timeout=10_000)
    assert "no.png" in str(stage.failures[0])
    assert keys(stage) == (Seed(1), Seed(2))


def test_keys_are_reordered_by_drag(stage: Stage, view: Interpolate) -> None:
    view.add(Seed(3))
    settled(stage)
    start, end = (view.timeline.thumb_rect(i).center() for i in (2, 0))
    QTest.mousePress(view.timeline, LEFT, pos=start)
    QTest.mouseMove(view.timeline, QPoint((start.x() + end.x()) // 2, start.y()))
    QTest.mouseMove(view.timeline, end)
    QTest.mouseRelease(view.timeline, LEFT, pos=end)
    assert keys(stage) == (Seed(3), Seed(1), Seed(2))
    assert view.timeline.selected == 0
    stage.store.undo()
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))


def test_escape_drops_a_drag(stage: Stage, view: Interpolate) -> None:
    start, end = (view.timeline.thumb_rect(i).center() for i in (0, 1))
    QTest.mousePress(view.timeline, LEFT, pos=start)
    QTest.mouseMove(view.timeline, end)
    QTest.keyClick(view.timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.timeline, LEFT, pos=end)
    assert keys(stage) == (Seed(1), Seed(2))


def test_a_click_on_a_key_goes_there(stage: Stage, view: Interpolate) -> None:
    QTest.mouseClick(view.timeline, LEFT, pos=view.timeline.thumb_rect(1).center())
    assert stage.store.state.interpolating.position == 1.0
    assert view.timeline.selected == 1


def test_keys_move_and_go_by_keyboard(stage: Stage, view: Interpolate) -> None:
    view.add(Seed(3))
    view.timeline.setFocus()
    QTest.keyClick(view.timeline, Qt.Key.Key_PageUp)
    assert stage.store.state.interpolating.position == 0.5
    QTest.keyClick(view.timeline, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert keys(stage) == (Seed(2), Seed(1), Seed(3))
    QTest.keyClick(view.timeline, Qt.Key.Key_Delete)
    assert keys(stage) == (Seed(1), Seed(3))


def test_two_keys_stay(stage: Stage, view: Interpolate) -> None:
    QTest.mouseClick(view.timeline, LEFT, pos=view.timeline.thumb_rect(0).center())
    QTest.keyClick(view.timeline, Qt.Key.Key_Delete)
    assert keys(stage) == (Seed(1), Seed(2))
    assert not view.panel.remove_button.isEnabled()
    assert stage.said


def test_arrow_keys_step_a_frame(stage: Stage, view: Interpolate) -> None:
    QTest.keyClick(view.strip, Qt.Key.Key_Right)
    QTest.keyClick(view.strip, Qt.Key.Key_Right)
    assert view.frame == 2
    assert stage.store.state.interpolating.position == 2 / 59
    QTest.keyClick(view.strip, Qt.Key.Key_Left)
    assert view.frame == 1
    QTest.keyClick(view.strip, Qt.Key.Key_End)
    assert stage.store.state.interpolating.position == 1.0
    QTest.keyClick(view.strip, Qt.Key.Key_Home)
    assert stage.store.state.interpolating.position == 0.0


def test_playing_advances_by_the_clock_and_leaves_no_history(
    stage: Stage, view: Interpolate
) -> None:
    now = [0.0]
    view.player.clock = lambda: now[0]
    before = stage.store.state
    QTest.keyClick(view.strip, Qt.Key.Key_Space)
    assert playing(view)
    now[0] = 0.5
    view.player.tick()
    assert view.frame == 15  # of 30 a second
    now[0] = 2.1
    view.player.tick()
    assert view.frame == 63 % 60  # round the loop
    QTest.keyClick(view.strip, Qt.Key.Key_Space)
    assert not playing(view)
    settled(stage)
    stage.store.undo()
    assert keys(stage) == before.interpolating.keys
    assert not stage.store.can_undo


def test_playing_a_closed_loop_shows_its_first_key_once_a_round(
    stage: Stage, view: Interpolate
) -> None:
    """As its film does: the return to the first key is the beginning of the next round."""
    stage.desk.edit("interpolating", closed=True)
    settled(stage)
    now = [0.0]
    view.player.clock = lambda: now[0]
    view.toggle()
    for seconds, frame in ((58 / 30, 58), (59 / 30, 0), (60 / 30, 1)):
        now[0] = seconds
        view.player.tick()
        assert view.frame == frame
    view.toggle()
    stage.desk.edit("interpolating", position=1.0)  # the return, by hand: the first key as well
    view.toggle()
    now[0] += 1 / 30
    view.player.tick()
    assert view.frame == 1


def test_a_box_that_is_clicked_twice_is_undone_click_by_click(
    stage: Stage, view: Interpolate
) -> None:
    for box, field in ((view.panel.loop, "loop"), (view.panel.bounce, "bounce")):
        was = getattr(stage.store.state.interpolating, field)
        for _ in range(2):
            QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
        assert getattr(stage.store.state.interpolating, field) == was
        stage.store.undo()
        assert getattr(stage.store.state.interpolating, field) != was
        stage.store.undo()
        assert getattr(stage.store.state.interpolating, field) == was


def test_playing_stops_at_the_end_without_loop_and_begins_anew(
    stage: Stage, view: Interpolate
) -> None:
    stage.desk.edit("interpolating", loop=False)
    now = [0.0]
    view.player.clock = lambda: now[0]
    view.toggle()
    now[0] = 60.0
    view.player.tick()
    assert view.frame == 59
    assert not playing(view)
    view.toggle()
    assert view.frame == 0
    assert playing(view)


def test_leaving_the_view_stops_playing(view: Interpolate) -> None:
    view.toggle()
    view.closing()
    assert not playing(view)


def test_the_readout_says_how_typical_the_latent_is(stage: Stage, view: Interpolate) -> None:
    stage.desk.edit("interpolating", position=0.5, mode="linear")
    settled(stage)
    model = open_model(stage.store.state.model)
    middle = (model.latent.draw(1) + model.latent.draw(2)) / 2
    frame, shell, place = view.readout.texts
    assert frame == "frame 31 of 60"
    assert shell == shell_distance(float(typicality(middle[None])[0]))
    assert place == "50 % of the way from seed 1 to seed 2"


def test_saving_writes_every_frame_with_its_recipe(
    stage: Stage, view: Interpolate, tmp_path: Path
) -> None:
    stage.desk.edit("interpolating", frames=20)
    view.panel.film.sizes.setCurrentIndex(0)
    view.save(tmp_path / "strip.png")
    stage.bot.waitUntil((tmp_path / "strip.png").exists, timeout=10_000)
    with Image.open(tmp_path / "strip.png") as image:
        assert image.size == (20 * 16 + 19, 16)
        assert "latent-explorer" in image.info
    stage.bot.waitUntil(lambda: any("strip.png" in text for text in stage.said), timeout=5000)


def test_a_folder_that_is_not_there_is_said(
    stage: Stage, view: Interpolate, tmp_path: Path
) -> None:
    view.save(tmp_path / "none" / "strip.png")
    stage.bot.waitUntil(lambda: bool(stage.failures), timeout=10_000)
    assert "folder does not exist" in str(stage.failures[0])


def test_everything_has_a_name_and_a_tooltip(view: Interpolate) -> None:
    panel = view.panel
    for button in (*view.transport.buttons.values(), panel.save_button, panel.remove_button):
        assert button.toolTip()
        assert button.accessibleName() or button.text()
    for widget in (view.strip, view.timeline, view.picture, panel.seed):
        assert widget.accessibleName()
