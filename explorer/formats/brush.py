"""Drawing with a round brush on a picture's own pixels, and a face drawn so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.formats.picture import Picture, to_bytes
from explorer.phrases import Phrase

Bytes = NDArray[np.uint8]
Colour = tuple[int, int, int]
Place = tuple[float, float]
PAPER: Colour = (255, 255, 255)
# Luma of Rec. 601, which Pillow too makes grey with.
_LUMA = (0.299, 0.587, 0.114)


def paper(height: int, width: int, channels: int) -> Bytes:
    """White (height, width, channels) uint8."""
    return np.full((height, width, channels), 255, np.uint8)


def stroke(image: Bytes, start: Place, end: Place, size: float, colour: Colour) -> Bytes:
    """A copy with a straight stroke on it, its ends round and its edge a pixel soft.

    Args:
        image: (H, W, C) uint8, 1, 3 or 4 channels.
        start, end: (x, y) in pixels from the upper left corner; outside is allowed.
        size: width of the stroke in pixels.
        colour: red, green, blue, 0 to 255; its luma where the picture is grey.
    """
    height, width, channels = image.shape
    x = np.arange(width, dtype=np.float32)[None] + 0.5
    y = np.arange(height, dtype=np.float32)[:, None] + 0.5
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else ((x - start[0]) * dx + (y - start[1]) * dy) / length
    t = np.clip(along, 0.0, 1.0)
    far = np.hypot(x - start[0] - t * dx, y - start[1] - t * dy)
    cover = np.clip(size / 2 + 0.5 - far, 0.0, 1.0)[..., None]
    blend = image + cover * (_ink(colour, channels) - image)
    return np.rint(blend).astype(np.uint8)


def _ink(colour: Colour, channels: int) -> NDArray[np.float32]:
    if channels == 1:
        return np.array([np.dot(colour, _LUMA)], np.float32)
    return np.array((*colour, 255)[:channels], np.float32)


def face(height: int, width: int, channels: int) -> Picture:
    """A smiling face, drawn for whoever has no picture at hand."""
    side = min(height, width)
    middle = (width / 2, height / 2)

    def at(x: float, y: float) -> Place:
        return middle[0] + x * side, middle[1] + y * side

    image = paper(height, width, channels)
    image = stroke(image, middle, middle, 0.84 * side, (236, 158, 30))
    image = stroke(image, middle, middle, 0.78 * side, (255, 205, 64))
    for x in (-0.15, 0.15):
        image = stroke(image, at(x, -0.12), at(x, -0.06), 0.09 * side, (74, 46, 20))
    turns = np.linspace(0.15 * np.pi, 0.85 * np.pi, 9)
    mouth = [at(0.21 * float(np.cos(a)), 0.02 + 0.2 * float(np.sin(a))) for a in turns]
    image = _line(image, mouth, 0.06 * side, (74, 46, 20))
    return Picture.of(image, Phrase("drawn face"))


def _line(image: Bytes, places: Sequence[Place], size: float, colour: Colour) -> Bytes:
    for start, end in pairwise(places):
        image = stroke(image, start, end, size, colour)
    return image


def as_seen(picture: Picture | None, height: int, width: int, channels: int) -> Bytes:
    """What a model of that size is given: a picture fitted, or the face where there is none."""
    if picture is None:
        picture = face(height, width, channels)
    fitted: NDArray[Any] = picture.fitted(height, width, channels)
    return to_bytes(fitted)
