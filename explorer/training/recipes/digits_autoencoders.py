"""digits-ae, digits-vae and digits-mmd-vae: one pair of networks, three prices of the code."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import torch
from torch import Tensor

from explorer.latent.priors import Mixture
from explorer.phrases import Phrase
from explorer.training.data import MNIST, digits
from explorer.training.mixture import fit_mixture
from explorer.training.objectives import discrepancy, divergence
from explorer.training.recipe import Facts, Network
from explorer.training.recipes.autoencoding import (
    LATENTS,
    SETTINGS,
    Array,
    Autoencoding,
    GaussianAutoencoding,
)

SIZE, SPAN = (32, 32, 1), (0.0, 1.0)


class DigitsAe(Autoencoding):
    """Hinton and Salakhutdinov (2006): no price at all, so the codes lie where they will."""

    name = "digits-ae"
    describes = "plain autoencoder, 12 latents, its codes fitted with a Gaussian mixture"
    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network("plain-mlp-encoder", SETTINGS, outputs=("mean",)),
        "decoder": Network("mlp-generator", SETTINGS),
    }
    facts = Facts(
        title="Digits, autoencoder",
        family="autoencoder",
        summary="Twelve numbers into which an encoder squeezes a digit and from which a decoder "
        "rebuilds it. Draw random seeds and compare with the VAE: nothing told this model to "
        "leave no gaps between its codes.",
        data=MNIST,
        about="A plain autoencoder (Hinton and Salakhutdinov, Reducing the dimensionality of data "
        "with neural networks, 2006): an encoder and a decoder that share a code of twelve "
        "numbers, trained on the cross entropy of the pixels alone. It has no prior; so that it "
        "can be sampled, a mixture of 20 Gaussians with full covariances was fitted to the codes "
        "of the training digits afterwards, and seeds draw from that. The codes are brought to "
        "mean 0 and spread 1 by a batch normalisation without weights.",
        limits="Between the codes of two digits may lie nothing that the decoder has ever seen: "
        "a walk from one to the other can pass through blurs. The mixture covers the codes, not "
        "what lies between them.",
        latent=(LATENTS,),
        size=SIZE,
        span=SPAN,
    )

    has_mixture = True

    def code(self, batch: Tensor) -> tuple[Tensor, Tensor]:
        """The encoder's point, at no price."""
        return self.networks["encoder"](batch).float(), torch.zeros((), device=batch.device)

    def mixture(self) -> Mixture:
        """Twenty Gaussians fitted to the codes of the training digits."""
        codes, _ = self.encoded(digits(self.data, "train").pixels[:20_000])
        return fit_mixture(codes, 20, seed=self.seed, rounds=40)

    def draws(self, count: int, seed: int) -> Array:
        """Draws from the fitted mixture."""
        return self.fitted().sample(count, seed)

    def measure(self) -> dict[str, Any]:
        """How far a step of one sigma along each number moves a pixel."""
        points = self.draws(256, 11)
        effect = []
        for dimension in range(LATENTS):
            step = np.zeros(LATENTS, np.float32)
            step[dimension] = 0.5
            moved = self.images(points + step) - self.images(points - step)
            effect.append(float(np.sqrt(np.square(moved).mean()) * 255))
        return super().measure() | {
            "importance": np.round(effect, 3).tolist(),
            "importance_kind": Phrase("pixel effect, grey levels per sigma"),
        }


class DigitsVae(GaussianAutoencoding):
    """Kingma and Welling (2014), equation 10: the negative evidence lower bound."""

    name = "digits-vae"
    describes = "VAE, 12 latents"
    facts = Facts(
        title="Digits, variational",
        family="vae",
        summary="An autoencoder whose codes were paid for by the nat, so that every point near "
        "the middle is some digit. Drag the sliders with the highest KL, and walk between two "
        "digits without falling into a gap.",
        data=MNIST,
        about="A variational autoencoder (Kingma and Welling, Auto-encoding variational Bayes, "
        "2014): the encoder answers with a Gaussian for each of twelve numbers, the decoder sees a "
        "draw, and the loss is the negative evidence lower bound: cross entropy of the pixels plus "
        "the KL divergence of the answer from a standard normal.",
        limits="Strokes are softer than an adversarial model's: the decoder answers with the mean "
        "of what a code may stand for. Draws far from the middle can be no digit.",
        latent=(LATENTS,),
        size=SIZE,
        span=SPAN,
    )


class DigitsMmdVae(GaussianAutoencoding):
    """Zhao et al. (2017), equation 6: a tenth of the KL, and the codes as a whole to the prior."""

    name = "digits-mmd-vae"
    describes = "InfoVAE with maximum mean discrepancy, 12 latents"
    information, weight = 0.9, 100.0
    facts = Facts(
        title="Digits, InfoVAE",
        family="vae",
        summary="A VAE that holds all codes together to the prior, and each of them hardly, so "
        "that more of the digit fits into the code. Encode a digit and compare how well it comes "
        "back with the plain VAE's.",
        data=MNIST,
        about="An InfoVAE with the maximum mean discrepancy, or MMD-VAE (Zhao, Song and Ermon, "
        "InfoVAE: information maximizing variational autoencoders, 2017; alpha 0.9, lambda 100): "
        "the KL divergence of each digit's answer counts a tenth, and instead the codes of a whole "
        "batch must look like draws from a standard normal to a Gaussian kernel.",
        limits="Its answers are narrow, so the bound on the likelihood is poor: the KL below is "
        "large by design. Random draws can fall between the narrow answers.",
        latent=(LATENTS,),
        size=SIZE,
        span=SPAN,
    )

    def code(self, batch: Tensor) -> tuple[Tensor, Tensor]:
        """A draw, priced by (1 - alpha) KL + (alpha + lambda - 1) MMD."""
        mean, log_variance, point = self.posterior(batch)
        apart = discrepancy(point, torch.randn_like(point))
        kept = self.information
        price = (1 - kept) * divergence(mean, log_variance) + (kept + self.weight - 1) * apart
        return point, price
