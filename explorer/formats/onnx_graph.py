"""The parts of an ONNX model that matter before a runtime sees it.

Field numbers are those of `onnx/onnx.proto`. Every tensor is looked at wherever it hides
(initialisers, constants, branches, sparse values), because any of them can point to another file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from explorer.errors import FileRefused
from explorer.formats.budget import MAX_INLINE, MAX_RANK, MAX_TENSORS
from explorer.formats.contents import Port, Tensor
from explorer.formats.dtypes import FROM_ONNX, SIZES, contiguous
from explorer.formats.onnx_numbers import inline_numbers
from explorer.formats.protobuf import Field, Message
from explorer.formats.source import Source

External = Callable[[str, dict[str, str], int], Source]
_MAX_DEPTH = 16
_MAX_NODES = 500_000
_PACKED = {4, 5, 7, 10, 11}


@dataclass
class Function:
    """A function that a model defines: what it calls, for the search for endless ones."""

    key: tuple[str, str]
    calls: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass
class _Described:
    """A tensor as a model describes it, before its numbers are looked for."""

    name: str = ""
    kind: int = 0
    shape: list[int] = field(default_factory=list)
    raw: Field | None = None
    packed: list[Field] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)
    outside: bool = False


@dataclass
class Model:
    """What was found in a model."""

    ir_version: int = 0
    producer: str = ""
    opsets: dict[str, int] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    nodes: Counter[tuple[str, str]] = field(default_factory=Counter)
    tensors: dict[str, Tensor] = field(default_factory=dict)
    inputs: list[Port] = field(default_factory=list)
    outputs: list[Port] = field(default_factory=list)
    functions: list[Function] = field(default_factory=list)
    unread: int = 0


class GraphReader:
    """Reads one model. `external` gives the bytes of a tensor that lies in another file."""

    def __init__(self, message: Message, external: External) -> None:
        self.message, self.external = message, external
        self.model = Model()
        self.inline_left = MAX_INLINE

    def read(self) -> Model:
        """The model; raises FileDamaged or FileRefused."""
        message, model = self.message, self.model
        for part in message.fields(0, message.source.length):
            if part.number == 1:
                model.ir_version = part.value
            elif part.number == 2:
                model.producer = message.text(part, 1 << 10)
            elif part.number == 7:
                self._graph(part, 0, outermost=True)
            elif part.number == 8:
                domain, version = self._opset(part)
                model.opsets[domain] = version
            elif part.number == 14:
                self._property(part)
            elif part.number == 25:
                self._function(part)
        return model

    def refused(self, cause: str) -> FileRefused:
        """An error that names the file."""
        return FileRefused(self.message.subject, cause, "Do not trust it.")

    def _opset(self, part: Field) -> tuple[str, int]:
        domain, version = "", 0
        for inner in self.message.fields(part.begin, part.end):
            if inner.number == 1:
                domain = self.message.text(inner, 512)
            elif inner.number == 2:
                version = inner.value
        return domain, version

    def _property(self, part: Field) -> None:
        found = {n: self.message.text(f, 1 << 20) for n, f in self._by_number(part).items()}
        if len(self.model.properties) < 1_000:
            self.model.properties[found.get(1, "")[:200]] = found.get(2, "")[:20_000]

    def _by_number(self, part: Field) -> dict[int, Field]:
        return {f.number: f for f in self.message.fields(part.begin, part.end)}

    def _function(self, part: Field) -> None:
        found = self._by_number(part)
        name = self.message.text(found[1], 512) if 1 in found else ""
        domain = self.message.text(found[10], 512) if 10 in found else ""
        function = Function((domain, name))
        for inner in self.message.fields(part.begin, part.end):
            if inner.number == 7:
                self._node(inner, 1, function.calls)
        self.model.functions.append(function)
        self.model.nodes.update(function.calls)

    def _graph(self, part: Field, depth: int, *, outermost: bool = False) -> None:
        if depth > _MAX_DEPTH:
            raise self.refused(f"its graphs are nested more than {_MAX_DEPTH} deep")
        inputs: list[Port] = []
        for inner in self.message.fields(part.begin, part.end):
            if inner.number == 1:
                self._node(inner, depth, self.model.nodes)
            elif inner.number == 5:
                self._tensor(inner, keep=outermost)
            elif inner.number == 15:
                self._sparse(inner)
            elif inner.number == 11 and outermost:
                inputs.append(self._port(inner))
            elif inner.number == 12 and outermost:
                self.model.outputs.append(self._port(inner))
        if outermost:  # before IR 4 every initialiser was an input as well
            self.model.inputs += [p for p in inputs if p.name not in self.model.tensors]

    def _node(self, part: Field, depth: int, calls: Counter[tuple[str, str]]) -> None:
        kind, domain = "", ""
        for inner in self.message.fields(part.begin, part.end):
            if inner.number == 4:
                kind = self.message.text(inner, 512)
            elif inner.number == 7:
                domain = self.message.text(inner, 512)
            elif inner.number == 5:
                self._attribute(inner, depth)
        calls["" if domain == "ai.onnx" else domain, kind] += 1
        if calls.total() > _MAX_NODES:
            raise self.refused(f"it has more than {_MAX_NODES:,} nodes")

    def _attribute(self, part: Field, depth: int) -> None:
        for inner in self.message.fields(part.begin, part.end):
            if inner.number in {5, 10}:
                self._tensor(inner, keep=False)
            elif inner.number in {6, 11}:
                self._graph(inner, depth + 1)
            elif inner.number in {22, 23}:
                self._sparse(inner)

    def _sparse(self, part: Field) -> None:
        for inner in self.message.fields(part.begin, part.end):
            if inner.number in {1, 2}:
                self._tensor(inner, keep=False)

    # -- tensors ------------------------------------------------------------------------------

    def _tensor(self, part: Field, *, keep: bool) -> None:
        found = self._described(part)
        size = self._size(found.kind, found.shape)
        source: Source | None
        if found.outside or found.where:
            source = self.external(found.name, found.where, size)
        elif not keep:
            return
        elif found.raw is not None:
            source = self.message.source.part(found.raw.begin, found.raw.end - found.raw.begin)
        else:
            source = self._numbers(found.packed, found.kind)
        if keep:
            self._keep(found, size, source)

    def _described(self, part: Field) -> _Described:
        message, found = self.message, _Described()
        for inner in message.fields(part.begin, part.end):
            match inner.number:
                case 1:
                    found.shape += message.integers(inner)
                case 2:
                    found.kind = inner.value
                case 8:
                    found.name = message.text(inner, 4096)
                case 9:
                    found.raw = inner
                case 13:
                    pair = self._by_number(inner)
                    if 1 in pair and 2 in pair:
                        found.where[message.text(pair[1], 512)] = message.text(pair[2], 4096)
                case 14:
                    found.outside = inner.value == 1
                case number if number in _PACKED:
                    found.packed.append(inner)
        return found

    def _size(self, kind: int, shape: list[int]) -> int:
        """Bytes of a tensor; 0 for number types that no program here reads."""
        count = 1
        for n in shape:
            if not 0 <= n < 1 << 40 or len(shape) > MAX_RANK:
                raise self.refused("the shape of one of its tensors makes no sense")
            count *= n
        return count * SIZES[FROM_ONNX[kind]] if kind in FROM_ONNX else 0

    def _numbers(self, packed: list[Field], kind: int) -> Source | None:
        """Numbers that are written one by one; those that lie as they are need no copy."""
        if kind not in FROM_ONNX:
            return None
        if len(packed) == 1 and packed[0].number in {4, 10}:
            return self.message.source.part(packed[0].begin, packed[0].end - packed[0].begin)
        source = inline_numbers(self.message, packed, FROM_ONNX[kind], self.inline_left)
        self.inline_left -= source.length
        return source

    def _keep(self, found: _Described, size: int, source: Source | None) -> None:
        name, kind, shape = found.name, found.kind, tuple(found.shape)
        if kind not in FROM_ONNX or source is None:
            self.model.unread += 1
            return
        if source.length != size:
            raise self.message.damaged()
        if name in self.model.tensors:
            raise self.refused(f"two of its tensors are called {name[:80]!r}")
        made = Tensor(name, FROM_ONNX[kind], shape, contiguous(shape), 0, source)
        self.model.tensors[name] = made
        if len(self.model.tensors) > MAX_TENSORS:
            raise self.refused(f"it holds more than {MAX_TENSORS:,} tensors")

    # -- inputs and outputs -------------------------------------------------------------------

    def _port(self, part: Field) -> Port:
        found = self._by_number(part)
        name = self.message.text(found[1], 4096) if 1 in found else ""
        kinds = self._by_number(found[2]) if 2 in found else {}
        if 1 not in kinds:  # a sequence, map or optional
            return Port(name, "not a tensor", None)
        tensor = self._by_number(kinds[1])
        kind = tensor[1].value if 1 in tensor else 0
        shape = self._axes(tensor[2]) if 2 in tensor else None
        return Port(name, FROM_ONNX.get(kind, "text" if kind == 8 else "unknown"), shape)

    def _axes(self, part: Field) -> tuple[int | str | None, ...]:
        axes: list[int | str | None] = []
        for inner in self.message.fields(part.begin, part.end):
            if inner.number == 1:
                axis = self._by_number(inner)
                if 1 in axis:
                    axes.append(axis[1].value)
                else:
                    axes.append(self.message.text(axis[2], 512) if 2 in axis else None)
                if len(axes) > 64:
                    raise self.refused("one of its inputs has dozens of axes")
        return tuple(axes)
