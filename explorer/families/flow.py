"""Normalising flows (Kingma and Dhariwal, "Glow", 2018): noise and picture, one for the other."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Images, Model
from explorer.families.stages import (
    Array,
    Number,
    Pane,
    Stage,
    StageControls,
    Stages,
    StageSettings,
)
from explorer.formats.picture import Picture
from explorer.runtimes import Arrays

LEVELS = 256
DRAWS = 8
"""Grey levels of the bytes that a flow's pictures are dequantised from: (byte + u) / 256."""


class FlowModel(Model):
    """A flow and its inverse: every picture has one noise, found exactly."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "encode", "stages", "likelihood"})
    stage_controls: ClassVar[StageControls] = StageControls("layer", 0, 1.0, "noise", draws=False)

    def controls(self) -> StageControls:
        """Its usual temperature is that of its draws."""
        return replace(self.stage_controls, temperature=self.manifest.latent.temperature)

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The pictures of noise (N, C, H, W), the middle of each grey level given back as it."""
        for name, value in conditions.items():
            self.class_index(name, value)
        z = self.latent.check(latents)
        if not len(z):
            return z
        return _as_bytes(self.networks["inverse"].run({"latent": z})["image"])

    def encode(self, images: NDArray[np.floating]) -> tuple[Images, Images]:
        """The exact noise of pictures, and a spread of zero: (N, *latent.shape) each."""
        z = self._noise(self.check_images(images))["latent"]
        return z, np.zeros_like(z)

    def likelihood(self, images: NDArray[np.floating]) -> tuple[Number, ...]:
        """Bits per dimension of each picture's bytes, from above.

        The density is exact; of bytes it is a bound: the mean over DRAWS uniform dequantisations
        (Theis et al., 2016, section 3.1).
        """
        levels = np.rint(self.to_network(self.check_images(images)) * (LEVELS - 1))
        rng, nats = np.random.default_rng(0), np.zeros(len(levels))
        for _ in range(DRAWS):
            x = (levels + rng.random(levels.shape[1:], np.float32)) / np.float32(LEVELS)
            told = {"image": np.asarray(x, np.float32)}
            nats += self.networks["flow"].run(told)["log_density"].reshape(-1) / DRAWS
        name = "bits per dimension, dequantised"
        return tuple(
            Number(name, self._bits_of(float(value)), "bits", "upper", "lower") for value in nats
        )

    def _noise(self, images: Images) -> dict[str, Array]:
        x = (self.to_network(images) * (LEVELS - 1) + np.float32(0.5)) / LEVELS
        return self.networks["flow"].run({"image": np.asarray(x, np.float32)})

    def _bits(self, nats: float) -> Number:
        name = "bits per dimension, at the levels' middles"
        return Number(name, self._bits_of(nats), "bits", better="lower")

    def _bits_of(self, nats: float) -> float:
        return math.log2(LEVELS) - nats / (math.prod(self.latent.shape) * math.log(2))

    def stages(self, settings: StageSettings, picture: Picture | None = None) -> Stages:
        """Layers from noise to picture; the noise is the seed's or the picture's own.

        At the usual temperature it is left as it is, since draws are scaled already.
        """
        if picture is None:
            noise = settings.first_noise.resolve(self.latent)[None]
        else:
            size = self.spec.image
            noise = self.encode(picture.fitted(size.height, size.width, size.channels)[None])[0]
        usual = self.latent.temperature
        z = np.asarray(noise * np.float32((settings.temperature or usual) / usual), np.float32)
        found = self.networks["inverse"].run({"latent": z})
        layers, densities = found["stages"][0], found["log_densities"][0]

        def advance(_state: int, index: int) -> tuple[Stage, int]:
            held = layers[index]
            numbers = [
                Number("log density of these numbers", float(densities[index]), "nats"),
                Number("spread of these numbers", float(held.std()), ""),
            ]
            if index == len(layers) - 1:
                numbers.append(self._bits(float(densities[index])))
            panes = (Pane("as picture", held, -0.5, 0.5), Pane("as numbers", held, -3.0, 3.0))
            return Stage(index, panes, tuple(numbers)), index + 1

        def finished(state: int) -> Array:
            held = layers[max(state - 1, 0)][None] + np.float32(0.5)
            picture: Array = self.to_images(_as_bytes(held))[0]
            return picture

        return Stages(
            settings, 0, len(layers), advance, finished,
            lambda changed: self.stages(changed, picture),
        )  # fmt: skip

    def example(self, role: str, count: int) -> Arrays:
        """Noise for the inverse, its pictures for the flow."""
        z = self.latent.sample(count, 0)
        if role == "inverse":
            return {"latent": z}
        return {"image": self.networks["inverse"].run({"latent": z})["image"]}


def _as_bytes(x: Array) -> Array:
    """Dequantised (byte + 1/2) / 256 to byte / 255."""
    return np.asarray((x * LEVELS - np.float32(0.5)) / (LEVELS - 1), np.float32)


FLOW = Family("flow", "Normalising flow", ("flow", "inverse"), (), FlowModel, branch="flow")
