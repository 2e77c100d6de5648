"""Folding a picture to half its sides and back, channels for pixels, without a chequered start."""

from __future__ import annotations

import torch
from torch import nn


def even(conv: nn.Conv2d) -> nn.Conv2d:
    """A convolution before a `PixelShuffle(2)`, its four pixels the same at first.

    Aitken et al. (2017), section 3.2: as they are drawn, each pixel of a square begins with
    weights of its own, and pictures begin and long stay chequered.
    """
    with torch.no_grad():
        for weight in (conv.weight, conv.bias):
            if weight is not None:
                weight.copy_(weight[::4].repeat_interleave(4, 0))
    return conv


def even_in(conv: nn.Conv2d) -> nn.Conv2d:
    """A convolution after a `PixelUnshuffle(2)` that sees a square's four pixels alike at first.

    A critic that weighs each otherwise asks for chequered pictures until it has learned better.
    """
    with torch.no_grad():
        conv.weight.copy_(conv.weight[:, ::4].repeat_interleave(4, 1))
    return conv
