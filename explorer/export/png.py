"""PNG: one picture, many on a sheet, or a file a frame, each with the recipe that makes it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from explorer.export.base import Bytes, Frames, Options, Writer, prepared, to_pillow
from explorer.export.inside import KEYWORD, as_text
from explorer.export.sheet import sheet
from explorer.formats.atomic import atomic


def _write(frames: Frames, path: Path, options: Options) -> None:
    _save(sheet(list(prepared(frames, options)), options.columns), path, options)


def _write_each(frames: Frames, pattern: Path, options: Options) -> None:
    """Frames numbered from 1; those that are done stay when the others are no longer wanted."""
    for number, picture in enumerate(prepared(frames, options), 1):
        if options.each is not None:
            options = replace(options, recipe=options.each(number - 1))
        with atomic(numbered(pattern, number)) as part:
            _save(picture, part, options)


def numbered(pattern: Path, number: int) -> Path:
    """The pattern's name with the number in place of its first run of "#", 0 in front."""
    name = re.sub("#+", lambda found: f"{number:0{len(found[0])}d}", pattern.name, count=1)
    return pattern.with_name(name)


def _save(picture: Bytes, path: Path, options: Options) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    if options.recipe is not None:
        info.add_itxt(KEYWORD, as_text(options.recipe))
    to_pillow(picture).save(path, format="PNG", pnginfo=info)


PNG = Writer(".png", "PNG sheet", False, _write)
PNGS = Writer("-####.png", "PNG sequence", True, _write_each, many=True)
