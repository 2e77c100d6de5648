"""What a pickle's names and calls become: data where they describe data, dead records otherwise.

`KNOWN` holds the few that describe containers, tensors and arrays. They are matched by their full
name as text; the things of that name are never imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.formats.inert import known_numpy, known_python, known_torch
from explorer.formats.inert.records import Array, Name, NumberType, Record, Table

if TYPE_CHECKING:
    from explorer.formats.inert.machine import Machine

_MAX_NAME = 512
_MAX_NAMES = 10_000

# An alarm, not the wall: nothing is called whatever its name. But a checkpoint that asks for one of
# these attacks whoever opens it with an ordinary loader, and its owner should know.
_HOSTILE_ROOTS = frozenset({
    "asyncio", "bdb", "cProfile", "code", "commands", "ctypes", "importlib", "marshal", "nt", "os",
    "pdb", "pip", "platform", "popen2", "posix", "pty", "requests", "runpy", "shutil", "socket",
    "subprocess", "sys", "timeit", "urllib", "webbrowser",
})  # fmt: skip
_HOSTILE_BUILTINS = frozenset({
    "__import__", "breakpoint", "compile", "eval", "exec", "execfile", "input", "open",
})  # fmt: skip
_BUILTINS = frozenset(
    ["eval", "exec", "execfile", "compile", "open", "__import__", "breakpoint", "input"]
)
_BUILTINS = frozenset({"builtins", "__builtin__"})

KNOWN = {**known_python.CALLS, **known_torch.CALLS, **known_numpy.CALLS}


def global_name(machine: Machine, module: str, name: str) -> Name:
    """A global as a `Name`; raises FileRefused for what only an attack would ask for."""
    made = Name(module, name)
    if len(module) + len(name) > _MAX_NAME or len(machine.meter.names) > _MAX_NAMES:
        raise machine.meter.refused("it names more things, or longer ones, than a checkpoint does")
    if module.split(".", maxsplit=1)[0] in _HOSTILE_ROOTS or (
        module in _BUILTINS and name in _HOSTILE_BUILTINS
    ):
        raise machine.meter.refused(
            f"it asks the program that opens it to run {made.qualified}",
            "It is an attack; nothing of it was run. Delete it and warn whoever gave it to you.",
        )
    machine.meter.names[made.qualified] = None
    return made


def call(machine: Machine, made: Any, args: Any) -> Any:
    """What REDUCE and its kin give: data for a known name, else a dead record."""
    if not isinstance(args, tuple):
        raise machine.broken()
    if isinstance(made, Name):
        while made.qualified in known_python.NEW_OBJECT and args and isinstance(args[0], Name):
            made, args = args[0], known_python.NEW_OBJECT[made.qualified](args)
        known = KNOWN.get(made.qualified)
        return Record(made.qualified, args) if known is None else known(machine, args)
    if isinstance(made, Record):  # the result of a call that was not made is called
        return Record(f"{made.kind}()"[:_MAX_NAME], args)
    raise machine.broken()


def build(machine: Machine, target: Any, state: Any) -> None:
    """BUILD: give an object its state. Only dead records and unfinished arrays take one.

    Raises FileRefused for a state given to a name: with an ordinary unpickler that changes a
    function or class of the running program.
    """
    if isinstance(target, Record):
        target.state = _merged(machine, target.state, state)
    elif isinstance(target, Array):
        known_numpy.fill(machine, target, state)
    elif isinstance(target, NumberType):
        known_numpy.set_order(machine, target, state)
    elif isinstance(target, Name):
        raise machine.meter.refused(
            f"it tries to change {target.qualified}",
            "It is an attack; nothing of it was run. Delete it and warn whoever gave it to you.",
        )
    elif not isinstance(target, Table | list):
        raise machine.broken()


def _merged(machine: Machine, before: Any, state: Any) -> Any:
    """Two states as one; a pair of (attributes, slots) is one state."""
    if isinstance(state, tuple) and len(state) == 2:
        parts = [part for part in state if isinstance(part, Table)]
        if parts and all(part is None or isinstance(part, Table) for part in state):
            state = Table()
            for part in parts:
                machine.meter.take_steps(len(part))
                state.update(part)
    if isinstance(before, Table) and isinstance(state, Table):
        machine.meter.take_steps(len(before) + len(state))
        return Table({**before, **state})
    return state if before is None else [before, state]
