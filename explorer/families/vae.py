"""Variational autoencoders (Kingma and Welling, "Auto-encoding variational Bayes", 2014)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Images, Model
from explorer.families.stages import Number
from explorer.phrases import Phrase
from explorer.runtimes import Arrays

DRAWS = 8
_TINY = 1e-6


class VaeModel(Model):
    """A decoder from z to a picture, an encoder from a picture to q(z | x), a diagonal Gaussian."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate"})

    def capabilities(self) -> frozenset[str]:
        """Encoding only where the encoder was kept, scoring only where a critic was."""
        extra = {"encoder": "encode", "critic": "score"}
        can = self.CAN | {can for role, can in extra.items() if role in self.networks}
        return can | {"likelihood"} if self._bounded else can

    @property
    def _bounded(self) -> bool:
        """Whether greys can be read as chances: a VAE of pictures in [0, 1], not by a critic."""
        image = self.manifest.image
        plain = "encoder" in self.networks and "critic" not in self.networks
        return plain and self.manifest.family == "vae" and (image.low, image.high) == (0.0, 1.0)

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The decoder's means for latents (N, z), of a class where it is told one."""
        z = self.latent.check(latents)
        told = self._told(len(z), conditions)
        return self.networks["decoder"].run({"latent": z, **told})["image"]

    def _told(self, count: int, conditions: Mapping[str, int | str | float]) -> Arrays:
        """The class for a decoder that is told one: the first where none is chosen."""
        chosen = {name: self.class_index(name, value) for name, value in conditions.items()}
        if not self.spec.conditions or self.manifest.networks["decoder"].architecture != "layers":
            return {}
        label = chosen.get(self.spec.conditions[0].name, 0)
        return {"label": np.full(count, label, np.int64)}

    def encode(self, images: NDArray[np.floating]) -> tuple[Images, Images]:
        """Mean and standard deviation of q(z | x), each (N, *latent.shape) float32.

        A plain autoencoder's code is a mean without spread.
        """
        if "encoder" not in self.networks:
            raise self._lacks(Phrase("encode pictures: its encoder was not kept"))
        x = self.to_network(self.check_images(images))
        out = self.networks["encoder"].run({"image": x})
        mean = out["mean"]
        if "log_variance" not in out:
            return mean, np.zeros_like(mean)
        return mean, np.exp(0.5 * out["log_variance"]).astype(np.float32)

    def likelihood(self, images: NDArray[np.floating]) -> tuple[Number, ...]:
        """The evidence lower bound of each picture (N, H, W, C) in [0, 1], greys as chances.

        Kingma and Welling (2014), equation 3: what the decoder gives the picture as Bernoulli
        chances, in nats, mean over DRAWS draws of the code, less the code's KL to the prior.
        """
        mean, std = self.encode(images)
        if not self._bounded or not std.all():
            raise self._lacks(Phrase("say how likely a picture is: its codes have no spread"))
        shown = self.check_images(images).astype(np.float64)
        rng, given = np.random.default_rng(0), np.zeros(len(shown))
        for _ in range(DRAWS):
            code = mean + std * rng.standard_normal(mean.shape[1:], np.float32)
            chance = self.to_images(self.draw(code)).astype(np.float64).clip(_TINY, 1 - _TINY)
            nats = shown * np.log(chance) + (1 - shown) * np.log1p(-chance)
            given += nats.reshape(len(shown), -1).sum(1) / DRAWS
        wide = np.square(std.astype(np.float64))
        price = (np.square(mean) + wide - 1 - np.log(wide)).reshape(len(shown), -1).sum(1) / 2
        name = "evidence lower bound, greys as chances"
        return tuple(
            Number(name, float(value), "nats", "lower", "higher") for value in given - price
        )

    def score(
        self, images: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The logits of a VAE-GAN's critic (Larsen et al., 2016), (N,)."""
        if "critic" not in self.networks:
            raise self._lacks(Phrase("score pictures: it has no critic"))
        for name, value in conditions.items():
            self.class_index(name, value)
        x = self.to_network(self.check_images(images))
        return self.networks["critic"].run({"image": x})["score"].reshape(-1)

    def example(self, role: str, count: int) -> Arrays:
        """Draws from the prior for the decoder, their pictures for the encoder."""
        z = self.latent.sample(count, 0)
        if role == "decoder":
            return {"latent": z, **self._told(count, {})}
        return {"image": self.to_network(self.generate(z))}


VAE = Family(
    "vae", "Variational autoencoder", ("decoder",), ("encoder", "critic"), VaeModel,
    branch="autoencoders",
)  # fmt: skip
