"""Requests on real, tiny models: what the frames hold, and that equal requests give equal ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer.errors import BadValue, Cancelled, NotSupported, UnknownName
from explorer.families import DenoiseSettings
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import Picture, to_bytes
from explorer.latent import Path as LatentPath
from explorer.latent import Seed, edit
from explorer.sampling import Cache, Context, Frame, Request
from explorer.sampling.denoise_requests import Compare
from explorer.sampling.latent_steps import side_by_side
from explorer.sampling.requests import (
    BATCH,
    Denoise,
    Generate,
    Grid,
    Measure,
    Open,
    Reconstruct,
    strip,
)
from tests.support.tiny import make_prompted, make_shared_latent

SETTINGS = DenoiseSettings(seed=2, steps=6, guidance=2.0).changed(label=1)


@pytest.fixture
def context() -> Context:
    return Context("cpu", Cache(64 << 20), lambda: None)


def frames(request: Request, context: Context) -> list[Frame]:
    return list(request.frames(context))


def test_open_tells_the_spec_and_how_each_network_runs(tiny_models: Path, context: Context) -> None:
    (frame,) = frames(Open(str(tiny_models / "tiny-gan")), context)
    assert frame.values["spec"].capabilities == {"generate", "score"}
    assert set(frame.values["runtimes"]) == {"generator", "critic"}


def test_generate_gives_the_models_pictures_latents_and_scores(
    tiny_models: Path, context: Context
) -> None:
    name = str(tiny_models / "tiny-gan")
    points = (Seed(3), edit(Seed(3), 1, 2.0))
    (frame,) = frames(Generate(name, points), context)
    model = context.model(name)
    latents = np.stack([p.resolve(model.latent) for p in points])
    images = model.generate(latents)
    assert np.array_equal(frame.images["image"], to_bytes(images))
    assert np.array_equal(frame.values["latents"], latents)
    assert np.allclose(frame.values["score"], model.score(images), atol=1e-6)
    assert frame.values["finite"] is True and frame.total == 1
    assert frame.nbytes == images.size + latents.nbytes + frame.values["score"].nbytes


@pytest.mark.parametrize("count", [1, BATCH, BATCH + 1, 3 * BATCH])
def test_grids_come_in_batches_that_cover_every_point(
    tiny_models: Path, context: Context, count: int
) -> None:
    name = str(tiny_models / "tiny-vae")
    points = tuple(Seed(1, i) for i in range(count))
    parts = frames(Grid(name, points), context)
    assert [p.index for p in parts] == list(range(parts[0].total))
    assert all(len(p.images["image"]) == BATCH for p in parts[:-1])
    together = np.concatenate([p.images["image"] for p in parts])
    (whole,) = frames(Generate(name, points), context)
    assert np.abs(together.astype(int) - whole.images["image"]).max() <= 1


def test_grids_notice_a_cancel_between_batches(tiny_models: Path) -> None:
    asked: list[int] = []

    def checkpoint() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise Cancelled

    context = Context("cpu", Cache(0), checkpoint)
    grid = Grid(str(tiny_models / "tiny-vae"), tuple(Seed(i) for i in range(10 * BATCH)))
    come: list[Frame] = []
    with pytest.raises(Cancelled):
        come.extend(grid.frames(context))
    assert len(come) == 2


def test_a_strip_is_its_path_in_even_steps(tiny_models: Path, context: Context) -> None:
    name, path = str(tiny_models / "tiny-vae"), LatentPath((Seed(1), Seed(2)))
    (frame,) = frames(strip(name, path, 5), context)
    wanted = path.latents(5, context.model(name).latent)
    assert np.array_equal(frame.values["latents"], wanted)


def test_reconstruct_shows_both_and_their_difference_with_its_error(
    tiny_models: Path, context: Context
) -> None:
    name = str(tiny_models / "tiny-vae")
    model = context.model(name)
    made = to_bytes(model.generate(model.latent.sample(1, 5)))[0]
    (frame,) = frames(Reconstruct(name, Picture.of(made, "own")), context)
    shown = {part: frame.images[part].astype(int) for part in frame.images}
    assert np.array_equal(shown["original"][0], made)
    apart = np.abs(shown["original"] - shown["reconstruction"])
    assert np.abs(shown["difference"] - apart).max() <= 1
    mse = float(np.mean((apart / 255) ** 2))
    assert frame.values["mse"] == pytest.approx(mse, rel=0.05)
    assert frame.values["psnr"] == pytest.approx(-10 * np.log10(frame.values["mse"]))
    assert frame.values["mean"].shape == frame.values["std"].shape == (6,)


def test_measure_drops_kept_pictures_only_if_the_way_changed(
    tiny_models: Path, context: Context
) -> None:
    name = str(tiny_models / "tiny-vae")
    context.open(name)
    before = context.model(name).networks["decoder"].runtime
    context.cache.put("kept", 1, 1)
    (frame,) = frames(Measure(name), context)
    changed = frame.values["runtimes"]["decoder"] != before
    assert (context.cache.get("kept") is None) == (
        changed or frame.values["runtimes"]["encoder"] != before
    )
    assert set(frame.values["timings"]) == {"decoder", "encoder"}


def test_denoise_gives_a_frame_an_evaluation_and_the_finished_picture(
    tiny_models: Path, context: Context
) -> None:
    name = str(tiny_models / "tiny-ddpm")
    parts = frames(Denoise(name, SETTINGS), context)
    model = context.model(name)
    assert isinstance(model, DiffusionModel)
    run = model.trajectory(SETTINGS).finish()
    assert len(parts) == len(run) + 1 == parts[0].total
    for part, step in zip(parts[:-1], run, strict=True):
        wanted = to_bytes(model.decode(np.stack([step.x_t, step.x0])))
        assert np.array_equal(part.images["x_t"], wanted[:1])
        assert np.array_equal(part.images["x0"], wanted[1:])
        assert (
            np.abs(
                part.images["noise"] / 255 - 0.5 - np.clip(step.noise[0, ..., None] / 6, -0.5, 0.5)
            ).max()
            < 0.003
        )
        assert part.values["timestep"] == step.timestep
        assert part.values["log_snr"] == step.log_snr
    assert np.array_equal(parts[-1].images["image"][0], to_bytes(run.image))


def count_evaluations(context: Context, name: str) -> list[int]:
    """Grows by one with every call of the denoiser from now on."""
    network, calls = context.model(name).networks["denoiser"], list[int]()
    asked = network.run

    def run(inputs: Any) -> Any:
        calls.append(1)
        return asked(inputs)

    network.run = run  # type: ignore[method-assign]  # to count
    return calls


def test_a_run_that_was_made_before_replays_from_its_record(
    tiny_models: Path, context: Context
) -> None:
    name = str(tiny_models / "tiny-ddpm")
    first = frames(Denoise(name, SETTINGS), context)
    calls = count_evaluations(context, name)
    again = frames(Denoise(name, SETTINGS), context)
    assert calls == []
    assert all(same(a, b) for a, b in zip(first, again, strict=True))


def test_a_run_that_was_cut_short_goes_on_where_it_was(tiny_models: Path, context: Context) -> None:
    name = str(tiny_models / "tiny-ddpm")
    source = Denoise(name, SETTINGS).frames(context)
    begun = [next(source) for _ in range(3)]
    calls = count_evaluations(context, name)
    whole = frames(Denoise(name, SETTINGS), context)
    assert len(calls) == SETTINGS.steps - 3
    assert all(same(a, b) for a, b in zip(begun, whole, strict=False))


def test_a_branch_computes_only_what_is_new(tiny_models: Path, context: Context) -> None:
    name = str(tiny_models / "tiny-ddpm")
    parent = Denoise(name, SETTINGS)
    before = frames(parent, context)
    calls = count_evaluations(context, name)
    branch = Denoise(name, SETTINGS.changed(guidance=4.0), parent, 4)
    after = frames(branch, context)
    assert len(calls) == SETTINGS.steps - 4
    assert all(same(a, b) for a, b in zip(before[:4], after[:4], strict=True))
    assert not same(before[-1], after[-1])


def test_a_branch_of_a_run_that_was_forgotten_is_the_same(tiny_models: Path) -> None:
    name = str(tiny_models / "tiny-ddpm")
    branch = Denoise(name, SETTINGS.changed(seed=9), Denoise(name, SETTINGS), 3)
    kept, forgetful = (Context("cpu", Cache(size), lambda: None) for size in (1 << 26, 0))
    pairs = zip(frames(branch, kept), frames(branch, forgetful), strict=True)
    assert all(same(a, b) for a, b in pairs)


def same(a: Frame, b: Frame) -> bool:
    return a.index == b.index and all(np.array_equal(a.images[k], b.images[k]) for k in a.images)


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: Generate(str(folder / "tiny-vae"), (edit(Seed(1), 2, 0.5),)),
        lambda folder: Grid(str(folder / "tiny-gan"), (Seed(1), Seed(2))),
        lambda folder: Denoise(str(folder / "tiny-ddpm"), SETTINGS),
        lambda folder: Denoise(
            str(folder / "tiny-ddpm"), SETTINGS, Denoise(str(folder / "tiny-ddpm"), SETTINGS), 2
        ),
    ],
)
def test_equal_requests_are_one_key_and_give_equal_frames(
    tiny_models: Path, make: Callable[[Path], Request]
) -> None:
    a, b = make(tiny_models), make(tiny_models)
    assert a == b and hash(a) == hash(b)
    first, second = (Context("cpu", Cache(0), lambda: None) for _ in range(2))
    assert all(same(x, y) for x, y in zip(frames(a, first), frames(b, second), strict=True))


def test_what_a_model_cannot_do_is_said(tiny_models: Path, context: Context) -> None:
    gan, vae = str(tiny_models / "tiny-gan"), str(tiny_models / "tiny-vae")
    picture = Picture.of(np.zeros((16, 16, 1), np.uint8), "black")
    with pytest.raises(NotSupported, match="encode"):
        frames(Reconstruct(gan, picture), context)
    with pytest.raises(NotSupported, match="denoise"):
        frames(Denoise(vae, SETTINGS), context)
    with pytest.raises(UnknownName, match="label"):
        frames(Generate(vae, (Seed(0),), (("label", 1),)), context)
    with pytest.raises(BadValue, match="dimension 99"):
        frames(Generate(vae, (edit(Seed(0), 99, 1.0),)), context)


def test_a_picture_is_rebuilt_as_what_is_told(tmp_path: Path, context: Context) -> None:
    """Its code is the same, whatever it is drawn as."""
    name = str(make_shared_latent(tmp_path))
    model = context.model(name)
    picture = Picture.of(to_bytes(model.generate(model.latent.sample(1, 5)))[0], "own")
    found = [frames(Reconstruct(name, picture, (("label", kind),)), context)[0] for kind in (0, 2)]
    np.testing.assert_array_equal(found[0].values["mean"], found[1].values["mean"])
    for kind, frame in zip((0, 2), found, strict=True):
        wanted = to_bytes(model.generate(frame.values["mean"][None], label=kind))
        np.testing.assert_array_equal(frame.images["reconstruction"], wanted)


def test_steps_in_latents_are_shown_as_the_pictures_they_decode_to(
    tmp_path: Path, context: Context
) -> None:
    """Where a step has four channels of latents, the panes show pictures of the model's size."""
    folder = make_prompted(tmp_path)
    request = Denoise(str(folder), DenoiseSettings(seed=1, steps=3).changed(prompt="red square"))
    *steps, finished = frames(request, context)
    model = context.model(str(folder))
    assert isinstance(model, DiffusionModel)
    run = request.trajectory(context)
    for index, frame in enumerate(steps):
        for name in ("x_t", "x0"):
            wanted = to_bytes(model.decode(getattr(run[index], name)[None]))
            assert frame.images[name].shape == (1, 16, 16, 3)
            assert np.abs(frame.images[name].astype(int) - wanted).max() <= 1
        noise = frame.images["noise"]
        assert noise.shape == (1, 16, 16, 3) and noise.std() > 10
    first, second = (model.decode(run[i].x0[None]) for i in (0, 1))
    assert np.isnan(steps[0].values["change"])
    moved = 255 * np.sqrt(np.mean((second - first) ** 2))
    assert steps[1].values["change"] == pytest.approx(moved, abs=0.05)
    assert finished.images["image"].shape == (1, 16, 16, 3)


def test_the_channels_of_latent_noise_stand_side_by_side() -> None:
    planes = np.stack([np.full((2, 2), v, np.float32) for v in (-3, -1, 1)])
    shown = side_by_side(planes, (8, 8, 3))
    assert shown.shape == (1, 8, 8, 3) and (shown[..., 0] == shown[..., 2]).all()
    corners = [int(shown[0, y, x, 0]) for y, x in ((0, 0), (0, 7), (7, 0), (7, 7))]
    assert corners == [0, 85, 170, 128]  # the fourth is empty: zero


def test_schedulers_are_compared_in_pictures_too(tmp_path: Path, context: Context) -> None:
    folder = str(make_prompted(tmp_path))
    runs = tuple(Denoise(folder, DenoiseSettings(1, 2, name)) for name in ("ddim", "euler"))
    for frame in frames(Compare(runs), context)[:-1]:
        assert frame.images["x0"].shape == (1, 16, 16, 3)
