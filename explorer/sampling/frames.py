"""What comes back from the engine: pictures ready to paint, and the numbers beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.formats.picture import to_bytes

Bytes = NDArray[np.uint8]


class Later(Mapping[str, Any]):
    """A mapping that is made when somebody first looks into it, on whatever thread that is.

    The pictures of a denoising step are made where they are shown, while the engine's thread is
    already in the next run of the network.
    """

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make: Callable[[], Mapping[str, Any]] | None = make
        self._made: Mapping[str, Any] = {}

    def _content(self) -> Mapping[str, Any]:
        make = self._make
        if make is not None:
            made = make()
            _protect(made)
            # let go of what it was made from: a step's arrays are larger than its pictures
            self._made, self._make = made, None
        return self._made

    def __getitem__(self, key: str) -> Any:
        return self._content()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content())

    def __len__(self) -> int:
        return len(self._content())


@dataclass(frozen=True, eq=False)
class Frame:
    """One answer to a request; a request may have many. Its arrays are made read-only.

    Attributes:
        images: named stacks of pictures, (N, H, W, C) uint8, each owning its memory.
        values: numbers and small arrays by name, units in the request's docstring.
        index: which frame of the request this is, from 0.
        total: how many there will be.
        before_run: whether the next frame begins with a network's run: handed over at its start,
            this one is drawn while the interpreter is free, and does not keep the run waiting.
    """

    images: Mapping[str, Bytes] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    index: int = 0
    total: int = 1
    before_run: bool = False

    def __post_init__(self) -> None:
        for content in (self.images, self.values):
            if not isinstance(content, Later):
                _protect(content)

    @property
    def nbytes(self) -> int:
        """Memory of the arrays, in bytes."""
        return sum(array.nbytes for c in (self.images, self.values) for array in _arrays(c))


def _protect(content: Mapping[str, Any]) -> None:
    """Make arrays read-only: the cache hands the same ones to the next who asks."""
    for array in _arrays(content):
        array.setflags(write=False)


def _arrays(content: Mapping[str, Any]) -> list[NDArray[Any]]:
    return [value for value in content.values() if isinstance(value, np.ndarray)]


def pixels(images: NDArray[np.floating]) -> Bytes:
    """(N, H, W, C) in [0, 1] to uint8 that owns its memory."""
    return np.ascontiguousarray(to_bytes(images))
