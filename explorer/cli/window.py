"""The window (`latent-explorer [MODEL|FILE]`) and its tour."""

from __future__ import annotations

import argparse
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from explorer.cli.answers import add_answers, answers_of
from explorer.cli.base import OK, Command, add_device

LANGUAGES = ("en", "zh_CN")  # as of explorer.ui.language, which needs Qt
TOUR_FOLDER = Path("latent-explorer-tour")


def has_display() -> bool:
    """Whether a window can be shown: only a Linux without any display server cannot."""
    if not sys.platform.startswith("linux"):
        return True
    # QT_QPA_PLATFORM: whoever names a platform (offscreen, vnc) means it.
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _answers(os.environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Whether an X server listens; a terminal kept from an earlier login may name one that is gone.

    Qt ends the process there. Only displays of this computer (":0") are tried.
    """
    import socket

    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return bool(display)
    place = f"/tmp/.X11-unix/X{local[1]}"  # where every X server listens; none is made there
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
            line.settimeout(2.0)
            line.connect(address)
            return True
    return False


def _window_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "model",
        nargs="?",
        metavar="MODEL|FILE",
        help="a bundled model's name, a model folder, a file of any format, or a session (.lsx)",
    )
    add_answers(parser)
    add_device(parser)


def _open_window(args: argparse.Namespace) -> int:
    if args.model is not None and not _is_session(args.model):
        from explorer.library import find

        place = find(args.model)  # a misspelt name is said here, not in an empty window
        _remember(place, args)
    if not has_display():
        print(f"No display here: drawing a tour of the window into ./{TOUR_FOLDER}/ instead.")
        return _draw_tour(TOUR_FOLDER, (1280, 720), 1.0, "dark", args.device)
    from explorer.cli import libraries

    libraries.check()
    from explorer.app import run

    return run(args.model, args.device)


def _remember(place: Path, args: argparse.Namespace) -> None:
    """Answers and trust that are given with a window are the user's from then on."""
    answers = answers_of(args)
    if answers is not None:
        from explorer.opening import sidecar

        sidecar.save(place, answers.over(sidecar.load(place)))
    if args.trust:
        from explorer.opening import trust

        for digest in args.trust:
            trust.add(digest, place.name)


def _is_session(name: str) -> bool:
    """Whether a session file is named; one that is not there is no model either."""
    return name.lower().endswith(".lsx") and Path(name).is_file()


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    size = int(width), int(height)
    if not (640 <= size[0] <= 7680 and 480 <= size[1] <= 4320):
        raise argparse.ArgumentTypeError(f"{text} is not from 640x480 to 7680x4320")
    return size


def _tour_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="made if it does not exist")
    parser.add_argument(
        "--size",
        type=_size,
        default=(1280, 720),
        metavar="WxH",
        help="the window's size (default: 1280x720)",
    )
    parser.add_argument(
        "--scale",
        type=float,
        choices=(1.0, 1.5, 2.0),
        default=1.0,
        help="pixels a point, as on a high-DPI screen (default: 1)",
    )
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    add_device(parser)


def _tour(args: argparse.Namespace) -> int:
    return _draw_tour(args.folder, args.size, args.scale, args.theme, args.device, args.language)


def _draw_tour(
    folder: Path,
    size: tuple[int, int],
    scale: float,
    theme: str,
    device: str,
    language: str = "en",
) -> int:
    from explorer.cli import libraries
    from explorer.tour import draw

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    libraries.check()
    for picture in draw(folder, size, scale, theme, device, language):
        print(picture, flush=True)
    return OK


WINDOW = Command(
    "",
    "Without a command, open the window; without a display, draw its tour.",
    ("", "scenes-vae", "./my-model --device cpu", "sample scenes-vae --count 64 -o grid.png"),
    _window_arguments,
    _open_window,
)
TOUR = Command(
    "tour",
    "Drive the window through every view on the bundled models; write a picture of each.",
    ("tour pictures", "tour pictures --size 1920x1080 --scale 2 --theme light --language zh_CN"),
    _tour_arguments,
    _tour,
)
