"""Requests as JSON, so that a picture made of them can say what made it."""

from __future__ import annotations

from typing import Any

from explorer import __version__
from explorer.sampling import Request

FORMAT = 1


def recipe(*requests: Request) -> dict[str, Any]:
    """What makes the same pictures again: {"format", "program", "requests": [...]}, plain JSON.

    `explorer.session.share.read_recipe` reads it; raises BadValue for a request without a tag.
    """
    from explorer.session.recipe import encode  # most windows never save: not at the start

    program = f"latent-explorer {__version__}"
    return {"format": FORMAT, "program": program, "requests": [encode(r) for r in requests]}
