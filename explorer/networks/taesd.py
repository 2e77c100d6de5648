"""Tiny autoencoders of diffusion models' latents (Bohan, TAESD, 2023): 8 pixels a side to one.

Residual blocks of three 3x3 convolutions at one width, halvings by strided convolutions, doublings
by repeated pixels. Latents are softly clamped to -3 .. 3 before they are decoded. The kind made
for FLUX.2 adds a normalised branch of 1x1 convolutions to its blocks of lowest resolution.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn

_BLOCKS = 3
_LIMIT = 3.0


class _Block(nn.Module):
    """relu(x + body(x)), before it x + pool(x) where there is a pool."""

    def __init__(self, channels: int, pooled: bool) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(channels, channels, 3, 1, 1), nn.ReLU(),
            nn.Conv2d(channels, channels, 3, 1, 1), nn.ReLU(),
            nn.Conv2d(channels, channels, 3, 1, 1),
        )  # fmt: skip
        wide = 4 * channels
        branch = nn.Sequential(
            nn.Conv2d(channels, wide, 1, bias=False), nn.GroupNorm(4, wide), nn.ReLU(),
            nn.Conv2d(wide, channels, 1, bias=False),
        )  # fmt: skip
        self.pool = branch if pooled else None

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> the same."""
        if self.pool is not None:
            x = x + self.pool(x)
        return torch.relu(x + self.conv(x))


class _Clamp(nn.Module):
    """3 tanh(x / 3)."""

    def forward(self, x: Tensor) -> Tensor:
        """Any shape -> the same."""
        return _LIMIT * torch.tanh(x / _LIMIT)


class TaesdEncoder(nn.Module):
    """Images to latents of an eighth of their side. There is one answer, no distribution."""

    OUTPUTS: ClassVar[tuple[str, ...]] = ("mean",)

    def __init__(
        self, latent: int, colours: int = 3, channels: int = 64, pooled: bool = False
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = [
            nn.Conv2d(colours, channels, 3, 1, 1), _Block(channels, False),
        ]  # fmt: skip
        for stage in range(3):
            layers.append(nn.Conv2d(channels, channels, 3, 2, 1, bias=False))
            layers += [_Block(channels, pooled and stage == 2) for _ in range(_BLOCKS)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(channels, latent, 3, 1, 1))

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, H, W) float32 in [0, 1], sides multiples of 8 -> (N, latent, H / 8, W / 8)."""
        mean: Tensor = self.layers(image)
        return mean


class TaesdDecoder(nn.Module):
    """Latents to images of eight times their side."""

    def __init__(
        self, latent: int, colours: int = 3, channels: int = 64, pooled: bool = False
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = [_Clamp(), nn.Conv2d(latent, channels, 3, 1, 1), nn.ReLU()]
        for stage in range(3):
            layers += [_Block(channels, pooled and stage == 0) for _ in range(_BLOCKS)]
            layers += [
                nn.Upsample(scale_factor=2.0), nn.Conv2d(channels, channels, 3, 1, 1, bias=False),
            ]  # fmt: skip
        last = nn.Conv2d(channels, colours, 3, 1, 1)
        self.layers = nn.Sequential(*layers, _Block(channels, False), last)

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent, h, w) float32 -> (N, C, 8 h, 8 w) float32, about [0, 1]."""
        image: Tensor = self.layers(latent)
        return image
