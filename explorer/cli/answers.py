"""What the command line says about a stranger's file: its other half, its range, whom to trust."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.opening.answers import Answers


def add_answers(parser: argparse.ArgumentParser) -> None:
    """The arguments of commands that open a model of any kind."""
    group = parser.add_argument_group("for models of others (docs/formats.md)")
    group.add_argument(
        "--with", dest="partner", metavar="FILE", help="the other half: its encoder or decoder"
    )
    group.add_argument(
        "--range", dest="span", type=float, nargs=2, metavar=("LOW", "HIGH"),
        help="of the numbers of its pictures, where the guess is wrong",
    )  # fmt: skip
    group.add_argument(
        "--picture-size", dest="picture_size", type=_size, metavar="WxH",
        help="of its pictures, where it takes any",
    )  # fmt: skip
    group.add_argument(
        "--trust", type=_hash, action="append", default=[], metavar="HASH",
        help="run the program in the file with this SHA-256; nothing else of a file is ever run",
    )  # fmt: skip


def answers_of(args: argparse.Namespace) -> Answers | None:
    """The answers that were given; None for none."""
    given: dict[str, Any] = {}
    if args.partner is not None:
        given["partner"] = str(Path(args.partner).absolute())
    if args.span is not None:
        given["span"] = tuple(args.span)
    if args.picture_size is not None:
        given["size"] = args.picture_size
    if not given:
        return None
    from explorer.opening.answers import of

    return of(**given)


def _size(text: str) -> tuple[int, int]:
    """ "64x48" as height and width."""
    found = re.fullmatch(r"(\d{1,4})x(\d{1,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is not as 64x48")
    return int(found[2]), int(found[1])


def _hash(text: str) -> str:
    if re.fullmatch(r"[0-9a-fA-F]{64}", text) is None:
        raise argparse.ArgumentTypeError("a SHA-256 has 64 hexadecimal digits")
    return text.lower()
