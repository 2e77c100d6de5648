"""Pictures to take a style from, drawn by the program for whoever has none at hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from explorer.formats.picture import Picture

Plane = NDArray[np.float32]
_LUMA = (0.299, 0.587, 0.114)


def _blend(share: Plane, low: tuple[int, int, int], high: tuple[int, int, int]) -> Plane:
    """Two colours by a share (H, W) in [0, 1]: (H, W, 3) in [0, 255]."""
    low_, high_ = np.array(low, np.float32), np.array(high, np.float32)
    return np.asarray(low_ + share[..., None] * (high_ - low_), np.float32)


def _embers(x: Plane, y: Plane) -> Plane:
    glow = np.clip(0.55 + 0.3 * np.sin(9 * x + 4 * np.sin(6 * y)) - 0.5 * (1 - y), 0, 1)
    return _blend(glow, (30, 8, 12), (255, 150, 30))


def _sea(x: Plane, y: Plane) -> Plane:
    wave = 0.5 + 0.5 * np.sin(40 * y + 3 * np.sin(7 * x))
    return _blend(wave, (8, 44, 110), (120, 214, 224))


def _candy(x: Plane, y: Plane) -> Plane:
    stripe = np.asarray(np.sin(22 * (x + y)) > 0, np.float32)
    return _blend(stripe, (255, 236, 244), (240, 84, 150))


def _ink(x: Plane, y: Plane) -> Plane:
    lines = np.sin(60 * (x - y)) * np.sin(60 * (x + y)) > 0.25
    return _blend(np.asarray(lines, np.float32), (252, 250, 244), (18, 18, 22))


def _meadow(x: Plane, y: Plane) -> Plane:
    spots = np.asarray(np.sin(19 * x + 2 * y) * np.sin(17 * y - 3 * x) > 0.62, np.float32)
    ground = _blend(np.asarray(y, np.float32), (126, 190, 70), (36, 116, 52))
    gold = np.array((255, 226, 60), np.float32)
    return np.asarray(ground + spots[..., None] * (gold - ground), np.float32)


PATTERNS: dict[str, Callable[[Plane, Plane], Plane]] = {
    "candy": _candy, "sea": _sea, "embers": _embers, "ink": _ink, "meadow": _meadow,
}  # fmt: skip
"""Names, and what draws each from places (H, W), x and y in [0, 1]."""
FIRST = "candy"
"""What is taken where no style is given: light, as the pages are that styles were learned from."""


def pattern(name: str, height: int, width: int, channels: int) -> Picture:
    """A pattern as a picture of that size; grey by its luma where there is one channel.

    Raises KeyError for a name that PATTERNS lacks.
    """
    side = max(height, width)
    down, along = np.arange(height, dtype=np.float32), np.arange(width, dtype=np.float32)
    y, x = np.meshgrid((down + 0.5) / side, (along + 0.5) / side, indexing="ij")
    image = PATTERNS[name](x.astype(np.float32), y.astype(np.float32))
    if channels == 1:
        image = image @ np.array(_LUMA, np.float32)[:, None]
    return Picture.of(np.rint(image.clip(0, 255)).astype(np.uint8), name)
