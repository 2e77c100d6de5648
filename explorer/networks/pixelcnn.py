"""A gated PixelCNN (van den Oord et al., "Conditional image generation", 2016), in two networks.

The vertical stack sees all rows above a pixel, the horizontal stack what lies left of it in its
row. They are apart so that drawing a row needs the vertical stack once and then only the
horizontal one, a pixel at a time along one row: sixty times less than the whole network for every
pixel. Convolutions are dilated, so that few weights reach far. Nothing is masked: kernels have no
weights where they must not look.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import pad


class Above(nn.Module):
    """The vertical stack: what each pixel's row is told of the rows above it."""

    OUTPUTS = ("context",)

    def __init__(
        self, width: int = 16, dilations: Sequence[int] = (1, 2, 4, 1, 2, 4), classes: int = 11
    ) -> None:
        super().__init__()
        self.first = nn.Conv2d(1, width, (2, 3))
        self.dilations = tuple(dilations)
        self.layers = nn.ModuleList(
            nn.Conv2d(width, 2 * width, (2, 3), dilation=d) for d in dilations
        )
        self.labels = nn.Embedding(classes, 2 * width * len(self.layers))
        self.told = nn.ModuleList(nn.Conv2d(2 * width, 2 * width, 1) for _ in dilations)

    def forward(self, image: Tensor, label: Tensor) -> Tensor:
        """(N, 1, H, W) float32 in [0, 1] and (N,) int64 -> (N, layers * 2 * width, H, W).

        Row y of the answer depends on rows 0 to y - 1 alone.
        """
        held = self.first(pad(image - 0.5, (1, 1, 1, 0))).relu()
        biases = self.labels(label)[:, :, None, None].chunk(len(self.layers), 1)
        found = []
        for conv, told, d, bias in zip(self.layers, self.told, self.dilations, biases, strict=True):
            wide = conv(pad(held, (d, d, d, 0))) + bias
            found.append(told(wide))
            held = held + gated(wide)
        return pad(torch.cat(found, 1), (0, 0, 1, 0))[:, :, :-1]


class Along(nn.Module):
    """The horizontal stack: the levels of each pixel given those left of it and the rows above."""

    OUTPUTS = ("logits",)

    def __init__(
        self,
        width: int = 16,
        dilations: Sequence[int] = (1, 2, 4, 1, 2, 4),
        classes: int = 11,
        levels: int = 256,
        hidden: int = 48,
    ) -> None:
        super().__init__()
        self.first = nn.Conv2d(1, width, (1, 2))
        self.dilations = tuple(dilations)
        self.layers = nn.ModuleList(
            nn.Conv2d(width, 2 * width, (1, 2), dilation=d) for d in dilations
        )
        self.labels = nn.Embedding(classes, 2 * width * len(self.layers))
        self.passed = nn.ModuleList(nn.Conv2d(width, width, 1) for _ in dilations)
        self.answer = nn.Sequential(
            nn.ReLU(), nn.Conv2d(width, hidden, 1), nn.ReLU(), nn.Conv2d(hidden, levels, 1)
        )

    def forward(self, row: Tensor, context: Tensor, label: Tensor) -> Tensor:
        """Rows (N, 1, H, W) float32 in [0, 1], `Above`'s answer for them and (N,) int64 ->
        logits of the grey levels (N, levels, H, W).

        Those of column x depend on columns 0 to x - 1 of the row alone.
        """
        held = self.first(pad(row - 0.5, (2, 0, 0, 0)))[..., :-1]
        biases = self.labels(label)[:, :, None, None].chunk(len(self.layers), 1)
        above = context.chunk(len(self.layers), 1)
        for conv, passed, d, bias, told in zip(
            self.layers, self.passed, self.dilations, biases, above, strict=True
        ):
            wide = conv(pad(held, (d, 0, 0, 0))) + told + bias
            held = held + passed(gated(wide))
        logits: Tensor = self.answer(held)
        return logits


def gated(wide: Tensor) -> Tensor:
    """tanh(a) * sigmoid(b) of two halves of the channels (eq. 2)."""
    value, gate = wide.chunk(2, 1)
    return value.tanh() * gate.sigmoid()
