"""emoji-unit: two drawing styles that share one code, learned without pairs (UNIT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, cast

import numpy as np
import torch
from torch import Tensor

from explorer.latent.priors import Mixture
from explorer.networks.shared_latent import SharedDecoder, SharedEncoder
from explorer.networks.translator_pair import CriticPair
from explorer.phrases import Phrase
from explorer.training.data import EMOJI
from explorer.training.mixture import fit_mixture
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

_CODES = 8
_QUIET = 0.3  # share of the training over which noise grows to its full size
_GRID = SIZE // 16  # places along each side of the code
_LATENTS = _CODES * _GRID * _GRID
_RATHER, _CODE, _JUDGED = 10.0, 0.01, 0.2  # weights of errors, divergence and critics
_SETTINGS = {"codes": _CODES, "width": 24, "deep": 72}


class EmojiUnit(EmojiTranslation):
    """Two autoencoders with a common code, critics of both styles, and there and back."""

    name = "emoji-unit"
    describes = "UNIT, noto and openmoji with one shared code, at 64x64 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "decoder": Network("shared-decoder", _SETTINGS, "generator", 0.998),
        "encoder": Network("shared-encoder", _SETTINGS, "generator", 0.998, outputs=("mean",)),
        "critic": Network("critic-pair", {"width": 24}, "critic", outputs=("score",)),
    }
    styles = (1, 3)
    stacked = 2
    facts = Facts(
        title="Emoji, shared code",
        family="shared-latent",
        summary="Two styles of drawing that share a code of 128 numbers: encode a picture of one, "
        "decode it as the other. In Explore each slider changes one part of the page; draw the "
        "same code in both styles and see what they agree on.",
        data=EMOJI,
        about="A UNIT (Liu, Breuel and Kautz, Unsupervised image-to-image translation networks, "
        "2017) between the styles noto and openmoji: an encoder and a decoder for each, which "
        "share their deep halves, so that both styles meet in one code. It learns to draw each "
        "picture again (weight 10), to come back from the other style (weight 10), to keep codes "
        "small (0.01 times the mean square of the code, which with the paper's unit variance is "
        "its divergence), and to pass two critics of patches under the least squares loss (weight "
        "0.2; the paper's ratios would make it 1, which so short a training answers with noise), "
        "which saw pictures moved by up to four pixels (DiffAugment, Zhao et al., 2020). "
        "The noise of the code grows to the paper's over the first three tenths, or nothing would "
        "be coded. The code is a grid of 4 by 4 places with 8 numbers each (2,3 a is the first of "
        "row 2, column 3), far smaller than the paper's, so that it has sliders. So that it can be "
        "sampled, one Gaussian with full covariance was fitted to the codes of the training emoji. "
        "The running average of the weights is shipped (decay 0.998 a step).",
        limits="128 numbers do not hold a drawing: shapes are simplified and blurred, faces most "
        "of all; what comes back has lost what the code lost. Which style a picture is in is "
        "found by drawing it again in both and taking the nearer; a picture in neither style "
        "is taken for one of them." + SHORT,
        latent=(_LATENTS,),
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        conditions=domains(["noto", "openmoji"]),
    )
    has_mixture = True
    minutes = 18.0
    batch = 4
    warm_steps = 60
    rates: ClassVar[dict[str, float]] = {"critic": 4e-4, "generator": 1e-3}

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """The critics' loss on both ways, then everything else."""
        encoder, decoder = self._pair(shipped=False)
        critics = cast(CriticPair, self.networks["critic"]).of
        first, second = unstacked(batch).unbind(1)
        real = [laid(first), laid(second.roll(1, 0))]
        codes = [encoder.read(real[style], style).float() for style in (0, 1)]
        noise = min(1.0, progress / _QUIET)
        held = [code + noise * torch.randn_like(code) for code in codes]
        made = [decoder.draw(held[1 - style], style).float() for style in (0, 1)]
        yield "critic", told_apart(critics, real, made)
        again = [encoder.read(made[style], style).float() for style in (0, 1)]
        both = [
            decoder.draw(
                torch.cat([held[d], again[1 - d] + noise * torch.randn_like(codes[d])]), d
            ).float()
            for d in (0, 1)
        ]
        near, back = (
            sum((both[d].chunk(2)[part] - real[d]).abs().mean() for d in (0, 1)) for part in (0, 1)
        )
        size = sum(code.square().mean() for code in (*codes, *again))
        fooled = sum(taken_in(critics, made))
        parts = {"again": near, "cycle": back, "size": size}
        self.watch = {key: float(torch.as_tensor(v).detach()) / 4 for key, v in parts.items()}
        yield (
            "generator",
            cast(Tensor, 2 * _JUDGED * fooled + _RATHER * (near + back) + _CODE * size),
        )

    def _pair(self, shipped: bool = True) -> tuple[SharedEncoder, SharedDecoder]:
        found = self.shipped if shipped else self.networks.__getitem__
        return cast(SharedEncoder, found("encoder")), cast(SharedDecoder, found("decoder"))

    @torch.inference_mode()
    def paint(self, source: Tensor, style: int, drawn: int) -> Tensor:
        """Decoded in the style, from the code under the style that it is drawn in."""
        encoder, decoder = self._pair()
        return decoder.draw(encoder.read(source, drawn), style)

    @torch.inference_mode()
    def mixture(self) -> Mixture:
        """One Gaussian of the codes of the training emoji, with the noise they were learned in."""
        encoder, _ = self._pair()
        pixels = torch.from_numpy(self.load().pixels).permute(0, 3, 1, 2)
        styles = (pixels.float() / 127.5 - 1).unflatten(1, (2, 3)).unbind(1)
        codes = [encoder.read(part, style) for style in (0, 1) for part in styles[style].split(128)]
        noise = torch.Generator().manual_seed(self.seed)
        held = torch.cat(codes)
        return fit_mixture((held + torch.randn(held.shape, generator=noise)).numpy(), 1, rounds=1)

    def measure(self) -> dict[str, Any]:
        """Names by place, and how far a step of one sigma along each number moves a pixel."""
        points = torch.from_numpy(self.fitted().sample(64, 11))
        spread = points.std(0)
        effect = []
        for dimension in range(_LATENTS):
            step = torch.zeros(_LATENTS)
            step[dimension] = spread[dimension] / 2
            moved = self._drawn(points + step) - self._drawn(points - step)
            effect.append(round(float(moved.square().mean().sqrt()) * 127.5, 3))
        names = [
            f"{row + 1},{column + 1} {'abcdefghijklmnop'[channel]}"
            for channel in range(_CODES)
            for row in range(_GRID)
            for column in range(_GRID)
        ]
        kind = Phrase("pixel effect, grey levels per sigma")
        return {"names": names, "importance": effect, "importance_kind": kind}

    @torch.inference_mode()
    def _drawn(self, points: Tensor) -> Tensor:
        return self._pair()[1].draw(points, 1)

    def figures(self) -> list[Figure]:
        """Those of all translators, the judge's, and how well it draws a picture again."""
        held = self.held()
        errors = [
            float((self._painted(images, style, style) - images).square().mean()) / 4
            for style, images in enumerate(held)
        ]
        psnr = float(-10 * np.log10(np.mean(errors)))
        return [
            Figure("psnr", "Reconstruction PSNR", round(psnr, 2), "dB",
                   f"of the mean code, {len(held[0])} held-out emoji in each of two styles"),
            *super().figures(),
            *style_accuracy(self),
        ]  # fmt: skip
