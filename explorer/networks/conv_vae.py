"""Encoder and decoder of a convolutional variational autoencoder (Kingma and Welling, 2014).

Sized for sliders: the decoder must answer in about a millisecond on two CPU cores, so most of its
work happens at low resolution and the last doubling is a pixel shuffle (Shi et al., 2016), which
draws sharp edges without a convolution at full width. Batch normalisation made the pair learn five
times faster than careful initialisation did; in use it is folded into the convolutions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn


class ConvEncoder(nn.Module):
    """Images to the Gaussian posterior of their latents.

    `channels` has one width for every halving; the last feature map must be at least 1x1.
    """

    def __init__(
        self,
        latent: int,
        size: int = 64,
        colours: int = 3,
        channels: Sequence[int] = (32, 48, 64, 96),
        hidden: int = 192,
    ) -> None:
        super().__init__()
        end = size >> len(channels)
        if end < 1:
            raise ValueError(f"{size} pixels cannot be halved {len(channels)} times")
        layers: list[nn.Module] = [nn.BatchNorm2d(colours)]
        for before, after in pairwise((colours, *channels)):
            layers += [
                nn.Conv2d(before, after, 4, 2, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
            ]  # fmt: skip
        self.features = nn.Sequential(*layers)
        self.head = nn.Sequential(
            nn.Flatten(), nn.Linear(channels[-1] * end * end, hidden), nn.ReLU()
        )
        self.mean = nn.Linear(hidden, latent)
        self.log_variance = nn.Linear(hidden, latent)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) float32 in [0, 1] -> mean and log variance, (N, latent) float32 each."""
        held = self.head(self.features(image))
        return self.mean(held), self.log_variance(held)


class ConvDecoder(nn.Module):
    """Latents to images in [0, 1].

    `channels` are the widths from the smallest feature map to the largest; each but the first
    doubles the side once and the closing pixel shuffle once more.
    """

    def __init__(
        self,
        latent: int,
        size: int = 64,
        colours: int = 3,
        channels: Sequence[int] = (96, 96, 64, 48),
        hidden: int = 160,
    ) -> None:
        super().__init__()
        start = size >> len(channels)
        if start < 1 or start << len(channels) != size:
            raise ValueError(f"{size} pixels are not {len(channels)} doublings of a whole number")
        first = channels[0]
        self.stem = nn.Sequential(
            nn.Linear(latent, hidden), nn.ReLU(),
            nn.Linear(hidden, first * start * start), nn.ReLU(),
            nn.Unflatten(1, (first, start, start)),
        )  # fmt: skip
        layers: list[nn.Module] = []
        for before, after in pairwise(channels):
            layers += [
                nn.Upsample(scale_factor=2.0),
                nn.Conv2d(before, after, 3, 1, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
                nn.Conv2d(after, after, 3, 1, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
            ]  # fmt: skip
        self.body = nn.Sequential(*layers)
        self.tail = nn.Sequential(
            nn.Conv2d(channels[-1], 16 * 4, 3, 1, 1, bias=False), nn.BatchNorm2d(16 * 4),
            nn.PixelShuffle(2), nn.ReLU(),
            nn.Conv2d(16, colours, 3, 1, 1), nn.Sigmoid(),
        )  # fmt: skip

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, H, W) float32 in [0, 1]."""
        image: Tensor = self.tail(self.body(self.stem(latent)))
        return image
