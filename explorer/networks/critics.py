"""Convolutional critics that say more than a score, and the generator that is told a class.

All are built like a DCGAN's critic without batch normalisation, so that what they say of a picture
depends on that picture alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d, interpolate

from explorer.networks.dcgan import DcganGenerator
from explorer.networks.fully_connected import one_hot


def halvings(colours: int, channels: Sequence[int]) -> nn.Sequential:
    """Strided convolutions, one halving for each of `channels`."""
    layers: list[nn.Module] = []
    for before, after in pairwise((colours, *channels)):
        layers += [nn.Conv2d(before, after, 4, 2, 1), nn.LeakyReLU(0.2)]
    return nn.Sequential(*layers)


class LabelledGenerator(nn.Module):
    """A DCGAN generator whose latent is joined by a class, one-hot."""

    def __init__(
        self, latent: int, classes: int = 10, size: int = 32, colours: int = 1,
        channels: Sequence[int] = (96, 48, 24),
    ) -> None:  # fmt: skip
        super().__init__()
        self.classes = classes
        self.body = DcganGenerator(latent + classes, size, colours, channels)

    def forward(self, latent: Tensor, label: Tensor) -> Tensor:
        """(N, latent) float32 and (N,) int64 -> (N, C, H, W) float32 in [-1, 1]."""
        image: Tensor = self.body(torch.cat([latent, one_hot(label, self.classes)], 1))
        return image


class LabelledCritic(nn.Module):
    """Images and classes to one logit each: a judgement of the picture and one of the match.

    The match is the inner product of the picture's features with a vector of its class, a
    projection (Miyato and Koyama, cGANs with projection discriminator, 2018, equation 3).
    """

    def __init__(
        self, classes: int = 10, size: int = 32, colours: int = 1,
        channels: Sequence[int] = (24, 48, 96),
    ) -> None:  # fmt: skip
        super().__init__()
        self.classes = classes
        end = size >> len(channels)
        features = channels[-1] * end * end
        self.trunk = nn.Sequential(halvings(colours, channels), nn.Flatten())
        self.judge = nn.Sequential(nn.Linear(features, 1), nn.Flatten(0))
        self.told = nn.Linear(classes, features, bias=False)

    def forward(self, image: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) in [-1, 1] and (N,) int64 -> (N,) float32 logits."""
        held = self.trunk(image)
        match = (held * self.told(one_hot(label, self.classes))).sum(1)
        score: Tensor = self.judge(held) + match
        return score


class RecognisingCritic(nn.Module):
    """InfoGAN's critic and recognition head, which share all but the last layers.

    X. Chen et al. (2016), appendix C.1: Q(c | x) is a categorical over the class code and a
    Gaussian of unit variance for each continuous code.
    """

    OUTPUTS = ("score", "category", "codes")

    def __init__(
        self, classes: int = 10, codes: int = 2, size: int = 32, colours: int = 1,
        channels: Sequence[int] = (24, 48, 96), hidden: int = 96,
    ) -> None:  # fmt: skip
        super().__init__()
        end = size >> len(channels)
        self.trunk = nn.Sequential(halvings(colours, channels), nn.Flatten())
        inputs = channels[-1] * end * end
        self.judge = nn.Sequential(nn.Linear(inputs, 1), nn.Flatten(0))
        self.recognise = nn.Sequential(nn.Linear(inputs, hidden), nn.LeakyReLU(0.2))
        self.category = nn.Linear(hidden, classes)
        self.codes = nn.Linear(hidden, codes)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(N, C, H, W) in [-1, 1] -> score (N,), class logits (N, classes), codes (N, codes)."""
        held = self.trunk(image)
        read = self.recognise(held)
        return self.judge(held), self.category(read), self.codes(read)


class FeatureCritic(nn.Module):
    """A critic that also gives out its last feature map, in which pictures can be compared."""

    OUTPUTS = ("score", "features")

    def __init__(
        self, size: int = 32, colours: int = 1, channels: Sequence[int] = (24, 48, 96)
    ) -> None:
        super().__init__()
        end = size >> len(channels)
        self.trunk = halvings(colours, channels)
        self.judge = nn.Sequential(
            nn.Flatten(), nn.Linear(channels[-1] * end * end, 1), nn.Flatten(0)
        )

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) float32 -> score (N,) logits, features (N, D)."""
        held = self.trunk(image)
        return self.judge(held), held.flatten(1)


class PatchCritics(nn.Module):
    """Several strided critics, each seeing the picture at half the size of the one before.

    Each judges overlapping patches, not the whole (Isola et al., 2017, section 3.2.2; over several
    scales Wang et al., 2018, section 3.2).
    """

    OUTPUTS = ("score", "patches")

    def __init__(
        self, scales: int = 3, colours: int = 1, channels: Sequence[int] = (24, 48)
    ) -> None:
        super().__init__()
        self.critics = nn.ModuleList(
            nn.Sequential(halvings(colours, channels), nn.Conv2d(channels[-1], 1, 3, 1, 1))
            for _ in range(scales)
        )

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) in [-1, 1] -> score (N,), the mean; patches (N, scales, H / 4, W / 4).

        Coarse judgements are repeated over the patches they cover, so that a mean over all gives
        every scale the same say (Wang et al., equation 2, sums over the critics).
        """
        found: list[Tensor] = []
        for critic in self.critics:
            patches = critic(image)
            if found:
                patches = interpolate(patches, size=found[0].shape[2:])
            found.append(patches)
            image = avg_pool2d(image, 2)
        judged = torch.cat(found, 1)
        return judged.mean((1, 2, 3)), judged
