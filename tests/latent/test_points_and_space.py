"""Recipes resolve to the same numbers always, and seeds do not depend on the batch."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import BadValue
from explorer.latent import (
    Edited,
    LatentSpace,
    Mix,
    Path,
    Point,
    Seed,
    Shift,
    Values,
    edit,
    resolved,
    typicality,
)

FLAT = LatentSpace((5,))
GRID = LatentSpace((1, 3, 4))
SEEDS = st.integers(0, 2**63 - 1)
NUMBERS = st.floats(-5, 5, width=32)


@st.composite
def points(draw: st.DrawFn, depth: int = 3) -> Point:
    """Any recipe of FLAT, a few levels deep."""
    if depth == 0 or draw(st.booleans()):
        if draw(st.booleans()):
            return Seed(draw(SEEDS), draw(st.integers(0, 100)))
        return Values(tuple(draw(st.lists(NUMBERS, min_size=5, max_size=5))))
    inner = points(depth - 1)
    kind = draw(st.sampled_from(["edited", "mix", "shift"]))
    if kind == "edited":
        return edit(draw(inner), draw(st.integers(0, 4)), draw(NUMBERS))
    if kind == "mix":
        mode = draw(st.sampled_from(["linear", "spherical"]))
        return Mix(draw(inner), draw(inner), draw(st.floats(0, 1)), mode)
    direction = tuple(draw(st.lists(NUMBERS, min_size=5, max_size=5)))
    return Shift(draw(inner), direction, draw(NUMBERS))


@given(points())
def test_a_recipe_is_a_value(point: Point) -> None:
    """It resolves to the same numbers, compares, hashes, and survives a process border."""
    first, again = point.resolve(FLAT), pickle.loads(pickle.dumps(point))
    assert first.shape == FLAT.shape and first.dtype == np.float32
    assert np.array_equal(first, point.resolve(FLAT))
    assert again == point and hash(again) == hash(point)
    assert np.array_equal(again.resolve(FLAT), first)


@given(
    st.lists(points(2), min_size=2, max_size=4),
    st.lists(st.sampled_from(["linear", "spherical", "smooth"]), min_size=3, max_size=3),
    st.lists(points(1), max_size=2),
    st.booleans(),
)
def test_points_resolved_together_are_those_resolved_alone_to_the_bit(
    keys: list[Point], modes: list[str], others: list[Point], closed: bool
) -> None:
    """A film's frames share what their way costs; a picture on screen is resolved alone."""
    segments = len(keys) if closed else len(keys) - 1
    path = Path(tuple(keys), closed=closed, modes=tuple((modes * 2)[:segments]))
    frames = [*path.points(7), *others, *path.points(3)]
    together, alone = resolved(frames, FLAT), [point.resolve(FLAT) for point in frames]
    assert together.dtype == np.float32
    assert np.array_equal(together, np.stack(alone))


@given(points(), st.integers(0, 4), NUMBERS, NUMBERS)
def test_an_edit_sets_one_dimension_and_the_last_one_counts(
    point: Point, dimension: int, first: float, second: float
) -> None:
    before = point.resolve(FLAT)
    edited = edit(edit(point, dimension, first), dimension, second)
    after = edited.resolve(FLAT)
    assert after[dimension] == np.float32(second)
    assert np.array_equal(np.delete(after, dimension), np.delete(before, dimension))
    assert not isinstance(edited.base, Edited)


@given(points(), points(), st.floats(0, 1))
def test_a_mix_is_the_curve_between_what_its_parts_resolve_to(a: Point, b: Point, t: float) -> None:
    x, y = a.resolve(FLAT), b.resolve(FLAT)
    wanted = (1 - t) * x.astype(np.float64) + t * y.astype(np.float64)
    assert np.allclose(Mix(a, b, t, "linear").resolve(FLAT), wanted, atol=1e-5)


@given(points(), st.lists(NUMBERS, min_size=5, max_size=5), NUMBERS)
def test_a_shift_moves_along_its_direction(
    point: Point, direction: list[float], amount: float
) -> None:
    moved = Shift(point, tuple(direction), amount).resolve(FLAT)
    wanted = point.resolve(FLAT) + np.float32(amount) * np.asarray(direction, np.float32)
    assert np.array_equal(moved, wanted)


def test_values_hold_every_float32_exactly() -> None:
    latent = np.random.default_rng(0).standard_normal(GRID.shape).astype(np.float32) * 1e-7
    assert np.array_equal(Values.of(latent).resolve(GRID), latent)


@pytest.mark.parametrize("point", [Values((1.0, 2.0), "photo.png"), Shift(Seed(0), (1.0,), 1.0)])
def test_numbers_of_another_space_are_refused(point: Point) -> None:
    with pytest.raises(BadValue, match="5"):
        point.resolve(FLAT)


@pytest.mark.parametrize("dimension", [-1, 5, 10_000])
def test_dimensions_that_are_not_there_are_refused(dimension: int) -> None:
    with pytest.raises(BadValue, match=f"dimension {dimension}"):
        Edited(Seed(0), ((dimension, 1.0),)).resolve(FLAT)


@given(SEEDS, st.integers(0, 40), st.integers(1, 12))
def test_rows_of_a_sample_depend_on_seed_and_row_alone(seed: int, row: int, more: int) -> None:
    few, many = GRID.sample(row + 1, seed), GRID.sample(row + more, seed)
    assert np.array_equal(few, many[: row + 1])
    assert np.array_equal(few[row], Seed(seed, row).resolve(GRID))


def test_samples_are_standard_normal_and_unlike_each_other() -> None:
    rows = LatentSpace((64,)).sample(500, 7)
    assert abs(rows.mean()) < 4 / np.sqrt(rows.size)
    assert rows.std() == pytest.approx(1, abs=0.02)
    across = np.asarray(np.corrcoef(rows[:100]))[np.triu_indices(100, 1)]
    assert np.abs(across).max() < 0.6 and np.abs(across.mean()) < 0.01
    other = LatentSpace((64,)).sample(500, 8)
    assert abs(np.corrcoef(rows.ravel(), other.ravel())[0, 1]) < 0.03


@pytest.mark.parametrize("seed", [-1, 2**63, 1.5, "3", None])
def test_seeds_that_cannot_be_are_refused(seed: int) -> None:
    with pytest.raises(BadValue, match="seed"):
        FLAT.sample(1, seed)


def test_no_rows_and_too_few() -> None:
    assert FLAT.sample(0, 0).shape == (0, 5)
    with pytest.raises(BadValue, match="count"):
        FLAT.sample(-1, 0)


@pytest.mark.parametrize(
    "latents", [np.zeros(5), np.zeros((2, 4)), np.zeros((1, 5, 1)), [[1], [2, 3]], "text"]
)
def test_latents_of_another_shape_are_refused(latents: object) -> None:
    with pytest.raises(BadValue, match="latents"):
        FLAT.check(latents)  # type: ignore[arg-type]  # what a script may do


def test_latents_that_are_not_finite_are_refused() -> None:
    with pytest.raises(BadValue, match="finite"):
        FLAT.check(np.full((1, 5), np.nan))


def test_a_space_describes_every_dimension_or_none() -> None:
    assert FLAT.names == ("z0", "z1", "z2", "z3", "z4")
    assert GRID.names == () and not GRID.flat and GRID.size == 12
    for field in ("names", "importance", "std"):
        with pytest.raises(BadValue, match=field):
            LatentSpace((5,), **{field: (1, 2)})  # type: ignore[arg-type]  # two of five
    for shape in ((), (0,), (3, -1)):
        with pytest.raises(BadValue, match="shape"):
            LatentSpace(shape)


def test_dimensions_are_ordered_by_importance_ties_as_numbered() -> None:
    space = LatentSpace((4,), importance=(0.5, 2.0, 0.5, 1.0), importance_kind="KL, nats")
    assert space.order() == (1, 3, 0, 2)
    assert space.order(by_importance=False) == (0, 1, 2, 3)
    assert FLAT.order() == (0, 1, 2, 3, 4)


@pytest.mark.parametrize("size", [4, 16, 64, 1024])
def test_typicality_is_standard_for_gaussian_samples(size: int) -> None:
    """Mean near 0 and deviation near 1 by simulation, which the formula approximates."""
    values = typicality(np.random.default_rng(1).standard_normal((4000, size)))
    assert abs(values.mean()) < 0.08
    assert values.std() == pytest.approx(1, abs=0.06)


def test_typicality_tells_the_chord_from_the_arc() -> None:
    space = LatentSpace((256,))
    middle = {
        mode: Path((Seed(1), Seed(2)), mode).at(0.5).resolve(space)[None]
        for mode in ("linear", "spherical")
    }
    assert typicality(middle["linear"])[0] < -5
    assert abs(typicality(middle["spherical"])[0]) < 3


@given(st.integers(2, 40), st.integers(1, 5), st.booleans())
def test_paths_hit_their_keys_themselves(keys: int, between: int, closed: bool) -> None:
    """At every number of keys and frames, whatever a share rounds to."""
    path = Path(tuple(Seed(i) for i in range(keys)), closed=closed)
    frames = path.points(path.segments * between + 1)
    wanted = [*path.keys, path.keys[0]] if closed else list(path.keys)
    assert list(frames[::between]) == wanted
    for i, key in enumerate(path.keys):
        assert path.at(i / path.segments) == key


def test_paths_stay_within_their_ends() -> None:
    path = Path((Seed(1), Seed(2), Seed(3)))
    assert path.at(-0.5) == Seed(1) and path.at(1.5) == Seed(3)
    assert path.points(1) == (Seed(1),)
    assert path.latents(4, FLAT).shape == (4, 5)
    with pytest.raises(BadValue, match="frames"):
        path.points(0)
    with pytest.raises(BadValue, match="key frames"):
        Path((Seed(1),))
