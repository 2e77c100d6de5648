"""A zip's directory, read strictly, so that every byte has one meaning.

The standard library's reader is lenient where that suits archivers: names twice, entries that
overlap, sizes that differ between directory and entry. Each is a way to show one file to a
scanner and another to a loader, so here each is refused. Only the directory is read; entries
become `Source`s.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from explorer.errors import ExplorerError, FileDamaged, FileRefused
from explorer.formats.budget import FREE_INFLATION, MAX_DIRECTORY, MAX_ENTRIES, MAX_INFLATION
from explorer.formats.source import Deflated, Source, Span, Stamp, read_all

MAGIC = b"PK\x03\x04"
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_REMEDY = "Download or save the file again."


@dataclass(frozen=True)
class Entry:
    """One file of a zip: its sizes and where its local header lies."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    header: int


class Archive:
    """The entries of a zip by name.

    Raises:
        FileMissing: no readable file.
        FileDamaged: no zip, truncated, or directory and entries disagree.
        FileRefused: names that repeat or reach elsewhere, encryption, entries that would inflate
            out of proportion.
    """

    def __init__(self, whole: Span) -> None:
        self.whole, self.path = whole, whole.path
        self.entries: Mapping[str, Entry] = self._entries(*self._directory())
        self._check_sizes()

    @classmethod
    def of(cls, path: Path) -> Archive:
        """The archive that a file is."""
        return cls(Span.of(path))

    def source(self, name: str) -> Source:
        """The bytes of an entry.

        Raises:
            FileDamaged: there is none of that name, or its own header contradicts the directory.
        """
        entry = self.entries.get(name)
        if entry is None:
            raise self.damaged(f"its part {name[:80]!r} is missing")
        span = self.whole.part(self._begin(entry), entry.packed)
        return span if entry.method == _STORED else Deflated(span, entry.size, 0, entry.size)

    def read(self, name: str, limit: int) -> bytes:
        """An entry of at most `limit` bytes, its checksum verified; raises as `source` does."""
        source = self.source(name)
        if source.length > limit:
            raise FileRefused(
                str(self.path),
                f"its part {name[:80]!r} has {source.length:,} bytes",
                f"At most {limit:,} make sense there.",
            )
        data = bytes(read_all(source, limit))
        if zlib.crc32(data) != self.entries[name].crc:
            raise self.damaged(f"the checksum of its part {name[:80]!r} is wrong")
        return data

    def damaged(self, cause: str) -> FileDamaged:
        """An error that names this file."""
        return FileDamaged(str(self.path), cause, _REMEDY)

    def _bytes(self, offset: int, length: int) -> bytes:
        """Bytes of the file, cut where it ends."""
        offset = min(max(0, offset), self.whole.length)
        data = bytearray(min(length, self.whole.length - offset))
        self.whole.read(offset, memoryview(data))
        return bytes(data)

    def _directory(self) -> tuple[bytes, int]:
        """The directory's bytes and how many entries it says it has."""
        tail_at = max(0, self.whole.length - _END.size - 65535)
        tail = self._bytes(tail_at, _END.size + 65535)
        found = tail.rfind(b"PK\x05\x06")
        if found < 0 or len(tail) < found + _END.size:
            raise self.damaged("it is a zip without its end: the download broke off")
        *_, count, size, offset, _ = _END.unpack_from(tail, found)
        end = tail_at + found
        locator = self._bytes(end - _LOCATOR.size, _LOCATOR.size)
        if locator[:4] == b"PK\x06\x07":  # torch writes one even where it is not needed
            count, size, offset, end = self._directory64(locator)
        if count > MAX_ENTRIES or size > MAX_DIRECTORY:
            raise FileRefused(
                str(self.path), f"it has {count:,} entries", f"At most {MAX_ENTRIES:,} make sense."
            )
        if offset + size != end:
            raise self.damaged("its directory is not where its end says")
        self.limit = offset
        return self._bytes(offset, size), count

    def _directory64(self, locator: bytes) -> tuple[int, int, int, int]:
        if len(locator) == _LOCATOR.size:
            _, _, at, _ = _LOCATOR.unpack(locator)
            raw = self._bytes(at, _END64.size)
            if len(raw) == _END64.size and raw[:4] == b"PK\x06\x06":
                *_, count, size, offset = _END64.unpack(raw)
                return count, size, offset, at
        raise self.damaged("its directory is not where its end says")

    def _entries(self, raw: bytes, count: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for entry in self._walk(raw):
            if entry.name in entries:
                raise FileRefused(
                    str(self.path),
                    f"two of its parts are called {entry.name[:80]!r}",
                    "Such a file shows different things to different programs: do not trust it.",
                )
            entries[entry.name] = entry
        if len(entries) != count:
            raise self.damaged(f"it has {len(entries):,} entries, not {count:,}")
        return entries

    def _walk(self, raw: bytes) -> Iterator[Entry]:
        at = 0
        while at < len(raw):
            if len(raw) < at + _CENTRAL.size or raw[at : at + 4] != b"PK\x01\x02":
                raise self.damaged("its directory is broken")
            fields = _CENTRAL.unpack_from(raw, at)
            flags, method, crc = fields[3], fields[4], fields[7]
            packed, size, header = fields[8], fields[9], fields[16]
            name_end = at + _CENTRAL.size + fields[10]
            extra_end = name_end + fields[11]
            name = self._name(raw[at + _CENTRAL.size : name_end])
            if flags & 1 or method not in (_STORED, _DEFLATED):
                raise FileRefused(
                    str(self.path), f"its part {name[:80]!r} is encrypted or packed unusually",
                    "Save it again without compression.",
                )  # fmt: skip
            large = _wide_numbers(raw[name_end:extra_end], [size, packed, header])
            if large is None:
                raise self.damaged("its directory is broken")
            size, packed, header = large
            if method == _STORED and size != packed:
                raise self.damaged(f"the sizes of its part {name[:80]!r} disagree")
            yield Entry(name, method, crc, packed, size, header)
            at = extra_end + fields[12]

    def _name(self, raw: bytes) -> str:
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.damaged("a name in it is not text") from error
        parts = name.split("/")
        if not name or ".." in parts or name[0] == "/" or set("\\\0") & set(name):
            raise FileRefused(
                str(self.path), f"its part {name[:80]!r} points outside it", "Do not trust it."
            )
        return name

    def _check_sizes(self) -> None:
        """Entries must fit before the directory without overlap, and inflate in proportion."""
        headers = sorted(entry.header for entry in self.entries.values())
        self._next = dict(zip(headers, [*headers[1:], self.limit], strict=True))
        for entry in self.entries.values():
            end = entry.header + _LOCAL.size + len(entry.name.encode()) + entry.packed
            if end > self.limit:
                raise self.damaged("its parts reach beyond its data")
            if end > self._next[entry.header] or len(self._next) < len(self.entries):
                raise self._overlap()
        inflated = sum(e.size for e in self.entries.values() if e.method == _DEFLATED)
        if inflated > max(FREE_INFLATION, MAX_INFLATION * self.whole.length):
            raise FileRefused(
                str(self.path),
                f"its {self.whole.length:,} bytes would inflate to {inflated:,}",
                "Weights do not compress like this: do not trust it.",
            )

    def _begin(self, entry: Entry) -> int:
        """Where an entry's bytes begin: after its own header, which must agree."""
        raw = self._bytes(entry.header, _LOCAL.size)
        if len(raw) < _LOCAL.size:
            raise self.damaged("its directory points beyond it")
        fields = _LOCAL.unpack(raw)
        name = self._bytes(entry.header + _LOCAL.size, fields[9])
        begin: int = entry.header + _LOCAL.size + fields[9] + fields[10]
        agrees = fields[0] == MAGIC and name == entry.name.encode()
        if not agrees or fields[3] != entry.method:
            raise self.damaged(f"its part {entry.name[:80]!r} is not where its directory says")
        if begin + entry.packed > self._next[entry.header]:
            raise self._overlap()
        return begin

    def _overlap(self) -> FileRefused:
        return FileRefused(
            str(self.path), "its parts overlap", "It was made to deceive: do not trust it."
        )


def _wide_numbers(extra: bytes, numbers: list[int]) -> list[int] | None:
    """Sizes and offset with those of all ones taken from the zip64 field, None if it is short."""
    wide, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            wide = extra[at + 4 : at + 4 + length]
        at += 4 + length
    taken = 0
    result = []
    for number in numbers:
        if number == 0xFFFFFFFF:
            if len(wide) < taken + 8:
                return None
            number = int(struct.unpack_from("<Q", wide, taken)[0])  # noqa: PLW2901
            taken += 8
        result.append(number)
    return result


def names_in(path: Path, head: bytes) -> frozenset[str]:
    """The names in a zip, none for any other or broken file (for recognising formats)."""
    if not head.startswith(MAGIC):
        return frozenset()
    try:
        return _names(path, Stamp.of(path))
    except ExplorerError:
        return frozenset()


@lru_cache(maxsize=4)
def _names(path: Path, stamp: Stamp) -> frozenset[str]:  # noqa: ARG001  # the stamp keeps it fresh
    return frozenset(Archive.of(path).entries)
