"""What is dropped on the timeline: pictures encoded or searched for, what was saved, latents."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.export import Options, write
from explorer.families.fitting import Fitting, fit
from explorer.formats.picture import Picture, to_bytes
from explorer.latent import Edited, Seed, Values
from explorer.sampling import fitting_requests
from explorer.sampling.requests import Reconstruct
from explorer.session import State, share
from explorer.session.keys import times
from explorer.session.state import Exploring
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.timeline import Timeline
from explorer.ui.window import Window
from tests.support import tiny
from tests.ui.drive import LEFT, NONE, drop, explore, save_picture, settle
from tests.ui.stage import Stage
from tests.ui.test_interpolate import keys, settled, stage, view
from tests.ui.test_interpolate_timeline import at, timeline

__all__ = ["stage", "timeline", "view"]


def drop_at(timeline: Timeline, place: float, data: QMimeData) -> None:
    """Drag something over the timeline, and drop it at a share of the path."""
    where, copy = at(timeline, place), Qt.DropAction.CopyAction
    QApplication.sendEvent(timeline, QDragEnterEvent(where, copy, data, LEFT, NONE))
    QApplication.sendEvent(timeline, QDragMoveEvent(where, copy, data, LEFT, NONE))
    assert timeline._mark == pytest.approx(place, abs=0.002)
    QApplication.sendEvent(timeline, QDropEvent(QPointF(where), copy, data, LEFT, NONE))
    assert timeline._mark is None


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_picture_is_encoded_where_it_is_dropped(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    drop_at(timeline, 0.2, files(save_picture(tmp_path / "photo.png")))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 4, timeout=10_000)
    key = keys(stage)[1]
    assert isinstance(key, Values) and key.origin == "photo.png"
    assert times(stage.store.state.interpolating) == pytest.approx((0, 0.2, 0.5, 1), abs=0.002)
    stage.store.undo()
    assert keys(stage) == (Seed(1), Seed(2), Seed(3))


def test_a_picture_is_searched_for_where_there_is_no_encoder(
    qtbot: QtBot, tiny_models: Path, tmp_path: Path
) -> None:
    """With its progress as a job, how near it is, and at the end how well it rebuilds it."""
    model = open_model(tiny_models / "tiny-gan")
    image = to_bytes(model.generate(model.latent.sample(1, 5)))[0]
    Image.fromarray(image[..., 0]).save(tmp_path / "mine.png")
    gan = Stage(qtbot, Interpolate, str(tiny_models / "tiny-gan"), State(view="interpolate"))
    gan.show()
    jobs: list[str] = []
    gan.desk.working.connect(lambda _, title: jobs.append(title))
    try:
        view = gan.view
        assert isinstance(view, Interpolate)
        settled(gan)
        assert view.panel.picture_button.isEnabled()
        assert "no\nencoder" in view.panel.picture_button.toolTip()
        drop_at(view.timeline, 0.25, files(tmp_path / "mine.png"))
        qtbot.waitUntil(lambda: len(keys(gan)) == 3, timeout=20_000)
        key = keys(gan)[1]
        assert isinstance(key, Values) and key.origin == "mine.png"
        assert times(gan.store.state.interpolating)[1] == pytest.approx(0.25, abs=0.002)
        assert "Looking for mine.png" in jobs
        assert gan.said[0].startswith("Looking for mine.png: a PSNR of ")
        rebuilt = model.generate(np.array([key.values], np.float32))[0]
        psnr = -10 * np.log10(np.mean((rebuilt - image.astype(np.float32) / 255) ** 2))
        assert psnr > 30
        assert (
            gan.said[-1] == f"mine.png added; its latent rebuilds it with a PSNR of {psnr:.1f} dB."
        )
        assert not gan.failures
        settled(gan)
    finally:
        gan.close()


def test_a_picture_is_rebuilt_under_the_class_of_the_path(qtbot: QtBot, tmp_path: Path) -> None:
    """Or its error would be that of another picture."""
    folder = tiny.make_shared_latent(tmp_path)
    told = State(view="interpolate", exploring=Exploring(conditions=(("label", 1),)))
    shared = Stage(qtbot, Interpolate, str(folder), told)
    shared.show()
    try:
        settled(shared)
        assert shared.view.take(Picture.of(np.zeros((16, 16, 3), np.uint8), "mine.png"))
        qtbot.waitUntil(lambda: len(keys(shared)) == 3, timeout=20_000)
        asked = [r.request for r in shared.results if isinstance(r.request, Reconstruct)]
        assert asked[-1].conditions == (("label", 1),)
        settled(shared)
    finally:
        shared.close()


def test_a_search_that_is_cancelled_keeps_the_best_so_far(
    qtbot: QtBot, gan: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the status bar's own button, between two of its rounds; where it was dropped."""
    rounds, go_on = held_search(monkeypatch)
    gan.show_view("interpolate")
    settle(qtbot, gan)
    view = gan.current
    assert isinstance(view, Interpolate)
    drop_at(view.timeline, 0.25, files(save_picture(tmp_path / "mine.png")))
    qtbot.waitUntil(lambda: "so far" in gan.status.currentMessage(), timeout=20_000)
    qtbot.waitUntil(gan.status.job.stop.isVisible, timeout=20_000)
    qtbot.mouseClick(gan.status.job.stop, LEFT)
    now = gan.store.state.interpolating
    assert len(now.keys) == 3
    assert times(now)[1] == pytest.approx(0.25, abs=0.002)
    key = now.keys[1]
    assert isinstance(key, Values) and key.origin == "mine.png"
    assert_array_equal(np.array(key.values, np.float32), rounds[0].latent)
    assert gan.status.currentMessage().startswith("Cancelled: mine.png added as far as it was")
    go_on.set()
    settle(qtbot, gan)
    assert gan.store.state.interpolating == now  # nothing comes after it
    gan.menus.undo.trigger()
    assert len(gan.store.state.interpolating.keys) == 2
    settle(qtbot, gan)


def test_a_search_for_the_sliders_keeps_it_too(
    qtbot: QtBot, gan: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds, go_on = held_search(monkeypatch)
    drop(gan, save_picture(tmp_path / "a.png"))
    shown = explore(gan).pictures.picture
    qtbot.waitUntil(lambda: shown.caption == "searching", timeout=20_000)
    gan.status.job.cancelled.emit("explore.picture")
    point = gan.store.state.exploring.point
    assert isinstance(point, Values) and point.origin == "a.png"
    assert_array_equal(np.array(point.values, np.float32), rounds[0].latent)
    go_on.set()
    settle(qtbot, gan)
    assert gan.store.state.exploring.point == point and shown.caption == "reconstruction"


def test_a_search_for_a_corner_keeps_it_too(
    qtbot: QtBot, gan: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds, go_on = held_search(monkeypatch)
    gan.show_view("interpolate")
    settle(qtbot, gan)
    view = gan.current
    assert isinstance(view, Interpolate)
    qtbot.mouseClick(view.panel.grid_button, LEFT)
    settle(qtbot, gan)
    view.grid.read(save_picture(tmp_path / "b.png"), 2)
    qtbot.waitUntil(lambda: "so far" in gan.status.currentMessage(), timeout=20_000)
    qtbot.waitUntil(gan.status.job.stop.isVisible, timeout=20_000)
    qtbot.mouseClick(gan.status.job.stop, LEFT)
    grid = gan.store.state.interpolating.grid
    assert grid is not None
    corner = grid.corners[2]
    assert isinstance(corner, Values)
    assert_array_equal(np.array(corner.values, np.float32), rounds[0].latent)
    go_on.set()
    settle(qtbot, gan)


def held_search(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Fitting], Event]:
    """Every search waits after its first round, which is put into the list, for the event."""
    rounds, go_on = list[Fitting](), Event()

    def held(*args: Any) -> Iterator[Fitting]:
        found = fit(*args)
        first = next(found)
        rounds.append(first)
        yield first
        go_on.wait(60)
        yield from found

    monkeypatch.setattr(fitting_requests, "fit", held)
    return rounds, go_on


def test_a_search_that_is_cancelled_before_its_first_round_adds_nothing(
    qtbot: QtBot, tiny_models: Path, tmp_path: Path
) -> None:
    gan = Stage(qtbot, Interpolate, str(tiny_models / "tiny-gan"), State(view="interpolate"))
    gan.show()
    slots: list[str] = []
    gan.desk.working.connect(lambda slot, title: slots.append(slot) if title else None)
    try:
        settled(gan)
        picture = Picture.of(np.zeros((16, 16, 1), np.uint8), "mine.png")
        assert gan.view.take(picture)
        (slot,) = (slot for slot in slots if slot.startswith("interpolate.encode"))
        gan.desk.cancel(slot)
        settled(gan)
        assert keys(gan) == (Seed(1), Seed(2))
    finally:
        gan.close()


def test_several_pictures_lie_side_by_side_in_their_order(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    made = [save_picture(tmp_path / f"{n}.png", seed=n) for n in range(3)]
    drop_at(timeline, 0.6, files(*made))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 6, timeout=10_000)
    names = [getattr(key, "origin", "") for key in keys(stage)]
    assert names == ["", "", "0.png", "1.png", "2.png", ""]
    there = times(stage.store.state.interpolating)
    assert there == pytest.approx((0, 0.5, 0.625, 0.75, 0.875, 1), abs=1e-3)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("end", [0, 1])
def test_what_is_dropped_at_an_end_goes_before_the_first_or_after_the_last(
    stage: Stage, timeline: Timeline, tmp_path: Path, end: int, closed: bool
) -> None:
    stage.desk.edit("interpolating", closed=closed)
    made = [save_picture(tmp_path / f"{n}.png", seed=n) for n in range(2)]
    where = QPoint(2 if end == 0 else timeline.width() - 2, 24)
    copy, data = Qt.DropAction.CopyAction, files(*made)
    QApplication.sendEvent(timeline, QDragEnterEvent(where, copy, data, LEFT, NONE))
    QApplication.sendEvent(timeline, QDropEvent(QPointF(where), copy, data, LEFT, NONE))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 5, timeout=10_000)
    names = [getattr(key, "origin", "") for key in keys(stage)]
    new, old = ["0.png", "1.png"], ["", "", ""]
    assert names == ([*new, *old] if end == 0 else [*old, *new])
    settled(stage)


@pytest.mark.parametrize("suffix", [".png", ".mp4"])
def test_what_was_saved_here_becomes_the_very_point_it_was_saved_of(
    stage: Stage, timeline: Timeline, tmp_path: Path, suffix: str
) -> None:
    """No encoder is asked, and nothing is lost by one."""
    point = Edited(Seed(8), ((1, 2.0),))
    state = State(stage.store.state.model, exploring=Exploring(point))
    model = open_model(state.model)
    picture = to_bytes(model.generate(point.resolve(model.latent)[None])[0])
    file = tmp_path / f"saved{suffix}"
    write([picture], file, Options(recipe=share.recipe_of(state)))
    drop_at(timeline, 0.8, files(file))
    stage.bot.waitUntil(lambda: len(keys(stage)) == 4, timeout=10_000)
    assert keys(stage)[2] == point


@pytest.mark.parametrize("same", [True, False])
def test_what_was_saved_where_the_model_lay_before_is_its_point_if_it_is_that_model(
    qtbot: QtBot, tiny_models: Path, tmp_path: Path, same: bool
) -> None:
    old, now, file = tmp_path / "old", tmp_path / "now", tmp_path / "saved.png"
    shutil.copytree(tiny_models / "tiny-vae", old)
    point = Edited(Seed(9), ((1, 1.5),))
    carried = share.recipe_of(State(str(old), exploring=Exploring(point)))
    write([np.zeros((16, 16, 3), np.uint8)], file, Options(recipe=carried))
    old.rename(now)
    if not same:
        weights = now / "decoder.safetensors"
        weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    moved = Stage(qtbot, Interpolate, str(now), State(view="interpolate"))
    moved.show()
    try:
        view = moved.view
        assert isinstance(view, Interpolate)
        settled(moved)
        drop_at(view.timeline, 0.25, files(file))
        qtbot.waitUntil(lambda: len(keys(moved)) == 3, timeout=20_000)
        assert (keys(moved)[1] == point) is same
        settled(moved)
    finally:
        moved.close()


def test_a_latent_is_dropped_as_text(stage: Stage, timeline: Timeline) -> None:
    space = open_model(stage.store.state.model).latent
    data = QMimeData()
    data.setText(share.latent_text(stage.store.state.model, Seed(77), space))
    drop_at(timeline, 0.9, data)
    assert keys(stage) == (Seed(1), Seed(2), Seed(77), Seed(3))
    wrong = QMimeData()
    wrong.setText("words")
    drop_at(timeline, 0.9, wrong)
    assert len(keys(stage)) == 4
    assert "JSON" in str(stage.failures[-1])


def test_a_film_without_a_recipe_is_no_key(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    write([np.zeros((8, 8, 3), np.uint8)], tmp_path / "other.mp4")
    drop_at(timeline, 0.5, files(tmp_path / "other.mp4"))
    stage.bot.waitUntil(lambda: bool(stage.failures), timeout=10_000)
    assert "other.mp4" in str(stage.failures[-1])
    assert len(keys(stage)) == 3


def test_files_dropped_before_the_keys_are_shown_lie_where_they_belong(
    stage: Stage, timeline: Timeline, tmp_path: Path
) -> None:
    """A model that has just been opened has keys, but no thumbnails of them yet."""
    timeline.set_keys((), ())
    made = [save_picture(tmp_path / f"{n}.png", seed=n) for n in range(2)]
    timeline.dropped.emit(made, 0.3)
    stage.bot.waitUntil(lambda: len(keys(stage)) == 5, timeout=10_000)
    names = [getattr(key, "origin", "") for key in keys(stage)]
    assert names == ["", "0.png", "1.png", "", ""]
    settled(stage)
