"""Paths: keys are hit exactly, smooth curves are smooth and stay on the shell, times are kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import BadValue, UnknownName
from explorer.latent import (
    EASES,
    PATH_MODES,
    LatentSpace,
    Mix,
    MorphGrid,
    Path,
    Seed,
    Smooth,
    Values,
    depth,
    settled,
    shift,
    typicality,
)

SPACE = LatentSpace((64,))
KEYS = tuple(Seed(i) for i in range(5))
TIMES = (0.0, 0.1, 0.5, 0.6, 1.0)


def resolve(path: Path, position: float) -> np.ndarray:
    return path.at(position).resolve(SPACE)


@pytest.mark.parametrize("mode", PATH_MODES)
@pytest.mark.parametrize("closed", [False, True])
def test_keys_are_hit_exactly_at_their_times(mode: str, closed: bool) -> None:
    times = (0.0, 0.1, 0.5, 0.6, 0.7, 1.0) if closed else TIMES
    path = Path(KEYS, mode, closed, times)
    for key, point in enumerate(KEYS):
        assert path.at(path.when(key)) == point
    assert path.at(1.0) == (KEYS[0] if closed else KEYS[-1])


def test_even_times_give_the_same_recipes_as_no_times() -> None:
    """A session saved before keys had times of their own replays the same points."""
    plain = Path(KEYS, "spherical")
    timed = Path(KEYS, "spherical", times=(0.0, 0.25, 0.5, 0.75, 1.0))
    assert plain.points(33) == timed.points(33)
    assert plain.at(0.125) == Mix(KEYS[0], KEYS[1], 0.5, "spherical")


@pytest.mark.parametrize("closed", [False, True])
def test_smooth_curve_has_one_velocity_on_both_sides_of_every_key(closed: bool) -> None:
    times = (0.0, 0.1, 0.5, 0.6, 0.7, 1.0) if closed else TIMES
    path = Path(KEYS, "smooth", closed, times)
    step = 1e-3
    for key in range(1, len(KEYS)):
        if not closed and key == len(KEYS) - 1:
            continue
        at = path.when(key)
        here = resolve(path, at).astype(np.float64)
        before = (here - resolve(path, at - step)) / step
        after = (resolve(path, at + step) - here) / step
        assert np.linalg.norm(after - before) < 0.05 * np.linalg.norm(before)


def test_other_modes_do_turn_sharply_at_keys() -> None:
    """The measure above is able to fail: a spherical path has a corner at its keys."""
    path, step = Path(KEYS, "spherical", times=TIMES), 1e-3
    at = path.when(1)
    before = (resolve(path, at) - resolve(path, at - step)) / step
    after = (resolve(path, at + step) - resolve(path, at)) / step
    assert np.linalg.norm(after - before) > 0.5 * np.linalg.norm(before)


def test_smooth_curve_stays_between_the_lengths_of_its_keys() -> None:
    lengths = [np.linalg.norm(key.resolve(SPACE)) for key in KEYS]
    along = np.linalg.norm(Path(KEYS, "smooth").latents(201, SPACE), axis=1)
    assert along.min() >= min(lengths) * (1 - 1e-6)
    assert along.max() <= max(lengths) * (1 + 1e-6)
    chord = Path(KEYS, "linear").latents(201, SPACE)
    assert np.abs(typicality(Path(KEYS, "smooth").latents(201, SPACE))).max() < 3
    assert typicality(chord).min() < -3


def test_smooth_curve_through_one_line_is_that_line() -> None:
    a = SPACE.draw(0)
    keys = tuple(Values.of(a * np.float32(1 + i)) for i in range(4))
    got = Path(keys, "smooth").latents(31, SPACE)
    wanted = np.stack([a * (1 + i / 10) for i in range(31)])
    assert np.abs(got - wanted).max() < 1e-4


def test_smooth_curve_passes_zero_and_opposite_keys() -> None:
    a = SPACE.draw(0)
    keys = (Values.of(a), Values.of(-a), Values.of(np.zeros(64)), Values.of(a))
    assert np.isfinite(Path(keys, "smooth").latents(50, SPACE)).all()


def test_each_segment_may_have_its_own_mode_and_ease() -> None:
    modes, eases = ("linear", "spherical", "smooth", "linear"), ("steady", "in", "out", "both")
    path = Path(KEYS, modes=modes, eases=eases)
    assert path.at(0.125) == Mix(KEYS[0], KEYS[1], 0.5, "linear")
    assert path.at(0.375) == Mix(KEYS[1], KEYS[2], 0.25, "spherical")
    third = path.at(0.625)
    assert isinstance(third, Smooth)
    assert third.t == 0.75
    assert path.at(0.875) == Mix(KEYS[3], KEYS[4], 0.5, "linear")


@pytest.mark.parametrize("kind", EASES)
@given(t=st.floats(0, 1), u=st.floats(0, 1))
def test_eases_keep_ends_and_order(kind: str, t: float, u: float) -> None:
    from explorer.latent import ease

    assert (ease(0.0, kind), ease(1.0, kind)) == (0.0, 1.0)
    low, high = sorted((t, u))
    assert 0 <= ease(low, kind) <= ease(high, kind) <= 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"times": (0.0, 1.0)},
        {"times": (0.0, 0.5, 0.5, 0.6, 1.0)},
        {"times": (0.1, 0.2, 0.5, 0.6, 1.0)},
        {"modes": ("linear",)},
        {"eases": ("in",)},
    ],
)
def test_what_does_not_fit_the_keys_is_refused(wrong: dict[str, tuple[float, ...]]) -> None:
    with pytest.raises(BadValue):
        Path(KEYS, **wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_unknown_modes_and_eases_are_named() -> None:
    with pytest.raises(UnknownName, match="bent"):
        Path(KEYS, "bent")
    with pytest.raises(UnknownName, match="hasty"):
        Path(KEYS, eases=("hasty",) * 4)


def test_a_morph_grid_has_its_corners_and_is_cheap_to_name() -> None:
    grid = MorphGrid((KEYS[0], KEYS[1], KEYS[2], KEYS[3]), "linear")
    points = grid.points(5, 7)
    assert (points[0], points[6], points[28], points[34]) == KEYS[:4]
    middle = grid.at(0.5, 0.5).resolve(SPACE)
    wanted = np.mean([key.resolve(SPACE) for key in KEYS[:4]], axis=0)
    assert np.abs(middle - wanted).max() < 1e-6
    assert len({hash(p) for p in points}) == 35
    assert depth(grid.at(0.3, 0.7)) == 3
    with pytest.raises(BadValue):
        grid.points(1, 4)


def test_shifts_along_one_direction_are_one_shift() -> None:
    direction = tuple(np.eye(64, dtype=np.float32)[3].tolist())
    point = shift(shift(Seed(0), direction, 1.5), direction, 0.5)
    assert depth(point) == 2
    assert shift(point, direction, -2.0) == Seed(0)
    assert point.resolve(SPACE)[3] == SPACE.draw(0)[3] + np.float32(2)


def test_a_long_walk_settles_into_numbers_without_moving() -> None:
    point = Mix(Seed(0), Seed(1), 0.3)
    for i in range(20):
        point = settled(Mix(point, Seed(i), 0.2), SPACE, limit=6)  # type: ignore[assignment]  # a Point
        assert depth(point) <= 6
    deep = Mix(Mix(Mix(Seed(0), Seed(1), 0.5), Seed(2), 0.5), Seed(3), 0.5)
    assert np.array_equal(settled(deep, SPACE, 2).resolve(SPACE), deep.resolve(SPACE))
