"""The U-Net of denoising-diffusion-pytorch, in the forms its published weights come in.

Residual blocks told the time by scale and shift (Nichol and Dhariwal, 2021), linear attention
(Shen et al., 2021) or full attention at each level, halvings and doublings between. Three
generations differ in their norms, in whether convolutions are weight-standardised (Qiao et al.,
2019), in how they halve, and in keys and values that attention remembers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

_GROUPS = 8
_EPSILON = 1e-5


class _RootMean(nn.Module):
    """Channels of a place brought to root mean square 1."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.g = nn.Parameter(torch.ones(1, channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> the same."""
        return F.normalize(x, dim=1) * self.g * math.sqrt(x.shape[1])


class _Centred(nn.Module):
    """Channels of a place brought to mean 0 and variance 1."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.g = nn.Parameter(torch.ones(1, channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> the same."""
        centred = x - x.mean(1, keepdim=True)
        return centred * (centred.square().mean(1, keepdim=True) + _EPSILON).rsqrt() * self.g


class _Standardised(nn.Conv2d):
    """A convolution whose kernels are brought to mean 0 and variance 1 when used."""

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> (N, C', H, W)."""
        weight = self.weight - self.weight.mean((1, 2, 3), keepdim=True)
        variance = weight.square().mean((1, 2, 3), keepdim=True)
        return F.conv2d(x, weight * (variance + _EPSILON).rsqrt(), self.bias, padding=1)


class _Block(nn.Module):
    def __init__(self, before: int, after: int, old: bool, root: bool) -> None:
        super().__init__()
        kind = _Standardised if old else nn.Conv2d
        self.proj = kind(before, after, 3, padding=1)
        self.norm: nn.Module = _RootMean(after) if root else nn.GroupNorm(_GROUPS, after)

    def forward(self, x: Tensor, told: Tensor | None = None) -> Tensor:
        """(N, before, H, W), scale and shift (N, 2 after) -> (N, after, H, W)."""
        x = self.norm(self.proj(x))
        if told is not None:
            scale, shift = told[:, :, None, None].chunk(2, 1)
            x = x * (scale + 1) + shift
        return F.silu(x)


class _Residual(nn.Module):
    def __init__(self, before: int, after: int, time: int, old: bool, root: bool) -> None:
        super().__init__()
        self.mlp = nn.Sequential(nn.SiLU(), nn.Linear(time, 2 * after))
        self.block1 = _Block(before, after, old, root)
        self.block2 = _Block(after, after, old, root)
        self.res_conv = nn.Conv2d(before, after, 1) if before != after else nn.Identity()

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """(N, before, H, W) and (N, time) -> (N, after, H, W)."""
        held: Tensor = self.res_conv(x) + self.block2(self.block1(x, self.mlp(time)))
        return held


class _Attention(nn.Module):
    """x plus what places take from each other: `full` compares all pairs, else a summary."""

    def __init__(
        self, channels: int, heads: int, head: int, memory: int, old: bool, full: bool
    ) -> None:
        super().__init__()
        norm = _Centred if old else _RootMean
        self.norm = norm(channels)
        self.heads, self.head, self.old, self.full = heads, head, old, full
        shape = (2, heads, memory, head) if full else (2, heads, head, memory)
        self.mem_kv = nn.Parameter(torch.randn(shape)) if memory else None
        self.to_qkv = nn.Conv2d(channels, 3 * heads * head, 1, bias=False)
        out = nn.Conv2d(heads * head, channels, 1)
        self.to_out: nn.Module = out if full else nn.Sequential(out, norm(channels))

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> the same."""
        height, width = x.shape[2:]
        q, k, v = (
            part.flatten(2).unflatten(1, (self.heads, self.head))
            for part in self.to_qkv(self.norm(x)).chunk(3, 1)
        )
        if self.old and not self.full:
            v = v / (height * width)
        if self.mem_kv is not None:
            kept = self.mem_kv.transpose(2, 3) if self.full else self.mem_kv
            k, v = (
                torch.cat([kept[place].expand(x.shape[0], -1, -1, -1), part], 3)
                for place, part in enumerate((k, v))
            )
        if self.full:
            likeness = (q * self.head**-0.5).transpose(2, 3) @ k
            out = v @ likeness.softmax(3).transpose(2, 3)
        else:
            q, k = q.softmax(2) * self.head**-0.5, k.softmax(3)
            out = (v @ k.transpose(2, 3)) @ q
        made: Tensor = self.to_out(out.flatten(1, 2).unflatten(2, (height, width)))
        return x + made


class _Sinusoids(nn.Module):
    def __init__(self, size: int) -> None:
        super().__init__()
        self.count = size // 2

    def forward(self, timestep: Tensor) -> Tensor:
        """(N,) whole numbers -> (N, size) sines, then cosines, of falling frequency."""
        place = torch.arange(self.count, device=timestep.device, dtype=torch.float32)
        rate = torch.exp(place * (-math.log(10000) / (self.count - 1)))
        angle = timestep[:, None].float() * rate[None, :]
        return torch.cat([angle.sin(), angle.cos()], 1)


class LucidrainsUnet(nn.Module):
    """Predicts noise, x0 or v of a sample, given its timestep.

    Args:
        colours: of a sample.
        channels: width of the first map, then of each level.
        time: numbers that tell the time to blocks. waves: sines and cosines it is made from.
        heads, head: of attention, and channels of each head.
        memory: keys and values that attention remembers.
        full: for each level, whether its attention is full.
        old: the generation of standardised convolutions and 4x4 halvings.
        root: whether blocks norm by the root mean square, otherwise by groups of eight.
        twice: whether the input has room for an earlier answer (self-conditioning); it gets none.
        spread: whether variances come out too; they are left aside.
    """

    def __init__(
        self,
        colours: int = 3,
        channels: Sequence[int] = (64, 64, 128, 256, 512),
        time: int = 256,
        waves: int = 64,
        heads: int = 4,
        head: int = 32,
        memory: int = 4,
        full: Sequence[bool] = (False, False, False, True),
        old: bool = False,
        root: bool = True,
        twice: bool = False,
        spread: bool = False,
    ) -> None:
        super().__init__()
        if len(full) != len(channels) - 1 or waves < 4:
            raise ValueError("full needs one entry for each level")
        self.colours, self.twice = colours, twice
        first, levels = channels[0], list(pairwise(channels))
        self.init_conv = nn.Conv2d(colours * (2 if twice else 1), first, 7, padding=3)
        self.time_mlp = nn.Sequential(
            _Sinusoids(waves), nn.Linear(waves, time), nn.GELU(), nn.Linear(time, time)
        )

        def block(before: int, after: int) -> nn.Module:
            return _Residual(before, after, time, old, root)

        def attention(width: int, whole: bool) -> nn.Module:
            return _Attention(width, heads, head, memory, old, whole)

        self.downs, self.ups = nn.ModuleList(), nn.ModuleList()
        last = len(levels) - 1
        for level, (before, after) in enumerate(levels):
            row = [block(before, before), block(before, before), attention(before, full[level])]
            self.downs.append(nn.ModuleList([*row, _halved(before, after, level == last, old)]))
        middle = channels[-1]
        self.mid_block1, self.mid_block2 = block(middle, middle), block(middle, middle)
        self.mid_attn = attention(middle, True)
        for level, (before, after) in reversed(list(enumerate(levels))):
            both = before + after
            row = [block(both, after), block(both, after), attention(after, full[level])]
            self.ups.append(nn.ModuleList([*row, _doubled(after, before, level == 0)]))
        self.final_res_block = block(2 * first, first)
        self.final_conv = nn.Conv2d(first, colours * (2 if spread else 1), 1)

    def forward(self, sample: Tensor, timestep: Tensor) -> Tensor:
        """(N, C, H, W) float32 and (N,) int64 -> (N, C, H, W) float32."""
        x = torch.cat([torch.zeros_like(sample), sample], 1) if self.twice else sample
        x = start = self.init_conv(x)
        time = self.time_mlp(timestep)
        kept: list[Tensor] = []
        for row in self.downs:
            one, two, attention, halved = row.children()
            kept.append(x := one(x, time))
            kept.append(x := attention(two(x, time)))
            x = halved(x)
        x = self.mid_block2(self.mid_attn(self.mid_block1(x, time)), time)
        for row in self.ups:
            one, two, attention, doubled = row.children()
            x = one(torch.cat([x, kept.pop()], 1), time)
            x = attention(two(torch.cat([x, kept.pop()], 1), time))
            x = doubled(x)
        made: Tensor = self.final_conv(self.final_res_block(torch.cat([x, start], 1), time))
        return made[:, : self.colours]


def _halved(before: int, after: int, last: bool, old: bool) -> nn.Module:
    if last:
        return nn.Conv2d(before, after, 3, padding=1)
    if old:
        return nn.Conv2d(before, after, 4, 2, 1)
    return nn.Sequential(nn.PixelUnshuffle(2), nn.Conv2d(4 * before, after, 1))


def _doubled(before: int, after: int, last: bool) -> nn.Module:
    conv = nn.Conv2d(before, after, 3, padding=1)
    return conv if last else nn.Sequential(nn.Upsample(scale_factor=2.0), conv)
