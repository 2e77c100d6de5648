"""The adversarial nets on digits that differ in their losses alone, and the WGAN's penalty."""

from __future__ import annotations

from typing import ClassVar

from torch import Tensor

from explorer.training.data import MNIST
from explorer.training.objectives import (
    LEAST_SQUARES,
    MINIMAX,
    NON_SATURATING,
    WASSERSTEIN,
    unit_slope_penalty,
)
from explorer.training.recipe import Facts, Network
from explorer.training.recipes.adversarial import SHORT, Adversarial

DENSE, CONVOLVED = 32, 32
"""Latents of the fully connected generators and of the convolutional ones."""
_CHANNELS = [64, 32, 16]
MLP: dict[str, Network] = {
    "generator": Network("mlp-generator", {"latent": DENSE, "hidden": [256, 256], "level": True},
                         "generator", 0.998),
    "critic": Network("maxout-critic", {}, "critic", outputs=("score",)),
}  # fmt: skip
CONVOLUTIONS: dict[str, Network] = {
    "generator": Network("dcgan-generator", {"latent": CONVOLVED, "channels": _CHANNELS},
                         "generator", 0.999),
    "critic": Network("dcgan-critic", {"channels": _CHANNELS[::-1]}, "critic", outputs=("score",)),
}  # fmt: skip
_SHARED = (
    "fully connected: two rectified layers of 256 from 32 uniform numbers to the pixels, against a "
    "critic of two layers of 100 maxout units with dropout, as in the paper but smaller. Trained "
    "with Adam where the paper has momentum, and with batch normalisation in the generator; what "
    "is shipped of that is the running average of the trained one (decay 0.998 a step)."
)
_SCALE = (
    "The critic's score is a logit of its own scale: it compares pictures, it is no probability "
    "of being real."
)


class _Dense(Adversarial):
    specs: ClassVar[dict[str, Network]] = MLP
    minutes = 5.0
    rates: ClassVar[dict[str, float]] = {"generator": 1e-3, "critic": 1.5e-4}


class DigitsGanMinimax(_Dense):
    """The game as first written down: one value, which one side raises and the other lowers."""

    name = "digits-gan-minimax"
    describes = "the original GAN, minimax loss, fully connected"
    losses_of = MINIMAX
    facts = Facts(
        title="Digits, minimax",
        family="gan",
        summary="The first adversarial network with the loss that gave it its name: what the "
        "critic gains, the generator loses. Look which digits come too often, and compare with "
        "the non-saturating loss on the same networks.",
        data=MNIST,
        about="A generative adversarial network with the minimax loss (Goodfellow et al., "
        f"Generative adversarial nets, 2014, equation 1), {_SHARED}",
        limits="Where the critic is sure, the generator's slope vanishes: learning stalls or whole "
        f"classes are given up (the shares above say which). {_SCALE}" + SHORT,
        latent=(DENSE,),
        size=(32, 32, 1),
        span=(0.0, 1.0),
        uniform=("all",),
    )


class DigitsGan(_Dense):
    """The loss that the same paper recommends in practice."""

    name = "digits-gan"
    describes = "the original GAN, non-saturating loss, fully connected"
    losses_of = NON_SATURATING
    facts = Facts(
        title="Digits, non-saturating",
        family="gan",
        summary="The first adversarial network with the loss its authors used in practice: the "
        "generator raises the odds of its pictures. Compare the same seed with the minimax loss, "
        "then with the convolutional networks.",
        data=MNIST,
        about="A generative adversarial network with the non-saturating loss (Goodfellow et al., "
        f"Generative adversarial nets, 2014, section 3), {_SHARED}",
        limits="Without convolutions, strokes carry specks: each pixel is an answer of its own. "
        f"{_SCALE}" + SHORT,
        latent=(DENSE,),
        size=(32, 32, 1),
        span=(0.0, 1.0),
        uniform=("all",),
    )


class DigitsLsgan(Adversarial):
    """Mao et al. (2017): squared distance from 1 for real and 0 for fake."""

    name = "digits-lsgan"
    describes = "LSGAN, 32 latents, convolutional"
    specs: ClassVar[dict[str, Network]] = CONVOLUTIONS
    losses_of = LEAST_SQUARES
    minutes = 7.0
    score_how = "trained towards 1 for real and 0 for generated pictures"
    facts = Facts(
        title="Digits, least squares",
        family="gan",
        summary="An adversarial network whose critic is taught the numbers one for real and zero "
        "for fake, and is punished by the square for missing them. Watch its score between the "
        "two, and compare the same seed with the Wasserstein critic.",
        data=MNIST,
        about="An LSGAN (Mao et al., Least squares generative adversarial networks, 2017; a = 0, "
        "b = c = 1) on a DCGAN's networks at a third of their width. The generator shipped is the "
        "running average of the trained one (decay 0.999 a step); the critic has no batch "
        "normalisation, so its score of a picture depends on that picture alone.",
        limits="No latent is tied to a class. The score is near 1 for what the critic takes for "
        "real and near 0 for what it does not; it may lie outside." + SHORT,
        latent=(CONVOLVED,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
        score="least-squares",
    )


class DigitsWganGp(Adversarial):
    """Gulrajani et al. (2017): the critic's slope is held near one between real and fake."""

    name = "digits-wgan-gp"
    describes = "WGAN-GP, 32 latents, convolutional"
    specs: ClassVar[dict[str, Network]] = CONVOLUTIONS
    losses_of = WASSERSTEIN
    critic_steps = 3
    weight = 10.0
    minutes = 9.0
    batch = 96
    warm_steps = 100
    rates: ClassVar[dict[str, float]] = {"generator": 5e-4, "critic": 5e-4}
    betas = (0.0, 0.9)
    score_label = "Wasserstein estimate"
    score_how = (
        "the critic's estimate, from below and in its own networks' reach, of the Wasserstein-1 "
        "distance between the digits and the generator's pictures, in pixels' units"
    )
    facts = Facts(
        title="Digits, Wasserstein",
        family="gan",
        summary="An adversarial network whose critic measures how far pictures are from digits, "
        "with a slope that is held near one. Its scores are distances up to a constant: compare "
        "two pictures, and find the walk along which the score falls least.",
        data=MNIST,
        about="A WGAN-GP (Gulrajani et al., Improved training of Wasserstein GANs, 2017; lambda "
        "10) on a DCGAN's networks at a third of their width, three steps of the critic for one "
        "of the generator where the paper takes five. The generator shipped is the running average "
        "of the trained one (decay 0.999 a step).",
        limits="A score means nothing alone: only differences do, and the mean difference between "
        "digits and samples is the Wasserstein estimate above. No latent is tied to a class."
        + SHORT,
        latent=(CONVOLVED,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
        score="wasserstein",
    )

    def penalty(self, real: Tensor, fake: Tensor, labels: Tensor, step: int) -> Tensor:
        """Lambda times the squared departure of the slope from one."""
        return self.weight * unit_slope_penalty(self.networks["critic"], real, fake)
