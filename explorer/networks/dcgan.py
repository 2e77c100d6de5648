"""Generator and critic of a DCGAN (Radford, Metz and Chintala, 2016), at 32x32.

The generator is the paper's: transposed convolutions, batch normalisation, tanh. The critic has
no batch normalisation, so that the score of an image depends on that image alone, which is what a
number shown beside a picture has to mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn


class DcganGenerator(nn.Module):
    """Latents to images in [-1, 1]; `channels` from the 4x4 map on, each doubling the side."""

    def __init__(
        self, latent: int, size: int = 32, colours: int = 1, channels: Sequence[int] = (192, 96, 48)
    ) -> None:
        super().__init__()
        if 4 << len(channels) != size:
            raise ValueError(f"{len(channels)} doublings of 4 pixels do not make {size}")
        layers: list[nn.Module] = [
            nn.Unflatten(1, (latent, 1, 1)),
            nn.ConvTranspose2d(latent, channels[0], 4, 1, 0, bias=False),
            nn.BatchNorm2d(channels[0]), nn.ReLU(),
        ]  # fmt: skip
        for before, after in pairwise(channels):
            layers += [
                nn.ConvTranspose2d(before, after, 4, 2, 1, bias=False),
                nn.BatchNorm2d(after), nn.ReLU(),
            ]  # fmt: skip
        layers += [nn.ConvTranspose2d(channels[-1], colours, 4, 2, 1), nn.Tanh()]
        self.layers = nn.Sequential(*layers)
        for module in self.modules():
            if isinstance(module, nn.ConvTranspose2d):
                nn.init.normal_(module.weight, 0.0, 0.02)

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, H, W) float32 in [-1, 1]."""
        image: Tensor = self.layers(latent)
        return image


class DcganCritic(nn.Module):
    """Images to one logit each: high where they look real."""

    def __init__(
        self, size: int = 32, colours: int = 1, channels: Sequence[int] = (48, 96, 192)
    ) -> None:
        super().__init__()
        if size >> len(channels) != 4:
            raise ValueError(f"{len(channels)} halvings of {size} pixels do not end at 4")
        layers: list[nn.Module] = []
        for before, after in pairwise((colours, *channels)):
            layers += [nn.Conv2d(before, after, 4, 2, 1), nn.LeakyReLU(0.2)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(channels[-1], 1, 4, 1, 0), nn.Flatten(0))

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, H, W) float32 in [-1, 1] -> (N,) float32 logits."""
        score: Tensor = self.layers(image)
        return score
