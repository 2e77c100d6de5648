"""The networks of the first adversarial nets and autoencoders: no convolutions anywhere.

A generator of rectified layers and a critic of maxout units with dropout (Goodfellow et al., 2014,
section 5), scaled down so that a model stays within a few megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn


def one_hot(label: Tensor, classes: int) -> Tensor:
    """(N,) int64 -> (N, classes) float32; written so that it exports with a free batch."""
    return (label.unsqueeze(1) == torch.arange(classes, device=label.device)).float()


class Maxout(nn.Module):
    """The largest of `pieces` linear functions, for each unit (Goodfellow et al., 2013)."""

    def __init__(self, inputs: int, units: int, pieces: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, units * pieces)
        self.pieces = pieces

    def forward(self, held: Tensor) -> Tensor:
        """(N, inputs) -> (N, units)."""
        most: Tensor = self.linear(held).unflatten(1, (-1, self.pieces)).amax(2)
        return most


class MlpGenerator(nn.Module):
    """Latents to images in [0, 1] through rectified layers of `hidden` widths.

    `level` puts a batch normalisation before each rectifier, which in use is a scale and a shift.
    """

    def __init__(
        self, latent: int, size: int = 32, colours: int = 1, hidden: Sequence[int] = (256, 256),
        level: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        layers: list[nn.Module] = []
        for before, after in pairwise((latent, *hidden)):
            layers += [nn.Linear(before, after)]
            layers += [nn.BatchNorm1d(after), nn.ReLU()] if level else [nn.ReLU()]
        self.layers = nn.Sequential(
            *layers, nn.Linear(hidden[-1], colours * size * size), nn.Sigmoid(),
            nn.Unflatten(1, (colours, size, size)),
        )  # fmt: skip

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, H, W) float32 in [0, 1]."""
        image: Tensor = self.layers(latent)
        return image


class MaxoutCritic(nn.Module):
    """Images to one logit each through two layers of maxout units."""

    def __init__(
        self, size: int = 32, colours: int = 1, units: int = 100, pieces: int = 4,
        dropout: float = 0.5,
    ) -> None:  # fmt: skip
        super().__init__()
        self.layers = nn.Sequential(
            nn.Flatten(), Maxout(colours * size * size, units, pieces), nn.Dropout(dropout),
            Maxout(units, units, pieces), nn.Dropout(dropout), nn.Linear(units, 1), nn.Flatten(0),
        )  # fmt: skip

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, H, W) float32 -> (N,) float32 logits, above 0 for "real"."""
        score: Tensor = self.layers(image)
        return score


class MlpEncoder(nn.Module):
    """Images to the Gaussian posterior of their latents (Kingma and Welling, 2014, appendix C)."""

    def __init__(
        self, latent: int, size: int = 32, colours: int = 1, hidden: Sequence[int] = (256, 256)
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Flatten()]
        for before, after in pairwise((colours * size * size, *hidden)):
            layers += [nn.Linear(before, after), nn.ReLU()]
        self.layers = nn.Sequential(*layers)
        self.mean = nn.Linear(hidden[-1], latent)
        self.log_variance = nn.Linear(hidden[-1], latent)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) float32 in [0, 1] -> mean and log variance, (N, latent) float32 each."""
        held = self.layers(image)
        return self.mean(held), self.log_variance(held)


class PlainMlpEncoder(nn.Module):
    """Images to one code each (Hinton and Salakhutdinov, 2006).

    The codes' mean and spread are brought to 0 and 1 by a batch normalisation without weights, so
    that a slider of this model reaches as far as another's.
    """

    OUTPUTS = ("mean",)

    def __init__(
        self, latent: int, size: int = 32, colours: int = 1, hidden: Sequence[int] = (256, 256)
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Flatten()]
        for before, after in pairwise((colours * size * size, *hidden)):
            layers += [nn.Linear(before, after), nn.ReLU()]
        self.layers = nn.Sequential(*layers, nn.Linear(hidden[-1], latent))
        self.level = nn.BatchNorm1d(latent, affine=False)

    def forward(self, image: Tensor) -> Tensor:
        """(N, C, H, W) float32 in [0, 1] -> (N, latent) float32."""
        code: Tensor = self.level(self.layers(image))
        return code
