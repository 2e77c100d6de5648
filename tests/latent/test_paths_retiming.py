"""Constant visual speed: the re-timing is monotone, keeps its ends, and does even out the speed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent import LatentSpace, Path, Retiming, Seed, changes, unevenness

SPACE = LatentSpace((16,))
distances = st.lists(st.one_of(st.just(0.0), st.floats(1e-9, 1e6)), min_size=1, max_size=80)


@given(steps=distances, at=st.floats(0, 1), other=st.floats(0, 1))
def test_map_is_monotone_with_fixed_ends_whatever_was_measured(
    steps: list[float], at: float, other: float
) -> None:
    positions = np.linspace(0, 1, len(steps) + 1).tolist()
    retiming = Retiming.measured(positions, steps)
    assert (retiming.at(0.0), retiming.at(1.0)) == (0.0, 1.0)
    low, high = sorted((at, other))
    assert 0 <= retiming.at(low) <= retiming.at(high) <= 1
    assert abs(retiming.at(retiming.when(at)) - at) < 0.5 / len(steps)


def camera(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pictures of one bright edge whose place goes as the cube of the position: a steep path."""
    columns = np.arange(256)
    edge = 20 + 200 * positions**3
    rows = 1 / (1 + np.exp((columns[None] - edge[:, None]) / 6))
    return np.repeat(rows[:, None, :, None], 4, axis=1)


def test_speed_of_a_steep_path_is_evened_out() -> None:
    """A path that starts a hundred times slower than it ends changes evenly after re-timing."""
    coarse = np.linspace(0, 1, 65)
    retiming = Retiming.measured(coarse.tolist(), changes(camera(coarse)).tolist())
    frames = np.linspace(0, 1, 60)
    before = changes(camera(frames))
    after = changes(camera(np.array([retiming.at(t) for t in frames])))
    assert unevenness(before) > 0.7
    assert unevenness(after) < 0.1 * unevenness(before)


def test_nothing_measured_changes_nothing() -> None:
    """A path whose picture never changes keeps its times."""
    retiming = Retiming.measured(np.linspace(0, 1, 9).tolist(), [0.0] * 8)
    assert np.allclose([retiming.at(t) for t in (0.1, 0.5, 0.9)], [0.1, 0.5, 0.9])


def test_path_follows_its_retiming_and_knows_where_its_keys_went() -> None:
    coarse = np.linspace(0, 1, 33)
    retiming = Retiming.measured(coarse.tolist(), np.linspace(1, 9, 32).tolist())
    path = Path((Seed(0), Seed(1), Seed(2))).retimed(retiming)
    assert path.when(1) < 0.5
    assert np.abs(path.at(path.when(1)).resolve(SPACE) - SPACE.draw(1)).max() < 0.02
    assert (path.at(0.0), path.at(1.0)) == (Seed(0), Seed(2))
    assert path.retimed(None) == Path((Seed(0), Seed(1), Seed(2)))
    assert isinstance(hash(path), int)


@pytest.mark.parametrize(
    ("positions", "steps"),
    [
        ([0.0, 1.0], [1.0, 2.0]),
        ([0.0, 0.5, 0.9], [1.0, 2.0]),
        ([0.0, 0.5, 1.0], [1.0, -2.0]),
        ([0.0, 0.5, 1.0], [1.0, float("nan")]),
        ([0.0], []),
    ],
)
def test_what_is_no_measurement_is_refused(positions: list[float], steps: list[float]) -> None:
    with pytest.raises(BadValue):
        Retiming.measured(positions, steps)


def test_change_is_the_root_mean_square_over_pixels() -> None:
    pictures = np.zeros((3, 2, 2, 1))
    pictures[1] = 0.5
    pictures[2, 0, 0] = 0.5
    assert np.allclose(changes(pictures), [0.5, np.sqrt(3 * 0.25 / 4)])
    assert unevenness(np.zeros(4)) == 0.0
