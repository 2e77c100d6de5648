"""The outside of a session file: a zip of one JSON text and one safetensors block.

A session may come by mail, so nothing in it is believed: only the two names are read, each at most
to its cap, whatever the directory says of its size; a zip of more entries is another kind of file.
"""

from __future__ import annotations

import io
import json
import math
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason

TEXT = "session.json"
ARRAYS = "arrays.safetensors"
MAX_FILE = 512 << 20
MAX_TEXT = 64 << 20
MAX_ARRAYS = 512 << 20
_MAX_HEADER = 16 << 20
_MAX_ENTRIES = 8
_TYPES: Mapping[str, str] = {"F32": "<f4", "F64": "<f8", "U8": "|u1"}
_NAMES = {np.dtype(value): key for key, value in _TYPES.items()}
_REMEDY = "Open an earlier copy of it."
# A fixed time of writing: the same session gives the same bytes.
_WHEN = (1980, 1, 1, 0, 0, 0)


def pack(text: str, arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The file's bytes. Arrays are one-dimensional float32, float64 or uint8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, TEXT, text.encode())
        if arrays:
            _add(archive, ARRAYS, _join(arrays))
    return buffer.getvalue()


def unpack(path: Path) -> tuple[bytes, dict[str, NDArray[Any]]]:
    """The text and the arrays of a file.

    Raises:
        FileMissing: no readable file.
        FileRefused: above a cap, encrypted, or a zip of something else.
        FileDamaged: no zip, truncated, or its parts do not hold what they say.
    """
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise FileRefused(str(path), "it is above 512 MB", "No session is that large.")
        with zipfile.ZipFile(path) as archive:
            _check(path, archive)
            text = _take(path, archive, TEXT, MAX_TEXT)
            has_arrays = ARRAYS in archive.namelist()
            block = _take(path, archive, ARRAYS, MAX_ARRAYS) if has_arrays else b""
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Check the name and permissions.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, struct.error) as error:
        raise FileDamaged(str(path), f"it is no whole session file ({error})", _REMEDY) from error
    except (NotImplementedError, RuntimeError) as error:
        cause = "it is packed in a way no session is"
        raise FileRefused(str(path), cause, "Save it again with Latent Explorer.") from error
    return text, _split(path, block) if block else {}


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data, compresslevel=6)


def _check(path: Path, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if len(names) > _MAX_ENTRIES or TEXT not in names:
        raise FileRefused(str(path), "it is a zip, but no session", "Give a .lsx file.")
    if len(set(names)) != len(names):
        raise FileDamaged(str(path), "a part of it occurs twice", _REMEDY)


def _take(path: Path, archive: zipfile.ZipFile, name: str, cap: int) -> bytes:
    info = archive.getinfo(name)
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise NotImplementedError
    with archive.open(info) as part:
        data = part.read(cap + 1)  # the directory's word on the size is not taken
    if len(data) > cap:
        raise FileRefused(str(path), f"{name} in it is above {cap >> 20} MB", _REMEDY)
    return data


def _join(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """A safetensors block: 8 bytes of header length, the header, the numbers."""
    header, parts, position = {}, [], 0
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        kind = _NAMES[array.dtype.newbyteorder("<")]
        data = array.astype(_TYPES[kind], copy=False).tobytes()
        end = position + len(data)
        header[name] = {"dtype": kind, "shape": [len(array)], "data_offsets": [position, end]}
        parts.append(data)
        position = end
    raw = json.dumps(header, separators=(",", ":")).encode()
    raw += b" " * (-len(raw) % 8)
    return b"".join([struct.pack("<Q", len(raw)), raw, *parts])


def _split(path: Path, block: bytes) -> dict[str, NDArray[Any]]:
    wrong = FileDamaged(str(path), f"{ARRAYS} in it is malformed", _REMEDY)
    if len(block) < 8:
        raise wrong
    (length,) = struct.unpack_from("<Q", block)
    if length > min(len(block) - 8, _MAX_HEADER):
        raise wrong
    try:
        header = json.loads(block[8 : 8 + length])
    except (ValueError, RecursionError) as error:
        raise wrong from error
    if not isinstance(header, dict):
        raise wrong
    data, arrays = memoryview(block)[8 + length :], {}
    for name, entry in header.items():
        array = _array(entry, data)
        if array is None:
            raise wrong
        arrays[name] = array
    return arrays


def _array(entry: Any, data: memoryview) -> NDArray[Any] | None:
    """The array of a header's entry, read-only; None where it does not fit."""
    if not isinstance(entry, dict):
        return None
    kind: Any = entry.get("dtype")
    shape: Any = entry.get("shape")
    offsets: Any = entry.get("data_offsets")
    if kind not in _TYPES or not _counts(shape) or not _counts(offsets) or len(offsets) != 2:
        return None
    start, end = offsets
    dtype = np.dtype(_TYPES[kind])
    if end > len(data) or end - start != math.prod(shape) * dtype.itemsize or len(shape) != 1:
        return None
    return np.frombuffer(data[start:end], dtype).astype(dtype.newbyteorder("="), copy=False)


def _counts(value: Any) -> bool:
    return isinstance(value, list) and all(type(n) is int and 0 <= n < 1 << 40 for n in value)
