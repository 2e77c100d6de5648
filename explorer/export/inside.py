"""The recipe that a saved picture or film carries: put there by the writers, taken out here.

PNG has texts of its own, GIF and MP4 a comment, WebP a description in its EXIF block. Files from
anywhere are looked into, so a file that is no picture, or carries nothing of ours, simply has no
recipe.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

# The name of the recipe's text in a PNG, and how a GIF's comment begins.
KEYWORD = "latent-explorer"
# EXIF's ImageDescription, an ASCII text.
_DESCRIPTION = 0x010E
# Films that are no pictures: nothing reads them but what reads their recipe.
FILMS = (".mp4",)
# Where an MP4 (ISO/IEC 14496-12) keeps its comment; "meta" has four bytes before its parts.
_BOXES = (b"moov", b"udta", b"meta", b"ilst", b"\xa9cmt", b"data")
# A recipe with the largest picture that it may hold is a tenth of this.
_LONGEST = 64 << 20


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


def mp4_comment(recipe: Mapping[str, Any]) -> str:
    """What an MP4's comment holds."""
    return f"{KEYWORD} {as_text(recipe)}"


def recipe_in(path: Path) -> str | None:
    """The recipe of a PNG, GIF, WebP or MP4 as JSON text; None where there is none.

    `explorer.session.share.read_recipe` turns it into what was on the screen.
    """
    from PIL import Image

    try:
        if path.suffix.lower() in FILMS:
            with path.open("rb") as file:
                return _after_keyword(_mp4_comment(file))
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


def _mp4_comment(file: BinaryIO) -> str:
    """An MP4's comment, or "": found by the sizes of its boxes, without looking into the film."""
    end = file.seek(0, 2)
    start = 0
    for wanted in _BOXES:
        found = _box(file, wanted, start, end)
        if found is None:
            return ""
        start, end = found
        start += {b"meta": 4, b"data": 8}.get(wanted, 0)
    file.seek(start)
    return file.read(max(0, min(end - start, _LONGEST))).decode("utf-8", "replace")


def _box(file: BinaryIO, wanted: bytes, at: int, end: int) -> tuple[int, int] | None:
    """Where the content of a box between `at` and `end` begins and ends."""
    while at + 8 <= end:
        file.seek(at)
        head = file.read(16)
        size, name, body = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1:
            size, body = int.from_bytes(head[8:16], "big"), 16
        elif size == 0:  # up to the end
            size = end - at
        if size < body or at + size > end:
            return None
        if name == wanted:
            return at + body, at + size
        at += size
    return None
