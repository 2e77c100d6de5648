"""digits-vaegan: an autoencoder whose decoder is judged by a critic's features."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import torch
from torch import Tensor
from torch.nn.functional import softplus

from explorer.training.data import MNIST
from explorer.training.objectives import divergence
from explorer.training.recipe import Facts, Network
from explorer.training.recipes.autoencoding import GaussianAutoencoding

LATENTS = 16


class DigitsVaegan(GaussianAutoencoding):
    """Larsen et al. (2016), algorithm 1: likeness is measured in the critic's features."""

    name = "digits-vaegan"
    describes = "VAE-GAN, 16 latents"
    latents = LATENTS
    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network("mlp-encoder", {"latent": LATENTS, "hidden": [256, 192]}, "encoder",
                           outputs=("mean", "log_variance")),
        "decoder": Network("dcgan-generator", {"latent": LATENTS, "channels": [64, 32, 16]},
                           "decoder", 0.998),
        "critic": Network("feature-critic", {"channels": [16, 32, 64]}, "critic",
                          outputs=("score", "features")),
    }  # fmt: skip
    batch = 32
    minutes = 8.0
    rates: ClassVar[dict[str, float]] = {"encoder": 1e-3, "decoder": 5e-4, "critic": 3e-4}
    betas = (0.5, 0.99)
    warm_steps = 200
    likeness, fooling, variance, pixels = 1.0, 0.2, 0.02, 0.9
    facts = Facts(
        title="Digits, VAE-GAN",
        family="vae",
        summary="A variational autoencoder whose pictures are compared with the originals by what "
        "a critic sees in them, and not pixel by pixel. Encode a digit: it comes back crisp where "
        "the plain VAE blurs, if not always the same to the pixel.",
        data=MNIST,
        about="A VAE-GAN (Larsen et al., Autoencoding beyond pixels using a learned similarity "
        "metric, 2016): the decoder is a generator at once, the likeness of a picture and its "
        "reconstruction is the distance of their features in the critic that tells pictures from "
        "digits, and the KL divergence prices the code. Much of the pixels' own distance is kept, "
        "which the paper does without: in so few steps the critic's features alone teach little.",
        limits="Its PSNR is below a plain VAE's by design. The critic's score is a logit of its "
        "own scale.",
        latent=(LATENTS,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
    )

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """The critic's loss, the encoder's, then the decoder's."""
        decoder, critic = self.networks["decoder"], self.networks["critic"]
        real = batch * 2 - 1
        mean, log_variance, point = self.posterior(batch)
        drawn = torch.randn_like(point)
        again, fresh = decoder(torch.cat([point, drawn])).chunk(2)
        on_real, wanted = critic(real)
        on_fake, _ = critic(torch.cat([again, fresh]).detach())
        yield "critic", softplus(-on_real.float()).mean() + softplus(on_fake.float()).mean()
        wanted = wanted.detach().float()
        price = divergence(mean, log_variance)
        error = self._unlike(critic(again)[1].float(), wanted, again.float(), real)
        mse = ((again.detach().float() - real) / 2).square().mean()
        self.watch = {"psnr": float(-10 * mse.log10()), "kl": float(price.detach())}
        yield "encoder", error + price
        again, fresh = decoder(torch.cat([point.detach(), drawn])).chunk(2)
        on_fake, seen = critic(torch.cat([again, fresh]))
        fooled = softplus(-on_fake.float()).mean()
        like = self._unlike(seen.chunk(2)[0].float(), wanted, again.float(), real)
        yield "decoder", self.likeness * like / 100 + self.fooling * fooled

    def _unlike(self, seen: Tensor, wanted: Tensor, image: Tensor, real: Tensor) -> Tensor:
        """Squared distance of features and a share of that of pixels, in nats."""
        features = (seen - wanted).square().mean(1).mean() * 1024
        plain = ((image - real) / 2).square().sum((1, 2, 3)).mean()
        return (self.pixels * plain + (1 - self.pixels) * features) / (2 * self.variance) / 10
