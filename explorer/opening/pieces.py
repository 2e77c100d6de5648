"""Networks built from weights by an architecture of ours, their numbers read step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from explorer.opening.base import Piece
from explorer.recognition.load import build_module
from explorer.recognition.weights import Weight
from explorer.runtimes.network import Network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Progress is told, and a cancel noticed, after so many bytes.
_STEP = 32 << 20


def built(
    role: str,
    architecture: str,
    settings: Mapping[str, Any],
    weights: Mapping[str, Weight],
    title: str = "",
) -> Piece:
    """A piece of a known architecture with these weights."""
    opener: Callable[[str, str], Network] = partial(_open, role, architecture, settings, weights)
    return Piece(role, title or architecture, opener, architecture, settings, weights)


def _open(
    role: str, architecture: str, settings: Mapping[str, Any], weights: Mapping[str, Weight],
    device: str, precision: str,
) -> Network:  # fmt: skip
    from explorer.runtimes.torch_network import TorchNetwork, outputs_of

    module = build_module(architecture, settings, weights)
    return TorchNetwork(module, outputs_of(role, module), device, precision)


@dataclass(frozen=True)
class _Held(Weight):
    """A weight whose numbers were read; they are given away once, so as not to be held twice."""

    arrays: list[NDArray[np.float32]] = field(default_factory=list, repr=False)

    def float32(self) -> NDArray[np.float32]:
        """The numbers that were read; from the file again if they were given away."""
        return self.arrays.pop() if self.arrays else super().float32()


def read_ahead(pieces: tuple[Piece, ...], into: list[Piece]) -> Iterator[tuple[int, int]]:
    """Read the numbers of all pieces, telling (bytes done, bytes in all); `into` gets the pieces.

    Raises:
        FileMissing, FileDamaged: a file changed since it was looked at.
    """
    total = sum(_bytes(w) for piece in pieces for w in piece.weights.values())
    done = told = 0
    for piece in pieces:
        held: dict[str, Weight] = {}
        for name, weight in piece.weights.items():
            held[name] = _Held(weight.shape, weight.parts, weight.fold, [weight.float32()])
            done += _bytes(weight)
            if done - told >= _STEP:
                told = done
                yield done, total
        if held:
            opener = partial(_open, piece.role, piece.architecture, piece.settings, held)
            into.append(replace(piece, open=opener))
        else:
            into.append(piece)


def _bytes(weight: Weight) -> int:
    return sum(part.bytes for part in weight.parts)
