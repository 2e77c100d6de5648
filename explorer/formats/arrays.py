"""Small float arrays of a safetensors file, read without torch: what a manifest points to."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason
from explorer.formats.safetensors import read_header

MAX_BYTES = 1 << 24


def read_arrays(path: Path, names: tuple[str, ...]) -> dict[str, NDArray[np.float32]]:
    """The named float32 arrays of a file of at most 16 MB, whose header is checked.

    Raises:
        FileMissing: no readable file. FileDamaged: not safetensors, or a name is not in it.
        FileRefused: it is too large.
    """
    header = read_header(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileRefused(str(path), "it is above 16 MB", "A prior is a small file.")
        raw = path.read_bytes()
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Restore it beside model.toml.") from error
    start = 8 + int.from_bytes(raw[:8], "little")
    found = {}
    for name in names:
        entry = header.get(name)
        if entry is None or entry["dtype"] != "F32":
            raise FileDamaged(str(path), f"it holds no float32 {name}", "Write the file again.")
        first, last = entry["data_offsets"]
        flat = np.frombuffer(raw[start + first : start + last], "<f4")
        found[name] = flat.reshape(entry["shape"]).astype(np.float32)
    return found


def names_in(path: Path) -> tuple[str, ...]:
    """The names of the arrays in a file; raises as `read_arrays`."""
    return tuple(name for name in read_header(path) if name != "__metadata__")
