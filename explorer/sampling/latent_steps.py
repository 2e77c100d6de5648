"""How a step of a diffusion model in latents is shown: as the pictures its autoencoder makes.

The decoder is a network, so this happens on the engine's thread, where steps in pixels are turned
to bytes by whoever paints them.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from explorer.families import Model, Step
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import planes_to_bytes
from explorer.sampling.frames import Bytes, pixels

Images = NDArray[np.float32]
_REACH = 3.0  # standard deviations of noise, from black to white


def in_latents(model: Model) -> bool:
    """Whether the model's steps are latents of an autoencoder."""
    return isinstance(model, DiffusionModel) and "decoder" in model.networks


def decoded(model: Model, step: Step) -> Images:
    """x_t and x0 as the pictures that the decoder makes of them, (2, H, W, C) in [0, 1]."""
    assert isinstance(model, DiffusionModel)
    return model.decode(np.stack([step.x_t, step.x0]))


def latent_pictures(step: Step, shown: Images) -> dict[str, Bytes]:
    """What `decoded` made of a step, and its noise channel by channel."""
    images = {"x_t": pixels(shown[:1]), "x0": pixels(shown[1:])}
    return images | {"noise": side_by_side(step.noise, shown.shape[1:])}


def side_by_side(planes: NDArray[np.float32], size: tuple[int, ...]) -> Bytes:
    """Channels (C, h, w) in a grid of grey pictures, as large as a picture (H, W, channels)."""
    count, high, wide = planes.shape
    across = math.ceil(math.sqrt(count))
    sheet = np.zeros((across * across, high, wide), np.float32)
    sheet[:count] = planes
    whole = sheet.reshape(across, across, high, wide).swapaxes(1, 2)
    grey = planes_to_bytes(whole.reshape(1, 1, across * high, across * wide), -_REACH, _REACH)[0]
    high, wide = size[:2]
    rows, columns = np.arange(high) * grey.shape[0] // high, np.arange(wide) * grey.shape[1] // wide
    return np.ascontiguousarray(np.broadcast_to(grey[rows][:, columns], size)[None])
