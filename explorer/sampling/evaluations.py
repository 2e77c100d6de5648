"""The evaluations of a denoising run as frames: what is seen of each, and how far it moved."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from explorer.families import Model, Step, Trajectory
from explorer.formats.picture import planes_to_bytes
from explorer.sampling.frames import Frame, Later
from explorer.sampling.latent_steps import Images, decoded, in_latents, latent_pictures


class Evaluations:
    """Frames of a run's evaluations, in any order; one after the other they cost least.

    Args:
        model: whose run it is.
        run: computed as far as is asked for.
    """

    def __init__(self, model: Model, run: Trajectory) -> None:
        self._model, self._run = model, run
        # The pictures that a decoder made last: the next evaluation is set against them.
        self._decoded: tuple[int, Images | None] = (-1, None)

    def frame(self, index: int, total: int, goes_on: bool = False, changes: bool = True) -> Frame:
        """One of `total`; pictures of pixels are made where they are shown.

        Without `changes` it does not say how far x_t and x0 moved, and asks nothing of the step
        before. `goes_on`: a run of the network comes next.
        """
        model, before = self._model, index > 0 and changes
        if in_latents(model):
            was = self._pictures_of(index - 1) if before else None  # a record computes forwards
            now = self._pictures_of(index)
            step = self._run[index]
            apart = (None, None) if was is None else (_rms(now[1], was[1]), _rms(now[0], was[0]))
            return Frame(latent_pictures(step, now), _numbers(model, step, *apart), index, total)
        last = self._run[index - 1] if before else None
        step = self._run[index]
        images = Later(lambda: _pictures(model, step))
        values = Later(lambda: _numbers(model, step, *_moved(model, step, last)))
        return Frame(images, values, index, total, before_run=goes_on)

    def _pictures_of(self, index: int) -> Images:
        """x_t and x0 of an evaluation, decoded: (2, H, W, C) in [0, 1]."""
        place, pictures = self._decoded
        if place != index or pictures is None:
            pictures = decoded(self._model, self._run[index])
            self._decoded = (index, pictures)
        return pictures


def _pictures(model: Model, step: Step) -> dict[str, Any]:
    size = model.spec.image
    shown = planes_to_bytes(np.stack([step.x_t, step.x0]), size.low, size.high)
    noise = planes_to_bytes(step.noise[None], -3, 3)
    return {"x_t": shown[:1], "x0": shown[1:], "noise": noise}


def _moved(model: Model, step: Step, before: Step | None) -> tuple[float | None, float | None]:
    """How far x0, as shown, and x_t moved, root mean square with the grey range as unit."""
    if before is None:
        return None, None
    size = model.spec.image
    new, old = model.to_images(np.stack([step.x0, before.x0]))
    return _rms(new, old), _rms(step.x_t, before.x_t) / (size.high - size.low)


def _rms(new: Images, old: Images) -> float:
    return float(np.sqrt(np.mean((new - old) ** 2)))


def _numbers(
    model: Model, step: Step, change: float | None, change_x: float | None
) -> dict[str, Any]:
    return {
        "timestep": step.timestep,
        "train_timesteps": model.manifest.diffusion["train_timesteps"],
        "alpha": step.alpha,
        "sigma": step.sigma,
        "log_snr": step.log_snr,
        "change": math.nan if change is None else 255 * change,
        "change_x": math.nan if change_x is None else 255 * change_x,
    }
