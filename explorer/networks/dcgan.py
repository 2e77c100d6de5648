"""Generator and critic of a DCGAN (Radford, Metz and Chintala, 2016), at 32x32 and elsewhere.

The generator is the paper's: transposed convolutions, batch normalisation, tanh. Our critic has
no batch normalisation, so that the score of an image depends on that image alone, which is what a
number shown beside a picture has to mean; others' critics have it (`norm`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn


def _normed(channels: int, norm: bool) -> list[nn.Module]:
    return [nn.BatchNorm2d(channels)] if norm else []


class DcganGenerator(nn.Module):
    """Latents to images in [-1, 1]; `channels` from the 4x4 map on, each doubling the side.

    `norm` and `bias` say what each layer but the last has, `last_bias` whether that one has one.
    """

    def __init__(
        self,
        latent: int,
        size: int = 32,
        colours: int = 1,
        channels: Sequence[int] = (192, 96, 48),
        norm: bool = True,
        bias: bool = False,
        last_bias: bool = True,
    ) -> None:
        super().__init__()
        if 4 << len(channels) != size:
            raise ValueError(f"{len(channels)} doublings of 4 pixels do not make {size}")
        layers: list[nn.Module] = [
            nn.Unflatten(1, (latent, 1, 1)),
            nn.ConvTranspose2d(latent, channels[0], 4, 1, 0, bias=bias),
            *_normed(channels[0], norm), nn.ReLU(),
        ]  # fmt: skip
        for before, after in pairwise(channels):
            layers += [
                nn.ConvTranspose2d(before, after, 4, 2, 1, bias=bias),
                *_normed(after, norm), nn.ReLU(),
            ]  # fmt: skip
        layers += [nn.ConvTranspose2d(channels[-1], colours, 4, 2, 1, bias=last_bias), nn.Tanh()]
        self.layers = nn.Sequential(*layers)
        for module in self.modules():
            if isinstance(module, nn.ConvTranspose2d):
                nn.init.normal_(module.weight, 0.0, 0.02)

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, H, W) float32 in [-1, 1]."""
        image: Tensor = self.layers(latent)
        return image


class DcganCritic(nn.Module):
    """Images to one logit each: high where they look real.

    `norm` says whether all layers but the first and the last are normalised.
    """

    def __init__(
        self,
        size: int = 32,
        colours: int = 1,
        channels: Sequence[int] = (48, 96, 192),
        norm: bool = False,
        bias: bool = True,
    ) -> None:
        super().__init__()
        if size >> len(channels) != 4:
            raise ValueError(f"{len(channels)} halvings of {size} pixels do not end at 4")
        layers: list[nn.Module] = []
        for before, after in pairwise((colours, *channels)):
            layers += [
                nn.Conv2d(before, after, 4, 2, 1, bias=bias),
                *_normed(after, norm and bool(layers)), nn.LeakyReLU(0.2),
            ]  # fmt: skip
        last = nn.Conv2d(channels[-1], 1, 4, 1, 0, bias=bias)
        self.layers = nn.Sequential(*layers, last, nn.Flatten(0))

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, H, W) float32 in [-1, 1] -> (N,) float32 logits."""
        score: Tensor = self.layers(image)
        return score
