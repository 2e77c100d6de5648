"""digits-rbm: a restricted Boltzmann machine on MNIST.

Trained by persistent contrastive divergence (Tieleman, 2008): the chains that stand for the
model's own pictures go on from step to step, since chains begun anew at the data each time would
never leave its neighbourhood, and the machine would dream badly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.training import metrics
from explorer.training.data import MNIST, Images, digits
from explorer.training.judge import Judge, distance_figures
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

HIDDEN, SIZE = 400, 32
_PIXELS = SIZE * SIZE
_SAMPLES, _SWEEPS = 2_000, 500


class DigitsRbm(Recipe):
    """Free energy of the data less that of the chains, whose slope is the likelihood's."""

    name = "digits-rbm"
    describes = "restricted Boltzmann machine, 400 hidden units, handwritten digits at 32x32"
    specs: ClassVar[dict[str, Network]] = {
        "energy": Network(
            "rbm", {"hidden": HIDDEN, "size": SIZE}, average=0.99,
            outputs=("hidden_on", "image_on", "free_energy"),
        ),
    }  # fmt: skip
    facts = Facts(
        title="Digits, Boltzmann",
        family="energy",
        summary="Pixels and hidden units that excite and calm each other; it draws by letting "
        "them settle. Run Gibbs sweeps from noise, or from half a digit, and watch the free "
        "energy fall.",
        data=MNIST,
        about="A restricted Boltzmann machine: 1,024 binary pixels and 400 binary hidden units, "
        "each pixel tied to each hidden unit by a weight. A Gibbs sweep draws all hidden units "
        "given the pixels, then all pixels given the hidden units. The free energy of a picture "
        "is the negative logarithm of its probability, but for a constant nobody can compute: "
        "lower means likelier, and only differences within this model mean anything. Trained by "
        "persistent contrastive divergence on digits whose pixels were drawn on or off by their "
        "grey level.",
        limits="Chains mix slowly: a digit stays the digit it has become for many sweeps. Pixels "
        "are on or off; the grey shown is the probability of on.",
        latent=(1, SIZE, SIZE),
        size=(SIZE, SIZE, 1),
        span=(0.0, 1.0),
    )
    needs_data = True
    minutes = 3.0
    batch = 128
    rates: ClassVar[dict[str, float]] = {"all": 1e-3}
    bfloat16 = False

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Let the chains take a sweep, then lower the data's free energy against theirs."""
        machine: Any = self.networks["energy"]
        data = batch.flatten(1).bernoulli()
        if step == 0:
            self._begin(machine, data)
        chains = self.carried.get("chains", data)
        with torch.no_grad():
            chains = machine.sweep(chains)
        self.carried["chains"] = chains
        real, dreamt = machine.free_energy(data).mean(), machine.free_energy(chains).mean()
        self.watch = {"free energy": float(real.detach()), "of chains": float(dreamt.detach())}
        yield "all", real - dreamt

    def _begin(self, machine: Any, data: Tensor) -> None:
        """Pixels start as often on as in the data, so that weights need not learn that."""
        share = data.mean(0).clamp(0.01, 0.99)
        with torch.no_grad():
            machine.pixel_bias.copy_(share.logit())

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """Hidden units, on or off."""
        return {"hidden": torch.rand(count, HIDDEN, generator=noise).round()}

    def dream(self, count: int, sweeps: int, seed: int) -> NDArray[np.float32]:
        """Chains from noise: the pixels' probabilities after them, (N, 32, 32, 1)."""
        machine: Any = self.shipped("energy")
        torch.manual_seed(seed)
        pixels = torch.rand(count, _PIXELS).round()
        with torch.inference_mode():
            for _ in range(sweeps):
                pixels = machine.sweep(pixels)
            hidden = machine.reach(pixels).sigmoid().bernoulli()
            image = machine(pixels.view(count, 1, SIZE, SIZE), hidden)[1]
        return np.asarray(image.permute(0, 2, 3, 1).numpy())

    def sample_grid(self) -> NDArray[np.uint8]:
        """A hundred chains after 200 sweeps from noise."""
        return grid(self.dream(100, 200, 0), 20)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four chains after 1,000 sweeps."""
        return grid(self.dream(64, 1_000, 3), 8)

    def figures(self) -> list[Figure]:
        """Likelihood by annealed importance sampling; class shares and distance of samples."""
        machine: Any = self.shipped("energy")
        test, train = digits(self.data, "test"), digits(self.data, "train")
        torch.manual_seed(5)
        with torch.inference_mode():
            log_z, spread = log_partition(machine, share_on(train))
            pixels = torch.from_numpy(test.pixels).float().flatten(1).div(255).bernoulli()
            nats = float(-machine.free_energy(pixels).mean()) - log_z
        logits, features = Judge().look(self.dream(_SAMPLES, _SWEEPS, 1))
        shares = metrics.class_shares(logits) * 100
        of = f"of {_SAMPLES:,} chains after {_SWEEPS} sweeps from noise"
        return [
            Figure("log_likelihood", "Log-likelihood, estimated", round(nats, 2), "nats a picture",
                   f"mean over {len(test):,} test digits, pixels drawn on or off once by their "
                   "grey level; the constant by annealed importance sampling (Salakhutdinov and "
                   "Murray, 2008; 200 runs of 5,000 temperatures), which errs to the high side "
                   "where its runs miss a part of what the machine dreams"),
            Figure("log_partition", "Logarithm of the constant", round(log_z, 2), "nats",
                   f"the same estimate; standard error of its runs {spread:.2f} nats"),
            Figure("class_shares", "Class shares, 0 to 9", shares.round(2).tolist(), "%",
                   f"the digit classifier's answers {of}"),
            Figure("confidence", "Confidence", round(metrics.confidence(logits) * 100, 2), "%",
                   f"mean probability the classifier gives its answer {of}"),
            *distance_figures(features, test, train, self.cache),
        ]  # fmt: skip


def share_on(images: Images) -> Tensor:
    """How often each pixel is on, (pixels,), kept away from never and always."""
    share = images.pixels.reshape(len(images), -1).mean(0) / 255
    return torch.from_numpy(share).float().clamp(0.001, 0.999)


@torch.inference_mode()
def log_partition(
    machine: Any, base: Tensor, runs: int = 200, temperatures: int = 5_000
) -> tuple[float, float]:
    """log Z by annealed importance sampling, and its standard error, in nats.

    From independent pixels with the shares `base` (pixels,) to the machine, along
    F_t(v) = -((1 - t) a + t b)'v - sum log(1 + exp(t (c + Wv))), with a the logits of `base`
    (Salakhutdinov and Murray, 2008, eq. 16 to 18).
    """
    logit = base.logit()
    known = float(torch.nn.functional.softplus(logit).sum()) + machine.hidden * float(np.log(2))
    pixels = base.expand(runs, -1).bernoulli()
    weight = torch.zeros(runs, dtype=torch.float64)
    for i in range(1, temperatures + 1):
        before, now = (i - 1) / temperatures, i / temperatures
        reach = machine.reach(pixels)
        weight += _warmed(machine, logit, pixels, reach, now)
        weight -= _warmed(machine, logit, pixels, reach, before)
        hidden = (now * reach).sigmoid().bernoulli()
        back = now * torch.nn.functional.linear(hidden, machine.weight.t(), machine.pixel_bias)
        pixels = (back + (1 - now) * logit).sigmoid().bernoulli()
    mean = float(torch.logsumexp(weight, 0)) - float(np.log(runs))
    error = float((weight - mean).exp().std()) / runs**0.5
    return known + mean, error


def _warmed(machine: Any, logit: Tensor, pixels: Tensor, reach: Tensor, t: float) -> Tensor:
    """Log of the unnormalised probability of `pixels` at inverse temperature t, (N,) float64."""
    bias = (1 - t) * logit + t * machine.pixel_bias
    total: Tensor = pixels @ bias + torch.nn.functional.softplus(t * reach).sum(1)
    return total.double()
