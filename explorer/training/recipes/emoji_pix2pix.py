"""emoji-pix2pix: paired translation (Pix2Pix; Isola et al., 2017) between drawing styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import torch
from torch import Tensor
from torch.nn.functional import softplus

from explorer.training.bent import shifted
from explorer.training.data import EMOJI, STYLES
from explorer.training.recipe import Facts, Network
from explorer.training.recipes.emoji_translation import (
    SIZE,
    EmojiTranslation,
    domains,
    laid,
    two_styles,
    unstacked,
)

_NEAR = 100.0  # the weight of L1, as in the paper


class EmojiPix2Pix(EmojiTranslation):
    """A patch critic's judgement and a hundred times the mean absolute error; in [-1, 1]."""

    name = "emoji-pix2pix"
    describes = "Pix2Pix told the style, emoji at 64x64 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("translator", {"domains": len(STYLES)}, "generator", 0.998),
        "critic": Network("patch-critic", {"domains": len(STYLES)}, "critic", outputs=("score",)),
    }
    facts = Facts(
        title="Emoji, redrawn",
        family="translator",
        summary="Redraws an emoji in another style, learned from pairs of the same emoji. Draw "
        "one, choose a style, and send the result back to see what was lost.",
        data=EMOJI,
        about="A Pix2Pix whose one generator is told which of four styles to paint in: it learned "
        "from the same emoji drawn twice, by the mean absolute error (weight 100) and by a critic "
        "of patches that sees the picture beside its source. Source and target style were drawn "
        "at random each time, and pairs mirrored; the critic saw both moved by up to four pixels "
        "(the translation of DiffAugment, Zhao et al., 2020). The generator shipped is the running "
        "average of the trained one (decay 0.998 a step).",
        limits="The styles agree in meaning, not in outline: where they differ, the absolute "
        "error asks for the average, and the picture is blurred. Flags and letters come out "
        "worst. It was never shown a photograph.",
        latent=(3, SIZE, SIZE),
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        conditions=domains(list(STYLES)),
    )
    minutes = 32.0
    batch = 16
    rates: ClassVar[dict[str, float]] = {"critic": 4e-4, "generator": 1e-3}

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Draw source and target styles; the critic's loss, then the generator's."""
        generator, critic = self.networks["generator"], self.networks["critic"]
        source, wanted, style = _pairs(batch)
        painted = generator(source, style).float()
        real = critic(*_seen(wanted, source), style).float()
        false = critic(*_seen(painted.detach(), source), style).float()
        yield "critic", (softplus(-real).mean() + softplus(false).mean()) / 2
        near = (painted - wanted).abs().mean()
        fooled = softplus(-critic(*_seen(painted, source), style).float()).mean()
        self.watch = {"l1": float(near.detach()) / 2, "fooled": float(fooled.detach())}
        yield "generator", fooled + _NEAR * near


def _seen(painted: Tensor, source: Tensor) -> tuple[Tensor, ...]:
    """What the critic sees of a picture and its source: both moved by the same few pixels."""
    return shifted(torch.cat([painted, source], 1)).chunk(2, 1)


def _pairs(batch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(N, 12, H, W) in [0, 1] to source and wanted (N, 3, H, W) in [-1, 1] and the style (N,)."""
    styles, count = unstacked(batch), len(batch)
    style, drawn = two_styles(count, batch.device)
    row = torch.arange(count, device=batch.device)
    return laid(styles[row, drawn]), laid(styles[row, style]), style
