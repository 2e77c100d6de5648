"""The denoiser of the bundled diffusion model: diffusers' UNet2DModel, with our names.

A thin wrapper, so that its inputs are called what every denoiser's are and its output is a bare
tensor, in torch as in the ONNX export.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from diffusers import UNet2DModel
from torch import Tensor, nn


class Unet(nn.Module):
    """Predicts the noise in a sample, given its timestep and class.

    `classes` counts every value `label` may take, the one that means "no class" included.
    `attention` says which depths, from the widest, attend over all places, with heads of `head`
    channels; the middle always does. With a `patch` of p, blocks of p x p pixels go in and out as
    one place with p x p times the colours: a quarter of the work for p = 2.
    """

    def __init__(
        self,
        size: int = 32,
        colours: int = 1,
        channels: Sequence[int] = (32, 64, 96),
        layers: int = 1,
        classes: int = 11,
        attention: Sequence[bool] = (False, False, True),
        groups: int = 8,
        head: int = 32,
        patch: int = 1,
    ) -> None:
        super().__init__()
        if len(attention) != len(channels):
            raise ValueError("attention needs one entry for each of channels")
        attending = {channels[-1], *(c for c, a in zip(channels, attention, strict=True) if a)}
        if any(c % head for c in attending):
            raise ValueError(f"widths that attend must be multiples of a head's {head} channels")
        if size % patch:
            raise ValueError(f"{size} pixels are no whole number of patches of {patch}")
        self.patched = nn.PixelUnshuffle(patch)
        self.spread = nn.PixelShuffle(patch)
        down = tuple("AttnDownBlock2D" if a else "DownBlock2D" for a in attention)
        up = tuple("AttnUpBlock2D" if a else "UpBlock2D" for a in reversed(attention))
        self.model: Any = UNet2DModel(
            sample_size=size // patch,
            in_channels=colours * patch**2, out_channels=colours * patch**2,
            block_out_channels=tuple(channels), layers_per_block=layers,
            down_block_types=down, up_block_types=up,
            num_class_embeds=classes, norm_num_groups=groups, attention_head_dim=head,
        )  # fmt: skip

    def forward(self, sample: Tensor, timestep: Tensor, label: Tensor) -> Tensor:
        """(N, C, H, W) float32, (N,) int64 and (N,) int64 -> (N, C, H, W) float32."""
        places = self.patched(sample)
        out = self.model(places, timestep, class_labels=label, return_dict=False)[0]
        prediction: Tensor = self.spread(out)
        return prediction
