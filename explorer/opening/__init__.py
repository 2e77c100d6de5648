"""Models that people already have: any file or folder to a Model, nothing of it run.

    contents of a file -> understanding (what it is, and why) -> networks, probed -> Model

What a file does not tell is guessed, shown with its reason, and corrected by answers that are kept
beside it. Names are loaded on first use: the window shows models of its own without all this.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.opening.answers import Answers
    from explorer.opening.base import Understanding
    from explorer.opening.build import open_file
    from explorer.opening.explain import understand

__all__ = ["Answers", "Understanding", "open_file", "understand"]

_HOMES = {
    "Answers": "answers",
    "Understanding": "base",
    "open_file": "build",
    "understand": "explain",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"explorer.opening.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'explorer.opening' has no attribute {name!r}")
