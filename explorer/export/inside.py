"""The recipe that a saved picture or film carries: put there by the writers, taken out here.

PNG has texts of its own, GIF a comment, WebP a description in its EXIF block. Files from anywhere
are looked into, so a file that is no picture, or carries nothing of ours, simply has no recipe.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# The name of the recipe's text in a PNG, and how a GIF's comment begins.
KEYWORD = "latent-explorer"
# EXIF's ImageDescription, an ASCII text.
_DESCRIPTION = 0x010E


def as_text(recipe: Mapping[str, Any]) -> str:
    """The recipe as ASCII JSON in one line, which every one of the formats can hold."""
    return json.dumps(recipe, ensure_ascii=True, separators=(",", ":"))


def gif_comment(recipe: Mapping[str, Any]) -> bytes:
    """What a GIF's comment holds."""
    return f"{KEYWORD} {as_text(recipe)}".encode("ascii")


def webp_exif(recipe: Mapping[str, Any]) -> bytes:
    """An EXIF block with the recipe as its description."""
    from PIL import Image

    exif = Image.Exif()
    exif[_DESCRIPTION] = f"{KEYWORD} {as_text(recipe)}"
    return exif.tobytes()


def recipe_in(path: Path) -> str | None:
    """The recipe of a PNG, GIF or WebP as JSON text; None where there is none.

    `explorer.session.share.read_recipe` turns it into what was on the screen.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=["PNG", "GIF", "WEBP"]) as image:
                if image.format == "PNG":
                    found = image.info.get(KEYWORD)
                    return str(found) if found is not None else None
                if image.format == "GIF":
                    return _after_keyword(bytes(image.info.get("comment", b"")).decode("latin-1"))
                return _after_keyword(str(image.getexif().get(_DESCRIPTION, "")))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _after_keyword(text: str) -> str | None:
    head, _, rest = text.partition(" ")
    return rest if head == KEYWORD and rest else None
