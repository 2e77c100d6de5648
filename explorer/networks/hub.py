"""Networks of diffusers folders: diffusers' own classes from a vetted configuration, our names.

Nothing here reads a file or a class's name from one: the configuration is plain data that
`explorer.formats.diffusers` checked, and the classes are those below. Encoders and decoders hold
only their half of an autoencoder, so that its weights are not held twice.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from typing import Any

import diffusers
import torch
from torch import Tensor, nn

_MAX_LIST, _MAX_LAYERS = 16, 32
_COUNTS = ("layers_per_block", "num_decoder_blocks", "num_encoder_blocks",
           "transformer_layers_per_block", "mid_block_layers")  # fmt: skip


def _made(name: str, config: Mapping[str, Any]) -> Any:
    """A network of diffusers; raises ValueError for more layers than any has."""
    kit: Any = diffusers  # it resolves its names at run time
    kind = getattr(kit, name)
    known = inspect.signature(kind.__init__).parameters
    settings = {k: _tuples(v) for k, v in config.items() if k in known and not k.startswith("_")}
    for key, value in settings.items():
        if isinstance(value, tuple) and len(value) > _MAX_LIST:
            raise ValueError(f"{key} has {len(value)} entries")
        if key in _COUNTS and max(_numbers(value), default=0) > _MAX_LAYERS:
            raise ValueError(f"{key} is {value}")
    return kind(**settings)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _numbers(value: Any) -> list[int]:
    if isinstance(value, tuple):
        return [n for inner in value for n in _numbers(inner)]
    return [value] if isinstance(value, int) else []


class HubUnet(nn.Module):
    """UNet2DModel: predicts noise, x0 or v in a sample, given its timestep, maybe a class."""

    def __init__(self, config: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.model = _made("UNet2DModel", config or {})

    def forward(self, sample: Tensor, timestep: Tensor, label: Tensor | None = None) -> Tensor:
        """(N, C, H, W), (N,) and (N,) -> (N, C, H, W)."""
        found: Tensor = self.model(sample, timestep, class_labels=label, return_dict=False)[0]
        # a network that predicts variances too gives them after the mean
        return found[:, : sample.shape[1]]


class HubConditionUnet(nn.Module):
    """UNet2DConditionModel without a text: told a class, or nothing (an embedding of zeros)."""

    def __init__(self, config: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.model = _made("UNet2DConditionModel", config or {})
        wide = self.model.config.cross_attention_dim
        self.wide = wide if isinstance(wide, int) else wide[0]

    def forward(self, sample: Tensor, timestep: Tensor, label: Tensor | None = None) -> Tensor:
        """(N, C, H, W), (N,) and (N,) -> (N, C, H, W)."""
        nothing = sample.new_zeros(sample.shape[0], 1, self.wide)
        found: Tensor = self.model(
            sample, timestep, nothing, class_labels=label, return_dict=False
        )[0]
        return found[:, : sample.shape[1]]


class HubTextUnet(nn.Module):
    """UNet2DConditionModel told a text: what a text encoder made of it, place by place."""

    def __init__(self, config: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.model = _made("UNet2DConditionModel", config or {})

    def forward(self, sample: Tensor, timestep: Tensor, context: Tensor) -> Tensor:
        """(N, C, H, W), (N,) and (N, T, cross_attention_dim) -> (N, C, H, W)."""
        found: Tensor = self.model(sample, timestep, context, return_dict=False)[0]
        return found[:, : sample.shape[1]]


class HubEmbeddedUnet(nn.Module):
    """UNet2DConditionModel that is told one of several stored embeddings.

    Args:
        config: its settings. choices: how many embeddings. tokens: rows of each.
    """

    def __init__(
        self, config: Mapping[str, Any] | None = None, choices: int = 1, tokens: int = 1
    ) -> None:
        super().__init__()
        self.model = _made("UNet2DConditionModel", config or {})
        wide = self.model.config.encoder_hid_dim or self.model.config.cross_attention_dim
        shape = (tokens, wide if isinstance(wide, int) else wide[0])
        self.embeddings = nn.ParameterList(torch.zeros(shape) for _ in range(choices))

    def forward(self, sample: Tensor, timestep: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W), (N,) and the numbers of embeddings (N,) -> (N, C, H, W)."""
        told = torch.stack(list(self.embeddings))[label]
        found: Tensor = self.model(sample, timestep, told, return_dict=False)[0]
        return found[:, : sample.shape[1]]


class HubDecoder(nn.Module):
    """The decoding half of AutoencoderKL, VQModel or AutoencoderTiny.

    Args:
        kind: which. config: its settings.
        scale, shift: latents outside are (inside - shift) * scale, as diffusion models see them.
    """

    def __init__(
        self, kind: str = "AutoencoderKL", config: Mapping[str, Any] | None = None,
        scale: float = 1.0, shift: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__()
        model = _made(kind, config or {})
        self.kind, self.scale, self.shift = kind, scale, shift
        self.decoder = model.decoder
        self.post_quant_conv = getattr(model, "post_quant_conv", None)
        self.quantize = getattr(model, "quantize", None)
        self.spatial = kind == "VQModel" and model.config.norm_type == "spatial"

    def forward(self, latent: Tensor) -> Tensor:
        """(N, c, h, w) -> (N, C, H, W) in [-1, 1]."""
        held = latent / self.scale + self.shift
        code = self.quantize(held)[0] if self.quantize is not None else held
        held = code if self.post_quant_conv is None else self.post_quant_conv(code)
        picture: Tensor = self.decoder(held, code) if self.spatial else self.decoder(held)
        return picture


class HubEncoder(nn.Module):
    """The encoding half: mean and log variance, or a mean alone; arguments as of HubDecoder."""

    def __init__(
        self, kind: str = "AutoencoderKL", config: Mapping[str, Any] | None = None,
        scale: float = 1.0, shift: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__()
        model = _made(kind, config or {})
        self.scale, self.shift = scale, shift
        self.encoder = model.encoder
        self.quant_conv = getattr(model, "quant_conv", None)
        self.gaussian = kind == "AutoencoderKL"
        self.OUTPUTS = ("mean", "log_variance") if self.gaussian else ("mean",)

    def forward(self, image: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        """(N, C, H, W) in [-1, 1] -> (N, c, h, w) each."""
        held: Tensor = self.encoder(image)
        if self.quant_conv is not None:
            held = self.quant_conv(held)
        if not self.gaussian:
            return (held - self.shift) * self.scale
        mean, log_variance = held.chunk(2, dim=1)
        spread = log_variance.clamp(-30.0, 20.0) + 2 * math.log(self.scale)
        return (mean - self.shift) * self.scale, spread
