"""torch's file layout before zips: five pickles one after another, then the storages' bytes.

The pickles are a magic number, a protocol version, facts on the machine, the object, and the
list of storage keys; then for each key a 64-bit count and the numbers. The same layout is nested
inside ordinary pickles, where `_load_from_bytes` names it.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from explorer.formats.dtypes import FROM_TORCH_STORAGE, SIZES
from explorer.formats.inert.records import Name, Storage, Table
from explorer.phrases import Phrase

if TYPE_CHECKING:
    from explorer.formats.inert.machine import Machine, Meter

MAGIC = 0x1950A86A20F9469CFC6C
PROTOCOL = 1001
_COUNT = struct.Struct("<q")


def storage_type(meter: Meter, kind: Any) -> str:
    """Our number type of a storage class (`torch.FloatStorage`, with or without `cuda`)."""
    name = FROM_TORCH_STORAGE.get(kind.name) if isinstance(kind, Name) else None
    if name is None:
        shown = kind.qualified if isinstance(kind, Name) else type(kind).__name__
        raise meter.refused(f"its numbers are of type {shown[:80]}", "Save it as float32.")
    return name


def count_of(meter: Meter, value: Any) -> int:
    """A storage's length; raises FileDamaged unless it is a sensible count."""
    if type(value) is not int or not 0 <= value < 1 << 48:
        raise meter.damaged("the length of one of its storages makes no sense")
    return value


class Storages:
    """The storages a legacy file's object refers to, found out while it is read."""

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        self.roots: dict[str, Storage] = {}
        self.views: list[tuple[Storage, Storage, int]] = []

    def __call__(self, reference: Any) -> Any:
        """("storage", type, key, location, count, view) or ("module", class, file, source)."""
        if not isinstance(reference, tuple) or len(reference) < 2:
            raise self.meter.damaged("its pickle refers to data in an unknown way")
        if reference[0] == "module":
            self.meter.note(Phrase("It carries the source of its classes, which is not run."))
            return reference[1]
        if reference[0] != "storage" or len(reference) < 5 or not isinstance(reference[2], str):
            raise self.meter.damaged("its pickle refers to data in an unknown way")
        dtype = storage_type(self.meter, reference[1])
        length = count_of(self.meter, reference[4]) * SIZES[dtype]
        root = self.roots.setdefault(reference[2], Storage(dtype, length))
        view = reference[5] if len(reference) > 5 else None
        return root if view is None else self._view(root, view)

    def _view(self, root: Storage, view: Any) -> Storage:
        if not isinstance(view, tuple) or len(view) != 3:
            raise self.meter.damaged("its pickle refers to data in an unknown way")
        size = SIZES[root.dtype]
        part = Storage(root.dtype, count_of(self.meter, view[2]) * size)
        self.views.append((part, root, count_of(self.meter, view[1]) * size))
        return part

    def place(self, machine: Machine, keys: Any) -> None:
        """Find each storage's bytes behind the pickles.

        Raises FileDamaged when one is missing, listed without being used, or of another length.
        """
        if not isinstance(keys, list):
            raise machine.broken()
        for key in keys:
            storage = self.roots.get(key) if isinstance(key, str) else None
            if storage is None:
                raise self.meter.damaged("it lists a storage that no tensor uses")
            if machine.number(_COUNT) * SIZES[storage.dtype] != storage.length:
                raise self.meter.damaged("one of its storages is shorter or longer than it says")
            begin = machine.take(storage.length)
            storage.source = machine.source.part(begin, storage.length)
        for part, root, offset in self.views:
            if root.source is not None and offset + part.length <= root.length:
                part.source = root.source.part(offset, part.length)
        loose = [part for part, *_ in self.views]
        if any(storage.source is None for storage in [*self.roots.values(), *loose]):
            raise self.meter.damaged("the numbers of one of its tensors are missing")


def read_legacy(machine: Machine) -> Any:
    """The object of a legacy file that begins where `machine` stands.

    Raises:
        FileDamaged: the layout is broken. FileRefused: big-endian, or beyond a limit.
    """
    meter = machine.meter
    if machine.next() != MAGIC or machine.next() != PROTOCOL:
        raise meter.damaged("it is not laid out as torch saves files")
    facts = machine.next()
    if isinstance(facts, Table) and facts.get("little_endian") is False:
        raise meter.refused("it was saved on a big-endian machine", "Save it again on a usual one.")
    storages = Storages(meter)
    found = machine.next(storages)
    storages.place(machine, machine.next())
    return found


def is_legacy(head: bytes) -> bool:
    """Whether a file begins with the magic number's pickle (of any protocol)."""
    return MAGIC.to_bytes(10, "little") in head[:32]
