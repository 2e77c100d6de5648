"""emoji-cyclegan: two drawing styles into each other, learned without pairs (CycleGAN)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, cast

import torch
from torch import Tensor

from explorer.networks.translator_pair import CriticPair, TranslatorPair
from explorer.training.data import EMOJI
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.emoji_translation import (
    SHORT,
    SIZE,
    EmojiTranslation,
    domains,
    laid,
    taken_in,
    told_apart,
    unstacked,
)
from explorer.training.style_judge import style_accuracy

_RETURN = 10.0  # lambda of the paper


class EmojiCycleGan(EmojiTranslation):
    """Each generator fools the critic of its style, and undoes the other; in [-1, 1]."""

    name = "emoji-cyclegan"
    describes = "CycleGAN, noto and openmoji into each other, at 64x64 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("translator-pair", {"width": 20, "deep": 56}, "generator", 0.998),
        "critic": Network("critic-pair", {"width": 32}, "critic", outputs=("score",)),
    }
    styles = (1, 3)
    stacked = 2
    facts = Facts(
        title="Emoji, there and back",
        family="translator",
        summary="Two generators, one towards painted emoji and one towards outlined ones, that "
        "never saw the same emoji twice: all they know is that going there and back must end where "
        "it began. Send a picture back and look for what it hid in between.",
        data=EMOJI,
        about="A CycleGAN (Zhu et al., Unpaired image-to-image translation using cycle-consistent "
        "adversarial networks, 2017) between the styles noto and openmoji: two generators, two "
        "critics of patches under the least squares loss, and ten times the mean absolute error "
        "of going there and back. Critics saw pictures moved by up to four pixels (the "
        "translation of DiffAugment, Zhao et al., 2020). Pictures of the two styles were drawn at"
        " random from different emoji. The generators have skips from the way down to the way up,"
        " and say how much of each pixel they paint over, hardly any at first (as in GANimation, "
        "Pumarola et al., 2018), where the paper's have neither; they are far smaller than the "
        "paper's, and critics saw the newest pictures, not a history of fifty. The running "
        "average of the generators is shipped (decay 0.998 a step).",
        limits="It draws black outlines towards openmoji, around folds and shadows too, and takes "
        "them away towards noto, and leaves most of the rest alone: four of ten of its "
        "pictures a judge still takes for the style they came from. Shapes stay: where noto "
        "draws another animal than openmoji, it cannot know. What comes back is nearly what "
        "went in even where the picture in between lost it: generators of this kind are known "
        "to hide what they need in faint patterns (Chu et al., 2017)." + SHORT,
        latent=(3, SIZE, SIZE),
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        conditions=domains(["noto", "openmoji"]),
    )
    minutes = 25.0
    batch = 4
    rates: ClassVar[dict[str, float]] = {"critic": 4e-4, "generator": 6e-4}

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Both ways at once: the critics' loss, then the generators'."""
        generator = cast(TranslatorPair, self.networks["generator"])
        critics = cast(CriticPair, self.networks["critic"]).of
        real = _unpaired(batch)
        made = [generator.paint(real[1 - style], style).float() for style in (0, 1)]
        yield "critic", told_apart(critics, real, made)
        back = [generator.paint(made[1 - style], style).float() for style in (0, 1)]
        lost = (back[0] - real[0]).abs().mean() + (back[1] - real[1]).abs().mean()
        fooled = taken_in(critics, made)
        self.watch = {"cycle": float(lost.detach()) / 4, "fooled": float(fooled[1].detach())}
        yield "generator", 2 * (fooled[0] + fooled[1]) + _RETURN * lost

    @torch.inference_mode()
    def paint(self, source: Tensor, style: int, drawn: int) -> Tensor:
        """By the generator towards the style."""
        return cast(TranslatorPair, self.shipped("generator")).paint(source, style)

    def figures(self) -> list[Figure]:
        """Those of all translators, and how often a judge takes the style for the one asked."""
        return [*super().figures(), *style_accuracy(self)]


def _unpaired(batch: Tensor) -> list[Tensor]:
    """(N, 6, H, W) in [0, 1] to pictures of each style, (N, 3, H, W), of different emoji."""
    first, second = unstacked(batch).unbind(1)
    return [laid(first), laid(second.roll(1, 0))]
