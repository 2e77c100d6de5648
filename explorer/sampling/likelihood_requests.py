"""How likely pictures are, as their model says it: a likelihood, a bound of it, a free energy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from explorer.errors import NotSupported
from explorer.families import Number
from explorer.formats.picture import Picture
from explorer.latent import Point
from explorer.sampling.frames import Frame
from explorer.sampling.requests import Conditions, Context


@dataclass(frozen=True)
class Likely:
    """How likely a model holds the picture of a point, and the user's picture, if there is one.

    Values: own (explorer.families.Number of the point's picture), given (of the user's, or None);
    both None where the model cannot say after all.
    """

    model: str
    point: Point
    picture: Picture | None = None
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        model = context.model(self.model)
        latent = self.point.resolve(model.spec.space(self.conditions))
        images = [model.generate(latent[None], **dict(self.conditions))[0]]
        if self.picture is not None:
            size = model.spec.image
            images.append(self.picture.fitted(size.height, size.width, size.channels))
        context.checkpoint()
        found: list[Number | None] = [None, None]
        with suppress(NotSupported):  # an encoder that gives no spread
            found[: len(images)] = model.likelihood(np.stack(images))
        yield Frame(values={"own": found[0], "given": found[1]})
