"""TorchScript: a zip with weights and a program. The weights are read, the program only quoted.

Loading TorchScript runs it (an object's `__setstate__`), and its `forward` can write files, so
running one needs the user's trust in that exact file. Without trust the weights, the layers'
classes and the names of forward's arguments are to be had.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from explorer.formats.archive import Archive, names_in
from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents, Port
from explorer.formats.torch_files import read_layout
from explorer.phrases import Phrase

_MAX_CODE = 4 << 20
_CALL = re.compile(r"\b(?:torch|ops)\.((?:\w+\.)?\w+)\(")
_ARGUMENT = re.compile(r"(\w+): ([\w\[\], ]+)")
_MAX_FORWARD = 20_000


def _matches(path: Path, head: bytes) -> bool:
    names = names_in(path, head)
    return any(n.endswith("/constants.pkl") and n.count("/") == 1 for n in names)


def _read(path: Path, budget: Budget) -> Contents:
    found = read_layout(path, budget, "zip", FORMAT.name, FORMAT.title)
    archive = Archive.of(path)
    root = next(name.split("/")[0] for name in archive.entries if name.endswith("/constants.pkl"))
    codes = [n for n in archive.entries if n.startswith(f"{root}/code/") and n.endswith(".py")]
    operators: Counter[str] = Counter()
    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    left = _MAX_CODE
    for name in codes:
        left -= archive.entries[name].size
        if left < 0:
            break
        code = archive.read(name, _MAX_CODE).decode("utf-8", "replace")
        operators.update(_CALL.findall(code))
        if found.modules and name == f"{root}/code/{_home(found)}.py":
            inputs, outputs = _signature(code, found.modules[0].kind.rpartition(".")[2])
    return replace(
        found,
        inputs=inputs,
        outputs=outputs,
        operators=dict(operators),
        needs_trust=True,
        notes=(
            *found.notes,
            Phrase("Running it means running its program; reading its weights does not."),
        ),
    )


def _home(found: Contents) -> str:
    """The code file, without suffix, that defines the outermost class."""
    top = next((name for name in found.classes if name.startswith("__torch__")), "__torch__.")
    return top.rpartition(".")[0].replace(".", "/")


def _signature(code: str, name: str) -> tuple[tuple[Port, ...], tuple[Port, ...]]:
    """The arguments and result of `forward` of one class; shapes are not to be had."""
    start = code.find(f"class {name}(")
    begin = code.find("def forward(", max(0, start))
    if start < 0 or begin < 0:
        return (), ()
    head = code[begin : begin + _MAX_FORWARD].partition(":\n")[0]
    arguments, _, result = head.partition("->")
    found = _ARGUMENT.findall(arguments.partition("(")[2].partition(",")[2])
    inputs = tuple(Port(key, kind.strip(", "), None) for key, kind in found)
    return inputs, (Port("", " ".join(result.split()), None),)


FORMAT = Format("torchscript", Phrase("TorchScript program"), _matches, _read)
