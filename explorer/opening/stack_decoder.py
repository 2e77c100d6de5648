"""A latent to a picture: layers proposed from the shapes of a decoder's or generator's weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from explorer.formats.contents import Contents
from explorer.networks.layer import Layer
from explorer.opening.base import Size
from explorer.opening.stack_modules import LARGEST, by_name, side_after, told_convolution, told_row
from explorer.opening.stack_rows import Rows, side_of, spread
from explorer.phrases import Phrase
from explorer.recognition.weights import Weight

_SMALLEST = 4
"""Pixels a side; nothing smaller is a picture."""
Proposed = tuple[tuple[Layer, ...], Size, tuple[int, ...], list[Phrase], bool]
"""Layers, the picture's size, the latent's shape, reasons, and whether the file tells all of it."""


def propose_decoder(
    names: list[str], weights: Mapping[str, Weight], contents: Contents
) -> Proposed | None:
    """Layers from a latent to a picture, or None where the shapes do not make them.

    A whole module tells all of it, or its strides; what it does not tell is guessed.
    """
    told = _told(names, weights, contents)
    if told is not None:
        return told
    kinds: Rows = [(name, weights[f"{name}.weight"].shape) for name in names]
    if not kinds or len(kinds[0][1]) not in (2, 4):
        return None
    linears, maps = _split(kinds)
    if linears is None:
        return None
    if not maps:
        return _fully_connected(linears, contents)
    convs = _chain(maps, _width_into(linears, maps))
    if convs is None or convs[0].kind == "batch_norm" or _out(convs[-1]) not in (1, 3, 4):
        return None
    width = convs[0].size[0] if convs[0].kind == "conv_transpose" else convs[0].size[1]
    start = side_of(linears[-1][1][0], width) if linears else 1
    if start is None:
        return None
    convs, side = _strides(convs, start, contents)
    layers: list[Layer] = []
    for name, shape in linears:
        layers += [Layer("linear", name, size=shape), *_after(names, name, weights)]
    layers.append(Layer("reshape", shape=(width, start, start)))
    layers += [*_activated(convs, _activation(contents)), Layer(_last(contents))]
    because = [
        Phrase(f"Linear layers: {len(linears)}; layers of maps: {len(maps)}; a picture at the end.")
    ]
    if linears:
        because.append(
            Phrase(f"{linears[-1][1][0]} numbers are {width} maps of {start} x {start}.")
        )
    because.append(Phrase(f"From {start} x {start} the picture grows to {side} x {side}."))
    latent = linears[0][1][1] if linears else width
    return tuple(layers), Size(side, side, _out(convs[-1])), (latent,), because, False


def _told(names: list[str], weights: Mapping[str, Weight], contents: Contents) -> Proposed | None:
    """As the file's own layers tell it, picture and all; None where they do not."""
    shape = weights[f"{names[0]}.weight"].shape if names and contents.modules else ()
    if len(shape) not in (2, 4):
        return None
    modules = by_name(contents)
    first = told_convolution(Layer("conv", names[0], size=shape), modules)
    turned = first is not None and first.kind == "conv_transpose"
    width = shape[0] if turned else shape[1] * (first.groups if first is not None else 1)
    row = told_row(names, contents, weights, (width,))
    if row is None:
        return None
    layers, made = row.layers, row.shape
    if len(made) == 1:
        pixels = _pixels(made[0])
        if pixels is None:
            return None
        layers, made = (*layers, Layer("reshape", shape=pixels)), pixels
    if len(made) != 3 or made[0] not in (1, 3, 4) or min(made[1:]) < _SMALLEST:
        return None
    because = [
        Phrase(
            f"{len(layers)} layers of the pickled module make pictures of {made[2]} x {made[1]}."
        ),
        Phrase("Their strides, paddings and activations are those it was pickled with."),
    ]
    return layers, Size(made[1], made[2], made[0]), (width,), because, True


def _activated(convs: list[Layer], inner: str) -> Iterator[Layer]:
    """An activation after each convolution, after its norm if it has one, and none at the end."""
    for place, layer in enumerate(convs):
        yield layer
        following = convs[place + 1].kind if place + 1 < len(convs) else ""
        if layer.kind != "upsample" and following not in {"", "batch_norm"}:
            yield Layer(inner)


def _split(
    kinds: Rows,
) -> tuple[Rows | None, Rows]:
    """Linear layers in front (with their norms), then everything that works on maps."""
    place = next((i for i, (_, shape) in enumerate(kinds) if len(shape) == 4), len(kinds))
    while place and len(kinds[place - 1][1]) == 1 and place < len(kinds):
        # a norm right before the first convolution works on its maps if their widths agree
        if kinds[place - 1][1][0] in kinds[place][1][:2] and len(kinds[max(place - 2, 0)][1]) != 1:
            place -= 1
        else:
            break
    front, back = kinds[:place], kinds[place:]
    if any(len(shape) not in (1, 2) for _, shape in front) or any(
        len(shape) not in (1, 4) for _, shape in back
    ):
        return None, []
    return [(n, s) for n, s in front if len(s) == 2], back


def _width_into(linears: Rows, maps: Rows) -> int | None:
    """How many maps the first convolution gets, where the last linear layer decides it."""
    first = next(shape for _, shape in maps if len(shape) == 4)
    if not linears or first[0] == first[1]:
        return first[0] if linears else None
    fits = [n for n in first[:2] if side_of(linears[-1][1][0], n) is not None]
    return fits[0] if len(fits) == 1 else None


def _chain(maps: Rows, width: int | None) -> list[Layer] | None:
    """Convolutions whose widths follow on each other, the kind of each told by that.

    A weight (a, b, k, k) is a convolution from b to a or a transposed one from a to b. Where both
    fit (a = b), a transposed one has an even kernel, or stands where the picture must grow.
    """
    found: list[Layer] = []
    for place, (name, shape) in enumerate(maps):
        if len(shape) == 1:
            if width is not None and shape[0] != width:
                return None
            found.append(Layer("batch_norm", name))
            continue
        follow = next((s for _, s in maps[place + 1 :] if len(s) == 4), None)
        kind = _kind(shape, width, follow)
        if kind is None:
            return None
        found.append(_shaped(kind, name, shape))
        width = shape[1] if kind == "conv_transpose" else shape[0]
    return found


def _kind(shape: tuple[int, ...], width: int | None, follow: tuple[int, ...] | None) -> str | None:
    up, plain = width in (None, shape[0]), width in (None, shape[1])
    if up and plain and follow is not None and shape[0] != shape[1]:
        up, plain = shape[1] in follow[:2], shape[0] in follow[:2]
        if up and plain:
            up, plain = True, False
    if up and plain:
        return "conv_transpose" if shape[2] % 2 == 0 or (width is None) else "conv"
    return "conv_transpose" if up else "conv" if plain else None


def _shaped(kind: str, name: str, shape: tuple[int, ...]) -> Layer:
    return Layer(kind, name, size=shape, padding=shape[2] // 2 if shape[2] % 2 else 0)


def _strides(convs: list[Layer], start: int, contents: Contents) -> tuple[list[Layer], int]:
    """Which convolutions double the picture's side, and the side that comes of it.

    Even kernels double (4, stride 2, padding 1), but for one that begins at 1 x 1 and opens it.
    With odd kernels, the picture's size from the file's own settings says how many double.
    """
    wanted = _wanted_side(contents)
    made: list[Layer] = []
    side = start
    told = _strides_told(convs, start, contents)
    if told is not None:
        return told
    odd = [c for c in convs if c.kind != "batch_norm" and c.size[2] % 2 == 1]
    ups = {c.weight for c in odd if c.kind == "conv_transpose"}
    if wanted and odd and len(odd) == sum(c.kind != "batch_norm" for c in convs):
        count = round(math.log2(wanted / start)) if wanted > start else 0
        ups = spread([c.weight for c in odd], ups, count)
    for conv in convs:
        if conv.kind == "batch_norm":
            made.append(conv)
            continue
        grown, side = _grown(conv, conv.weight in ups, side)
        made += grown
    return made, side


def _strides_told(
    convs: list[Layer], side: int, contents: Contents
) -> tuple[list[Layer], int] | None:
    """The convolutions as a whole module holds them; None where it does not."""
    modules, kept = by_name(contents), list[Layer]()
    for conv in convs:
        layer = conv if conv.kind == "batch_norm" else told_convolution(conv, modules)
        if layer is None:
            return None
        kept.append(layer)
        if layer.kind != "batch_norm":
            side = side_after(layer, side)
        if not 0 < side <= LARGEST:
            return None
    return kept, side


def _grown(conv: Layer, doubles: bool, side: int) -> tuple[list[Layer], int]:
    """A convolution with its stride, and the side of its picture."""
    kernel = conv.size[2]
    if doubles and conv.size[0] == conv.size[1]:  # either kind: the usual one for growing
        conv = replace(conv, kind="conv_transpose")
    if conv.kind == "conv_transpose" and side == 1 and kernel > 2:
        return [replace(conv, padding=0)], kernel
    if conv.kind == "conv_transpose" and (doubles or kernel % 2 == 0):
        padding = (kernel - 1) // 2
        layer = replace(conv, stride=2, padding=padding, output_padding=kernel % 2)
        return [layer], 2 * side
    if doubles:
        return [Layer("upsample", stride=2), conv], 2 * side
    return [replace(conv, padding=kernel // 2)], side + 1 - kernel % 2


def _wanted_side(contents: Contents) -> int | None:
    """A picture's side, where hyper-parameters state one."""
    settings = contents.metadata.get("hyper_parameters", contents.metadata)
    if not isinstance(settings, Mapping):
        return None
    for key in ("width", "height", "image_size", "img_size", "resolution", "size", "input_size"):
        value = settings.get(key)
        if isinstance(value, list) and value:
            value = value[-1]
        if isinstance(value, int) and 8 <= value <= 2048:
            return value
    return None


def _fully_connected(linears: Rows, contents: Contents) -> Proposed | None:
    """A perceptron whose last layer's numbers are the pixels."""
    if any(a[1][0] != b[1][1] for a, b in pairwise(linears)):
        return None
    shape = _pixels(linears[-1][1][0])
    if shape is None:
        return None
    layers: list[Layer] = []
    for name, sizes in linears:
        layers += [Layer("linear", name, size=sizes), Layer(_activation(contents))]
    layers[-1:] = [Layer("reshape", shape=shape), Layer(_last(contents))]
    numbers = f"{shape[0]} x {shape[1]} x {shape[2]}"
    because = [
        Phrase(f"{len(linears)} linear layers end in {linears[-1][1][0]} numbers: {numbers}.")
    ]
    return tuple(layers), Size(shape[1], shape[2], shape[0]), (linears[0][1][1],), because, False


def _pixels(count: int) -> tuple[int, int, int] | None:
    for channels in (1, 3):
        side = math.isqrt(count // channels)
        if side >= 8 and side * side * channels == count:
            return channels, side, side
    return None


def _out(layer: Layer) -> int:
    return layer.size[1] if layer.kind == "conv_transpose" else layer.size[0]


def _after(names: list[str], name: str, weights: Mapping[str, Weight]) -> list[Layer]:
    """A norm that follows a linear layer, and an activation."""
    place = names.index(name) + 1
    made = []
    if place < len(names):
        shape, width = weights[f"{names[place]}.weight"].shape, weights[f"{name}.weight"].shape[0]
        if shape == (width,):
            made.append(Layer("batch_norm", names[place]))
    return [*made, Layer("relu")]


# What a framework's settings or the gaps between numbered layers say of the activation.
def _activation(contents: Contents) -> str:
    text = f"{contents.metadata} {' '.join(contents.classes)}".lower()
    for kind in ("gelu", "silu", "swish", "elu", "leakyrelu", "leaky_relu"):
        if kind in text:
            return {"swish": "silu", "leakyrelu": "leaky_relu"}.get(kind, kind)
    return "relu"


def _last(contents: Contents) -> str:
    if contents.format == "pythae":
        return "sigmoid"
    text = f"{contents.metadata} {' '.join(contents.classes)}".lower()
    return "sigmoid" if "sigmoid" in text or "bernoulli" in text else "tanh"
