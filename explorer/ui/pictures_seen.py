"""The pictures of states that were on the screen, for the history strip.

A request decides a picture, so it names it: a state that is come back to, in whatever way, finds
its picture here. The oldest go when there are too many bytes, or more than a history has entries.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError
from explorer.session import State, plan

Bytes = NDArray[np.uint8]
BUDGET, MOST = 48 << 20, 1000
# Small pictures: the longer side, at most, and how many there are of them.
SMALL, MOST_SMALL = 128, 600


class PicturesSeen:
    """Keeps (H, W, C) uint8 pictures by what decides them, at most `budget` bytes of them."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget, self._bytes = budget, 0
        self._kept: OrderedDict[Hashable, Bytes] = OrderedDict()
        self._small: OrderedDict[Hashable, Bytes] = OrderedDict()

    def keep(self, state: State, picture: Bytes) -> None:
        """This is how `state` looks; a later picture of it takes the place."""
        key = _key(state)
        if key is None:
            return
        self._small.pop(key, None)
        self._small[key] = _shrunk(picture)
        if len(self._small) > MOST_SMALL:
            self._small.popitem(last=False)
        old = self._kept.pop(key, None)
        self._bytes += picture.nbytes - (old.nbytes if old is not None else 0)
        self._kept[key] = picture
        while len(self._kept) > (1 if self._bytes > self._budget else MOST):
            _, gone = self._kept.popitem(last=False)
            self._bytes -= gone.nbytes

    def find(self, state: State) -> Bytes | None:
        """Its picture, or None where it was never seen, or too long ago."""
        key = _key(state)
        return None if key is None else self._kept.get(key)

    def small(self, state: State) -> Bytes | None:
        """The same no larger than a strip needs, kept for as many as a strip shows at once.

        Were there only those of full size, a strip of large pictures would never be complete: each
        one made would push out another.
        """
        key = _key(state)
        return None if key is None else self._small.get(key)


def _shrunk(picture: Bytes) -> Bytes:
    """The mean of blocks of pixels, where it is more than SMALL pixels high or wide."""
    by = -(-max(picture.shape[:2]) // SMALL)
    if by < 2 or min(picture.shape[:2]) < by:
        return picture
    high, wide = (side // by for side in picture.shape[:2])
    blocks = picture[: high * by, : wide * by].reshape(high, by, wide, by, -1)
    means: Bytes = blocks.mean((1, 3)).round().astype(np.uint8)
    return means


def _key(state: State) -> Hashable:
    try:
        parts = {"denoise": state.denoising.shown, "steps": state.unfolding.shown}
        shown = parts.get(state.view)
        return state.view, plan(state), shown
    except ExplorerError:  # a path without keys: it shows no picture either
        return None
