"""Variational autoencoders (Kingma and Welling, "Auto-encoding variational Bayes", 2014)."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Images, Model
from explorer.runtimes import Arrays


class VaeModel(Model):
    """A decoder from z to a picture, an encoder from a picture to q(z | x), a diagonal Gaussian."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate"})

    def capabilities(self) -> frozenset[str]:
        """Encoding only where the encoder was kept, scoring only where a critic was."""
        extra = {"encoder": "encode", "critic": "score"}
        return self.CAN | {can for role, can in extra.items() if role in self.networks}

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The decoder's means for latents (N, z)."""
        for name, value in conditions.items():
            self.class_index(name, value)
        z = self.latent.check(latents)
        return self.networks["decoder"].run({"latent": z})["image"]

    def encode(self, images: NDArray[np.floating]) -> tuple[Images, Images]:
        """Mean and standard deviation of q(z | x), each (N, *latent.shape) float32.

        A plain autoencoder's code is a mean without spread.
        """
        if "encoder" not in self.networks:
            raise self._lacks("encode pictures: its encoder was not kept")
        x = self.to_network(self.check_images(images))
        out = self.networks["encoder"].run({"image": x})
        mean = out["mean"]
        if "log_variance" not in out:
            return mean, np.zeros_like(mean)
        return mean, np.exp(0.5 * out["log_variance"]).astype(np.float32)

    def score(
        self, images: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The logits of a VAE-GAN's critic (Larsen et al., 2016), (N,)."""
        if "critic" not in self.networks:
            raise self._lacks("score pictures: it has no critic")
        for name, value in conditions.items():
            self.class_index(name, value)
        x = self.to_network(self.check_images(images))
        return self.networks["critic"].run({"image": x})["score"].reshape(-1)

    def example(self, role: str, count: int) -> Arrays:
        """Draws from the prior for the decoder, their pictures for the encoder."""
        z = self.latent.sample(count, 0)
        if role == "decoder":
            return {"latent": z}
        return {"image": self.to_network(self.generate(z))}


VAE = Family(
    "vae", "Variational autoencoder", ("decoder",), ("encoder", "critic"), VaeModel,
    branch="autoencoders",
)  # fmt: skip
