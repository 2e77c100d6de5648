"""A restricted Boltzmann machine (Smolensky, 1986; Hinton, 2002) with binary units on both sides.

One network answers both halves of a Gibbs sweep, so that the weights lie in one file: what the
hidden units make of a picture, and what picture the hidden units make.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import linear, softplus


class Rbm(nn.Module):
    """E(v, h) = -b'v - c'h - v'Wh, with v a picture's pixels and h the hidden units."""

    OUTPUTS = ("hidden_on", "image_on", "free_energy")

    def __init__(self, hidden: int = 400, size: int = 32, colours: int = 1) -> None:
        super().__init__()
        self.hidden, self.shape = hidden, (colours, size, size)
        pixels = colours * size * size
        self.weight = nn.Parameter(torch.randn(hidden, pixels) * 0.01)
        self.pixel_bias = nn.Parameter(torch.zeros(pixels))
        self.hidden_bias = nn.Parameter(torch.zeros(hidden))

    def forward(self, image: Tensor, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What each side makes of the other, and the free energy of `image`.

        (N, C, H, W) float32 in [0, 1] and (N, hidden) float32 in [0, 1] -> the probability that
        each hidden unit is on given the picture (N, hidden), that each pixel is on given the
        hidden units (N, C, H, W), and the free energy in nats (N,).
        """
        pixels = image.flatten(1)
        reach = self.reach(pixels)
        back = linear(hidden, self.weight.t(), self.pixel_bias).sigmoid()
        return reach.sigmoid(), back.unflatten(1, self.shape), self._free(pixels, reach)

    def reach(self, pixels: Tensor) -> Tensor:
        """c + Wv: what reaches the hidden units, (N, pixels) -> (N, hidden)."""
        return linear(pixels, self.weight, self.hidden_bias)

    def free_energy(self, pixels: Tensor) -> Tensor:
        """F(v) = -b'v - sum log(1 + exp(c + Wv)) (Hinton, 2012, eq. 25): (N, pixels) -> (N,)."""
        return self._free(pixels, self.reach(pixels))

    def _free(self, pixels: Tensor, reach: Tensor) -> Tensor:
        return -(pixels * self.pixel_bias).sum(1) - softplus(reach).sum(1)

    def sweep(self, pixels: Tensor) -> Tensor:
        """One Gibbs sweep of binary pixels (N, pixels): hidden units drawn, then pixels."""
        hidden = self.reach(pixels).sigmoid().bernoulli()
        return linear(hidden, self.weight.t(), self.pixel_bias).sigmoid().bernoulli()
