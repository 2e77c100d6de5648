"""A request as JSON, so that a picture can say what made it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence, Set
from typing import Any

from explorer import __version__
from explorer.sampling import Request

FORMAT = 1


def recipe(*requests: Request) -> dict[str, Any]:
    """What makes the same pictures again: {"format", "program", "requests": [...]}, plain JSON.

    Every recipe within keeps the name of its class as "kind". Fields that do not decide equality
    (a picture's pixels, beside its digest) are left out.
    """
    program = f"latent-explorer {__version__}"
    return {"format": FORMAT, "program": program, "requests": [_plain(r) for r in requests]}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        kept = [f.name for f in dataclasses.fields(value) if f.compare]
        return {"kind": type(value).__name__} | {n: _plain(getattr(value, n)) for n in kept}
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, Set):
        return sorted(_plain(part) for part in value)
    if isinstance(value, Sequence):
        return [_plain(part) for part in value]
    return value
