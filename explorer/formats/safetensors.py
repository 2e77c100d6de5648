"""Reading .safetensors with caps of our own.

The format is inert, but its reader accepts duplicate names, hundreds of thousands of entries and
absurd ranks, each a way to make a small file cost much. The header is checked here first, from its
own bytes; only then is the library asked for the tensors.
"""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason
from explorer.formats.base import Format
from explorer.formats.budget import MAX_JSON, MAX_RANK, MAX_TENSORS, Budget
from explorer.formats.contents import Contents, Tensor, within
from explorer.formats.dtypes import FROM_SAFETENSORS, SIZES, contiguous
from explorer.formats.jsons import check_json
from explorer.formats.source import Span
from explorer.phrases import Phrase

if TYPE_CHECKING:
    import torch

MAX_HEADER = MAX_JSON
_SIZES = {name: SIZES[ours] for name, ours in FROM_SAFETENSORS.items()}
_MAX_TEXT = 20_000
_REMEDY = "Download or export the file again."


def read_header(path: Path) -> dict[str, Any]:
    """The checked header: {tensor name: {dtype, shape, data_offsets}, "__metadata__": {...}}.

    Raises:
        FileMissing: no readable file.
        FileDamaged: not safetensors, truncated, overlapping or with holes.
        FileRefused: above a cap (header size, number of tensors, rank).
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
            if len(start) < 8:
                raise FileDamaged(str(path), "it is too short to be safetensors", _REMEDY)
            (length,) = struct.unpack("<Q", start)
            if length > size - 8:
                raise FileDamaged(str(path), "its header says more bytes than it has", _REMEDY)
            if length > MAX_HEADER:
                raise FileRefused(str(path), "its header is above 64 MB", "No real model needs it.")
            raw = file.read(length)
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Check the name and permissions.") from error
    header = _parse(path, raw)
    _check_layout(path, header, size - 8 - length)
    return header


def _parse(path: Path, raw: bytes) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) != len(pairs):
            raise FileDamaged(str(path), "a name occurs twice in its header", _REMEDY)
        return table

    check_json(str(path), raw)
    try:
        header = json.loads(raw, object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(str(path), "its header is not JSON", _REMEDY) from error
    if not isinstance(header, dict):
        raise FileDamaged(str(path), "its header is not a table", _REMEDY)
    if len(header) > MAX_TENSORS:
        raise FileRefused(
            str(path), f"it names more than {MAX_TENSORS:,} tensors", "No real model needs so many."
        )
    return header


def _check_layout(path: Path, header: dict[str, Any], size: int) -> None:
    """Tensors must tile the data: no overlap, no hole, nothing beyond the end."""
    spans = [_span(path, name, e) for name, e in header.items() if name != "__metadata__"]
    position = 0
    for begin, end in sorted(spans):
        if begin != position:
            raise FileDamaged(str(path), "its tensors overlap or leave holes", _REMEDY)
        position = end
    if position != size:
        raise FileDamaged(str(path), f"it has {size} bytes of data, not {position}", _REMEDY)


def _span(path: Path, name: str, entry: Any) -> tuple[int, int]:
    wrong = FileDamaged(str(path), f"the entry of tensor {name[:80]!r} is malformed", _REMEDY)
    if not isinstance(entry, dict):
        raise wrong
    kind: Any = entry.get("dtype")
    shape: Any = entry.get("shape")
    offsets: Any = entry.get("data_offsets")
    if not isinstance(kind, str) or kind not in _SIZES:
        raise FileRefused(
            str(path),
            f"tensor {name[:80]!r} is of type {str(kind)[:40]!r}",
            "Save it as float32 or float16.",
        )
    if not _counts(shape) or not _counts(offsets) or len(offsets) != 2:
        raise wrong
    if len(shape) > MAX_RANK:
        raise FileRefused(str(path), f"a tensor has {len(shape)} axes", f"At most {MAX_RANK}.")
    if math.prod(shape) * _SIZES[kind] != offsets[1] - offsets[0]:
        raise wrong
    return offsets[0], offsets[1]


def _counts(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(n, int) and not isinstance(n, bool) and 0 <= n < 1 << 62 for n in value
    )


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """All tensors of a checked file, on the CPU (imports torch). Raises as `read_header`."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    read_header(path)
    try:
        tensors: dict[str, torch.Tensor] = load_file(path)
    except (SafetensorError, OSError) as error:
        raise FileDamaged(str(path), f"it cannot be read ({error})", _REMEDY) from error
    return tensors


def _matches(_path: Path, head: bytes) -> bool:
    return head[8:9] == b"{"


def _read(path: Path, budget: Budget) -> Contents:
    whole = Span.of(path)
    header = read_header(path)
    data = whole.part(0, whole.length)
    begin = whole.length - max((e["data_offsets"][1] for n, e in _tensors(header)), default=0)
    tensors = {}
    for name, entry in _tensors(header):
        start, end = entry["data_offsets"]
        dtype, shape = FROM_SAFETENSORS[entry["dtype"]], tuple(entry["shape"])
        source = data.part(begin + start, end - start)
        tensors[name] = Tensor(name, dtype, shape, contiguous(shape), 0, source)
    within(tensors, budget, str(path))
    given = header.get("__metadata__")
    metadata = {
        str(key)[:200]: str(value)[:_MAX_TEXT]
        for key, value in (given.items() if isinstance(given, dict) else ())
    }
    return Contents(path, FORMAT.name, FORMAT.title, (path,), tensors, metadata)


def _tensors(header: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(name, entry) for name, entry in header.items() if name != "__metadata__"]


FORMAT = Format("safetensors", Phrase("safetensors"), _matches, _read)
