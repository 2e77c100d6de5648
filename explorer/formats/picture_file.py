"""Pictures among the formats: dropped on the window they are inputs, not models."""

from __future__ import annotations

from pathlib import Path

from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.phrases import Phrase

_MAGIC = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*",
    b"P1\n", b"P2\n", b"P3\n", b"P4\n", b"P5\n", b"P6\n",
)  # fmt: skip


def _matches(_path: Path, head: bytes) -> bool:
    return head.startswith(_MAGIC) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _read(path: Path, _budget: Budget) -> Contents:
    from explorer.formats.picture import read_picture  # Pillow, which other formats do without

    picture = read_picture(path)
    size = {"height": picture.height, "width": picture.width, "channels": picture.channels}
    return Contents(path, FORMAT.name, FORMAT.title, (path,), metadata=size)


FORMAT = Format("picture", Phrase("Picture"), _matches, _read)
