"""Two domains with one code (UNIT; Liu et al., 2017): encoders and decoders that share their deep
half, and meet in a small grid of numbers.

The code is a grid of places, a sixteenth of the picture's side, each with a few channels; it is
flat at the border, so that every number of it has a slider of its own.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn

from explorer.networks.beginnings import lively


class SharedEncoder(nn.Module):
    """`own[d]` reads pictures of domain d; what follows is the same for all."""

    OUTPUTS: ClassVar[tuple[str, ...]] = ("mean",)

    def __init__(
        self, colours: int = 3, codes: int = 8, width: int = 24, deep: int = 96, domains: int = 2
    ) -> None:
        super().__init__()
        self.own = nn.ModuleList(
            nn.Sequential(
                nn.PixelUnshuffle(2), nn.Conv2d(4 * colours, width, 3, 1, 1), nn.ReLU(),
                nn.Conv2d(width, 2 * width, 4, 2, 1), nn.ReLU(),
            )
            for _ in range(domains)
        )  # fmt: skip
        self.shared = nn.Sequential(
            nn.Conv2d(2 * width, deep, 4, 2, 1), nn.ReLU(), _Residual(deep),
            nn.Conv2d(deep, deep, 4, 2, 1), nn.ReLU(), nn.Conv2d(deep, codes, 1),
        )  # fmt: skip
        lively(self)

    def read(self, image: Tensor, domain: int) -> Tensor:
        """Pictures (N, C, H, W) of one domain, in [-1, 1] -> means (N, codes * H * W / 256).

        H and W are multiples of 16.
        """
        mean: Tensor = self.shared(self.own[domain](image)).flatten(1)
        return mean

    def forward(self, image: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) in [-1, 1] and the domain of each (N,) -> means (N, codes * H * W / 256).

        A number lies at its channel, row and column, in that order.
        """
        held = torch.stack([own(image) for own in self.own], 1)
        mean: Tensor = self.shared(_chosen(held, label)).flatten(1)
        return mean


class SharedDecoder(nn.Module):
    """What all domains have in common, then `own[d]` for pictures of domain d.

    It ends without a bound: most of a page is white, where a bounded one has no slope to learn by.
    """

    OUTPUTS: ClassVar[tuple[str, ...]] = ("image",)

    def __init__(
        self, colours: int = 3, codes: int = 8, width: int = 24, deep: int = 96,
        domains: int = 2, grid: int = 4,
    ) -> None:  # fmt: skip
        super().__init__()
        self.shape = (codes, grid, grid)
        self.shared = nn.Sequential(
            nn.Conv2d(codes, deep, 3, 1, 1), nn.ReLU(), _Residual(deep),
            nn.Upsample(scale_factor=2), nn.Conv2d(deep, deep, 3, 1, 1), nn.ReLU(),
            _Residual(deep),
        )  # fmt: skip
        self.own = nn.ModuleList(
            nn.Sequential(
                nn.Upsample(scale_factor=2), nn.Conv2d(deep, 2 * width, 3, 1, 1), nn.ReLU(),
                nn.Upsample(scale_factor=2), nn.Conv2d(2 * width, width, 3, 1, 1), nn.ReLU(),
                nn.Upsample(scale_factor=2), nn.Conv2d(width, colours, 3, 1, 1),
            )
            for _ in range(domains)
        )  # fmt: skip
        lively(self)

    def draw(self, latent: Tensor, domain: int) -> Tensor:
        """Codes (N, codes * grid * grid) -> pictures (N, C, H, W) of one domain, about [-1, 1]."""
        image: Tensor = self.own[domain](self._common(latent))
        return image

    def forward(self, latent: Tensor, label: Tensor) -> Tensor:
        """Codes (N, codes * grid * grid) and the domain of each (N,) int64 -> (N, C, H, W)."""
        held = self._common(latent)
        return _chosen(torch.stack([own(held) for own in self.own], 1), label)

    def _common(self, latent: Tensor) -> Tensor:
        held: Tensor = self.shared(latent.unflatten(1, self.shape))
        return held


class _Residual(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(width, width, 3, 1, 1), nn.ReLU(), nn.Conv2d(width, width, 3, 1, 1)
        )

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> the same shape, without negative numbers."""
        held: Tensor = (x + self.layers(x)).relu()
        return held


def _chosen(held: Tensor, label: Tensor) -> Tensor:
    """One of the maps (N, D, C, H, W) for each row, by its domain."""
    index = label[:, None, None, None, None].expand(-1, 1, *held.shape[2:])
    return held.gather(1, index)[:, 0]
