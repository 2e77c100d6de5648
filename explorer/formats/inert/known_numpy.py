"""numpy's arrays and scalars, understood as data. Object and record types stay dead."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, Any

from explorer.formats.dtypes import SIZES, contiguous, from_numpy
from explorer.formats.inert.records import Array, Blob, NumberType, Record, Storage
from explorer.phrases import Phrase

if TYPE_CHECKING:
    from explorer.formats.inert.known_python import Known
    from explorer.formats.inert.machine import Machine

_SCALARS = {
    "bool": "?", "int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i",
    "uint32": "I", "int64": "q", "uint64": "Q", "float16": "e", "float32": "f", "float64": "d",
}  # fmt: skip


def _reconstruct(_machine: Machine, _args: tuple[Any, ...]) -> Array:
    """An empty array, which BUILD fills."""
    return Array()


def _number_type(_machine: Machine, args: tuple[Any, ...]) -> Any:
    if args and isinstance(args[0], str):
        return NumberType(args[0][:32])
    return Record("numpy.dtype", ())


def set_order(machine: Machine, target: NumberType, state: Any) -> None:
    """A dtype's state: (version, byte order, ...)."""
    if not isinstance(state, tuple) or len(state) < 2 or not isinstance(state[1], str):
        raise machine.broken()
    target.order = state[1][:1]


def _kind(given: Any) -> str | None:
    if not isinstance(given, NumberType):
        return None
    order = given.order if given.order in {"<", ">", "|", "="} else ""
    code = given.code if given.code[:1] not in "<>|=" else given.code[1:]
    return from_numpy(order + code)


def fill(machine: Machine, target: Array, state: Any) -> None:
    """An array's state: (version, shape, dtype, column-major, bytes).

    A tensor that is already there keeps what it is (its state is Python attributes).
    """
    if target.storage is not None:
        return
    if not isinstance(state, tuple) or len(state) != 5:
        raise machine.broken()
    _, shape, kind, columns_first, raw = state
    _set(machine, target, shape, kind, bool(columns_first), raw)


def _frombuffer(machine: Machine, args: tuple[Any, ...]) -> Any:
    """`_frombuffer(buffer, dtype, shape, order)`: how protocol 5 writes arrays."""
    if len(args) < 3:
        raise machine.broken()
    made = Array()
    _set(machine, made, args[2], args[1], len(args) > 3 and args[3] == "F", args[0])
    return made


def _set(
    machine: Machine, target: Array, shape: Any, kind: Any, columns_first: bool, raw: Any
) -> None:
    name = _kind(kind)
    if name is None or isinstance(raw, list):
        machine.meter.note(Phrase("Arrays of objects, texts or foreign byte order were left out."))
        return
    if isinstance(raw, str):  # Python 2 wrote bytes as text
        raw = machine.meter.keep_inline(raw.encode("latin-1"))
    plain = isinstance(shape, tuple) and all(type(n) is int and 0 <= n < 1 << 48 for n in shape)
    if not isinstance(raw, Blob) or not plain or len(shape) > 64:
        raise machine.broken()
    if math.prod(shape) * SIZES[name] != raw.length:
        raise machine.meter.damaged("an array in it has more or fewer bytes than its shape")
    strides = contiguous(shape)
    if columns_first:
        strides = tuple(reversed(contiguous(tuple(reversed(shape)))))
    target.storage = Storage(name, raw.length, raw.source)
    target.dtype, target.shape, target.strides = name, shape, strides


def _scalar(_machine: Machine, args: tuple[Any, ...]) -> Any:
    """`scalar(dtype, bytes)` as a Python number."""
    code = _SCALARS.get(_kind(args[0]) or "") if args else None
    if code is None or len(args) != 2 or not isinstance(args[1], Blob | str):
        return Record("numpy.scalar", ())
    raw = args[1].bytes() if isinstance(args[1], Blob) else args[1].encode("latin-1")
    return struct.unpack("<" + code, raw)[0]


CALLS: dict[str, Known] = {"numpy.dtype": _number_type}
for _core in ("numpy.core", "numpy._core"):
    CALLS |= {
        f"{_core}.multiarray._reconstruct": _reconstruct,
        f"{_core}.multiarray.scalar": _scalar,
        f"{_core}.numeric._frombuffer": _frombuffer,
    }
