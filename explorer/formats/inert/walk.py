"""From a pickle's dead objects to tensors by dotted name, plain metadata, and layers.

A checkpoint is a state dict, a table around one or several, or a whole module. The walk takes
what it meets: a table's keys and an object's attributes become parts of a name, a module's
`_parameters`, `_buffers` and `_modules` vanish from it, so that the names are those of its state
dict. What is neither tensor nor container becomes metadata.
"""

from __future__ import annotations

import re
from typing import Any

from explorer.formats.budget import MAX_NESTING, MAX_TENSORS, MAX_VISITS
from explorer.formats.inert.machine import Meter
from explorer.formats.inert.records import Array, Blob, Name, NumberType, Record, Storage, Table

_OMIT = object()
_SCALARS = (str, int, float, bool, type(None))
_MAX_LIST = 1_000
_MAX_TEXT = 2_000
_MAX_NAME = 1_000
_MAX_PLAIN = 50_000
_MANGLED = re.compile(r"___torch_mangle_\d+\.")


class Walk:
    """What was found: `tensors`, `modules` [(name, kind, settings)], and `plain` metadata."""

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        self.tensors: dict[str, Array] = {}
        self.modules: list[tuple[str, str, Any]] = []
        self.visits = 0
        self.kept = 0
        self.inside: set[int] = set()

    def plain(self, value: Any) -> Any:
        """The metadata of a whole object, its tensors and modules collected on the way."""
        found = self._visit(value, "")
        return {} if found is _OMIT else found

    def constants(self, value: Any) -> None:
        """TorchScript's constants: tensors that its code refers to by number."""
        self._visit(value, "constants")

    def _visit(self, value: Any, path: str) -> Any:
        self.visits += 1
        if self.visits > MAX_VISITS:
            raise self.meter.refused(f"it refers to more than {MAX_VISITS:,} things")
        if isinstance(value, _SCALARS):
            return self._keep(value)
        if isinstance(value, Array):
            return self._tensor(value, path)
        if isinstance(value, Name):
            return self._keep(value.qualified)
        if isinstance(value, Blob):
            return self._keep(f"<{value.length} bytes>")
        if isinstance(value, NumberType):
            return self._keep(value.code)
        if isinstance(value, Storage):
            return _OMIT
        return self._inside(value, path)

    def _inside(self, value: Any, path: str) -> Any:
        if id(value) in self.inside:
            return _OMIT
        if len(self.inside) > MAX_NESTING:
            raise self.meter.refused(f"it is nested more than {MAX_NESTING} deep")
        self.inside.add(id(value))
        try:
            if isinstance(value, Table):
                return self._table(value, path)
            if isinstance(value, list | tuple):
                return self._list(value, path)
            return self._record(value, path)
        finally:
            self.inside.discard(id(value))

    def _keep(self, value: Any) -> Any:
        """A scalar for the metadata, shortened; nothing more once there is plenty."""
        self.kept += 1
        if self.kept > _MAX_PLAIN:
            return _OMIT
        if isinstance(value, str):
            return _clean(value, _MAX_TEXT)
        if isinstance(value, int) and abs(value) >= 1 << 63:
            return hex(value)[:_MAX_TEXT]
        return value

    def _tensor(self, value: Array, path: str) -> Any:
        if value.storage is not None:
            name = path[:_MAX_NAME] or "tensor"
            if name in self.tensors:  # keys 1 and "1", or names cut short
                name = f"{name}~{len(self.tensors)}"
            self.tensors[name] = value
            if len(self.tensors) > MAX_TENSORS:
                raise self.meter.refused(f"it holds more than {MAX_TENSORS:,} tensors")
        return _OMIT

    def _table(self, value: Table, path: str) -> Any:
        result = {}
        for key, item in value.items():
            found = self._visit(item, _join(path, key))
            if found is not _OMIT:
                result[_clean(str(key), 200)] = found
        return _OMIT if value and not result else result

    def _list(self, value: list[Any] | tuple[Any, ...], path: str) -> Any:
        if len(value) > 16 and all(isinstance(item, _SCALARS) for item in value):
            self.visits += len(value) // 100
            return [self._keep(item) for item in value[:_MAX_LIST] if self.kept < _MAX_PLAIN]
        found = (self._visit(item, _join(path, index)) for index, item in enumerate(value))
        kept = [item for item in found if item is not _OMIT]
        return _OMIT if value and not kept else kept

    # -- objects ------------------------------------------------------------------------------

    def _record(self, value: Record, path: str) -> Any:
        state = value.state
        if isinstance(state, Table) and isinstance(state.get("_modules"), Table):
            return self._module(value.kind, state, path)
        if value.kind.startswith("__torch__.") and isinstance(state, Table):
            return self._scripted(value.kind, state, path)
        parts: dict[str, Any] = {}
        for attributes in (state, value.pairs):
            if isinstance(attributes, Table):
                found = self._table(attributes, path)
                parts.update(found if found is not _OMIT else {})
            elif attributes is not None:
                parts["state"] = self._visit(attributes, _join(path, "state"))
        for name, items in (("items", value.items), ("args", list(value.args))):
            if items:
                parts[name] = self._inside(items, path)
        parts = {name: item for name, item in parts.items() if item is not _OMIT}
        if value.args or not parts:
            parts["class"] = self._keep(value.kind)
        return {name: item for name, item in parts.items() if item is not _OMIT}

    def _module(self, kind: str, state: Table, path: str) -> Any:
        """A whole nn.Module: its tensors by their state dict's names, its settings as a layer."""
        settings: dict[str, Any] = {}
        entry = (path, kind, settings)
        self.modules.append(entry)
        hidden = state.get("_non_persistent_buffers_set")
        skipped = set(hidden) if isinstance(hidden, list) and _texts(hidden) else set()
        for group in ("_parameters", "_buffers", "_modules"):
            members = state.get(group)
            for key, item in members.items() if isinstance(members, Table) else ():
                if group != "_buffers" or key not in skipped:
                    self._visit(item, _join(path, key))
        for key, item in state.items():
            if isinstance(key, str) and (key[:1] != "_" or key in {"_init_kwargs", "_init_args"}):
                found = self._visit(item, _join(path, key))
                if found is not _OMIT and key != "training":
                    settings[key] = found
        return _OMIT

    def _scripted(self, kind: str, state: Table, path: str) -> Any:
        """An object of TorchScript: attributes hold tensors, settings and further objects."""
        settings: dict[str, Any] = {}
        self.modules.append((path, _MANGLED.sub("", kind).removeprefix("__torch__."), settings))
        for key, item in state.items():
            found = self._visit(item, _join(path, key))
            if found is not _OMIT and key not in {"training", "_is_full_backward_hook"}:
                settings[_clean(str(key), 200)] = found
        return _OMIT


def _texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _join(path: str, key: object) -> str:
    name = _clean(str(key), 500)
    return f"{path}.{name}" if path else name


def _clean(text: str, limit: int) -> str:
    """A text that any terminal and file can take: no lone surrogates, not endless."""
    return text[:limit].encode("utf-8", "replace").decode()
