"""PNG: one picture, or many on a sheet, with the recipe that makes them again."""

from __future__ import annotations

from pathlib import Path

from explorer.export.base import Frames, Options, Writer, checked, to_pillow
from explorer.export.inside import KEYWORD, as_text
from explorer.export.sheet import sheet


def _write(frames: Frames, path: Path, options: Options) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    if options.recipe is not None:
        info.add_itxt(KEYWORD, as_text(options.recipe))
    picture = sheet(checked(frames, options), options.columns)
    to_pillow(picture).save(path, format="PNG", pnginfo=info)


PNG = Writer(".png", "PNG", False, _write)
