"""ONNX: looked over before a runtime sees it.

ONNX Runtime runs no foreign code, but it opens what a model points to and computes what it says.
So here: data in other files only from plain files beside the model, operators only of domains
that every installation has, no operator set from the future, no function that calls itself, and
loops are pointed out (whoever runs it sets a time limit). The graph is read by `protobuf.py`,
without the `onnx` package.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from pathlib import Path, PurePosixPath, PureWindowsPath

from explorer.errors import ExplorerError, FileDamaged, FileMissing, FileRefused
from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents, within
from explorer.formats.onnx_graph import GraphReader, Model
from explorer.formats.protobuf import Message
from explorer.formats.source import Source, Span
from explorer.phrases import Phrase

MAX_OPSET = 26
"""The newest operator set of ONNX Runtime 1.31 (27 is refused there); older ones know fewer."""
MAX_IR = 13
DOMAINS = frozenset({"", "ai.onnx.ml", "com.microsoft"})
_LOOPS = frozenset({"Loop", "Scan"})
_COMPILED = frozenset({("com.microsoft", "EPContext")})
_MAX_INLINED = 1_000_000


def _matches(path: Path, head: bytes) -> bool:
    """A model begins with its version and holds a graph; protocol buffers have no magic bytes."""
    if not head.startswith(b"\x08") or len(head) < 16:
        return False
    try:
        message = Message(Span.of(path), str(path))
        numbers = {field.number for field in message.fields(0, message.source.length)}
    except ExplorerError:
        # Cut short: still a model if what is left of it begins like one.
        return 0 < head[1] <= 64 and head[2:3] in {b"\x12", b":", b"B"}
    return 7 in numbers and max(numbers) <= 64


def _read(path: Path, budget: Budget) -> Contents:
    subject = str(path)
    outside = _Outside(path)
    model = GraphReader(Message(Span.of(path), subject), outside).read()
    if not model.outputs:
        raise FileDamaged(subject, "it has no graph with outputs", "Export it again.")
    _check_versions(subject, model)
    _check_functions(subject, model)
    within(model.tensors, budget, subject)
    kinds = {kind: count for (_, kind), count in model.nodes.items()}
    return Contents(
        path=path,
        format=FORMAT.name,
        title=FORMAT.title,
        files=(path, *outside.files),
        tensors=model.tensors,
        metadata={
            "ir_version": model.ir_version,
            "producer": model.producer,
            "opsets": model.opsets,
            "properties": model.properties,
        },
        inputs=tuple(model.inputs),
        outputs=tuple(model.outputs),
        operators=kinds,
        notes=tuple(_notes(model, kinds)),
    )


def _notes(model: Model, kinds: dict[str, int]) -> list[Phrase]:
    notes = []
    if loops := sorted(_LOOPS & kinds.keys()):
        notes.append(
            Phrase(f"It loops ({', '.join(loops)}): it can run for long, so a time limit is set.")
        )
    if model.unread:
        notes.append(
            Phrase(f"{model.unread} of its tensors are of number types that are not shown.")
        )
    return notes


def _check_versions(subject: str, model: Model) -> None:
    remedy = f"Export it again with opset_version={min(MAX_OPSET, 20)}."
    if model.ir_version > MAX_IR:
        cause = f"its format version is {model.ir_version}, newer than {MAX_IR}"
        raise FileRefused(subject, cause, remedy)
    own = {function.key[0] for function in model.functions}
    opsets = {"" if name == "ai.onnx" else name: n for name, n in model.opsets.items()}
    if opsets.get("", 0) > MAX_OPSET:
        cause = f"its operator set {opsets['']} is newer than {MAX_OPSET}"
        raise FileRefused(subject, cause, remedy)
    for domain, kind in model.nodes:
        if domain not in DOMAINS | own:
            raise FileRefused(
                subject,
                f"its operator {kind[:80]!r} is of {domain[:80]!r}, which needs a foreign library",
                "Export it again with standard operators only.",
            )
        if (domain, kind) in _COMPILED:
            cause = f"it has the operator {kind!r}, which loads a compiled program"
            raise FileRefused(subject, cause, "Export it again without it.")


def _check_functions(subject: str, model: Model) -> None:
    """Runtimes write out functions in full: none may hold itself, nor grow out of proportion."""
    calls = {function.key: function.calls for function in model.functions}
    sizes: dict[tuple[str, str], int] = {}
    open_now: list[tuple[str, str]] = []

    def size(key: tuple[str, str]) -> int:
        if key not in calls:
            return 1
        if key in open_now or len(open_now) > 50:
            cause = f"its function {key[1][:80]!r} calls itself, or too deeply"
            raise FileRefused(subject, cause, "Do not trust it.")
        if key not in sizes:
            open_now.append(key)
            sizes[key] = _total(calls[key])
            open_now.pop()
        return sizes[key]

    def _total(counts: Counter[tuple[str, str]]) -> int:
        return sum(count * size(inner) for inner, count in counts.items())

    if sum(size(key) for key in calls) > _MAX_INLINED:
        raise FileRefused(subject, "its functions write out to a million nodes", "Do not trust it.")


class _Outside:
    """Finds tensors that lie in files beside the model, and remembers the files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: list[Path] = []

    def __call__(self, name: str, where: dict[str, str], size: int) -> Source:
        """The bytes of a tensor; raises FileMissing, FileDamaged or FileRefused."""
        span = Span.of(self._file(name, where.get("location", "")))
        offset = _digits(where.get("offset") or "0")
        length = _digits(where.get("length") or str(size))
        if offset is None or length is None:
            raise self._refused(name, "has an offset that is no number")
        if offset + length > span.length:
            raise FileDamaged(
                str(span.path),
                f"tensor {name[:80]!r} of {self.path.name} reaches beyond its end",
                "Copy both files again, together.",
            )
        return span.part(offset, length)

    def _file(self, name: str, location: str) -> Path:
        """A plain file in the model's folder, reached without links."""
        parts = PurePosixPath(location).parts
        elsewhere = (
            not location
            or PurePosixPath(location).is_absolute()
            or PureWindowsPath(location).drive
            or ".." in parts
            or "\\" in location
            or "\0" in location
        )
        if elsewhere:
            raise self._refused(name, f"lies outside its folder, in {location[:80]!r}")
        file = self.path.parent
        for part in parts:
            file = file / part
            try:
                status = os.lstat(file)
            except OSError as error:
                raise FileMissing(
                    str(file),
                    f"tensor {name[:80]!r} of {self.path.name} lies there, but it is not",
                    f"Copy it beside {self.path.name}.",
                ) from error
            if stat.S_ISLNK(status.st_mode):
                raise self._refused(name, f"is reached through a link, {location[:80]!r}")
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            raise self._refused(name, f"lies in {location[:80]!r}, a linked or special file")
        if file not in self.files:
            self.files.append(file)
        return file

    def _refused(self, name: str, cause: str) -> FileRefused:
        return FileRefused(
            str(self.path),
            f"its tensor {name[:80]!r} {cause}",
            "Weights must lie in ordinary files beside the model: save it again in one file.",
        )


def _digits(text: str) -> int | None:
    """A count written as text, None if it is not one."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 19 else None


FORMAT = Format("onnx", Phrase("ONNX"), _matches, _read)
