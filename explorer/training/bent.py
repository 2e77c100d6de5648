"""Pictures moved or bent a little: what changes neither a digit nor what a critic should see."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample, pad


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


def shifted(images: Tensor, most: int = 4) -> Tensor:
    """Pictures (N, C, H, W), all moved by the same few pixels each way; edges go on.

    A critic that sees every picture so cannot tell by where a pattern lies, so that there is no
    pattern of single pixels to please it with (DiffAugment's translation, Zhao et al., 2020).
    """
    high, wide = images.shape[2:]
    down, right = torch.randint(2 * most + 1, (2,)).tolist()
    padded = pad(images, (most,) * 4, "replicate")
    moved = padded[:, :, down : down + high, right : right + wide]
    return moved.contiguous(memory_format=torch.channels_last)
