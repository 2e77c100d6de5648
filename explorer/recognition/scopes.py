"""Where in a file a network may begin: its wrappers taken off, averaged copies before raw ones.

The same network is saved as itself, under `module.` by parallel training, under `state_dict.` and
an attribute's name by Lightning, under `G`, `netG`, `generator`, `ema_model` by whoever wrote the
script. No list of such names is ever complete, so every prefix is a scope, and a recogniser
accepts only one whose names and shapes are all its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.recognition.weights import Weight

_DEPTH = 6
"""Names deeper than this belong to layers."""
_MAX_SCOPES = 2000
_FEWEST = 3
"""No network here has fewer tensors."""
_EMA = re.compile(r"(^|[^a-z])(ema|averaged?|shadow|swa)([^a-z]|$)")
_RAW = re.compile(r"(^|[^a-z])online([^a-z]|$)")
_OPTIMISER = re.compile(r"(^|_)(optim\w*|opt([_gd]\w*)?|optimi[sz]ers?_states?|scaler)$")


@dataclass(frozen=True)
class Scope:
    """The part of a file under one prefix.

    Attributes:
        prefix: what was taken off each name, "" or ending in a dot.
        weights: by the rest of the name.
        averaged: whether it is a running average of the weights (EMA), made for use.
    """

    prefix: str
    weights: Mapping[str, Weight] = field(repr=False)
    averaged: bool = False


def without_optimisers(weights: Mapping[str, Weight]) -> dict[str, Weight]:
    """What is no optimiser's memory."""
    return {n: w for n, w in weights.items() if not _is_optimiser(n)}


def _is_optimiser(name: str) -> bool:
    first = name.partition(".")[0].lower()
    return "." in name and _OPTIMISER.search(first) is not None


def scopes(weights: Mapping[str, Weight]) -> list[Scope]:
    """Every prefix of the names as a scope: averaged copies first, then the outer before the inner.

    A file of thousands of layers has as many prefixes; the outermost are kept.
    """
    groups: dict[str, dict[str, Weight]] = {"": dict(weights)}
    for name, weight in weights.items():
        end = -1
        for _ in range(_DEPTH):
            end = name.find(".", end + 1)
            if end < 0:
                break
            groups.setdefault(name[: end + 1], {})[name[end + 1 :]] = weight
    found = [Scope(prefix, held, _is_averaged(prefix.lower())) for prefix, held in groups.items()]
    found = [scope for scope in found if len(scope.weights) >= _FEWEST]
    found.sort(key=lambda s: (not s.averaged, s.prefix.count(".")))
    return found[:_MAX_SCOPES]


def _is_averaged(prefix: str) -> bool:
    """A keeper of averages holds the raw network too, as its `online_model`."""
    return _EMA.search(prefix) is not None and _RAW.search(prefix) is None
