"""A network declared as a table of layers (explorer.networks.layer), built from torch's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from explorer.networks.layer import MAX_LAYERS, Layer, layer_of


class Layers(nn.Module):
    """Layers in a row. The state dict's names are steps.0.weight, steps.1.weight, ...

    Args:
        layers: tables as of `Layer.table`, sizes filled in.
    """

    def __init__(self, layers: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        if not 0 < len(layers) <= MAX_LAYERS:
            raise ValueError(f"{len(layers)} layers; from 1 to {MAX_LAYERS} can be declared")
        self.rows = [layer_of(table) for table in layers]
        self.OUTPUTS = self._outputs()
        self.steps = nn.ModuleList(_BUILDERS[row.kind](row) for row in self.rows)

    def forward(
        self, latent: Tensor | None = None, image: Tensor | None = None, label: Tensor | None = None
    ) -> Tensor | tuple[Tensor, ...]:
        """A latent (N, z) to a picture, or a picture (N, C, H, W) to whatever is set aside."""
        held = image if latent is None else latent
        if held is None:
            raise RuntimeError("a declared network takes a latent or a picture")
        aside: list[Tensor] = []
        for row, step in zip(self.rows, self.steps, strict=True):
            result = self._one(row, step, held, label)
            if row.output:
                aside.append(result)
            elif row.kind == "split":
                aside += list(result.chunk(2, dim=1))
            else:
                held = result
        return tuple(aside) if aside else held

    def _outputs(self) -> tuple[str, ...]:
        """Names of what forward gives."""
        if any(row.kind == "split" for row in self.rows):
            return ("mean", "log_variance")
        return tuple(row.output for row in self.rows if row.output) or ("image",)

    @staticmethod
    def _one(row: Layer, step: nn.Module, held: Tensor, label: Tensor | None) -> Tensor:
        if row.kind == "embedding":
            if label is None:
                raise RuntimeError("this network wants a label")
            known: Tensor = step(label)
            if row.mode in {"concat", "before"}:
                if held.dim() == 4:
                    known = known[:, :, None, None].expand(-1, -1, *held.shape[2:])
                both = (held, known) if row.mode == "concat" else (known, held)
                return torch.cat(both, dim=1)
            known = known.reshape(len(known), *held.shape[1:])
            return held * known if row.mode == "multiply" else held + known
        if row.kind == "linear" and held.dim() == 4:
            held = held.flatten(1)
        if row.kind in {"conv", "conv_transpose"} and held.dim() == 2:
            held = held[:, :, None, None]
        result: Tensor = step(held)
        return result


class _Normalize(nn.Module):
    """Each item divided by the root of its mean square (StyleGAN's pixel norm)."""

    def forward(self, held: Tensor) -> Tensor:
        """(N, C, ...) -> the same."""
        return held * torch.rsqrt(held.square().mean(dim=1, keepdim=True) + 1e-8)


def _linear(row: Layer) -> nn.Module:
    return nn.Linear(row.size[1], row.size[0], bias=row.bias)


def _conv(row: Layer) -> nn.Module:
    into, kernel = row.size[1] * row.groups, row.size[2:]
    return nn.Conv2d(
        into, row.size[0], (kernel[0], kernel[1]), row.stride, row.padding,
        groups=row.groups, bias=row.bias,
    )  # fmt: skip


def _conv_transpose(row: Layer) -> nn.Module:
    out, kernel = row.size[1] * row.groups, row.size[2:]
    return nn.ConvTranspose2d(
        row.size[0], out, (kernel[0], kernel[1]), row.stride, row.padding, row.output_padding,
        groups=row.groups, bias=row.bias,
    )  # fmt: skip


class _BatchNorm(nn.Module):
    """Batch norm by its kept statistics, for vectors as for pictures."""

    def __init__(self, row: Layer) -> None:
        super().__init__()
        width, self.eps = row.size[0], row.value or 1e-5
        self.weight, self.bias = nn.Parameter(torch.ones(width)), nn.Parameter(torch.zeros(width))
        self.register_buffer("running_mean", torch.zeros(width))
        self.register_buffer("running_var", torch.ones(width))

    def forward(self, held: Tensor) -> Tensor:
        """(N, C) or (N, C, H, W) -> the same."""
        mean, spread = self.get_buffer("running_mean"), self.get_buffer("running_var")
        return nn.functional.batch_norm(
            held, mean, spread, self.weight, self.bias, False, 0, self.eps
        )


def _norm(row: Layer) -> nn.Module:
    eps = row.value or 1e-5
    if row.kind == "group_norm":
        return nn.GroupNorm(row.groups, row.size[0], eps)
    if row.kind == "instance_norm":
        return nn.InstanceNorm2d(row.size[0], eps, affine=True)
    return nn.LayerNorm(list(row.size), eps)


def _reshape(row: Layer) -> nn.Module:
    return nn.Unflatten(1, row.shape)


_BUILDERS: dict[str, Callable[[Layer], nn.Module]] = {
    "linear": _linear,
    "conv": _conv,
    "conv_transpose": _conv_transpose,
    "batch_norm": _BatchNorm,
    "group_norm": _norm,
    "layer_norm": _norm,
    "instance_norm": _norm,
    "embedding": lambda row: nn.Embedding(row.size[0], row.size[1]),
    "relu": lambda _: nn.ReLU(),
    "leaky_relu": lambda row: nn.LeakyReLU(row.value or 0.2),
    "elu": lambda row: nn.ELU(row.value or 1.0),
    "gelu": lambda _: nn.GELU(),
    "silu": lambda _: nn.SiLU(),
    "softplus": lambda _: nn.Softplus(),
    "tanh": lambda _: nn.Tanh(),
    "sigmoid": lambda _: nn.Sigmoid(),
    "none": lambda _: nn.Identity(),
    "reshape": _reshape,
    "flatten": lambda _: nn.Flatten(),
    "upsample": lambda row: nn.Upsample(scale_factor=float(max(row.stride, 2))),
    "pixel_shuffle": lambda row: nn.PixelShuffle(max(row.stride, 2)),
    "avg_pool": lambda row: nn.AvgPool2d(max(row.stride, 2)),
    "max_pool": lambda row: nn.MaxPool2d(max(row.stride, 2)),
    "normalize": lambda _: _Normalize(),
    "split": lambda _: nn.Identity(),
}
