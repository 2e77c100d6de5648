"""torch's tensors, storages and small values, understood as data.

The signatures are those of `torch/_utils.py` and `torch/_tensor.py`, whose functions every saved
tensor names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.formats.dtypes import from_torch
from explorer.formats.inert.legacy import read_legacy
from explorer.formats.inert.records import Array, Blob, Name, Record, Storage, Table
from explorer.phrases import Phrase

if TYPE_CHECKING:
    from explorer.formats.inert.known_python import Known
    from explorer.formats.inert.machine import Machine

_MAX_AXES = 256


def _integers(machine: Machine, value: Any) -> tuple[int, ...]:
    plain = isinstance(value, tuple | list) and len(value) <= _MAX_AXES
    if not plain or not all(type(n) is int for n in value):
        raise machine.meter.damaged("the shape of one of its tensors makes no sense")
    return tuple(value)


def _view(machine: Machine, args: tuple[Any, ...], dtype: str | None = None) -> Array:
    """(storage, offset, size, stride, ...) as a view; whether it fits is checked with its name."""
    if len(args) < 4 or not isinstance(args[0], Storage) or type(args[1]) is not int:
        raise machine.meter.damaged("one of its tensors is not described as tensors are")
    shape, strides = _integers(machine, args[2]), _integers(machine, args[3])
    return Array.view(args[0], dtype or args[0].dtype, args[1], shape, strides)


def _view_of_type(machine: Machine, args: tuple[Any, ...]) -> Any:
    """`_rebuild_tensor_v3`: the type is the seventh argument, the storage only bytes."""
    kind = args[6] if len(args) > 6 else None
    dtype = from_torch(kind.name) if isinstance(kind, Name) else None
    if dtype is None:
        return _left_out(
            machine, "torch._utils._rebuild_tensor_v3", Phrase("of a rare number type")
        )
    return _view(machine, args, dtype)


def _first(machine: Machine, args: tuple[Any, ...]) -> Any:
    """Wrappers around a tensor or value (Parameter, type tags): what they wrap."""
    if not args:
        raise machine.broken()
    return args[0]


def _from_type(machine: Machine, args: tuple[Any, ...]) -> Any:
    """`_rebuild_from_type_v2(function, type, arguments, state)`: a subclass of Tensor."""
    if len(args) < 3 or not isinstance(args[0], Name) or not isinstance(args[2], tuple):
        raise machine.broken()
    rebuild = _TENSORS.get(args[0].qualified)
    return Record(args[0].qualified, ()) if rebuild is None else rebuild(machine, args[2])


def _left_out(machine: Machine, kind: str, why: Phrase) -> Record:
    machine.meter.note(Phrase(f"Tensors {why} were left out."))
    return Record(kind, ())


def _quantised(machine: Machine, _args: tuple[Any, ...]) -> Record:
    return _left_out(machine, "torch._utils._rebuild_qtensor", Phrase("with quantised numbers"))


def _sparse(machine: Machine, _args: tuple[Any, ...]) -> Record:
    return _left_out(machine, "torch._utils._rebuild_sparse_tensor", Phrase("in a sparse layout"))


def _weightless(machine: Machine, _args: tuple[Any, ...]) -> Record:
    return _left_out(machine, "torch._utils._rebuild_meta_tensor", Phrase("without numbers (meta)"))


def _nested(machine: Machine, args: tuple[Any, ...]) -> Any:
    """`_load_from_bytes(bytes)`: a whole saved file inside this pickle."""
    if len(args) != 1 or not isinstance(args[0], Blob):
        raise machine.broken()
    return read_legacy(machine.of(args[0]))


def _size(machine: Machine, args: tuple[Any, ...]) -> tuple[int, ...]:
    return _integers(machine, args[0] if args else ())


def _device(_machine: Machine, args: tuple[Any, ...]) -> str:
    return ":".join(str(part)[:32] for part in args[:2] if isinstance(part, str | int))


def _persistent_class(machine: Machine, args: tuple[Any, ...]) -> Any:
    """`_reconstruct_persistent_obj(meta)` of StyleGAN's pickles.

    `meta` carries the source of the module that defines the class, which the original loader
    executes. Here it is only measured; class name and state are kept.
    """
    meta = args[0] if args else None
    table = meta.pairs if isinstance(meta, Record) else meta
    if not isinstance(table, Table):
        raise machine.broken()
    source, name = table.get("module_src"), table.get("class_name")
    length = len(source) if isinstance(source, str) else 0
    name = name[:80] if isinstance(name, str) else "?"
    said = Phrase(
        f"Its class {name} comes with {length:,} characters of program, which is not run."
    )
    machine.meter.note(said)
    made = Record(f"persistent.{name}", ())
    made.state = table.get("state")
    return made


_TENSORS: dict[str, Known] = {
    "torch._utils._rebuild_tensor": _view,
    "torch._utils._rebuild_tensor_v2": _view,
    "torch._utils._rebuild_tensor_v3": _view_of_type,
    "torch._utils._rebuild_parameter": _first,
    "torch._utils._rebuild_parameter_with_state": _first,
    "torch._utils._rebuild_device_tensor_from_numpy": _first,
    "torch._utils._rebuild_device_tensor_from_cpu_tensor": _first,
    "torch._utils._rebuild_xla_tensor": _first,
    "torch._utils._rebuild_qtensor": _quantised,
    "torch._utils._rebuild_sparse_tensor": _sparse,
    "torch._utils._rebuild_sparse_csr_tensor": _sparse,
    "torch._utils._rebuild_meta_tensor_no_storage": _weightless,
}

CALLS: dict[str, Known] = {
    **_TENSORS,
    "torch._tensor._rebuild_from_type_v2": _from_type,
    "torch.nn.parameter.Parameter": _first,
    "torch.storage._load_from_bytes": _nested,
    "torch.Size": _size,
    "torch.device": _device,
    "torch.jit._pickle.restore_type_tag": _first,
    "torch.jit._pickle.build_intlist": _first,
    "torch.jit._pickle.build_doublelist": _first,
    "torch.jit._pickle.build_boollist": _first,
    "torch.jit._pickle.build_tensorlist": _first,
    "torch_utils.persistence._reconstruct_persistent_obj": _persistent_class,
}
