"""Glow (Kingma and Dhariwal, 2018): a flow of layers that can each be undone exactly.

`Glow` goes from picture to noise and is what is trained. `GlowInverse` goes back and has the same
layers with each activation normalisation and 1x1 convolution inverted beforehand into one plain
convolution, so that nothing is solved for at run time. Both keep every number of a picture at
hand: what a level has split off waits, and noise is laid out as a picture by undoing the squeezes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, pad, pixel_shuffle, pixel_unshuffle


class Coupling(nn.Module):
    """Scale and shift of one half of the channels as a network of the other half sees fit."""

    def __init__(self, channels: int, hidden: int) -> None:
        super().__init__()
        self.kept = channels // 2
        self.first = nn.Conv2d(self.kept, hidden, 3, 1, 1)
        self.second = nn.Conv2d(hidden, hidden, 1)
        self.last = _Zeroed(hidden, 2 * (channels - self.kept))

    def forward(self, kept: Tensor) -> tuple[Tensor, Tensor]:
        """The kept half (N, k, H, W) -> logarithm of the scale, and the shift.

        The logarithm is held within 1.5 as RealNVP holds it (Dinh et al., 2017, section 3.5, a
        scaled tanh) where Glow's sigmoid has no lower end: far from the digits, undoing a few
        scales near 0 in a row gave numbers beyond all bounds.
        """
        held = self.second(self.first(kept).relu()).relu()
        scale, shift = self.last(held).float().chunk(2, 1)
        return bounded(scale, 1.5), shift


class Mixing(nn.Module):
    """Activation normalisation, then an invertible 1x1 convolution W = P L (U + diag(s))."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(channels))
        self.log_scale = nn.Parameter(torch.zeros(channels))
        rotation = torch.linalg.qr(torch.randn(channels, channels))[0]
        order, lower, upper = torch.linalg.lu(rotation)
        diagonal = upper.diagonal()
        self.order: Tensor
        self.sign: Tensor
        self.register_buffer("order", order.contiguous())
        self.register_buffer("sign", diagonal.sign())
        self.lower = nn.Parameter(lower.contiguous())
        self.upper = nn.Parameter(upper.contiguous())
        self.log_diagonal = nn.Parameter(diagonal.abs().log())

    def matrix(self) -> Tensor:
        """W, (C, C)."""
        eye = torch.eye(len(self.sign), dtype=self.lower.dtype, device=self.lower.device)
        lower = self.lower.tril(-1) + eye
        upper = self.upper.triu(1) + eye * (self.sign * self.log_diagonal.exp())
        return self.order @ lower @ upper

    def log_determinant(self) -> Tensor:
        """Of one place: (); times H W for a whole feature map."""
        return self.log_scale.sum() + self.log_diagonal.sum()

    def forward(self, x: Tensor) -> Tensor:
        """W ((x + b) exp(s)): (N, C, H, W) -> the same; in float32 where all else is in less."""
        if torch.is_autocast_enabled(x.device.type):
            with torch.autocast(x.device.type, enabled=False):
                return self._mixed(x.float())
        return self._mixed(x)

    def _mixed(self, x: Tensor) -> Tensor:
        held = (x + self.bias[:, None, None]) * self.log_scale.exp()[:, None, None]
        return conv2d(held, self.matrix()[:, :, None, None])

    @torch.no_grad()
    def start(self, x: Tensor) -> None:
        """Make a first batch come out with mean 0 and variance 1 in each channel (section 3.1)."""
        self.bias.copy_(-x.mean((0, 2, 3)))
        self.log_scale.copy_(-(x.std((0, 2, 3)) + 1e-6).log())

    @torch.no_grad()
    def undone(self) -> tuple[Tensor, Tensor]:
        """Weight (C, C, 1, 1) and bias (C,) of the convolution that undoes it."""
        inverse = self.matrix().double().inverse()
        scaled = inverse * (-self.log_scale.double()).exp()[:, None]
        return scaled.float()[:, :, None, None].contiguous(), -self.bias


class Layer(nn.Module):
    """One step of flow: mixing, then coupling."""

    def __init__(self, channels: int, hidden: int) -> None:
        super().__init__()
        self.mixing = Mixing(channels)
        self.coupling = Coupling(channels, hidden)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) -> the same and the log-determinant (N,)."""
        mixed = self.mixing(x)
        kept, moved = mixed[:, : self.coupling.kept], mixed[:, self.coupling.kept :]
        log_scale, shift = self.coupling(kept)
        moved = (moved + shift) * log_scale.exp()
        places = x.shape[2] * x.shape[3]
        return torch.cat([kept, moved], 1), (
            log_scale.sum((1, 2, 3)) + self.mixing.log_determinant() * places
        )


class LayerInverse(nn.Module):
    """A layer undone."""

    def __init__(self, channels: int, hidden: int) -> None:
        super().__init__()
        self.mixing = nn.Conv2d(channels, channels, 1)
        self.coupling = Coupling(channels, hidden)
        self.log_determinant: Tensor
        self.register_buffer("log_determinant", torch.zeros(()))

    def forward(self, y: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) -> the same, and the log-determinant of the layer that is undone (N,)."""
        kept, moved = y[:, : self.coupling.kept], y[:, self.coupling.kept :]
        log_scale, shift = self.coupling(kept)
        moved = moved * (-log_scale).exp() - shift
        places = y.shape[2] * y.shape[3]
        return self.mixing(torch.cat([kept, moved], 1)), (
            log_scale.sum((1, 2, 3)) + self.log_determinant * places
        )

    @torch.no_grad()
    def fold(self, layer: Layer) -> None:
        """Take over a trained layer."""
        weight, bias = layer.mixing.undone()
        self.mixing.weight.copy_(weight)
        if self.mixing.bias is not None:
            self.mixing.bias.copy_(bias)
        self.coupling.load_state_dict(layer.coupling.state_dict())
        self.log_determinant.copy_(layer.mixing.log_determinant())


class _Levels(nn.Module):
    """What both directions share: channels of each level and the priors of what is split off."""

    def __init__(self, size: int, colours: int, levels: int, depth: int, hidden: int) -> None:
        super().__init__()
        if size % (1 << levels):
            raise ValueError(f"{size} pixels cannot be halved {levels} times")
        self.widths, channels = [], colours
        for _ in range(levels):
            self.widths.append(channels * 4)
            channels = channels * 4 // 2
        made = type(self).layer
        self.levels = nn.ModuleList(
            nn.ModuleList(made(width, hidden) for _ in range(depth)) for width in self.widths
        )
        self.priors = nn.ModuleList(_Zeroed(w // 2, w) for w in self.widths[:-1])

    layer: type[Layer] | type[LayerInverse]

    def _prior(self, kept: Tensor, level: int) -> tuple[Tensor, Tensor]:
        """Mean of what is split off beside `kept`, and the logarithm of its spread."""
        mean, log_spread = self.priors[level](kept).float().chunk(2, 1)
        return mean, bounded(log_spread, 4.0)

    def steps(self, level: int) -> list[Any]:
        """The steps of flow of a level, from the picture's side."""
        held: Any = self.levels[level]
        return list(held)


class Glow(_Levels):
    """Picture to noise; `depth` steps of flow at each of `levels` levels."""

    OUTPUTS = ("latent", "log_density")
    layer = Layer

    def __init__(
        self, size: int = 32, colours: int = 1, levels: int = 3, depth: int = 8, hidden: int = 64
    ) -> None:
        super().__init__(size, colours, levels, depth, hidden)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) float32 in [0, 1] -> its noise, of the same shape, and the logarithm of
        its density in nats, (N,)."""
        x = image - 0.5
        split: list[Tensor] = []
        changes: list[Tensor] = []
        for level in range(len(self.levels)):
            x = pixel_unshuffle(x, 2)
            for layer in self.steps(level):
                x, change = layer(x)
                changes.append(change)
            if level < len(self.priors):
                x, noise, change = self._split(x, level)
                changes.append(change)
                split.append(noise)
        latent = laid_out(x, split)
        normal = -0.5 * (latent.square() + _LOG_TWO_PI).sum((1, 2, 3))
        return latent, torch.stack(changes).sum(0) + normal

    def _split(self, x: Tensor, level: int) -> tuple[Tensor, Tensor, Tensor]:
        """What goes on, the noise of what is split off, and the log-determinant of that."""
        kept, off = x.chunk(2, 1)
        mean, log_spread = self._prior(kept, level)
        return kept, (off - mean) * (-log_spread).exp(), -log_spread.sum((1, 2, 3))

    @torch.no_grad()
    def start(self, image: Tensor) -> None:
        """Begin each activation normalisation from a batch (N, C, H, W) in [0, 1]."""
        x = image - 0.5
        for level in range(len(self.levels)):
            x = pixel_unshuffle(x, 2)
            for layer in self.steps(level):
                layer.mixing.start(x)
                x = layer(x)[0]
            if level < len(self.priors):
                x = x.chunk(2, 1)[0]


class GlowInverse(_Levels):
    """Noise to picture, with every stage between them."""

    OUTPUTS = ("image", "stages", "log_densities")
    layer = LayerInverse

    def __init__(
        self, size: int = 32, colours: int = 1, levels: int = 3, depth: int = 8, hidden: int = 64
    ) -> None:
        super().__init__(size, colours, levels, depth, hidden)

    def forward(self, latent: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Noise (N, C, H, W) -> the picture, about [0, 1]; all stages from the noise to it,
        (N, levels * depth + 1, C, H, W), around 0 (the picture's less 0.5); and the logarithm of
        the density at each in nats, (N, levels * depth + 1), as numbers of that stage."""
        x, waiting = taken_apart(latent, len(self.levels))
        log_density = -0.5 * (latent.square() + _LOG_TWO_PI).sum((1, 2, 3))
        stages, densities = [latent], [log_density]
        for level in reversed(range(len(self.levels))):
            if level < len(self.priors):
                mean, log_spread = self._prior(x, level)
                x = torch.cat([x, waiting.pop() * log_spread.exp() + mean], 1)
                log_density = log_density - log_spread.sum((1, 2, 3))
            for layer in reversed(self.steps(level)):
                x, change = layer(x)
                log_density = log_density + change
                stages.append(laid_out(x, waiting))
                densities.append(log_density)
            x = pixel_shuffle(x, 2)
        return x + 0.5, torch.stack(stages, 1), torch.stack(densities, 1)

    @torch.no_grad()
    def fold(self, flow: Glow) -> None:
        """Take over a trained flow."""
        for level in range(len(self.levels)):
            for layer, known in zip(self.steps(level), flow.steps(level), strict=True):
                layer.fold(known)
        self.priors.load_state_dict(flow.priors.state_dict())


def bounded(log_scale: Tensor, most: float) -> Tensor:
    """The same near 0, and never beyond `most` on either side."""
    return most * (log_scale / most).tanh()


def laid_out(x: Tensor, split: Sequence[Tensor]) -> Tensor:
    """A level's numbers and all that was split off before it, as one picture."""
    for off in reversed(split):
        x = torch.cat([pixel_shuffle(x, 2), off], 1)
    return pixel_shuffle(x, 2)


def taken_apart(picture: Tensor, levels: int) -> tuple[Tensor, list[Tensor]]:
    """The way back: the last level's numbers and what each level before it split off."""
    x, split = pixel_unshuffle(picture, 2), []
    for _ in range(levels - 1):
        x, off = x.chunk(2, 1)
        split.append(off)
        x = pixel_unshuffle(x, 2)
    return x, split


class _Zeroed(nn.Module):
    """A 3x3 convolution that begins at zero, its outputs scaled by learned factors."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(after, before, 3, 3))
        self.bias = nn.Parameter(torch.zeros(after))
        self.log_scale = nn.Parameter(torch.zeros(after))

    def forward(self, x: Tensor) -> Tensor:
        held = conv2d(pad(x, (1, 1, 1, 1)), self.weight, self.bias)
        return held * (3 * self.log_scale).exp()[:, None, None]


_LOG_TWO_PI = 1.8378770664093453
