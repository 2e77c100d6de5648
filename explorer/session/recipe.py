"""Frozen recipes to plain JSON and back, exactly.

Every class has a tag ("is": "Seed") and every field is written, defaults too, so that a text means
the same after a default has changed. Numbers survive to the bit: JSON's shortest decimal of a
float is read back as that float, and float32 fits into it. Reading trusts nothing: a tag must be
known, a field must have the kind its class says, and the classes' own checks run.

Where a home for arrays is given (a session file), long runs of numbers and pixels go there, each
once however often it is named; without one (a PNG's text) they stay in the JSON.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import math
import zlib
from collections.abc import Mapping, MutableMapping
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from explorer.analysis import Direction
from explorer.errors import BadValue, FileDamaged
from explorer.families import DenoiseSettings, StageSettings
from explorer.formats.picture import Picture
from explorer.latent import (
    Edited,
    Mix,
    MorphGrid,
    Path,
    Point,
    Retiming,
    Seed,
    Shift,
    Smooth,
    Values,
)
from explorer.phrases import Phrase
from explorer.sampling.requests import Denoise, Generate, Grid, Open, Reconstruct
from explorer.sampling.stage_requests import Unfold
from explorer.session.document import ModelFile, ModelRef, Session
from explorer.session.state import (
    Applied,
    Branch,
    Denoising,
    Exploring,
    Interpolating,
    Pin,
    Retimed,
    SideBySide,
    State,
    Translating,
    Unfolding,
)
from explorer.session.typed import MAX_DEPTH, Reader

_CLASSES: tuple[type, ...] = (
    *(Seed, Values, Edited, Mix, Shift, Smooth, Path, Retiming, MorphGrid),
    *(Direction, DenoiseSettings, StageSettings, Picture),
    *(Open, Generate, Grid, Reconstruct, Denoise, Unfold),
    *(Applied, Exploring, Retimed, Interpolating, Branch, Denoising, SideBySide, Unfolding),
    *(Translating,),
    *(Pin, State),
    *(ModelFile, ModelRef, Session),
)
TAGS: Mapping[str, type] = {cls.__name__: cls for cls in _CLASSES}

Arrays = MutableMapping[str, NDArray[Any]]
_T = TypeVar("_T")
# Runs of numbers from this length on are kept as arrays where there is a home for them.
_LONG = 64
# Less than is read: what is shared is encoded where it first stands, and may stand deeper too.
_DEEPEST = MAX_DEPTH - 20


def encode(value: Any, arrays: Arrays | None = None) -> Any:
    """A recipe as JSON's own kinds; raises BadValue for a class without a tag, or NaN.

    Args:
        value: an instance of a class in TAGS, or what one may hold.
        arrays: where long runs of numbers and pixels go, by a name made of their digest.
    """
    return _Writer(arrays).encode(value, 1)


class _Writer:
    """Encodes one recipe. States in a row share most of their parts: each is encoded once."""

    def __init__(self, arrays: Arrays | None) -> None:
        self._arrays = arrays
        self._known: dict[int, Any] = {}

    def encode(self, value: Any, depth: int) -> Any:
        """The value as JSON's own kinds."""
        if value is None or isinstance(value, str | int):
            return value
        if isinstance(value, float):
            if not math.isfinite(value):
                raise BadValue("recipe", "a number in it is not finite", "Set it to a number.")
            return value
        if id(value) not in self._known:  # the root holds every part: no number is given twice
            self._known[id(value)] = self._compound(value, depth)
        return self._known[id(value)]

    def _compound(self, value: Any, depth: int) -> Any:
        if depth > _DEEPEST:
            raise BadValue("recipe", "its points nest too deeply", "Start from another picture.")
        tagged = TAGS.get(type(value).__name__) is type(value)
        if tagged and dataclasses.is_dataclass(value):
            names = [f.name for f in dataclasses.fields(value)]
            parts = {name: self.encode(getattr(value, name), depth + 1) for name in names}
            return {"is": type(value).__name__} | parts
        if isinstance(value, bytes):
            return _encode_bytes(value, self._arrays)
        if isinstance(value, frozenset):
            return [self.encode(part, depth + 1) for part in sorted(value)]
        if isinstance(value, tuple):
            arrays, long = self._arrays, len(value) >= _LONG
            if arrays is not None and long and all(type(part) is float for part in value):
                return {"array": _keep(_narrow(value), arrays)}
            return [self.encode(part, depth + 1) for part in value]
        raise BadValue("recipe", f"{type(value).__name__} cannot be saved", "Report this.")


def decode(kind: type[_T], data: Any, source: str, arrays: Mapping[str, NDArray[Any]]) -> _T:
    """The instance of `kind` that `encode` made `data` from.

    Args:
        kind: a class in TAGS.
        data: JSON's own kinds.
        source: the file or text, for failures.
        arrays: what `encode` put there, or empty.

    Raises:
        FileDamaged: a field is missing, surplus or of the wrong kind, or a class refuses it.
        FileRefused: a tag that is not known, or nesting out of proportion.
    """
    return cast(_T, Reader(TAGS, source, arrays).read(kind, data))


def decode_field(hint: Any, data: Any, source: str) -> Any:
    """A plain field: `hint` is str, int, float, bool or a tuple of them; raises as `decode`."""
    return Reader(TAGS, source, {}).read(hint, data)


def decode_point(data: Any, source: str) -> Point:
    """A point of any kind; raises as `decode`."""
    return cast(Point, Reader(TAGS, source, {}).read(Point, data))


def to_text(value: Any) -> str:
    """A recipe as compact JSON, everything in it."""
    return json.dumps(encode(value), allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def from_text(kind: type[_T], text: str | bytes, source: str = Phrase("recipe")) -> _T:
    """The recipe that `to_text` wrote; raises as `decode`, and FileDamaged where it is no JSON."""
    return decode(kind, parse(text, source), source, {})


def parse(text: str | bytes, source: str) -> Any:
    """JSON without NaN, infinity or repeated names; raises FileDamaged."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) != len(pairs):
            raise ValueError("a name occurs twice")
        return table

    def refuse(constant: str) -> float:
        raise ValueError(f"{constant} is no number")

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(source, f"it is not JSON ({error})", "Use an earlier copy.") from error


def _encode_bytes(value: bytes, arrays: Arrays | None) -> dict[str, str]:
    if arrays is not None:
        return {"array": _keep(np.frombuffer(value, np.uint8), arrays)}
    return {"zlib": base64.b64encode(zlib.compress(value, 9)).decode("ascii")}


def _narrow(values: tuple[float, ...]) -> NDArray[Any]:
    """As float32 where that loses nothing, which is nearly always."""
    wide = np.asarray(values, np.float64)
    if not np.isfinite(wide).all():
        raise BadValue("recipe", "a number in it is not finite", "Set it to a number.")
    with np.errstate(over="ignore"):
        narrow = wide.astype(np.float32)
    return narrow if np.array_equal(narrow.astype(np.float64), wide) else wide


def _keep(array: NDArray[Any], arrays: Arrays) -> str:
    digest = hashlib.sha256(array.tobytes()).hexdigest()
    name = f"{array.dtype.name}-{len(array)}-{digest[:32]}"
    arrays[name] = array
    return name
