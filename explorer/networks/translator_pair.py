"""Two generators that undo each other, and their two critics (CycleGAN; Zhu et al., 2017).

Each pair is one network told which of the two is meant, so that a model of two domains is opened
and asked like one of many.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn

from explorer.networks.domain_critic import DomainCritic
from explorer.networks.translator import Translator


class TranslatorPair(nn.Module):
    """`towards[d]` paints in domain d and shares nothing with the other."""

    OUTPUTS: ClassVar[tuple[str, ...]] = ("image",)

    def __init__(self, colours: int = 3, width: int = 24, deep: int = 64, blocks: int = 4) -> None:
        super().__init__()
        self.towards = nn.ModuleList(
            Translator(colours, 1, width, deep, blocks, masked=True) for _ in range(2)
        )

    def paint(self, source: Tensor, domain: int) -> Tensor:
        """(N, C, H, W) in [-1, 1], H and W multiples of 8 -> the same shape in a domain."""
        painted: Tensor = self.towards[domain](source, torch.zeros_like(source[:, 0, 0, 0]).long())
        return painted

    def forward(self, source: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) and for each the domain to paint in, (N,) int64, 0 or 1."""
        first = (label == 0)[:, None, None, None]
        return torch.where(first, self.paint(source, 0), self.paint(source, 1))


class CriticPair(nn.Module):
    """`of[d]` judges patches of pictures in domain d."""

    OUTPUTS: ClassVar[tuple[str, ...]] = ("score",)

    def __init__(self, colours: int = 3, width: int = 32) -> None:
        super().__init__()
        self.of = nn.ModuleList(DomainCritic(colours, 0, width) for _ in range(2))

    def forward(self, image: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) in [-1, 1] and the domain of each (N,) -> (N, 1, H / 8, W / 8)."""
        first = (label == 0)[:, None, None, None]
        return torch.where(first, self.of[0](image), self.of[1](image))
