"""A direction in a latent space that was found, with what it is worth, and files of them.

A direction without a measure is a rumour: each one says what share of the variation it explains,
how much better it does than directions drawn at random, and from how many samples both were taken.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, FileDamaged, FileMissing, FileRefused, os_reason
from explorer.formats.atomic import write_bytes
from explorer.latent import LatentSpace
from explorer.phrases import Phrase

FORMAT = "latent-explorer directions"
VERSION = 1
SUFFIX = ".directions.json"
MAX_BYTES = 64 << 20
KINDS = ("response", "local", "groups", "attribute", "user")


@dataclass(frozen=True)
class Direction:
    """A named way to move: amount 1 is one standard deviation of the prior along it.

    Attributes:
        name: as on its slider.
        vector: unit length, one number a dimension, flattened; exact float32.
        kind: how it was found, one of KINDS.
        explained: share of what `explains` says, in [0, 1]; None where nothing was measured.
        explains: what `explained` is a share of.
        score: how many times better than random directions; None where nothing was measured.
        score_kind: what was compared, with the number of random directions.
        sigma: standard deviation of the prior along it: what amount 1 moves a latent by.
        samples: latents or evaluations that all this was measured from.
        source: the model, and how to do it again.
    """

    name: str
    vector: tuple[float, ...] = field(repr=False)
    kind: str = "user"
    explained: float | None = None
    explains: str = ""
    score: float | None = None
    score_kind: str = ""
    samples: int = 0
    source: str = ""
    sigma: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            known = ", ".join(KINDS)
            raise BadValue(f"direction {self.name!r}", f"no kind {self.kind!r}", f"Use {known}.")
        if not self.vector or not all(map(math.isfinite, self.vector)) or not any(self.vector):
            raise BadValue(
                f"direction {self.name!r}",
                "it has no length",
                "Give numbers, not all of them zero.",
            )

    @classmethod
    def of(cls, name: str, vector: NDArray[np.floating], **facts: Any) -> Direction:
        """From an array of any shape and length above zero, brought to unit length."""
        row = np.asarray(vector, np.float64).ravel()
        length = float(np.linalg.norm(row))
        unit = row / length if length > 0 and math.isfinite(length) else row
        return cls(name, tuple(unit.astype(np.float32).tolist()), **facts)

    @property
    def array(self) -> NDArray[np.float32]:
        """The vector, (size,) float32."""
        return np.asarray(self.vector, np.float32)

    def calibrated(self, space: LatentSpace) -> Direction:
        """The same, with amounts in standard deviations of the prior of `space`."""
        return replace(self, sigma=float(f"{space.deviation(self.array):.6g}") or 1.0)

    def fits(self, space: LatentSpace) -> bool:
        """Whether it has one number a dimension of `space`."""
        return len(self.vector) == space.size

    def named(self, name: str) -> Direction:
        """The same under another name."""
        return replace(self, name=name)

    def reversed(self) -> Direction:
        """The same way backwards."""
        return replace(self, vector=tuple(-v for v in self.vector))


def to_json(directions: Sequence[Direction]) -> str:
    """A text that `from_json` reads back exactly."""
    rows = [vars(d) | {"vector": list(d.vector)} for d in directions]
    return json.dumps({"format": FORMAT, "version": VERSION, "directions": rows}, allow_nan=False)


def from_json(text: str, name: str = Phrase("directions")) -> tuple[Direction, ...]:
    """The directions in a text.

    Args:
        text: as `to_json` makes it.
        name: of the file, for failures.

    Raises:
        FileDamaged: not JSON, or a field is missing or of the wrong kind.
        FileRefused: another format, or a version from the future.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(name, "it is not JSON", "Save the directions again.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileRefused(name, "it holds no directions", f"Give a file that ends in {SUFFIX}.")
    if data.get("version") != VERSION:
        version = data.get("version")
        raise FileRefused(name, f"its version is {version!r}", "Update Latent Explorer.")
    rows = data.get("directions")
    if not isinstance(rows, list):
        raise FileDamaged(name, "its list is missing", "Save the directions again.")
    return tuple(_direction(row, name) for row in rows)


_PLAIN: dict[str, tuple[type, ...]] = {
    "name": (str,), "kind": (str,), "explains": (str,), "score_kind": (str,), "source": (str,),
    "samples": (int,), "explained": (int, float, type(None)), "score": (int, float, type(None)),
}  # fmt: skip


def _direction(row: Any, name: str) -> Direction:
    wrong = FileDamaged(name, "one of its directions is malformed", "Save the directions again.")
    if not isinstance(row, dict) or not isinstance(row.get("vector"), list):
        raise wrong
    for key, kinds in _PLAIN.items():
        if key not in row or not isinstance(row[key], kinds) or isinstance(row[key], bool):
            raise wrong
    vector = row["vector"]
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in vector):
        raise wrong
    sigma = row.get("sigma", 1.0)  # files from before it was kept are of standard normals
    if not isinstance(sigma, int | float) or isinstance(sigma, bool) or not 0 < sigma < math.inf:
        raise wrong
    try:
        told = {key: row[key] for key in _PLAIN}
        return Direction(vector=tuple(map(float, vector)), sigma=float(sigma), **told)
    except (BadValue, OverflowError) as error:
        raise wrong from error


def save(path: Path, directions: Sequence[Direction]) -> None:
    """Write directions to a file, whole or not at all; raises WriteFailed."""
    write_bytes(path, to_json(directions).encode())


def load(path: Path) -> tuple[Direction, ...]:
    """The directions of a file.

    Raises:
        FileMissing: no readable file. FileRefused: above MAX_BYTES, or as `from_json`.
        FileDamaged: as `from_json`.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileRefused(str(path), "it is above 64 MB", "No file of directions needs it.")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Check the name and permissions.") from error
    except UnicodeDecodeError as error:
        raise FileDamaged(str(path), "it is not text", "Save the directions again.") from error
    return from_json(text, str(path))
