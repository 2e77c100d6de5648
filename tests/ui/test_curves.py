"""Curves and ticks: what is added piece by piece looks as if drawn at once."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.strides import Strides
from explorer.ui.widgets.curves import Curves, Lane
from explorer.ui.widgets.scrubber import Scrubber, noise_colour

SIGMAS = [1.0, 0.9, 0.7, 0.4, 0.2, 0.05]
CHANGES = [math.nan, 0.4, 30.0, 12.0, 7.0, 1.0]


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8)
    return data.reshape(image.height(), image.width(), 4)[..., :3].copy()


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    lanes = [Lane("σ", "", lambda v: f"{v:.2f}", 0.0, 1.0), Lane("x", "", str, 0.0, 1.0)]
    made = Curves(lanes)
    qtbot.addWidget(made)
    made.resize(640, made.sizeHint().height())
    made.set_plan(len(SIGMAS))
    return made


def test_values_added_one_by_one_look_as_those_added_at_once(curves: Curves) -> None:
    for count in range(1, len(SIGMAS) + 1):
        curves.add(SIGMAS[:count], CHANGES[:count])
        pixels(curves)  # paints
    step_by_step = pixels(curves).astype(int)
    curves.set_plan(len(SIGMAS))
    curves.add(SIGMAS, CHANGES)
    at_once = pixels(curves).astype(int)
    # joints of the line differ by antialiasing only
    assert np.mean(np.abs(step_by_step - at_once).max(axis=2) > 40) < 2e-3


def test_the_axis_grows_to_round_numbers(curves: Curves) -> None:
    curves.add(SIGMAS, CHANGES)
    assert curves._spans == [(0.0, 1.0), (0.0, 50.0)]


def test_values_that_are_not_finite_are_left_out(curves: Curves) -> None:
    curves.add([1.0, math.inf], [math.nan, math.nan])
    curves.set_cursor(1)
    pixels(curves)
    assert curves.known == 2


def test_the_cursor_is_drawn_where_the_ticks_are(qtbot: QtBot, curves: Curves) -> None:
    scrubber = Scrubber()
    qtbot.addWidget(scrubber)
    scrubber.resize(640, scrubber.sizeHint().height())
    scrubber.set_plan(len(SIGMAS))
    assert scrubber.track == curves.track
    curves.add(SIGMAS, CHANGES)
    before = pixels(curves)
    curves.set_cursor(3)
    x = round(curves.track.place(3, len(SIGMAS)))
    changed = np.flatnonzero((pixels(curves) != before).any(axis=(0, 2)))
    assert x in changed or x - 1 in changed
    plot = changed[changed < 640 - 104]
    assert plot.min() >= x - 6
    assert plot.max() <= x + 6


def test_ticks_have_the_colour_of_their_noise(qtbot: QtBot) -> None:
    scrubber = Scrubber()
    qtbot.addWidget(scrubber)
    scrubber.resize(640, scrubber.sizeHint().height())
    scrubber.set_plan(len(SIGMAS))
    for sigma in SIGMAS:
        scrubber.add([sigma])
        pixels(scrubber)
    shown = pixels(scrubber)
    for index in (1, 3):
        x = round(scrubber.track.place(index, len(SIGMAS)))
        colour = noise_colour(SIGMAS[index])
        wanted = [colour.blue(), colour.green(), colour.red()]
        assert np.abs(shown[15, x + 3].astype(int) - wanted).max() <= 2


def test_second_evaluations_of_a_step_have_short_ticks(qtbot: QtBot) -> None:
    scrubber = Scrubber()
    qtbot.addWidget(scrubber)
    scrubber.resize(640, scrubber.sizeHint().height())
    scrubber.set_plan(5, Strides(((0, 2),)))
    scrubber.add([0.5] * 5)
    shown = pixels(scrubber)
    top = [tuple(shown[10, round(scrubber.track.place(i, 5)) + 3]) for i in range(5)]
    assert top[0] != top[1]
    assert top[2] == top[4]
    assert top[1] == top[3]
    assert [scrubber.step_of(i) for i in range(5)] == [1, 1, 2, 2, 3]


def test_steps_are_counted_across_a_change_of_solver() -> None:
    """Three evaluations of one each, then five of a solver that takes two but for the last."""
    strides = Strides(((0, 1), (3, 2)))
    assert [strides.step_of(i) for i in range(8)] == [1, 2, 3, 4, 4, 5, 5, 6]
    assert [strides.begins(i) for i in range(8)] == [
        True,
        True,
        True,
        True,
        False,
        True,
        False,
        True,
    ]


def test_ticks_that_count_for_several_are_numbered_so(qtbot: QtBot) -> None:
    """As four pixels of a stage: the last of 196 ticks is the 784th pixel, as the readout says."""
    scrubber = Scrubber()
    qtbot.addWidget(scrubber)
    scrubber.resize(700, 60)
    scrubber.set_plan(196, each=4.0)
    numbers = scrubber.numbers()
    assert numbers[0] == (1, 0) and 600 < numbers[-1][0] <= 784
    assert all(index == -(-number // 4) - 1 for number, index in numbers)
    scrubber.set_plan(5)
    assert scrubber.numbers() == [(n, n - 1) for n in range(1, 6)]
