"""A picture as a mean plus weighted eigen-images, there and back: two matrices.

The weights are in standard deviations, so that a coordinate of 2 is two of them off the mean.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class LinearEncoder(nn.Module):
    """Images to coordinates: project what is left of the mean onto each eigen-image."""

    OUTPUTS = ("mean",)

    def __init__(self, latent: int, size: int = 32, colours: int = 1) -> None:
        super().__init__()
        self.centre = nn.Parameter(torch.zeros(colours * size * size))
        self.matrix = nn.Parameter(torch.randn(colours * size * size, latent) / size)

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, H, W) float32 -> (N, latent) float32 in standard deviations."""
        return (image.flatten(1) - self.centre) @ self.matrix


class LinearDecoder(nn.Module):
    """Coordinates to images: the mean and the eigen-images, added up and not clipped."""

    def __init__(self, latent: int, size: int = 32, colours: int = 1) -> None:
        super().__init__()
        self.shape = (colours, size, size)
        self.centre = nn.Parameter(torch.zeros(colours * size * size))
        self.matrix = nn.Parameter(torch.randn(latent, colours * size * size) / size)

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, H, W) float32, about [0, 1]."""
        image: Tensor = (latent @ self.matrix + self.centre).unflatten(1, self.shape)
        return image
