"""torch.export's .pt2: a graph in JSON with its weights beside it, vetted without torch.

Loading a .pt2 runs code by six routes: pickled payloads, pickled sample inputs, size expressions
that sympy evaluates, guards that are compiled, opaque constants, and argument structures that
name a module to import; and through operators that do more than compute. Here sample inputs are
not read, expressions and guards must be plain arithmetic, the other three are refused, and
operators come from a list (`exported_ops.py`). What passes can be loaded, from the very bytes
that were vetted, less the sample inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from explorer.errors import FileRefused
from explorer.formats.archive import Archive, names_in
from explorer.formats.base import Format
from explorer.formats.budget import MAX_JSON, Budget
from explorer.formats.contents import Contents, Module, Port, Tensor, checked, within
from explorer.formats.dtypes import FROM_EXPORT
from explorer.formats.exported_ops import allowed, plain_expression, plain_guard, plain_structure
from explorer.formats.jsons import parse_table
from explorer.phrases import Phrase

_MODEL = "models/model.json"
_REMEDY = "Export it again with torch.export, or save its state dict."


def _matches(path: Path, head: bytes) -> bool:
    names = names_in(path, head)
    return any(n.endswith("/" + _MODEL) or n == "serialized_exported_program.json" for n in names)


def _read(path: Path, budget: Budget) -> Contents:
    archive = Archive.of(path)
    subject = str(path)
    root = next((n.removesuffix(_MODEL) for n in archive.entries if n.endswith("/" + _MODEL)), None)
    if root is None:
        raise FileRefused(
            subject, "its layout is that of torch before 2.8, which is pickles", _REMEDY
        )
    _check_parts(subject, root, archive.entries)
    program = parse_table(subject, archive.read(root + _MODEL, MAX_JSON))
    reader = _Program(subject, program)
    reader.vet()
    tensors: dict[str, Tensor] = {}
    for kind in ("weights", "constants"):
        config = f"{root}data/{kind}/model_{kind}_config.json"
        if config in archive.entries:
            table = parse_table(subject, archive.read(config, MAX_JSON))
            for tensor in _payloads(archive, f"{root}data/{kind}/", table.get("config")):
                tensors[tensor.name] = checked(tensor, subject)
    within(tensors, budget, subject)
    return Contents(
        path=path,
        format=FORMAT.name,
        title=FORMAT.title,
        files=(path,),
        tensors=tensors,
        metadata={
            "torch_version": str(program.get("torch_version", ""))[:40],
            "range_constraints": _ranges(program.get("range_constraints")),
        },
        modules=tuple(reader.modules()),
        inputs=tuple(reader.ports("inputs")),
        outputs=tuple(reader.ports("outputs")),
        operators=dict(reader.operators),
        notes=(Phrase("Its sample inputs are a pickle, which is not read."),)
        if any(n.startswith(f"{root}data/sample_inputs/") for n in archive.entries)
        else (),
    )


def _check_parts(subject: str, root: str, names: Iterable[str]) -> None:
    """One archive root and one model; no compiled program, no weights as a pickle."""
    for name in names:
        inside = name.removeprefix(root)
        if not name.startswith(root) or (inside.startswith("models/") and inside != _MODEL):
            raise FileRefused(subject, "it holds more than one model", _REMEDY)
        if inside.startswith("data/aotinductor/"):
            raise FileRefused(subject, "it holds a compiled program", _REMEDY)
        if inside.startswith(("data/weights/", "data/constants/")) and name.endswith(".pt"):
            raise FileRefused(subject, "its weights are a pickle", _REMEDY)


def _payloads(archive: Archive, folder: str, config: Any) -> Iterator[Tensor]:
    """The tensors that a table of payloads describes, as raw bytes in the zip.

    Raises FileRefused for a pickled or opaque payload.
    """
    subject = str(archive.path)
    for name, entry in config.items() if isinstance(config, dict) else ():
        meta = entry.get("tensor_meta") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or entry.get("use_pickle") is not False:
            raise FileRefused(subject, f"its tensor {name[:80]!r} is a pickle", _REMEDY)
        place = entry.get("path_name")
        if not isinstance(meta, dict) or not isinstance(place, str):
            raise FileRefused(subject, f"its constant {name[:80]!r} is an opaque object", _REMEDY)
        number = meta.get("dtype")
        dtype = FROM_EXPORT.get(number) if isinstance(number, int) else None
        shape, strides = _sizes(meta.get("sizes")), _sizes(meta.get("strides"))
        offset = _sizes([meta.get("storage_offset")])
        if dtype is None or shape is None or strides is None or offset is None:
            raise archive.damaged(f"the description of tensor {name[:80]!r} makes no sense")
        source = archive.source(folder + place)
        yield Tensor(name, dtype, shape, strides, offset[0], source)


def _sizes(value: Any) -> tuple[int, ...] | None:
    """A list of {"as_int": n} as numbers, None where it is anything else."""
    if not isinstance(value, list):
        return None
    sizes = [entry.get("as_int") if isinstance(entry, dict) else None for entry in value]
    plain = [n for n in sizes if isinstance(n, int) and not isinstance(n, bool)]
    return tuple(plain) if len(plain) == len(sizes) else None


def _ranges(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {}
    return {
        str(name)[:40]: [bounds.get("min_val"), bounds.get("max_val")]
        for name, bounds in list(value.items())[:100]
        if isinstance(bounds, dict)
    }


class _Program:
    """The graph's JSON."""

    def __init__(self, subject: str, program: dict[str, Any]) -> None:
        self.subject, self.program = subject, program
        module = program.get("graph_module")
        self.module: dict[str, Any] = module if isinstance(module, dict) else {}
        graph = self.module.get("graph")
        self.graph: dict[str, Any] = graph if isinstance(graph, dict) else {}
        self.operators: Counter[str] = Counter()

    def refused(self, cause: str) -> FileRefused:
        """An error that names the file."""
        return FileRefused(self.subject, cause, _REMEDY)

    def vet(self) -> None:
        """Look at every node, expression, guard and constant; raises FileRefused."""
        nodes = self.graph.get("nodes")
        if not isinstance(nodes, list):
            raise self.refused("it has no graph")
        for key, value in _walk(self.program):
            self._vet(key, value)
        guards = self.program.get("guards_code") or []
        if not isinstance(guards, list):
            raise self.refused("its guards make no sense")
        for guard in guards:
            if not (isinstance(guard, str) and plain_guard(guard)):
                raise self.refused(f"its guard {str(guard)[:80]!r} is not a comparison of sizes")
        self.operators.update(
            node["target"].removeprefix("torch.ops.")
            for node in nodes
            if isinstance(node, dict) and isinstance(node.get("target"), str)
        )

    def _vet(self, key: str, value: Any) -> None:
        shown = repr(value)[:80]
        if key == "expr_str" and not (isinstance(value, str) and plain_expression(value)):
            raise self.refused(f"its size expression {shown} is not arithmetic")
        operator = key in {"target", "as_operator"}
        if operator and not (isinstance(value, str) and allowed(value)):
            raise self.refused(f"its operator {shown} is not one of the known ones")
        if key in {"as_custom_obj", "custom_obj"} or (key == "custom_obj_values" and value):
            raise self.refused("it holds an opaque object")
        if key in {"in_spec", "out_spec"} and not plain_structure(value):
            raise self.refused(f"the structure of its arguments, {shown}, is not plain")
        if key == "treespec_namedtuple_fields" and value:
            raise self.refused("the structure of its arguments names foreign classes")

    def ports(self, side: str) -> Iterator[Port]:
        """The user's inputs or the outputs, weights left out."""
        signature = self.module.get("signature")
        specs = signature.get(f"{side[:-1]}_specs") if isinstance(signature, dict) else None
        wanted = f"user_{side[:-1]}"
        values = self.graph.get("tensor_values")
        for spec in specs if isinstance(specs, list) else ():
            arg = _inside(spec, wanted, "arg", "as_tensor", "name")
            if isinstance(arg, str):
                meta = values.get(arg) if isinstance(values, dict) else None
                meta = meta if isinstance(meta, dict) else {}
                number = meta.get("dtype")
                dtype = FROM_EXPORT.get(number, "unknown") if isinstance(number, int) else "unknown"
                yield Port(arg, dtype, _axes(meta.get("sizes")))

    def modules(self) -> Iterator[Module]:
        """The layers whose calls the graph stems from: name and class, in order."""
        seen: set[str] = set()
        for node in self.graph.get("nodes", []):
            stack = _inside(node, "metadata", "nn_module_stack")
            for entry in stack.split(";") if isinstance(stack, str) else ():
                parts = entry.split(",")
                if len(parts) == 3 and parts[1] not in seen and len(seen) < 10_000:
                    seen.add(parts[1])
                    yield Module(parts[1][:500], parts[2][:500], {})


def _axes(value: Any) -> tuple[int | str | None, ...] | None:
    """A list of {"as_int": n} or {"as_expr": {"expr_str": ...}} as an input's axes."""
    if not isinstance(value, list):
        return None
    axes: list[int | str | None] = []
    for entry in value[:64]:
        number, text = _inside(entry, "as_int"), _inside(entry, "as_expr", "expr_str")
        if isinstance(number, int):
            axes.append(number)
        else:
            quoted = text.split("'") if isinstance(text, str) else []
            axes.append(quoted[1] if len(quoted) == 3 else None)
    return tuple(axes)


def _inside(value: Any, *keys: str) -> Any:
    """The value under nested keys, None where one is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key and value of nested JSON, without recursion."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield from here.items()
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here


FORMAT = Format("pt2", Phrase("torch.export program"), _matches, _read)
