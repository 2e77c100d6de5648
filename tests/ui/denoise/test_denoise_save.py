"""The steps of a run saved from the window: as a strip, a film, files; the recipe inside."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from explorer.export import WRITERS, recipe_in, sheet
from explorer.export.steps import evenly
from explorer.families import DenoiseSettings
from explorer.session.plan import denoising
from explorer.session.share import read_recipe
from explorer.ui.denoise.film import Film
from explorer.ui.views.denoise import Denoise
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
SETTINGS = DenoiseSettings(seed=3, steps=12, guidance=1.5, conditions=(("label", 1),))


@pytest.fixture
def part(view: Denoise) -> Film:
    found = view.pages.parts["film"]
    assert isinstance(found, Film)
    QTest.mouseClick(view.pages.tabs.buttons["film"], LEFT)
    found.saver.panel.sizes.setCurrentIndex(0)
    return found


def saved(stage: Stage, part: Film, file: Path, patch: pytest.MonkeyPatch) -> Path:
    """Press the button, answer the dialog, wait for the file."""

    def answer(*_: object) -> tuple[str, str]:
        return str(file), ""

    patch.setattr(QFileDialog, "getSaveFileName", answer)
    part.saver.panel.formats.setCurrentIndex([w.is_for(file) for w in WRITERS].index(True))
    QTest.mouseClick(part.saver.panel.button, LEFT)
    stage.bot.waitUntil(lambda: f"Saved {file}." in stage.said, timeout=60_000)
    return file


def picture(view: Denoise, part: str, index: int) -> np.ndarray:
    assert view.record is not None
    frame = view.record.frame(index)
    assert frame is not None
    return np.asarray(frame.images[part][0])


def test_a_strip_is_the_steps_shown_and_reopens_as_it_was(
    stage: Stage, view: Denoise, part: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part.saver.parts.setCurrentIndex(3)  # all three
    file = saved(stage, part, tmp_path / "steps.png", monkeypatch)
    shown = np.asarray(Image.open(file))
    columns = [
        sheet([picture(view, name, i) for name in ("x_t", "x0", "noise")], columns=1)
        for i in range(12)
    ]
    strip = sheet(columns, columns=13)[..., 0]
    assert np.array_equal(shown[:, : strip.shape[1]], strip)
    assert view.record is not None and view.record.picture is not None
    last = shown[17:33, -16:]
    assert np.array_equal(last, view.record.picture[..., 0])  # the finished one, under x0
    session = read_recipe(recipe_in(file) or "", file.name)
    assert denoising(session.state) == denoising(stage.store.state)
    assert session.state.view == "denoise"


def test_a_film_has_as_many_steps_as_asked_for(
    stage: Stage, view: Denoise, part: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part.saver.most.setValue(5)
    part.saver.parts.setCurrentIndex(1)
    file = saved(stage, part, tmp_path / "steps.webp", monkeypatch)
    with Image.open(file) as film:
        assert getattr(film, "n_frames", 1) == 6  # five evaluations and the finished picture
        film.seek(2)
        shown = np.asarray(film.convert("L"))
    wanted = picture(view, "x_t", sorted(evenly(12, 5))[2])[..., 0]
    assert np.abs(shown.astype(int) - wanted.astype(int)).max() <= 1


def test_a_second_file_does_not_take_the_place_of_the_first(
    stage: Stage, part: Film, tmp_path: Path
) -> None:
    files = [tmp_path / "one.webp", tmp_path / "two.gif"]
    for file in files:
        part.saver.save(file)
    stage.bot.waitUntil(
        lambda: all(f"Saved {file}." in stage.said for file in files), timeout=60_000
    )
    assert all(file.exists() for file in files)


def test_a_branch_is_saved_with_its_own_steps(
    stage: Stage, view: Denoise, part: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.desk.edit("denoising", shown=5)
    branches = view.pages.parts["branches"]
    next(a for a in branches.commands() if a.text() == "Branch here").trigger()
    stage.bot.waitUntil(lambda: view.record is not None and view.record.complete, timeout=60_000)
    file = saved(stage, part, tmp_path / "branch.png", monkeypatch)
    shown = np.asarray(Image.open(file))
    wanted = sheet([picture(view, "x0", i) for i in range(12)], columns=12)[..., 0]
    assert np.array_equal(shown[:, : wanted.shape[1]], wanted)


def test_evaluations_are_chosen_evenly_with_both_ends() -> None:
    assert evenly(12, 0) == evenly(12, 40) == frozenset(range(12))
    for planned, most in ((50, 25), (1000, 2), (99, 7)):
        chosen = sorted(evenly(planned, most))
        assert len(chosen) == most
        assert (chosen[0], chosen[-1]) == (0, planned - 1)
        gaps = np.diff(chosen)
        assert gaps.max() - gaps.min() <= 1


def test_everything_has_a_name_and_a_tooltip(part: Film) -> None:
    for widget in (part.saver.parts, part.saver.most, part.saver.rate):
        assert widget.toolTip()
        assert widget.accessibleName()


def test_a_step_of_a_sequence_reopens_as_that_step(
    stage: Stage, view: Denoise, part: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part.saver.most.setValue(4)
    saved(stage, part, tmp_path / "s-##.png", monkeypatch)
    files = sorted(tmp_path.glob("s-*.png"))
    shown = [read_recipe(recipe_in(f) or "", f.name).state.denoising.shown for f in files]
    assert shown == [*sorted(evenly(12, 4)), -1]
