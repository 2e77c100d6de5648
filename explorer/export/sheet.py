"""Many pictures on one: grids of samples, strips of steps."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from explorer.errors import BadValue
from explorer.export.base import Bytes

GAP = 1
# The neutral mid-grey that pictures lie on in the window too.
GROUND = 0x77


def sheet(pictures: Sequence[Bytes], columns: int = 0, gap: int = GAP) -> Bytes:
    """Pictures (H, W, C) uint8 of one shape, row by row on mid-grey, `gap` pixels apart.

    Args:
        pictures: at least one.
        columns: how many a row has; 0 makes the sheet nearly square.
        gap: pixels between pictures; none around them.

    Returns:
        (rows * H + gaps, columns * W + gaps, C) uint8.
    """
    if not pictures:
        raise BadValue("pictures", "there are none", "Ask for at least one.")
    height, width, channels = pictures[0].shape
    count = len(pictures)
    across = min(columns or math.ceil(math.sqrt(count * height / width)), count)
    rows = -(-count // across)
    shape = (rows * (height + gap) - gap, across * (width + gap) - gap, channels)
    out = np.full(shape, GROUND, np.uint8)
    if channels == 4:
        out[..., 3] = 255
    for index, picture in enumerate(pictures):
        top, left = (index // across) * (height + gap), (index % across) * (width + gap)
        out[top : top + height, left : left + width] = picture
    return out
