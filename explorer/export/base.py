"""What a writer is, and what it may be told beside the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue

if TYPE_CHECKING:
    from PIL.Image import Image

Bytes: TypeAlias = NDArray[np.uint8]
Frames: TypeAlias = Iterable[Bytes]


@dataclass(frozen=True)
class Options:
    """How pictures become a file; a writer reads the fields that mean something to it.

    Attributes:
        columns: pictures in a row of a still sheet; 0 makes it nearly square.
        rate: frames a second of a film.
        loop: whether a film starts over.
        scale: whole factor by which every pixel is repeated.
        recipe: what makes the same pictures again, as `recipe` gives it; or None.
    """

    columns: int = 0
    rate: float = 30.0
    loop: bool = True
    scale: int = 1
    recipe: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if self.columns < 0:
            raise BadValue("columns", f"{self.columns} is below zero", "Use 0 or more.")
        if not 0 < self.rate <= 1000:
            raise BadValue("rate", f"{self.rate} is out of range", "Use 1 to 1000 frames a second.")
        if self.scale < 1:
            raise BadValue("scale", f"{self.scale} is below one", "Use a whole number from 1.")


@dataclass(frozen=True)
class Writer:
    """One entry of WRITERS.

    Attributes:
        suffix: with its dot, in lower case.
        title: the format's name for people.
        moves: whether frames follow each other in time, rather than lie on one sheet.
        write: writes (H, W, C) uint8 frames to a new file; OSError where the disk refuses.
    """

    suffix: str
    title: str
    moves: bool
    write: Callable[[Frames, Path, Options], None]


def checked(frames: Frames, options: Options) -> list[Bytes]:
    """The frames as a list, enlarged by `options.scale`; raises BadValue unless all are alike."""
    pictures = list(frames)
    if not pictures:
        raise BadValue("pictures", "there are none", "Ask for at least one.")
    shape = pictures[0].shape
    if len(shape) != 3 or shape[2] not in (1, 3, 4):
        raise BadValue("pictures", f"shape {shape} is none", "Give (H, W, 1, 3 or 4).")
    for picture in pictures:
        if picture.shape != shape or picture.dtype != np.uint8:
            found = f"{picture.shape} {picture.dtype}"
            raise BadValue("pictures", f"{found} stands beside {shape} uint8", "Give one shape.")
    if options.scale == 1:
        return pictures
    return [p.repeat(options.scale, axis=0).repeat(options.scale, axis=1) for p in pictures]


def to_pillow(picture: Bytes) -> Image:
    """(H, W, C) uint8 as a Pillow picture: grey, RGB or RGBA."""
    from PIL import Image

    return Image.fromarray(
        np.ascontiguousarray(picture[..., 0] if picture.shape[2] == 1 else picture)
    )
