"""Generative adversarial networks (Goodfellow et al., 2014): a generator, maybe its critic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Model, Reading
from explorer.families.styled import StyledGan
from explorer.formats.manifest import Manifest
from explorer.phrases import Phrase
from explorer.runtimes import Adaptive, Arrays

TOLD = {"labelled-generator", "labelled-critic", "layers"}
"""Architectures that are told the class."""


class GanModel(Model):
    """A generator from z to a picture, and where it was kept the critic that judged it."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate"})

    def capabilities(self) -> frozenset[str]:
        """Scoring only where the critic was kept, reading only where it has a head for it."""
        can = set(self.CAN)
        if "critic" in self.networks:
            can.add("score")
        if self._reads:
            can.add("read")
        return frozenset(can)

    @property
    def _reads(self) -> bool:
        entry = self.manifest.networks.get("critic")
        return entry is not None and entry.architecture == "recognising-critic"

    def _told(self, role: str, count: int, conditions: Mapping[str, int | str | float]) -> Arrays:
        """The class for a network that is told one: the first where none is chosen."""
        for name, value in conditions.items():
            self.class_index(name, value)
        known = self.manifest.networks[role].architecture
        if not self.spec.conditions or (known and known not in TOLD):
            return {}  # a bare graph leaves out what it does not take
        name = self.spec.conditions[0].name
        label = self.class_index(name, conditions.get(name, 0))
        return {"label": np.full(count, label, np.int64)}

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The generator's pictures of latents (N, z)."""
        z = self.latent.check(latents)
        told = self._told("generator", len(z), conditions)
        return self.networks["generator"].run({"latent": z, **told})["image"]

    def score(
        self, images: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The critic's scores, (N,), of pictures under the class where it is told one."""
        if "critic" not in self.networks:
            raise self._lacks(Phrase("score pictures: its critic was not kept"))
        x = self.to_network(self.check_images(images))
        told = self._told("critic", len(x), conditions)
        return self.networks["critic"].run({"image": x, **told})["score"].reshape(-1)

    def read(self, images: NDArray[np.floating]) -> Reading:
        """What an InfoGAN's head reads: the categorical code, and the continuous ones."""
        if not self._reads:
            raise self._lacks(Phrase("read codes off pictures: it has no recognition head"))
        x = self.to_network(self.check_images(images))
        found = self.networks["critic"].run({"image": x})
        raised = np.exp(found["category"] - found["category"].max(1, keepdims=True))
        shares = (raised / raised.sum(1, keepdims=True)).astype(np.float32)
        return Reading(self.spec.conditions[0].name, shares, found["codes"])

    def example(self, role: str, count: int) -> Arrays:
        """Draws from the prior for the generator, their pictures for the critic."""
        z = self.latent.sample(count, 0)
        told = self._told(role, count, {})
        if role == "generator":
            return {"latent": z, **told}
        return {"image": self.to_network(self.generate(z)), **told}


def _open(manifest: Manifest, networks: Mapping[str, Adaptive]) -> Model:
    if manifest.styles is not None:
        return StyledGan(manifest, networks, manifest.styles)
    return GanModel(manifest, networks)


GAN = Family("gan", "Adversarial network", ("generator",), ("critic",), _open, branch="adversarial")
