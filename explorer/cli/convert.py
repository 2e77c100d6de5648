"""`convert`: any model that opens, as a folder of ours."""

from __future__ import annotations

import argparse
from pathlib import Path

from explorer.cli.answers import add_answers, answers_of
from explorer.cli.base import OK, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a checkpoint, or a model's folder")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR", help="made if it does not exist")
    parser.add_argument("--no-onnx", action="store_true", help="write no ONNX beside the weights")
    add_answers(parser)


def _run(args: argparse.Namespace) -> int:
    from explorer.library import find
    from explorer.opening import understand
    from explorer.opening.convert import convert

    found = understand(find(args.file), answers_of(args), frozenset(args.trust))
    print(convert(found, args.folder, not args.no_onnx))
    return OK


CONVERT = Command(
    "convert",
    "Write a stranger's model as a folder of this program: safetensors, manifest, ONNX.",
    ("convert epoch=99.ckpt ./my-model", "convert enc.pth ./my-model --with dec.pth"),
    _arguments,
    _run,
)
