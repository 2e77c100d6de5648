"""Domains that share a latent (UNIT; Liu et al., 2017): read in one, drawn in another.

Which domain a picture is in is not asked: it is the one in which its own code draws it best.
"""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Images, Model
from explorer.runtimes import Arrays


class SharedLatentModel(Model):
    """An encoder told the domain that a picture is in, a decoder told the one to draw in."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "encode", "translate"})

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The decoder's pictures of latents (N, z) in the domain told, the first where none is."""
        chosen = {name: self.class_index(name, value) for name, value in conditions.items()}
        z = self.latent.check(latents)
        told = chosen.get(self.spec.conditions[0].name, 0) if self.spec.conditions else 0
        return self._decoded(z, np.full(len(z), told, np.int64))

    def encode(self, images: NDArray[np.floating]) -> tuple[Images, Images]:
        """Means (N, *latent.shape) in the domain of each picture, and the unit deviation of q."""
        x = self.to_network(self.check_images(images))
        codes, _ = self._read(x)
        return codes, np.ones_like(codes)

    def domains(self, images: NDArray[np.floating]) -> NDArray[np.int64]:
        """The domain that each picture (N, H, W, C) in [0, 1] is taken to be in, (N,)."""
        return self._read(self.to_network(self.check_images(images)))[1]

    def translate(self, images: NDArray[np.floating], **conditions: int | str | float) -> Images:
        """Pictures (N, H, W, C) in [0, 1], drawn in the domain told."""
        return self.generate(self.encode(images)[0], **conditions)

    def _read(self, x: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Codes of pictures in the networks' range, under the domain that draws them best."""
        count, known = len(x), len(self.spec.conditions[0].names) if self.spec.conditions else 1
        codes = np.empty((known, count, *self.latent.shape), np.float32)
        errors = np.empty((known, count))
        for domain in range(known if count else 0):
            label = np.full(count, domain, np.int64)
            codes[domain] = self.networks["encoder"].run({"image": x, "label": label})["mean"]
            again = self._decoded(codes[domain], label)
            errors[domain] = np.abs(again - x).mean((1, 2, 3))
        found = errors.argmin(0)
        return codes[found, np.arange(count)], found.astype(np.int64)

    def _decoded(self, z: NDArray[np.float32], label: NDArray[np.int64]) -> NDArray[np.float32]:
        if not len(z):  # the graph cannot fold nothing into a grid
            size = self.spec.image
            return np.empty((0, size.channels, size.height, size.width), np.float32)
        return self.networks["decoder"].run({"latent": z, "label": label})["image"]

    def example(self, role: str, count: int) -> Arrays:
        """Draws for the decoder, each domain in turn; their pictures for the others."""
        z = self.latent.sample(count, 0)
        known = len(self.spec.conditions[0].names) if self.spec.conditions else 1
        inputs: dict[str, NDArray[Any]] = {"latent": z, "label": np.arange(count) % known}
        if role == "decoder":
            return inputs
        return {"image": self._decoded(z, inputs["label"]), "label": inputs["label"]}


SHARED_LATENT = Family(
    "shared-latent", "Shared latent", ("decoder", "encoder"), ("critic",), SharedLatentModel,
    branch="translation",
)  # fmt: skip
