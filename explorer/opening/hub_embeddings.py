"""Stored embeddings: what a UNet2DConditionModel is told, where no text encoder makes it.

A file beside the configuration holds one tensor for each choice, (tokens, width) or
(1, tokens, width), under the name that the user is shown. One of the names in `NOTHING` is what it
is told when nothing is chosen, which guidance leads away from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.errors import NotSupported
from explorer.formats.contents import Contents, Shape
from explorer.formats.manifest import Condition
from explorer.opening.base import Piece
from explorer.opening.pieces import built
from explorer.recognition.weights import Weight

NOTHING = frozenset({"none", "null", "nothing", "uncond", "unconditional"})
_MOST = 4096


def embedded(unet: Contents, stored: Contents, weights: Mapping[str, Weight]) -> Piece:
    """The denoiser with its embeddings among its weights; raises NotSupported."""
    shape = _shape(unet, stored)
    names = _ordered(stored)
    settings = {"config": dict(unet.metadata), "choices": len(names), "tokens": shape[0]}
    held = {
        f"embeddings.{place}": Weight(shape, (stored.tensors[name],))
        for place, name in enumerate(names)
    }
    return built("denoiser", "hub-embedded-unet", settings, dict(weights) | held)


def choices(stored: Contents) -> Condition:
    """What can be chosen, in the file's order, and which number means nothing."""
    names = _ordered(stored)
    nothing = names[-1].lower() in NOTHING
    return Condition("label", names[:-1] if nothing else names, len(names) - 1 if nothing else None)


def _ordered(stored: Contents) -> tuple[str, ...]:
    """The names as the file has them, the one for nothing last."""
    names = tuple(stored.tensors)
    return (
        *(n for n in names if n.lower() not in NOTHING),
        *(n for n in names if n.lower() in NOTHING),
    )


def _shape(unet: Contents, stored: Contents) -> Shape:
    """(tokens, width) of all of them."""
    subject, config = str(stored.path), unet.metadata
    shapes = {t.shape[1:] if t.shape[:1] == (1,) else t.shape for t in stored.tensors.values()}
    nothings = sum(name.lower() in NOTHING for name in stored.tensors)
    if not 0 < len(stored.tensors) - nothings <= _MOST or nothings > 1:
        cause = f"it names {len(stored.tensors)} choices, {nothings} of them for nothing"
        raise NotSupported(subject, cause, f"Name 1 to {_MOST}, and at most one for nothing.")
    if config.get("num_class_embeds") or config.get("class_embed_type"):
        cause = "its network is told classes as well"
        raise NotSupported(subject, cause, "Move the embeddings away, or the classes.")
    width = _width(config)
    shape = next(iter(shapes))
    if len(shapes) != 1 or len(shape) != 2 or shape[1] != width:
        cause = f"its tensors are {_text(shapes)}, and the network takes (tokens, {width})"
        raise NotSupported(subject, cause, "Store them as the network was trained with them.")
    return shape


def _width(config: Mapping[str, Any]) -> int:
    found = config.get("encoder_hid_dim") or config.get("cross_attention_dim", 1280)
    return int(found[0] if isinstance(found, list) and found else found)


def _text(shapes: set[Shape]) -> str:
    return " and ".join(str(shape) for shape in sorted(shapes)[:3])
