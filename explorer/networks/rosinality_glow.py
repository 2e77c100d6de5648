"""Glow (Kingma and Dhariwal, 2018) as rosinality's glow-pytorch lays it out.

Written from the paper and that project's names: every level ends in a prior that its weights give,
the last one too; a coupling's scale is a sigmoid; its last convolution, begun at zero, sees ones
around the picture. What a 1x1 convolution does and undoes is worked out once, when it is loaded.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, logsigmoid, pad, pixel_shuffle, pixel_unshuffle

from explorer.networks.glow import laid_out, taken_apart

_LOG_TWO_PI = math.log(2 * math.pi)
_MOST_STAGES = 32
"""Stages that are kept of a picture on its way; large models have more than a hundred steps."""


class _Zeroed(nn.Module):
    """A 3x3 convolution with ones around its input, and a learned scale for each channel."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(before, after, 3)
        self.scale = nn.Parameter(torch.zeros(1, after, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        """(N, before, H, W) -> (N, after, H, W)."""
        made: Tensor = self.conv(pad(x, (1, 1, 1, 1), value=1.0)) * (3 * self.scale).exp()
        return made


class _Mix(nn.Module):
    """An invertible 1x1 convolution, whole or as P L (U + diag(s))."""

    matrix: Tensor
    undone: Tensor
    volume: Tensor

    def __init__(self, channels: int, factored: bool) -> None:
        super().__init__()
        self.factored, eye = factored, torch.eye(channels)
        if factored:
            self.order, self.sign = nn.Parameter(eye.clone()), nn.Parameter(torch.ones(channels))
            self.lower, self.upper = nn.Parameter(0.1 * eye), nn.Parameter(0.1 * eye)
            self.log_diagonal = nn.Parameter(torch.zeros(channels))
        else:
            self.weight = nn.Parameter(eye.clone()[:, :, None, None])
        for name, value in zip(("matrix", "undone", "volume"), self._worked_out(), strict=True):
            self.register_buffer(name, value, persistent=False)

    def train(self, mode: bool = True) -> _Mix:
        """As ever; what was loaded meanwhile is worked out."""
        self.matrix, self.undone, self.volume = self._worked_out()
        return super().train(mode)

    @torch.no_grad()
    def _worked_out(self) -> tuple[Tensor, Tensor, Tensor]:
        """The kernel, the kernel that undoes it, and the logarithm of its determinant's size."""
        kernel = self._kernel()
        undone, volume = torch.linalg.inv(kernel), torch.linalg.slogdet(kernel)[1]
        place = (slice(None), slice(None), None, None)
        return kernel.float()[place], undone.float()[place], volume.float()

    def _kernel(self) -> Tensor:
        if not self.factored:
            return self.weight[:, :, 0, 0].double()
        lower, upper = self.lower.double().tril(-1), self.upper.double().triu(1)
        eye = torch.eye(len(lower), dtype=lower.dtype, device=lower.device)
        diagonal = torch.diag(self.sign.double() * self.log_diagonal.double().exp())
        return self.order.double() @ (lower + eye) @ (upper + diagonal)


class _Step(nn.Module):
    """A step of flow: activation normalisation, mixing, coupling."""

    def __init__(self, channels: int, hidden: int, affine: bool, factored: bool) -> None:
        super().__init__()
        self.shift = nn.Parameter(torch.zeros(1, channels, 1, 1))
        self.scale = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.mix = _Mix(channels, factored)
        self.kept, self.affine = channels // 2, affine
        self.first = nn.Conv2d(self.kept, hidden, 3, 1, 1)
        self.second = nn.Conv2d(hidden, hidden, 1)
        self.last = _Zeroed(hidden, channels if affine else self.kept)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) -> the same and the log-determinant (N,)."""
        x = conv2d(self.scale * (x + self.shift), self.mix.matrix.to(x.dtype))
        kept, moved = x[:, : self.kept], x[:, self.kept :]
        log_scale, shift = self._told(kept)
        moved = (moved + shift) * log_scale.exp()
        return torch.cat([kept, moved], 1), self._change(log_scale)

    def back(self, y: Tensor) -> tuple[Tensor, Tensor]:
        """The way back, and the log-determinant of the way there."""
        kept, moved = y[:, : self.kept], y[:, self.kept :]
        log_scale, shift = self._told(kept)
        moved = moved * (-log_scale).exp() - shift
        x = conv2d(torch.cat([kept, moved], 1), self.mix.undone.to(y.dtype))
        return x / self.scale - self.shift, self._change(log_scale)

    def _told(self, kept: Tensor) -> tuple[Tensor, Tensor]:
        """Logarithm of the scale, and the shift."""
        held = self.last(self.second(self.first(kept).relu()).relu())
        if not self.affine:
            return torch.zeros_like(held), held
        scale, shift = held[:, : self.kept], held[:, self.kept :]
        return logsigmoid(scale + 2), shift

    def _change(self, log_scale: Tensor) -> Tensor:
        places = log_scale.shape[2] * log_scale.shape[3]
        whole = self.scale.abs().log().sum() + self.mix.volume
        return log_scale.sum((1, 2, 3)) + places * whole


class _Level(nn.Module):
    """A level's steps and the prior of what it gives away."""

    def __init__(
        self, channels: int, flows: int, hidden: int, affine: bool, factored: bool, last: bool
    ) -> None:
        super().__init__()
        self.last = last
        self.steps = nn.ModuleList(_Step(channels, hidden, affine, factored) for _ in range(flows))
        self.prior = _Zeroed(
            channels if last else channels // 2, 2 * channels if last else channels
        )

    def spread(self, kept: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and logarithm of the spread of what is given away, told by what goes on."""
        told = self.prior(torch.zeros_like(kept) if self.last else kept)
        half = told.shape[1] // 2
        return told[:, :half], told[:, half:]


class _Levels(nn.Module):
    """What both directions hold.

    Args:
        colours: of the picture. flows: steps of each level. hidden: width of couplings.
        affine: whether couplings scale. factored: of each level, whether its mixing is P L U.
    """

    def __init__(
        self, colours: int = 3, flows: Sequence[int] = (32, 32, 32, 32), hidden: int = 512,
        affine: bool = True, factored: Sequence[bool] = (True, True, True, True),
    ) -> None:  # fmt: skip
        super().__init__()
        self.levels = nn.ModuleList(
            _Level(4 * colours << n, count, hidden, affine, factored[n], n == len(flows) - 1)
            for n, count in enumerate(flows)
        )

    def each(self) -> list[Any]:
        """The levels, from the picture's side."""
        return list(self.levels)


class RosinalityGlow(_Levels):
    """Picture to noise."""

    OUTPUTS = ("latent", "log_density")

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) float32 in [0, 1] -> its noise, of the same shape, and the logarithm of
        its density in nats, (N,)."""
        x, split, change = image - 0.5, list[Tensor](), torch.zeros_like(image[:, 0, 0, 0])
        for level in self.each():
            x = pixel_unshuffle(x, 2)
            for step in level.steps:
                x, more = step(x)
                change = change + more
            half = x.shape[1] if level.last else x.shape[1] // 2
            kept, off = x[:, :half], x if level.last else x[:, half:]
            mean, log_spread = level.spread(kept)
            noise = (off - mean) * (-log_spread).exp()
            change = change - log_spread.sum((1, 2, 3))
            x = noise if level.last else kept
            if not level.last:
                split.append(noise)
        latent = laid_out(x, split)
        return latent, change - 0.5 * (latent.square() + _LOG_TWO_PI).sum((1, 2, 3))


class RosinalityGlowInverse(_Levels):
    """Noise to picture, with stages between them."""

    OUTPUTS = ("image", "stages", "log_densities")

    def forward(self, latent: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Noise (N, C, H, W) -> the picture, about [0, 1]; stages from the noise to it,
        (N, stages, C, H, W), around 0 (the picture's less 0.5); and the logarithm of the density
        at each in nats, (N, stages), as numbers of that stage."""
        x, waiting = taken_apart(latent, len(self.levels))
        density = -0.5 * (latent.square() + _LOG_TWO_PI).sum((1, 2, 3))
        stages, densities = [latent], [density]
        total = sum(len(level.steps) for level in self.each())
        every, done = -(-total // _MOST_STAGES), 0
        for level in reversed(self.each()):
            mean, log_spread = level.spread(x)
            off = (x if level.last else waiting.pop()) * log_spread.exp() + mean
            x = off if level.last else torch.cat([x, off], 1)
            density = density - log_spread.sum((1, 2, 3))
            for step in reversed(level.steps):
                x, change = step.back(x)
                density, done = density + change, done + 1
                if done % every == 0 or done == total:
                    stages.append(laid_out(x, waiting))
                    densities.append(density)
            x = pixel_shuffle(x, 2)
        return x + 0.5, torch.stack(stages, 1), torch.stack(densities, 1)
