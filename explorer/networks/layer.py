"""One line of a declared network: a layer from a fixed vocabulary, with its settings.

A checkpoint holds numbers and names, not what is done with them. Where no known architecture fits,
a table of these says it: which weights, which stride, which activation. It is data from end to end;
`explorer.networks.layers` builds torch's own layers from it. torch is not imported here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from explorer.errors import BadValue

WEIGHTED = ("linear", "conv", "conv_transpose", "batch_norm", "group_norm", "layer_norm",
            "instance_norm", "embedding")  # fmt: skip
"""Kinds with weights from the file."""
ACTIVATIONS = ("relu", "leaky_relu", "elu", "gelu", "silu", "softplus", "tanh", "sigmoid", "none")
SHAPERS = ("reshape", "flatten", "upsample", "pixel_shuffle", "avg_pool", "max_pool", "normalize",
           "split")  # fmt: skip
KINDS = (*WEIGHTED, *ACTIVATIONS, *SHAPERS)
MODES = ("concat", "before", "add", "multiply")
MAX_LAYERS = 1000
_MAX = 1 << 16


@dataclass(frozen=True)
class Layer:
    """A layer of a declared network.

    Attributes:
        kind: of KINDS.
        weight: where its tensors are in the file: "decoder.0" for decoder.0.weight and .bias.
        size: the shape of its weight; filled in from the file.
        bias: whether it has one; filled in from the file.
        stride, padding, output_padding: of convolutions; a factor or window for the shapers.
        groups: of convolutions and group_norm.
        shape: of one item after a reshape, without the batch.
        value: leaky_relu's slope, elu's alpha, a norm's epsilon.
        output: a name ("mean", "log_variance") sets the result aside under it, and the next layer
            takes what this one took; "" passes the result on.
        mode: how an embedding of the label joins, of MODES: behind what there is, before it, added
            to it, or multiplied with it.
    """

    kind: str
    weight: str = ""
    size: tuple[int, ...] = ()
    bias: bool = True
    stride: int = 1
    padding: int = 0
    output_padding: int = 0
    groups: int = 1
    shape: tuple[int, ...] = ()
    value: float = 0.0
    output: str = ""
    mode: str = "concat"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            known = ", ".join(KINDS)
            raise BadValue(f"layer {self.kind!r}", "no such kind", f"The kinds are {known}.")
        if self.kind in WEIGHTED and not self.weight:
            raise BadValue(f"layer {self.kind!r}", "it names no weight", "Give its weight.")
        numbers = (self.stride, self.groups, *self.shape, *self.size)
        if any(not 1 <= n <= _MAX * _MAX for n in numbers) or not 0 <= self.padding <= _MAX:
            raise BadValue(f"layer {self.kind!r}", "a number is out of range", "Use 1 or more.")
        if self.mode not in MODES:
            raise BadValue(f"layer {self.kind!r}", "no such mode", f"Use {', '.join(MODES)}.")

    @property
    def weighted(self) -> bool:
        """Whether it has weights from the file."""
        return self.kind in WEIGHTED

    def table(self) -> dict[str, Any]:
        """As a table of a manifest: what differs from the defaults."""
        found: dict[str, Any] = {"kind": self.kind}
        for field in fields(self)[1:]:
            value = getattr(self, field.name)
            if value != field.default:
                found[field.name] = list(value) if isinstance(value, tuple) else value
        return found


def layer_of(table: object) -> Layer:
    """A manifest's table as a Layer.

    Raises:
        BadValue: it is no table, a field is unknown, of the wrong type or out of range.
    """
    if not isinstance(table, Mapping) or not isinstance(table.get("kind"), str):
        raise BadValue("layers", "an entry has no kind", 'Write { kind = "relu" }.')
    defaults = {field.name: field.default for field in fields(Layer)[1:]}
    given: dict[str, Any] = {}
    for name, value in table.items():
        if name == "kind":
            continue
        if name not in defaults:
            known = ", ".join(defaults)
            raise BadValue(f"layer {table['kind']!r}", f"{name!r} is unknown", f"Use {known}.")
        given[name] = _typed(table["kind"], name, value, defaults[name])
    return Layer(table["kind"], **given)


def _typed(kind: str, name: str, value: Any, default: Any) -> Any:
    wrong = BadValue(f"layer {kind!r}", f"its {name} is {value!r}", "Correct the value.")
    if isinstance(default, tuple):
        if not isinstance(value, list | tuple) or len(value) > 16:
            raise wrong
        if any(type(n) is not int for n in value):
            raise wrong
        return tuple(value)
    if isinstance(default, float):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise wrong
        return float(value)
    if type(value) is not type(default):
        raise wrong
    return value


def with_stride(layer: Layer, kind: str, stride: int) -> Layer:
    """A convolution of this kind and stride, padded so that sides are multiplied or divided by it.

    `kind` is "conv" or "conv_transpose"; `layer.size` must be known.
    """
    kernel = layer.size[2]
    if kind == "conv_transpose":
        padding = max(kernel - stride, 0) // 2 + max(kernel - stride, 0) % 2
        extra = stride - kernel + 2 * padding
        return replace(
            layer, kind=kind, stride=stride, padding=padding, output_padding=max(extra, 0)
        )
    padding = kernel // 2 if kernel % 2 else max(kernel - stride, 0) // 2
    return replace(layer, kind=kind, stride=stride, padding=padding, output_padding=0)
