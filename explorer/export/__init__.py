"""Pictures to files. To add a format: one file here, one line in WRITERS."""

from __future__ import annotations

from pathlib import Path

from explorer.errors import BadValue
from explorer.export.animation import GIF, WEBP
from explorer.export.base import Frames, Options, Writer
from explorer.export.inside import KEYWORD, recipe_in
from explorer.export.png import PNG
from explorer.export.recipe import recipe
from explorer.export.sheet import sheet
from explorer.formats.atomic import atomic

WRITERS: tuple[Writer, ...] = (PNG, GIF, WEBP)

__all__ = [
    "KEYWORD",
    "WRITERS",
    "Frames",
    "Options",
    "Writer",
    "recipe",
    "recipe_in",
    "sheet",
    "write",
    "writer_for",
]


def writer_for(path: Path) -> Writer:
    """The writer of a file name's suffix.

    Raises:
        BadValue: no writer has it.
    """
    writer = next((w for w in WRITERS if w.suffix == path.suffix.lower()), None)
    if writer is None:
        known = ", ".join(w.suffix for w in WRITERS)
        raise BadValue(
            str(path), f"{path.suffix or 'no suffix'} cannot be written", f"Use {known}."
        )
    return writer


def write(frames: Frames, path: Path, options: Options | None = None) -> None:
    """Write pictures to `path`, whole or not at all, by the writer of its suffix.

    Args:
        frames: (H, W, C) uint8 each, all of one shape, C of 1, 3 or 4.
        path: replaced only when everything was written.
        options: layout, rate, recipe.

    Raises:
        BadValue: no writer for the suffix, no frames, or shapes that differ.
        WriteFailed: the disk is full, the folder is missing, there is no permission.
    """
    writer = writer_for(path)
    with atomic(path) as part:
        writer.write(frames, part, options or Options())
