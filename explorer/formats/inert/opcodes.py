"""What each opcode of a pickle does here."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from explorer.formats.inert.calls import build, call, global_name
from explorer.formats.inert.records import (
    Array,
    Name,
    NumberType,
    Record,
    Storage,
    Table,
    plain_key,
)

if TYPE_CHECKING:
    from explorer.formats.inert.machine import Machine

Operation: TypeAlias = "Callable[[Machine], None]"
OPCODES: list[Operation | None] = [None] * 256

_U1, _U2, _U4, _U8 = (struct.Struct(f"<{c}") for c in "BHIQ")
_I4, _DOUBLE = struct.Struct("<i"), struct.Struct(">d")
_MAX_INTEGER = 1024
_SHORT_TEXT = 1 << 12


def _op(code: bytes) -> Callable[[Operation], Operation]:
    def listed(operation: Operation) -> Operation:
        OPCODES[code[0]] = operation
        return operation

    return listed


def _pushes(code: bytes, value: Callable[[Machine], Any]) -> None:
    """An opcode that only pushes a value."""

    def operation(machine: Machine) -> None:
        made = value(machine)  # first: it may leave a mark, which changes the stack
        machine.stack.append(made)

    OPCODES[code[0]] = operation


# -- constants and containers -----------------------------------------------------------------
_pushes(b"N", lambda _: None)
_pushes(b"\x88", lambda _: True)
_pushes(b"\x89", lambda _: False)
_pushes(b"]", lambda _: [])
_pushes(b")", lambda _: ())
_pushes(b"}", lambda _: Table())
_pushes(b"\x8f", lambda _: [])  # a set; its members need not be hashable to be listed
_pushes(b"l", lambda m: m.unmark())
_pushes(b"\x91", lambda m: m.unmark())
_pushes(b"t", lambda m: tuple(m.unmark()))
_pushes(b"d", lambda m: _paired(m, Table(), m.unmark()))

# -- numbers ----------------------------------------------------------------------------------
_pushes(b"J", lambda m: m.number(_I4))
_pushes(b"K", lambda m: m.number(_U1))
_pushes(b"M", lambda m: m.number(_U2))
_pushes(b"G", lambda m: m.number(_DOUBLE))
_pushes(b"\x8a", lambda m: _integer(m, m.number(_U1)))
_pushes(b"\x8b", lambda m: _integer(m, m.number(_U4)))
_pushes(b"F", lambda m: float(m.line()))
_pushes(b"I", lambda m: _decimal(m, m.line()))
_pushes(b"L", lambda m: _decimal(m, m.line().removesuffix("L")))

# -- texts and bytes --------------------------------------------------------------------------
_pushes(b"X", lambda m: m.text(m.number(_U4)))
_pushes(b"\x8c", lambda m: m.text(m.number(_U1)))
_pushes(b"\x8d", lambda m: m.text(m.number(_U8)))
_pushes(b"V", lambda m: m.raw_line().decode("raw-unicode-escape"))
_pushes(b"B", lambda m: m.blob(m.number(_U4)))
_pushes(b"C", lambda m: m.blob(m.number(_U1)))
_pushes(b"\x8e", lambda m: m.blob(m.number(_U8)))
_pushes(b"\x96", lambda m: m.blob(m.number(_U8)))
_pushes(b"U", lambda m: _old_text(m, m.number(_U1)))
_pushes(b"T", lambda m: _old_text(m, m.number(_U4)))
_pushes(b"S", lambda m: m.line()[1:-1])

# -- memo and stack ---------------------------------------------------------------------------
_pushes(b"g", lambda m: m.memo[int(m.line())])
_pushes(b"h", lambda m: m.memo[m.number(_U1)])
_pushes(b"j", lambda m: m.memo[m.number(_U4)])
_pushes(b"2", lambda m: m.stack[-1])

# -- names and calls --------------------------------------------------------------------------
_pushes(b"c", lambda m: global_name(m, m.line(), m.line()))
_pushes(b"Q", lambda m: _persistent(m, m.stack.pop()))
_pushes(b"P", lambda m: _persistent(m, m.line()))


@_op(b"\x80")
def _protocol(machine: Machine) -> None:
    if machine.number(_U1) > 5:
        raise machine.broken()


@_op(b"\x95")
def _frame(machine: Machine) -> None:
    if machine.number(_U8) > machine.end - machine.position:
        raise machine.meter.damaged("its pickle ends too early")


@_op(b"(")
def _mark(machine: Machine) -> None:
    machine.marks.append(machine.stack)
    machine.stack = []


@_op(b"0")
def _pop(machine: Machine) -> None:
    if machine.stack:
        machine.stack.pop()
    else:
        machine.unmark()


@_op(b"1")
def _pop_mark(machine: Machine) -> None:
    machine.unmark()


@_op(b"p")
def _put(machine: Machine) -> None:
    machine.memo[int(machine.line())] = machine.stack[-1]


@_op(b"q")
def _binput(machine: Machine) -> None:
    machine.memo[machine.number(_U1)] = machine.stack[-1]


@_op(b"r")
def _long_binput(machine: Machine) -> None:
    machine.memo[machine.number(_U4)] = machine.stack[-1]


@_op(b"\x94")
def _memoize(machine: Machine) -> None:
    machine.memo[len(machine.memo)] = machine.stack[-1]


@_op(b"\x85")
def _tuple1(machine: Machine) -> None:
    machine.stack[-1] = (machine.stack[-1],)


@_op(b"\x86")
def _tuple2(machine: Machine) -> None:
    machine.stack[-2:] = [(machine.stack[-2], machine.stack[-1])]


@_op(b"\x87")
def _tuple3(machine: Machine) -> None:
    machine.stack[-3:] = [(machine.stack[-3], machine.stack[-2], machine.stack[-1])]


@_op(b"a")
def _append(machine: Machine) -> None:
    value = machine.stack.pop()
    _extend(machine, [value])


@_op(b"e")
def _appends(machine: Machine) -> None:
    _extend(machine, machine.unmark())


@_op(b"\x90")
def _additems(machine: Machine) -> None:
    _extend(machine, machine.unmark())


@_op(b"s")
def _setitem(machine: Machine) -> None:
    value, key = machine.stack.pop(), machine.stack.pop()
    _paired(machine, machine.stack[-1], [key, value])


@_op(b"u")
def _setitems(machine: Machine) -> None:
    pairs = machine.unmark()
    _paired(machine, machine.stack[-1], pairs)


@_op(b"\x93")
def _stack_global(machine: Machine) -> None:
    name, module = machine.stack.pop(), machine.stack.pop()
    if not isinstance(name, str) or not isinstance(module, str):
        raise machine.broken()
    machine.stack.append(global_name(machine, module, name))


@_op(b"R")
def _reduce(machine: Machine) -> None:
    args, made = machine.stack.pop(), machine.stack.pop()
    machine.stack.append(call(machine, made, args))


@_op(b"\x81")
def _newobj(machine: Machine) -> None:
    _reduce(machine)


@_op(b"\x92")
def _newobj_ex(machine: Machine) -> None:
    keywords, args = machine.stack.pop(), machine.stack.pop()
    made = call(machine, machine.stack.pop(), args)
    if isinstance(made, Record) and isinstance(keywords, Table):
        machine.meter.take_steps(len(keywords))
        made.pairs.update(keywords)
    machine.stack.append(made)


@_op(b"i")
def _inst(machine: Machine) -> None:
    name = global_name(machine, machine.line(), machine.line())
    args = tuple(machine.unmark())
    machine.stack.append(call(machine, name, args))


@_op(b"o")
def _obj(machine: Machine) -> None:
    made, *args = machine.unmark() or [None]
    machine.stack.append(call(machine, made, tuple(args)))


@_op(b"b")
def _build(machine: Machine) -> None:
    state = machine.stack.pop()
    build(machine, machine.stack[-1], state)


@_op(b"\x82")
@_op(b"\x83")
@_op(b"\x84")
def _extension(machine: Machine) -> None:
    raise machine.meter.refused(
        "its pickle names things by number, which only the program that made it knows"
    )


def _persistent(machine: Machine, reference: Any) -> Any:
    if machine.persistent is None:
        raise machine.meter.damaged("its pickle refers to data that is not in it")
    return machine.persistent(reference)


def _integer(machine: Machine, length: int) -> int:
    if length > _MAX_INTEGER:
        raise machine.meter.refused(f"it holds an integer of {length:,} bytes")
    begin = machine.take(length)
    return int.from_bytes(machine.data[begin : begin + length], "little", signed=True)


def _decimal(machine: Machine, text: str) -> int | bool:
    if text in {"00", "01"}:  # protocol 0 writes booleans like this
        return text == "01"
    if len(text) > _MAX_INTEGER:
        raise machine.meter.refused(f"it holds an integer of {len(text):,} digits")
    return int(text)


def _old_text(machine: Machine, length: int) -> Any:
    """Python 2's str: a short ASCII one was a text, all else were bytes."""
    if length <= _SHORT_TEXT:
        begin = machine.position
        raw = machine.raw(length)
        if raw.isascii():
            return raw.decode()
        machine.position = begin
    return machine.blob(length)


def _extend(machine: Machine, values: list[Any]) -> None:
    target = machine.stack[-1]
    if isinstance(target, list):
        target.extend(values)
    elif isinstance(target, Record):
        target.items.extend(values)
    else:
        raise machine.broken()


def _paired(machine: Machine, target: Any, values: list[Any]) -> Any:
    if len(values) % 2:
        raise machine.broken()
    if isinstance(target, Name):
        raise machine.meter.refused(
            f"it tries to change {target.qualified}",
            "It was made to attack the program that opens it; nothing of it was run. Delete it.",
        )
    table = target.pairs if isinstance(target, Record) else target
    if isinstance(target, Array | NumberType | Storage) or not isinstance(table, Table):
        raise machine.broken()
    for key, value in zip(values[::2], values[1::2], strict=True):
        machine.meter.serial += 1
        table[plain_key(key, machine.meter.serial)] = value
    return target
