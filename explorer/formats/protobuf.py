"""Protocol buffers, just enough to walk a message without building it.

The official library turns a 2 GB model into 2 GB of objects before the first question can be
asked, and is needed by nothing else here. A message is a row of (field number, wire type, value);
whoever knows the meaning picks the fields. Wire format: protobuf.dev/programming-guides/encoding.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from explorer.errors import FileDamaged, FileRefused
from explorer.formats.source import Source

_BLOCK = 1 << 15
_MAX_FIELDS = 4_000_000
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


class Field(NamedTuple):
    """One field: its number, its integer (varints) and where its bytes lie (all others)."""

    number: int
    value: int
    begin: int
    end: int


class Message:
    """A file of protocol buffers, read in blocks; positions count from the file's beginning."""

    def __init__(self, source: Source, subject: str) -> None:
        self.source, self.subject = source, subject
        self.fields_left = _MAX_FIELDS
        self._block = b""
        self._at = 0

    def bytes(self, begin: int, end: int) -> bytes:
        """The bytes from `begin` up to `end`, cut where the file ends."""
        end = min(end, self.source.length)
        if begin < self._at or end > self._at + len(self._block):
            length = min(max(_BLOCK, end - begin), self.source.length - begin)
            if length <= 0:
                return b""
            block = bytearray(length)
            self.source.read(begin, memoryview(block))
            self._block, self._at = bytes(block), begin
        return self._block[begin - self._at : end - self._at]

    def damaged(self) -> FileDamaged:
        """An error that names the file."""
        return FileDamaged(self.subject, "it is cut short or garbled", "Export or download again.")

    def fields(self, begin: int, end: int) -> Iterator[Field]:
        """The fields of the message from `begin` up to `end`.

        Raises:
            FileDamaged: they do not fit in it. FileRefused: the file has absurdly many.
        """
        while begin < end:
            self.fields_left -= 1
            if self.fields_left < 0:
                raise FileRefused(self.subject, "it has millions of parts", "Do not trust it.")
            key, begin = self._varint(begin, end)
            number, wire = key >> 3, key & 7
            value = 0
            if wire == _VARINT:
                value, stop = self._varint(begin, end)
            elif wire == _BYTES:
                length, begin = self._varint(begin, end)
                stop = begin + length
            elif wire in (_FIXED32, _FIXED64):
                stop = begin + (4 if wire == _FIXED32 else 8)
            else:
                raise self.damaged()
            if stop > end or not number:
                raise self.damaged()
            yield Field(number, value, begin, stop)
            begin = stop

    def _varint(self, begin: int, end: int) -> tuple[int, int]:
        value = 0
        for shift, byte in enumerate(self.bytes(begin, min(end, begin + 10))):
            value |= (byte & 127) << (7 * shift)
            if byte < 128:
                return value & (1 << 64) - 1, begin + shift + 1
        raise self.damaged()

    def text(self, field: Field, limit: int = 1 << 16) -> str:
        """A field as text; raises FileRefused when it is longer than `limit` bytes."""
        if field.end - field.begin > limit:
            raise FileRefused(self.subject, "one of its names is endless", "Do not trust it.")
        return self.bytes(field.begin, field.end).decode("utf-8", "replace")

    def integers(self, field: Field) -> list[int]:
        """A repeated integer, packed or single, as signed 64-bit numbers."""
        return [signed(value) for value in self.varints(field)]  # a single one is a pack of one

    def varints(self, field: Field) -> Iterator[int]:
        """The packed integers of a field."""
        begin = field.begin
        while begin < field.end:
            value, begin = self._varint(begin, field.end)
            yield value

    def float32(self, field: Field) -> float:
        """A fixed 32-bit field as a number."""
        raw = self.bytes(field.begin, field.end)
        return float(struct.unpack("<f", raw)[0]) if len(raw) == 4 else 0.0


def signed(value: int) -> int:
    """A 64-bit varint as the signed number it stands for."""
    return value - (1 << 64) if value >> 63 else value
