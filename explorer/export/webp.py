"""WebP films, frame by frame and without loss: every pixel as it was, in all current browsers.

Pillow packs one frame at a time; the film around the frames is written here, since Pillow's own
writer keeps all of them in memory until the last has come. Chunks are named as in the WebP
Container Specification (Google), sections "Extended File Format" and "Animation".
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from explorer.errors import BadValue
from explorer.export.base import Bytes, Frames, Options, Writer, lasts, prepared, to_pillow
from explorer.export.inside import webp_exif

_LARGEST = 16383
_ANIMATION, _EXIF, _ALPHA = 0x02, 0x08, 0x10
# Each frame takes the place of the one before, clear pixels too.
_REPLACE = 0x02
# libwebp's effort, 0 to 6: a film at 6 is 4 % smaller than at 2 and takes six times as long.
_EFFORT = 2


def _write(frames: Frames, path: Path, options: Options) -> None:
    times = lasts(options.rate)
    with path.open("wb") as file:
        for index, (picture, time) in enumerate(
            zip(prepared(frames, options), times, strict=False)
        ):
            if index == 0:
                _head(file, picture, options)
            _frame(file, picture, time)
        if options.recipe is not None:
            _chunk(file, b"EXIF", webp_exif(options.recipe))
        size = file.tell() - 8
        file.seek(4)
        file.write(size.to_bytes(4, "little"))


def _head(file: BinaryIO, picture: Bytes, options: Options) -> None:
    height, width, channels = picture.shape
    if max(height, width) > _LARGEST:
        cause = f"{width} x {height} pixels are more than a WebP film holds"
        raise BadValue("pictures", cause, "Choose a smaller size, or another format.")
    flags = _ANIMATION | (_ALPHA if channels == 4 else 0)
    flags |= _EXIF if options.recipe is not None else 0
    file.write(b"RIFF\0\0\0\0WEBP")  # the size comes last
    _chunk(file, b"VP8X", bytes([flags, 0, 0, 0]) + _three(width - 1) + _three(height - 1))
    _chunk(file, b"ANIM", bytes(4) + (0 if options.loop else 1).to_bytes(2, "little"))


def _frame(file: BinaryIO, picture: Bytes, time: int) -> None:
    made = io.BytesIO()
    to_pillow(picture).save(made, format="WEBP", lossless=True, method=_EFFORT, exact=True)
    height, width = picture.shape[:2]
    place = bytes(6) + _three(width - 1) + _three(height - 1) + _three(time) + bytes([_REPLACE])
    _chunk(file, b"ANMF", place + _bitstream(made.getvalue()))


def _bitstream(data: bytes) -> bytes:
    """The chunks of a still picture that hold its pixels: all but the extended header."""
    at = 12
    if data[at : at + 4] == b"VP8X":
        at += 8 + int.from_bytes(data[at + 4 : at + 8], "little")
    return data[at:]


def _chunk(file: BinaryIO, name: bytes, data: bytes) -> None:
    file.write(name + len(data).to_bytes(4, "little") + data + bytes(len(data) % 2))


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")


WEBP = Writer(".webp", "WebP film", True, _write)
