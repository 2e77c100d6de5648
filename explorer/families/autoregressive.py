"""Autoregressive models (gated PixelCNN; van den Oord et al., 2016): one pixel after another."""

from __future__ import annotations

import math
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
)
from explorer.formats.picture import Picture
from explorer.runtimes import Arrays


class AutoregressiveModel(Model):
    """Two networks: what a row is told of the rows above, and what a pixel may be within its row.

    A latent holds one normal number for each pixel; the share of the normal distribution below it
    says which of the pixel's grey levels, from dark to bright, is drawn. So a picture is a
    function of its latent, as everywhere else.
    """

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "stages", "likelihood"})
    # A draw turns on the last bit of a chance: another way would draw another picture.
    tolerance: ClassVar[float] = 0.0
    stage_controls: ClassVar[StageControls] = StageControls("pixel", 0, 1.0, "upper rows")

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """Pictures of latents (N, 1, H, W), pixel by pixel, all at once."""
        chance = _shares(self.latent.check(latents))
        label = self._label(tuple(conditions.items()), len(chance))
        images = np.zeros_like(chance)
        _, _, height, width = images.shape
        for y in range(height if len(images) else 0):
            context = self._above(images, label, y)
            for x in range(width):
                spread = self._spread(images, context, label, (y, x), 1.0)
                images[:, 0, y, x] = _drawn(spread, chance[:, 0, y, x]) / (spread.shape[1] - 1)
        return images

    def stages(self, settings: StageSettings, picture: Picture | None = None) -> Stages:
        """Pixels in raster order; below the kept rows of a picture, where one is given."""
        shape = self.latent.shape
        height, width = shape[1:]
        chance = _shares(settings.first_noise.resolve(self.latent))[0]
        label = self._label(settings.conditions, 1)
        image = np.zeros((1, *shape), np.float32)
        bits = np.zeros(shape, np.float32)
        first = 0
        if picture is not None:
            size = self.spec.image
            known = picture.fitted(size.height, size.width, size.channels).transpose(2, 0, 1)
            rows = round(settings.kept * height)
            image[0, :, :rows] = known[:, :rows]
            first = rows * width
        told: dict[int, Array] = {}  # of the row being drawn; the rows above do not change

        def advance(state: tuple[Array, Array], index: int) -> tuple[Stage, tuple[Array, Array]]:
            image, bits = state[0].copy(), state[1].copy()
            y, x = divmod(first + index, width)
            if x == 0 or y not in told:
                told.clear()
                told[y] = self._above(image, label, y)
            spread = self._spread(image, told[y], label, (y, x), settings.temperature or 1.0)
            level = int(_drawn(spread, chance[None, y, x])[0])
            image[0, 0, y, x] = level / (spread.shape[1] - 1)
            bits[0, y, x] = -math.log2(max(float(spread[0, level]), 1e-30))
            return _stage(index, (y, x), (image[0], bits), spread[0]), (image, bits)

        return Stages(
            settings, (image, bits), height * width - first, advance,
            lambda state: self.to_images(state[0])[0],
            lambda changed: self.stages(changed, picture),
        )  # fmt: skip

    def likelihood(self, images: NDArray[np.floating]) -> tuple[Number, ...]:
        """Bits per dimension of each picture's bytes, exact, without a class where one may lack."""
        x = self.to_network(self.check_images(images))
        label = self._label((), len(x))
        context = self.networks["above"].run({"image": x, "label": label})["context"]
        found = np.zeros(len(x))
        for y in range(x.shape[2]):
            spread = _softmax(self._logits(x, context[:, :, y : y + 1], label, y), 1.0)
            level = np.rint(x[:, 0, y] * (spread.shape[1] - 1)).astype(np.int64)
            chosen = np.take_along_axis(spread, level[:, None], 1)[:, 0]
            found -= np.log2(np.maximum(chosen, 1e-30)).sum(1)
        places = math.prod(self.latent.shape)
        return tuple(
            Number("bits per dimension", float(v) / places, "bits", better="lower") for v in found
        )

    def _label(
        self, conditions: tuple[tuple[str, int | str | float | None], ...], count: int
    ) -> NDArray[np.int64]:
        chosen = {name: self.class_index(name, value) for name, value in conditions}
        condition = self.spec.conditions[0]
        if condition.name not in chosen:
            null = condition.null
            chosen[condition.name] = 0 if null is None else null
        return np.full(count, chosen[condition.name], np.int64)

    def _above(self, images: Array, label: NDArray[np.int64], y: int) -> Array:
        """What row y is told: (N, K, 1, W)."""
        context = self.networks["above"].run({"image": images, "label": label})["context"]
        return np.ascontiguousarray(context[:, :, y : y + 1])

    def _logits(self, images: Array, context: Array, label: NDArray[np.int64], y: int) -> Array:
        """Of the grey levels of row y: (N, levels, W)."""
        row = np.ascontiguousarray(images[:, :, y : y + 1])
        inputs: Arrays = {"row": row, "context": np.ascontiguousarray(context), "label": label}
        return self.networks["along"].run(inputs)["logits"][:, :, 0]

    def _spread(
        self, images: Array, context: Array, label: NDArray[np.int64], at: tuple[int, int],
        temperature: float,
    ) -> Array:  # fmt: skip
        """The probability of each grey level of a pixel, (N, levels)."""
        logits = self._logits(images, context, label, at[0])[:, :, at[1] : at[1] + 1]
        return _softmax(logits, temperature)[:, :, 0]

    def example(self, role: str, count: int) -> Arrays:
        """Half-drawn pictures of noise, each class in turn; what they tell their middle row."""
        images = _shares(self.latent.sample(count, 0)).astype(np.float32)
        label = np.arange(count, dtype=np.int64) % len(self.spec.conditions[0].names)
        if role == "above":
            return {"image": images, "label": label}
        middle = images.shape[2] // 2
        row = np.ascontiguousarray(images[:, :, middle : middle + 1])
        return {"row": row, "context": self._above(images, label, middle), "label": label}


def _stage(index: int, at: tuple[int, int], drawn: tuple[Array, Array], spread: Array) -> Stage:
    image, bits = drawn
    done = index + 1
    entropy = float(-(spread * np.log2(np.maximum(spread, 1e-30))).sum())
    numbers = (
        Number("bits of this pixel", float(bits[0][at]), "bits"),
        Number("bits to expect of it", entropy, "bits"),
        Number("bits per drawn pixel so far", float(bits.sum()) / done, "bits", better="lower"),
        Number("row", at[0], ""),
        Number("column", at[1], ""),
    )
    return Stage(index, (Pane("picture", image), Pane("surprise", bits, 0.0, 8.0)), numbers)


def _shares(latents: Array) -> Array:
    """The share of the standard normal distribution below each number, in (0, 1)."""
    flat = [0.5 * math.erfc(-float(v) / math.sqrt(2)) for v in latents.ravel()]
    return np.asarray(flat, np.float32).reshape(latents.shape)


def _softmax(logits: Array, temperature: float) -> Array:
    """Probabilities over axis 1."""
    scaled = logits.astype(np.float64) / temperature
    raised = np.exp(scaled - scaled.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), np.float32)


def _drawn(spread: Array, chance: Array) -> NDArray[np.int64]:
    """The level whose share of the distribution (N, levels) holds `chance` (N,)."""
    reached = np.cumsum(spread.astype(np.float64), 1)
    level = (reached <= chance[:, None].astype(np.float64) * reached[:, -1:]).sum(1)
    return np.asarray(np.minimum(level, spread.shape[1] - 1), np.int64)


AUTOREGRESSIVE = Family(
    "autoregressive", "Autoregressive model", ("above", "along"), (), AutoregressiveModel,
    branch="autoregressive",
)  # fmt: skip
