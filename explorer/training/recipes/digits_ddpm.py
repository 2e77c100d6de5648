"""digits-ddpm: a class-conditional denoising diffusion model on MNIST.

Ho, Jain and Abbeel (2020) with the cosine schedule of Nichol and Dhariwal (2021). A tenth of the
labels are hidden in training, so that one network gives both halves of classifier-free guidance
(Ho and Salimans, 2022).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from diffusers import DDIMScheduler
from numpy.typing import NDArray
from torch import Tensor, nn

from explorer.training.data import MNIST, Images, digits
from explorer.training.digit_figures import sample_figures, told_figures
from explorer.training.hardware import has_bfloat16
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

TIMESTEPS, SCHEDULE = 1000, "squaredcos_cap_v2"
CLASSES, NO_CLASS = 10, 10
GUIDANCE = 2.0
_HIDDEN = 0.1
# Few beside the 10,000 of one-pass generators: a sample takes a hundred of them.
_JUDGED, _AT_ONCE = 1_000, 100


class DigitsDdpm(Recipe):
    """Mean squared error of the predicted noise; images in [-1, 1]."""

    name = "digits-ddpm"
    describes = "class-conditional diffusion, handwritten digits at 32x32"
    specs: ClassVar[dict[str, Network]] = {
        "denoiser": Network(
            "unet", {"channels": [32, 64, 64], "classes": CLASSES + 1}, average=0.999,
            outputs=("prediction",),
        ),
    }  # fmt: skip
    facts = Facts(
        title="Digits, diffusion",
        family="diffusion",
        summary="A denoiser that draws the digit you ask for out of noise, step by step. "
        "Choose a class and guidance, then scrub through the steps.",
        data=MNIST,
        about="A denoising diffusion model: 1,000 timesteps, cosine schedule, the network predicts "
        "the noise. It is told the class; in a tenth of the training images the class was hidden "
        "(index 10), which is what classifier-free guidance needs. The weights shipped are the "
        "running average of the trained ones (decay 0.999 a step).",
        limits="Few steps (below about 10) leave strokes broken, and strong guidance (above about "
        "4) makes digits bold and alike. Samples without a class are less sure digits.",
        latent=(1, 32, 32),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
        conditions={
            "label": {"names": [str(n) for n in range(CLASSES)], "null": NO_CLASS},
        },
        diffusion={
            "train_timesteps": TIMESTEPS, "schedule": SCHEDULE, "prediction": "epsilon",
        },
    )  # fmt: skip
    needs_data = True
    minutes = 75.0
    batch = 64
    rates: ClassVar[dict[str, float]] = {"all": 1e-3}
    clip = 1.0

    @property
    def classes(self) -> int:
        """How many there are; the number after the last means that none is given."""
        return len(self.facts.conditions["label"]["names"])

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Noise the batch to stratified timesteps and ask for the noise back."""
        clean, count, device = batch * 2 - 1, len(batch), batch.device
        # A batch that covers all noise levels evenly has a steadier loss.
        spread = (torch.rand((), device=device) + torch.arange(count, device=device) / count) % 1
        timestep = (spread * TIMESTEPS).long().clamp(max=TIMESTEPS - 1)
        label = torch.where(torch.rand(count, device=device) < _HIDDEN, self.classes, labels)
        noise = torch.randn_like(clean)
        share = signal_kept(device)[timestep, None, None, None]
        noisy = share.sqrt() * clean + (1 - share).sqrt() * noise
        guess = self.networks["denoiser"](noisy, timestep, label).float()
        if self.facts.diffusion["prediction"] == "v_prediction":
            wanted = share.sqrt() * noise - (1 - share).sqrt() * clean
        else:
            wanted = noise
        yield "all", (guess - wanted).square().mean()

    def sample_grid(self) -> NDArray[np.uint8]:
        """Four of each digit, without haste: 25 DDIM steps."""
        label = torch.arange(self.classes).repeat(4)
        return grid(self._drawn(label, seed=0, steps=25), self.classes)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four, the classes in turn."""
        return grid(self._drawn(torch.arange(64) % self.classes, seed=2), 8)

    def _drawn(self, label: Tensor, seed: int, steps: int = 50) -> NDArray[np.float32]:
        denoiser, colours = self.shipped("denoiser"), self.facts.size[2]
        return draw(
            denoiser, label, seed, steps, device=self.device, null=self.classes, colours=colours,
            prediction=self.facts.diffusion["prediction"],
        )  # fmt: skip

    def figures(self) -> list[Figure]:
        """Accuracy, class shares, coverage and distances of 1,000 samples, 100 of each class."""
        label = torch.arange(_JUDGED) % CLASSES
        quick = has_bfloat16(self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=quick):
            images = np.concatenate([
                self._drawn(part, seed=100 + i)
                for i, part in enumerate(label.split(_AT_ONCE))
            ])  # fmt: skip
        numbers = "bfloat16" if quick else "float32"
        each = _JUDGED // CLASSES
        how = (
            f"share of {_JUDGED:,} samples, {each:,} a class, 50 DDIM steps, guidance "
            f"{GUIDANCE:g}, {numbers}, that the digit classifier names as the class asked for"
        )
        return [
            told_figures(images, label.numpy(), how),
            *sample_figures(images, self.data, self.cache),
        ]


def signal_kept(device: torch.device) -> Tensor:
    """alpha-bar: the share of signal variance left at each timestep, (TIMESTEPS,) float32."""
    scheduler: Any = DDIMScheduler(TIMESTEPS, beta_schedule=SCHEDULE)
    kept: Tensor = scheduler.alphas_cumprod.to(device)
    return kept


@torch.inference_mode()
def draw(
    denoiser: nn.Module,
    label: Tensor,
    seed: int,
    steps: int = 50,
    guidance: float = GUIDANCE,
    device: torch.device | str = "cpu",
    null: int = NO_CLASS,
    colours: int = 1,
    prediction: str = "epsilon",
) -> NDArray[np.float32]:
    """Sample with DDIM (Song et al., 2021): labels (N,) -> (N, 32, 32, C) float32 in [0, 1]."""
    scheduler: Any = DDIMScheduler(
        TIMESTEPS, beta_schedule=SCHEDULE, clip_sample=True, timestep_spacing="trailing",
        prediction_type=prediction,
    )  # fmt: skip
    scheduler.set_timesteps(steps)
    noise = torch.Generator().manual_seed(seed)
    sample = torch.randn(len(label), colours, 32, 32, generator=noise).to(device)
    labels = torch.cat([label, torch.full_like(label, null)]).to(device)
    for time in scheduler.timesteps:
        both = denoiser(torch.cat([sample, sample]), time.expand(len(labels)).to(device), labels)
        given, free = both.float().chunk(2)
        noise_guess = free + guidance * (given - free)
        # Guidance pushes x0 out of range. Clipping it without deriving the noise anew leaves the
        # two at odds, and the digits fall apart: 33 % right in place of 97 %.
        sample = scheduler.step(
            noise_guess, time, sample, use_clipped_model_output=True
        ).prev_sample
    return ((sample.permute(0, 2, 3, 1).float().cpu().numpy() + 1) / 2).clip(0, 1)
