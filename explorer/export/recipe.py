"""Requests as JSON, so that a picture made of them can say what made it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from explorer import __version__
from explorer.sampling import Request

FORMAT = 1


def at_places(
    carried: Mapping[str, Any], part: str, field: str, places: Sequence[float]
) -> Callable[[int], Mapping[str, Any]] | None:
    """The recipe of every frame of a film: the whole state, but for where in it the frame lies.

    Args:
        carried: of the state; of requests alone, which know no place, there is none of a frame.
        part, field: of the state, what says the place: "interpolating", "position".
        places: of each frame.
    """
    session = carried.get("session")
    if not places or session is None:
        return None
    state = session["state"]

    def each(frame: int) -> Mapping[str, Any]:
        there = state | {part: state[part] | {field: places[frame]}}
        return {**carried, "session": session | {"state": there}}

    return each


def recipe(*requests: Request) -> dict[str, Any]:
    """What makes the same pictures again, plain JSON: its "requests", and their "models" by hash.

    `explorer.session.share.read_recipe` reads it; raises BadValue for a request without a tag.
    """
    from explorer.session.models import identify_all  # most windows never save: not at the start
    from explorer.session.recipe import encode

    names = sorted({str(getattr(request, "model", "")) for request in requests} - {""})
    return {
        "format": FORMAT,
        "program": f"latent-explorer {__version__}",
        "requests": [encode(request) for request in requests],
        "models": [encode(ref) for ref in identify_all(names)],
    }
