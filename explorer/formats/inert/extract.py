"""A pickle's tensors and metadata as plain data that can cross a process border.

What crosses are places in the file, not numbers: a description of a file of gigabytes is a few
kilobytes of JSON.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

from explorer.formats.inert import layouts
from explorer.formats.inert.machine import Meter
from explorer.formats.inert.records import Array
from explorer.formats.inert.walk import Walk
from explorer.formats.source import Deflated, Inline, Source, Span

READERS: dict[str, Callable[[layouts.Mapped, Span, Meter], Any]] = {
    "bare": layouts.read_bare,
    "legacy": layouts.read_old,
    "tar": layouts.read_tar,
    "zip": layouts.read_zip,
}
"""How a file is laid out, to how it is read."""


def extract(path: Path, layout: str, before: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """The description of a file whose layout is known, as plain data.

    `before` is called when the file is mapped, and before anything in it is read.

    Keys: tensors [[name, dtype, offset, shape, strides, source index]], sources, metadata,
    classes, modules [[name, kind, settings]], notes.

    Raises:
        FileMissing, FileDamaged, FileRefused: naming the file.
    """
    meter = Meter(str(path))
    with layouts.mapped(path) as (data, whole):
        before()
        found = READERS[layout](data, whole, meter)
        walk = Walk(meter)
        if layout == "zip":
            metadata = walk.plain(found["data"])
            walk.constants(found.get("constants"))
        else:
            metadata = walk.plain(found)
        return _described(walk, metadata)


def _described(walk: Walk, metadata: Any) -> dict[str, Any]:
    sources: dict[int, int] = {}
    places: list[list[Any]] = []
    tensors = [
        [name, a.dtype, a.offset, a.shape, a.strides, _index(a, sources, places)]
        for name, a in walk.tensors.items()
    ]
    return {
        "tensors": tensors,
        "sources": places,
        "metadata": metadata if isinstance(metadata, dict) else {"value": metadata},
        "classes": list(walk.meter.names),
        "modules": walk.modules,
        "notes": list(walk.meter.notes),
    }


def _index(array: Array, sources: dict[int, int], places: list[list[Any]]) -> int:
    """Where an array's storage stands in `places`, appended when it is new."""
    storage = array.storage
    if storage is None or storage.source is None:
        raise ValueError("an array without numbers")  # the walk leaves them out
    if id(storage) not in sources:
        sources[id(storage)] = len(places)
        places.append(_place(storage.source))
    return sources[id(storage)]


def _place(source: Source) -> list[Any]:
    if isinstance(source, Span):
        return ["span", source.offset, source.length]
    if isinstance(source, Deflated):
        packed = source.packed
        return ["deflated", packed.offset, packed.length, source.size, source.start, source.length]
    if isinstance(source, Inline):
        return ["inline", base64.b64encode(source.data).decode()]
    raise TypeError(type(source).__name__)
