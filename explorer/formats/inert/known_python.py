"""Python's own containers, bytes and paths, understood as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from explorer.formats.inert.records import Blob, Record, Table, plain_key

if TYPE_CHECKING:
    from explorer.formats.inert.machine import Machine

Known: TypeAlias = "Callable[[Machine, tuple[Any, ...]], Any]"
_LATIN = frozenset({"latin1", "latin-1", "iso-8859-1"})


def _table(machine: Machine, args: tuple[Any, ...]) -> Table:
    """OrderedDict and Counter: from pairs, from a table, or empty."""
    made = Table()
    given = args[0] if args else []
    if isinstance(given, Table | list):
        machine.meter.take_steps(len(given))
    if isinstance(given, Table):
        made.update(given)
    elif isinstance(given, list):
        for pair in given:
            if not isinstance(pair, list | tuple) or len(pair) != 2:
                raise machine.broken()
            machine.meter.serial += 1
            made[plain_key(pair[0], machine.meter.serial)] = pair[1]
    return made


def _default_table(_machine: Machine, _args: tuple[Any, ...]) -> Table:
    return Table()


def _list(machine: Machine, args: tuple[Any, ...]) -> list[Any]:
    """Sets, deques and lists: a list of what they hold."""
    given = args[0] if args else []
    if isinstance(given, list | tuple | Table):
        machine.meter.take_steps(len(given))
        return list(given)
    return []


def _encode(machine: Machine, args: tuple[Any, ...]) -> Any:
    """`_codecs.encode(text, "latin1")`: how protocols before 3 write bytes."""
    texts = len(args) == 2 and all(isinstance(part, str) for part in args)
    if not texts or args[1] not in _LATIN:
        return Record("_codecs.encode", ())
    return machine.meter.keep_inline(args[0].encode("latin-1"))


def _bytes(machine: Machine, args: tuple[Any, ...]) -> Any:
    """bytes and bytearray of bytes or text. Of a number they would allocate it: a dead record."""
    if not args:
        return machine.meter.keep_inline(b"")
    if isinstance(args[0], Blob):
        return args[0]
    if isinstance(args[0], str):
        return _encode(machine, args)
    return Record("builtins.bytes", args)


def _path(machine: Machine, args: tuple[Any, ...]) -> str:
    parts = [part for part in args if isinstance(part, str)]
    machine.meter.take_text(sum(map(len, parts)))
    return "/".join(parts).replace("//", "/")


_PATHS = ("Path", "PosixPath", "WindowsPath", "PurePath", "PurePosixPath", "PureWindowsPath")

CALLS: dict[str, Known] = {
    "collections.OrderedDict": _table,
    "collections.Counter": _table,
    "collections.defaultdict": _default_table,
    "collections.deque": _list,
    "_codecs.encode": _encode,
    **{f"pathlib.{name}": _path for name in _PATHS},
    **{f"pathlib._local.{name}": _path for name in _PATHS},
}
for _module in ("builtins", "__builtin__"):
    CALLS |= {
        f"{_module}.dict": _table,
        f"{_module}.list": _list,
        f"{_module}.set": _list,
        f"{_module}.frozenset": _list,
        f"{_module}.tuple": _list,
        f"{_module}.bytes": _bytes,
        f"{_module}.bytearray": _bytes,
    }


def _after_class(args: tuple[Any, ...]) -> tuple[Any, ...]:
    return args[1:]


def _state_only(args: tuple[Any, ...]) -> tuple[Any, ...]:
    """`copyreg._reconstructor(class, base, state)`: the state where there is one."""
    return args[2:] if len(args) == 3 and args[2] is not None else ()


NEW_OBJECT: dict[str, Callable[[tuple[Any, ...]], tuple[Any, ...]]] = {
    "copyreg.__newobj__": _after_class,
    "copyreg._reconstructor": _state_only,
    "copy_reg.__newobj__": _after_class,
    "copy_reg._reconstructor": _state_only,
}
"""Calls that only say "an object of this class": the arguments its class would get."""
