"""The reading of an untrusted pickle, seen from outside: a child process on a short lead."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from explorer.errors import ExplorerError, FileDamaged, FileMissing, FileRefused
from explorer.formats.budget import Budget
from explorer.formats.contents import Module, Tensor, checked, within
from explorer.formats.dtypes import SIZES
from explorer.formats.inert.child import answer
from explorer.formats.source import Deflated, Inline, Source, Span, Stamp
from explorer.phrases import Phrase

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); import explorer.formats.inert.child as child; "
    "child.main()"
)
_MAX_ANSWER = 256 << 20
# The child counts its own processor time; on a busy machine it may wait long for its turn.
_SLACK = 60.0
_ERRORS: dict[str, type[ExplorerError]] = {
    kind.__name__: kind for kind in (FileMissing, FileDamaged, FileRefused)
}


class Extracted:
    """What was found in a pickle, checked: tensors, metadata, classes, modules, notes."""

    def __init__(self, path: Path, stamp: Stamp, found: dict[str, Any], budget: Budget) -> None:
        self.metadata: dict[str, Any] = found["metadata"]
        self.classes = tuple(found["classes"])
        self.modules = tuple(Module(n, k, s) for n, k, s in found["modules"])
        self.notes: tuple[Phrase, ...] = tuple(found["notes"])
        sources = [_source(path, stamp, place) for place in found["sources"]]
        self.tensors: dict[str, Tensor] = {}
        for name, dtype, offset, shape, strides, index in found["tensors"]:
            if dtype not in SIZES:
                raise FileDamaged(str(path), f"its numbers are of type {dtype}", "Save it again.")
            tensor = Tensor(name, dtype, tuple(shape), tuple(strides), offset, sources[index])
            self.tensors[name] = checked(tensor, str(path))
        within(self.tensors, budget, str(path))


def read_pickle(path: Path, layout: str, budget: Budget) -> Extracted:
    """A file of a known layout ("zip", "legacy", "tar", "bare"), read in a child process.

    Raises:
        FileMissing: no readable file.
        FileDamaged: it is broken, or no tensor is in it.
        FileRefused: beyond a limit, or made to attack.
    """
    stamp = Stamp.of(path)
    # A frozen program's executable is itself, not Python: the machine's own limits must do.
    isolate = budget.isolate and bool(sys.executable) and not getattr(sys, "frozen", False)
    found = _in_child(path, layout, budget) if isolate else answer(path, layout)
    if "error" in found:
        name, *why = found["error"]
        raise _ERRORS[name](str(path), *map(Phrase, why))
    if Stamp.of(path) != stamp:
        raise FileDamaged(str(path), "it changed while it was read", "Open it again.")
    extracted = Extracted(path, stamp, found, budget)
    if not extracted.tensors:
        cause = "there are no weights in it"
        if extracted.classes:
            cause = f"there are no weights in it; it mentions {', '.join(extracted.classes[:5])}"
        raise FileDamaged(str(path), cause, "Give a checkpoint.")
    return extracted


def _in_child(path: Path, layout: str, budget: Budget) -> dict[str, Any]:
    request = {
        "path": str(path.absolute()),
        "layout": layout,
        "memory": budget.reader,
        "seconds": budget.seconds,
    }
    root = str(Path(__file__).parents[3])
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _START, root],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=budget.seconds + _SLACK,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise FileRefused(
            str(path),
            f"no process could be started to read it in ({error.strerror})",
            "Close other programs and open it again.",
        ) from error
    except subprocess.TimeoutExpired as error:
        raise FileRefused(
            str(path), f"reading it takes longer than {budget.seconds:g} s", "Do not trust it."
        ) from error
    if done.returncode != 0 or len(done.stdout) > _MAX_ANSWER:
        last = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1][:160]
        raise FileRefused(
            str(path),
            f"the process that read it ended early ({last or done.returncode})",
            "It needs more memory or time than allowed: do not trust it.",
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _source(path: Path, stamp: Stamp, place: list[Any]) -> Source:
    """A place in the file, checked again on this side of the border."""
    kind, *numbers = place
    if kind == "inline":
        return Inline(base64.b64decode(numbers[0]))
    offset, length = numbers[:2]
    if offset < 0 or length < 0 or offset + length > stamp.size:
        raise FileDamaged(str(path), "its data lie outside it", "Download it again.")
    span = Span(path, offset, length, stamp)
    if kind == "span":
        return span
    size, start, length = numbers[2:]
    return Deflated(span, size, 0, size).part(start, length)
