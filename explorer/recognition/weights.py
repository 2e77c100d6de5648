"""The tensors of a file as the network has them in use.

Training keeps more than a network needs. A spectrally normalised layer is stored as `weight_orig`
with two vectors, or under `parametrizations`; in use it has one weight. Here such groups become
one `Weight`, so that no recogniser and no architecture has to know of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explorer.formats.contents import Shape, Tensor

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

# The ends of names that make up one weight: the weight itself, then what it is folded with.
_GROUPS = {
    "spectral": (
        ("weight_orig", "weight_u", "weight_v"),
        ("parametrizations.weight.original", "parametrizations.weight.0._u",
         "parametrizations.weight.0._v"),
    ),
    "length": (
        ("weight_v", "weight_g"),
        ("parametrizations.weight.original1", "parametrizations.weight.original0"),
    ),
}  # fmt: skip
_COUNTERS = ("num_batches_tracked",)


@dataclass(frozen=True)
class Weight:
    """One tensor of a network in use.

    Attributes:
        shape: its sizes.
        parts: what it is made of; one tensor as it is, unless it is folded.
        fold: "", "spectral" (Miyato et al., 2018) or "length" (Salimans and Kingma, 2016).
    """

    shape: Shape
    parts: tuple[Tensor, ...] = field(repr=False)
    fold: str = ""

    def float32(self) -> Array:
        """The numbers, row-major float32; raises FileMissing or FileDamaged as Tensor.load."""
        arrays = [part.float32() for part in self.parts]
        if self.fold == "spectral":
            return _spectral(*arrays)
        return _length(*arrays) if self.fold == "length" else arrays[0]


def tidy(tensors: Mapping[str, Tensor]) -> dict[str, Weight]:
    """Tensors by name, groups folded to the one weight they stand for, counters left out."""
    rest = {n: t for n, t in tensors.items() if n.rpartition(".")[2] not in _COUNTERS}
    found: dict[str, Weight] = {}
    taken: set[str] = set()
    for name, tensor in rest.items():
        group = _group(name, rest)
        if group is not None:
            fold, names, layer = group
            found[f"{layer}weight"] = Weight(tensor.shape, tuple(rest[n] for n in names), fold)
            taken |= {*names, f"{layer}weight"}
    plain = {n: Weight(t.shape, (t,)) for n, t in rest.items() if n not in taken}
    return plain | found


def _group(name: str, tensors: Mapping[str, Tensor]) -> tuple[str, list[str], str] | None:
    """The fold whose weight `name` is, the names it is made of, and the layer's prefix."""
    for fold, endings in _GROUPS.items():
        for ends in endings:
            layer = name.removesuffix(ends[0])
            names = [layer + end for end in ends]
            if layer != name and layer[-1:] in {"", "."} and all(n in tensors for n in names):
                return fold, names, layer
    return None


def _spectral(weight: Array, u: Array, v: Array) -> Array:
    """W / sigma with sigma = u' W v, the largest singular value that training kept track of.

    W is the weight with its output axis first, which is the second one of a transposed
    convolution. Where sizes do not tell which, W v = sigma u does.
    """
    best: tuple[float, float] | None = None
    for axis in range(min(2, weight.ndim)):
        matrix = _matrix(weight, axis)
        if matrix.shape != (u.size, v.size):
            continue
        image = matrix @ v.reshape(-1)
        sigma = float(u.reshape(-1) @ image)
        miss = float(((image - sigma * u.reshape(-1)) ** 2).sum())
        if best is None or miss < best[0]:
            best = (miss, sigma)
    return weight if best is None or best[1] == 0 else weight / weight.dtype.type(best[1])


def _matrix(weight: Array, axis: int) -> Array:
    import numpy as np

    moved = np.moveaxis(weight, axis, 0)
    return moved.reshape(moved.shape[0], -1)


def _length(direction: Array, length: Array) -> Array:
    """g v / |v|, the norm taken over the axes where g has one entry."""
    import numpy as np

    axes = tuple(i for i, n in enumerate(length.shape) if n == 1)
    norm = np.sqrt((direction**2).sum(axis=axes, keepdims=True))
    folded: Array = direction * (length / np.maximum(norm, np.finfo(np.float32).tiny))
    return folded
