"""Files made for the tests of the readers: zips byte by byte, pickles opcode by opcode."""

from __future__ import annotations

import io
import os
import pickle
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np

FLOATS = b"ctorch\nFloatStorage\n"
REBUILD = b"ctorch._utils\n_rebuild_tensor_v2\n"
NO_HOOKS = b"ccollections\nOrderedDict\n)R"


def text(value: str) -> bytes:
    """A text as BINUNICODE."""
    raw = value.encode()
    return b"X" + struct.pack("<I", len(raw)) + raw


def integer(value: int) -> bytes:
    """An integer as LONG1."""
    raw = value.to_bytes(16, "little", signed=True)
    return b"\x8a\x10" + raw


def integers(values: tuple[int, ...]) -> bytes:
    """A tuple of integers."""
    return b"(" + b"".join(integer(value) for value in values) + b"t"


def tensor(
    key: str, count: int, shape: tuple[int, ...], strides: tuple[int, ...], offset: int = 0,
    storage: bytes = FLOATS,
) -> bytes:  # fmt: skip
    """A tensor as torch pickles it: a view of the storage `key` of `count` numbers."""
    reference = b"(" + text("storage") + storage + text(key) + text("cpu") + integer(count) + b"tQ"
    view = integer(offset) + integers(shape) + integers(strides) + b"\x89" + NO_HOOKS
    return REBUILD + b"(" + reference + view + b"tR"


def table(**items: bytes) -> bytes:
    """A dictionary of pickled values."""
    return b"}(" + b"".join(text(name) + value for name, value in items.items()) + b"u"


def pickled(body: bytes) -> bytes:
    """A whole pickle of protocol 2."""
    return b"\x80\x02" + body + b"."


def torch_zip(
    path: Path, body: bytes, storages: dict[str, bytes] | None = None, method: int = 0,
    extra: dict[str, bytes] | None = None,
) -> Path:  # fmt: skip
    """A zip as torch writes it: the pickle `body` and its storages."""
    with zipfile.ZipFile(path, "w", method) as file:
        file.writestr("m/data.pkl", pickled(body))
        file.writestr("m/byteorder", "little")
        for key, raw in (storages or {}).items():
            file.writestr(f"m/data/{key}", raw)
        for name, raw in (extra or {}).items():
            file.writestr(name, raw)
    return path


def floats(count: int) -> bytes:
    """`count` float32 numbers, 0, 1, 2, ..."""
    return np.arange(count, dtype="<f4").tobytes()


def good_zip(path: Path) -> Path:
    """A small state dict in a zip."""
    return torch_zip(path, table(w=tensor("0", 6, (2, 3), (3, 1))), {"0": floats(6)})


class Evil:
    """Pickles to a call of `os.system`."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> Any:
        return os.system, (self.command,)


def evil_pickle(canary: Path) -> bytes:
    """A pickle that makes the file `canary` when an ordinary unpickler reads it."""
    return pickle.dumps({"state_dict": Evil(f"touch '{canary}'")}, protocol=2)


class RawZip:
    """A zip written field by field, so that any of them can lie."""

    def __init__(self) -> None:
        self.body = io.BytesIO()
        self.directory = b""
        self.count = 0

    def add(
        self, name: str, data: bytes, *, local_name: str | None = None, size: int | None = None,
        packed: bytes | None = None, flags: int = 0, at: int | None = None,
    ) -> None:  # fmt: skip
        """An entry; `size` and `local_name` are what it claims, `at` where it claims to be."""
        header = self.body.tell() if at is None else at
        stored = data if packed is None else packed
        method = 0 if packed is None else 8
        claimed = len(data) if size is None else size
        crc = zlib.crc32(data)
        local = (local_name or name).encode()
        if at is None:
            fields = (20, flags, method, 0, 0, crc, len(stored), claimed, len(local), 0)
            self.body.write(struct.pack("<4s5H3L2H", b"PK\3\4", *fields) + local + stored)
        raw = name.encode()
        fields_ = (20, 20, flags, method, 0, 0, crc, len(stored), claimed, len(raw))
        self.directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", *fields_, 0, 0, 0, 0, 0, header
        ) + raw  # fmt: skip
        self.count += 1

    def write(self, path: Path) -> Path:
        """The finished file."""
        body = self.body.getvalue()
        end = struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, self.count, self.count, len(self.directory), len(body), 0
        )
        path.write_bytes(body + self.directory + end)
        return path


def deflated(data: bytes) -> bytes:
    """Raw deflate, as in a zip."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()


def first_layout(path: Path, base: np.ndarray[Any, np.dtype[np.float32]]) -> Path:
    """A file as torch 0.1 wrote it (no torch of today can): three members of a tar."""

    def dumped(value: Any) -> bytes:
        return pickle.dumps(value, 2)

    kind = b"\x80\x02(K\x01U\x03cpuctorch\nFloatStorage\nt."
    storages = dumped(1) + kind + struct.pack("<q", base.size) + base.tobytes() + dumped([])
    tensor = b"\x80\x02(K\x07K\x01ctorch\nFloatTensor\nt."
    axes = struct.pack("<i4x", base.ndim) + struct.pack("<2q", *base.shape)
    tensors = dumped(1) + tensor + axes + struct.pack("<2q", base.shape[1], 1)
    tensors += struct.pack("<q", 0)
    with tarfile.open(path, "w") as file:
        for name, data in (
            ("sys_info", dumped({"little_endian": True})),
            ("pickle", b"\x80\x02}U\x06weightU\x017Qs."),
            ("tensors", tensors),
            ("storages", storages),
        ):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            file.addfile(entry, io.BytesIO(data))
    return path
