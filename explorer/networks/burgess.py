"""Encoder and decoder of Burgess et al., "Understanding disentangling in beta-VAE" (2018).

Convolutions of kernel 4 and stride 2 down to 4x4, two fully connected layers, the same mirrored
(appendix A.1). The encoder's last layer gives mean and log variance of each latent side by side,
as the project that published its weights does.
"""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn


def _steps(size: int) -> int:
    """How many halvings lead from `size` to 4 pixels; raises ValueError where none do."""
    steps = size.bit_length() - 3
    if steps < 1 or 4 << steps != size:
        raise ValueError(f"{size} pixels cannot be halved down to 4")
    return steps


class BurgessEncoder(nn.Module):
    """Images to the Gaussian posterior of their latents."""

    def __init__(
        self, latent: int, size: int = 32, colours: int = 1, channels: int = 32, hidden: int = 256
    ) -> None:
        super().__init__()
        widths = (colours, *(channels for _ in range(_steps(size))))
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [nn.Conv2d(before, after, 4, 2, 1), nn.ReLU()]
        self.convolutions = nn.Sequential(*layers)
        self.dense = nn.Sequential(
            nn.Linear(channels * 16, hidden), nn.ReLU(),
            nn.Linear(hidden, hidden), nn.ReLU(),
            nn.Linear(hidden, 2 * latent),
        )  # fmt: skip

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) float32 in [0, 1] -> mean and log variance, (N, latent) float32 each."""
        pairs = self.dense(self.convolutions(image).flatten(1)).unflatten(1, (-1, 2))
        return pairs[..., 0], pairs[..., 1]


class BurgessDecoder(nn.Module):
    """Latents to images in [0, 1]."""

    def __init__(
        self, latent: int, size: int = 32, colours: int = 1, channels: int = 32, hidden: int = 256
    ) -> None:
        super().__init__()
        self.dense = nn.Sequential(
            nn.Linear(latent, hidden), nn.ReLU(),
            nn.Linear(hidden, hidden), nn.ReLU(),
            nn.Linear(hidden, channels * 16), nn.ReLU(),
            nn.Unflatten(1, (channels, 4, 4)),
        )  # fmt: skip
        layers: list[nn.Module] = []
        for _ in range(_steps(size) - 1):
            layers += [nn.ConvTranspose2d(channels, channels, 4, 2, 1), nn.ReLU()]
        last = nn.ConvTranspose2d(channels, colours, 4, 2, 1)
        self.convolutions = nn.Sequential(*layers, last, nn.Sigmoid())

    def forward(self, latent: Tensor) -> Tensor:
        """(N, latent) float32 -> (N, C, H, W) float32 in [0, 1]."""
        image: Tensor = self.convolutions(self.dense(latent))
        return image
