"""What every autoencoder of digits shares; a recipe differs in how it prices the code.

Two networks, an encoder and a decoder; a reconstruction error; and `price`, what the code costs
beside it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import binary_cross_entropy

from explorer.phrases import Phrase
from explorer.training import metrics
from explorer.training.data import Images, digits
from explorer.training.digit_figures import sample_figures
from explorer.training.objectives import divergence
from explorer.training.pictures import grid
from explorer.training.recipe import Figure, Network, Recipe

LATENTS = 12
SETTINGS = {"latent": LATENTS, "hidden": [256, 256]}
COLLAPSED = 0.1
"""A dimension whose KL is below this, in nats, has collapsed onto the prior."""
Array = NDArray[np.float32]


class Autoencoding(Recipe):
    """Cross entropy of the pixels as in "Auto-encoding variational Bayes", plus `price`."""

    needs_data = True
    minutes = 4.0
    batch = 128
    rates: ClassVar[dict[str, float]] = {"all": 1.5e-3}
    warm_steps = 50
    bfloat16 = False
    latents: ClassVar[int] = LATENTS

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    @abstractmethod
    def code(self, batch: Tensor) -> tuple[Tensor, Tensor]:
        """A code for each image, (N, D), and what the codes of the batch cost, in nats."""

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Reconstruction error summed within an image, plus the price of its code."""
        point, price = self.code(batch)
        image = self.networks["decoder"](point).float()
        error = cross_entropy_of(image, batch)
        mse = (image.detach() - batch).square().mean()
        self.watch = {"psnr": float(-10 * mse.log10()), "price": float(price.detach())}
        yield "all", error + price

    def spanning(self, batch: Tensor) -> Tensor:
        """Images in [0, 1] in the span that its networks see pictures in."""
        low, high = self.facts.span
        return batch * (high - low) + low

    @torch.inference_mode()
    def encoded(self, pixels: NDArray[np.uint8]) -> tuple[Array, Array | None]:
        """Means (N, D), and log variances where the encoder has them."""
        found: list[tuple[Tensor, ...]] = []
        for part in np.split(pixels, range(500, len(pixels), 500)):
            batch = torch.from_numpy(part).to(self.device).permute(0, 3, 1, 2).float() / 255
            answer = self.shipped("encoder")(self.spanning(batch))
            found.append(answer if isinstance(answer, tuple) else (answer,))
        arrays = [torch.cat(parts).cpu().numpy() for parts in zip(*found, strict=True)]
        return arrays[0], arrays[1] if len(arrays) > 1 else None

    @torch.inference_mode()
    def images(self, points: Array) -> Array:
        """(N, D) -> (N, 32, 32, 1) float32 in [0, 1]."""
        parts = torch.from_numpy(points.astype(np.float32)).to(self.device).split(500)
        whole = torch.cat([self.shipped("decoder")(part) for part in parts])
        low, high = self.facts.span
        scaled = (whole.permute(0, 2, 3, 1).float().cpu().numpy() - low) / (high - low)
        return np.asarray(scaled.clip(0, 1), np.float32)

    def draws(self, count: int, seed: int) -> Array:
        """Draws from the prior, (count, D)."""
        return np.random.default_rng(seed).standard_normal((count, self.latents), np.float32)

    def sample_grid(self) -> NDArray[np.uint8]:
        """Rows of test digits above their reconstructions, then random samples."""
        known = digits(self.data, "test").pixels[:20]
        again = self.images(self.encoded(known)[0])
        shown = np.concatenate([known / np.float32(255), again, self.images(self.draws(80, 0))])
        return grid(shown, 20)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four random samples."""
        return grid(self.images(self.draws(64, 5)), 8)

    def measure(self) -> dict[str, Any]:
        """KL of each dimension (spread, where there is none) over 10,000 training digits."""
        mean, log_variance = self.encoded(digits(self.data, "train").pixels[:10_000])
        told = {"std": mean.std(0).astype(float).round(4).tolist()}
        if log_variance is None:
            return told
        kl = metrics.kl_to_standard(mean, log_variance)
        return {"importance": kl.round(4).tolist(), "importance_kind": Phrase("KL, nats"), **told}

    def figures(self) -> list[Figure]:
        """PSNR and what the code carries on test digits; what samples of the prior are worth."""
        held = digits(self.data, "test")
        mean, log_variance = self.encoded(held.pixels)
        n = f"{len(held):,} test digits"
        quality = metrics.psnr(self.images(mean), held.pixels / 255.0)
        of_code = [] if log_variance is None else code_figures(mean, log_variance, n)
        return [
            Figure("psnr_db", "Reconstruction PSNR", quality, "dB",
                   f"mean over {n}, the decoder given the encoder's mean"),
            *of_code,
            *sample_figures(self.images(self.draws(10_000, 1)), self.data, self.cache),
        ]  # fmt: skip


def cross_entropy_of(image: Tensor, batch: Tensor) -> Tensor:
    """Cross entropy of pixels read as probabilities, in nats: summed within an image, mean over."""
    with torch.autocast(image.device.type, enabled=False):
        whole = binary_cross_entropy(image.float(), batch, reduction="none")
    return whole.sum((1, 2, 3)).mean()


def code_figures(mean: Array, log_variance: Array, n: str) -> list[Figure]:
    """KL by dimension and in all, active units, and collapsed ones by number."""
    kl = metrics.kl_to_standard(mean, log_variance)
    size = len(kl)
    idle = [i for i in range(size) if kl[i] < COLLAPSED]
    named = ", ".join(f"z{i}" for i in idle) or "none"
    return [
        Figure("kl_nats", "KL to the prior, by dimension", kl.round(3).tolist(), "nats",
               f"closed form of two Gaussians, mean over {n}"),
        Figure("kl_total_nats", "KL to the prior, in all", float(kl.sum()), "nats", "their sum"),
        Figure("active_units", "Active units", metrics.active_units(mean), f"of {size}",
               f"dimensions whose encoded mean has a variance above 0.01 over {n}"),
        Figure("collapsed", "Collapsed dimensions", named, "",
               f"those with less than {COLLAPSED} nats: there the encoder answers with nearly the "
               "prior whatever it is shown, and the slider does next to nothing"),
    ]  # fmt: skip


class GaussianAutoencoding(Autoencoding):
    """An encoder that answers with a Gaussian, whose draws the decoder sees."""

    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network("mlp-encoder", SETTINGS, outputs=("mean", "log_variance")),
        "decoder": Network("mlp-generator", SETTINGS),
    }

    def posterior(self, batch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Of images in [0, 1]: mean, log variance and one draw, (N, D) float32 each."""
        mean, log_variance = self.networks["encoder"](self.spanning(batch))
        mean, log_variance = mean.float(), log_variance.float().clamp(-12, 6)
        return mean, log_variance, mean + torch.randn_like(mean) * (log_variance / 2).exp()

    def code(self, batch: Tensor) -> tuple[Tensor, Tensor]:
        """A draw of the posterior, priced by its KL to the prior."""
        mean, log_variance, point = self.posterior(batch)
        return point, divergence(mean, log_variance)
