"""A picture to a latent: layers proposed from the shapes of an encoder's weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from explorer.formats.contents import Contents, Module
from explorer.networks.layer import Layer
from explorer.opening.base import Size
from explorer.opening.stack_modules import Row, by_name, told_convolution, told_row
from explorer.opening.stack_rows import VARIANCES, Rows, is_head, side_of, spread
from explorer.recognition.weights import Weight


def propose_encoder(
    names: list[str],
    weights: Mapping[str, Weight],
    size: Size,
    latent: tuple[int, ...],
    contents: Contents,
) -> tuple[Layer, ...] | None:
    """Layers from a picture to mean and log variance or a code; None where they do not chain."""
    kinds: Rows = [(name, weights[f"{name}.weight"].shape) for name in names]
    heads: Rows = [row for row in kinds if len(row[1]) == 2 and is_head(row[0])]
    body = [pair for pair in kinds if pair not in heads]
    row = told_row(
        [name for name, _ in body], contents, weights, (size.channels, size.height, size.width)
    )
    if row is not None:
        return _told(row, heads, latent)
    maps: Rows = [pair for pair in body if len(pair[1]) in (1, 4)]
    linears: Rows = [pair for pair in body if len(pair[1]) == 2]
    convs = [pair for pair in maps if len(pair[1]) == 4]
    layers = _down(maps, convs, linears + heads, size, by_name(contents))
    if layers is None:
        return None
    layers += [Layer("flatten")]
    for name, shape in linears:
        layers += [Layer("linear", name, size=shape), Layer("relu")]
    return _heads(layers, linears, heads, latent)


def _told(row: Row, heads: Rows, latent: tuple[int, ...]) -> tuple[Layer, ...] | None:
    """The row with its heads, where they take what it gives."""
    if heads:
        fits = all(shape[1] == math.prod(row.shape) for _, shape in heads)
        return _heads(list(row.layers), [], heads, latent) if fits else None
    if row.shape == (2 * latent[0],):
        return (*row.layers, Layer("split"))
    if row.shape != latent or row.layers[-1].kind != "linear":
        return None
    return (*row.layers[:-1], replace(row.layers[-1], output="mean"))


def _heads(
    layers: list[Layer], linears: Rows,
    heads: Rows,
    latent: tuple[int, ...],
) -> tuple[Layer, ...] | None:  # fmt: skip
    """The ends that give mean and log variance, in one layer or two, or a code alone."""
    if heads:
        for name, shape in heads:
            output = "log_variance" if VARIANCES.search(name) else "mean"
            layers.append(replace(Layer("linear", name, size=shape), output=output))
        return tuple(layers)
    if not linears:
        return None
    layers.pop()  # no activation after the last
    width = linears[-1][1][0]
    if width == 2 * latent[0]:
        return (*layers, Layer("split"))
    if width != latent[0]:
        return None
    return (*layers[:-1], replace(layers[-1], output="mean"))


def _down(
    maps: Rows, convs: Rows,
    linears: Rows, size: Size, modules: Mapping[str, Module],
) -> list[Layer] | None:  # fmt: skip
    """Convolutions, as many with stride 2 as the first linear layer's width says."""
    if not linears:
        return None
    if not convs:
        return [] if linears[0][1][1] == size.height * size.width * size.channels else None
    end = side_of(linears[0][1][1], convs[-1][1][0])
    if convs[0][1][1] != size.channels or end is None or end > size.height:
        return None
    count = round(math.log2(size.height / end))
    halving = spread([name for name, _ in convs], set(), min(count, len(convs)))
    layers: list[Layer] = []
    for place, (name, shape) in enumerate(maps):
        if len(shape) == 1:
            layers += [Layer("batch_norm", name), Layer("relu")]
            continue
        stride = 2 if name in halving else 1
        kernel = shape[2]
        padding = kernel // 2 if kernel % 2 else (kernel - 2) // 2
        layer = Layer("conv", name, size=shape, stride=stride, padding=padding)
        layers.append(told_convolution(layer, modules) or layer)
        following = maps[place + 1][1] if place + 1 < len(maps) else ()
        if len(following) != 1:
            layers.append(Layer("relu"))
    return layers
