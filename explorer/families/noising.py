"""Noise added to a picture as training adds it, to see what the denoiser is given at any level."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from explorer.families.schedulers import Schedule
from explorer.families.step import Array, Step
from explorer.latent import Point
from explorer.runtimes.torch_import import load_torch

if TYPE_CHECKING:
    from explorer.families.diffusion import DiffusionModel
    from explorer.families.trajectory import DenoiseSettings


@dataclass(frozen=True)
class Level:
    """A noise level: x_t = alpha x0 + sigma noise, with alpha^2 + sigma^2 = 1."""

    timestep: int
    alpha: float
    sigma: float
    log_snr: float


def level(diffusion: Mapping[str, Any], timestep: int) -> Level:
    """The level of a training timestep, 0 (clean) to T - 1; raises BadValue outside."""
    log_snr = _schedule(tuple(sorted(diffusion.items()))).log_snr_at(timestep)
    alpha, sigma = (1 / math.sqrt(1 + math.exp(sign * log_snr)) for sign in (-1, 1))
    return Level(timestep, alpha, sigma, log_snr)


@functools.lru_cache(maxsize=16)
def _schedule(diffusion: tuple[tuple[str, Any], ...]) -> Schedule:
    return Schedule("ddpm", 1, dict(diffusion))


def noised(
    model: DiffusionModel, image: NDArray[np.floating], timestep: int, noise: Point
) -> tuple[Array, Level]:
    """A draw of q(x_t | x0) (Ho et al., 2020, eq. 4), (C, H, W) in the network's range; its level.

    Args:
        model: gives range and schedule.
        image: x0, (H, W, C) in [0, 1], of the model's size.
        timestep: t, 0 (clean) to T - 1 (noise).
        noise: the recipe of the noise.

    Raises:
        BadValue: the image's shape, or the timestep.
    """
    at = level(model.manifest.diffusion, timestep)
    clean = model.to_samples(np.asarray(image)[None])[0]
    x_t = at.alpha * clean + at.sigma * noise.resolve(model.latent)
    return np.asarray(x_t, np.float32), at


def look(model: DiffusionModel, settings: DenoiseSettings, x_t: Array, at: Level) -> Step:
    """What the model makes of x_t in one evaluation: its predicted x0 and noise.

    Args:
        model: answers.
        settings: condition and guidance; the rest does not count.
        x_t: (C, H, W) in the network's range.
        at: the level that x_t has.
    """
    torch = load_torch()
    output = model.predictor(settings)(torch.from_numpy(x_t[None].copy()), at.timestep)
    kind = str(model.manifest.diffusion["prediction"])
    answer = np.asarray(output[0].numpy(), np.float32)
    return Step(0, float(at.timestep), x_t, answer, at.alpha, at.sigma, kind)
