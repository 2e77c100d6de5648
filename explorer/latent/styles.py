"""Styles: what a style-based generator's latents are mapped to before it draws.

Such a generator has three latent spaces. Z is what is drawn from; a network maps z to w (Karras et
al., "A style-based generator architecture", 2019, section 2), and W is where that leads; W+ has a
w of its own for each layer (Abdal et al., "Image2StyleGAN", 2019). The mapping is small, so it is
done here with numpy: sliders can show a w without waiting for the model.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent.priors import NORMAL, NORMAL_SPAN
from explorer.latent.space import LatentSpace

Array = NDArray[np.float32]
SPACES = ("Z", "W", "W+")
_TINY = np.float32(1e-8)
_RATE = 0.01
"""Learning rate of the mapping's weights relative to the others; they are stored divided by it."""
_DRAWN = 1024
"""Draws that the mean and the spread of w are measured on."""


@dataclass(frozen=True, eq=False)
class Mapped:
    """The prior of W or W+: standard normals, mapped; a seed gives the picture it gives in Z."""

    styles: Styles
    label: int
    times: int
    title = "standard normal, mapped"

    @property
    def size(self) -> int:
        """Numbers of one latent."""
        return self.styles.width * self.times

    def draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        """One latent, float32 of `shape`."""
        z = NORMAL.draw(rng, (self.styles.latent,))
        return np.tile(self.styles.map(z[None], self.label)[0], self.times).reshape(shape)

    def limits(self, size: int) -> tuple[tuple[float, float], ...]:
        """Three standard deviations of w to either side of its mean."""
        return self._limits

    @cached_property
    def _limits(self) -> tuple[tuple[float, float], ...]:
        """Kept: every slider asks for its own."""
        return self.styles.limits * self.times

    def shell(self, size: int) -> None:
        """What is mapped has none."""

    @cached_property
    def _covariance(self) -> NDArray[np.float64]:
        return np.atleast_2d(np.cov(self.styles.drawn().astype(np.float64).T))

    def deviation(self, vector: NDArray[np.float64]) -> float:
        """Of w; in W+ as if each layer's were drawn on its own: it may be moved on its own."""
        parts = vector.reshape(self.times, self.styles.width)
        return math.sqrt(max(0.0, float(((parts @ self._covariance) * parts).sum())))


@dataclass(frozen=True, eq=False)
class Styles:
    """A mapping with what was measured of it.

    Attributes:
        layers: (weight (after, before), bias (after,)) as they are used, not as they are stored.
        embedding: the same of the class, which is one-hot; None where there are no classes.
        places: layers of the generator that take a w.
        average: the mean of w, (width,), which truncation draws to.
        limits: what is worth exploring of each number of a w, (low, high).
    """

    layers: tuple[tuple[Array, Array], ...] = field(repr=False)
    embedding: tuple[Array, Array] | None = field(repr=False)
    places: int
    average: Array = field(repr=False)
    limits: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    _spaces: dict[tuple[str, int], LatentSpace] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, arrays: Mapping[str, Array], places: int) -> Styles:
        """From arrays as they are stored: `layers.N.weight`, `.bias`, `embedding.*`, `average`.

        Where there is no average it is measured. Raises BadValue where sizes do not fit.
        """
        layers: list[tuple[Array, Array]] = []
        while (weight := arrays.get(f"layers.{len(layers)}.weight")) is not None:
            layers.append(_scaled(weight, arrays.get(f"layers.{len(layers)}.bias"), _RATE))
        told = arrays.get("embedding.weight")
        embedding = None if told is None else _scaled(told, arrays.get("embedding.bias"), 1.0)
        _check(layers, embedding)
        width = layers[-1][0].shape[0]
        plain = cls(tuple(layers), embedding, places, np.zeros(width, np.float32))
        drawn = plain.drawn()
        mean, spread = np.nan_to_num(drawn.mean(0)), np.nan_to_num(drawn.std(0))
        average = arrays.get("average", mean)
        if average.shape[-1:] != (width,) or average.ndim > 2:
            raise BadValue("styles", "their mean does not fit", "Write the file again.")
        reach = NORMAL_SPAN * spread
        pairs = zip(mean - reach, mean + reach, strict=True)
        limits = tuple((float(low), float(high)) for low, high in pairs)
        whole = average.reshape(-1, width).mean(0, dtype=np.float32)
        return cls(plain.layers, embedding, places, whole, limits)

    @property
    def width(self) -> int:
        """Numbers of one w."""
        return int(self.layers[-1][0].shape[0])

    @property
    def latent(self) -> int:
        """Numbers of one z."""
        told = 0 if self.embedding is None else self.embedding[0].shape[0]
        return int(self.layers[0][0].shape[1]) - told

    @property
    def classes(self) -> int:
        """How many classes it can be told; 0 for none."""
        return 0 if self.embedding is None else int(self.embedding[0].shape[1])

    def map(self, z: Array, label: int | NDArray[np.int64] = 0) -> Array:
        """(N, latent) of Z, under one class or a class each, to (N, width) of W; not truncated."""
        x = _unit(z)
        if self.embedding is not None:
            weight, bias = self.embedding
            told = np.broadcast_to(weight.T[label] + bias, (len(z), len(bias)))
            x = np.concatenate([x, _unit(told)], 1)
        for weight, bias in self.layers:
            x = x @ weight.T + bias
            x = np.where(x > 0, x, np.float32(0.2) * x) * np.float32(math.sqrt(2))
        return np.asarray(x, np.float32)

    def given(self, latents: Array, space: str, label: int = 0, truncation: float = 1.0) -> Array:
        """Latents (N, *shape) of a space to what the generator takes, (N, places, width)."""
        if space == "W+":
            w = latents.reshape(len(latents), self.places, self.width)
        else:
            flat = self.map(latents, label) if space == "Z" else latents
            w = np.broadcast_to(flat[:, None], (len(flat), self.places, self.width))
        if truncation == 1.0:
            return np.ascontiguousarray(w)
        return np.asarray(self.average + np.float32(truncation) * (w - self.average), np.float32)

    def space(self, name: str, label: int = 0) -> LatentSpace:
        """W or W+ as a space of flat latents; one object each, so that draws are kept."""
        key = (name, label if self.classes else 0)
        if key not in self._spaces:
            self._spaces[key] = self._made(name, key[1])
        return self._spaces[key]

    def _made(self, name: str, label: int) -> LatentSpace:
        times = self.places if name == "W+" else 1
        numbers = [f"w{i}" for i in range(self.width)]
        names = numbers if times == 1 else [f"{p}.{n}" for p in range(times) for n in numbers]
        centre = tuple(np.tile(self.average, times).tolist())
        prior = Mapped(self, label, times)
        return LatentSpace((self.width * times,), tuple(names), prior=prior, centre=centre)

    def moved(self, latent: Array, before: str, after: str, label: int = 0) -> Array | None:
        """A latent of one space as the nearest of another; None where nothing leads back to Z."""
        if before == after:
            return latent
        if after == "Z":
            return None
        if before == "Z":
            w = self.map(latent[None], label)[0]
            return np.tile(w, self.places) if after == "W+" else w
        if after == "W+":
            return np.tile(latent, self.places)
        rows = latent.reshape(self.places, self.width)
        return np.asarray(rows.mean(0), np.float32)

    def drawn(self) -> Array:
        """Draws of w, of all classes in turns."""
        z = np.random.default_rng(0).standard_normal((_DRAWN, self.latent), np.float32)
        return self.map(z, np.arange(_DRAWN) % max(self.classes, 1))


def _unit(x: Array) -> Array:
    return np.asarray(x / np.sqrt(np.square(x).mean(1, keepdims=True) + _TINY), np.float32)


def _scaled(weight: Array, bias: Array | None, rate: float) -> tuple[Array, Array]:
    """Stored with unit variance, scaled in use (Karras et al., "Progressive growing", 2018)."""
    if weight.ndim != 2 or bias is None or bias.shape != weight.shape[:1]:
        raise BadValue("styles", "a layer has no bias that fits", "Write the file again.")
    scaled = weight * np.float32(rate / math.sqrt(weight.shape[1]))
    return np.ascontiguousarray(scaled, np.float32), bias * np.float32(rate)


def _check(layers: list[tuple[Array, Array]], embedding: tuple[Array, Array] | None) -> None:
    told = 0 if embedding is None else embedding[0].shape[0]
    pairs = pairwise(layers)
    fits = all(a[0].shape[0] == b[0].shape[1] for a, b in pairs)
    if not layers or not fits or layers[0][0].shape[1] <= told:
        raise BadValue("styles", "their layers do not follow each other", "Write the file again.")
