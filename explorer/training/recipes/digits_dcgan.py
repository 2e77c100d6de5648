"""digits-dcgan: a DCGAN (Radford et al., 2016) on MNIST, kept steady by a penalty on slopes."""

from __future__ import annotations

from typing import ClassVar

from explorer.training.data import MNIST
from explorer.training.recipe import Facts, Network
from explorer.training.recipes.adversarial import Adversarial

LATENTS = 32


class DigitsDcgan(Adversarial):
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
        about="A DCGAN (Radford et al., Unsupervised representation learning with deep "
        "convolutional generative adversarial networks, 2016): a generator that turns 32 numbers "
        "into a 32x32 digit, and the critic that it was trained to fool. The generator shipped is "
        "the running average of the trained one (decay 0.999 a step); the critic is the final one "
        "and has no batch normalisation, so its score of a picture depends on that picture alone. "
        "A penalty on the slope of the critic at real digits (R1, Mescheder et al., 2018, weight "
        "0.5, every eighth step) kept the two in balance.",
        limits="No latent is tied to a class: digits lie in neighbouring regions, and a point "
        "between two of them can be no digit at all. The critic's score is a logit of its own "
        "scale: it compares pictures, it is no probability of being real.",
        latent=(LATENTS,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
    )
    minutes = 15.0
    batch = 128
    slope_weight = 0.5
