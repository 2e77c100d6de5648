"""Folding a picture to half its sides and back, channels for pixels, without a chequered start."""

from __future__ import annotations

from itertools import pairwise

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


def lively(network: nn.Module) -> None:
    """Begin convolutions so that what passes through them neither dies away nor grows.

    He et al. (2015), equation 10, for rectifiers without normalisation; what doubles a picture
    begins even.
    """
    for part in network.modules():
        if isinstance(part, nn.Conv2d):
            nn.init.kaiming_normal_(part.weight, nonlinearity="relu")
            if part.bias is not None:
                nn.init.zeros_(part.bias)
    for part in network.modules():
        if isinstance(part, nn.Sequential):
            for one, after in pairwise(part):
                if isinstance(one, nn.Conv2d) and isinstance(after, nn.PixelShuffle):
                    even(one)
