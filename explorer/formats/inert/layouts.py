"""The four ways a pickle with tensors lies in a file: a zip, torch's old layout, a tar, bare."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from explorer.errors import FileDamaged, FileMissing
from explorer.formats.archive import Archive
from explorer.formats.budget import MAX_JSON, MAX_TENSORS
from explorer.formats.dtypes import SIZES
from explorer.formats.inert.legacy import count_of, read_legacy, storage_type
from explorer.formats.inert.machine import Machine, Meter
from explorer.formats.inert.records import Array, Storage
from explorer.formats.source import Span, Stamp

_COUNT = struct.Struct("<q")
_AXES = struct.Struct("<i4x")
_BLOCK = 512


Mapped = mmap.mmap


@contextmanager
def mapped(path: Path) -> Iterator[tuple[Mapped, Span]]:
    """A file's bytes, mapped read-only while its pickles are read.

    Raises FileMissing or, for an empty file, FileDamaged.
    """
    stamp = Stamp.of(path)
    if not stamp.size:
        raise FileDamaged(str(path), "it is empty", "Download it again.")
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise FileMissing(str(path), f"it cannot be read ({error})", "Check its name.") from error
    with data:
        yield data, Span(path, 0, stamp.size, stamp, data)


def read_bare(data: Mapped, source: Span, meter: Meter) -> Any:
    """A file that is one pickle (StyleGAN's)."""
    return Machine(meter, data, source, 0, len(data)).run()


def read_old(data: Mapped, source: Span, meter: Meter) -> Any:
    """A file as torch saved it before zips."""
    return read_legacy(Machine(meter, data, source, 0, len(data)))


def read_zip(_data: Mapped, source: Span, meter: Meter) -> dict[str, Any]:
    """A torch zip: {"data": its object}, and "constants" for TorchScript."""
    archive = Archive(source)
    roots = {name.split("/")[0] for name in archive.entries if name.count("/") == 1}
    prefixes = [root for root in roots if f"{root}/data.pkl" in archive.entries]
    if len(prefixes) != 1:
        raise archive.damaged("it is a zip without a saved network in it (no data.pkl)")
    order = f"{prefixes[0]}/byteorder"
    if order in archive.entries and archive.read(order, 64).strip() != b"little":
        raise meter.refused("it was saved on a big-endian machine", "Save it again on a usual one.")
    found = {}
    for part in ("data", "constants"):
        name = f"{prefixes[0]}/{part}.pkl"
        if name in archive.entries:
            raw = archive.read(name, 4 * MAX_JSON)
            storages = _Records(archive, f"{prefixes[0]}/{part}", meter)
            machine = Machine(meter, raw, archive.source(name), 0, len(raw), storages)
            found[part] = machine.run()
    return found


class _Records:
    """A zip's storages: one entry each."""

    def __init__(self, archive: Archive, folder: str, meter: Meter) -> None:
        self.archive, self.folder, self.meter = archive, folder, meter
        self.found: dict[tuple[str, str], Storage] = {}

    def __call__(self, reference: Any) -> Storage:
        """("storage", type, key, location, count)."""
        fits = isinstance(reference, tuple) and len(reference) >= 5 and reference[0] == "storage"
        if not fits or not isinstance(reference[2], str):
            raise self.meter.damaged("its pickle refers to data in an unknown way")
        dtype = storage_type(self.meter, reference[1])
        length = count_of(self.meter, reference[4]) * SIZES[dtype]
        key = (reference[2], dtype)
        if key not in self.found:
            source = self.archive.source(f"{self.folder}/{reference[2]}")
            if source.length < length:
                raise self.meter.damaged(
                    f"its part {reference[2][:80]!r} has {source.length:,} bytes, not {length:,}"
                )
            self.found[key] = Storage(dtype, source.length, source)
        if self.found[key].length < length:
            raise self.meter.damaged("one of its storages is shorter than it says")
        return self.found[key]


def read_tar(data: Mapped, source: Span, meter: Meter) -> Any:
    """torch's very first layout: a tar of "storages", "tensors" and "pickle"."""
    spans = _members(data, meter)
    if not {"storages", "tensors", "pickle"} <= spans.keys():
        raise meter.damaged("it is a tar, but not one that torch saved")

    def machine(name: str) -> Machine:
        begin, length = spans[name]
        return Machine(meter, data, source, begin, begin + length)

    storages = _tar_storages(machine("storages"))
    tensors = _tar_tensors(machine("tensors"), storages)

    def persistent(reference: Any) -> Any:
        if isinstance(reference, tuple) and reference:
            return reference[0]  # a class with its source, which is not run
        key = str(reference)
        if key not in tensors:
            raise meter.damaged("its pickle refers to a tensor that is missing")
        return tensors[key]

    return machine("pickle").next(persistent)


def _members(data: Mapped, meter: Meter) -> dict[str, tuple[int, int]]:
    """Name to (begin, length) of a tar's plain files; the last of a name counts."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    while at + _BLOCK <= len(data) and len(found) < 64:
        header = data[at : at + _BLOCK]
        name = header[:100].split(b"\0")[0].decode("utf-8", "replace").removeprefix("./")
        if not name:
            break
        digits = header[124:136].strip(b" \0")
        length = int(digits, 8) if digits and set(digits) <= set(b"01234567") else -1
        begin = at + _BLOCK
        if length < 0 or begin + length > len(data):
            raise meter.damaged("its tar is broken")
        if header[156:157] in {b"0", b"\0"}:
            found[name] = (begin, length)
        at = begin + -(-length // _BLOCK) * _BLOCK
    return found


def _tar_storages(machine: Machine) -> dict[str, Storage]:
    found: dict[str, Storage] = {}
    for _ in range(_tar_count(machine)):
        entry = machine.next()
        if not isinstance(entry, tuple) or len(entry) != 3:
            raise machine.broken()
        dtype = storage_type(machine.meter, entry[2])
        length = count_of(machine.meter, machine.number(_COUNT)) * SIZES[dtype]
        begin = machine.take(length)
        found[str(entry[0])] = Storage(dtype, length, machine.source.part(begin, length))
    for view in machine.next():
        if not isinstance(view, tuple) or len(view) != 4 or str(view[1]) not in found:
            raise machine.broken()
        root = found[str(view[1])]
        size = SIZES[root.dtype]
        offset = count_of(machine.meter, view[2]) * size
        length = count_of(machine.meter, view[3]) * size
        if root.source is None or offset + length > root.length:
            raise machine.meter.damaged("one of its storages reaches beyond another")
        found[str(view[0])] = Storage(root.dtype, length, root.source.part(offset, length))
    return found


def _tar_tensors(machine: Machine, storages: dict[str, Storage]) -> dict[str, Array]:
    found: dict[str, Array] = {}
    for _ in range(_tar_count(machine)):
        entry = machine.next()
        if not isinstance(entry, tuple) or len(entry) != 3 or str(entry[1]) not in storages:
            raise machine.broken()
        storage = storages[str(entry[1])]
        axes = machine.number(_AXES)
        if not 0 <= axes <= 64:
            raise machine.broken()
        shape = tuple(machine.number(_COUNT) for _ in range(axes))
        strides = tuple(machine.number(_COUNT) for _ in range(axes))
        offset = machine.number(_COUNT)
        found[str(entry[0])] = Array.view(storage, storage.dtype, offset, shape, strides)
    return found


def _tar_count(machine: Machine) -> int:
    count = machine.next()
    if type(count) is not int or not 0 <= count <= MAX_TENSORS:
        raise machine.broken()
    return count
