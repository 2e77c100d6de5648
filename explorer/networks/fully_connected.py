"""The networks of the first adversarial nets and autoencoders: no convolutions anywhere.

A generator of rectified layers and a critic of maxout units with dropout (Goodfellow et al., 2014,
section 5), and the pair that is told a class (Mirza and Osindero, 2014, section 4.1), both scaled
down so that a model stays within a few megabytes.
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


class ConditionalMlpGenerator(nn.Module):
    """Latents and classes to images in [0, 1]: each has a layer of its own, then one for both."""

    def __init__(
        self, latent: int, classes: int = 10, size: int = 32, colours: int = 1,
        widths: Sequence[int] = (160, 96, 320),
    ) -> None:  # fmt: skip
        super().__init__()
        self.classes = classes
        self.noise = nn.Sequential(nn.Linear(latent, widths[0]), nn.ReLU())
        self.told = nn.Sequential(nn.Linear(classes, widths[1]), nn.ReLU())
        self.joint = nn.Sequential(
            nn.Linear(widths[0] + widths[1], widths[2]), nn.BatchNorm1d(widths[2]), nn.ReLU(),
            nn.Linear(widths[2], colours * size * size), nn.Sigmoid(),
            nn.Unflatten(1, (colours, size, size)),
        )  # fmt: skip

    def forward(self, latent: Tensor, label: Tensor) -> Tensor:
        """(N, latent) float32 and (N,) int64 -> (N, C, H, W) float32 in [0, 1]."""
        told = self.told(one_hot(label, self.classes))
        image: Tensor = self.joint(torch.cat([self.noise(latent), told], 1))
        return image


class ConditionalMaxoutCritic(nn.Module):
    """Images and classes to one logit each: a maxout layer for each, then one for both.

    The shared layer also sees the two multiplied, as a projection does (Miyato and Koyama, 2018):
    what is right in a picture depends on the class from the first step on.
    """

    def __init__(
        self, classes: int = 10, size: int = 32, colours: int = 1, units: int = 96,
        pieces: int = 4, dropout: float = 0.4,
    ) -> None:  # fmt: skip
        super().__init__()
        self.classes = classes
        self.seen = nn.Sequential(nn.Flatten(), Maxout(colours * size * size, units, pieces))
        self.told = nn.Linear(classes, units)
        self.joint = nn.Sequential(
            nn.Dropout(dropout), Maxout(2 * units, units, pieces), nn.Dropout(dropout),
            nn.Linear(units, 1), nn.Flatten(0),
        )  # fmt: skip

    def forward(self, image: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) float32 and (N,) int64 -> (N,) float32 logits."""
        seen, told = self.seen(image), self.told(one_hot(label, self.classes))
        score: Tensor = self.joint(torch.cat([seen, seen * told * self.classes**0.5], 1))
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
