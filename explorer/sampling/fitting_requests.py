"""Finding the latent of a picture for a model that has no encoder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from explorer.families.fitting import fit
from explorer.formats.picture import Picture
from explorer.sampling.frames import Frame, pixels
from explorer.sampling.requests import Conditions, Context


@dataclass(frozen=True)
class Fit:
    """Search for the latent whose picture is most like `picture`, a frame a round.

    Images: original, reconstruction, difference (absolute, grey levels as they are).
    Values: mean, std (z,) (zeros), mse (in [0, 1] units), psnr in dB, conditions as pairs, and
    last, whether the search is over.

    Attributes:
        told: whether the class stays as `conditions` have it where the model would read another
            one off the picture.
    """

    model: str
    picture: Picture
    conditions: Conditions = ()
    seed: int = 0
    told: bool = False
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Each round as it is computed."""
        model = context.model(self.model)
        size = model.spec.image
        original = self.picture.fitted(size.height, size.width, size.channels)
        for found in fit(model, original, dict(self.conditions), self.seed, self.told):
            mse = found.mse
            shown = {
                "original": pixels(original[None]),
                "reconstruction": pixels(found.image[None]),
                "difference": pixels(np.abs(found.image - original)[None]),
            }
            values = {
                "mean": found.latent, "std": np.zeros_like(found.latent), "mse": mse,
                "psnr": float("inf") if mse == 0 else float(-10 * np.log10(mse)),
                "conditions": tuple(sorted(found.conditions.items())), "last": found.last,
            }  # fmt: skip
            total = found.done + 1 if found.last else found.total + 1
            yield Frame(shown, values, found.done, total)
            context.checkpoint()
