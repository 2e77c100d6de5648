"""Pictures turned, scaled, slanted and shifted a little: what does not change a digit."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample


def bent(
    batch: Tensor, turn: float = 0.21, scale: float = 0.1, shift: float = 2.0, slant: float = 0.0
) -> Tensor:
    """Each of (N, C, H, W) bent by amounts of its own, the edge going on beyond itself.

    Args:
        batch: the pictures.
        turn: at most so far, in radians.
        scale: by at most this share, larger or smaller.
        shift: by at most so many pixels, each way.
        slant: at most so many pixels across for one down.
    """
    count = len(batch)
    angle = (torch.rand(count) * 2 - 1) * turn
    size = 1 + (torch.rand(count) * 2 - 1) * scale
    way = torch.stack([angle.cos(), -angle.sin(), angle.sin(), angle.cos()], 1).view(-1, 2, 2)
    moved = (torch.rand(count, 2, 1) * 2 - 1) * (2 * shift / batch.shape[-1])
    way = way * size[:, None, None]
    if slant:
        way[:, 0, 1] += (torch.rand(count) * 2 - 1) * slant
    places = affine_grid(
        torch.cat([way, moved], 2).to(batch.device), list(batch.shape), align_corners=False
    )
    return grid_sample(batch, places, padding_mode="border", align_corners=False)
