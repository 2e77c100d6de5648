"""The dead things a pickle is made of. None has a method that a file could reach."""

from __future__ import annotations

from typing import Any

from explorer.formats.source import Source

_MAX_KEY = 500


class Name:
    """A global that a pickle mentions. It is a text, whatever the file hoped it to be."""

    __slots__ = ("module", "name")

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    @property
    def qualified(self) -> str:
        """As Python would write it."""
        return f"{self.module}.{self.name}"


class Record:
    """A call that was not made, and what the file wanted done to its result.

    Attributes:
        kind: what would have been called.
        args: with what.
        state: what BUILD gave it. items: appended values. pairs: keys and values set.
    """

    __slots__ = ("args", "items", "kind", "pairs", "state")

    def __init__(self, kind: str, args: tuple[Any, ...]) -> None:
        self.kind, self.args = kind, args
        self.state: Any = None
        self.items: list[Any] = []
        self.pairs: Table = Table()


class Table(dict[Any, Any]):
    """A dictionary, ordered or not. Its keys are plain (`plain_key`); BUILD on it is ignored."""

    __slots__ = ()


class Blob:
    """Bytes inside a pickle, left where they are.

    Attributes:
        data: the buffer they lie in; start, length: where.
        whole: the buffer's source, at the same positions.
    """

    __slots__ = ("data", "length", "start", "whole")

    def __init__(self, data: Any, start: int, length: int, whole: Source) -> None:
        self.data, self.start, self.length, self.whole = data, start, length, whole

    @property
    def source(self) -> Source:
        """Its bytes, for whoever reads them later."""
        return self.whole.part(self.start, self.length)

    def bytes(self, limit: int = 1 << 16) -> bytes:
        """A copy of at most `limit` bytes; raises ValueError for more."""
        if self.length > limit:
            raise ValueError(f"{self.length} bytes where at most {limit} make sense")
        return bytes(self.data[self.start : self.start + self.length])


class Storage:
    """A run of numbers that tensors view. `source` is None until the file says where it lies."""

    __slots__ = ("dtype", "length", "source")

    def __init__(self, dtype: str, length: int, source: Source | None = None) -> None:
        self.dtype, self.length, self.source = dtype, length, source


class Array:
    """A tensor or numpy array: a view of a storage. numpy fills it in after naming it."""

    __slots__ = ("dtype", "offset", "shape", "storage", "strides")

    def __init__(self) -> None:
        self.storage: Storage | None = None
        self.dtype = ""
        self.offset = 0
        self.shape: tuple[int, ...] = ()
        self.strides: tuple[int, ...] = ()

    @classmethod
    def view(
        cls, storage: Storage, dtype: str, offset: int, shape: tuple[int, ...],
        strides: tuple[int, ...],
    ) -> Array:  # fmt: skip
        """A filled one."""
        made = cls()
        made.storage, made.dtype, made.offset = storage, dtype, offset
        made.shape, made.strides = shape, strides
        return made


class NumberType:
    """A numpy dtype: its code ("f4") and, once BUILD told it, its byte order."""

    __slots__ = ("code", "order")

    def __init__(self, code: str) -> None:
        self.code, self.order = code, ""


def plain_key(value: Any, serial: int) -> Any:
    """A dictionary key that is safe to hash.

    Nested tuples hash in exponential time, crafted integers collide, so only texts, small
    integers and flat tuples of them are kept; others become a text.
    """
    if isinstance(value, str):
        return value if len(value) <= _MAX_KEY else f"{value[:_MAX_KEY]}... {serial}"
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if -(1 << 59) < value < 1 << 59 else str(hex(value))
    if isinstance(value, float):
        return str(value)
    if isinstance(value, tuple) and len(value) <= 8:
        parts = [plain_key(part, serial) for part in value if not isinstance(part, tuple)]
        if len(parts) == len(value):
            return tuple(parts)
    if isinstance(value, Name):
        return value.qualified
    return f"<{type(value).__name__.lower()} {serial}>"
