"""Generative adversarial networks (Goodfellow et al., 2014): a generator, maybe its critic."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Model
from explorer.runtimes import Arrays


class GanModel(Model):
    """A generator from z to a picture, and where it was kept the critic that judged it."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate"})

    def capabilities(self) -> frozenset[str]:
        """Scoring only where the critic was kept."""
        return self.CAN | ({"score"} if "critic" in self.networks else set())

    def draw(self, latents: NDArray[np.floating], **conditions: int | str) -> NDArray[np.float32]:
        """The generator's pictures of latents (N, z)."""
        for name, value in conditions.items():
            self.class_index(name, value)
        z = self.latent.check(latents)
        return self.networks["generator"].run({"latent": z})["image"]

    def score(self, images: NDArray[np.floating]) -> NDArray[np.float32]:
        """The critic's logits, (N,); the probability of "real" is their sigmoid."""
        if "critic" not in self.networks:
            raise self._lacks("score pictures: its critic was not kept")
        x = self.to_network(self.check_images(images))
        return self.networks["critic"].run({"image": x})["score"].reshape(-1)

    def example(self, role: str, count: int) -> Arrays:
        """Draws from the prior for the generator, their pictures for the critic."""
        z = self.latent.sample(count, 0)
        if role == "generator":
            return {"latent": z}
        return {"image": self.to_network(self.generate(z))}


GAN = Family("gan", "Adversarial network", ("generator",), ("critic",), GanModel)
