"""What comes back from the engine: pictures ready to paint, and the numbers beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.formats.picture import to_bytes

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Frame:
    """One answer to a request; a request may have many. Its arrays are made read-only.

    Attributes:
        images: named stacks of pictures, (N, H, W, C) uint8, each owning its memory.
        values: numbers and small arrays by name, units in the request's docstring.
        index: which frame of the request this is, from 0.
        total: how many there will be.
    """

    images: Mapping[str, Bytes] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    index: int = 0
    total: int = 1

    def __post_init__(self) -> None:
        for array in self._arrays():
            array.setflags(write=False)  # the cache hands the same ones to the next who asks

    @property
    def nbytes(self) -> int:
        """Memory of the arrays, in bytes."""
        return sum(array.nbytes for array in self._arrays())

    def _arrays(self) -> list[NDArray[Any]]:
        every = [*self.images.values(), *self.values.values()]
        return [value for value in every if isinstance(value, np.ndarray)]


def pixels(images: NDArray[np.floating]) -> Bytes:
    """(N, H, W, C) in [0, 1] to uint8 that owns its memory."""
    return np.ascontiguousarray(to_bytes(images))
