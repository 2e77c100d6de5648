"""PNG: one picture, or many on a sheet, with the recipe that makes them again."""

from __future__ import annotations

import json
from pathlib import Path

from explorer.export.base import Frames, Options, Writer, checked, to_pillow
from explorer.export.sheet import sheet

# The text chunk that holds the recipe.
KEYWORD = "latent-explorer"


def _write(frames: Frames, path: Path, options: Options) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    if options.recipe is not None:
        info.add_itxt(KEYWORD, json.dumps(options.recipe, ensure_ascii=False))
    picture = sheet(checked(frames, options), options.columns)
    to_pillow(picture).save(path, format="PNG", pnginfo=info)


PNG = Writer(".png", "PNG", False, _write)
