"""The user's own picture in Denoise: under noise, denoised from there, inverted and made again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer import open_model
from explorer.families import DenoiseSettings
from explorer.families.diffusion import DiffusionModel
from explorer.families.noising import noised
from explorer.families.trajectory import Trajectory
from explorer.formats.picture import Picture, read_picture, to_bytes
from explorer.session import Denoising
from explorer.session.plan import denoising
from explorer.session.share import read_recipe
from explorer.ui.denoise.inversion import Inverse
from explorer.ui.denoise.picture import OwnPicture
from explorer.ui.views.denoise import Denoise
from tests.support.tiny import class_mean
from tests.ui.denoise.waiting import idle, settled
from tests.ui.drive import save_picture
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
SETTINGS = DenoiseSettings(seed=3, steps=12, guidance=1.5, conditions=(("label", 1),))
# A picture that the model knows: its class's mean.
CROSS = Picture.of(((class_mean(1)[0] + 1) / 2).astype(np.float32), "cross.png")


@pytest.fixture
def part(view: Denoise) -> OwnPicture:
    found = view.pages.parts["picture"]
    assert isinstance(found, OwnPicture)
    return found


@pytest.fixture
def inverse(view: Denoise) -> Inverse:
    found = view.pages.parts["inversion"]
    assert isinstance(found, Inverse)
    return found


def now(stage: Stage) -> Denoising:
    return stage.store.state.denoising


def model(stage: Stage) -> DiffusionModel:
    opened = open_model(stage.store.state.model)
    assert isinstance(opened, DiffusionModel)
    return opened


def under_noise(stage: Stage, level: int) -> np.ndarray:
    """x_t as the library makes it, uint8."""
    own = model(stage)
    image = CROSS.fitted(16, 16, 1)
    x_t, _ = noised(own, image, level, SETTINGS.first_noise)
    return np.asarray(to_bytes(own.to_images(x_t[None]))[0])


def test_a_dropped_picture_is_noised_live_and_no_run_begins(
    stage: Stage, view: Denoise, part: OwnPicture
) -> None:
    assert view.take(CROSS)
    assert view.pages.open is part
    assert view.pages.stage.currentWidget() is part.panes
    before = view.record
    part.slider.setFocus()
    for level in (500, 501):
        wanted = under_noise(stage, level)
        stage.bot.waitUntil(partial(_shows, part, wanted), timeout=20_000)
        QTest.keyClick(part.slider, Qt.Key.Key_Right)
    part.slider.setValue(0)
    stage.bot.waitUntil(partial(_shows, part, under_noise(stage, 0)), timeout=20_000)
    idle(stage)
    assert view.record is before
    assert not view.running
    assert part.numbers.texts[0].startswith("σ 0.0")
    assert view.finished.note == "earlier run"


def _shows(part: OwnPicture, wanted: np.ndarray) -> bool:
    image = part.panes.canvases["x_t"].image
    return image is not None and int(np.abs(image.astype(int) - wanted.astype(int)).max()) <= 1


def test_denoising_goes_on_from_the_picture_under_noise(
    stage: Stage, view: Denoise, part: OwnPicture
) -> None:
    view.take(CROSS)
    part.slider.setValue(400)
    QTest.mouseClick(part.go, LEFT)
    assert view.pages.tabs.current == "curves"
    settled(stage)
    run = Trajectory.from_picture(model(stage), SETTINGS, CROSS.fitted(16, 16, 1), 400).finish()
    assert view.scrubber.count == run.planned < 12
    assert view.finished.image is not None
    assert np.array_equal(view.finished.image, to_bytes(run.image))
    assert view.finished.note == ""
    QTest.mouseClick(view.pages.tabs.buttons["picture"], LEFT)
    QTest.mouseClick(part.choice.clear, LEFT)
    assert now(stage).picture is None
    settled(stage)
    assert view.scrubber.count == 12
    stage.store.undo()
    assert now(stage).picture == CROSS


def test_branches_of_the_run_from_another_level_go_with_it(
    stage: Stage, view: Denoise, part: OwnPicture
) -> None:
    """They left at steps that a shorter run does not even have."""
    view.take(CROSS)
    stage.desk.edit("denoising", noised_to=900)
    idle(stage)
    QTest.mouseClick(part.go, LEFT)
    settled(stage)
    assert view.record is not None
    stage.desk.edit("denoising", shown=view.record.planned - 2)
    view.pages.parts["branches"].commands()[0].trigger()
    settled(stage)
    assert len(now(stage).branches) == 1
    QTest.mouseClick(view.pages.tabs.buttons["picture"], LEFT)
    part.entry.setValue(100)
    assert now(stage).branches == () and "undo" in stage.said[-1]
    idle(stage)
    QTest.mouseClick(part.go, LEFT)
    settled(stage)
    assert stage.failures == []
    stage.store.undo()
    assert len(now(stage).branches) == 1 and now(stage).noised_to == 900
    settled(stage)
    assert stage.failures == []


def test_the_finished_picture_can_be_gone_on_with(
    stage: Stage, view: Denoise, part: OwnPicture
) -> None:
    QTest.mouseClick(view.pages.tabs.buttons["picture"], LEFT)
    assert not part.go.isEnabled()  # nothing to denoise yet
    QTest.mouseClick(part.choice.made, LEFT)
    picture = now(stage).picture
    assert picture is not None and view.finished.image is not None
    assert np.array_equal(picture.array, view.finished.image)
    idle(stage)


def test_back_at_noise_the_finished_picture_is_the_run_s_own_again(
    stage: Stage, view: Denoise, part: OwnPicture
) -> None:
    QTest.mouseClick(view.pages.tabs.buttons["picture"], LEFT)
    QTest.mouseClick(part.choice.made, LEFT)
    assert view.finished.note == "earlier run"
    QTest.mouseClick(part.choice.clear, LEFT)
    idle(stage)
    assert now(stage).picture is None
    assert view.finished.note == ""


def test_a_file_is_read_on_the_engine_s_thread(
    stage: Stage, view: Denoise, part: OwnPicture, tmp_path: Path
) -> None:
    file = save_picture(tmp_path / "photo.png", 24)
    view.pages.tabs.choose("picture")
    part.choice.read(file)
    stage.bot.waitUntil(lambda: now(stage).picture is not None, timeout=20_000)
    assert now(stage).picture == read_picture(file)
    assert part.choice.name.texts[0] == "photo.png"
    idle(stage)


def test_a_level_above_the_model_s_is_brought_into_range(
    stage: Stage, view: Denoise, part: OwnPicture
) -> None:
    view.take(CROSS)
    stage.desk.edit("denoising", noised_to=5000)
    idle(stage)
    assert part.slider.value() == part.slider.maximum() == 999
    assert stage.failures == []


def test_inversion_shows_the_error_of_the_round_trip(
    stage: Stage, view: Denoise, inverse: Inverse
) -> None:
    QTest.mouseClick(view.pages.tabs.buttons["inversion"], LEFT)
    view.take(CROSS)
    assert view.pages.open is inverse  # dropped there, it stays there
    QTest.mouseClick(inverse.start, LEFT)
    assert inverse.running
    stage.bot.waitUntil(lambda: not inverse.running, timeout=60_000)
    canvases = inverse.panes.canvases
    images = [canvases[name].image for name in ("one", "two", "three")]
    assert all(image is not None for image in images)
    one, two, three = (np.asarray(image, np.int16) for image in images)
    assert np.array_equal(one, to_bytes(CROSS.fitted(16, 16, 1)))
    assert np.abs(np.abs(one - two) - three).max() <= 1
    assert inverse.result.texts[0].startswith("Round trip: PSNR ")
    assert inverse.result.texts[2] == "24 evaluations"  # 12 there and 12 back
    assert canvases["one"].note == ""  # pixels are not encoded
    rebuilt = two.astype(np.uint8)
    QTest.mouseClick(inverse.use, LEFT)
    assert now(stage).picture is None
    assert now(stage).settings.start is not None
    settled(stage)
    assert view.finished.image is not None
    assert np.array_equal(view.finished.image, rebuilt)
    QTest.mouseClick(view.panel.dice, LEFT)  # another seed means noise of its own
    assert now(stage).settings.start is None
    settled(stage)


def test_rounds_cost_evaluations_and_mend_the_round_trip(
    stage: Stage, view: Denoise, inverse: Inverse
) -> None:
    view.pages.tabs.choose("inversion")
    view.take(CROSS)
    errors = []
    for rounds in (0, 8):
        inverse.rounds.setValue(rounds)
        inverse.invert()
        stage.bot.waitUntil(lambda: not inverse.running, timeout=60_000)
        errors.append(float(inverse.result.texts[0].split("PSNR ")[1].split(" dB")[0]))
    assert errors[1] > errors[0] + 3
    assert inverse.result.texts[2] == f"{12 * 9 + 12} evaluations"


def test_an_inversion_can_be_cancelled(stage: Stage, view: Denoise, inverse: Inverse) -> None:
    view.pages.tabs.choose("inversion")
    view.take(CROSS)
    settings = replace(SETTINGS, steps=400)
    stage.desk.edit("denoising", settings=settings)
    QTest.mouseClick(inverse.start, LEFT)
    stage.bot.waitUntil(lambda: inverse.progress.value() > 2, timeout=20_000)
    assert inverse.start.text() == "Cancel"
    QTest.mouseClick(inverse.start, LEFT)
    idle(stage)
    assert not inverse.running
    assert not inverse.use.isEnabled()
    assert stage.failures == []


def test_everything_has_a_name_and_a_tooltip(part: OwnPicture, inverse: Inverse) -> None:
    for widget in (part.slider, part.entry, inverse.rounds, inverse.choice.clear):
        assert widget.toolTip()
        assert widget.accessibleName()
    for button in (part.go, part.choice.file, part.choice.made, inverse.start, inverse.use):
        assert button.toolTip()
        assert button.text()


def test_a_recipe_of_a_run_from_a_picture_keeps_its_level() -> None:
    import json

    from explorer.export.recipe import recipe
    from explorer.sampling.requests import Denoise as Run

    request = Run("tiny-ddpm", SETTINGS, picture=CROSS, level=321)
    session = read_recipe(json.dumps(recipe(request)), "a picture")
    assert denoising(session.state) == request


def test_a_picture_of_another_size_is_said_to_have_been_fitted(
    view: Denoise, part: OwnPicture
) -> None:
    assert view.take(Picture.of(np.zeros((40, 20, 3), np.uint8), "tall.png"))
    assert "tall.png: 20 × 40" in part.fitted.text() and "padded" in part.fitted.text()
    assert view.take(CROSS)
    assert part.fitted.text() == ""
