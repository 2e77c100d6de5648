"""What every adversarial net of the bundled models shares; a recipe differs in its losses.

A generator and a critic, `losses_of` that say what each minimises, and where the paper has one a
penalty on the critic's slope.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.phrases import Phrase
from explorer.training.data import Images, digits, scaled
from explorer.training.digit_figures import sample_figures
from explorer.training.objectives import NON_SATURATING, Adversaries, slope_penalty
from explorer.training.pictures import grid
from explorer.training.recipe import Figure, Recipe

Array = NDArray[np.float32]
Labels = NDArray[np.int64]
_SAMPLES = 10_000
SHORT = (
    " Trained for a few minutes on one shared CPU thread: the figures above say how far from the "
    "data it still is; `train` with a longer --minutes makes it better."
)
"""What the cards of the adversarial nets end with."""


class Adversarial(Recipe):
    """The critic's steps, then the generator's one, on a batch shared out among them."""

    losses_of: ClassVar[Adversaries] = NON_SATURATING
    critic_steps: ClassVar[int] = 1
    """Steps of the critic for one of the generator."""
    classes: ClassVar[int] = 0
    """How many values the class has that the generator is told; 0 for none."""
    slope_weight: ClassVar[float] = 0.0
    """Weight of the penalty on the critic's slope at real pictures (R1); 0 for none."""
    slope_every: ClassVar[int] = 8
    """It is paid once in so many steps, as many times over (Karras et al., 2020, appendix B)."""
    needs_data = True
    batch = 64
    rates: ClassVar[dict[str, float]] = {"generator": 4e-4, "critic": 4e-4}
    betas = (0.5, 0.99)
    score_label: ClassVar[str] = "Critic's score"
    score_how: ClassVar[str] = "a logit of the critic's own scale"

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    # -- a step -------------------------------------------------------------------------------

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """The critic's losses, one for each part of the batch, then the generator's."""
        low, high = self.facts.span
        for real, told in zip(
            (batch * (high - low) + low).chunk(self.critic_steps),
            labels.chunk(self.critic_steps), strict=True,
        ):  # fmt: skip
            fake, asked = self.fake(told)
            on_real = self.judged(real, told).float()
            on_fake = self.judged(fake.detach(), asked).float()
            self.watch = {
                "score of real": float(on_real.detach().mean()),
                "of fake": float(on_fake.detach().mean()),
            }
            penalty = self.penalty(real, fake, told, step)
            yield "critic", self.losses_of.critic(on_real, on_fake) + penalty
        yield "generator", self.losses_of.generator(self.judged(fake, asked).float())

    def fake(self, labels: Tensor) -> tuple[Tensor, Tensor]:
        """As many generated images as `labels`, and what they were asked to be."""
        points = self.noise(len(labels), labels.device)
        told = (labels,) if self.classes else ()
        image: Tensor = self.networks["generator"](points, *told)
        return image, labels

    def judged(self, images: Tensor, labels: Tensor) -> Tensor:
        """What the losses are computed on: the critic's scores."""
        score: Tensor = self.networks["critic"](images)
        return score

    def penalty(self, real: Tensor, fake: Tensor, labels: Tensor, step: int) -> Tensor | float:
        """What the critic pays beside its loss: R1 where it has a weight."""
        if not self.slope_weight or step % self.slope_every:
            return 0.0
        slope = slope_penalty(lambda leaf: self.judged(leaf, labels), real)
        return slope * (self.slope_weight / 2 * self.slope_every)

    def noise(self, count: int, device: torch.device) -> Tensor:
        """Latents from the prior, from torch's own generator."""
        size = self.facts.latent[0]
        uniform = torch.from_numpy(self.uniform_mask()).to(device)
        normal = torch.randn(count, size, device=device)
        return torch.where(uniform, torch.rand(count, size, device=device) * 2 - 1, normal)

    # -- what came of it ----------------------------------------------------------------------

    def uniform_mask(self) -> NDArray[np.bool_]:
        """Which dimensions of the latent are uniform in [-1, 1]."""
        (size,), uniform = self.facts.latent, self.facts.uniform
        if uniform == ("all",):
            return np.ones(size, bool)
        return np.array([name in uniform for name in self.names()])

    def names(self) -> list[str]:
        """Names of the latent's dimensions."""
        return [f"z{i}" for i in range(self.facts.latent[0])]

    def points(self, count: int, seed: int) -> Array:
        """Draws from the prior, (count, D)."""
        rng = np.random.default_rng(seed)
        normal = rng.standard_normal((count, self.facts.latent[0]), np.float32)
        uniform = rng.random(normal.shape, np.float32) * 2 - 1
        return np.where(self.uniform_mask(), uniform, normal).astype(np.float32)

    def asked(self, count: int) -> Labels:
        """Every class in turn, (count,)."""
        return np.arange(count) % max(self.classes, 1)

    @torch.inference_mode()
    def images(self, points: Array, labels: Labels | None = None) -> Array:
        """(N, D) -> (N, H, W, C) float32 in [0, 1]; every class in turn where none is given."""
        told = torch.from_numpy(self.asked(len(points)) if labels is None else labels)
        parts = []
        for point, label in zip(
            torch.from_numpy(points).split(500), told.split(500), strict=True
        ):  # fmt: skip
            extra = (label.to(self.device),) if self.classes else ()
            parts.append(self.shipped("generator")(point.to(self.device), *extra))
        low, high = self.facts.span
        whole = torch.cat(parts).permute(0, 2, 3, 1).float().cpu().numpy()
        return np.asarray(((whole - low) / (high - low)).clip(0, 1), np.float32)

    @torch.inference_mode()
    def scores(self, images: NDArray[np.float32]) -> Array:
        """The critic's scores of (N, H, W, C) in [0, 1], by its first answer: (N,)."""
        low, high = self.facts.span
        found = []
        for part in torch.from_numpy(images).split(500):
            scaled = part.permute(0, 3, 1, 2).to(self.device) * (high - low) + low
            answer = self.shipped("critic")(scaled)
            found.append(answer[0] if isinstance(answer, tuple) else answer)
        return np.asarray(torch.cat(found).float().cpu().numpy())

    def sample_grid(self) -> NDArray[np.uint8]:
        """A hundred and sixty random pictures."""
        return grid(self.images(self.points(160, 0)), 20)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four random pictures."""
        return grid(self.images(self.points(64, 3)), 8)

    def measure(self) -> dict[str, Any]:
        """How far a step along each latent moves a pixel, over 256 points.

        The step is one sigma of the prior: of a uniform dimension 0.577.
        """
        points, uniform = self.points(256, 11), self.uniform_mask()
        effect = []
        for dimension in range(points.shape[1]):
            step = np.zeros(points.shape[1], np.float32)
            step[dimension] = 0.5 * (3**-0.5 if uniform[dimension] else 1.0)
            moved = self.images(points + step) - self.images(points - step)
            effect.append(float(np.sqrt(np.square(moved).mean()) * 255))
        return {
            "importance": np.round(effect, 3).tolist(),
            "importance_kind": Phrase("pixel effect, grey levels per sigma"),
        }

    def figures(self) -> list[Figure]:
        """What 10,000 samples are worth, and how far the critic tells them from test digits."""
        samples = self.images(self.points(_SAMPLES, 1))
        return [*sample_figures(samples, self.data, self.cache), *self.score_figures(samples)]

    def score_figures(self, samples: Array) -> list[Figure]:
        """Mean scores of test digits and of samples; none where the critic is told a class."""
        real = self.scores(scaled(digits(self.data, "test").pixels))
        apart = float(real.mean() - self.scores(samples).mean())
        return [
            Figure("score_gap", f"{self.score_label}, real less generated", apart, "",
                   f"means over the test digits and {len(samples):,} samples; {self.score_how}"),
        ]  # fmt: skip
