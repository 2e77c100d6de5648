"""Networks that turn one picture into another: a generator told the domain, its patch critic, and
style transfer by adaptive instance normalisation.

Sized for live drawing: a picture is folded to half its side first, so that most of the work
happens where there are few places.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from explorer.networks.beginnings import lively

_HARDLY = 2.0  # minus the logit of a mask at the start


class Translator(nn.Module):
    """A generator told the domain to paint in (Isola et al., 2017, with StarGAN's one generator
    for all domains, Choi et al., 2018): an encoder, residual blocks, a decoder with skips.

    The domain biases every residual block, so that one set of weights paints all domains. A
    `masked` one also says how much of each pixel it paints over (the attention mask of GANimation,
    Pumarola et al., 2018), at first hardly any, so that learning begins at the picture itself.

    Maps are doubled by repeating, then convolved (Odena et al., Deconvolution and checkerboard
    artifacts, 2016): with channels for pixels a critic was pleased by chequered pictures.
    """

    OUTPUTS = ("image",)

    def __init__(
        self, colours: int = 3, domains: int = 4, width: int = 32, deep: int = 96,
        blocks: int = 4, masked: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.masked = masked
        self.fold, self.twice = nn.PixelUnshuffle(2), nn.Upsample(scale_factor=2)
        self.first = nn.Sequential(nn.Conv2d(4 * colours, width, 3, 1, 1), nn.ReLU())
        self.second = nn.Sequential(
            nn.Conv2d(width, 2 * width, 4, 2, 1), nn.InstanceNorm2d(2 * width, affine=True),
            nn.ReLU(),
        )  # fmt: skip
        self.third = nn.Sequential(
            nn.Conv2d(2 * width, deep, 4, 2, 1), nn.InstanceNorm2d(deep, affine=True), nn.ReLU()
        )
        self.domains = nn.Embedding(domains, deep)
        self.blocks = nn.ModuleList(_Residual(deep) for _ in range(blocks))
        self.rise = nn.Sequential(
            self.twice, nn.Conv2d(deep, 2 * width, 3, 1, 1),
            nn.InstanceNorm2d(2 * width, affine=True), nn.ReLU(),
        )  # fmt: skip
        self.told = nn.Embedding(domains, 2 * width)
        self.climb = nn.Sequential(
            self.twice, nn.Conv2d(4 * width, width, 3, 1, 1),
            nn.InstanceNorm2d(width, affine=True), nn.ReLU(),
        )  # fmt: skip
        self.last = nn.Conv2d(2 * width + colours, colours + masked, 3, 1, 1)
        if masked and self.last.bias is not None:
            nn.init.constant_(self.last.bias[-1:], -_HARDLY)

    def forward(self, source: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) float32 in [-1, 1] and the domain to paint in (N,) int64 -> the same shape
        in [-1, 1]; H and W multiples of 8."""
        wide = self.first(self.fold(source))
        half = self.second(wide)
        held = self.third(half)
        bias = self.domains(label)[:, :, None, None]
        for block in self.blocks:
            held = block(held + bias)
        held = self.rise(held) + self.told(label)[:, :, None, None]
        held = self.climb(torch.cat([held, half], 1))
        held = self.twice(torch.cat([held, wide], 1))
        found = self.last(torch.cat([held, source], 1))
        if self.masked:
            share = found[:, -1:].sigmoid()
            painted: Tensor = source * (1 - share) + share * found[:, :-1].tanh()
        else:
            painted = found.tanh()
        return painted


class _Residual(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(width, width, 3, 1, 1), nn.InstanceNorm2d(width, affine=True), nn.ReLU(),
            nn.Conv2d(width, width, 3, 1, 1), nn.InstanceNorm2d(width, affine=True),
        )  # fmt: skip

    def forward(self, x: Tensor) -> Tensor:
        held: Tensor = x + self.layers(x)
        return held


class PatchCritic(nn.Module):
    """Judges patches of a picture beside what it was made from (PatchGAN, Isola et al., 2017)."""

    OUTPUTS = ("score",)

    def __init__(self, colours: int = 3, domains: int = 4, width: int = 32) -> None:
        super().__init__()
        self.start = nn.Sequential(
            nn.PixelUnshuffle(2), nn.Conv2d(8 * colours, width, 4, 2, 1), nn.LeakyReLU(0.2)
        )
        self.labels = nn.Embedding(domains, width)
        self.layers = nn.Sequential(
            nn.Conv2d(width, 2 * width, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Conv2d(2 * width, 1, 3, 1, 1),
        )  # fmt: skip

    def forward(self, image: Tensor, source: Tensor, label: Tensor) -> Tensor:
        """Two pictures (N, C, H, W) in [-1, 1] and the domain of the first (N,) -> logits of
        patches (N, 1, H / 8, W / 8)."""
        held = self.start(torch.cat([image, source], 1))
        scores: Tensor = self.layers(held + self.labels(label)[:, :, None, None])
        return scores


class StyleTransfer(nn.Module):
    """Adaptive instance normalisation (Huang and Belongie, 2017): the features of one picture
    given the mean and spread, channel by channel, of another's."""

    OUTPUTS = ("image",)

    def __init__(self, colours: int = 3, width: int = 32, deep: int = 96) -> None:
        super().__init__()
        self.encoder = nn.ModuleList([
            nn.Sequential(
                nn.PixelUnshuffle(2), nn.Conv2d(4 * colours, width, 3, 1, 1), nn.ReLU()
            ),
            nn.Sequential(nn.Conv2d(width, 2 * width, 4, 2, 1), nn.ReLU()),
            nn.Sequential(
                nn.Conv2d(2 * width, deep, 4, 2, 1), nn.ReLU(), nn.Conv2d(deep, deep, 3, 1, 1),
                nn.ReLU(),
            ),
        ])  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Conv2d(deep, deep, 3, 1, 1), nn.ReLU(),
            nn.Upsample(scale_factor=2), nn.Conv2d(deep, 2 * width, 3, 1, 1), nn.ReLU(),
            nn.Upsample(scale_factor=2), nn.Conv2d(2 * width, width, 3, 1, 1), nn.ReLU(),
            nn.Upsample(scale_factor=2), nn.Conv2d(width, colours, 3, 1, 1), nn.Sigmoid(),
        )  # fmt: skip
        lively(self)

    def features(self, image: Tensor) -> list[Tensor]:
        """(N, C, H, W) in [0, 1] -> the maps of each depth, at halves, quarters and eighths."""
        held, found = image, []
        for stage in self.encoder:
            held = stage(held)
            found.append(held)
        return found

    def forward(self, source: Tensor, style: Tensor, strength: Tensor) -> Tensor:
        """Content and style (N, C, H, W) in [0, 1] and how much of the style (N,), 0 to 1 ->
        (N, C, H, W) in [0, 1]."""
        content = self.features(source)[-1]
        moved = adapted(content, self.features(style)[-1])
        share = strength[:, None, None, None]
        painted: Tensor = self.decoder(content + share * (moved - content))
        return painted


def adapted(content: Tensor, style: Tensor) -> Tensor:
    """AdaIN (eq. 8): content (N, C, H, W) with each channel's mean and spread of `style`."""
    mean, spread = moments(content)
    wanted, wide = moments(style)
    return (content - mean) / spread * wide + wanted


def moments(maps: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation over places, (N, C, 1, 1) each."""
    mean = maps.mean((2, 3), keepdim=True)
    return mean, ((maps - mean).square().mean((2, 3), keepdim=True) + 1e-5).sqrt()
