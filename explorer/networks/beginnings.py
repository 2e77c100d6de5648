"""How convolutions begin: after a folded picture, and where nothing normalises."""

from __future__ import annotations

import torch
from torch import nn


def even_in(conv: nn.Conv2d) -> nn.Conv2d:
    """A convolution after a `PixelUnshuffle(2)` that sees a square's four pixels alike at first.

    A critic that weighs each otherwise asks for chequered pictures until it has learned better.
    """
    with torch.no_grad():
        conv.weight.copy_(conv.weight[:, ::4].repeat_interleave(4, 1))
    return conv


def lively(network: nn.Module) -> None:
    """Begin convolutions so that what passes through them neither dies away nor grows.

    He et al. (2015), equation 10, for rectifiers without normalisation.
    """
    for part in network.modules():
        if isinstance(part, nn.Conv2d):
            nn.init.kaiming_normal_(part.weight, nonlinearity="relu")
            if part.bias is not None:
                nn.init.zeros_(part.bias)
