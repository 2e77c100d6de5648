"""scenes-vae: a beta-VAE (Higgins et al., 2017) on scenes drawn by this program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.phrases import Phrase
from explorer.training import metrics
from explorer.training.data import Images, cached_scenes
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

LATENTS = 10
TRAIN, HELD_OUT = (40_000, 0), (5_000, 1)
"""(count, seed) of the scenes to learn from and of those kept back."""


class ScenesVae(Recipe):
    """Squared error over twice `variance`, plus beta times KL, both summed within an image.

    Beta falls from `beta[0]` to `beta[1]` over the first two thirds: the high price at first makes
    each dimension worth its while on its own, the low one at the end lets edges become sharp.
    """

    name = "scenes-vae"
    describes = "beta-VAE, 10 latents, 64x64 RGB rendered scenes"
    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network("conv-encoder", {"latent": LATENTS}, outputs=("mean", "log_variance")),
        "decoder": Network("conv-decoder", {"latent": LATENTS}),
    }
    facts = Facts(
        title="Rendered scenes",
        family="vae",
        summary="A variational autoencoder that rebuilds small rendered rooms from ten numbers. "
        "Drag a slider to turn the room or repaint it; drop a picture of a scene to encode it.",
        data="40,000 scenes drawn by explorer/scenes.py of this program, which has no outside data",
        about="A beta-VAE: an encoder that turns a 64x64 picture into ten numbers and a decoder "
        "that turns ten numbers into a picture. The scenes were drawn from six known factors "
        "(floor hue, wall hue, object hue, size, shape, view angle), each uniform and independent "
        "of the others; the model was never told them.",
        limits="It knows one kind of room: any other picture comes back as the nearest room it "
        "has. A hue is an arc of the colour circle, and the model may spend one latent or "
        "two on it; the mutual information gap above is low for a factor that two latents share.",
        latent=(LATENTS,),
        size=(64, 64, 3),
        span=(0.0, 1.0),
    )
    minutes = 15.0
    batch = 128
    rates: ClassVar[dict[str, float]] = {"all": 1.5e-3}
    clip = 20.0
    warm_steps = 50
    beta = (10.0, 2.0)
    variance = 0.025

    def load(self) -> Images:
        """The scenes to learn from, drawn once."""
        return cached_scenes(*TRAIN, self.cache)

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """The negative evidence bound with a price on information."""
        mean, log_variance = self.networks["encoder"](batch)
        mean, log_variance = mean.float(), log_variance.float()
        point = mean + torch.randn_like(mean) * (log_variance / 2).exp()
        image = self.networks["decoder"](point).float()
        error = (image - batch).square().sum((1, 2, 3)).mean()
        divergence = (mean.square() + log_variance.exp() - 1 - log_variance).sum(1).mean() / 2
        beta = self.beta[0] * (self.beta[1] / self.beta[0]) ** min(1.5 * progress, 1.0)
        self.watch = {
            "psnr": float(-10 * (error.detach() / batch[0].numel()).log10()),
            "kl": float(divergence.detach()),
        }
        yield "all", error / (2 * self.variance) + beta * divergence

    def sample_grid(self) -> NDArray[np.uint8]:
        """Rows of originals above their reconstructions, then random samples."""
        known = cached_scenes(16, HELD_OUT[1], self.cache).pixels
        batch = torch.from_numpy(known).to(self.device).permute(0, 3, 1, 2).float() / 255
        mean, _ = self.shipped("encoder")(batch)
        shown = torch.cat([batch, self.shipped("decoder")(mean)]).permute(0, 2, 3, 1)
        order = [*range(8), *range(16, 24), *range(8, 16), *range(24, 32)]
        images = np.concatenate([shown.float().cpu().numpy()[order], self._random(24, 0)])
        return grid(images, 8, 2)

    def _random(self, count: int, seed: int) -> NDArray[np.float32]:
        points = np.random.default_rng(seed).standard_normal((count, LATENTS), np.float32)
        images = self.shipped("decoder")(torch.from_numpy(points).to(self.device))
        return np.asarray(images.permute(0, 2, 3, 1).float().cpu().numpy())

    def preview(self) -> NDArray[np.uint8]:
        """Sixteen random samples."""
        return grid(self._random(16, 5), 4)

    def measure(self) -> dict[str, Any]:
        """KL of each dimension and the spread of encoded means, over 10,000 training scenes."""
        mean, log_variance, _ = self._encode(cached_scenes(*TRAIN, self.cache).pixels[:10_000])
        return {
            "importance": metrics.kl_to_standard(mean, log_variance).round(4).tolist(),
            "importance_kind": Phrase("KL, nats"),
            "std": mean.std(0).astype(float).round(4).tolist(),
        }

    @torch.inference_mode()
    def _encode(
        self, pixels: NDArray[np.uint8]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """Means, log variances and reconstructions of the means, by batches of 250."""
        found: list[tuple[NDArray[np.float32], ...]] = []
        for part in np.split(pixels, range(250, len(pixels), 250)):
            batch = torch.from_numpy(part).to(self.device).permute(0, 3, 1, 2).float() / 255
            mean, log_variance = self.shipped("encoder")(batch)
            image = self.shipped("decoder")(mean).permute(0, 2, 3, 1)
            found.append(tuple(t.cpu().numpy() for t in (mean, log_variance, image)))
        means, log_variances, images = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return means, log_variances, images

    def figures(self) -> list[Figure]:
        """PSNR, KL, active units and mutual information gap on held-out scenes."""
        held = cached_scenes(*HELD_OUT, self.cache)
        mean, log_variance, images = self._encode(held.pixels)
        kl = metrics.kl_to_standard(mean, log_variance)
        gap, table = metrics.information_gap(mean, held.labels)
        best = table.argmax(0)
        n = f"{len(held):,} held-out scenes"
        return [
            Figure("psnr_db", "Reconstruction PSNR", metrics.psnr(images, held.pixels / 255.0),
                   "dB", f"mean over {n}, the decoder given the encoder's mean"),
            Figure("kl_nats", "KL to the prior, by dimension", kl.round(3).tolist(), "nats",
                   f"closed form of two Gaussians, mean over {n}"),
            Figure("kl_total_nats", "KL to the prior, in all", float(kl.sum()), "nats",
                   "their sum"),
            Figure("active_units", "Active units", metrics.active_units(mean), f"of {LATENTS}",
                   f"dimensions whose encoded mean has a variance above 0.01 over {n}"),
            Figure("mutual_information_gap", "Mutual information gap", gap, "",
                   f"encoded means against the six factors of {n}; mutual information from a 20x20 "
                   "histogram of equal-count bins with the Miller-Madow correction; gap of the "
                   "two most informative latents over log 20, the mean over factors"),
            Figure("best_latent", "Most informative latent, by factor", best.tolist(), "",
                   "floor hue, wall hue, object hue, size, shape, view angle"),
            Figure("best_information", "Its mutual information, by factor",
                   table.max(0).round(3).tolist(), "nats", "of at most log 20 = 3.0"),
        ]  # fmt: skip
