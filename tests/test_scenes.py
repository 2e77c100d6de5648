"""The renderer: what it promises to training and to the window."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer import scenes
from explorer.errors import BadValue

MIDDLE = np.full(6, 0.5, np.float32)


def test_a_scene_is_a_float_picture_in_range() -> None:
    picture = scenes.render(MIDDLE)
    assert picture.shape == (64, 64, 3)
    assert picture.dtype == np.float32
    assert picture.min() >= 0
    assert picture.max() <= 1
    assert picture.std() > 0.05


def test_the_same_factors_draw_the_same_picture() -> None:
    assert np.array_equal(scenes.render(MIDDLE), scenes.render(MIDDLE.tolist()))


@pytest.mark.parametrize("factor", range(6), ids=scenes.FACTORS)
def test_every_factor_matters_and_without_jumps(factor: int) -> None:
    """Its ends differ clearly; a small step changes the picture little."""

    def at(value: float) -> NDArray[np.float32]:
        factors = MIDDLE.copy()
        factors[factor] = value
        return scenes.render(factors)

    whole = np.abs(at(1) - at(0)).mean()
    assert whole > 0.01
    for value in (0.15, 0.33, 0.5, 0.66, 0.85):
        assert np.abs(at(value + 0.01) - at(value - 0.01)).mean() < 0.2 * whole


def test_a_large_picture_shows_the_same_scene() -> None:
    """Size changes the pixels, not the scene."""
    large = scenes.render(MIDDLE, 128).reshape(64, 2, 64, 2, 3).mean((1, 3))
    assert np.abs(large - scenes.render(MIDDLE)).mean() < 0.01


def test_factors_beyond_their_ends_are_clipped() -> None:
    assert np.array_equal(scenes.render(MIDDLE * 0 + 7), scenes.render(MIDDLE * 0 + 1))


@pytest.mark.parametrize("factors", [[0.5] * 5, [0.5] * 5 + [float("nan")], [[0.5] * 6]])
def test_anything_but_six_numbers_is_refused(factors: list[float]) -> None:
    with pytest.raises(BadValue, match="six"):
        scenes.render(factors)


def test_sampling_is_seeded_and_uniform() -> None:
    draws = np.stack([scenes.sample_factors(np.random.default_rng(seed)) for seed in range(400)])
    assert np.array_equal(draws[3], scenes.sample_factors(np.random.default_rng(3)))
    assert draws.min() >= 0
    assert draws.max() < 1
    assert np.abs(draws.mean(0) - 0.5).max() < 0.06


def test_drawing_needs_numpy_alone() -> None:
    heavy = "{'torch', 'PySide6', 'PIL'} & set(sys.modules)"
    code = f"import explorer.scenes, sys; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
