"""A copied script makes the picture on the screen again, to the bit; so does a shared recipe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.analysis import Direction
from explorer.errors import FileDamaged, FileRefused, NotSupported
from explorer.export import recipe as plain_recipe
from explorer.families import DenoiseSettings, StageSettings
from explorer.formats.picture import Picture
from explorer.latent import Edited, LatentSpace, Mix, MorphGrid, Point, Seed, Shift, Values
from explorer.sampling import Cache, Context, Frame
from explorer.sampling.frames import pixels
from explorer.sampling.requests import Denoise, Generate, Grid, Reconstruct
from explorer.session import share, tree
from explorer.session.plan import beside, denoising, exploration, interpolation, path, plan, retimed
from explorer.session.python import python
from explorer.session.state import (
    SOURCES,
    Applied,
    Denoising,
    Exploring,
    Interpolating,
    SideBySide,
    State,
    Translating,
    Unfolding,
)
from tests.support import tiny

pytestmark = pytest.mark.usefixtures("bundled_tiny")


@pytest.fixture(scope="module")
def context() -> Context:
    return Context("cpu", Cache(1 << 26), lambda: None)


def last(frames: Iterator[Frame]) -> NDArray[np.uint8]:
    *_, frame = frames
    return np.asarray(frame.images["image"])


def run(script: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(script, "script", "exec"), names)  # the text that is copied is what is tested
    return names


def shown(script: str) -> NDArray[np.uint8]:
    return pixels(run(script)["image"][None])


DIRECTION = Direction.of("d", np.arange(1.0, 7.0))
EASES = ("in", "both")
POINTS: tuple[Point, ...] = (
    Seed(0),
    Seed(2**63 - 1, 5),
    Edited(Mix(Seed(1), Seed(2), 0.3, "linear"), ((0, 0.1), (5, -1.0))),
    Values((0.1, 0.2, -0.0, 1e-20, 3.0, -4.0), "a 'quoted' file.png"),
    Shift(Seed(3), DIRECTION.vector, 0.7),
)


@pytest.mark.parametrize("point", POINTS)
def test_explore_is_reproduced_to_the_bit(context: Context, point: Point) -> None:
    applied = (Applied(DIRECTION, 1.25), Applied(DIRECTION.reversed(), 0.0))
    state = State("tiny-vae", exploring=Exploring(point, directions=applied))
    wanted = last(exploration(state).frames(context))
    assert np.array_equal(shown(python(state)), wanted)


def test_long_latents_are_laid_out_in_rows(tmp_path: Path) -> None:
    folder = tiny.make_vae(tmp_path, latent=40)
    point = Values.of(LatentSpace((40,)).draw(1))
    script = python(State(str(folder), exploring=Exploring(point)))
    assert max(map(len, script.splitlines())) < 220
    assert np.array_equal(run(script)["latent"], point.resolve(LatentSpace((40,))))


@pytest.mark.parametrize("mode", ["linear", "spherical", "smooth"])
def test_interpolations_are_reproduced_to_the_bit(context: Context, mode: str) -> None:
    view = Interpolating(
        (Seed(1), POINTS[2], Seed(3)), mode, 0.3, 21, times=(0.0, 0.7, 1.0), eases=EASES
    )
    state = State("tiny-vae", "interpolate", interpolating=view)
    measured = retimed(state, (0.0, 0.5, 1.0), (1.0, 4.0))
    state = replace(state, interpolating=replace(view, even=True, retimed=measured))
    assert path(state).retiming is not None
    names = run(python(state))
    wanted = last(interpolation(state).frames(context))
    assert np.array_equal(pixels(names["image"][None]), wanted)
    frames = Grid("tiny-vae", path(state).points(21)).frames(context)
    strip = np.concatenate([frame.images["image"] for frame in frames])
    assert np.array_equal(pixels(names["images"]), strip)


def test_the_picture_of_a_morph_grid_is_reproduced_to_the_bit(context: Context) -> None:
    sheet = MorphGrid((Seed(1), POINTS[2], Seed(3), Seed(4)), "linear")
    view = Interpolating(grid=sheet, grid_at=(0.25, 0.7))
    state = State("tiny-vae", "interpolate", interpolating=view)
    names = run(python(state))
    assert np.array_equal(pixels(names["image"][None]), last(plan(state).frames(context)))
    assert plan(state) != interpolation(state)


@pytest.mark.parametrize("scheduler", ["ddim", "ddpm", "dpm++2m"])
def test_denoising_is_reproduced_to_the_bit(context: Context, scheduler: str) -> None:
    settings = DenoiseSettings(4, 12, scheduler, 3.0, (("label", "cross"),))
    view = Denoising(settings)
    view = tree.grow(view, 4, guidance=1.5, label="square")
    view = tree.grow(view, 7, seed=9)
    view = tree.grow(view, 2, parent=0, start=Mix(Seed(1), Seed(2), 0.25))
    state = State("tiny-ddpm", "denoise", denoising=view)
    for current in range(4):
        state = replace(state, denoising=replace(view, current=current, shown=6))
        names = run(python(state))
        assert np.array_equal(pixels(names["image"][None]), last(denoising(state).frames(context)))
        assert np.array_equal(names["step"].x_t, names["run"][6].x_t)


def test_prompts_are_in_scripts_and_recipes(context: Context, tmp_path: Path) -> None:
    folder = str(tiny.make_prompted(tmp_path))
    told = (("negative", "flat"), ("prompt", "red square"))
    view = tree.grow(Denoising(DenoiseSettings(1, 2, conditions=told)), 1, prompt="blue cross")
    state = State(folder, "denoise", denoising=replace(view, current=1))
    picture = last(denoising(state).frames(context))
    assert np.array_equal(shown(python(state)), picture)
    text = json.dumps(plain_recipe(denoising(state)))
    again = share.read_recipe(text, "cat.png").state
    assert again.denoising.settings.conditions == told
    assert np.array_equal(last(denoising(again).frames(context)), picture)
    exploring = Exploring(Seed(2), conditions=(("prompt", "round"),))
    state = State(folder, "explore", exploring)
    assert np.array_equal(shown(python(state)), last(exploration(state).frames(context)))


def test_a_picture_to_denoise_from_is_in_the_script(context: Context) -> None:
    drawn = (tiny.class_mean(2)[0] + 1) / 2
    picture = Picture.of(np.kron(drawn, np.ones((3, 2))).astype(np.float32), "my 'own'.png")
    view = tree.grow(Denoising(DenoiseSettings(1, 15), picture=picture, noised_to=300), 3, seed=2)
    state = State("tiny-ddpm", "denoise", denoising=view)
    assert np.array_equal(shown(python(state)), last(denoising(state).frames(context)))
    noise = np.random.default_rng(0).integers(0, 256, (1200, 1200, 3)).astype(np.uint8)
    large = replace(view, picture=Picture.of(noise, "large.png"))
    with pytest.raises(NotSupported, match=r"large\.png"):
        python(replace(state, denoising=large))


def test_a_run_of_stages_is_reproduced_to_the_bit(context: Context, tmp_path: Path) -> None:
    settings = StageSettings(4, temperature=0.8, kept=0.25, conditions=(("label", 2),))
    state = State(str(tiny.make_autoregressive(tmp_path)), "steps")
    drawn = np.random.default_rng(0).integers(0, 256, (8, 8, 1)).astype(np.uint8)
    for picture in (None, Picture.of(drawn, "mine.png")):
        state = replace(state, unfolding=Unfolding(settings, picture=picture))
        assert np.array_equal(shown(python(state)), last(plan(state).frames(context)))


def test_branches_of_a_run_of_stages_are_reproduced_to_the_bit(
    context: Context, tmp_path: Path
) -> None:
    view = Unfolding(StageSettings(4, temperature=0.8, conditions=(("label", 2),)))
    view = tree.grow(view, 20, seed=9)
    view = tree.grow(view, 40, temperature=2.0, label=0)
    view = tree.grow(view, 10, parent=0, start=Mix(Seed(1), Seed(2), 0.25))
    folder = str(tiny.make_autoregressive(tmp_path))
    for current in range(4):
        state = State(folder, "steps", unfolding=replace(view, current=current))
        assert np.array_equal(shown(python(state)), last(plan(state).frames(context)))


def test_views_without_a_script_say_so() -> None:
    with pytest.raises(NotSupported, match="diagnose"):
        python(State("tiny-vae", "diagnose"))


# -- recipes in pictures --------------------------------------------------------------------------


def test_a_recipe_restores_the_state_and_names_its_model() -> None:
    picture = Picture.of(np.zeros((4, 4, 3), np.uint8), "p")
    state = State("tiny-vae", exploring=Exploring(POINTS[2], picture=picture))
    text = json.dumps(share.recipe_of(state))
    session = share.read_recipe(text, "saved.png")
    assert session.state == state
    (model,) = session.models
    assert model.name == "tiny-vae"
    assert {file.name for file in model.files} >= {"decoder.onnx"}


def test_a_large_picture_is_left_out_where_it_decides_nothing() -> None:
    large = Picture.of(np.zeros((1500, 1500, 3), np.uint8), "large.png")
    state = State("tiny-vae", exploring=Exploring(POINTS[3], picture=large))
    kept = share.read_recipe(json.dumps(share.recipe_of(state)), "p.png").state
    assert kept == replace(state, exploring=replace(state.exploring, picture=None))
    start = State("tiny-ddpm", "denoise", denoising=Denoising(picture=large))
    with pytest.raises(NotSupported, match=r"large\.png"):
        share.recipe_of(start)
    styled = State("tiny-vae", "translate", translating=Translating(style=large))
    with pytest.raises(NotSupported, match=r"large\.png"):
        share.recipe_of(styled)
    elsewhere = replace(styled, view="explore")
    kept = share.read_recipe(json.dumps(share.recipe_of(elsewhere)), "p.png").state
    assert kept == replace(elsewhere, translating=Translating())


def test_a_picture_of_the_command_line_opens_as_well(context: Context) -> None:
    requests: tuple[Generate | Grid, ...] = (
        Generate("tiny-vae", (POINTS[2],)),
        Grid("tiny-gan", tuple(Seed(4, i) for i in range(9))),
        Grid("tiny-vae", (Seed(1), Mix(Seed(1), Seed(2), 0.5), Seed(2))),
    )
    wanted = ("explore", "explore", "interpolate")
    for request, view in zip(requests, wanted, strict=True):
        state = share.read_recipe(json.dumps(plain_recipe(request)), "cli.png").state
        assert (state.model, state.view) == (request.model, view)
        first = last(Generate(request.model, request.points[:1]).frames(context))
        assert np.array_equal(last(plan(state).frames(context)), first)
    settings = DenoiseSettings(2, 8, "euler", 2.0, (("label", 1),))
    base = Denoise("tiny-ddpm", settings)
    branch = Denoise("tiny-ddpm", settings.changed(seed=5, label=2), base, 3)
    for run_ in (base, branch):
        state = share.read_recipe(json.dumps(plain_recipe(run_)), "cli.png").state
        assert np.array_equal(last(denoising(state).frames(context)), last(run_.frames(context)))
    encoded = Reconstruct("tiny-vae", Picture.of(np.zeros((4, 4, 3), np.uint8), "p"))
    with pytest.raises(FileRefused, match="latents alone"):
        share.read_recipe(json.dumps(plain_recipe(encoded)), "cli.png")


def test_a_picture_of_the_command_line_without_models_is_read_too() -> None:
    """As they were before hashes were kept; a list of something else is damage."""
    whole = plain_recipe(Generate("tiny-vae", (Seed(1),)))
    bare = {name: part for name, part in whole.items() if name != "models"}
    text, other = json.dumps(bare), json.dumps(whole | {"models": [3]})
    assert share.read_recipe(text, "a.png") == share.read_recipe(json.dumps(whole), "a.png")
    with pytest.raises(FileDamaged, match=r"^a\.png: "):
        share.read_recipe(other, "a.png")


@pytest.mark.parametrize("text", ["", "{}", '{"format": "x"}', '{"requests": [3]}'])
def test_what_is_no_recipe_is_a_typed_error(text: str) -> None:
    with pytest.raises((FileDamaged, FileRefused), match=r"^a\.png: "):
        share.read_recipe(text, "a.png")


@pytest.mark.parametrize("source", SOURCES)
def test_models_side_by_side_are_reproduced_to_the_bit(
    context: Context, tmp_path: Path, source: str
) -> None:
    """One that must be told a class, one that cannot rebuild a picture, one of another shape."""
    told = str(tiny.make_told_translator(tmp_path))
    picture = Picture.of(np.random.default_rng(6).integers(0, 256, (9, 20, 3), np.uint8), "mine")
    exploring = Exploring(Edited(Seed(4), ((0, 1.5),)), (("label", 2),), picture=picture)
    view = SideBySide(("tiny-gan", told), source, seed=3, count=5)
    state = State("tiny-vae", "side", exploring=exploring, side=view)
    names = run(python(state))
    found = {}
    for name in ("tiny-vae", "tiny-gan", told):
        model = context.model(name)
        heard = frozenset(c.name for c in model.spec.conditions)
        if source == "sliders" and model.latent.shape != context.model("tiny-vae").latent.shape:
            continue
        if source == "picture" and "encode" not in model.spec.capabilities:
            continue
        *_, frame = beside(state, name, heard).frames(context)
        kind = "reconstruction" if source == "picture" else "image"
        found[name] = frame.images[kind]
    assert len(found) > (source == "seed") and names["images"].keys() == found.keys()
    for name, images in found.items():
        np.testing.assert_array_equal(pixels(names["images"][name]), images)


def test_without_a_picture_to_rebuild_there_is_no_script() -> None:
    state = State("tiny-vae", "side", side=SideBySide((), "picture"))
    with pytest.raises(NotSupported, match="no picture"):
        python(state)


# -- latents as text ------------------------------------------------------------------------------


@pytest.mark.parametrize("point", POINTS)
def test_a_latent_copied_as_text_is_numbers_and_a_recipe(point: Point) -> None:
    space = LatentSpace((6,))
    text = share.latent_text("tiny-vae", point, space)
    assert share.read_latent(text) == ("tiny-vae", point, "")
    data = json.loads(text)
    assert np.array_equal(np.asarray(data["values"], np.float32), point.resolve(space))
    model, values, _ = share.read_latent(json.dumps(data | {"point": None}))
    assert model == "tiny-vae"
    assert np.array_equal(values.resolve(space), point.resolve(space))


def test_what_is_no_latent_is_a_typed_error() -> None:
    good = json.loads(share.latent_text("m", Seed(0), LatentSpace((2,))))
    for wrong in ({"format": "x"}, {"version": 99}, {"model": 3}, {"point": 3}, {"space": "Q"}):
        with pytest.raises((FileDamaged, FileRefused)):
            share.read_latent(json.dumps(good | wrong))
    with pytest.raises(FileDamaged):
        share.read_latent(json.dumps(good | {"point": None, "values": ["a"]}))


@pytest.mark.parametrize("drawn", [False, True])
def test_a_redrawn_picture_and_its_way_back(context: Context, tmp_path: Path, drawn: bool) -> None:
    """Of the program's own face, and of a picture that must be padded."""
    folder = str(tiny.make_told_translator(tmp_path))
    pixels_of = np.random.default_rng(4).integers(0, 256, (9, 20, 3), np.uint8)
    picture = Picture.of(pixels_of, "mine") if drawn else None
    view = Translating(picture, (("label", 2),), (("label", 0),))
    state = State(folder, "translate", translating=view)
    (frame,) = plan(state).frames(context)
    names = run(python(state))
    np.testing.assert_array_equal(pixels(names["image"][None]), frame.images["image"])
    np.testing.assert_array_equal(pixels(names["returned"][None]), frame.images["returned"])


@pytest.mark.parametrize("given", [False, True])
def test_a_picture_in_the_style_of_another(context: Context, tmp_path: Path, given: bool) -> None:
    """By the model's own pattern, and by a picture that must be padded, at half strength."""
    folder = str(tiny.make_style_transfer(tmp_path))
    pixels_of = np.random.default_rng(5).integers(0, 256, (9, 20, 3), np.uint8)
    style = Picture.of(pixels_of, "mine") if given else None
    state = State(
        folder, "translate", translating=Translating(conditions=(("strength", 0.5),), style=style)
    )
    (frame,) = plan(state).frames(context)
    names = run(python(state))
    np.testing.assert_array_equal(pixels(names["image"][None]), frame.images["image"])
