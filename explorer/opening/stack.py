"""A row of layers proposed from the shapes of weights that nobody knows the architecture of.

What a state dict tells: which layers have weights, in what order, and how wide they are. What it
does not tell: strides, activations, where a vector becomes a picture. Those are guessed as most
people would have written them: a decoder that starts at 4 or 7 pixels and doubles with transposed
convolutions, ReLU between layers, the picture's range by the last one. The user sees the picture
and corrects the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.errors import BadValue
from explorer.formats.contents import Contents
from explorer.networks.layer import Layer
from explorer.opening.base import Size
from explorer.opening.stack_decoder import propose_decoder
from explorer.opening.stack_encoder import propose_encoder
from explorer.opening.stack_modules import by_name
from explorer.opening.stack_rows import embedding_in, is_head, with_embedding
from explorer.phrases import Phrase
from explorer.recognition.weights import Weight

_ENCODERS = re.compile(r"(^|[._])(enc\w*|q_net|inference|recognition)([._]|$)", re.IGNORECASE)
_DECODERS = re.compile(r"(^|[._])(dec\w*|gen\w*|net_?g|g|p_net)([._]|$)", re.IGNORECASE)


RANGES = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}


@dataclass(frozen=True)
class Stack:
    """Declared or proposed layers by role, what follows from them, and what of it is a guess."""

    layers: Mapping[str, tuple[Layer, ...]]
    size: Size | None
    latent: tuple[int, ...] | None
    span: tuple[float, float] | None
    because: tuple[Phrase, ...]
    guesses: tuple[str, ...] = ()


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
    every = _layer_names(weights)
    table = embedding_in(every, weights, contents)
    names = [name for name in every if name != table]
    groups = _groups(names)
    decoder = propose_decoder(groups.get("decoder", []), weights, contents)
    if decoder is None:
        return None
    layers, size, latent, because, told = decoder
    if table:
        joined = with_embedding(table, weights[f"{table}.weight"].shape, latent)
        if joined is None:
            return None
        layers, latent, told = (joined[0], *layers), joined[1], False
        because.append(_of_table(joined[0]))
    role = "decoder" if "encoder" in groups else "generator"
    found = {role: layers}
    encoder = propose_encoder(groups.get("encoder", []), weights, size, latent, contents)
    if encoder is not None:
        found["encoder"] = encoder
    elif role == "decoder" and groups.get("encoder"):
        because.append(Phrase("Its encoder's layers do not chain, so it is left out."))
    last = next((row.kind for row in reversed(layers) if row.kind != "reshape"), "")
    guesses = (() if told else ("layers",)) + (() if told and last in RANGES else ("range",))
    because.append(_guessed(guesses, bool(by_name(contents))))
    span = RANGES.get(last, None if told else (0.0, 1.0))
    return Stack(found, size, latent, span, tuple(because), guesses)


def _of_table(layer: Layer) -> Phrase:
    count, width = layer.size
    return Phrase(
        f"A table of {count} x {width} numbers is an embedding of {count} classes; how it joins "
        "the latent is a guess."
    )


def _guessed(guesses: tuple[str, ...], strides_told: bool) -> Phrase:
    """What the user should look at, as a sentence."""
    if not guesses:
        return Phrase("Its last layer says the range.")
    if "layers" not in guesses:
        return Phrase("Its last layer leaves the range open.")
    if strides_told:
        return Phrase(
            "Strides and paddings are those of the pickled module; activations and the range are "
            "guesses: look at the picture."
        )
    return Phrase("Strides, activations and the range are guesses: look at the picture.")


def _layer_names(weights: Mapping[str, Weight]) -> list[str]:
    """Names of layers, in the file's order."""
    names = [name.removesuffix(".weight") for name in weights if name.endswith(".weight")]
    return list(dict.fromkeys(names))


def _groups(names: Sequence[str]) -> dict[str, list[str]]:
    """Layers by role; those that no name assigns are the decoder's, if nothing else is."""
    encoder = [name for name in names if _ENCODERS.search(name)]
    decoder = [name for name in names if _DECODERS.search(name) and name not in encoder]
    rest = [name for name in names if name not in encoder and name not in decoder]
    heads = [name for name in rest if is_head(name)]
    if encoder:
        encoder += heads
        rest = [name for name in rest if name not in heads]
    if not decoder:
        decoder, rest = rest, []
    elif rest:  # a layer between the two, which takes the latent in
        decoder = [*rest, *decoder]
    return {"encoder": encoder, "decoder": decoder} if encoder else {"decoder": decoder}
