"""The plain autoencoder of Lippe's tutorial 9 (UvA deep learning, 2022) for 32x32 pictures.

Strided 3x3 convolutions down to 4x4, one linear layer each way, transposed convolutions back, GELU
between; the decoder ends in tanh.
"""

from __future__ import annotations

from typing import ClassVar

from torch import Tensor, nn


class PhlippeEncoder(nn.Module):
    """Images to points. There is one answer, no distribution."""

    OUTPUTS: ClassVar[tuple[str, ...]] = ("mean",)

    def __init__(self, latent: int, colours: int = 3, channels: int = 32) -> None:
        super().__init__()
        one, two = channels, 2 * channels
        self.net = nn.Sequential(
            nn.Conv2d(colours, one, 3, 2, 1), nn.GELU(),
            nn.Conv2d(one, one, 3, 1, 1), nn.GELU(),
            nn.Conv2d(one, two, 3, 2, 1), nn.GELU(),
            nn.Conv2d(two, two, 3, 1, 1), nn.GELU(),
            nn.Conv2d(two, two, 3, 2, 1), nn.GELU(),
            nn.Flatten(), nn.Linear(16 * two, latent),
        )  # fmt: skip

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, 32, 32) float32 in [-1, 1] -> (N, latent) float32."""
        mean: Tensor = self.net(image)
        return mean


class PhlippeDecoder(nn.Module):
    """Points to images in [-1, 1]."""

    def __init__(self, latent: int, colours: int = 3, channels: int = 32) -> None:
        super().__init__()
        one, two = channels, 2 * channels
        self.linear = nn.Sequential(
            nn.Linear(latent, 16 * two), nn.GELU(), nn.Unflatten(1, (two, 4, 4))
        )
        self.net = nn.Sequential(
            nn.ConvTranspose2d(two, two, 3, 2, 1, output_padding=1), nn.GELU(),
            nn.Conv2d(two, two, 3, 1, 1), nn.GELU(),
            nn.ConvTranspose2d(two, one, 3, 2, 1, output_padding=1), nn.GELU(),
            nn.Conv2d(one, one, 3, 1, 1), nn.GELU(),
            nn.ConvTranspose2d(one, colours, 3, 2, 1, output_padding=1), nn.Tanh(),
        )  # fmt: skip

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, 32, 32) float32 in [-1, 1]."""
        image: Tensor = self.net(self.linear(latent))
        return image
