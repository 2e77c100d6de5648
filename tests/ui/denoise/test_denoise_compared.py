"""Schedulers level in noise, and what short branches still disagree on."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer import open_model
from explorer.export import sheet
from explorer.families import DenoiseSettings, Trajectory
from explorer.families.commitment import tries
from explorer.families.comparison import nearest
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import to_bytes
from explorer.sampling.denoise_requests import Compare
from explorer.ui.denoise.commitment import Commitment
from explorer.ui.denoise.deck import signed
from explorer.ui.denoise.schedulers import FIRST, Schedulers
from explorer.ui.views.denoise import Denoise
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
SETTINGS = DenoiseSettings(seed=3, steps=12, guidance=1.5, conditions=(("label", 1),))


@pytest.fixture
def schedulers(stage: Stage, view: Denoise) -> Schedulers:
    found = view.pages.parts["schedulers"]
    assert isinstance(found, Schedulers)
    QTest.mouseClick(view.pages.tabs.buttons["schedulers"], LEFT)
    compared(stage, found)
    return found


@pytest.fixture
def commitment(view: Denoise) -> Commitment:
    found = view.pages.parts["commitment"]
    assert isinstance(found, Commitment)
    return found


def compared(stage: Stage, part: Schedulers) -> None:
    """Wait until all finished pictures are there."""
    stage.bot.waitUntil(lambda: part.finished is not None, timeout=60_000)


def measured(part: Commitment, step: int) -> bool:
    return step in part.dots.values


def scrub(view: Denoise, index: int) -> None:
    place = round(view.scrubber.track.place(index, view.scrubber.count))
    QTest.mouseClick(view.scrubber, LEFT, pos=QPoint(place, 15))
    assert view.shown == index


def model(stage: Stage) -> DiffusionModel:
    opened = open_model(stage.store.state.model)
    assert isinstance(opened, DiffusionModel)
    return opened


def run(stage: Stage, scheduler: str) -> Trajectory:
    return Trajectory(model(stage), SETTINGS.changed(scheduler=scheduler)).finish()


def shown(part: Schedulers, name: str) -> np.ndarray:
    assert part.panes is not None
    image = part.panes.canvases[name].image
    assert image is not None
    return image


# -- schedulers -----------------------------------------------------------------------------------


def test_four_are_compared_at_first_and_their_evaluations_counted(
    stage: Stage, view: Denoise, schedulers: Schedulers
) -> None:
    assert stage.store.state.denoising.compared == FIRST
    assert not stage.store.can_undo  # nobody asked for an entry
    stage.bot.wait(400)  # longer than what is asked for at rest waits
    assert len({r.stamp for r in stage.results if isinstance(r.request, Compare)}) == 1
    assert view.pages.stage.currentWidget() is schedulers.box
    for name in FIRST:
        assert np.array_equal(shown(schedulers, name), to_bytes(run(stage, name).image))
    assert schedulers.counts.texts == (
        f"{3 * 12 + 23} evaluations of the network in all",
        "DDIM 12, Euler 12, DPM-Solver++ 2M 12, Heun 23",
    )


def test_scrubbing_shows_all_at_equal_noise(
    stage: Stage, view: Denoise, schedulers: Schedulers
) -> None:
    scrub(view, 7)
    assert view.record is not None
    level = view.record.numbers["log_snr"][7]
    told = f"Each at its evaluation nearest to log-SNR {signed(level)}"
    assert schedulers.level.texts[0] == told
    assert schedulers.panes is not None
    places = []
    for name in FIRST:
        whole = run(stage, name)
        place = nearest(whole, level)
        assert place is not None
        picture = model(stage).to_images(whole[place].x0[None])[0]
        assert np.array_equal(shown(schedulers, name), to_bytes(picture))
        assert schedulers.panes.canvases[name].note == f"{place + 1} of {whole.planned}"
        places.append(place)
    assert places[3] > 9  # two evaluations a step: not at the same number
    schedulers.part.setCurrentIndex(1)
    whole = run(stage, "heun")
    picture = model(stage).to_images(whole[places[3]].x_t[None])[0]
    assert np.array_equal(shown(schedulers, "heun"), to_bytes(picture))


def test_at_most_four_and_any_of_them(stage: Stage, view: Denoise, schedulers: Schedulers) -> None:
    assert not schedulers.buttons["ddpm"].isEnabled()
    assert schedulers.buttons["ddpm"].toolTip() == "Four are chosen: let one of them go first"
    QTest.mouseClick(schedulers.buttons["heun"], LEFT)
    QTest.mouseClick(schedulers.buttons["euler"], LEFT)
    assert stage.store.state.denoising.compared == ("ddim", "dpm++2m")
    assert schedulers.buttons["ddpm"].isEnabled()
    assert schedulers.buttons["ddpm"].toolTip().startswith("DDPM (")
    stage.bot.waitUntil(
        lambda: schedulers.panes is not None and len(schedulers.panes.canvases) == 2,
        timeout=20_000,
    )
    compared(stage, schedulers)
    assert np.array_equal(shown(schedulers, "dpm++2m"), to_bytes(run(stage, "dpm++2m").image))


def test_other_settings_are_compared_anew(
    stage: Stage, view: Denoise, schedulers: Schedulers
) -> None:
    before = shown(schedulers, "ddim").copy()
    view.panel.label.setCurrentIndex(3)
    stage.bot.waitUntil(lambda: schedulers.finished is None, timeout=20_000)
    compared(stage, schedulers)
    assert not np.array_equal(shown(schedulers, "ddim"), before)
    assert stage.failures == []


def test_a_comparison_is_cancelled_and_gone_on_with(
    stage: Stage, view: Denoise, schedulers: Schedulers
) -> None:
    assert not schedulers.button.isVisible()  # all is there
    stage.desk.edit("denoising", settings=SETTINGS.changed(steps=300))
    stage.bot.waitUntil(lambda: schedulers.running, timeout=20_000)
    assert schedulers.button.text() == "Cancel"
    QTest.mouseClick(schedulers.button, LEFT)
    assert not schedulers.running
    assert schedulers.button.isVisible() and schedulers.button.text() == "Go on"
    stage.bot.waitUntil(lambda: stage.bridge.idle, timeout=60_000)
    assert schedulers.finished is None
    QTest.mouseClick(schedulers.button, LEFT)
    compared(stage, schedulers)
    assert not schedulers.button.isVisible()
    whole = Trajectory(model(stage), SETTINGS.changed(steps=300, scheduler="heun")).finish()
    assert np.array_equal(shown(schedulers, "heun"), to_bytes(whole.image))


# -- commitment -----------------------------------------------------------------------------------


def test_short_branches_are_drawn_where_the_scrubber_rests(
    stage: Stage, view: Denoise, commitment: Commitment
) -> None:
    QTest.mouseClick(view.pages.tabs.buttons["commitment"], LEFT)
    for step in (2, 9):
        scrub(view, step)
        stage.bot.waitUntil(partial(measured, commitment, step), timeout=60_000)
        whole = Trajectory(model(stage), SETTINGS).finish()
        *_, last = tries(whole, step, 8, 8)
        canvases = commitment.panes.canvases
        assert np.array_equal(np.asarray(canvases["mean"].image), to_bytes(last.mean))
        wanted = sheet([*to_bytes(last.images), np.full((16, 16, 1), 119, np.uint8)])
        image = np.asarray(canvases["tries"].image)
        assert np.array_equal(image[:33], wanted[:33])
        spread = np.asarray(canvases["spread"].image).astype(int).sum(axis=2)
        most = np.unravel_index(last.deviation.argmax(), last.deviation.shape)
        assert spread[most] == spread.max()
        levels = 255 * last.deviation.max()
        assert canvases["spread"].note == f"0 to {levels:.0f} levels"
        assert commitment.dots.values[step] == pytest.approx(255 * last.openness)


def test_the_whole_run_can_be_measured(stage: Stage, view: Denoise, commitment: Commitment) -> None:
    view.pages.tabs.choose("commitment")
    commitment.count.setValue(3)
    commitment.steps.setValue(2)
    assert stage.store.state.denoising.tries == 3
    QTest.mouseClick(commitment.along, LEFT)
    stage.bot.waitUntil(lambda: len(commitment.dots.values) == 12, timeout=60_000)
    assert list(commitment.dots.values) == list(range(12))
    stage.store.undo()
    assert stage.store.state.denoising.tries == 8
    assert len(commitment.dots.values) < 12  # those were of other branches


def test_measuring_the_run_says_how_far_it_is_and_can_be_stopped(
    stage: Stage, view: Denoise, commitment: Commitment
) -> None:
    view.pages.tabs.choose("commitment")
    commitment.count.setValue(8)
    commitment.steps.setValue(30)
    QTest.mouseClick(commitment.along, LEFT)
    assert commitment.along.text() == "Stop"
    stage.bot.waitUntil(lambda: len(commitment.dots.values) >= 2, timeout=60_000)
    assert commitment.result.texts[0].startswith("step ")
    assert " of 12: branch " in commitment.result.texts[0]
    QTest.mouseClick(commitment.along, LEFT)
    assert commitment.along.text() == "Along the run"
    stage.bot.waitUntil(lambda: stage.bridge.idle, timeout=20_000)
    assert 2 <= len(commitment.dots.values) < 12  # what was measured stays
    assert commitment.result.texts[0] == ""


def test_leaving_the_page_stops_it(stage: Stage, view: Denoise, commitment: Commitment) -> None:
    view.pages.tabs.choose("commitment")
    commitment.count.setValue(64)
    commitment.steps.setValue(50)
    stage.bot.waitUntil(
        lambda: any(result.slot == "denoise.tries" for result in stage.results), timeout=60_000
    )
    QTest.mouseClick(view.pages.tabs.buttons["curves"], LEFT)
    stage.bot.waitUntil(lambda: stage.bridge.idle, timeout=20_000)
    assert commitment.dots.values == {}
    assert stage.failures == []


def test_everything_has_a_name_and_a_tooltip(
    schedulers: Schedulers, commitment: Commitment
) -> None:
    for widget in (schedulers.part, commitment.count, commitment.steps):
        assert widget.toolTip()
        assert widget.accessibleName()
    for button in (*schedulers.buttons.values(), commitment.along):
        assert button.toolTip()
        assert button.text()
    for told in (schedulers.progress, schedulers.counts, commitment.dots):
        assert told.accessibleName()
