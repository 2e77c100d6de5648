"""Generators that turn a picture into another: residual (CycleGAN) and U-shaped (pix2pix).

The residual one (Johnson et al., 2016; Zhu et al., 2017, section 7.1) halves a picture twice,
passes it through blocks, doubles it twice. The U-shaped one (Isola et al., 2017, section 6.1)
halves it down to a point and takes every level's map along to the way up. Dropout, which pix2pix
keeps on when it is used, is off here: the same picture gives the same picture.
"""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

import torch
from torch import Tensor, nn


def _norm(channels: int, batch: bool) -> nn.Module:
    return nn.BatchNorm2d(channels) if batch else nn.InstanceNorm2d(channels)


class _Residual(nn.Module):
    def __init__(self, channels: int, batch: bool, reflect: bool) -> None:
        super().__init__()

        def padded() -> list[nn.Module]:
            conv = nn.Conv2d(channels, channels, 3, padding=0 if reflect else 1, bias=not batch)
            return [nn.ReflectionPad2d(1) if reflect else nn.Identity(), conv]

        self.layers = nn.Sequential(
            *padded(), _norm(channels, batch), nn.ReLU(), *padded(), _norm(channels, batch)
        )

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> the same."""
        result: Tensor = x + self.layers(x)
        return result


class ResidualTranslator(nn.Module):
    """A picture to a picture of the same size, in [-1, 1].

    `batch` normalises over the training set's statistics, otherwise each map over itself;
    `reflect` says that blocks mirror their borders, otherwise they see zeros there.
    """

    OUTPUTS: ClassVar[tuple[str, ...]] = ("image",)

    def __init__(
        self,
        colours: int = 3,
        made: int = 3,
        channels: int = 64,
        blocks: int = 9,
        batch: bool = False,
        reflect: bool = True,
    ) -> None:
        super().__init__()
        widths = (channels, 2 * channels, 4 * channels)
        layers: list[nn.Module] = [
            nn.ReflectionPad2d(3), nn.Conv2d(colours, channels, 7, bias=not batch),
            _norm(channels, batch), nn.ReLU(),
        ]  # fmt: skip
        for before, after in pairwise(widths):
            layers += [
                nn.Conv2d(before, after, 3, 2, 1, bias=not batch), _norm(after, batch), nn.ReLU(),
            ]  # fmt: skip
        layers += [_Residual(widths[-1], batch, reflect) for _ in range(blocks)]
        for before, after in pairwise(reversed(widths)):
            layers += [
                nn.ConvTranspose2d(before, after, 3, 2, 1, output_padding=1, bias=not batch),
                _norm(after, batch), nn.ReLU(),
            ]  # fmt: skip
        layers += [nn.ReflectionPad2d(3), nn.Conv2d(channels, made, 7), nn.Tanh()]
        self.layers = nn.Sequential(*layers)

    def forward(self, source: Tensor) -> Tensor:
        """(N, colours, H, W) float32, sides multiples of 4 -> (N, made, H, W) in [-1, 1]."""
        result: Tensor = self.layers(source)
        return result


class UnetTranslator(nn.Module):
    """A picture to a picture of the same size, in [-1, 1].

    `depth` halvings; a side is a multiple of 2 ** depth. Widths double to eight times `channels`.
    """

    OUTPUTS: ClassVar[tuple[str, ...]] = ("image",)

    def __init__(
        self,
        colours: int = 3,
        made: int = 3,
        channels: int = 64,
        depth: int = 8,
        batch: bool = True,
    ) -> None:
        super().__init__()
        widths = [channels * min(8, 1 << level) for level in range(depth)]
        self.downs, self.ups = nn.ModuleList(), nn.ModuleList()
        self.down_norms, self.up_norms = nn.ModuleList(), nn.ModuleList()
        for level, width in enumerate(widths):
            outer = widths[level - 1] if level else colours
            bias = not batch or level == 0
            last = level == depth - 1
            self.downs.append(nn.Conv2d(outer, width, 4, 2, 1, bias=not batch))
            inside = width if last else 2 * width
            self.ups.append(
                nn.ConvTranspose2d(inside, outer if level else made, 4, 2, 1, bias=bias)
            )
            # The outermost level has no norm, the innermost none on its way down.
            self.down_norms.append(nn.Identity() if level == 0 or last else _norm(width, batch))
            self.up_norms.append(_norm(outer, batch) if level else nn.Identity())

    def forward(self, source: Tensor) -> Tensor:
        """(N, colours, H, W) float32 -> (N, made, H, W) in [-1, 1]."""
        maps: list[Tensor] = []
        x = source
        for level, (down, norm) in enumerate(zip(self.downs, self.down_norms, strict=True)):
            x = norm(down(nn.functional.leaky_relu(x, 0.2) if level else x))
            maps.append(x)
        x = maps.pop()
        for up, norm in zip(reversed(self.ups), reversed(self.up_norms), strict=True):
            x = norm(up(torch.relu(x)))
            if maps:
                x = torch.cat([maps.pop(), x], 1)
        return torch.tanh(x)
