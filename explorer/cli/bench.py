"""`bench`: the program's speed on this machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from explorer.cli.base import Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")


def _run(args: argparse.Namespace) -> int:
    from explorer.bench import main
    from explorer.cli import libraries

    libraries.check("offscreen")  # where it draws, whatever is set here
    return main(args.json)


BENCH = Command(
    "bench",
    "Measure how fast the window answers here, against the models' own speed.",
    ("bench", "bench --json speed.json"),
    _arguments,
    _run,
)
