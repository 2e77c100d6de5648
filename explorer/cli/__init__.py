"""The command line. To add a command: one file here, one line in COMMANDS.

Neither Qt nor torch is loaded by importing this: each command imports what it needs when it runs,
so that `--help` is instant and the window is on the screen before torch is.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from explorer import __version__
from explorer.cli.base import FAILED, INTERRUPTED, OK, Command
from explorer.cli.bench import BENCH
from explorer.cli.convert import CONVERT
from explorer.cli.denoise import DENOISE
from explorer.cli.inspect import INSPECT, MODELS
from explorer.cli.interpolate import INTERPOLATE
from explorer.cli.make import SAMPLE
from explorer.cli.window import TOUR, WINDOW
from explorer.errors import ExplorerError

COMMANDS: tuple[Command, ...] = (
    MODELS,
    INSPECT,
    CONVERT,
    SAMPLE,
    INTERPOLATE,
    DENOISE,
    TOUR,
    BENCH,
)
NAME = "latent-explorer"

__all__ = ["COMMANDS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0: done. 1: failed, said in one sentence on stderr. 2: wrong usage. 130: interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        args = _parser(words).parse_args(words)
        code: int = args.run(args)
        sys.stdout.flush()
    except ExplorerError as error:
        print(f"{NAME}: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(f"{NAME}: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has left (`latent-explorer models | head -1`): not a failure,
        # but nothing may be flushed to the closed pipe on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command, or, where the first word names none, of the window.

    One parser with optional sub-commands would take a model's name for a misspelt command.
    """
    if words and words[0] in {"-h", "--help", "--version", *(c.name for c in COMMANDS)}:
        return _whole_parser()
    parser = argparse.ArgumentParser(prog=NAME, description=WINDOW.help)
    WINDOW.arguments(parser)
    parser.set_defaults(run=WINDOW.run)
    return parser


def _layout(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=30)


def _whole_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=NAME,
        usage=f"{NAME} [MODEL|FILE] [--device DEVICE]\n       {NAME} COMMAND ...",
        description="See and feel what a generative image model has learned.\n" + WINDOW.help,
        epilog=WINDOW.epilog,
        formatter_class=_layout,
    )
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    commands = parser.add_subparsers(
        metavar="COMMAND --help", required=True, title="commands", prog=NAME
    )
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.help,
            description=command.help,
            epilog=command.epilog,
            formatter_class=_layout,
        )
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return parser
