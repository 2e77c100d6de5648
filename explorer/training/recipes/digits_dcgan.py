"""digits-dcgan: a DCGAN (Radford et al., 2016) on MNIST.

Two things keep it steady where the plain recipe wobbles: a gradient penalty on real images every
eighth step (R1; Mescheder et al., 2018, lazily as Karras et al., 2020), and the exported generator
is a running average of the trained one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import softplus

from explorer.training.data import MNIST, Images, digits
from explorer.training.digit_figures import sample_figures
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

LATENTS = 32
_SAMPLES = 10_000
_PENALTY, _EVERY = 0.5, 8


class DigitsDcgan(Recipe):
    """The non-saturating loss (Goodfellow et al., 2014); images in [-1, 1]."""

    name = "digits-dcgan"
    describes = "DCGAN, 32 latents, handwritten digits at 32x32"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("dcgan-generator", {"latent": LATENTS}, "generator", 0.999),
        "critic": Network("dcgan-critic", {}, "critic", outputs=("score",)),
    }
    facts = Facts(
        title="Digits, adversarial",
        family="gan",
        summary="A generator that learned handwriting by fooling a critic, from 32 numbers. "
        "Drag a slider to bend the strokes and watch what the critic thinks of the result.",
        data=MNIST,
        about="A DCGAN: a generator that turns 32 numbers into a 32x32 digit, and the critic that "
        "it was trained to fool. The generator shipped is the running average of the trained one "
        "(decay 0.999 a step); the critic is the final one and has no batch normalisation, so its "
        "score of a picture depends on that picture alone. A penalty on the slope of the critic "
        "at real digits (R1, weight 0.5, every eighth step) kept the two in balance.",
        limits="No latent is tied to a class: digits lie in neighbouring regions, and a point "
        "between two of them can be no digit at all. The critic's score is a logit of its own "
        "scale: it compares pictures, it is no probability of being real.",
        latent=(LATENTS,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
    )
    needs_data = True
    minutes = 15.0
    batch = 128
    rates: ClassVar[dict[str, float]] = {"generator": 4e-4, "critic": 4e-4}
    betas = (0.5, 0.99)

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """The critic's loss, then the generator's."""
        generator, critic = self.networks["generator"], self.networks["critic"]
        real = batch * 2 - 1
        fake = generator(torch.randn(len(batch), LATENTS, device=batch.device))
        on_real, on_fake = critic(real).float(), critic(fake.detach()).float()
        penalty = self._penalty(real) if step % _EVERY == 0 else 0.0
        scores = {"score of real": on_real, "of fake": on_fake}
        self.watch = {name: float(score.detach().mean()) for name, score in scores.items()}
        yield "critic", softplus(-on_real).mean() + softplus(on_fake).mean() + penalty
        yield "generator", softplus(-critic(fake).float()).mean()

    def _penalty(self, real: Tensor) -> Tensor:
        """R1, scaled up by as much as it is left out."""
        with torch.autocast(real.device.type, enabled=False):
            leaf = real.detach().float().requires_grad_(True)
            score = self.networks["critic"](leaf).sum()
            (slope,) = torch.autograd.grad(score, leaf, create_graph=True)
            return slope.square().sum((1, 2, 3)).mean() * (_PENALTY / 2 * _EVERY)

    def _images(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """(N, LATENTS) -> (N, 32, 32, 1) float32 in [0, 1]."""
        parts = torch.from_numpy(points).to(self.device).split(500)
        with torch.inference_mode():
            images = torch.cat([self.shipped("generator")(part) for part in parts])
        return np.asarray((images.permute(0, 2, 3, 1).float().cpu().numpy() + 1) / 2)

    def sample_grid(self) -> NDArray[np.uint8]:
        """A hundred random digits."""
        return grid(self._images(draw_points(100, 0)), 20)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four random digits."""
        return grid(self._images(draw_points(64, 3)), 8)

    def measure(self) -> dict[str, Any]:
        """How far a step of one sigma along each latent moves a pixel, over 256 points."""
        points = draw_points(256, 11)
        effect = []
        for dimension in range(LATENTS):
            step = np.zeros(LATENTS, np.float32)
            step[dimension] = 0.5
            moved = self._images(points + step) - self._images(points - step)
            effect.append(float(np.sqrt(np.square(moved).mean()) * 255))
        return {
            "importance": np.round(effect, 3).tolist(),
            "importance_kind": "pixel effect, grey levels per sigma",
        }

    def figures(self) -> list[Figure]:
        """What 10,000 samples are worth: class shares, coverage and distances."""
        samples = self._images(draw_points(_SAMPLES, 1))
        return sample_figures(samples, self.data, self.cache)


def draw_points(count: int, seed: int) -> NDArray[np.float32]:
    """Draws from the prior, (count, LATENTS)."""
    return np.random.default_rng(seed).standard_normal((count, LATENTS), np.float32)
