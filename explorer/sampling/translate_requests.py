"""Pictures redrawn by a translator, and sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from explorer.formats.brush import as_seen
from explorer.formats.patterns import FIRST, pattern
from explorer.formats.picture import Picture
from explorer.sampling.frames import Frame, pixels
from explorer.sampling.requests import Conditions, Context


@dataclass(frozen=True)
class Translate:
    """A picture redrawn, and sent back where `back` says to what.

    Images: source and, where the model takes one, style (as it is given them), image, and with
    `back` returned, each (1, H, W, C).
    Values: with `back` error, the mean absolute difference of source and returned in [0, 1].

    Attributes:
        picture: scaled as a whole and padded to the model's size; None for a face drawn for it.
        conditions: what the model is told on the way there; those left out are its first.
        back: what it is told on the way back; empty for no way back.
        style: the picture to take a style from, by a model that does; None for its own pattern.
    """

    model: str
    picture: Picture | None = None
    conditions: Conditions = ()
    back: Conditions = ()
    style: Picture | None = None
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame, after one pass there and one back."""
        model = context.model(self.model)
        size = model.spec.image
        seen = as_seen(self.picture, size.height, size.width, model.spec.taken)
        source = seen[None].astype(np.float32) / np.float32(255)
        images = {"source": seen[None].copy()}
        if "restyle" in model.spec.capabilities:
            style = self.style or pattern(FIRST, size.height, size.width, size.channels)
            images["style"] = as_seen(style, size.height, size.width, size.channels)[None]
            styles = images["style"].astype(np.float32) / np.float32(255)
            made = model.restyle(source, styles, **dict(self.conditions))
        else:
            made = model.translate(source, **dict(self.conditions))
        images["image"] = pixels(made)
        values: dict[str, Any] = {}
        if self.back and made.shape == source.shape:
            context.checkpoint()
            returned = model.translate(made, **dict(self.back))
            images["returned"] = pixels(returned)
            values["error"] = float(np.mean(np.abs(returned - source), dtype=np.float64))
        yield Frame(images, values)
