"""emoji-stargan: one generator for all drawing styles, learned without pairs (StarGAN)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import torch
from torch import Tensor

from explorer.training.bent import shifted
from explorer.training.data import EMOJI, STYLES
from explorer.training.objectives import NON_SATURATING, slope_penalty
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.emoji_translation import (
    SHORT,
    SIZE,
    EmojiTranslation,
    domains,
    laid,
    two_styles,
    unstacked,
)
from explorer.training.style_judge import style_accuracy

_RETURN = 1.0  # where the paper has a lambda_rec of 10
_SLOPE, _EVERY = 2.0, 8


class EmojiStarGan(EmojiTranslation):
    """Judged as real in the style asked for, and by what comes back; in [-1, 1]."""

    name = "emoji-stargan"
    describes = "StarGAN, one generator for four styles, emoji at 64x64 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network(
            "translator",
            {"domains": len(STYLES), "width": 24, "deep": 64, "masked": True},
            "generator",
            0.998,
        ),
        "critic": Network(
            "domain-critic", {"domains": 0, "judged": len(STYLES)}, "critic", outputs=("score",)
        ),
    }
    facts = Facts(
        title="Emoji, four styles",
        family="translator",
        summary="One generator that paints in any of four styles and never saw the same emoji "
        "drawn twice: a critic of each style told it what is missing. Send a picture through "
        "all four styles and back, and see which of them forgets most.",
        data=EMOJI,
        about="A StarGAN (Choi et al., StarGAN: unified generative adversarial networks for "
        "multi-domain image-to-image translation, 2018): one generator is told the style, and "
        "a picture sent back to its own style must be what it was (weight 1 where the paper "
        "has 10). The critic is that of its second version (Choi et al., StarGAN v2, 2020): "
        "it judges patches for each style apart, so that a picture passes only as real in the "
        "style asked for, where the first version has one judgement for all and a classifier "
        "of styles. The adversarial loss is the logarithmic one with a penalty on the slope "
        "of the critic's mean over patches at real pictures (R1, Mescheder et al., 2018, "
        "weight 2, every eighth step). The generator has skips from its way down to its way "
        "up, and says how much of each pixel it paints over, hardly any at first (as in "
        "GANimation, Pumarola et al., 2018). The critic saw pictures moved by up to four "
        "pixels (the translation of DiffAugment, Zhao et al., 2020). The running average of "
        "it is shipped (decay 0.998 a step).",
        limits="Without pairs it learns how a style colours and outlines, not how it would draw "
        "another face: shapes stay where they were, and so the distance to the held-out pair "
        "need not be smaller than that of leaving the picture alone. Towards openmoji it "
        "draws black outlines, away from it colours them and now and then the page; between "
        "the three painted styles it changes little. It was never shown a photograph." + SHORT,
        latent=(3, SIZE, SIZE),
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        conditions=domains(list(STYLES)),
    )
    minutes = 28.0
    batch = 10
    rates: ClassVar[dict[str, float]] = {"critic": 4e-4, "generator": 6e-4}

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Each emoji in one style and asked for another; the critic's loss, the generator's."""
        generator, critic = self.networks["generator"], self.networks["critic"]
        source, drawn, wanted = _asked(batch)
        painted = generator(source, wanted).float()
        real = shifted(source)
        on_real = _as(critic(real), drawn)
        on_fake = _as(critic(shifted(painted.detach())), wanted)
        loss = NON_SATURATING.critic(on_real, on_fake)
        if step % _EVERY == 0:
            slope = slope_penalty(lambda x: _as(critic(x), drawn).mean((1, 2)), real)
            loss = loss + _SLOPE / 2 * _EVERY * slope
        yield "critic", loss
        fooled = NON_SATURATING.generator(_as(critic(shifted(painted)), wanted))
        returned = generator(painted, drawn).float()
        back = (returned - source).abs().mean()
        self.watch = {"cycle": float(back.detach()) / 2, "fooled": float(fooled.detach())}
        yield "generator", fooled + _RETURN * back

    def figures(self) -> list[Figure]:
        """Those of all translators, and how often a judge takes the style for the one asked."""
        return [*super().figures(), *style_accuracy(self)]


def _as(patches: Tensor, style: Tensor) -> Tensor:
    """Logits of patches (N, S, h, w) as pictures of one style each, (N, h, w) float32."""
    return patches[torch.arange(len(patches), device=patches.device), style].float()


def _asked(batch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(N, 12, H, W) in [0, 1] to pictures (N, 3, H, W) of one style each, that, and another."""
    styles, count = unstacked(batch), len(batch)
    drawn, wanted = two_styles(count, batch.device)
    source = styles[torch.arange(count, device=batch.device), drawn]
    return laid(source), drawn, wanted
