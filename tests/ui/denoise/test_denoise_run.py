"""Denoise, with real mouse and keys: every step shown, scrubbed, cancelled, run again, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer import open_model
from explorer.families import DenoiseSettings
from explorer.families.diffusion import DiffusionModel
from explorer.families.schedulers import SCHEDULERS
from explorer.formats.picture import to_bytes
from explorer.sampling.requests import Denoise as Run
from explorer.ui.views.denoise import Denoise
from tests.support.fakes import Gate
from tests.support.tiny import CLASSES
from tests.ui.denoise.waiting import settled
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
Predict = Callable[[Any, Any], Any]
STEPS = 12
SETTINGS = DenoiseSettings(seed=3, steps=STEPS, guidance=1.5, conditions=(("label", 1),))


def pane(view: Denoise, part: str) -> np.ndarray:
    image = view.panes[part].image
    assert image is not None
    return image


def playing(view: Denoise) -> bool:
    return view.player.running


def at(view: Denoise, index: int) -> QPoint:
    x = view.scrubber.track.place(index, view.scrubber.count)
    return QPoint(round(x), 15)


def test_it_suits_models_that_step(tiny_models: Path) -> None:
    assert Denoise.suits(open_model(tiny_models / "tiny-ddpm").spec)
    assert not Denoise.suits(open_model(tiny_models / "tiny-vae").spec)


def test_the_run_starts_by_itself_and_fills_every_tick(view: Denoise) -> None:
    assert view.scrubber.count == view.scrubber.computed == STEPS
    assert view.curves.known == STEPS
    record = view.record
    assert record is not None
    levels = record.numbers["sigma"]
    assert levels == sorted(levels, reverse=True)
    assert view.readout.texts[0] == f"evaluation {STEPS} of {STEPS}"


def test_the_panes_are_the_library_s_own_run(stage: Stage, view: Denoise) -> None:
    model = open_model(stage.store.state.model)
    run = model.denoise(seed=3, steps=STEPS, guidance=1.5, label=1)
    QTest.mouseClick(view.scrubber, LEFT, pos=at(view, 5))
    assert stage.store.state.denoising.shown == 5
    step = run[5]
    low, high = model.spec.image.low, model.spec.image.high
    for part, array in (("x_t", step.x_t), ("x0", step.x0)):
        wanted = to_bytes(np.clip((array.transpose(1, 2, 0) - low) / (high - low), 0, 1))
        assert np.array_equal(pane(view, part), wanted)
    moved = np.clip(step.x0, low, high) - np.clip(run[4].x0, low, high)
    change = np.sqrt(np.mean(moved**2)) * 255 / (high - low)
    assert view.record is not None
    assert view.record.numbers["change"][5] == pytest.approx(change, rel=1e-4)
    change = np.sqrt(np.mean((step.x_t - run[4].x_t) ** 2)) * 255 / (high - low)
    assert view.record.numbers["change_x"][5] == pytest.approx(change, rel=1e-4)
    assert view.readout.texts[1] == f"t {step.timestep:g} of 1000"
    assert view.finished.image is not None
    assert np.array_equal(view.finished.image, to_bytes(run.image))


def test_scrubbing_shows_what_was_kept_and_asks_for_nothing(stage: Stage, view: Denoise) -> None:
    came = len(stage.results)
    record = view.record
    assert record is not None
    QTest.mousePress(view.scrubber, LEFT, pos=at(view, 8))
    for index in (6, 4, 2):
        QTest.mouseMove(view.scrubber, at(view, index))
        assert view.shown == index
        frame = record.frame(index)
        assert frame is not None
        for part in ("x_t", "x0", "noise"):
            assert np.array_equal(pane(view, part), frame.images[part][0])
        assert view.curves.cursor_at == index
    QTest.mouseRelease(view.scrubber, LEFT, pos=at(view, 2))
    assert stage.bridge.idle
    assert len(stage.results) == came
    stage.store.undo()
    assert stage.store.state.denoising.shown == -1  # one drag, one entry
    assert view.shown == STEPS - 1


def test_step_keys_go_both_ways(stage: Stage, view: Denoise) -> None:
    QTest.keyClick(view.scrubber, Qt.Key.Key_Left)
    assert view.shown == STEPS - 2
    QTest.keyClick(view.scrubber, Qt.Key.Key_Home)
    assert view.shown == 0
    QTest.keyClick(view.scrubber, Qt.Key.Key_Left)
    assert view.shown == 0
    QTest.keyClick(view.scrubber, Qt.Key.Key_Right)
    assert view.shown == 1
    QTest.keyClick(view.scrubber, Qt.Key.Key_PageDown)
    assert view.shown == 3
    QTest.keyClick(view.scrubber, Qt.Key.Key_End)
    assert stage.store.state.denoising.shown == -1


def test_playing_goes_through_the_record_and_stops_at_its_end(stage: Stage, view: Denoise) -> None:
    now = [0.0]
    view.player.clock = lambda: now[0]
    QTest.keyClick(view.scrubber, Qt.Key.Key_Space)
    assert view.shown == 0  # from the end it starts over
    assert playing(view)
    now[0] = 0.5
    view.player.tick()
    assert view.shown == 6  # of 12 a second
    now[0] = 5.0
    view.player.tick()
    assert view.shown == STEPS - 1
    assert not playing(view)
    assert not stage.store.can_undo


def test_another_class_runs_again(stage: Stage, view: Denoise) -> None:
    before = pane(view, "x0").copy()
    view.panel.label.setFocus()
    QTest.keyClick(view.panel.label, Qt.Key.Key_Down)
    assert dict(stage.store.state.denoising.settings.conditions) == {"label": 2}
    settled(stage)
    assert not np.array_equal(pane(view, "x0"), before)
    stage.store.undo()
    assert view.panel.label.currentText() == CLASSES[1]
    settled(stage)
    assert np.array_equal(pane(view, "x0"), before)


def test_no_class_is_a_choice_and_takes_guidance_away(stage: Stage, view: Denoise) -> None:
    view.panel.label.setCurrentIndex(0)
    assert view.panel.label.currentText() == "no class"
    assert dict(stage.store.state.denoising.settings.conditions) == {"label": None}
    assert not view.panel.guidance.isEnabled()
    settled(stage)


@pytest.mark.parametrize("solver", SCHEDULERS, ids=lambda solver: solver.name)
def test_every_scheduler_runs_and_counts_evaluations(
    stage: Stage, view: Denoise, solver: object
) -> None:
    name = getattr(solver, "name", "")
    index = view.panel.scheduler.findData(name)
    view.panel.scheduler.setCurrentIndex(index)
    settled(stage)
    record = view.record
    assert record is not None
    assert isinstance(record.request, Run)
    assert record.request.settings.scheduler == name
    heun = name == "heun"
    assert view.scrubber.count == view.scrubber.computed == (2 * STEPS - 1 if heun else STEPS)
    assert view.scrubber.step_of(view.scrubber.count - 1) == STEPS
    assert view.scrubber.step_of(1) == (1 if heun else 2)
    assert "20" in view.panel.scheduler.toolTip()  # the paper's year


def test_guidance_by_slider_runs_when_it_is_let_go(stage: Stage, view: Denoise) -> None:
    before = view.record
    slider = view.panel.guidance
    slider.setSliderDown(True)
    for value in (30, 40, 50):
        slider.setSliderPosition(value)
    assert view.record is before
    slider.setSliderDown(False)
    assert stage.store.state.denoising.settings.guidance == 5.0
    assert view.panel.guidance_entry.value() == 5.0
    settled(stage)
    assert view.record is not before
    stage.store.undo()
    assert stage.store.state.denoising.settings.guidance == 1.5  # one drag, one entry


def test_typed_seed_and_steps_run(stage: Stage, view: Denoise) -> None:
    view.panel.seed.setFocus()
    view.panel.seed.selectAll()
    QTest.keyClicks(view.panel.seed, "77")
    QTest.keyClick(view.panel.seed, Qt.Key.Key_Return)
    view.panel.steps.selectAll()
    QTest.keyClicks(view.panel.steps, "7")
    QTest.keyClick(view.panel.steps, Qt.Key.Key_Return)
    settings = stage.store.state.denoising.settings
    assert (settings.seed, settings.steps) == (77, 7)
    settled(stage)
    assert view.scrubber.count == 7


def test_randomise_takes_another_seed_as_one_entry(stage: Stage, view: Denoise) -> None:
    QTest.mouseClick(view.panel.dice, LEFT)
    assert stage.store.state.denoising.settings.seed != 3
    stage.store.undo()
    assert stage.store.state.denoising.settings.seed == 3


def test_cancel_keeps_the_steps_done_and_going_on_ends_the_same(
    stage: Stage, view: Denoise, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, predictor = Gate(), DiffusionModel.predictor

    def stands_at_its_twentieth(model: DiffusionModel, told: DenoiseSettings) -> Predict:
        predict, evaluation = predictor(model, told), count()

        def once(x: Any, timestep: Any) -> Any:
            if next(evaluation) == 20:
                gate.stop_here()
            return predict(x, timestep)

        return once

    monkeypatch.setattr(DiffusionModel, "predictor", stands_at_its_twentieth)
    settings = replace(stage.store.state.denoising.settings, steps=400, guidance=1.0)
    stage.desk.edit("denoising", settings=settings)
    stage.bot.waitUntil(lambda: view.scrubber.count == 400 and view.scrubber.computed > 3)
    gate.wait_reached()
    QTest.mouseClick(view.panel.stop, LEFT)
    monkeypatch.undo()
    gate.let_through()
    stage.bot.waitUntil(lambda: stage.bridge.idle, timeout=10_000)
    record = view.record
    assert record is not None
    assert 3 < record.done < 400
    assert not view.running
    assert not record.complete
    kept = record.frame(2)
    QTest.keyClick(view.scrubber, Qt.Key.Key_Home)
    assert view.shown == 0  # what was done can be scrubbed
    assert view.panel.stop.text() == "Go on"
    QTest.mouseClick(view.panel.stop, LEFT)
    settled(stage)
    assert view.record is record
    assert record.frame(2) is kept
    assert view.shown == 0  # it does not follow one who has scrubbed
    whole = open_model(stage.store.state.model).trajectory(settings).finish()
    assert record.picture is not None
    assert np.array_equal(record.picture, to_bytes(whole.image))


def test_a_long_run_keeps_to_its_budget_and_makes_again_what_it_dropped(
    stage: Stage, view: Denoise
) -> None:
    view.runs.budget = 20_000
    settings = replace(stage.store.state.denoising.settings, steps=90)
    stage.desk.edit("denoising", settings=settings)
    settled(stage)
    record = view.record
    assert record is not None
    assert record.nbytes <= 20_000
    assert len(record.numbers["sigma"]) == view.scrubber.computed == 90
    dropped = next(i for i in range(40, 90) if record.frame(i) is None)
    QTest.mouseClick(view.scrubber, LEFT, pos=at(view, dropped))
    assert view.panes["x_t"].note == f"of {record.nearest(dropped) + 1}"  # said, not hidden
    stage.bot.waitUntil(lambda: view.panes["x_t"].note == "", timeout=20_000)
    whole = open_model(stage.store.state.model).trajectory(settings).finish()
    low, high = -1.0, 1.0
    wanted = to_bytes((whole[dropped].x0.transpose(1, 2, 0) - low) / (high - low))
    assert np.array_equal(pane(view, "x0"), wanted)
    assert record.nbytes <= 20_000


def test_a_run_seen_before_is_shown_without_asking(stage: Stage, view: Denoise) -> None:
    first = view.record
    QTest.mouseClick(view.panel.dice, LEFT)
    settled(stage)
    came = len(stage.results)
    stage.store.undo()
    assert view.record is first
    assert not view.running
    assert len(stage.results) == came


def test_leaving_and_coming_back_goes_on_with_the_run(stage: Stage, view: Denoise) -> None:
    settings = replace(stage.store.state.denoising.settings, steps=300, guidance=1.0)
    stage.desk.edit("denoising", settings=settings)
    stage.bot.waitUntil(lambda: view.scrubber.count == 300 and view.scrubber.computed > 3)
    view.closing()
    assert not view.running
    view.refresh(stage.store.state, None)
    settled(stage)
    assert view.scrubber.computed == 300


def test_a_complete_run_is_not_run_again_on_coming_back(stage: Stage, view: Denoise) -> None:
    view.closing()
    came = len(stage.results)
    view.refresh(stage.store.state, None)
    assert not view.running
    stage.bot.waitUntil(lambda: stage.bridge.idle)
    assert len(stage.results) == came


def test_a_class_that_does_not_exist_is_said_and_the_record_stays(
    stage: Stage, view: Denoise
) -> None:
    record = view.record
    settings = stage.store.state.denoising.settings.changed(label=99)
    stage.desk.edit("denoising", settings=settings)
    stage.bot.waitUntil(lambda: bool(stage.failures), timeout=10_000)
    assert "no such class" in str(stage.failures[0])
    assert view.record is record
    assert not view.running


def test_zoom_is_shared_by_all_panes(view: Denoise) -> None:
    view.panes["x0"].zoom_to(3.0)
    zooms = {canvas.zoom for canvas in (*view.panes.values(), view.finished)}
    assert zooms == {3.0}


def test_ticks_have_tooltips_with_noise_levels(view: Denoise) -> None:
    text = view.scrubber.about(at(view, 4).x())
    record = view.record
    assert record is not None
    assert text == (
        f"Evaluation 5 of {STEPS}, solver step 5\nNoise level σ = {record.numbers['sigma'][4]:.3f}"
    )


def test_everything_has_a_name_and_a_tooltip(view: Denoise) -> None:
    panel = view.panel
    controls = (panel.seed, panel.dice, panel.label, panel.guidance, panel.steps, panel.scheduler)
    for widget in (*controls, *view.transport.buttons.values(), view.deck.rate):
        assert widget.toolTip()
        assert widget.accessibleName()
    for widget in (view.scrubber, view.curves, panel.progress):
        assert widget.accessibleName()
