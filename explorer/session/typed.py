"""Plain JSON to frozen classes, each field against the kind that its class declares."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import functools
import types
import typing
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError, FileDamaged, FileRefused

# Points nest (mixtures of mixtures), but explorer.latent.settled ends that long before this.
MAX_DEPTH = 100
MAX_BYTES = 512 << 20
_REMEDY = "Use an earlier copy."


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind)}


class Reader:
    """Reads one text.

    Args:
        tags: classes by tag.
        source: the file or text, for failures.
        arrays: what long runs of numbers were moved to, by name.
    """

    def __init__(
        self, tags: Mapping[str, type], source: str, arrays: Mapping[str, NDArray[Any]]
    ) -> None:
        self._tags, self._source, self._arrays = tags, source, arrays
        self._depth = 0

    def read(self, hint: Any, data: Any) -> Any:
        """`data` as `hint` says: a class in tags, a plain kind, a tuple, a set or a union."""
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise FileRefused(self._source, "its recipes nest too deeply", _REMEDY)
            return self._read(hint, data)
        finally:
            self._depth -= 1

    def _read(self, hint: Any, data: Any) -> Any:
        origin = typing.get_origin(hint)
        if origin in {typing.Union, types.UnionType}:
            return self._union(typing.get_args(hint), data)
        if origin is tuple:
            return self._tuple(typing.get_args(hint), data)
        if origin is frozenset:
            return frozenset(self._tuple((*typing.get_args(hint), ...), data))
        if hint is bytes:
            return self._bytes(data)
        if hint is float and type(data) is int and abs(data) < 1 << 1023:
            return float(data)
        if dataclasses.is_dataclass(hint):
            return self._record(typing.cast(type, hint), data)
        if type(data) is hint:
            return data
        raise self._wrong(f"{_name(hint)} was expected, not {_shown(data)}")

    def _union(self, hints: tuple[Any, ...], data: Any) -> Any:
        if isinstance(data, dict) and "is" in data:
            kind = self._tagged(data)
            if kind in hints:
                return self._record(kind, data)
        elif type(data) in hints:
            return data
        elif data is None and type(None) in hints:
            return None
        elif type(data) is int and float in hints:
            return self._read(float, data)
        for hint in hints:
            if typing.get_origin(hint) is tuple and isinstance(data, list | dict):
                return self._tuple(typing.get_args(hint), data)
        wanted = " | ".join(map(_name, hints))
        raise self._wrong(f"{wanted} was expected, not {_shown(data)}")

    def _tuple(self, hints: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
        if isinstance(data, dict) and set(data) == {"array"} and hints == (float, ...):
            return tuple(self._array(data, ("float32", "float64")).tolist())
        if not isinstance(data, list):
            raise self._wrong(f"a list was expected, not {_shown(data)}")
        if len(hints) == 2 and hints[1] is ...:
            return tuple(self.read(hints[0], part) for part in data)
        if len(data) != len(hints):
            raise self._wrong(f"a list of {len(hints)} was expected, not of {len(data)}")
        return tuple(self.read(hint, part) for hint, part in zip(hints, data, strict=True))

    def _array(self, data: dict[str, Any], kinds: tuple[str, ...]) -> NDArray[Any]:
        name = data["array"]
        array = self._arrays.get(name) if isinstance(name, str) else None
        if array is None or array.dtype.name not in kinds or array.ndim != 1:
            raise self._wrong(f"its array {_shown(name)} is missing or of another kind")
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise self._wrong("a number in its arrays is not finite")
        return array

    def _bytes(self, data: Any) -> bytes:
        if isinstance(data, dict) and set(data) == {"array"}:
            return self._array(data, ("uint8",)).tobytes()
        if not isinstance(data, dict) or set(data) != {"zlib"} or type(data["zlib"]) is not str:
            raise self._wrong(f"packed bytes were expected, not {_shown(data)}")
        try:
            packed = base64.b64decode(data["zlib"], validate=True)
            unpacker = zlib.decompressobj()
            result = unpacker.decompress(packed, MAX_BYTES)
        except (binascii.Error, zlib.error, ValueError) as error:
            raise self._wrong(f"its packed bytes do not unpack ({error})") from error
        if unpacker.unconsumed_tail:
            raise FileRefused(self._source, "it unpacks to more than 512 MB", _REMEDY)
        if not unpacker.eof:
            raise self._wrong("its packed bytes are cut off")
        return result

    def _tagged(self, data: Any) -> type:
        tag = data.get("is") if isinstance(data, dict) else None
        if not isinstance(tag, str):
            raise self._wrong(f"a recipe was expected, not {_shown(data)}")
        if tag not in self._tags:
            cause = f"it holds a {tag[:40]!r}, which this version does not know"
            raise FileRefused(self._source, cause, "Update Latent Explorer.")
        return self._tags[tag]

    def _record(self, kind: type, data: Any) -> Any:
        if self._tagged(data) is not kind:
            raise self._wrong(f"{_name(kind)} was expected, not {data['is']}")
        hints = _hints(kind)
        # A file may be older than a field that has a default; what is unknown is never passed over.
        odd = (data.keys() - {"is", *hints}) | (_required(kind) - data.keys())
        if odd:
            named = ", ".join(sorted(odd))
            raise self._wrong(f"{_name(kind)} lacks a field, or has one too many: {named[:80]}")
        fields = {name: self.read(hint, data[name]) for name, hint in hints.items() if name in data}
        try:
            made = kind(**fields)
        except ExplorerError as error:
            raise self._wrong(f"{error.subject}: {error.cause}") from error
        for name, value in fields.items():
            kept = getattr(made, name)
            if kept is not value and kept != value:
                raise self._wrong(f"{_name(kind)}.{name} does not agree with the rest")
        return made

    def _wrong(self, cause: str) -> FileDamaged:
        return FileDamaged(self._source, cause, _REMEDY)


@functools.cache
def _required(kind: type) -> frozenset[str]:
    """Names of a record's fields that have no default."""
    missing = dataclasses.MISSING
    return frozenset(
        field.name
        for field in dataclasses.fields(kind)
        if field.default is missing and field.default_factory is missing
    )


def _name(hint: Any) -> str:
    return "nothing" if hint is type(None) else getattr(hint, "__name__", str(hint))


def _shown(data: Any) -> str:
    text = repr(data) if isinstance(data, str | int | float | bool | None) else type(data).__name__
    return text if len(text) <= 40 else f"{text[:37]}..."
