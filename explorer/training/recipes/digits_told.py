"""digits-cgan and digits-infogan: adversarial nets with a class that is told, or found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy

from explorer.phrases import Phrase
from explorer.training.bent import bent
from explorer.training.data import MNIST, Images, digits, scaled
from explorer.training.digit_figures import told_figures
from explorer.training.judge import Judge
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.adversarial import SHORT, Adversarial, Array

NOISE, CODES, CLASSES = 30, 2, 10
_DIGITS = [str(i) for i in range(10)]
_CHANNELS = [64, 32, 16]


class DigitsCgan(Adversarial):
    """Mirza and Osindero (2014): both sides are told the class."""

    name = "digits-cgan"
    describes = "conditional GAN, convolutional, told the digit"
    classes = 10
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("labelled-generator", {"latent": 32, "channels": _CHANNELS},
                             "generator", 0.999),
        "critic": Network("labelled-critic", {"channels": _CHANNELS[::-1]}, "critic",
                          outputs=("score",)),
    }  # fmt: skip
    minutes = 12.0
    rates: ClassVar[dict[str, float]] = {"generator": 1e-3, "critic": 4e-4}
    facts = Facts(
        title="Digits, conditional",
        family="gan",
        summary="An adversarial network that is told which digit to write. Hold the sliders and "
        "step through the digits, then hold a digit and move the sliders: slant and weight are "
        "the latent's, the digit is the class's.",
        data=MNIST,
        about="A conditional GAN (Mirza and Osindero, Conditional generative adversarial nets, "
        "2014): the generator is told the class beside its noise, and the critic judges picture "
        "and class together. Both are a DCGAN's networks at a third of their width where the paper "
        "has fully connected ones, and the critic's judgement of the match is a projection (Miyato "
        "and Koyama, cGANs with projection discriminator, 2018). Non-saturating loss, Adam; the "
        "generator shipped is the running average of the trained one (decay 0.999 a step).",
        limits="It cannot be asked for no digit in particular. The critic's score is of a picture "
        "under the class chosen, a logit of its own scale." + SHORT,
        latent=(32,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
        conditions={"label": {"names": _DIGITS}},
    )

    def judged(self, images: Tensor, labels: Tensor) -> Tensor:
        """The critic's scores of pictures under their classes."""
        score: Tensor = self.networks["critic"](images, labels)
        return score

    def score_figures(self, samples: Array) -> list[Figure]:
        """How many of the samples are what was asked for."""
        how = (
            f"share of {len(samples):,} samples, every class in turn, that the digit classifier "
            "names as the class asked for"
        )
        return [told_figures(samples, self.asked(len(samples)), how)]


class DigitsInfogan(Adversarial):
    """X. Chen et al. (2016): codes of which the picture must tell, read by a head of the critic.

    Group "generator" holds the generator alone; the recognition head is trained with the critic's
    trunk, in the critic's step: on generated pictures and, so that the categorical code is the
    digit and not a slant, on a hundred labelled ones (Spurr et al., 2017).
    """

    name = "digits-infogan"
    describes = "InfoGAN guided by 100 labels: a categorical code, two continuous ones"
    classes = CLASSES
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("labelled-generator",
                             {"latent": CODES + NOISE, "channels": _CHANNELS}, "generator", 0.999),
        "critic": Network("recognising-critic", {"channels": _CHANNELS[::-1], "hidden": 64},
                          "critic", outputs=("score", "category", "codes")),
    }  # fmt: skip
    minutes = 12.0
    category_weight, code_weight, guide_weight = 1.0, 0.2, 1.0
    guides = 10
    """Labelled digits of each class."""
    _known: Tensor | None = None
    """They, in turn, (10 guides, 1, 32, 32) in [-1, 1]; none before `load`."""
    rates: ClassVar[dict[str, float]] = {"generator": 1e-3, "critic": 4e-4}
    facts = Facts(
        title="Digits, InfoGAN",
        family="gan",
        summary="An adversarial network whose pictures must tell of a code of ten values and two "
        "sliders that it was given. Choose the categorical code, drag the two continuous ones, and "
        "drop a picture to have its codes read.",
        data=MNIST,
        about="An InfoGAN (X. Chen et al., InfoGAN: interpretable representation learning by "
        "information maximizing generative adversarial nets, 2016): beside 30 numbers of noise the "
        "generator is given one categorical code of ten values and two continuous ones, uniform "
        "from -1 to 1, and a recognition head on the critic must read them off the picture. Left "
        "to itself such a code settles on a slant or a stroke as readily as on the digit (54 % of "
        "the samples were the digit matched with their code), so the head was also shown a hundred "
        "labelled digits, ten of each and bent anew each time (Spurr, Aksan and Hilliges, Guiding "
        "InfoGAN with semi-supervision, 2017); no other label was used. The codes are named here "
        "after the digit that each mostly draws, by the digit classifier. The generator shipped is "
        "the running average of the trained one (decay 0.999 a step).",
        limits="The categorical code is the digit because it was guided there; what the continuous "
        "codes do was found without labels. Pictures are read by a head that learned from "
        "generated ones and a hundred real ones. The critic's score is a logit of its own "
        "scale." + SHORT,
        latent=(CODES + NOISE,),
        size=(32, 32, 1),
        span=(-1.0, 1.0),
        uniform=("code 1", "code 2"),
    )

    def load(self) -> Images:
        """MNIST's training set; the first digits of each class are the guides."""
        found = super().load()
        chosen = [np.flatnonzero(found.labels == i)[: self.guides] for i in range(CLASSES)]
        pixels = found.pixels[np.concatenate(chosen)]
        known = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1
        self._known = known.to(self.device)
        return found

    def _misnamed(self, count: int) -> Tensor | float:
        """Cross entropy of the categories read off `count` of the guides, each bent anew."""
        if self._known is None:
            return 0.0
        chosen = torch.randint(len(self._known), (count,))
        pictures = bent(self._known[chosen], turn=0.26, scale=0.15, slant=0.2)
        _, category, _ = self.networks["critic"](pictures)
        wanted = (chosen // self.guides).to(category.device)
        return cross_entropy(category.float(), wanted)

    def names(self) -> list[str]:
        """The continuous codes, then the noise."""
        codes = [Phrase(f"code {i + 1}") for i in range(CODES)]
        return [*codes, *(f"z{i}" for i in range(NOISE))]

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """The adversarial losses, each with the price of codes that were not read rightly."""
        real = batch * 2 - 1
        points = self.noise(len(batch), batch.device)
        codes = points[:, :CODES]
        chosen = torch.randint(CLASSES, (len(batch),), device=batch.device)
        fake = self.networks["generator"](points, chosen)
        on_real, _, _ = self.networks["critic"](real)
        on_fake, category, read = self.networks["critic"](fake.detach())
        self.watch = {
            "score of real": float(on_real.detach().float().mean()),
            "of fake": float(on_fake.detach().float().mean()),
            "codes read": float((category.detach().argmax(1) == chosen).float().mean()),
        }
        unread = self._unread(category, read, chosen, codes)
        unread = unread + self.guide_weight * self._misnamed(len(batch))
        yield "critic", self.losses_of.critic(on_real.float(), on_fake.float()) + unread
        on_fake, category, read = self.networks["critic"](fake)
        unread = self._unread(category, read, chosen, codes)
        yield "generator", self.losses_of.generator(on_fake.float()) + unread

    def _unread(self, category: Tensor, read: Tensor, chosen: Tensor, codes: Tensor) -> Tensor:
        """Minus the bound on the mutual information (equation 5), without constants."""
        apart = (read.float() - codes).square().sum(1).mean() / 2
        return (
            self.category_weight * cross_entropy(category.float(), chosen)
            + self.code_weight * apart
        )

    def drawn(self, count: int = 100) -> NDArray[np.float64]:
        """What each code draws: share of each digit (rows: codes), by the judge."""
        points = self.points(count * CLASSES, 21)
        logits, _ = Judge().look(self.images(points))
        table = np.zeros((CLASSES, 10))
        np.add.at(table, (self.asked(len(points)), logits.argmax(1)), 1 / count)
        return table

    def conditions(self) -> Mapping[str, Mapping[str, Any]]:
        """The codes, named after what each mostly draws."""
        table = self.drawn()
        names = [
            Phrase(f"code {i}: {row.argmax()} ({100 * row.max():.0f} %)")
            for i, row in enumerate(table)
        ]
        return {"category": {"names": names}}

    def measure(self) -> dict[str, Any]:
        """Names beside the effects."""
        return {"names": self.names(), **super().measure()}

    def score_figures(self, samples: Array) -> list[Figure]:
        """Accuracy after matching codes to classes, and how well codes can be read."""
        table, asked = self.drawn(), self.asked(len(samples))
        matched = match(table)
        how = (
            f"share of {len(samples):,} samples, every code in turn, that the digit classifier "
            "names as the digit the code is matched with; codes and digits are matched one to one "
            "for the largest total on 1,000 other samples"
        )
        judged, codes = self._read(samples)
        points = self.points(len(samples), 1)[:, :CODES]
        kept = [float(np.corrcoef(codes[:, i], points[:, i])[0, 1]) for i in range(CODES)]
        test = digits(self.data, "test")
        named, _ = self._read(scaled(test.pixels))
        right = 100 * float((matched[named] == test.labels).mean())
        return [
            told_figures(samples, matched[asked], how),
            Figure("matched", "Digit of each code, 0 to 9", matched.tolist(), "",
                   "the matching of codes to digits"),
            Figure("codes_read", "Categorical codes read back",
                   round(100 * float((judged == asked).mean()), 2), "%",
                   "share of the samples whose code the recognition head reads rightly"),
            Figure("codes_correlation", "Continuous codes read back",
                   [round(value, 4) for value in kept], "",
                   "correlation of each code with what the head reads"),
            Figure("test_accuracy", "Test digits named by their code", round(right, 2), "%",
                   f"the code read off each of {len(test):,} test digits, through the matching"),
            *super().score_figures(samples),
        ]  # fmt: skip

    @torch.inference_mode()
    def _read(self, images: Array) -> tuple[NDArray[np.int64], Array]:
        """Categorical (N,) and continuous codes (N, 2) of (N, 32, 32, 1) in [0, 1]."""
        found = []
        for part in torch.from_numpy(images).split(500):
            _, category, codes = self.shipped("critic")(part.permute(0, 3, 1, 2) * 2 - 1)
            found.append((category.argmax(1), codes))
        chosen, codes = (torch.cat(parts).cpu().numpy() for parts in zip(*found, strict=True))
        return chosen, codes


def match(table: NDArray[np.float64]) -> NDArray[np.int64]:
    """The digit of each code (rows) by the one-to-one matching with the largest total.

    Exact, by dynamic programming over which digits are taken: 2^10 subsets.
    """
    size = len(table)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row in table:
        grown: dict[int, tuple[float, tuple[int, ...]]] = {}
        for taken, (total, chosen) in best.items():
            for digit in range(size):
                if taken >> digit & 1:
                    continue
                key, value = taken | 1 << digit, total + row[digit]
                if key not in grown or value > grown[key][0]:
                    grown[key] = (value, (*chosen, digit))
        best = grown
    return np.array(best[(1 << size) - 1][1])
