"""Files to vetted contents. Nothing here runs anything that a file brings.

    from explorer.formats import read

    contents = read(Path("model.ckpt"))
    contents.tensors["decoder.0.weight"].load()

Names are loaded on first use: the manifest alone must cost nothing at start-up.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.formats.base import Format
    from explorer.formats.budget import Budget
    from explorer.formats.contents import Contents, Module, Port, Tensor
    from explorer.formats.recognise import FORMATS, read, sniff

__all__ = ["FORMATS", "Budget", "Contents", "Format", "Module", "Port", "Tensor", "read", "sniff"]

_HOMES = {
    "FORMATS": "recognise",
    "Budget": "budget",
    "Contents": "contents",
    "Format": "base",
    "Module": "contents",
    "Port": "contents",
    "Tensor": "contents",
    "read": "recognise",
    "sniff": "recognise",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        found = getattr(import_module(f"explorer.formats.{_HOMES[name]}"), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module 'explorer.formats' has no attribute {name!r}")
