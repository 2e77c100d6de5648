"""The latent of a picture for a model without an encoder: found by least squares.

Levenberg and Marquardt's method (Marquardt, 1963) on the pixels. The slope is measured, one
forward difference a dimension in a single batch, so that any way to run the generator will do and
nothing is differentiated. The latent is held to the prior by a little: a far corner of the space
can fit a picture's noise and be of no use to a slider.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.errors import NotSupported
from explorer.families.base import Model

Array = NDArray[np.float32]
LARGEST = 256
"""Dimensions of a latent above which a slope a dimension is too dear."""
ROUNDS, STARTS = 24, 64
_STEP, _HELD = 0.05, 1e-3
_LEAST = 1e-4  # a round that gains a smaller share of the error ends it


@dataclass(frozen=True, eq=False)
class Fitting:
    """How far it has come.

    Attributes:
        done, total: rounds; it may end before `total`.
        latent: (D,) the best so far.
        conditions: what it was drawn under, by name.
        image: (H, W, C) float32 in [0, 1], its picture.
        mse: mean squared error to the picture wanted, in [0, 1] units.
        last: whether nothing more will come.
    """

    done: int
    total: int
    latent: Array
    conditions: dict[str, int]
    image: Array
    mse: float
    last: bool = False


def fit(
    model: Model,
    picture: Array,
    conditions: dict[str, int | str | float],
    seed: int = 0,
    told: bool = False,
) -> Generator[Fitting]:
    """Look for the latent whose picture is most like `picture`, (H, W, C) float32 in [0, 1].

    Begins from the best of STARTS draws; where the model reads codes off pictures, they and the
    class are read and kept to begin with; `told` leaves the class as `conditions` have it. Each
    round is one batch of D + 1 pictures and a few more.

    Raises:
        NotSupported: the latent is no vector, or one of more than LARGEST numbers.
    """
    space = model.latent
    if not space.flat or space.size > LARGEST:
        cause = f"its latent of {space.size:,} numbers is too large to be searched for"
        raise NotSupported(model.spec.name, cause, "Open a model that has an encoder.")
    wanted = model.check_images(picture[None])
    chosen = {name: model.class_index(name, value) for name, value in conditions.items()}
    starts = space.sample(STARTS, seed)
    if "read" in model.spec.capabilities:
        reading = model.read(wanted)
        if not told:
            chosen[reading.condition] = int(reading.shares[0].argmax())
        starts[:, : reading.codes.shape[1]] = np.clip(reading.codes[0], -1, 1)
    errors = np.square(model.generate(starts, **chosen) - wanted).mean((1, 2, 3))
    search = _Search(model, wanted, chosen, starts[int(errors.argmin())])
    yield search.report(0, False)
    for done in range(1, ROUNDS + 1):
        gained = search.round()
        last = done == ROUNDS or gained < _LEAST
        yield search.report(done, last)
        if last:
            return


class _Search:
    def __init__(
        self, model: Model, wanted: Array, conditions: dict[str, int], latent: Array
    ) -> None:
        self.model, self.wanted, self.conditions = model, wanted, conditions
        self.latent, self.damping = latent.astype(np.float64), 1e-2
        limits = model.latent.limits
        bounds = np.array(limits or [(-np.inf, np.inf)] * model.latent.size)
        self.low, self.high = bounds[:, 0], bounds[:, 1]
        self.image = self._draw(latent[None])[0]
        self.cost = self._cost(self.image, self.latent)

    def _draw(self, latents: NDArray[np.floating]) -> Array:
        return self.model.generate(latents.astype(np.float32), **self.conditions)

    def _cost(self, image: Array, latent: NDArray[np.float64]) -> float:
        apart = np.square(image.astype(np.float64) - self.wanted[0]).sum()
        return float(apart + _HELD * np.square(latent).sum())

    def round(self) -> float:
        """One step that lowers the cost, if there is one; the share of the cost that it took."""
        size = len(self.latent)
        moved = self._draw(self.latent + _STEP * np.eye(size))
        slope = ((moved - self.image).reshape(size, -1) / _STEP).astype(np.float64)
        apart = (self.wanted[0] - self.image).reshape(-1).astype(np.float64)
        square = slope @ slope.T + _HELD * np.eye(size)
        pull = slope @ apart - _HELD * self.latent
        before = self.cost
        for _ in range(6):
            damped = square + self.damping * np.diag(np.diag(square) + 1e-9)
            step = np.linalg.solve(damped, pull)
            latent = np.clip(self.latent + step, self.low, self.high)
            image = self._draw(latent[None])[0]
            cost = self._cost(image, latent)
            if cost < before:
                self.latent, self.image, self.cost = latent, image, cost
                self.damping = max(self.damping / 3, 1e-6)
                break
            self.damping *= 4
        return (before - self.cost) / max(before, 1e-12)

    def report(self, done: int, last: bool) -> Fitting:
        """Where it stands."""
        mse = float(np.mean(np.square(self.image - self.wanted[0]), dtype=np.float64))
        latent = self.latent.astype(np.float32)
        return Fitting(done, ROUNDS, latent, self.conditions, self.image, mse, last)
