"""Layers as a state dict tells them: names and shapes in the file's order."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from explorer.formats.contents import Contents, Shape
from explorer.networks.layer import Layer
from explorer.recognition.weights import Weight

Row = tuple[str, Shape]
Rows = list[Row]

MEANS = re.compile(r"(mu|mean|means|fc_?mu|z_mean|fc21|fc_mean|embedding)$", re.IGNORECASE)
VARIANCES = re.compile(
    r"(log_?var\w*|logvar|var|sigma|std|fc_?var|fc22|log_sigma\w*)$", re.IGNORECASE
)
TABLES = re.compile(r"(emb\w*|label\w*|class\w*)$", re.IGNORECASE)
JOINT = re.compile(r"(mu_?log_?var\w*|moments|to_z|quant_conv)$", re.IGNORECASE)


def is_head(name: str) -> bool:
    """Whether a layer's name says that it gives a mean, a variance, or both."""
    return any(pattern.search(name) for pattern in (MEANS, VARIANCES, JOINT))


def embedding_in(names: Sequence[str], weights: Mapping[str, Weight], contents: Contents) -> str:
    """The layer that turns a label into numbers: a table without a bias, called so; or ""."""
    kinds = {module.name: module.kind for module in contents.modules}
    for name in names:
        kind = kinds.get(name, "")
        table = len(weights[f"{name}.weight"].shape) == 2 and f"{name}.bias" not in weights
        said = kind.endswith(".Embedding") if kind else TABLES.search(name.rpartition(".")[2])
        if table and said:
            return name
    return ""


def with_embedding(name: str, shape: Shape, into: Shape) -> tuple[Layer, tuple[int, ...]] | None:
    """The embedding as a layer, and the latent that is left of what the next layer takes.

    As wide as all of that, it is multiplied with the latent; narrower, it stands before it.
    """
    if len(into) != 1 or shape[1] > into[0] or not 0 < shape[0] <= _MOST_CLASSES:
        return None
    if shape[1] == into[0]:
        return Layer("embedding", name, size=shape, mode="multiply"), into
    return Layer("embedding", name, size=shape, mode="before"), (into[0] - shape[1],)


_MOST_CLASSES = 1 << 14


def side_of(numbers: int, maps: int) -> int | None:
    """The side of `maps` square maps that have so many numbers together, or None."""
    if numbers % maps:
        return None
    side = math.isqrt(numbers // maps)
    return side if side * side * maps == numbers else None


def spread(names: list[str], sure: set[str], count: int) -> set[str]:
    """`count` of `names` spread evenly from the first, those that are sure to double among them."""
    if count <= len(sure) or not names:
        return sure
    step = (len(names) - 1) / max(count - 1, 1)
    even = {names[round(i * step)] for i in range(count)}
    if sure <= even:
        return even
    rest = [name for name in names if name not in sure]
    return sure | set(rest[: count - len(sure)])


def reshapes(layers: Sequence[Layer], place: int) -> tuple[Shape, ...]:
    """The shapes that a reshape may give as well: as many numbers, the maps that come after taken.

    The squarest first; the present one is among them.
    """
    now = layers[place].shape
    widths: Shape = (_width_of(layers[place + 1 :]) or now[0],)
    if len(now) == 3 and not any(layer.weighted for layer in layers[place + 1 :]):
        widths = (1, 3, 4)  # pixels
    numbers = math.prod(now)
    found = {now} | {
        (width, height, numbers // width // height)
        for width in widths
        if numbers % width == 0
        for height in range(1, min(numbers // width, _TALLEST) + 1)
        if (numbers // width) % height == 0 and numbers // width // height <= _TALLEST
    }
    return tuple(sorted(found, key=lambda s: (abs(math.log(s[-1] / s[-2])), s)))


_TALLEST = 4096


def _width_of(layers: Sequence[Layer]) -> int:
    """The maps that the first of them with weights takes; 0 where none does."""
    for layer in layers:
        if layer.kind == "conv":
            return layer.size[1] * layer.groups
        if layer.kind in {"conv_transpose", "batch_norm", "group_norm"}:
            return layer.size[0]
    return 0
