"""Energy-based models: a restricted Boltzmann machine (Hinton, 2002), sampled by Gibbs sweeps."""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Model
from explorer.families.stages import (
    Array,
    Number,
    Pane,
    Stage,
    StageControls,
    Stages,
    StageSettings,
    draws,
)
from explorer.formats.picture import Picture
from explorer.runtimes import Arrays

SWEEPS = 100
_QUICK = 40  # sweeps of a picture that is wanted at once
_STARTED = 1 << 30  # the place of a start's own draws, beyond every sweep's


class EnergyModel(Model):
    """Pixels and hidden units on or off; lower free energy is likelier."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "stages", "likelihood"})
    # A draw turns on the last bit of a chance: another way would draw another picture.
    tolerance: ClassVar[float] = 0.0
    stage_controls: ClassVar[StageControls] = StageControls("Gibbs sweep", SWEEPS, 1.0, "start")

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """After 40 sweeps from pixels on where the noise (N, C, H, W) is above 0.

        Each row's draws follow from its noise. With the same draws for all, rows end in the same
        picture: chains that share their randomness meet.
        """
        for name, value in conditions.items():
            self.class_index(name, value)
        noise = self.latent.check(latents)
        pixels = (noise > 0).astype(np.float32)
        seeds = [zlib.crc32(row.tobytes()) for row in noise]
        likely = pixels
        for index in range(_QUICK if len(noise) else 0):
            pixels, likely, _ = self._sweep(pixels, seeds, index, 1.0)
        return likely

    def stages(self, settings: StageSettings, picture: Picture | None = None) -> Stages:
        """Sweeps from noise, or from a picture whose pixels are drawn on by their grey level."""
        shape = self.latent.shape
        if picture is None:
            noise = settings.first_noise.resolve(self.latent)
            start = (noise > 0).astype(np.float32)[None]
        else:
            size = self.spec.image
            grey = picture.fitted(size.height, size.width, size.channels).transpose(2, 0, 1)
            chance = draws(settings.seed, _STARTED, math.prod(shape)).reshape(shape)
            start = (chance < grey).astype(np.float32)[None]

        def advance(state: tuple[Array, Array], index: int) -> tuple[Stage, tuple[Array, Array]]:
            pixels, likely, hidden = self._sweep(
                state[0], [settings.seed], index, settings.temperature or 1.0
            )
            changed = float((pixels != state[0]).mean())
            energy = float(self._free_energy(pixels)[0])
            numbers = (
                Number("free energy", energy, "nats", better="lower"),
                Number("pixels changed", 100 * changed, "%"),
                Number("hidden units on", 100 * float(hidden.mean()), "%"),
            )
            panes = (
                Pane("chance of on", likely[0]), Pane("pixels", pixels[0]),
                Pane("hidden units", _square(hidden[0])),
            )  # fmt: skip
            return Stage(index, panes, numbers), (pixels, likely)

        return Stages(
            settings, (start, start), settings.steps or SWEEPS, advance,
            lambda state: self.to_images(state[1])[0],
            lambda changed: self.stages(changed, picture),
        )  # fmt: skip

    def likelihood(self, images: NDArray[np.floating]) -> tuple[Number, ...]:
        """The free energy of each of N pictures (N, H, W, C) in [0, 1], greys as chances."""
        x = self.to_network(self.check_images(images))
        return tuple(
            Number("free energy", float(v), "nats", better="lower") for v in self._free_energy(x)
        )

    def _sweep(
        self, pixels: Array, seeds: Sequence[int], index: int, temperature: float
    ) -> tuple[Array, Array, Array]:
        """Pixels (N, C, H, W) to the next, their chances and the hidden units (N, H) between."""
        hidden_on = self._run(pixels)["hidden_on"]
        units, places = hidden_on.shape[1], math.prod(pixels.shape[1:])
        chance = np.stack([draws(seed, index, units + places) for seed in seeds])
        hidden = (chance[:, :units] < _tempered(hidden_on, temperature)).astype(np.float32)
        likely = self._run(pixels, hidden)["image_on"]
        likely = _tempered(likely, temperature)
        on = chance[:, units:].reshape(pixels.shape) < likely
        return on.astype(np.float32), likely, hidden

    def _run(self, pixels: Array, hidden: Array | None = None) -> dict[str, Array]:
        if hidden is None:
            hidden = np.zeros((len(pixels), self._units()), np.float32)
        return self.networks["energy"].run({"image": pixels, "hidden": hidden})

    def _free_energy(self, pixels: Array) -> Array:
        return self._run(pixels)["free_energy"]

    def _units(self) -> int:
        return int(self.manifest.networks["energy"].settings.get("hidden", 400))

    def example(self, role: str, count: int) -> Arrays:
        """Pixels on or off at random, and hidden units."""
        pixels = (self.latent.sample(count, 0) > 0).astype(np.float32)
        hidden = np.stack([draws(0, row, self._units()) for row in range(count)])
        return {"image": pixels, "hidden": np.rint(hidden)}


def _tempered(chance: Array, temperature: float) -> Array:
    """The chance of on with the energy divided by `temperature`."""
    if temperature == 1.0:
        return chance
    inside = chance.astype(np.float64).clip(1e-7, 1 - 1e-7)
    odds = (np.log(inside) - np.log1p(-inside)) / temperature
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _square(units: Array) -> Array:
    """(H,) laid out as a picture (1, rows, columns), the last row filled up with off."""
    columns = math.ceil(math.sqrt(len(units)))
    rows = -(-len(units) // columns)
    held = np.zeros(rows * columns, np.float32)
    held[: len(units)] = units
    return held.reshape(1, rows, columns)


ENERGY = Family(
    "energy", "Energy-based model", ("energy",), (), EnergyModel, branch="energy"
)  # fmt: skip
