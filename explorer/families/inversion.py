"""The noise from which DDIM would make a given picture, and how well it really does.

DDIM without randomness is a way there and back in the limit of many steps (Song et al., 2021,
section 4.3): read from the picture to the noise it is

    x_(i+1) = alpha_(i+1) x0(x_i, t_i) + sigma_(i+1) noise(x_i, t_i).

Each step asks the network one level too early, so the way back misses by an error that falls as
one over the number of steps. Asking again at the point just reached (fixed-point iteration; Z. Pan
et al., "Effective real image editing with accelerated iterative diffusion inversion", 2023) takes
nearly all of it away, at one more evaluation a step and round. Either way the picture is made again
from the noise that was found, and the difference is told.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, RunFailed
from explorer.families.noising import Level, level, look
from explorer.families.schedulers import Schedule
from explorer.families.step import Array, Step
from explorer.latent import Values

if TYPE_CHECKING:
    from explorer.families.diffusion import DiffusionModel
    from explorer.families.trajectory import DenoiseSettings


@dataclass(frozen=True, eq=False)
class Inverting:
    """One evaluation of the way to the noise or back; `step` is what it saw and answered."""

    done: int
    total: int
    step: Step


@dataclass(frozen=True, eq=False)
class Inversion:
    """What was found.

    Attributes:
        settings: of the DDIM run that makes the picture again; its `start` is the noise.
        original, rebuilt: (H, W, C) float32 in [0, 1].
        mse: mean squared error of the rebuilt picture, in [0, 1] units.
        spread: standard deviation of the noise found; far from 1, it is unlike the model's own.
        evaluations: of the network, there and back.
        coded_mse: the error of the latents alone, of the picture encoded and decoded; None for a
            model of pixels.
    """

    settings: DenoiseSettings
    original: NDArray[np.float32]
    rebuilt: NDArray[np.float32]
    mse: float
    spread: float
    evaluations: int
    coded_mse: float | None = None

    @property
    def psnr(self) -> float:
        """The same error in decibels; infinite where there is none."""
        return _decibels(self.mse)

    @property
    def coded_psnr(self) -> float | None:
        """Of the picture encoded and decoded: what an inversion in latents may hope for."""
        return None if self.coded_mse is None else _decibels(self.coded_mse)


def invert(
    model: DiffusionModel,
    image: NDArray[np.floating],
    settings: DenoiseSettings,
    rounds: int = 0,
) -> Generator[Inverting, None, Inversion]:
    """Find the noise of a picture and make the picture from it again, evaluation by evaluation.

    Args:
        model: whose noise.
        image: (H, W, C) in [0, 1], of the model's size.
        settings: steps, condition and guidance (1 inverts best); seed and scheduler do not count.
        rounds: fixed-point rounds a step.

    Raises:
        BadValue: the image's shape, steps or rounds. RunFailed: an answer is not finite.
    """
    if not 0 <= rounds <= 100:
        raise BadValue("rounds", f"{rounds} is out of range", "Use 0 to 100.")
    ddim = settings.changed(scheduler="ddim", start=None)
    schedule = Schedule("ddim", settings.steps, model.manifest.diffusion)
    total, done = schedule.length * (2 + rounds), 0
    x = untouched = model.to_samples(np.asarray(image)[None])[0]
    here, here_alpha, here_sigma = level(model.manifest.diffusion, 0), 1.0, 0.0
    for index in reversed(range(schedule.length)):
        alpha, sigma = schedule.levels(index)
        there = Level(schedule.timestep(index), alpha, sigma, schedule.log_snr(index))
        guess, asked = x, here
        for _ in range(1 + rounds):
            step = look(model, ddim, guess, asked)
            # the noise at the level asked for, carried from this level to the next
            clean = (x - here_sigma * step.noise) / here_alpha
            guess, asked = np.asarray(alpha * clean + sigma * step.noise, np.float32), there
            if not np.isfinite(guess).all():
                raise RunFailed(model.spec.name, "the inversion diverged", "Use guidance 1.")
            done += 1
            yield Inverting(done, total, step)
        x, here, here_alpha, here_sigma = guess, there, alpha, sigma
    found = ddim.changed(start=Values.of(x, "inversion"))
    run = model.trajectory(found)
    while (back := run.advance()) is not None:
        done += 1
        yield Inverting(done, total, back)
    original = np.asarray(image, np.float32)
    coded = None
    if "decoder" in model.networks:
        coded = _mse(model.decode(untouched[None])[0], original)
    mse = _mse(run.image, original)
    return Inversion(found, original, run.image, mse, _spread(x), done, coded)


def _mse(image: NDArray[np.float32], original: NDArray[np.float32]) -> float:
    return float(np.mean((image - original) ** 2, dtype=np.float64))


def _decibels(mse: float) -> float:
    return float("inf") if mse == 0 else float(-10 * np.log10(mse))


def _spread(noise: Array) -> float:
    return float(np.sqrt(np.mean(noise.astype(np.float64) ** 2)))
