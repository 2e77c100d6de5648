"""Between two seeds' noises: live in few steps, finished in many, exact at both ends."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer import open_model
from explorer.families import DenoiseSettings, Trajectory
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import to_bytes
from explorer.latent import Mix, Point, Seed, Values, slerp
from explorer.ui.denoise.seeds import TwoSeeds
from explorer.ui.views.denoise import Denoise
from tests.ui.denoise.waiting import settled
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
SETTINGS = DenoiseSettings(seed=3, steps=30, guidance=1.0, conditions=(("label", None),))


@pytest.fixture
def part(stage: Stage, view: Denoise) -> TwoSeeds:
    found = view.pages.parts["seeds"]
    assert isinstance(found, TwoSeeds)
    QTest.mouseClick(view.pages.tabs.buttons["seeds"], LEFT)
    return found


def picture(stage: Stage, start: Point, steps: int) -> np.ndarray:
    model = open_model(stage.store.state.model)
    assert isinstance(model, DiffusionModel)
    run = Trajectory(model, SETTINGS.changed(start=start, steps=steps, scheduler="ddim"))
    return np.asarray(to_bytes(run.finish().image))


def shows(part: TwoSeeds, pane: str, wanted: np.ndarray) -> bool:
    image = part.panes.canvases[pane].image
    return image is not None and np.array_equal(image, wanted)


def test_the_ends_are_the_two_seeds(stage: Stage, view: Denoise, part: TwoSeeds) -> None:
    assert (part.a.value(), part.b.value()) == (3, 4)
    for pane, seed in (("a", 3), ("b", 4)):
        wanted = picture(stage, Seed(seed), 6)
        stage.bot.waitUntil(partial(shows, part, pane, wanted), timeout=20_000)
        assert part.panes.canvases[pane].caption == f"seed {seed}"
        assert part.panes.canvases[pane].note == "in 6 steps"
    assert stage.store.state.denoising.settings == SETTINGS  # looking changes nothing


def test_seeds_are_as_large_as_their_boxes_say(stage: Stage, view: Denoise, part: TwoSeeds) -> None:
    large = 2**63 - 1
    for box in (part.a, part.b, view.panel.seed):
        assert str(large) in box.toolTip()
    view.panel.seed.setFocus()
    view.panel.seed.selectAll()
    QTest.keyClicks(view.panel.seed, str(large))
    QTest.keyClick(view.panel.seed, Qt.Key.Key_Return)
    settled(stage)
    assert (part.a.value(), part.b.value()) == (large, 0)
    assert stage.store.state.denoising.settings.seed == large
    assert view.panel.seed.value() == large
    QTest.mouseClick(view.panel.dice, LEFT)
    assert view.panel.seed.value() < 10**6  # short enough to be read out
    settled(stage)


def test_a_drag_is_live_in_few_steps_and_finished_in_many_at_rest(
    stage: Stage, view: Denoise, part: TwoSeeds
) -> None:
    before = view.record
    part.slider.setSliderDown(True)
    for stop in (40, 80):
        part.slider.setSliderPosition(stop)
        start = Mix(Seed(3), Seed(4), stop / 200)
        assert stage.store.state.denoising.settings.start == start
        wanted = picture(stage, start, 6)
        stage.bot.waitUntil(partial(shows, part, "between", wanted), timeout=20_000)
        assert part.panes.canvases["between"].note == "live in 6 steps"
    stage.bot.wait(400)
    assert view.record is before  # while it is held no run begins
    part.slider.setSliderDown(False)
    settled(stage)
    wanted = picture(stage, Mix(Seed(3), Seed(4), 0.4), 30)
    stage.bot.waitUntil(partial(shows, part, "between", wanted), timeout=20_000)
    assert part.panes.canvases["between"].note == "in all 30 steps"
    assert view.finished.image is not None
    assert np.array_equal(view.finished.image, wanted)
    stage.store.undo()
    assert stage.store.state.denoising.settings == SETTINGS  # one drag, one entry
    settled(stage)


def test_a_run_from_elsewhere_does_not_stand_between_the_seeds(
    stage: Stage, view: Denoise, part: TwoSeeds
) -> None:
    """An inversion's noise lies anywhere; the middle shows what the slider says."""
    elsewhere = Values.of(Seed(77).resolve(open_model(stage.store.state.model).latent))
    stage.desk.edit("denoising", settings=SETTINGS.changed(start=elsewhere))
    settled(stage)
    wanted = picture(stage, Mix(Seed(3), Seed(4), 0.0), 6)
    stage.bot.waitUntil(partial(shows, part, "between", wanted), timeout=20_000)
    assert part.panes.canvases["between"].note == "live in 6 steps"


def test_the_way_is_on_the_sphere(stage: Stage, view: Denoise, part: TwoSeeds) -> None:
    part.slider.setValue(100)
    start = stage.store.state.denoising.settings.first_noise
    model = open_model(stage.store.state.model)
    noise = start.resolve(model.latent)
    wanted = slerp(Seed(3).resolve(model.latent), Seed(4).resolve(model.latent), 0.5)
    assert np.array_equal(noise, wanted)
    assert float(np.std(noise)) == pytest.approx(1.0, abs=0.1)
    assert part.place.texts[0] == "50.0 % of the way, on the sphere"
    settled(stage)


def test_other_seeds_other_steps_and_back_to_one(
    stage: Stage, view: Denoise, part: TwoSeeds
) -> None:
    part.slider.setValue(100)
    QTest.mouseClick(part.dice, LEFT)
    start = stage.store.state.denoising.settings.start
    assert isinstance(start, Mix)
    assert start.b != Seed(4)
    part.few.setValue(2)
    wanted = picture(stage, start.b, 2)
    stage.bot.waitUntil(partial(shows, part, "b", wanted), timeout=20_000)
    settled(stage)
    QTest.mouseClick(part.back, LEFT)
    assert stage.store.state.denoising.settings == SETTINGS
    settled(stage)
    assert stage.failures == []


def test_everything_has_a_name_and_a_tooltip(part: TwoSeeds) -> None:
    for widget in (part.a, part.b, part.dice, part.slider, part.few):
        assert widget.toolTip()
        assert widget.accessibleName()
    assert part.back.toolTip()
