"""Analyses through the engine's context: right pictures, progress, and a cancel between batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer.analysis import Direction, finish, local_axes, pixel_effects, strip
from explorer.errors import BadValue, Cancelled, NotSupported
from explorer.families import DenoiseSettings
from explorer.formats.picture import Picture
from explorer.latent import Path as Way
from explorer.latent import Retiming, Seed, unevenness
from explorer.sampling import Cache, Context, Frame
from explorer.sampling.analysis_requests import (
    Attribute,
    Effects,
    GroupDirection,
    Heat,
    LocalAxes,
    Response,
    Strip,
)
from explorer.sampling.denoise_requests import Commitment, Compare, Invert, NoisePicture
from explorer.sampling.frames import pixels
from explorer.sampling.pace import Even, Pace
from explorer.sampling.requests import Denoise, Generate
from explorer.session.state import Applied, Exploring
from tests.support import tiny

pytestmark = pytest.mark.usefixtures("bundled_tiny")


@dataclass
class Fuse:
    """A checkpoint that lets a number of calls pass and then cancels."""

    left: int = 10**9
    calls: int = 0

    def __call__(self) -> None:
        self.calls += 1
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.fixture
def fuse() -> Fuse:
    return Fuse()


@pytest.fixture
def context(fuse: Fuse) -> Context:
    return Context("cpu", Cache(1 << 26), fuse)


def checked(frames: Iterator[Frame]) -> list[Frame]:
    """All frames, whose numbering the engine relies on: only the last says that it is."""
    made = list(frames)
    assert [frame.index for frame in made] == list(range(len(made)))
    assert all(frame.index + 1 < frame.total for frame in made[:-1])
    assert made[-1].index + 1 == made[-1].total
    return made


def run(request: Any, context: Context) -> Frame:
    assert hash(request) == hash(request)
    return checked(request.frames(context))[-1]


REQUESTS = (
    Strip("tiny-vae", Seed(0), 2),
    Heat("tiny-vae", Seed(0), 2),
    Effects("tiny-vae"),
    Response("tiny-vae", count=2, samples=48),
    LocalAxes("tiny-vae", Seed(0)),
    GroupDirection("tiny-vae", (Seed(0), Seed(1)), (Seed(2), Seed(3), Seed(4))),
    Attribute(
        "tiny-vae", tuple(Seed(i) for i in range(40)), tuple(i % 3 == 0 for i in range(40)), "third"
    ),
    Pace("tiny-vae", Way((Seed(0), Seed(1)))),
    Even("tiny-vae", Way((Seed(0), Seed(1)))),
)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda r: type(r).__name__)
def test_every_analysis_ends_with_its_finding_and_can_be_cancelled(
    request_: Any, context: Context, fuse: Fuse
) -> None:
    frames = checked(request_.frames(context))
    assert (frames[-1].values.keys() | frames[-1].images.keys()) - {"progress"}
    done = [frame.values["progress"][0] for frame in frames[:-1]]
    assert done == sorted(set(done))
    calls = fuse.calls
    for left in range(min(calls, 3)):
        fuse.left = left
        with pytest.raises(Cancelled):
            list(request_.frames(context))


def test_a_film_strip_is_the_pictures_of_its_points(context: Context) -> None:
    frame = run(Strip("tiny-vae", Seed(3), 1, count=5), context)
    points = strip(Seed(3), 1, count=5)
    alone = run(Generate("tiny-vae", points), context)
    assert np.array_equal(frame.images["image"], alone.images["image"])


def test_findings_are_those_of_the_analysis(context: Context) -> None:
    model = context.model("tiny-vae")
    found = run(LocalAxes("tiny-vae", Seed(2), 3), context).values["directions"]
    wanted = finish(local_axes(model.generate, model.latent.draw(2), 3, model="tiny-vae"))
    assert found == wanted
    effects = run(Effects("tiny-vae", 8), context).values["effects"]
    assert effects == finish(pixel_effects(model.generate, model.latent, 8))
    assert min(effects) > 0


def test_heat_of_a_direction_and_of_a_dimension(context: Context) -> None:
    axis = Direction.of("axis", np.eye(6)[4])
    one = run(Heat("tiny-vae", Seed(1), 4), context).values["heat"]
    same = run(Heat("tiny-vae", Seed(1), direction=axis.vector), context).values["heat"]
    assert one.shape == (16, 16)
    assert one.max() > 0
    assert np.array_equal(one, same)


def test_findings_count_in_sigmas_of_a_prior_that_is_not_normal(
    context: Context, tmp_path: Path
) -> None:
    """A uniform code deviates by 0.58; a slider's amount 1, and the heat, are of as much."""
    name = str(tiny.make_infogan(tmp_path))
    model, label = context.model(name), (("category", 0),)
    code = model.latent.names.index("code 1")
    axis = np.eye(model.latent.size, dtype=np.float32)[code]
    found = run(Heat(name, Seed(1), code, conditions=label), context).values["heat"]
    latent, sigma = model.latent.draw(1)[None], np.float32(3**-0.5)
    ends = (model.generate(latent + side * sigma * axis, category=0) for side in (0.5, -0.5))
    wanted = np.abs(np.subtract(*ends)).mean(axis=(0, 3))
    assert np.allclose(found, wanted, atol=1e-6) and found.max() > 0
    (first, *_) = run(LocalAxes(name, Seed(2), 3, label), context).values["directions"]
    assert first.sigma == pytest.approx(model.latent.deviation(first.array), rel=1e-5)
    moved = Exploring(Seed(2), directions=(Applied(first, 2.0),)).shown.resolve(model.latent)
    assert np.allclose(moved - model.latent.draw(2), 2 * first.sigma * first.array, atol=1e-6)


def test_a_measured_pace_makes_the_path_even(context: Context) -> None:
    way = Way((Seed(0), Seed(1), Seed(5)), times=(0.0, 0.15, 1.0))
    before = run(Pace("tiny-vae", way), context).values
    retiming = Retiming.measured(before["positions"].tolist(), before["changes"].tolist())
    after = run(Pace("tiny-vae", way.retimed(retiming)), context).values
    assert unevenness(after["changes"]) < 0.25 * unevenness(before["changes"])
    assert len(before["typicality"]) == len(before["positions"]) == len(before["changes"]) + 1


def test_at_constant_speed_every_frame_changes_the_picture_alike(context: Context) -> None:
    """Whatever the keys' times and the curves between them, and where a path rests."""
    keys = (Seed(0), Seed(1), Seed(1), Seed(2))
    ways = (
        Way(keys[:2], "linear"),
        Way(keys, "smooth", times=(0.0, 0.1, 0.8, 1.0), eases=("in", "steady", "both")),
    )
    for way in ways:
        before = run(Pace("tiny-vae", way, 30), context).values
        found = run(Even("tiny-vae", way, 30), context).values
        assert np.allclose(found["before"], before["changes"], atol=1e-6)
        assert unevenness(found["changes"]) < min(0.06, 0.2 * unevenness(before["changes"]))
        again = run(Pace("tiny-vae", way.retimed(found["retiming"]), 30), context).values
        assert np.allclose(again["changes"], found["changes"], atol=1e-6)
        assert np.allclose(again["typicality"], found["typicality"])


def test_a_diffusion_model_has_no_latent_directions(context: Context) -> None:
    for request in (Strip("tiny-ddpm", Seed(0), 0), Response("tiny-ddpm")):
        with pytest.raises(NotSupported, match="one step"):
            list(request.frames(context))


def test_groups_of_other_requests_fail_as_values(context: Context) -> None:
    with pytest.raises(BadValue, match="empty"):
        list(GroupDirection("tiny-vae", (), (Seed(0),)).frames(context))


# -- denoising ------------------------------------------------------------------------------------

SETTINGS = DenoiseSettings(1, 8, "ddim", 1.0, (("label", 0),))


def picture() -> Picture:
    shape = (tiny.class_mean(0)[0] + 1) / 2
    return Picture.of(np.kron(shape, np.ones((2, 2))).astype(np.float32), "drawn")


def test_noise_on_a_picture_and_what_the_model_sees_in_it(context: Context) -> None:
    little = run(NoisePicture("tiny-ddpm", picture(), 5, SETTINGS), context)
    much = run(NoisePicture("tiny-ddpm", picture(), 900, SETTINGS), context)
    original = little.images["original"].astype(int)
    for frame in (little, much):
        assert np.abs(frame.images["x0"].astype(int) - original).mean() < 12
    assert np.abs(little.images["x_t"].astype(int) - original).mean() < 12
    assert np.abs(much.images["x_t"].astype(int) - original).mean() > 40
    assert little.values["log_snr"] > 0 > much.values["log_snr"]


def test_inversion_is_shown_live_and_ends_with_its_error(context: Context) -> None:
    frames = checked(Invert("tiny-ddpm", picture(), SETTINGS, rounds=1).frames(context))
    assert len(frames) == 8 * 3 + 1
    assert all(frame.images.keys() == {"x_t", "x0"} for frame in frames[:-1])
    last = frames[-1]
    assert last.values["psnr"] > 20
    again = run(Denoise("tiny-ddpm", last.values["settings"]), context)
    assert np.array_equal(again.images["image"], last.images["rebuilt"])


def test_commitment_leaves_the_run_it_asks_about_as_it_was(context: Context) -> None:
    whole = Denoise("tiny-ddpm", SETTINGS.changed(seed=4))
    alone = run(whole, Context("cpu", Cache(1 << 26), lambda: None))
    frames = checked(Commitment(whole, 3, count=4, steps=4).frames(context))
    assert [frame.values["count"] for frame in frames] == [1, 2, 3, 4]
    assert frames[-1].images["tries"].shape == (4, 16, 16, 1)
    assert frames[-1].values["openness"] > 0
    assert len(whole.trajectory(context)) == 4
    assert np.array_equal(run(whole, context).images["image"], alone.images["image"])


def test_compared_runs_are_those_of_the_view(context: Context) -> None:
    runs = tuple(
        Denoise("tiny-ddpm", SETTINGS.changed(scheduler=name))
        for name in ("ddim", "euler", "heun", "dpm++2m")
    )
    frames = checked(Compare(runs).frames(context))
    levels = [frame.values["log_snr"] for frame in frames[:-1]]
    planned = frames[-1].values["planned"]
    assert len(levels) == sum(planned)
    assert planned[2] == 15
    alone = [run(one, context).images["image"][0] for one in runs]
    assert np.array_equal(frames[-1].images["image"], np.stack(alone))
    replayed = checked(Compare(runs).frames(context))
    assert [frame.values["log_snr"] for frame in replayed[:-1]] == sorted(levels)


def test_a_comparison_that_was_cancelled_goes_on_from_where_it_was(
    context: Context, fuse: Fuse
) -> None:
    runs = tuple(Denoise("tiny-ddpm", SETTINGS.changed(scheduler=n)) for n in ("ddim", "euler"))
    fuse.left = 5
    with pytest.raises(Cancelled):
        list(Compare(runs).frames(context))
    made = sum(len(one.trajectory(context)) for one in runs)
    assert made == 5
    fuse.left = 16 - 5
    frames = checked(Compare(runs).frames(context))
    assert len(frames) == 17


def test_models_without_steps_say_so(context: Context) -> None:
    for request in (
        NoisePicture("tiny-vae", picture(), 5, SETTINGS),
        Invert("tiny-vae", picture(), SETTINGS),
        Commitment(Denoise("tiny-vae", SETTINGS), 0),
        Compare((Denoise("tiny-vae", SETTINGS),)),
    ):
        with pytest.raises(NotSupported):
            list(request.frames(context))


def test_runs_from_pictures_are_runs(context: Context, bundled_tiny: Path) -> None:
    start = Denoise("tiny-ddpm", SETTINGS, picture=picture(), level=400)
    branch = Denoise("tiny-ddpm", SETTINGS.changed(seed=9), start, 2)
    first = run(start, context)
    assert first.images["image"].shape == (1, 16, 16, 1)
    assert first.total == len(start.trajectory(context)) + 1
    assert not np.array_equal(run(branch, context).images["image"], first.images["image"])
    shared = branch.trajectory(context)[1].x_t
    assert np.array_equal(shared, start.trajectory(context)[1].x_t)
    assert bundled_tiny.is_dir()
    assert pixels(start.trajectory(context).image[None]).dtype == np.uint8
