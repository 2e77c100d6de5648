"""What is done to a picture so that a model can take it, said in a sentence."""

from __future__ import annotations

from explorer.formats.manifest import Image
from explorer.formats.picture import Picture
from explorer.ui.failures import name_said
from explorer.ui.language import tr


def fitting(picture: Picture, size: Image) -> str:
    """How a picture was scaled, padded and recoloured for a model; empty where it fits as it is."""
    parts = [part for part in (_scaled(picture, size), _recoloured(picture, size)) if part]
    return " ".join(parts)


def _scaled(picture: Picture, size: Image) -> str:
    if (picture.height, picture.width) == (size.height, size.width):
        return ""
    scale = min(size.height / picture.height, size.width / picture.width)
    width, height = (max(1, round(side * scale)) for side in (picture.width, picture.height))
    if (width, height) == (size.width, size.height):
        text = tr("{name}: {width} × {height}, scaled to {to_width} × {to_height}.")
    else:
        text = tr(
            "{name}: {width} × {height}, scaled to {to_width} × {to_height} and padded to"
            " {all_width} × {all_height} in the colour of its border."
        )
    return text.format(
        name=name_said(picture.name), width=picture.width, height=picture.height, to_width=width,
        to_height=height, all_width=size.width, all_height=size.height,
    )  # fmt: skip


def _recoloured(picture: Picture, size: Image) -> str:
    if picture.channels == 4 and (picture.array[..., 3] < 255).any():
        return tr("Its transparent parts became white.")
    if picture.channels != 1 and size.channels == 1 and _coloured(picture):
        return tr("Its colours became grey.")
    return ""


def _coloured(picture: Picture) -> bool:
    """Whether any pixel is other than grey."""
    plain = picture.array[..., :3]
    return bool((plain != plain[..., :1]).any())
