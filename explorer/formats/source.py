"""Where a tensor's bytes lie, so that a file of gigabytes can be described without reading it.

Bytes are read into memory of our own, never mapped: a mapped file that someone truncates takes
the process down with it, and an array that is still tied to the file changes when the file does.
"""

from __future__ import annotations

import mmap
import os
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from explorer.errors import FileDamaged, FileMissing, os_reason

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Stamp:
    """A file as it was when it was checked: what is read later must be the same bytes."""

    size: int
    modified: int

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """The file's stamp now; raises FileMissing when there is none, or it is a folder."""
        try:
            status = path.stat()
        except OSError as error:
            raise FileMissing(
                str(path), os_reason(error), "Check the name and permissions."
            ) from error
        return cls(status.st_size, status.st_mtime_ns)


class Source(Protocol):
    """A run of `length` bytes."""

    @property
    def length(self) -> int:
        """How many bytes there are."""

    def part(self, start: int, length: int) -> Source:
        """A run inside this one; raises IndexError outside it."""

    def read(self, start: int, into: memoryview) -> None:
        """Fill `into` with the bytes from `start` on.

        Raises:
            FileMissing: the file is gone.
            FileDamaged: it changed since it was checked, or does not inflate.
        """


def _check(length: int, start: int, wanted: int) -> None:
    if start < 0 or wanted < 0 or start + wanted > length:
        raise IndexError(f"{start} + {wanted} is outside {length} bytes")


@dataclass(frozen=True)
class Span:
    """Bytes that lie in a file as they are. `mapped` is the whole file where it is mapped already:
    the process that reads untrusted files cannot open any again.
    """

    path: Path
    offset: int
    length: int
    stamp: Stamp
    mapped: mmap.mmap | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, path: Path) -> Span:
        """A whole file; raises FileMissing."""
        stamp = Stamp.of(path)
        return cls(path, 0, stamp.size, stamp)

    def part(self, start: int, length: int) -> Span:
        """A run inside this one."""
        _check(self.length, start, length)
        return Span(self.path, self.offset + start, length, self.stamp, self.mapped)

    def read(self, start: int, into: memoryview) -> None:
        """Fill `into` from `start` on."""
        _check(self.length, start, len(into))
        if self.mapped is not None:
            begin = self.offset + start
            into[:] = self.mapped[begin : begin + len(into)]
            return
        try:
            with self.path.open("rb", buffering=0) as file:
                status = os.fstat(file.fileno())
                if Stamp(status.st_size, status.st_mtime_ns) != self.stamp:
                    raise FileDamaged(
                        str(self.path), "it changed since it was opened", "Open it again."
                    )
                file.seek(self.offset + start)
                done = 0
                while done < len(into):
                    got = file.readinto(into[done:])
                    if not got:
                        raise FileDamaged(str(self.path), "it ends too early", "Open it again.")
                    done += got
        except OSError as error:
            raise FileMissing(
                str(self.path), os_reason(error), "Check the name and permissions."
            ) from error


@dataclass(frozen=True)
class Deflated:
    """Bytes inside a zip's deflated entry. `size` is what the whole entry inflates to, checked
    against the budget before; `start` is where this run begins in it.
    """

    packed: Span
    size: int
    start: int
    length: int

    def part(self, start: int, length: int) -> Deflated:
        """A run inside this one."""
        _check(self.length, start, length)
        return Deflated(self.packed, self.size, self.start + start, length)

    def read(self, start: int, into: memoryview) -> None:
        """Inflate from the entry's beginning, keeping only what was asked for."""
        _check(self.length, start, len(into))
        begin, position, done, taken = self.start + start, 0, 0, 0
        machine = zlib.decompressobj(-15)
        pending = b""
        try:
            while done < len(into):
                if not pending:
                    pending = self._packed(taken)
                    taken += len(pending)
                data = machine.decompress(pending, _CHUNK)
                pending = machine.unconsumed_tail
                if not data and not pending and taken == self.packed.length:
                    raise self._damaged()
                wanted = data[max(0, begin - position) : begin + len(into) - position]
                into[done : done + len(wanted)] = wanted
                done, position = done + len(wanted), position + len(data)
        except zlib.error as error:
            raise self._damaged() from error

    def _packed(self, start: int) -> bytes:
        raw = bytearray(min(_CHUNK, self.packed.length - start))
        self.packed.read(start, memoryview(raw))
        return bytes(raw)

    def _damaged(self) -> FileDamaged:
        return FileDamaged(
            str(self.packed.path), "a compressed entry does not inflate", "Download it again."
        )


@dataclass(frozen=True)
class Inline:
    """Bytes that exist nowhere in a file as they are (text in an old pickle, packed numbers)."""

    data: bytes

    @property
    def length(self) -> int:
        """How many bytes there are."""
        return len(self.data)

    def part(self, start: int, length: int) -> Inline:
        """A run inside this one."""
        _check(len(self.data), start, length)
        return Inline(self.data[start : start + length])

    def read(self, start: int, into: memoryview) -> None:
        """Copy from `start` on."""
        _check(len(self.data), start, len(into))
        into[:] = self.data[start : start + len(into)]


def read_all(source: Source, limit: int) -> bytearray:
    """All bytes of a source of at most `limit` bytes; raises IndexError for a longer one."""
    _check(limit, 0, source.length)
    data = bytearray(source.length)
    source.read(0, memoryview(data))
    return data
