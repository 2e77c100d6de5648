"""GIF films, frame by frame: 256 colours each, shown by everything.

Pillow packs one frame at a time; the film around the frames is written here, since Pillow's own
writer keeps all of them in memory until the last has come. Blocks are named as in the GIF89a
specification (CompuServe, 1990), sections 17 to 27.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO, NamedTuple

from explorer.errors import BadValue
from explorer.export.base import Bytes, Frames, Options, Writer, lasts, prepared, to_pillow
from explorer.export.inside import gif_comment

# Browsers slow down a GIF whose frames last less than this, in milliseconds.
_SHORTEST = 20
_LARGEST = 0xFFFF
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _COMMENT = 0xF9, 0xFE
# Leave each frame where it is: the next one covers it. Without this, viewers mix two palettes.
_KEEP = 1 << 2


class _Packed(NamedTuple):
    """One frame: where and how large it is, its colours, its pixels, and what is clear."""

    place: bytes
    colours: bytes
    pixels: bytes
    clear: int


def _write(frames: Frames, path: Path, options: Options) -> None:
    times = lasts(min(options.rate, 1000 / _SHORTEST), unit=10)
    with path.open("wb") as file:
        for index, (picture, time) in enumerate(
            zip(prepared(frames, options), times, strict=False)
        ):
            if index == 0:
                _head(file, picture, options)
            _frame(file, _packed(picture), time // 10)
        file.write(bytes([_TRAILER]))


def _head(file: BinaryIO, picture: Bytes, options: Options) -> None:
    height, width = picture.shape[:2]
    if max(height, width) > _LARGEST:
        cause = f"{width} x {height} pixels are more than a GIF holds"
        raise BadValue("pictures", cause, "Choose a smaller size, or another format.")
    file.write(b"GIF89a" + _two(width) + _two(height) + bytes(3))
    if options.loop:
        again = b"\x03\x01" + _two(0)
        file.write(bytes([_EXTENSION, 0xFF, 11]) + b"NETSCAPE2.0" + again + b"\0")
    if options.recipe is not None:
        file.write(bytes([_EXTENSION, _COMMENT]) + _blocks(gif_comment(options.recipe)))


def _frame(file: BinaryIO, packed: _Packed, hundredths: int) -> None:
    flags = _KEEP | (packed.clear >= 0)
    control = bytes([flags]) + _two(hundredths) + bytes([max(packed.clear, 0)])
    file.write(bytes([_EXTENSION, _CONTROL, 4]) + control + b"\0")
    bits = (len(packed.colours) // 3).bit_length() - 2
    file.write(bytes([_IMAGE]) + packed.place + bytes([0x80 | bits]))
    file.write(packed.colours + packed.pixels)


def _packed(picture: Bytes) -> _Packed:
    """A frame as Pillow packs it alone, taken out of the file that it makes of it."""
    made = io.BytesIO()
    to_pillow(picture).save(made, format="GIF", optimize=False, interlace=0)
    data = made.getvalue()
    colours, at = _table(data, data[10], 13)
    clear = -1
    while data[at] == _EXTENSION:
        if data[at + 1] == _CONTROL and data[at + 3] & 1:
            clear = data[at + 6]
        at = _after(data, at + 2)
    place, flags = data[at + 1 : at + 9], data[at + 9]
    if flags & 0x80:
        colours, at = _table(data, flags, at + 10)
    else:
        at += 10
    return _Packed(place, colours, data[at : _after(data, at + 1)], clear)


def _table(data: bytes, flags: int, at: int) -> tuple[bytes, int]:
    """A colour table if `flags` tell of one, and where the data goes on."""
    end = at + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0)
    return data[at:end], end


def _after(data: bytes, at: int) -> int:
    """Where the sub-blocks that begin at `at` have ended."""
    while data[at]:
        at += data[at] + 1
    return at + 1


def _blocks(data: bytes) -> bytes:
    """Data as sub-blocks of at most 255 bytes and their end."""
    parts = [data[i : i + 255] for i in range(0, len(data), 255)]
    return b"".join(bytes([len(part)]) + part for part in parts) + b"\0"


def _two(number: int) -> bytes:
    return number.to_bytes(2, "little")


GIF = Writer(".gif", "GIF film", True, _write)
