"""`sample`: pictures of points, by the same requests as the window's; and what others share."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.cli.answers import add_answers, answers_of
from explorer.cli.base import (
    OK,
    Command,
    add_denoising,
    add_device,
    add_model,
    add_output,
    add_seed,
    add_styles,
    whole,
)
from explorer.cli.progress import Progress

if TYPE_CHECKING:
    from explorer.export import Frames
    from explorer.export.base import Bytes
    from explorer.families import Model, Spec
    from explorer.latent import Point
    from explorer.sampling import Context, Request
    from explorer.sampling.requests import Conditions

# A strip of more pictures than this goes on in another row.
ROW = 60


def context(args: argparse.Namespace) -> Context:
    """What requests run on without an engine: no cache, nobody to cancel.

    Programs in files run only where --trust names them, whatever the window was told.
    """
    from explorer.sampling import Cache, Context

    work = Context(args.device, Cache(0), lambda: None, trusted=lambda: frozenset(args.trust))
    answers = answers_of(args)
    if answers is not None:
        work.shelf.answers[args.model] = answers
    return work


def conditions(spec: Spec, args: argparse.Namespace) -> tuple[tuple[str, int | str], ...]:
    """--label as the model's first condition: a class's name, else its number; the texts told."""
    from explorer.families.base import TEXTS

    texts = tuple((name, text) for name in TEXTS if (text := getattr(args, name)) is not None)
    return tuple(sorted((*_class(spec, args.label), *texts)))


def styled(spec: Spec, args: argparse.Namespace) -> Conditions:
    """The same with --space and --truncation."""
    given = ((name, getattr(args, name)) for name in ("space", "truncation"))
    told = tuple(pair for pair in given if pair[1] is not None)
    return tuple(sorted((*conditions(spec, args), *told)))


def _class(spec: Spec, label: str | None) -> tuple[tuple[str, int | str], ...]:
    from explorer.families import SPACE

    if label is None:
        return ()
    classes = next((c for c in spec.conditions if c.name != SPACE), None)
    names = classes.names if classes is not None else ()
    value = int(label) if label.isdecimal() and label not in names else label
    return ((classes.name if classes is not None else "label", value),)


def save(
    frames: Frames,
    args: argparse.Namespace,
    columns: int,
    *requests: Request,
    carried: Mapping[str, Any] | None = None,
) -> int:
    """Write pictures to --output while they are made, and say where.

    What they carry is `carried`, or the recipe of `requests`.
    """
    from explorer.export import Beside, Options, recipe, write

    carried = carried or recipe(*requests)
    options = Options(columns, args.rate, scale=args.scale, smooth=args.smooth, recipe=carried)
    with Beside(lambda pictures: write(pictures, args.output, options)) as film:
        for frame in frames:
            film.offer((frame,))
        film.finished()
    print(args.output)
    return OK


def requests_of(
    model: Model, args: argparse.Namespace, points: Sequence[Point], seeds: Sequence[int]
) -> list[Request]:
    """One request for all points, or one run a point for a model that denoises."""
    from explorer.families import DenoiseSettings
    from explorer.sampling.requests import Denoise, Grid

    if "step" not in model.spec.capabilities:
        return [Grid(args.model, tuple(points), styled(model.spec, args))]
    given = conditions(model.spec, args)
    settings = DenoiseSettings(
        steps=args.steps, scheduler=args.scheduler, guidance=args.guidance, conditions=given
    )
    return [
        Denoise(args.model, settings.changed(seed=seed, start=point))
        for point, seed in zip(points, seeds, strict=True)
    ]


def pictures_of(
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
    add_answers(parser)
    parser.add_argument(
        "--count", type=whole(1, 10_000), default=64, metavar="N", help="pictures (default: 64)"
    )
    add_seed(parser, "picture i depends on it and on i alone (default: 0)")
    add_denoising(parser)
    add_styles(parser)
    add_output(parser, "grid.png")
    add_device(parser)


def _sample(args: argparse.Namespace) -> int:
    from explorer.export import writer_for
    from explorer.latent import Seed

    writer_for(args.output)  # a wrong suffix is said before the work, not after it
    work = context(args)
    points = [Seed(args.seed, index) for index in range(args.count)]
    seeds = range(args.seed, args.seed + args.count)
    requests = requests_of(work.model(args.model), args, points, seeds)
    frames = pictures_of(work, requests, "sample", args.count)
    return save(frames, args, 0, *requests)


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
