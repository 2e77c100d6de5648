"""Pictures that come from outside a model, fetched on the engine's thread: a file, a drawn scene.

Decoding a large photograph takes a second and drawing a scene tens of milliseconds, in which no
window may stand still.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from explorer.formats.picture import Picture, read_picture
from explorer.phrases import Phrase
from explorer.sampling.frames import Frame
from explorer.sampling.requests import Context
from explorer.scenes import render, sample_factors


@dataclass(frozen=True)
class ReadPicture:
    """A picture file. Values: picture (a Picture). Never kept: the file may change.

    Attributes:
        use: what the view that asked wants it for; empty for what it does with any picture.
    """

    path: str
    use: str = ""
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame; raises as read_picture."""
        yield Frame(values={"picture": read_picture(Path(self.path))})


@dataclass(frozen=True)
class RenderScene:
    """A scene whose six factors are drawn from `seed`. Values: picture, factors (6,)."""

    seed: int
    size: int = 64
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        factors = sample_factors(np.random.default_rng(self.seed))
        picture = Picture.of(render(factors, self.size), Phrase(f"rendered scene {self.seed}"))
        yield Frame(values={"picture": picture, "factors": factors})
