"""Style transfer: the style picture and the strength decide, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.errors import BadValue
from explorer.families import Model
from explorer.formats.patterns import FIRST, PATTERNS, pattern
from explorer.library import open_model
from tests.support import tiny

GREY_LEVEL = 1 / 255


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return open_model(tiny.make_style_transfer(tmp_path_factory.mktemp("style")), "cpu")


def pictures(count: int, seed: int = 0) -> np.ndarray:
    shape = (count, tiny.SIZE, tiny.SIZE, 3)
    return np.random.default_rng(seed).random(shape).astype(np.float32)


def test_without_strength_the_style_is_nothing(model: Model) -> None:
    content, styles = pictures(2), pictures(2, 1) * 0.3
    plain = model.restyle(content, styles, strength=0)
    assert np.allclose(plain, model.restyle(content, 1 - styles, strength=0.0), atol=1e-5)
    assert np.abs(plain - model.restyle(content, styles)).max() > GREY_LEVEL
    assert np.array_equal(
        model.restyle(content, styles), model.restyle(content, styles, strength=1)
    )


def test_strength_is_the_share_of_the_way_to_the_statistics_of_the_style(model: Model) -> None:
    """A picture's own statistics change nothing at any strength."""
    content = pictures(2)
    same = [model.restyle(content, content, strength=share) for share in (0, 0.5, 1)]
    assert np.abs(same[0] - same[1]).max() < GREY_LEVEL
    assert np.abs(same[0] - same[2]).max() < GREY_LEVEL


def test_one_style_serves_all_pictures(model: Model) -> None:
    content, style = pictures(3), pictures(1, 5)
    together = model.restyle(content, style)
    alone = [model.restyle(one[None], style)[0] for one in content]
    assert np.allclose(together, np.stack(alone), atol=1e-5)
    with pytest.raises(BadValue, match="2 for 3 pictures"):
        model.restyle(content, pictures(2))


def test_it_translates_by_a_pattern_of_the_programs_own(model: Model) -> None:
    content = pictures(1)
    drawn = pattern(FIRST, tiny.SIZE, tiny.SIZE, 3).array[None] / np.float32(255)
    assert np.array_equal(model.translate(content), model.restyle(content, drawn))


@pytest.mark.parametrize("wrong", [-0.1, 1.5, "much", float("nan")])
def test_a_strength_out_of_range_is_refused(model: Model, wrong: float | str) -> None:
    with pytest.raises(BadValue, match="strength"):
        model.restyle(pictures(1), pictures(1), strength=wrong)


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_are_pictures_of_the_size_asked_for(name: str) -> None:
    wide = pattern(name, 16, 40, 3)
    assert (wide.height, wide.width, wide.channels) == (16, 40, 3)
    assert wide.array.std() > 20, "flat"
    assert pattern(name, 8, 8, 1).array.shape == (8, 8, 1)
