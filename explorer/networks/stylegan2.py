"""The generator of StyleGAN2 (Karras et al., "Analyzing and improving the image quality", 2020).

Written from the paper: each convolution's weights are scaled by a style and brought back to unit
length (section 2.2, eq. 1 to 3), which is done on its input and its output here, so that a batch
needs no weights of its own; every level adds to a picture that is doubled on its way (section
4.1). The noise added to each map is the one stored with the weights, so that a latent always gives
the same picture. The layers that map z to w are in explorer.latent.styles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

_TINY = 1e-8
_TAPS = (1.0, 3.0, 3.0, 1.0)


def _leaky(x: Tensor) -> Tensor:
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


def _taps(x: Tensor, channels: int) -> Tensor:
    """The 4x4 binomial filter for doubled maps, (channels, 1, 4, 4), summing to 4."""
    line = torch.tensor(_TAPS, dtype=x.dtype, device=x.device)
    return (line[:, None] * line[None, :] / 16).expand(channels, 1, 4, 4)


class _Linear(nn.Module):
    """A style's layer. Stored weights have unit variance, and are scaled when used."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(after, before))
        self.bias = nn.Parameter(torch.ones(after))
        self.scale = 1 / math.sqrt(before)

    def forward(self, x: Tensor) -> Tensor:
        """(N, before) -> (N, after)."""
        return F.linear(x, self.weight * self.scale, self.bias)


class _Styled(nn.Module):
    """Modulated 3x3 convolution, noise, bias, leaky ReLU; doubling its map first if `up`."""

    def __init__(self, before: int, after: int, style: int, side: int, up: bool) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(after, before, 3, 3))
        self.bias = nn.Parameter(torch.zeros(after))
        self.style = _Linear(style, before)
        self.noise = nn.Parameter(torch.randn(side, side))
        self.strength = nn.Parameter(torch.zeros(()))
        self.up = up

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        """(N, before, h, h) and (N, style) -> (N, after, side, side)."""
        s = self.style(w)
        lengths = (s.square() @ self.weight.square().sum((2, 3)).T + _TINY).rsqrt()
        x = x * s[:, :, None, None]
        if self.up:
            x = F.conv_transpose2d(x, self.weight.transpose(0, 1), stride=2)
            channels = self.weight.shape[0]
            x = F.conv2d(x, _taps(x, channels), padding=1, groups=channels)
        else:
            x = F.conv2d(x, self.weight, padding=1)
        x = x * lengths[:, :, None, None] + self.noise * self.strength
        return _leaky(x + self.bias[:, None, None])


class _ToColour(nn.Module):
    """Modulated 1x1 convolution to colours; not brought back to unit length."""

    def __init__(self, before: int, colours: int, style: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(colours, before, 1, 1))
        self.bias = nn.Parameter(torch.zeros(colours))
        self.style = _Linear(style, before)
        self.scale = 1 / math.sqrt(before)

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        """(N, before, h, h) and (N, style) -> (N, colours, h, h)."""
        x = x * (self.style(w) * self.scale)[:, :, None, None]
        return F.conv2d(x, self.weight) + self.bias[:, None, None]


class Stylegan2Generator(nn.Module):
    """Styles to images, about [-1, 1].

    Args:
        style: numbers of a w.
        channels: widths of the maps from 4x4 on, each but the first doubling the side.
        colours: of the picture.
    """

    OUTPUTS: ClassVar[tuple[str, ...]] = ("image",)

    def __init__(
        self,
        style: int = 512,
        channels: Sequence[int] = (512, 512, 512, 512, 512),
        colours: int = 3,
    ) -> None:
        super().__init__()
        self.constant = nn.Parameter(torch.randn(channels[0], 4, 4))
        self.layers = nn.ModuleList([_Styled(channels[0], channels[0], style, 4, up=False)])
        for level in range(1, len(channels)):
            before, after, side = channels[level - 1], channels[level], 4 << level
            self.layers.append(_Styled(before, after, style, side, up=True))
            self.layers.append(_Styled(after, after, style, side, up=False))
        self.colours = nn.ModuleList(_ToColour(width, colours, style) for width in channels)

    def forward(self, latent: Tensor) -> Tensor:
        """A w for each layer and one more, (N, layers + 1, style), to (N, C, H, H) float32."""
        w = latent
        x = self.layers[0](self.constant.expand(w.shape[0], -1, -1, -1), w[:, 0])
        image: Tensor = self.colours[0](x, w[:, 1])
        for level in range(1, len(self.colours)):
            first = 2 * level - 1
            x = self.layers[first](x, w[:, first])
            x = self.layers[first + 1](x, w[:, first + 1])
            taps = _taps(image, image.shape[1])
            image = F.conv_transpose2d(image, taps, stride=2, padding=1, groups=image.shape[1])
            image = image + self.colours[level](x, w[:, first + 2])
        return image
