"""Pictures to files. To add a format: one file here, one line in WRITERS."""

from __future__ import annotations

from pathlib import Path

from explorer.errors import BadValue
from explorer.export.base import Frames, Options, Writer
from explorer.export.beside import Beside
from explorer.export.gif import GIF
from explorer.export.inside import KEYWORD, recipe_in
from explorer.export.png import PNG, PNGS
from explorer.export.recipe import recipe
from explorer.export.sheet import sheet
from explorer.export.video import MP4
from explorer.export.webp import WEBP
from explorer.formats.atomic import atomic

# Where two are for the same name, the first one writes it.
WRITERS: tuple[Writer, ...] = (MP4, GIF, WEBP, PNGS, PNG)

__all__ = [
    "KEYWORD",
    "WRITERS",
    "Beside",
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
    """The writer of a file name: by its suffix, and by "#" in it a file for every frame.

    Raises:
        BadValue: no writer has it.
    """
    writer = next((w for w in WRITERS if w.is_for(path)), None)
    if writer is None:
        known = ", ".join(w.suffix for w in WRITERS)
        cause = f"{path.suffix} cannot be written" if path.suffix else "its name has no suffix"
        raise BadValue(str(path), cause, f"Use {known}.")
    return writer


def write(frames: Frames, path: Path, options: Options | None = None) -> None:
    """Write pictures to `path`, whole or not at all, by the writer of its suffix.

    Films are written frame by frame, so that `frames` may be made while they are written.

    Args:
        frames: (H, W, C) uint8 each, all of one shape, C of 1, 3 or 4.
        path: replaced only when everything was written. "film-####.png" stands for a file a frame,
            film-0001.png and so on, each whole or not there.
        options: layout, rate, recipe.

    Raises:
        BadValue: no writer for the suffix, no frames, or shapes that differ.
        WriteFailed: the disk is full, the folder is missing, there is no permission.
    """
    writer = writer_for(path)
    if writer.many:
        writer.write(frames, path, options or Options())
        return
    with atomic(path) as part:
        writer.write(frames, part, options or Options())
