"""emoji-stargan: one generator for all drawing styles, learned without pairs (StarGAN)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from explorer.training.data import EMOJI, STYLES
from explorer.training.objectives import NON_SATURATING, slope_penalty
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.emoji_translation import (
    SHORT,
    SIZE,
    EmojiTranslation,
    domains,
    laid,
    unstacked,
)
from explorer.training.style_judge import style_accuracy

_CLASS, _RETURN = 1.0, 10.0  # lambda_cls and lambda_rec of the paper
_SLOPE, _EVERY = 1.0, 8


class EmojiStarGan(EmojiTranslation):
    """Judged as real, as of the style asked for, and by what comes back; in [-1, 1]."""

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
            "domain-critic", {"domains": len(STYLES)}, "critic", outputs=("score", "category")
        ),
    }
    facts = Facts(
        title="Emoji, four styles unpaired",
        family="translator",
        summary="One generator that paints in any of four styles and never saw the same emoji "
        "drawn twice: a critic told it which style its pictures look like. Send a picture through "
        "all four styles and back, and see which of them forgets most.",
        data=EMOJI,
        about="A StarGAN (Choi et al., StarGAN: unified generative adversarial networks for "
        "multi-domain image-to-image translation, 2018): one generator is told the style, a critic "
        "of patches says whether a picture is real and names its style (weight 1), and a picture "
        "sent back to its own style must be what it was (weight 10). The adversarial loss is that "
        "of the paper's equation 1 with a penalty on the critic's slope at real pictures (R1, "
        "Mescheder et al., 2018, weight 1, every eighth step) where the paper goes on to a "
        "Wasserstein loss with five steps of the critic for one of the generator. The generator "
        "has skips from its way down to its way up, and says how much of each pixel it "
        "paints over, hardly any at first (as in GANimation, Pumarola et al., 2018). The running "
        "average of it is shipped (decay 0.998 a step).",
        limits="Without pairs it learns how a style colours and outlines, not how it would draw "
        "another face: shapes stay where they were, and so the distance to the held-out pair need "
        "not be smaller than that of leaving the picture alone. It was never shown a photograph."
        + SHORT,
        latent=(3, SIZE, SIZE),
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        conditions=domains(list(STYLES)),
    )
    minutes = 12.0
    batch = 10
    rates: ClassVar[dict[str, float]] = {"critic": 4e-4, "generator": 6e-4}

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Each emoji in one style and asked for another; the critic's loss, the generator's."""
        generator, critic = self.networks["generator"], self.networks["critic"]
        source, drawn, wanted = _asked(batch)
        painted = generator(source, wanted).float()
        on_real, named = critic(source)
        on_fake, _ = critic(painted.detach())
        loss = NON_SATURATING.critic(on_real.float(), on_fake.float())
        if step % _EVERY == 0:
            loss = loss + _SLOPE / 2 * _EVERY * slope_penalty(lambda x: critic(x)[0], source)
        yield "critic", loss + _CLASS * cross_entropy(named.float(), drawn)
        on_fake, named = critic(painted)
        returned = generator(painted, drawn).float()
        back = (returned - source).abs().mean()
        taken = cross_entropy(named.float(), wanted)
        self.watch = {"cycle": float(back.detach()) / 2, "style": float(taken.detach())}
        fooled = NON_SATURATING.generator(on_fake.float())
        yield "generator", fooled + _CLASS * taken + _RETURN * back

    @torch.inference_mode()
    def paint(self, source: Tensor, style: int, drawn: int) -> Tensor:
        """By the generator that is shipped, which is not told how the source is drawn."""
        painted: Tensor = self.shipped("generator")(source, torch.full((len(source),), style))
        return painted

    def figures(self) -> list[Figure]:
        """Those of all translators, and how often a judge takes the style for the one asked."""
        return [*super().figures(), *style_accuracy(self)]


def _asked(batch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(N, 12, H, W) in [0, 1] to pictures (N, 3, H, W) of one style each, that, and another."""
    styles, count = unstacked(batch), len(batch)
    drawn = torch.randint(len(STYLES), (count,), device=batch.device)
    away = torch.randint(1, len(STYLES), (count,), device=batch.device)
    source = styles[torch.arange(count, device=batch.device), drawn]
    return laid(source), drawn, (drawn + away) % len(STYLES)
