"""`interpolate`: a path through the latent space as a sheet or a film, which opens as that path."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path as File
from typing import TYPE_CHECKING

from explorer.cli.answers import add_answers
from explorer.cli.base import (
    Command,
    add_denoising,
    add_device,
    add_model,
    add_output,
    add_styles,
    whole,
)
from explorer.cli.make import ROW, context, pictures_of, requests_of, save, styled

if TYPE_CHECKING:
    from explorer.families import Model
    from explorer.latent import Point
    from explorer.sampling import Context
    from explorer.sampling.requests import Conditions
    from explorer.session import State


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_model(parser)
    add_answers(parser)
    for name in ("from", "to"):
        parser.add_argument(
            f"--{name}",
            dest=f"{name}_",
            required=True,
            metavar="SEED|FILE",
            help="a seed, or a picture: encoded, or searched for where there is no encoder",
        )
    parser.add_argument(
        "--via",
        action="append",
        default=[],
        metavar="SEED|FILE",
        help="a key frame on the way; more of them in their order",
    )
    parser.add_argument(
        "--frames",
        type=whole(2, 10_000),
        default=60,
        metavar="N",
        help="pictures, both ends included (default: 60)",
    )
    parser.add_argument(
        "--mode",
        default="spherical",
        help="spherical, linear or smooth, a spline through all (default: spherical)",
    )
    parser.add_argument(
        "--ease",
        default="steady",
        help="steady, or slow at each segment's start (in), end (out) or both (default: steady)",
    )
    parser.add_argument(
        "--even",
        action="store_true",
        help="constant visual speed: every frame changes the picture by the same amount",
    )
    parser.add_argument(
        "--closed", action="store_true", help="return to the first picture, to play in a loop"
    )
    parser.add_argument("--bounce", action="store_true", help="go back and forth")
    add_denoising(parser)
    add_styles(parser)
    add_output(parser, "strip.png")
    add_device(parser)


def _run(args: argparse.Namespace) -> int:
    from explorer.export import writer_for
    from explorer.session import share
    from explorer.session.plan import film

    writer_for(args.output)
    work = context(args)
    model = work.model(args.model)
    state = _path(work, model, args)
    points = film(state).points
    # One seed for all: a random solver's noise must not change from frame to frame.
    requests = requests_of(model, args, points, [0] * len(points))
    frames = pictures_of(work, requests, "interpolate", len(points))
    carried = None if "step" in model.spec.capabilities else share.recipe_of(state)
    return save(frames, args, min(len(points), ROW), *requests, carried=carried)


def _path(work: Context, model: Model, args: argparse.Namespace) -> State:
    """The window's state of this very path: what the film is made of, and opens as."""
    from explorer.latent import Path
    from explorer.session import Exploring, Interpolating, State, keys

    given = styled(model.spec, args)
    points = tuple(_key(model, text, given) for text in (args.from_, *args.via, args.to_))
    Path(points, args.mode)  # a wrong mode is said before anything else is made of it
    view = Interpolating(
        points, args.mode, frames=args.frames, rate=float(args.rate),
        closed=args.closed, bounce=args.bounce, even=args.even,
    )  # fmt: skip
    view = keys.set_all_eases(view, args.ease)
    state = State(args.model, "interpolate", Exploring(conditions=given), interpolating=view)
    return _evened(work, state) if args.even else state


def _evened(work: Context, state: State) -> State:
    """Measured, and with what the measurement found."""
    from explorer.sampling.pace import Even
    from explorer.session.state import Retimed

    view = state.interpolating
    request = Even(state.model, view.path, view.frames, state.exploring.conditions)
    *_, last = request.frames(work)
    kept = Retimed(state.model, view.path, request.conditions, last.values["retiming"])
    return replace(state, interpolating=replace(view, retimed=kept))


def _key(model: Model, text: str, given: Conditions) -> Point:
    """A key frame: a seed, or a picture's latent: the mean that it is encoded as, else the one
    whose picture, under the classes given, is found to be most like it.
    """
    from explorer.families.fitting import fit
    from explorer.formats.picture import read_picture
    from explorer.latent import Seed, Values

    if text.isdecimal():
        return Seed(int(text))
    picture = read_picture(File(text))
    size = model.spec.image
    wanted = picture.fitted(size.height, size.width, size.channels)
    if "encode" in model.spec.capabilities:
        return Values.of(model.encode(wanted[None])[0][0], picture.name)
    *_, found = fit(model, wanted, dict(given), told=True)
    return Values.of(found.latent, picture.name)


INTERPOLATE = Command(
    "interpolate",
    "Go from one picture to another through the latent space.",
    (
        "interpolate scenes-vae --from 1 --to 2 --frames 60 -o strip.png",
        "interpolate scenes-vae --from photo.png --to 7 --scale 4 -o morph.webp",
        "interpolate scenes-vae --from 1 --via 2 --to 3 --even --closed --scale 4 -o film.mp4",
    ),
    _arguments,
    _run,
)
