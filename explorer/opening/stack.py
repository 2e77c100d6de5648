"""A row of layers proposed from the shapes of weights that nobody knows the architecture of.

What a state dict tells: which layers have weights, in what order, and how wide they are. What it
does not tell: strides, activations, where a vector becomes a picture. Those are guessed as most
people would have written them: a decoder that starts at 4 or 7 pixels and doubles with transposed
convolutions, ReLU between layers, the picture's range by the last one. The user sees the picture
and corrects the rest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.errors import BadValue
from explorer.formats.contents import Contents
from explorer.networks.layer import Layer
from explorer.opening.base import Size
from explorer.recognition.weights import Weight

_ENCODERS = re.compile(r"(^|[._])(enc\w*|q_net|inference|recognition)([._]|$)", re.IGNORECASE)
_DECODERS = re.compile(r"(^|[._])(dec\w*|gen\w*|net_?g|g|p_net)([._]|$)", re.IGNORECASE)
_MEANS = re.compile(r"(mu|mean|means|fc_?mu|z_mean|fc21|fc_mean)$", re.IGNORECASE)
_VARIANCES = re.compile(r"(log_?var\w*|logvar|var|sigma|std|fc_?var|fc22|log_sigma\w*)$",
                        re.IGNORECASE)  # fmt: skip
_JOINT = re.compile(r"(mu_?log_?var\w*|moments|to_z|quant_conv)$", re.IGNORECASE)


@dataclass(frozen=True)
class Stack:
    """Declared or proposed layers by role, and what follows from them."""

    layers: Mapping[str, tuple[Layer, ...]]
    size: Size | None
    latent: tuple[int, ...] | None
    span: tuple[float, float] | None
    because: tuple[str, ...]


def bind(layers: Sequence[Layer], weights: Mapping[str, Weight]) -> tuple[Layer, ...]:
    """Layers with the sizes that the file's weights have.

    Raises:
        BadValue: a layer names a weight that the file lacks, or whose shape is another kind's.
    """
    return tuple(_bound(layer, weights) if layer.weighted else layer for layer in layers)


def _bound(layer: Layer, weights: Mapping[str, Weight]) -> Layer:
    weight = weights.get(f"{layer.weight}.weight")
    if weight is None:
        near = [name.removesuffix(".weight") for name in weights if name.endswith(".weight")]
        raise BadValue(
            f"layer {layer.kind!r}",
            f"the file has no weight {layer.weight!r}",
            f"It has {', '.join(near[:12])}.",
        )
    rank = {"linear": 2, "embedding": 2, "conv": 4, "conv_transpose": 4}.get(layer.kind)
    if rank is not None and len(weight.shape) != rank:
        shape = " x ".join(map(str, weight.shape))
        raise BadValue(
            f"layer {layer.weight!r}", f"its weight is {shape}", f"That is no {layer.kind}."
        )
    return replace(layer, size=weight.shape, bias=f"{layer.weight}.bias" in weights)


def propose(contents: Contents, weights: Mapping[str, Weight]) -> Stack | None:
    """The likeliest stack, or None where the shapes do not chain."""
    names = _layer_names(weights)
    groups = _groups(names)
    decoder = _decoder(groups.get("decoder", []), weights, contents)
    if decoder is None:
        return None
    layers, size, latent, because = decoder
    role = "decoder" if "encoder" in groups else "generator"
    found = {role: layers}
    encoder = _encoder(groups.get("encoder", []), weights, size, latent)
    if encoder is not None:
        found["encoder"] = encoder
    elif role == "decoder" and groups.get("encoder"):
        because.append("Its encoder's layers do not chain, so it is left out.")
    because.append("Strides, activations and the range are guesses: look at the picture.")
    last = layers[-1].kind
    span = (-1.0, 1.0) if last == "tanh" else (0.0, 1.0)
    return Stack(found, size, latent, span, tuple(because))


def _layer_names(weights: Mapping[str, Weight]) -> list[str]:
    """Names of layers, in the file's order."""
    names = [name.removesuffix(".weight") for name in weights if name.endswith(".weight")]
    return list(dict.fromkeys(names))


def _groups(names: Sequence[str]) -> dict[str, list[str]]:
    """Layers by role; those that no name assigns are the decoder's, if nothing else is."""
    encoder = [name for name in names if _ENCODERS.search(name)]
    decoder = [name for name in names if _DECODERS.search(name) and name not in encoder]
    rest = [name for name in names if name not in encoder and name not in decoder]
    heads = [n for n in rest if _MEANS.search(n) or _VARIANCES.search(n) or _JOINT.search(n)]
    if encoder:
        encoder += heads
        rest = [name for name in rest if name not in heads]
    if not decoder:
        decoder, rest = rest, []
    elif rest:  # a layer between the two, which takes the latent in
        decoder = [*rest, *decoder]
    return {"encoder": encoder, "decoder": decoder} if encoder else {"decoder": decoder}


# -- a latent to a picture ------------------------------------------------------------------------

_Found = tuple[tuple[Layer, ...], Size, tuple[int, ...], list[str]]


def _decoder(names: list[str], weights: Mapping[str, Weight], contents: Contents) -> _Found | None:
    kinds = [(name, weights[f"{name}.weight"].shape) for name in names]
    if not kinds or len(kinds[0][1]) not in (2, 4):
        return None
    linears, maps = _split(kinds)
    if linears is None or (not maps and not linears):
        return None
    if not maps:
        return _fully_connected(linears, weights, contents)
    first = maps[0][1]
    convs = _chain(maps, _width_into(linears, maps))
    if convs is None:
        return None
    channels = _out(convs[-1])
    if channels not in (1, 3, 4):
        return None
    width = first[0] if convs[0].kind == "conv_transpose" else first[1]
    layers: list[Layer] = []
    for name, shape in linears:
        layers += [_weighted(name, shape, weights), *_after(names, name, weights)]
    because = [f"{len(linears)} linear layers and {len(maps)} convolutions make a picture."]
    if linears:
        latent, start = linears[0][1][1], _side(linears[-1][1][0], width)
        if start is None:
            return None
        layers.append(Layer("reshape", shape=(width, start, start)))
        because.append(f"{linears[-1][1][0]} numbers are {width} maps of {start} x {start}.")
    else:
        latent, start = width, 1
        layers.append(Layer("reshape", shape=(width, 1, 1)))
    convs, side = _strides(convs, start, contents)
    inner = _activation(names, contents)
    for place, conv in enumerate(convs):
        layers.append(conv)
        if conv.kind in {"conv", "conv_transpose"}:
            following = convs[place + 1].kind if place + 1 < len(convs) else "end"
            if following not in {"batch_norm", "group_norm", "instance_norm", "end"}:
                layers.append(Layer(inner))
        elif place + 1 < len(convs):
            layers.append(Layer(inner))
    layers.append(Layer(_last(contents)))
    because.append(f"From {start} x {start} the picture grows to {side} x {side}.")
    return tuple(layers), Size(side, side, channels), (latent,), because


def _split(
    kinds: list[tuple[str, tuple[int, ...]]],
) -> tuple[list[tuple[str, tuple[int, ...]]] | None, list[tuple[str, tuple[int, ...]]]]:
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


def _width_into(
    linears: list[tuple[str, tuple[int, ...]]], maps: list[tuple[str, tuple[int, ...]]]
) -> int | None:
    """How many maps the first convolution gets, where the last linear layer decides it."""
    first = next(shape for _, shape in maps if len(shape) == 4)
    if not linears or first[0] == first[1]:
        return first[0] if linears else None
    fits = [n for n in first[:2] if _side(linears[-1][1][0], n) is not None]
    return fits[0] if len(fits) == 1 else None


def _chain(
    maps: list[tuple[str, tuple[int, ...]]], width: int | None
) -> list[Layer] | None:
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
        found.append(replace(_shaped(kind, name, shape)))
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


def _strides(
    convs: list[Layer], start: int, contents: Contents
) -> tuple[list[Layer], int]:
    """Which convolutions double the picture's side, and the side that comes of it.

    Even kernels double (4, stride 2, padding 1), but for one that begins at 1 x 1 and opens it.
    With odd kernels, the picture's size from the file's own settings says how many double.
    """
    wanted = _wanted_side(contents)
    made: list[Layer] = []
    side = start
    odd = [c for c in convs if c.kind != "batch_norm" and c.size[2] % 2 == 1]
    ups = {c.weight for c in odd if c.kind == "conv_transpose"}
    if wanted and odd and len(odd) == sum(c.kind != "batch_norm" for c in convs):
        count = round(math.log2(wanted / start)) if wanted > start else 0
        ups = _spread([c.weight for c in odd], ups, count)
    for conv in convs:
        if conv.kind == "batch_norm":
            made.append(conv)
            continue
        kernel = conv.size[2]
        kind = "conv_transpose" if conv.weight in ups and conv.size[0] == conv.size[1] else conv.kind
        conv = replace(conv, kind=kind)
        if kind == "conv_transpose" and side == 1 and kernel > 2:
            side = kernel
            made.append(replace(conv, padding=0))
        elif kind == "conv_transpose" and (kernel % 2 == 0 or conv.weight in ups):
            padding = (kernel - 2) // 2 if kernel % 2 == 0 else kernel // 2
            side *= 2
            made.append(replace(conv, stride=2, padding=padding, output_padding=kernel % 2))
        elif kind == "conv" and conv.weight in ups:
            side *= 2
            made += [Layer("upsample", stride=2), conv]
        else:
            made.append(replace(conv, padding=kernel // 2))
            side += 1 - kernel % 2
    return made, side


def _spread(names: list[str], sure: set[str], count: int) -> set[str]:
    """`count` of `names` spread evenly from the first, those that are sure to double among them."""
    if count <= len(sure) or not names:
        return sure
    step = (len(names) - 1) / max(count - 1, 1)
    even = {names[round(i * step)] for i in range(count)}
    if sure <= even:
        return even
    rest = [name for name in names if name not in sure]
    return sure | set(rest[: count - len(sure)])


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


def _fully_connected(
    linears: list[tuple[str, tuple[int, ...]]], weights: Mapping[str, Weight], contents: Contents
) -> _Found | None:
    """A perceptron whose last layer's numbers are the pixels."""
    if any(a[1][0] != b[1][1] for a, b in zip(linears, linears[1:], strict=False)):
        return None
    shape = _pixels(linears[-1][1][0])
    if shape is None:
        return None
    layers: list[Layer] = []
    for name, sizes in linears:
        layers += [_weighted(name, sizes, weights), Layer(_activation([n for n, _ in linears], contents))]
    layers[-1] = Layer(_last(contents))
    layers.append(Layer("reshape", shape=shape))
    layers[-2], layers[-1] = layers[-1], layers[-2]
    because = [f"{len(linears)} linear layers end in {linears[-1][1][0]} numbers: "
               f"{shape[0]} x {shape[1]} x {shape[2]}."]  # fmt: skip
    return tuple(layers), Size(shape[1], shape[2], shape[0]), (linears[0][1][1],), because


def _pixels(count: int) -> tuple[int, int, int] | None:
    for channels in (1, 3):
        side = math.isqrt(count // channels)
        if side >= 8 and side * side * channels == count:
            return channels, side, side
    return None


def _side(numbers: int, maps: int) -> int | None:
    if numbers % maps:
        return None
    side = math.isqrt(numbers // maps)
    return side if side * side * maps == numbers else None


def _out(layer: Layer) -> int:
    return layer.size[1] if layer.kind == "conv_transpose" else layer.size[0]


def _weighted(name: str, shape: tuple[int, ...], _weights: Mapping[str, Weight]) -> Layer:
    return Layer("linear", name, size=shape)


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
def _activation(_names: Sequence[str], contents: Contents) -> str:
    text = f"{contents.metadata} {' '.join(contents.classes)}".lower()
    for kind in ("gelu", "silu", "swish", "elu", "leakyrelu", "leaky_relu"):
        if kind in text:
            return {"swish": "silu", "leakyrelu": "leaky_relu"}.get(kind, kind)
    return "relu"


def _last(contents: Contents) -> str:
    text = f"{contents.metadata} {' '.join(contents.classes)}".lower()
    return "sigmoid" if "sigmoid" in text or "bernoulli" in text else "tanh"


# -- a picture to a latent ------------------------------------------------------------------------


def _encoder(
    names: list[str], weights: Mapping[str, Weight], size: Size, latent: tuple[int, ...]
) -> tuple[Layer, ...] | None:
    kinds = [(name, weights[f"{name}.weight"].shape) for name in names]
    heads = [(n, s) for n, s in kinds if len(s) == 2 and (_MEANS.search(n) or _VARIANCES.search(n))]
    body = [pair for pair in kinds if pair not in heads]
    maps = [pair for pair in body if len(pair[1]) in (1, 4)]
    linears = [pair for pair in body if len(pair[1]) == 2]
    convs = [pair for pair in maps if len(pair[1]) == 4]
    layers = _down(maps, convs, linears + heads, size)
    if layers is None:
        return None
    layers += [Layer("flatten")]
    for name, shape in linears:
        layers += [_weighted(name, shape, weights), Layer("relu")]
    return _heads(layers, linears, heads, weights, latent)


def _heads(
    layers: list[Layer], linears: list[tuple[str, tuple[int, ...]]],
    heads: list[tuple[str, tuple[int, ...]]], weights: Mapping[str, Weight],
    latent: tuple[int, ...],
) -> tuple[Layer, ...] | None:  # fmt: skip
    """The ends that give mean and log variance, in one layer or two, or a code alone."""
    if heads:
        for name, shape in heads:
            output = "log_variance" if _VARIANCES.search(name) else "mean"
            layers.append(replace(_weighted(name, shape, weights), output=output))
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
    maps: list[tuple[str, tuple[int, ...]]], convs: list[tuple[str, tuple[int, ...]]],
    linears: list[tuple[str, tuple[int, ...]]], size: Size,
) -> list[Layer] | None:  # fmt: skip
    """Convolutions, as many with stride 2 as the first linear layer's width says."""
    if not linears:
        return None
    if not convs:
        return [] if linears[0][1][1] == size.height * size.width * size.channels else None
    end = _side(linears[0][1][1], convs[-1][1][0])
    if convs[0][1][1] != size.channels or end is None or end > size.height:
        return None
    count = round(math.log2(size.height / end))
    halving = _spread([name for name, _ in convs], set(), min(count, len(convs)))
    layers: list[Layer] = []
    for place, (name, shape) in enumerate(maps):
        if len(shape) == 1:
            layers += [Layer("batch_norm", name), Layer("relu")]
            continue
        stride = 2 if name in halving else 1
        kernel = shape[2]
        padding = kernel // 2 if kernel % 2 else (kernel - 2) // 2
        layers.append(Layer("conv", name, size=shape, stride=stride, padding=padding))
        following = maps[place + 1][1] if place + 1 < len(maps) else ()
        if len(following) != 1:
            layers.append(Layer("relu"))
    return layers
