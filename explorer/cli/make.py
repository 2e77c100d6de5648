"""`sample` and `interpolate`: pictures of points, made by the same requests as the window's."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path as File
from typing import TYPE_CHECKING

from explorer.cli.base import (
    OK,
    Command,
    add_denoising,
    add_device,
    add_model,
    add_output,
    add_seed,
    whole,
)
from explorer.cli.progress import Progress

if TYPE_CHECKING:
    from explorer.export import Frames
    from explorer.export.base import Bytes
    from explorer.families import Model, Spec
    from explorer.latent import Point
    from explorer.sampling import Context, Request

# A strip of more pictures than this goes on in another row.
ROW = 60


def context(device: str) -> Context:
    """What requests run on without an engine: no cache, nobody to cancel."""
    from explorer.sampling import Cache, Context

    return Context(device, Cache(0), lambda: None)


def conditions(spec: Spec, label: str | None) -> tuple[tuple[str, int | str], ...]:
    """--label as the model's first condition: a class's name, else its number."""
    if label is None:
        return ()
    names = spec.conditions[0].names if spec.conditions else ()
    value = int(label) if label.isdecimal() and label not in names else label
    return ((spec.conditions[0].name if spec.conditions else "label", value),)


def save(frames: Frames, args: argparse.Namespace, columns: int, *requests: Request) -> int:
    """Write pictures to --output with their recipe while they are made, and say where."""
    from explorer.export import Beside, Options, recipe, write

    carried = recipe(*requests)
    options = Options(columns, args.rate, scale=args.scale, smooth=args.smooth, recipe=carried)
    with Beside(lambda pictures: write(pictures, args.output, options)) as film:
        for frame in frames:
            film.offer((frame,))
        film.finished()
    print(args.output)
    return OK


def _requests(
    model: Model, args: argparse.Namespace, points: Sequence[Point], seeds: Sequence[int]
) -> list[Request]:
    """One request for all points, or one run a point for a model that denoises."""
    from explorer.families import DenoiseSettings
    from explorer.sampling.requests import Denoise, Grid

    given = conditions(model.spec, args.label)
    if "step" not in model.spec.capabilities:
        return [Grid(args.model, tuple(points), given)]
    settings = DenoiseSettings(
        steps=args.steps, scheduler=args.scheduler, guidance=args.guidance, conditions=given
    )
    return [
        Denoise(args.model, settings.changed(seed=seed, start=point))
        for point, seed in zip(points, seeds, strict=True)
    ]


def _pictures(
    work: Context, requests: Sequence[Request], title: str, total: int
) -> Iterator[Bytes]:
    """The finished pictures of the requests, (H, W, C) uint8 each."""
    with Progress(title, total) as bar:
        for request in requests:
            for frame in request.frames(work):
                pictures = frame.images.get("image", ())
                yield from pictures
                bar.advance(len(pictures))


def _sample_arguments(parser: argparse.ArgumentParser) -> None:
    add_model(parser)
    parser.add_argument(
        "--count", type=whole(1, 10_000), default=64, metavar="N", help="pictures (default: 64)"
    )
    add_seed(parser, "picture i depends on it and on i alone (default: 0)")
    add_denoising(parser)
    add_output(parser, "grid.png")
    add_device(parser)


def _sample(args: argparse.Namespace) -> int:
    from explorer.export import writer_for
    from explorer.latent import Seed

    writer_for(args.output)  # a wrong suffix is said before the work, not after it
    work = context(args.device)
    points = [Seed(args.seed, index) for index in range(args.count)]
    seeds = range(args.seed, args.seed + args.count)
    requests = _requests(work.model(args.model), args, points, seeds)
    frames = _pictures(work, requests, "sample", args.count)
    return save(frames, args, 0, *requests)


def _interpolate_arguments(parser: argparse.ArgumentParser) -> None:
    add_model(parser)
    for name in ("from", "to"):
        parser.add_argument(
            f"--{name}",
            dest=f"{name}_",
            required=True,
            metavar="SEED|FILE",
            help="a seed, or a picture where the model encodes",
        )
    parser.add_argument(
        "--frames",
        type=whole(2, 10_000),
        default=60,
        metavar="N",
        help="pictures, both ends included (default: 60)",
    )
    parser.add_argument(
        "--mode", default="spherical", help="spherical or linear (default: spherical)"
    )
    add_denoising(parser)
    add_output(parser, "strip.png")
    add_device(parser)


def _interpolate(args: argparse.Namespace) -> int:
    from explorer.export import writer_for
    from explorer.latent import Path

    writer_for(args.output)
    work = context(args.device)
    model = work.model(args.model)
    path = Path((_key(model, args.from_), _key(model, args.to_)), args.mode)
    # One seed for all: a random solver's noise must not change from frame to frame.
    requests = _requests(model, args, path.points(args.frames), [0] * args.frames)
    frames = _pictures(work, requests, "interpolate", args.frames)
    return save(frames, args, min(args.frames, ROW), *requests)


def _key(model: Model, text: str) -> Point:
    """A key frame: a seed, or the mean that a picture is encoded as."""
    from explorer.formats.picture import read_picture
    from explorer.latent import Seed, Values

    if text.isdecimal():
        return Seed(int(text))
    picture = read_picture(File(text))
    size = model.spec.image
    mean, _ = model.encode(picture.fitted(size.height, size.width, size.channels)[None])
    return Values.of(mean[0], picture.name)


SAMPLE = Command(
    "sample",
    "Draw pictures from a model's prior.",
    (
        "sample scenes-vae --count 64 --seed 0 -o grid.png",
        "sample digits-ddpm --count 16 --label 3 -o threes.png",
    ),
    _sample_arguments,
    _sample,
)
INTERPOLATE = Command(
    "interpolate",
    "Go from one picture to another through the latent space.",
    (
        "interpolate scenes-vae --from 1 --to 2 --frames 60 -o strip.png",
        "interpolate scenes-vae --from photo.png --to 7 --scale 4 -o morph.webp",
    ),
    _interpolate_arguments,
    _interpolate,
)
