"""Recipes survive JSON to the bit; what is not one is refused with its name and cause."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.analysis import Direction
from explorer.errors import BadValue, FileDamaged, FileRefused
from explorer.families import DenoiseSettings, StageSettings
from explorer.formats.picture import Picture
from explorer.latent import (
    Edited,
    LatentSpace,
    Mix,
    MorphGrid,
    Path,
    Point,
    Retiming,
    Seed,
    Shift,
    Smooth,
    Values,
)
from explorer.sampling.requests import Denoise, Generate
from explorer.session import recipe
from explorer.session.state import (
    Applied,
    Branch,
    Denoising,
    Exploring,
    Interpolating,
    Pin,
    Retimed,
    SideBySide,
    State,
    Translating,
    Unfolding,
)

floats = st.floats(allow_nan=False, allow_infinity=False)
singles = st.floats(allow_nan=False, allow_infinity=False, width=32)
whole = st.integers(0, 2**63 - 1)
seeds = st.builds(Seed, whole, whole, st.lists(singles, max_size=4).map(tuple))
values = st.builds(Values, st.lists(singles, max_size=80).map(tuple), st.text(max_size=8))


def nested(points: st.SearchStrategy[Point]) -> st.SearchStrategy[Point]:
    changes = st.lists(st.tuples(st.integers(0, 99), floats), max_size=3).map(tuple)
    gaps = st.tuples(floats, floats, floats)
    maybe = st.none() | points
    return (
        st.builds(Edited, points, changes)
        | st.builds(Mix, points, points, floats, st.text(max_size=5))
        | st.builds(Shift, points, st.lists(singles, max_size=70).map(tuple), floats)
        | st.builds(Smooth, maybe, points, points, maybe, floats, gaps)
    )


points = st.recursive(seeds | values, nested, max_leaves=12)


def bits(text: str) -> bytes:
    """Every number of a text, as the bytes of its double: 0.0 and -0.0 differ."""
    found: list[bytes] = []

    def note(number: str) -> float:
        found.append(struct.pack("<d", float(number)))
        return 0.0

    json.loads(text, parse_float=note)
    return b"".join(found)


@settings(max_examples=60, deadline=None)
@given(point=points)
def test_any_point_survives_to_the_bit(point: Point) -> None:
    state = State("m", exploring=Exploring(point))
    text = recipe.to_text(state)
    again = recipe.from_text(State, text)
    assert again == state
    assert hash(again) == hash(state)
    assert bits(recipe.to_text(again)) == bits(text)
    arrays: dict[str, Any] = {}
    data = json.loads(json.dumps(recipe.encode(state, arrays)))
    apart = recipe.decode(State, data, "file", arrays)
    assert bits(recipe.to_text(apart)) == bits(text)


def full_state() -> State:
    """A state with something in every field of every class."""
    picture = Picture.of(np.arange(48, dtype=np.uint8).reshape(4, 4, 3), "a ünïcode.png")
    direction = Direction.of(
        "smile", np.arange(1.0, 7.0), kind="groups", explained=0.5, explains="of it", score=3.0,
        score_kind="over 64 random", samples=12, source="scenes-vae",
    )  # fmt: skip
    keys = (Seed(1), Edited(Seed(2), ((3, -0.42),)), Values((0.1,) * 6, "x"))
    modes, eases = ("smooth", "linear", "spherical"), ("in", "both", "out")
    path = Path(keys, "smooth", True, (0.0, 0.3, 0.8, 1.0), modes, eases)
    retiming = Retiming.measured((0.0, 0.5, 1.0), (1.0, 3.0))
    exploring = Exploring(
        Mix(Seed(1), Seed(2), 0.3), (("label", "three"), ("style", 4)), frozenset({5, 1}), picture,
        False, 9, ((0, "hue"),), (Applied(direction, -1.5),), (2, 0), 4, False,
        ((Seed(4, weights=(0.5, 2.0)), 0), (Seed(5), 1)), 7, 0.25, (0.5, 2.0),
    )  # fmt: skip
    interpolating = Interpolating(
        keys, "smooth", 0.25, 90, 24.0, False, True, path.times, path.modes, path.eases, True,
        True, Retimed("scenes-vae", path, (("label", 3),), retiming),
        MorphGrid((Seed(1), Seed(2), Seed(3), Seed(4)), "linear"), (0.1, 0.9),
    )  # fmt: skip
    branches = (
        Branch(0, 4, (("guidance", 3.5), ("label", "two"))),
        Branch(1, 6, (("start", Mix(Seed(0), Seed(1), 0.5)), ("label", None))),
    )
    denoising = Denoising(
        DenoiseSettings(5, 20, "heun", 2.5, (("label", None),), Seed(8)), 3, picture, 400,
        branches, 2, 1, ("ddim", "euler"), 4, 6,
    )  # fmt: skip
    side = SideBySide(("digits-dcgan", "digits-ddpm"), "sliders", 11, 4, "rocket")
    stages = StageSettings(6, 70, 0.8, 0.25, (("label", 2),), Seed(9))
    grown = (Branch(0, 4, (("temperature", 2.0),)), Branch(1, 6, (("seed", 4),)))
    unfolding = Unfolding(stages, 12, picture, grown, 2, 1)
    state = State("scenes-vae", "denoise", exploring, interpolating, denoising, side, unfolding)
    redrawn = Translating(picture, (("style", 2),), (("style", "noto"),), True, True, picture)
    state = replace(state, translating=redrawn)
    return replace(state, pins=(Pin("the good one", State("digits-ddpm")), Pin("this", state)))


def test_every_field_of_a_state_survives() -> None:
    state = full_state()
    again = recipe.from_text(State, recipe.to_text(state))
    assert again == state
    assert again.exploring.picture is not None
    assert state.exploring.picture is not None
    assert again.exploring.picture.pixels == state.exploring.picture.pixels


def test_the_state_above_leaves_no_field_at_its_default() -> None:
    """Or the test above would not notice a field that is lost."""

    def check(value: Any) -> None:
        import dataclasses

        for field in dataclasses.fields(value):
            part = getattr(value, field.name)
            if field.default is not dataclasses.MISSING:
                assert part != field.default, f"{type(value).__name__}.{field.name}"

    state = full_state()
    for value in (
        state.exploring,
        state.interpolating,
        state.denoising,
        state.side,
        state.translating,
        state,
    ):
        check(value)


def test_requests_are_recipes_too() -> None:
    run = Denoise("m", DenoiseSettings(), Denoise("m", DenoiseSettings(seed=4)), 3)
    for request in (Generate("m", (Seed(0), Seed(1)), (("label", 3),)), run):
        kind: type[Any] = type(request)
        assert recipe.from_text(kind, recipe.to_text(request)) == request


def test_a_resolved_latent_comes_back_to_the_bit() -> None:
    space = LatentSpace((512,))
    latent = space.draw(3)
    again = recipe.from_text(Values, recipe.to_text(Values.of(latent, "encoded")))
    assert again.resolve(space).tobytes() == latent.tobytes()


def test_long_numbers_and_pixels_are_kept_once_beside_the_text() -> None:
    picture = Picture.of(np.zeros((32, 32, 3), np.uint8), "p")
    point = Values.of(LatentSpace((512,)).draw(0))
    seen = State("m", exploring=Exploring(point, picture=picture))
    state = replace(seen, pins=(Pin("a", seen), Pin("b", seen)))
    arrays: dict[str, Any] = {}
    text = json.dumps(recipe.encode(state, arrays))
    assert sorted((a.dtype.name, len(a)) for a in arrays.values()) == [
        ("float32", 512),
        ("uint8", 3072),
    ]
    assert len(text) < 8000
    assert recipe.decode(State, json.loads(text), "file", arrays) == state


def test_numbers_wider_than_float32_stay_exact() -> None:
    wide = Values(tuple(0.1 + i for i in range(100)))
    arrays: dict[str, Any] = {}
    data = recipe.encode(wide, arrays)
    assert [a.dtype.name for a in arrays.values()] == ["float64"]
    assert recipe.decode(Values, data, "file", arrays) == wide


def altered(path: tuple[str | int, ...], value: Any) -> str:
    data = json.loads(recipe.to_text(full_state()))
    part = data
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("exploring",), None),
        (("exploring", "grid_seed"), "nine"),
        (("exploring", "grid_seed"), 1.5),
        (("exploring", "grid_seed"), True),
        (("exploring", "pad"), [1, 2, 3]),
        (("exploring", "point"), {"is": "State"}),
        (("exploring", "point"), [1, 2]),
        (("exploring", "point", "t"), "half"),
        (("exploring", "picture", "height"), 5),
        (("exploring", "picture", "digest"), "0" * 64),
        (("exploring", "picture", "pixels"), {"zlib": "@@@"}),
        (("exploring", "picture", "pixels"), {"zlib": "eJwDAAAAAAE"}),
        (("exploring", "picture", "pixels"), {"array": "not-there"}),
        (("exploring", "locked"), 3),
        (("exploring", "directions", 0, "direction", "vector"), [0.0, 0.0]),
        (("interpolating", "retimed", "retiming", "positions"), [1.0, 0.5, 0.0]),
        (("interpolating", "retimed", "path", "mode"), "bent"),
        (("denoising", "branches", 0, "parent"), 1),
        (("denoising", "current"), 9),
        (("surplus",), 1),
        (("is",), "Exploring"),
        (("is",), 7),
    ],
)
def test_an_altered_field_is_damage_with_a_name(path: tuple[str | int, ...], value: Any) -> None:
    with pytest.raises(FileDamaged, match=r"^file\.json: "):
        recipe.from_text(State, altered(path, value), "file.json")


def test_a_field_that_is_younger_than_the_file_has_its_default() -> None:
    data = json.loads(recipe.to_text(full_state()))
    del data["exploring"]["walk_reach"], data["side"], data["unfolding"]
    again = recipe.from_text(State, json.dumps(data))
    assert again.exploring.walk_reach == Exploring().walk_reach
    assert again.side == State().side
    assert again.unfolding == State().unfolding


@pytest.mark.parametrize("change", ["lost", "unknown"])
def test_a_missing_or_unknown_field_is_named(change: str) -> None:
    data = json.loads(recipe.to_text(State()))
    if change == "lost":
        data["exploring"]["point"] = {"is": "Seed", "index": 0}
    else:
        data["exploring"]["unknown"] = 1
    with pytest.raises(FileDamaged, match="seed" if change == "lost" else "unknown"):
        recipe.from_text(State, json.dumps(data))


def test_a_class_from_the_future_is_refused_by_name() -> None:
    with pytest.raises(FileRefused, match="'Hologram'"):
        recipe.from_text(State, altered(("exploring", "point"), {"is": "Hologram"}))


@pytest.mark.parametrize(
    "text",
    ["", "{", "NaN", '{"is":"Seed","seed":NaN,"index":0}', '{"is":1,"is":2}', "[" * 100_000],
)
def test_what_is_no_json_is_damage(text: str) -> None:
    with pytest.raises(FileDamaged):
        recipe.from_text(State, text)


def test_nesting_ends_with_a_sentence_both_ways() -> None:
    point: Point = Seed(0)
    text = recipe.to_text(point)
    for _ in range(300):
        point = Mix(point, Seed(1), 0.5)
        text = (
            f'{{"is":"Mix","a":{text},"b":{{"is":"Seed","seed":1,"index":0}},"t":0.5,"mode":"x"}}'
        )
    with pytest.raises(BadValue, match="nest"):
        recipe.to_text(point)
    with pytest.raises(FileRefused, match="nest"):
        recipe.from_text(Mix, text)


def test_what_can_be_saved_can_be_read_wherever_it_stands() -> None:
    """A point at the very limit of depth, shared by the state and by what nests it deeper."""
    point: Point = Seed(0)
    deepest = 0
    for deep in range(200):
        point = Mix(point, Seed(1), 0.5)
        seen = State("m", exploring=Exploring(point))
        state = replace(
            seen,
            interpolating=Interpolating((point, Mix(point, Seed(2), 0.1))),
            pins=(Pin("a", replace(seen, pins=(Pin("b", seen),))),),
        )
        try:
            text = recipe.to_text(state)
        except BadValue:
            break
        assert recipe.from_text(State, text) == state
        deepest = deep
    assert deepest > 60


def test_a_number_that_is_not_finite_is_not_saved() -> None:
    for point in (Edited(Seed(0), ((0, float("nan")),)), Values((float("inf"),) * 99)):
        with pytest.raises(BadValue, match="finite"):
            recipe.encode(point, {})
