"""digits-ssgan and tiles-gan: convolutional nets on other terms than a DCGAN's."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from torch import Tensor

from explorer.training import metrics
from explorer.training.bent import shifted
from explorer.training.data import MNIST, TILES, Images, scaled, tiles
from explorer.training.objectives import LEAST_SQUARES, NON_SATURATING
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.adversarial import SHORT, Adversarial, Array

_CHANNELS = [64, 32, 16]


class DigitsSsgan(Adversarial):
    """Three critics of patches, each at half the size of the one before; least squares."""

    name = "digits-ssgan"
    describes = "three strided critics of patches, at three sizes"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("dcgan-generator", {"latent": 32, "channels": _CHANNELS},
                             "generator", 0.999),
        "critic": Network("patch-critics", {"scales": 3, "channels": [24, 48]}, "critic",
                          outputs=("score", "patches")),
    }  # fmt: skip
    losses_of = LEAST_SQUARES
    minutes = 10.0
    score_how = "the mean over the patches of three sizes, each trained towards 1 and 0"
    facts = Facts(
        title="Digits, three critics",
        family="gan",
        summary="A generator that must please three critics at once, each judging patches of the "
        "picture at another size. Look at the strokes: every patch is a stroke, and whether the "
        "whole is a digit is for the coarsest critic alone.",
        data=MNIST,
        about="An adversarial network with stacked critics at several scales: three strided "
        "critics of overlapping patches (Isola et al., Image-to-image translation with conditional "
        "adversarial networks, 2017, section 3.2.2), which see the picture at 32, 16 and 8 pixels "
        "(T.-C. Wang et al., High-resolution image synthesis and semantic manipulation with "
        "conditional GANs, 2018, section 3.2), under the least squares loss, each with the same "
        "say however many patches it judges: a mean over all patches alike lets the finest drown "
        "the two that see the whole digit, and the generator collapses. The generator is a "
        "DCGAN's at a third of its width; the running average of it is shipped (decay 0.999 a "
        "step).",
        limits="The critics agree on strokes sooner than on digits: shapes made of good strokes "
        "need not be any digit. The score is the mean over all patches, trained towards 1 for real "
        "and 0 for generated ones: near a half it cannot tell." + SHORT,
        latent=(32,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
        score="least-squares",
    )

    def judged(self, images: Tensor, labels: Tensor) -> Tensor:
        """The scores of all patches, (N, scales, rows, columns)."""
        patches: Tensor = self.networks["critic"](images)[1]
        return patches


class TilesGan(Adversarial):
    """The non-saturating loss with R1, in colour, on a small set that is mirrored at random."""

    name = "tiles-gan"
    describes = "DCGAN with R1 on pixel art, 48 latents, 32x32 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("dcgan-generator",
                             {"latent": 48, "colours": 3, "channels": [64, 48, 24]},
                             "generator", 0.999),
        "critic": Network("dcgan-critic", {"colours": 3, "channels": [24, 48, 80]}, "critic",
                          outputs=("score",)),
    }  # fmt: skip
    losses_of = NON_SATURATING
    minutes = 15.0
    slope_weight = 1.0
    facts = Facts(
        title="Tiles, adversarial",
        family="gan",
        summary="A generator of pixel art that learns from three thousand tiles of a dungeon "
        "game. Drag the sliders from wall to lava: after a short training it knows textures and "
        "light, and hardly a shape.",
        data=TILES,
        about="A DCGAN (Radford et al., Unsupervised representation learning with deep "
        "convolutional generative adversarial networks, 2016) in colour, with the non-saturating "
        "loss and a penalty on the slope of the critic at real tiles (R1, Mescheder et al., 2018, "
        "weight 1, every eighth step). Tiles were laid on dark grey and mirrored at random, and "
        "the critic saw all pictures moved by up to four pixels (the translation of DiffAugment, "
        "Zhao et al., 2020). The generator shipped is the running average of the trained one "
        "(decay 0.999 a step).",
        limits="Three thousand pictures of a thousand things teach textures and outlines rather "
        "than creatures. The figures compare pixels, there being no judge of tiles. The critic's "
        "score is a logit of its own scale." + SHORT,
        latent=(48,),
        size=(32, 32, 3),
        span=(-1.0, 1.0),
    )

    def judged(self, images: Tensor, labels: Tensor) -> Tensor:
        """The critic's scores of what it sees moved by a few pixels: tiles are few."""
        return super().judged(shifted(images), labels)

    def load(self) -> Images:
        """The training tiles, and their mirror images."""
        held = tiles(self.data, "train")
        both = np.concatenate([held.pixels, held.pixels[:, :, ::-1]])
        return Images(both, np.concatenate([held.labels, held.labels]))

    def figures(self) -> list[Figure]:
        """Distances of samples to the tiles in the tiles' own eigen-images, beside real halves'."""
        held = scaled(tiles(self.data, "train").pixels)
        samples = self.images(self.points(len(held), 1))
        mean, axes = _axes(held)
        real, made = _project(held, mean, axes), _project(samples, mean, axes)
        even, odd = real[::2], real[1::2]
        nearest = np.sqrt([np.square(held - one).mean((1, 2, 3)).min() for one in samples[:200]])
        own = np.sqrt([np.sort(np.square(held - one).mean((1, 2, 3)))[1] for one in held[::17]])
        of = f"{len(held):,} samples against as many tiles, on the 64 first eigen-images of tiles"
        scores = self.scores(held).mean() - self.scores(samples).mean()
        return [
            Figure("fid", "Frechet distance to the tiles",
                   metrics.frechet_distance(made, real), "", f"{of}, which is not Inception FID"),
            Figure("fid_real", "The same for real tiles", metrics.frechet_distance(even, odd), "",
                   "every other tile against the rest: what a perfect generator would get"),
            Figure("kid", "Kernel distance to the tiles",
                   metrics.kernel_distance(made, real), "", of),
            Figure("nearest", "Distance to the nearest tile", float(np.median(nearest)), "",
                   "root mean square over pixels and colours in [0, 1], median of 200 samples; a "
                   "memory of the tiles would be near 0"),
            Figure("nearest_real", "The same between tiles", float(np.median(own)), "",
                   "each to its nearest other tile, median over every seventeenth"),
            Figure("score_gap", "Critic's score, real less generated", float(scores), "",
                   "means over the tiles it learned from and as many samples; a logit of its own "
                   "scale"),
        ]  # fmt: skip


def _axes(images: Array) -> tuple[Array, Array]:
    """Mean (D,) and 64 unit eigenvectors (D, 64) of images (N, H, W, C)."""
    flat = images.reshape(len(images), -1)
    mean = flat.mean(0)
    _, vectors = np.linalg.eigh(np.cov(flat.T))
    return mean, np.asarray(vectors[:, ::-1][:, :64], np.float32)


def _project(images: Array, mean: Array, axes: Array) -> Array:
    return np.asarray((images.reshape(len(images), -1) - mean) @ axes)
