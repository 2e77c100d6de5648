"""emoji-kl: the autoencoder in whose latents the emoji's diffusion model runs.

The first stage of Rombach et al., "High-resolution image synthesis with latent diffusion models"
(2022), in small: diffusers' AutoencoderKL with few channels, 64x64 pictures as 16x16x4 numbers.
Where the paper has a critic and a perceptual loss, here the differences of neighbouring pixels
are compared as well, which keeps outlines sharp at no cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.training import metrics
from explorer.training.data import EMOJI, STYLES, Images, emoji, scaled
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

SIZE = 64
LATENT = (4, 16, 16)
CONFIG: dict[str, Any] = {
    "in_channels": 3, "out_channels": 3, "latent_channels": LATENT[0], "sample_size": SIZE,
    "down_block_types": ["DownEncoderBlock2D"] * 3, "up_block_types": ["UpDecoderBlock2D"] * 3,
    "block_out_channels": [16, 32, 64], "layers_per_block": 1, "norm_num_groups": 8,
}  # fmt: skip
"""Of diffusers' AutoencoderKL."""
_SETTINGS = {"kind": "AutoencoderKL", "config": CONFIG}
_EDGES = 0.5
_PRICE = 5e-4
"""Weight of the KL divergence, in nats a number, beside errors of about 0.05."""


class EmojiKl(Recipe):
    """Absolute error of pixels and of edges, and a small price for the code; in [-1, 1]."""

    name = "emoji-kl"
    describes = "KL autoencoder, emoji at 64x64 as 16x16x4: first stage of emoji-latent-diffusion"
    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network(
            "hub-encoder", _SETTINGS, average=0.998, outputs=("mean", "log_variance")
        ),
        "decoder": Network("hub-decoder", _SETTINGS, average=0.998),
    }
    facts = Facts(
        title="Emoji, KL autoencoder",
        family="vae",
        summary="Squeezes emoji of 64x64 into 16x16x4 numbers and back. It is what the latent "
        "diffusion of the emoji runs in.",
        data=EMOJI,
        about="The first stage of a latent diffusion model: an AutoencoderKL that learned the "
        "absolute error of pixels and of the differences of neighbours (weight 0.5), with a small "
        "KL divergence (weight 0.0005 a number). Pictures were mirrored at random. The weights "
        "shipped are the running average of the trained ones (decay 0.998 a step).",
        limits="Lettering and thin lines come back blurred. Random numbers decode to coloured "
        "noise: its prior is only a leash, the diffusion model is what knows emoji.",
        latent=LATENT,
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
    )
    needs_data = True
    stacked = len(STYLES)
    minutes = 15.0
    batch = 16
    rates: ClassVar[dict[str, float]] = {"all": 2e-3}
    clip = 1.0
    warm_steps = 100

    def __post_init__(self) -> None:
        super().__post_init__()
        self._held: list[NDArray[np.uint8]] = []

    def held(self) -> list[NDArray[np.uint8]]:
        """The held-out emoji of each style, (N, 64, 64, 3); read once."""
        if not self._held:
            self._held = by_style(emoji(self.data, "test")[0].pixels)
        return self._held

    def load(self) -> Images:
        """The emoji that are not held out, in all styles."""
        return emoji(self.data, "train")[0]

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Encode one style of each emoji, decode a draw of its code, compare."""
        picture = one_style(batch)
        mean, log_variance = self.networks["encoder"](picture)
        mean, log_variance = mean.float(), log_variance.float().clamp(-30, 20)
        code = mean + torch.randn_like(mean) * (log_variance / 2).exp()
        again = self.networks["decoder"](code).float()
        error = (again - picture).abs().mean() + _EDGES * _edges_apart(again, picture)
        kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).mean()
        mse = (again.detach() - picture).square().mean() / 4
        self.watch = {
            "psnr": float(-10 * mse.log10()), "kl": float(kl.detach()),
            "std": float(mean.detach().std()),
        }  # fmt: skip
        yield "all", error + _PRICE * kl

    @torch.inference_mode()
    def encoded(self, pixels: NDArray[np.uint8]) -> tuple[Tensor, Tensor]:
        """Pictures (N, 64, 64, 3) to means and standard deviations, (N, 4, 16, 16) each."""
        means, spreads = [], []
        for part in np.split(pixels, range(64, len(pixels), 64)):
            batch = torch.from_numpy(part).permute(0, 3, 1, 2).float() / 127.5 - 1
            mean, log_variance = self.shipped("encoder")(batch.to(self.device))
            means.append(mean.float())
            spreads.append((log_variance.float().clamp(-30, 20) / 2).exp())
        return torch.cat(means), torch.cat(spreads)

    @torch.inference_mode()
    def decoded(self, codes: Tensor) -> NDArray[np.float32]:
        """(N, 4, 16, 16) to (N, 64, 64, 3) float32 in [0, 1]."""
        decoder = self.shipped("decoder")
        whole = torch.cat([decoder(part).float() for part in codes.to(self.device).split(64)])
        return np.asarray((whole / 2 + 0.5).clip(0, 1).permute(0, 2, 3, 1).cpu(), np.float32)

    def sample_grid(self) -> NDArray[np.uint8]:
        """Rows of held-out emoji, each above its reconstructions; one style a pair of rows."""
        shown = [style[::16][:9] for style in self.held()]
        rows: list[NDArray[np.float32]] = []
        for style in shown:
            rows += [scaled(style), self.decoded(self.encoded(style)[0])]
        return grid(np.concatenate(rows), len(shown[0]))

    def preview(self) -> NDArray[np.uint8]:
        """Reconstructions of four held-out emoji in all styles."""
        shown = [style[[3, 40, 75, 110]] for style in self.held()]
        return grid(np.concatenate([self.decoded(self.encoded(s)[0]) for s in shown]), 4)

    def figures(self) -> list[Figure]:
        """What comes back of held-out emoji, and what their codes carry."""
        return reconstruction_figures(self)


def reconstruction_figures(coder: EmojiKl) -> list[Figure]:
    """PSNR on held-out emoji, in all and by style; spread and KL of their codes."""
    held = coder.held()
    codes = [coder.encoded(style) for style in held]
    quality = [
        metrics.psnr(coder.decoded(mean), scaled(style))
        for style, (mean, _) in zip(held, codes, strict=True)
    ]
    means, spreads = (torch.cat(parts) for parts in zip(*codes, strict=True))
    kl = 0.5 * (means.square() + spreads.square() - 1 - 2 * spreads.log()).mean()
    n = f"{len(held[0])} held-out emoji in {len(STYLES)} styles"
    return [
        Figure("psnr_db", "Reconstruction PSNR", round(float(np.mean(quality)), 2), "dB",
               f"mean over {n}, the decoder given the encoder's mean"),
        Figure("psnr_by_style", "The same by style", [round(q, 2) for q in quality], "dB",
               ", ".join(STYLES)),
        Figure("kl_nats", "KL to the prior", round(float(kl), 3), "nats a number",
               f"closed form of two Gaussians, mean over {n}"),
        Figure("code_std", "Spread of a code's numbers", round(float(means.std()), 3), "",
               f"standard deviation of the encoder's means, {n}; its inverse is the factor that "
               "brings them to the size of the diffusion's noise"),
    ]  # fmt: skip


def one_style(batch: Tensor) -> Tensor:
    """(N, 12, H, W) in [0, 1] to a style of each, mirrored or not: (N, 3, H, W) in [-1, 1]."""
    count = len(batch)
    styles = batch.unflatten(1, (len(STYLES), 3)) * 2 - 1
    style = torch.randint(len(STYLES), (count,), device=batch.device)
    picture = styles[torch.arange(count, device=batch.device), style]
    mirrored = torch.rand(count, 1, 1, 1, device=batch.device) < 0.5
    picture = torch.where(mirrored, picture.flip(3), picture)
    return picture.contiguous(memory_format=torch.channels_last)


def by_style(pixels: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """(N, 64, 64, 12) to the pictures of each style, (N, 64, 64, 3)."""
    return [np.ascontiguousarray(pixels[..., 3 * s : 3 * s + 3]) for s in range(len(STYLES))]


def _edges_apart(one: Tensor, other: Tensor) -> Tensor:
    """Mean absolute error of the differences between neighbours, down and across."""
    apart = one - other
    down, across = apart.diff(dim=2).abs().mean(), apart.diff(dim=3).abs().mean()
    return (down + across) / 2
