"""Translators of pictures (Isola et al., 2017; Zhu et al., 2017): a picture in, a picture out.

There is nothing random in one. What stands for its latent is the picture that goes in, in the
network's range; a draw from the prior is a picture of noise, and shows what it makes of nothing.
"""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Images, Model
from explorer.runtimes import Arrays


class TranslatorModel(Model):
    """A generator from one kind of picture to another, of the same size."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "translate"})

    def draw(self, latents: NDArray[np.floating], **conditions: int | str) -> NDArray[np.float32]:
        """What becomes of pictures (N, *latent.shape) in the network's range."""
        for name, value in conditions.items():
            self.class_index(name, value)
        x = self.latent.check(latents)
        return self.networks["generator"].run({"source": x})["image"]

    def translate(self, images: NDArray[np.floating], **conditions: int | str) -> Images:
        """Pictures (N, H, W, C) in [0, 1], C being the latent's first size, to pictures alike."""
        x = self.to_network(self.check_images(images, self.latent.shape[0]))
        return self.to_images(self.draw(x, **conditions))

    def example(self, role: str, count: int) -> Arrays:
        """Pictures of noise."""
        return {"source": self.latent.sample(count, 0)}


TRANSLATOR = Family(
    "translator", "Translator of pictures", ("generator",), (), TranslatorModel,
    branch="translation",
)  # fmt: skip
