"""The small time-conditioned U-Net of PapersReimplementations' DDPM on 28x28 pictures.

Ho et al. (2020) in small: three blocks a level, each normalising its whole map, two 3x3
convolutions and SiLU; the time, from a table, is added to a level's input after two linear layers.
Sides halve twice; at the bottom a 2x2 convolution makes 7 into 6, so that it halves once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn


class _Block(nn.Module):
    def __init__(self, side: int, before: int, after: int, normed: bool = True) -> None:
        super().__init__()
        self.ln = nn.LayerNorm((before, side, side))
        self.conv1 = nn.Conv2d(before, after, 3, 1, 1)
        self.conv2 = nn.Conv2d(after, after, 3, 1, 1)
        self.act = nn.SiLU()
        self.normed = normed

    def forward(self, x: Tensor) -> Tensor:
        """(N, before, side, side) -> (N, after, side, side)."""
        held = self.ln(x) if self.normed else x
        result: Tensor = self.act(self.conv2(self.act(self.conv1(held))))
        return result


class PapersUnet(nn.Module):
    """Predicts the noise in a sample, given its timestep.

    `channels` are the widths of the three levels; `steps` and `time` are the table's rows and
    columns, which are weights.
    """

    def __init__(
        self,
        size: int = 28,
        colours: int = 1,
        channels: Sequence[int] = (10, 20, 40),
        steps: int = 1000,
        time: int = 100,
    ) -> None:
        super().__init__()
        if size % 4 or size // 4 % 2 == 0 or len(channels) != 3:
            raise ValueError("a side must be 4 times an odd number, and there are three widths")
        a, b, c = channels
        half, quarter, low = size // 2, size // 4, (size // 4 - 1) // 2
        self.time_embed = nn.Embedding(steps, time)

        def level(side: int, *widths: int) -> nn.Sequential:
            return nn.Sequential(*(_Block(side, i, o) for i, o in pairwise(widths)))

        def told(width: int) -> nn.Sequential:
            return nn.Sequential(nn.Linear(time, width), nn.SiLU(), nn.Linear(width, width))

        self.te1, self.b1 = told(colours), level(size, colours, a, a, a)
        self.down1 = nn.Conv2d(a, a, 4, 2, 1)
        self.te2, self.b2 = told(a), level(half, a, b, b, b)
        self.down2 = nn.Conv2d(b, b, 4, 2, 1)
        self.te3, self.b3 = told(b), level(quarter, b, c, c, c)
        self.down3 = nn.Sequential(nn.Conv2d(c, c, 2), nn.SiLU(), nn.Conv2d(c, c, 4, 2, 1))
        self.te_mid, self.b_mid = told(c), level(low, c, b, b, c)
        self.up1 = nn.Sequential(
            nn.ConvTranspose2d(c, c, 4, 2, 1), nn.SiLU(), nn.ConvTranspose2d(c, c, 2)
        )
        self.te4, self.b4 = told(2 * c), level(quarter, 2 * c, c, b, b)
        self.up2 = nn.ConvTranspose2d(b, b, 4, 2, 1)
        self.te5, self.b5 = told(2 * b), level(half, 2 * b, b, a, a)
        self.up3 = nn.ConvTranspose2d(a, a, 4, 2, 1)
        # The last block has a norm's weights and does without: so were the published ones trained.
        self.te_out, self.b_out = told(2 * a), level(size, 2 * a, a, a)
        self.b_out.append(_Block(size, a, a, normed=False))
        self.conv_out = nn.Conv2d(a, colours, 3, 1, 1)

    def forward(self, sample: Tensor, timestep: Tensor) -> Tensor:
        """(N, C, H, W) float32 and (N,) int64 below `steps` -> (N, C, H, W) float32."""
        time = self.time_embed(timestep)

        def at(level: nn.Module, told: nn.Module, x: Tensor) -> Tensor:
            result: Tensor = level(x + told(time)[:, :, None, None])
            return result

        one = at(self.b1, self.te1, sample)
        two = at(self.b2, self.te2, self.down1(one))
        three = at(self.b3, self.te3, self.down2(two))
        low = at(self.b_mid, self.te_mid, self.down3(three))
        up = at(self.b4, self.te4, torch.cat([three, self.up1(low)], 1))
        up = at(self.b5, self.te5, torch.cat([two, self.up2(up)], 1))
        up = at(self.b_out, self.te_out, torch.cat([one, self.up3(up)], 1))
        prediction: Tensor = self.conv_out(up)
        return prediction
