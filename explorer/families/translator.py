"""Translators of pictures (Isola et al., 2017; Zhu et al., 2017): a picture in, a picture out.

There is nothing random in one. What stands for its latent is the picture that goes in, in the
network's range; a draw from the prior is a picture of noise, and shows what it makes of nothing.
"""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Images, Model
from explorer.runtimes import Arrays

# What critics of unpaired pictures do not see; a bare graph leaves out what it does not take.
_UNTOLD = {"domain-critic": frozenset({"source", "label"}), "critic-pair": frozenset({"source"})}


class TranslatorModel(Model):
    """A generator from one kind of picture to another, of the same size."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "translate"})

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """What becomes of pictures (N, *latent.shape) in the network's range.

        A model told the domain paints in its first one where none is given.
        """
        chosen = {name: self.class_index(name, value) for name, value in conditions.items()}
        x = self.latent.check(latents)
        inputs: dict[str, NDArray[Any]] = {"source": x}
        for condition in self.spec.conditions:
            inputs[condition.name] = np.full(len(x), chosen.get(condition.name, 0), np.int64)
        return self.networks["generator"].run(inputs)["image"]

    def translate(self, images: NDArray[np.floating], **conditions: int | str | float) -> Images:
        """Pictures (N, H, W, C) in [0, 1], C being the latent's first size, to pictures alike."""
        x = self.to_network(self.check_images(images, self.spec.taken))
        return self.to_images(self.draw(x, **conditions))

    def example(self, role: str, count: int) -> Arrays:
        """Pictures of noise, each domain in turn; for the critic, what becomes of them."""
        inputs: dict[str, NDArray[Any]] = {"source": self.latent.sample(count, 0)}
        for condition in self.spec.conditions:
            inputs[condition.name] = np.arange(count, dtype=np.int64) % len(condition.names)
        if role == "critic":
            inputs["image"] = self.networks["generator"].run(inputs)["image"]
            untold = _UNTOLD.get(self.manifest.networks[role].architecture, frozenset())
            inputs = {name: array for name, array in inputs.items() if name not in untold}
        return inputs


TRANSLATOR = Family(
    "translator", "Translator of pictures", ("generator",), ("critic",), TranslatorModel,
    branch="translation",
)  # fmt: skip
