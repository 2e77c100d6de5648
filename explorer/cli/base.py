"""What a command is, and the arguments that several share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True)
class Command:
    """One entry of COMMANDS.

    Attributes:
        name: the word typed.
        help: one sentence.
        examples: command lines that work as they stand.
        arguments: adds its arguments to its parser.
        run: does it and returns the exit code; raises ExplorerError.
    """

    name: str
    help: str
    examples: tuple[str, ...]
    arguments: Callable[[argparse.ArgumentParser], object]
    run: Callable[[argparse.Namespace], int]

    @property
    def epilog(self) -> str:
        """The examples as `--help` shows them."""
        lines = (f"  latent-explorer {example}".rstrip() for example in self.examples)
        return "\n".join(("examples:", *lines))


def whole(low: int, high: int = 2**63 - 1) -> Callable[[str], int]:
    """An argument type: a whole number from `low` to `high`."""

    def number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{value} is not from {low} to {high}")
        return value

    return number


def add_model(parser: argparse.ArgumentParser) -> None:
    """The MODEL argument."""
    parser.add_argument(
        "model", metavar="MODEL", help="a bundled model's name, a model folder, or a file"
    )


def add_device(parser: argparse.ArgumentParser) -> None:
    """The --device argument."""
    # The names of explorer.runtimes.device.DEVICES, which checks them; not imported for speed.
    parser.add_argument(
        "--device",
        default="auto",
        metavar="DEVICE",
        help="auto, cpu, cuda or mps (default: auto, the best that works here)",
    )


def add_seed(parser: argparse.ArgumentParser, text: str) -> None:
    """The --seed argument."""
    parser.add_argument("--seed", type=whole(0), default=0, metavar="N", help=text)


def add_output(parser: argparse.ArgumentParser, name: str) -> None:
    """The arguments that say where pictures go."""
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path(name),
        metavar="FILE",
        help=".png for one sheet, .mp4, .gif or .webp for a film, NAME-####.png for a file a frame "
        f"(default: {name})",
    )
    parser.add_argument(
        "--scale",
        type=whole(1, 64),
        default=1,
        metavar="N",
        help="enlarge N times each way (default: 1)",
    )
    parser.add_argument(
        "--smooth",
        action="store_true",
        help="enlarge smoothly, in place of repeating every pixel",
    )
    parser.add_argument(
        "--rate",
        type=whole(1, 240),
        default=30,
        metavar="N",
        help="frames a second of a film (default: 30)",
    )


def add_denoising(parser: argparse.ArgumentParser) -> None:
    """The arguments of a denoising run; models without steps have no use for them."""
    parser.add_argument("--label", metavar="CLASS", help="a class, by name or number")
    parser.add_argument(
        "--prompt", metavar="WORDS", help="what to draw, for a model that listens to a text"
    )
    parser.add_argument("--negative", metavar="WORDS", help="what to keep away from, alike")
    parser.add_argument(
        "--steps", type=whole(1, 1000), default=50, metavar="N", help="solver steps (default: 50)"
    )
    parser.add_argument(
        "--guidance",
        type=float,
        default=2.0,
        metavar="W",
        help="1 follows the class, above exaggerates it (default: 2)",
    )
    parser.add_argument(
        "--scheduler",
        default="ddim",
        metavar="NAME",
        help="ddpm, ddim, euler, dpm++2m or heun (default: ddim)",
    )


def add_styles(parser: argparse.ArgumentParser) -> None:
    """The arguments of a style-based generator; others have no use for them."""
    parser.add_argument("--space", metavar="NAME", help="Z, W or W+: what latents are (default: Z)")
    parser.add_argument(
        "--truncation", type=float, metavar="PSI", help="0 is the mean of all styles (default: 1)"
    )
