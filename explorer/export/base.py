"""What a writer is, and what it may be told beside the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
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
        scale: whole factor by which pictures are enlarged.
        smooth: whether enlarging blends neighbouring pixels; else every pixel is repeated.
        recipe: what makes the same pictures again, as `recipe` gives it; or None.
        each: of a file a frame, the recipe of each frame, by its number from 0; None for `recipe`.
    """

    columns: int = 0
    rate: float = 30.0
    loop: bool = True
    scale: int = 1
    smooth: bool = False
    recipe: Mapping[str, Any] | None = None
    each: Callable[[int], Mapping[str, Any]] | None = None

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
        suffix: with its dot, in lower case; with "####" before it, the name is a pattern.
        title: the format's name for people.
        moves: whether frames follow each other in time, rather than lie on one sheet.
        write: writes (H, W, C) uint8 frames to a new file; OSError where the disk refuses. A film's
            takes one frame after the other and keeps none.
        many: whether each frame is a file of its own, named by a pattern; `write` is then given
            the pattern, and each file is whole or not there.
    """

    suffix: str
    title: str
    moves: bool
    write: Callable[[Frames, Path, Options], None]
    many: bool = False

    @property
    def ending(self) -> str:
        """The suffix without the pattern: ".png"."""
        return self.suffix[self.suffix.rindex(".") :]

    def is_for(self, path: Path) -> bool:
        """Whether a file of that name can be written by this."""
        return path.suffix.lower() == self.ending and (not self.many or "##" in path.stem)


def prepared(frames: Frames, options: Options) -> Iterator[Bytes]:
    """The frames one by one, enlarged as `options` say; raises BadValue unless all are alike."""
    shape: tuple[int, ...] = ()
    for picture in frames:
        if not shape:
            shape = picture.shape
            if len(shape) != 3 or shape[2] not in (1, 3, 4):
                raise BadValue("pictures", f"shape {shape} is none", "Give (H, W, 1, 3 or 4).")
        if picture.shape != shape or picture.dtype != np.uint8:
            found = f"{picture.shape} {picture.dtype}"
            raise BadValue("pictures", f"{found} stands beside {shape} uint8", "Give one shape.")
        yield _enlarged(picture, options)
    if not shape:
        raise BadValue("pictures", "there are none", "Ask for at least one.")


def _enlarged(picture: Bytes, options: Options) -> Bytes:
    scale = options.scale
    if scale == 1:
        return picture
    if not options.smooth:
        return picture.repeat(scale, axis=0).repeat(scale, axis=1)
    from PIL.Image import Resampling

    size = (picture.shape[1] * scale, picture.shape[0] * scale)
    large = np.asarray(to_pillow(picture).resize(size, Resampling.BICUBIC))
    return large.reshape(size[1], size[0], picture.shape[2])


def to_pillow(picture: Bytes) -> Image:
    """(H, W, C) uint8 as a Pillow picture: grey, RGB or RGBA."""
    from PIL import Image

    return Image.fromarray(
        np.ascontiguousarray(picture[..., 0] if picture.shape[2] == 1 else picture)
    )


def lasts(rate: float, unit: int = 1) -> Iterator[int]:
    """How long each frame of a film lasts, in milliseconds, without end.

    Multiples of `unit` whose sum never strays from the film's length: a GIF counts in hundredths,
    so that 30 frames a second are 3, 4, 3 of them in turn, and not 3 throughout.
    """
    end = 0
    for index in count(1):
        before, end = end, round(index * 1000 / (rate * unit))
        yield max((end - before) * unit, unit)
