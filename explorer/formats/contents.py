"""What a file holds, vetted and described: the border between reading a file and making a model.

Everything here is plain data. Tensors are described (shape, type, where their bytes lie) and read
only when asked for, so that a file of gigabytes is inspected in milliseconds and opened with one
copy of its weights.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason
from explorer.formats.budget import MAX_RANK, MAX_TENSORS, SMALL_VIEW, Budget
from explorer.formats.dtypes import SIZES, carrier, contiguous, widen
from explorer.formats.source import Source
from explorer.phrases import Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Shape = tuple[int, ...]
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Tensor:
    """One tensor of a file: a strided view of a run of bytes, checked to lie inside it.

    Attributes:
        name: its key, dotted ("decoder.0.weight").
        dtype: a key of `dtypes.SIZES`.
        shape: sizes of its axes.
        strides: steps in elements, none negative.
        offset: first element, counted from the start of `source`.
        source: the bytes (of the whole storage where several tensors share one).
    """

    name: str
    dtype: str
    shape: Shape
    strides: Shape
    offset: int
    source: Source = field(repr=False)

    @property
    def count(self) -> int:
        """How many numbers it has."""
        return math.prod(self.shape)

    @property
    def bytes(self) -> int:
        """Its size once loaded."""
        return self.count * SIZES[self.dtype]

    def load(self) -> NDArray[Any]:
        """The numbers, row-major, owning their memory; bits where numpy lacks the type.

        Raises:
            FileMissing, FileDamaged: the file is gone, or changed since it was opened.
        """
        import numpy as np

        kind = carrier(self.dtype)
        if not self.count:
            return np.empty(self.shape, kind)
        extent = 1 + sum((n - 1) * s for n, s in zip(self.shape, self.strides, strict=True))
        flat = np.empty(extent, kind)
        self.source.read(self.offset * kind.itemsize, flat.view(np.uint8).data)
        if self.strides == contiguous(self.shape):
            return flat.reshape(self.shape)
        steps = tuple(s * kind.itemsize for s in self.strides)
        view = np.lib.stride_tricks.as_strided(flat, self.shape, steps, writeable=False)
        return np.array(view, order="C")

    def float32(self) -> NDArray[np.float32]:
        """The numbers as float32, whatever their type; raises TypeError for complex ones."""
        return widen(self.load(), self.dtype)


def checked(tensor: Tensor, subject: str) -> Tensor:
    """`tensor`, if it is a plain view inside its bytes.

    Raises:
        FileDamaged: it reaches outside its storage or its numbers make no sense.
        FileRefused: too many axes, or it repeats its storage to a size above `SMALL_VIEW`.
    """
    name = tensor.name[:80]
    remedy = "Download it again; if that does not help, ask whoever made it to save it again."
    numbers = (*tensor.shape, *tensor.strides, tensor.offset)
    if len(tensor.shape) > MAX_RANK:
        raise FileRefused(
            subject, f"tensor {name!r} has {len(tensor.shape)} axes", f"At most {MAX_RANK}."
        )
    if len(tensor.shape) != len(tensor.strides) or any(n < 0 or n >= 1 << 62 for n in numbers):
        raise FileDamaged(subject, f"the shape of tensor {name!r} makes no sense", remedy)
    if not tensor.count:
        return tensor
    size = SIZES[tensor.dtype]
    last = tensor.offset + sum(
        (n - 1) * s for n, s in zip(tensor.shape, tensor.strides, strict=True)
    )
    if (last + 1) * size > tensor.source.length:
        raise FileDamaged(subject, f"tensor {name!r} reaches beyond its storage", remedy)
    if tensor.bytes > max(tensor.source.length, SMALL_VIEW):
        raise FileRefused(
            subject,
            f"tensor {name!r} claims {tensor.count:,} numbers from a storage of "
            f"{tensor.source.length:,} bytes",
            "No real network repeats its weights like this: do not trust the file.",
        )
    return tensor


@dataclass(frozen=True)
class Port:
    """An input or output of a graph. An axis is a size, a name ("batch") or None for unknown;
    a shape of None says that the file does not tell.
    """

    name: str
    dtype: str
    shape: tuple[int | str | None, ...] | None


@dataclass(frozen=True)
class Module:
    """A layer as a file describes it: where it stands, its class, its plain settings."""

    name: str
    kind: str
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Contents:
    """A file or folder, read without running anything of it.

    Attributes:
        path: the file or folder.
        format: name of an entry of FORMATS. title: the same for people.
        files: every file that was read or that tensors come from.
        tensors: by dotted name, in the file's order.
        metadata: hyper-parameters and the like, plain data (as JSON).
        classes: names of the classes and functions the file mentions; none was imported.
        modules: layers with their settings, where the file tells (whole modules, TorchScript).
        inputs, outputs: of a graph (ONNX, .pt2, TorchScript).
        operators: how often a graph uses each operator.
        parts: components of a folder (unet, vae), each with contents of its own.
        notes: sentences for the user: what was ignored, what it would do elsewhere.
        needs_trust: using more than its weights means running a program that it brings.
    """

    path: Path
    format: str
    title: str
    files: tuple[Path, ...] = ()
    tensors: Mapping[str, Tensor] = field(default_factory=dict, repr=False)
    metadata: Mapping[str, Any] = field(default_factory=dict, repr=False)
    classes: tuple[str, ...] = ()
    modules: tuple[Module, ...] = field(default=(), repr=False)
    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    operators: Mapping[str, int] = field(default_factory=dict, repr=False)
    parts: Mapping[str, Contents] = field(default_factory=dict)
    notes: tuple[Phrase, ...] = ()
    needs_trust: bool = False

    @property
    def count(self) -> int:
        """How many numbers all tensors have, parts included."""
        return sum(t.count for t in self.all_tensors())

    @property
    def weight_bytes(self) -> int:
        """Their bytes once loaded."""
        return sum(t.bytes for t in self.all_tensors())

    @cached_property
    def file_bytes(self) -> int:
        """Bytes on disk of all files."""
        return sum(path.stat().st_size for path in self.files if path.is_file())

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the file; of a folder, of its files' names and hashes. Reads all of it.

        Raises FileMissing when a file is gone.
        """
        if len(self.files) == 1:
            return _sha256(self.files[0])
        total = hashlib.sha256()
        for path in sorted(self.files):
            total.update(f"{path.name}\0{_sha256(path)}\n".encode())
        return total.hexdigest()

    def all_tensors(self) -> Iterator[Tensor]:
        """Its own tensors, then those of its parts."""
        yield from self.tensors.values()
        for part in self.parts.values():
            yield from part.all_tensors()

    def not_finite(self) -> tuple[str, ...]:
        """Names of tensors with NaN or infinity in them, parts included. Reads all of them.

        Such a file is not refused (a training that ran away is worth looking at), but named.
        """
        import numpy as np

        return tuple(
            tensor.name
            for tensor in self.all_tensors()
            if "float" in tensor.dtype and not np.isfinite(tensor.float32()).all()
        )

    def under(self, prefix: str) -> dict[str, Tensor]:
        """Tensors whose names begin with `prefix`, by the rest of the name."""
        return {n[len(prefix) :]: t for n, t in self.tensors.items() if n.startswith(prefix)}

    def summary(self) -> dict[str, Any]:
        """The same as plain data for `inspect --json`, without the hash (it reads everything)."""
        return {
            "path": str(self.path),
            "format": self.format,
            "title": self.title,
            "bytes": self.file_bytes,
            "parameters": self.count,
            "weight_bytes": self.weight_bytes,
            "tensors": {n: [t.dtype, list(t.shape)] for n, t in self.tensors.items()},
            "metadata": dict(self.metadata),
            "classes": list(self.classes),
            "modules": [[m.name, m.kind, dict(m.settings)] for m in self.modules],
            "inputs": [_port(p) for p in self.inputs],
            "outputs": [_port(p) for p in self.outputs],
            "operators": dict(self.operators),
            "parts": {name: part.summary() for name, part in self.parts.items()},
            "notes": list(self.notes),
            "runs_on_opening": "nothing",
            "needs_trust": self.needs_trust,
        }


def _port(port: Port) -> dict[str, Any]:
    shape = None if port.shape is None else list(port.shape)
    return {"name": port.name, "dtype": port.dtype, "shape": shape}


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Open it again.") from error
    return digest.hexdigest()


def within(tensors: Mapping[str, Tensor], budget: Budget, subject: str) -> None:
    """Check the number of tensors and their bytes together; raises FileRefused above either."""
    if len(tensors) > MAX_TENSORS:
        raise FileRefused(
            subject, f"it holds more than {MAX_TENSORS:,} tensors", "No real model needs so many."
        )
    total = sum(tensor.bytes for tensor in tensors.values())
    if total > budget.weights:
        raise FileRefused(
            subject,
            f"its tensors take {total / 2**30:,.1f} GiB once loaded",
            f"The limit is {budget.weights / 2**30:,.1f} GiB; raise it in the settings.",
        )
