"""emoji-pix2pix: paired translation (Pix2Pix; Isola et al., 2017) between drawing styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import softplus

from explorer.training.data import EMOJI, STYLES, Images, emoji
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

SIZE = 64
_NEAR = 100.0  # the weight of L1, as in the paper
_SHOWN = 8


class EmojiPix2Pix(Recipe):
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
        "at random each time, and pairs mirrored. The generator shipped is the running average "
        "of the trained one (decay 0.998 a step).",
        limits="The styles agree in meaning, not in outline: where they differ, the absolute "
        "error asks for the average, and the picture is blurred. Flags and letters come out "
        "worst. It was never shown a photograph.",
        latent=(3, SIZE, SIZE),
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        conditions={"label": {"names": list(STYLES)}},
    )
    needs_data = True
    stacked = len(STYLES)
    minutes = 15.0
    batch = 16
    rates: ClassVar[dict[str, float]] = {"critic": 4e-4, "generator": 1e-3}
    betas = (0.5, 0.99)

    def load(self) -> Images:
        """The emoji that are not held out, in all styles."""
        return emoji(self.data, "train")[0]

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Draw source and target styles; the critic's loss, then the generator's."""
        generator, critic = self.networks["generator"], self.networks["critic"]
        source, wanted, style = _pairs(batch)
        painted = generator(source, style).float()
        real = critic(wanted, source, style).float()
        false = critic(painted.detach(), source, style).float()
        yield "critic", (softplus(-real).mean() + softplus(false).mean()) / 2
        near = (painted - wanted).abs().mean()
        fooled = softplus(-critic(painted, source, style).float()).mean()
        self.watch = {"l1": float(near.detach()) / 2, "fooled": float(fooled.detach())}
        yield "generator", fooled + _NEAR * near

    @torch.inference_mode()
    def paint(self, source: Tensor, style: int) -> Tensor:
        """Pictures (N, 3, 64, 64) in [-1, 1] in a style."""
        generator = self.shipped("generator")
        label = torch.full((len(source),), style)
        painted: Tensor = generator(source, label)
        return painted

    def sample_grid(self) -> NDArray[np.uint8]:
        """Held-out emoji of one style, painted in the others; one row a target."""
        held = _styles(emoji(self.data, "test")[0].pixels[:: 150 // _SHOWN][:_SHOWN])
        rows = [held[0], *(self.paint(held[0], style) for style in range(len(STYLES)))]
        shown = _shown(rows)
        return grid(shown, _SHOWN)

    def preview(self) -> NDArray[np.uint8]:
        """Four held-out emoji: as drawn, and painted in three other styles."""
        held = _styles(emoji(self.data, "test")[0].pixels[[3, 40, 75, 110]])
        rows = [held[3], *(self.paint(held[3], style) for style in (0, 1, 2))]
        return grid(_shown(rows), 4)

    def figures(self) -> list[Figure]:
        """Absolute error on held-out pairs beside the identity's; the error of there and back."""
        held = _styles(emoji(self.data, "test")[0].pixels)
        painted, identity, back = [], [], []
        for one, source in enumerate(held):
            for other, wanted in enumerate(held):
                if one == other:
                    continue
                found = self.paint(source, other)
                painted.append(float((found - wanted).abs().mean()) / 2)
                identity.append(float((source - wanted).abs().mean()) / 2)
                back.append(float((self.paint(found, one) - source).abs().mean()) / 2)
        count = f"{len(held[0])} held-out emoji, each of 12 ordered pairs of styles"
        order = ", ".join(
            f"{a} to {b}" for i, a in enumerate(STYLES) for j, b in enumerate(STYLES) if i != j
        )
        return [
            Figure("l1", "L1 to the held-out pair", round(float(np.mean(painted)), 4),
                   "of the range", f"mean absolute error over {count}"),
            Figure("l1_identity", "L1 of leaving the picture as it is",
                   round(float(np.mean(identity)), 4), "of the range",
                   "the same, the source taken for the answer"),
            Figure("l1_by_pair", "L1 by pair", [round(v, 4) for v in painted], "", order),
            Figure("l1_identity_by_pair", "L1 of the identity by pair",
                   [round(v, 4) for v in identity], "", order),
            Figure("cycle", "Error of there and back", round(float(np.mean(back)), 4),
                   "of the range", f"mean absolute error of A to B to A, {count}"),
        ]  # fmt: skip

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """A source for the critic, and labels of styles."""
        source = torch.rand(count, 3, SIZE, SIZE, generator=noise) * 2 - 1
        return {"source": source, "label": torch.arange(count) % len(STYLES)}


def _pairs(batch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(N, 12, H, W) in [0, 1] to source and wanted (N, 3, H, W) in [-1, 1] and the style (N,)."""
    count = len(batch)
    styles = batch.unflatten(1, (len(STYLES), 3)) * 2 - 1
    mirrored = torch.rand(count, 1, 1, 1, 1, device=batch.device) < 0.5
    styles = torch.where(mirrored, styles.flip(4), styles)
    style = torch.randint(len(STYLES), (count,), device=batch.device)
    away = torch.randint(1, len(STYLES), (count,), device=batch.device)
    row = torch.arange(count, device=batch.device)
    source, wanted = styles[row, (style + away) % len(STYLES)], styles[row, style]
    layout = torch.channels_last
    return source.contiguous(memory_format=layout), wanted.contiguous(memory_format=layout), style


def _styles(pixels: NDArray[np.uint8]) -> list[Tensor]:
    """(N, 64, 64, 12) uint8 to the pictures of each style, (N, 3, 64, 64) in [-1, 1]."""
    stack = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1
    return list(stack.unflatten(1, (len(STYLES), 3)).unbind(1))


def _shown(rows: list[Tensor]) -> NDArray[np.float32]:
    """Pictures (N, 3, H, W) in [-1, 1], one list entry a row, as (M, H, W, 3) in [0, 1]."""
    stack = torch.cat(rows).permute(0, 2, 3, 1) / 2 + 0.5
    return np.asarray(stack.numpy(), np.float32)
