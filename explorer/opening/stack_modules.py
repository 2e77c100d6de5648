"""Layers as a whole module's pickle tells them: kinds, strides, paddings and activations.

A pickled nn.Module holds its layers with their settings, which a state dict does not. What it does
not hold is the program that calls them. Layers are taken in the order in which they were made, and
only where the sizes follow on each other; activations that the program applies by itself are not
among them, and stay guesses.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from explorer.formats.contents import Contents, Module
from explorer.networks.layer import ACTIVATIONS, Layer
from explorer.opening.stack_rows import side_of
from explorer.recognition.weights import Weight

_HOME = "torch.nn.modules."
_SKIPPED = frozenset({"Identity", "Dropout", "Dropout1d", "Dropout2d", "AlphaDropout"})
LARGEST = 4096
"""Pixels a side that no layer's picture is larger than."""
Settings = Mapping[str, Any]
Maker = Callable[[str, Settings], Layer | None]


@dataclass(frozen=True)
class Row:
    """Layers in a row, and what comes out of them: (numbers,) or (channels, height, width)."""

    layers: tuple[Layer, ...]
    shape: tuple[int, ...]


def told_row(
    names: Sequence[str], contents: Contents, weights: Mapping[str, Weight], into: tuple[int, ...]
) -> Row | None:
    """The layers `names` with all that stands between them, for an input of the shape `into`.

    None where the file does not tell, a layer is of another vocabulary, or sizes do not follow.
    """
    found = list(_between(names, contents.modules))
    layers = [_layer(module) for module in found if _kind(module) not in _SKIPPED]
    if not found or None in layers:
        return None
    sized = [
        replace(layer, size=weights[f"{layer.weight}.weight"].shape) if layer.weighted else layer
        for layer in layers
        if layer is not None
    ]
    working = [layer for layer in sized if layer.kind in {"linear", "conv", "conv_transpose"}]
    acting = [layer for layer in sized if layer.kind in ACTIVATIONS]
    if len(acting) < len(working) - 1:
        return None  # its program applies activations that are no layers, or one many times
    return _followed(sized, into)


def told_convolution(layer: Layer, modules: Mapping[str, Module]) -> Layer | None:
    """A convolution with its kind, stride and padding as the file tells them, if it does."""
    module = modules.get(layer.weight)
    told = _layer(module) if module is not None else None
    return None if told is None else replace(told, size=layer.size)


def by_name(contents: Contents) -> dict[str, Module]:
    """The layers that the file tells of; empty for state dicts."""
    return {module.name: module for module in contents.modules if module.kind.startswith(_HOME)}


def side_after(layer: Layer, side: int) -> int:
    """The side of a convolution's picture for one of `side`; 0 where there is none."""
    kernel = layer.size[2]
    if layer.kind == "conv_transpose":
        return (side - 1) * layer.stride - 2 * layer.padding + kernel + layer.output_padding
    return max((side + 2 * layer.padding - kernel) // layer.stride + 1, 0)


def _between(names: Sequence[str], modules: Iterable[Module]) -> Iterator[Module]:
    """Those with these names, and those without weights behind each of them."""
    every = list(modules)
    holders = {module.name.rpartition(".")[0] for module in every}
    leaves = [module for module in every if module.name not in holders and module.name]
    mine = False
    for module in leaves:
        if module.name in names:
            mine = True
        elif _makes_weights(module):
            mine = False
        if mine:
            yield module


def _makes_weights(module: Module) -> bool:
    return _kind(module) in {"Linear", "Conv2d", "ConvTranspose2d", "Embedding"} or (
        "Norm" in _kind(module) and bool(module.settings.get("affine", True))
    )


def _kind(module: Module) -> str:
    return module.kind.rpartition(".")[2] if module.kind.startswith(_HOME) else ""


def _layer(module: Module) -> Layer | None:
    maker = _MAKERS.get(_kind(module))
    return None if maker is None else maker(module.name, module.settings)


# -- kinds ----------------------------------------------------------------------------------------


def _one(value: Any) -> int | None:
    """A number, or one that is the same along both axes."""
    if isinstance(value, list) and value and all(v == value[0] for v in value):
        value = value[0]
    return value if isinstance(value, int) and 0 <= value < 1 << 16 else None


def _plain(kind: str) -> Maker:
    return lambda _name, _settings: Layer(kind)


def _weighted(kind: str) -> Maker:
    return lambda name, _settings: Layer(kind, name)


def _norm(kind: str) -> Maker:
    def made(name: str, settings: Settings) -> Layer | None:
        eps, groups = settings.get("eps", 1e-5), settings.get("num_groups", 1)
        known = isinstance(eps, float) and isinstance(groups, int) and groups > 0
        affine = settings.get("affine", settings.get("elementwise_affine", True))
        if not known or not affine or not settings.get("track_running_stats", True):
            return None
        return Layer(kind, name, groups=groups, value=0.0 if eps == 1e-5 else eps)

    return made


def _conv(kind: str) -> Maker:
    def made(name: str, settings: Settings) -> Layer | None:
        read = [_one(settings.get(key, usual)) for key, usual in _OF_CONV.items()]
        stride, padding, extra, dilation, groups = read
        if None in read or dilation != 1 or settings.get("padding_mode", "zeros") != "zeros":
            return None
        if not stride or not groups or padding is None or extra is None:
            return None
        return Layer(
            kind, name, stride=stride, padding=padding, output_padding=extra, groups=groups
        )

    return made


_OF_CONV = {"stride": 1, "padding": 0, "output_padding": 0, "dilation": 1, "groups": 1}


def _leaky(kind: str, key: str, usual: float) -> Maker:
    def made(_name: str, settings: Settings) -> Layer | None:
        value = settings.get(key, usual)
        if not isinstance(value, int | float):
            return None
        return Layer(kind, value=float(value)) if value else Layer("relu")

    return made


def _unflatten(_name: str, settings: Settings) -> Layer | None:
    shape = settings.get("unflattened_size")
    if not isinstance(shape, list) or len(shape) != 3 or not all(_one(n) for n in shape):
        return None
    return Layer("reshape", shape=tuple(shape)) if settings.get("dim") == 1 else None


def _upsample(_name: str, settings: Settings) -> Layer | None:
    factor = settings.get("scale_factor")
    factor = factor[0] if isinstance(factor, list) and len(set(factor)) == 1 else factor
    fits = isinstance(factor, int | float) and factor in (2, 3, 4, 8)
    nearest = settings.get("mode", "nearest") == "nearest"
    return Layer("upsample", stride=int(factor or 2)) if fits and nearest else None


def _pool(kind: str) -> Maker:
    def made(_name: str, settings: Settings) -> Layer | None:
        window = _one(settings.get("kernel_size"))
        if not window or window < 2 or _one(settings.get("stride")) != window:
            return None
        return Layer(kind, stride=window) if not _one(settings.get("padding", 0)) else None

    return made


def _shuffle(_name: str, settings: Settings) -> Layer | None:
    factor = _one(settings.get("upscale_factor"))
    return Layer("pixel_shuffle", stride=factor) if factor and factor > 1 else None


_MAKERS: dict[str, Maker] = {
    "Linear": _weighted("linear"), "Conv2d": _conv("conv"),
    "ConvTranspose2d": _conv("conv_transpose"),
    "BatchNorm1d": _norm("batch_norm"), "BatchNorm2d": _norm("batch_norm"),
    "GroupNorm": _norm("group_norm"), "LayerNorm": _norm("layer_norm"),
    "ReLU": _plain("relu"), "GELU": _plain("gelu"), "SiLU": _plain("silu"),
    "Softplus": _plain("softplus"), "Tanh": _plain("tanh"), "Sigmoid": _plain("sigmoid"),
    "LeakyReLU": _leaky("leaky_relu", "negative_slope", 0.01), "ELU": _leaky("elu", "alpha", 1.0),
    "Flatten": _plain("flatten"), "Unflatten": _unflatten, "Upsample": _upsample,
    "UpsamplingNearest2d": _upsample, "PixelShuffle": _shuffle,
    "AvgPool2d": _pool("avg_pool"), "MaxPool2d": _pool("max_pool"),
}  # fmt: skip


# -- sizes ----------------------------------------------------------------------------------------


def _followed(layers: Iterable[Layer], into: tuple[int, ...]) -> Row | None:
    """The layers with the reshapes that the program does by itself; None where they do not fit."""
    shape, made = into, list[Layer]()
    for layer in layers:
        needs = _needs(layer, shape)
        if needs is None:
            return None
        if needs != shape:
            made.append(Layer("flatten") if len(needs) == 1 else Layer("reshape", shape=needs))
        after = _after(layer, needs)
        if after is None or min(after) < 1 or max(after[1:], default=0) > LARGEST:
            return None
        made.append(layer)
        shape = after
    return Row(tuple(made), shape)


def _needs(layer: Layer, shape: tuple[int, ...]) -> tuple[int, ...] | None:
    """The shape that a layer takes of what there is, or None where it takes none of it."""
    if layer.kind == "linear":
        return (layer.size[1],) if math.prod(shape) == layer.size[1] else None
    if layer.kind in {"conv", "conv_transpose"}:
        width = layer.size[1] * layer.groups if layer.kind == "conv" else layer.size[0]
        if len(shape) == 3:
            return shape if shape[0] == width else None
        side = side_of(shape[0], width)
        return None if side is None else (width, side, side)
    if layer.kind == "reshape":
        return shape if math.prod(shape) == math.prod(layer.shape) else None
    if layer.kind in {"batch_norm", "group_norm"}:
        return shape if shape[0] == layer.size[0] else None
    if layer.kind in {"upsample", "pixel_shuffle", "avg_pool", "max_pool"}:
        return shape if len(shape) == 3 else None
    return shape


def _after(layer: Layer, shape: tuple[int, ...]) -> tuple[int, ...] | None:
    if layer.kind == "linear":
        return (layer.size[0],)
    if layer.kind in {"conv", "conv_transpose"}:
        wide = layer.size[1] * layer.groups if layer.kind == "conv_transpose" else layer.size[0]
        if layer.size[2] != layer.size[3]:
            return None
        return (wide, side_after(layer, shape[1]), side_after(layer, shape[2]))
    if layer.kind == "reshape":
        return layer.shape
    if layer.kind == "flatten":
        return (math.prod(shape),)
    if layer.kind == "upsample":
        return (shape[0], shape[1] * layer.stride, shape[2] * layer.stride)
    if layer.kind == "pixel_shuffle":
        area = layer.stride**2
        return (shape[0] // area, shape[1] * layer.stride, shape[2] * layer.stride)
    if layer.kind in {"avg_pool", "max_pool"}:
        return (shape[0], shape[1] // layer.stride, shape[2] // layer.stride)
    return shape
