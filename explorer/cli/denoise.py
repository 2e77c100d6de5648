"""`denoise`: every step of a diffusion model, as a strip or a film."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from explorer.cli.answers import add_answers
from explorer.cli.base import Command, add_denoising, add_device, add_model, add_output, add_seed
from explorer.cli.make import ROW, conditions, context, save
from explorer.cli.progress import Progress

if TYPE_CHECKING:
    from explorer.export.base import Bytes
    from explorer.sampling import Context
    from explorer.sampling.requests import Denoise


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_model(parser)
    add_answers(parser)
    add_seed(parser, "of the first noise (default: 0)")
    add_denoising(parser)
    add_output(parser, "steps.png")
    add_device(parser)


def _run(args: argparse.Namespace) -> int:
    from explorer.export import writer_for
    from explorer.families import DenoiseSettings
    from explorer.sampling.requests import Denoise

    writer_for(args.output)
    work = context(args)
    settings = DenoiseSettings(
        seed=args.seed,
        steps=args.steps,
        scheduler=args.scheduler,
        guidance=args.guidance,
        conditions=conditions(work.model(args.model).spec, args),
    )
    request = Denoise(args.model, settings)
    return save(_columns(work, request), args, ROW, request)


def _columns(work: Context, request: Denoise) -> Iterator[Bytes]:
    """One picture a step: x_t over the predicted x0 over the predicted noise."""
    from explorer.export.steps import PARTS, step_picture

    planned = request.trajectory(work).planned
    with Progress("denoise", planned + 1) as bar:
        for frame in request.frames(work):
            yield step_picture(frame, PARTS)
            bar.advance()


DENOISE = Command(
    "denoise",
    "Show every step from noise to picture: x_t, predicted x0, predicted noise.",
    (
        "denoise digits-ddpm --steps 50 -o steps.png",
        "denoise digits-ddpm --label 3 --scheduler heun --scale 4 -o steps.gif",
        'denoise emoji-latent-diffusion --prompt "smiling face, noto" --guidance 4 -o smile.png',
    ),
    _arguments,
    _run,
)
