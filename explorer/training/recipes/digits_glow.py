"""digits-glow: Glow (Kingma and Dhariwal, 2018) on MNIST."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from explorer.training.data import MNIST, Images, digits
from explorer.training.digit_figures import sample_figures
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

SIZE = 32
PIXELS = SIZE * SIZE
SHAPE: dict[str, Any] = {"size": SIZE, "levels": 3, "depth": 6, "hidden": 64}
TEMPERATURE = 0.8
_SAMPLES = 10_000


class DigitsGlow(Recipe):
    """Negative log-likelihood of dequantised pixels, in bits per dimension."""

    name = "digits-glow"
    describes = "Glow, a normalising flow, handwritten digits at 32x32"
    specs: ClassVar[dict[str, Network]] = {
        "flow": Network("glow", SHAPE, average=0.998, outputs=("latent", "log_density")),
        "inverse": Network(
            "glow-inverse", SHAPE, "folded", outputs=("image", "stages", "log_densities")
        ),
    }
    facts = Facts(
        title="Digits, flow",
        family="flow",
        summary="A chain of layers that turn noise into digits and can each be undone exactly: "
        "any picture has its noise. Run the layers one by one, and turn the temperature.",
        data=MNIST,
        about="A Glow: three levels of six steps, each an activation normalisation, an "
        "invertible 1x1 convolution and an affine coupling, whose scales are bounded as RealNVP's "
        "are. Every picture has one noise and every "
        "noise one picture, so that the density of a picture is known, not bounded. Trained on "
        "grey levels (byte + u) / 256 with u uniform in [0, 1): the density of these bounds the "
        "probability of the bytes from below, and so bits per dimension from above (Theis et al., "
        "2016). The inverse shipped is the same weights with each linear layer inverted "
        "beforehand; both are the running average of the trained ones (decay 0.998 a step).",
        limits="A flow must spend itself on every pixel alike, and this one is small: strokes are "
        "digit-like more often than digits. Below a temperature of about 0.7 they get simpler, at "
        f"1 more of them fall apart; unless told otherwise, it draws at {TEMPERATURE}.",
        latent=(1, SIZE, SIZE),
        size=(SIZE, SIZE, 1),
        span=(0.0, 1.0),
        temperature=TEMPERATURE,
    )
    needs_data = True
    minutes = 25.0
    batch = 64
    rates: ClassVar[dict[str, float]] = {"all": 1e-3}
    warm_steps = 500
    clip = 5.0

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Dequantise and ask for the density."""
        flow: Any = self.networks["flow"]
        image = dequantised(batch)
        if step == 0:
            flow.start(image)
        _, log_density = flow(image)
        yield "all", bits_per_dimension(log_density).mean()

    def shipped(self, role: str) -> nn.Module:
        """The inverse is made of the flow that is shipped."""
        network = super().shipped(role)
        if role == "inverse":
            made: Any = network
            made.fold(super().shipped("flow"))
        return network

    def draw(self, count: int, seed: int, temperature: float) -> NDArray[np.float32]:
        """Samples (N, 32, 32, 1) in [0, 1]."""
        inverse, noise = self.shipped("inverse"), torch.Generator().manual_seed(seed)
        latent = torch.randn(count, 1, SIZE, SIZE, generator=noise) * temperature
        with torch.inference_mode():
            images = torch.cat([inverse(part)[0] for part in latent.split(250)])
        return np.asarray(images.permute(0, 2, 3, 1).numpy()).clip(0, 1)

    def sample_grid(self) -> NDArray[np.uint8]:
        """A hundred samples."""
        return grid(self.draw(100, 0, TEMPERATURE), 20)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four samples."""
        return grid(self.draw(64, 3, TEMPERATURE), 8)

    def figures(self) -> list[Figure]:
        """Bits per dimension, exactness of the inverse, class shares, Frechet distance."""
        test = digits(self.data, "test")
        bits, worst = self._likelihood(test)
        samples = self.draw(_SAMPLES, 1, TEMPERATURE)
        how = (
            f"mean over {len(test):,} test digits with one draw of the dequantisation, grey "
            "levels (byte + u) / 256, u uniform in [0, 1); an upper bound on that of the bytes"
        )
        return [
            Figure("bits_per_dimension", "Bits per dimension", round(bits, 4), "bits",
                   f"{how}; 1,024 dimensions, the empty border of two pixels among them"),
            Figure("bits_per_dimension_784", "The same by the 784 pixels of MNIST",
                   round(bits * PIXELS / 784, 4), "bits",
                   "the bits of the whole picture over 28 x 28, to compare with models that see "
                   "no border"),
            Figure("round_trip", "Largest error of picture to noise to picture",
                   round(worst, 5), "grey levels", "over 1,000 test digits, in float32"),
            Figure("temperature", "Temperature of the samples", TEMPERATURE, "",
                   "what the noise of all samples below is scaled by"),
            *sample_figures(samples, self.data, self.cache),
        ]  # fmt: skip

    @torch.inference_mode()
    def _likelihood(self, test: Images) -> tuple[float, float]:
        flow, inverse = self.shipped("flow"), self.shipped("inverse")
        torch.manual_seed(13)
        bits, worst = [], 0.0
        for start in range(0, len(test), 250):
            part = torch.from_numpy(test.pixels[start : start + 250]).permute(0, 3, 1, 2)
            image = dequantised(part.float() / 255)
            latent, log_density = flow(image)
            bits.append(bits_per_dimension(log_density))
            if start < 1_000:
                worst = max(worst, float((inverse(latent)[0] - image).abs().max()) * 256)
        return float(torch.cat(bits).mean()), worst


def dequantised(batch: Tensor) -> Tensor:
    """Bytes as [0, 1] to (byte + u) / 256 with u uniform in [0, 1)."""
    return ((batch * 255).round() + torch.rand_like(batch)) / 256


def bits_per_dimension(log_density: Tensor) -> Tensor:
    """Of dequantised pixels in [0, 1] with the log density given in nats, (N,) -> (N,)."""
    return 8 - log_density / (PIXELS * math.log(2))
