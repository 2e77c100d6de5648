"""The judge of generated digits: a small classifier whose features also measure distances.

It is no part of a bundled model. Its answers say which digit a generator drew and how surely, and
the layer before them is the space in which sets of digits are compared (training/metrics.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn


class DigitClassifier(nn.Module):
    """Images to class logits and features."""

    def __init__(
        self,
        size: int = 32,
        channels: Sequence[int] = (24, 48, 64),
        features: int = 64,
        classes: int = 10,
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for before, after in pairwise((1, *channels)):
            layers += [
                nn.Conv2d(before, after, 3, 1, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
                nn.Conv2d(after, after, 3, 2, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
            ]  # fmt: skip
        side = size >> len(channels)
        self.body = nn.Sequential(*layers, nn.Flatten(), nn.Dropout(0.3))
        self.embed = nn.Sequential(nn.Linear(channels[-1] * side * side, features), nn.ReLU())
        self.answer = nn.Linear(features, classes)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, 1, H, W) float32 in [0, 1] -> logits (N, classes), features (N, features)."""
        held = self.embed(self.body(image))
        return self.answer(held), held
