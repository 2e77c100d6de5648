"""emoji-adain: any picture in the colours and strokes of any other (AdaIN; Huang, Belongie)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    interpolate,
    mse_loss,
)

from explorer.networks.translator import StyleTransfer, adapted, moments
from explorer.training.data import EMOJI
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.emoji_translation import (
    SHORT,
    SIZE,
    EmojiPictures,
    laid,
    some,
    unstacked,
)

_LEARNS = 0.4  # share of the training in which the encoder learns
_STYLE = 10.0  # lambda of the paper
_TOLD = 0.05  # weight of telling styles apart by their statistics
_SHOWN = 7


class EmojiAdain(EmojiPictures):
    """First an encoder that can draw again what it saw, then a decoder of swapped statistics."""

    name = "emoji-adain"
    describes = "AdaIN style transfer with an encoder of its own, at 64x64 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "generator": Network("style-transfer", {"width": 32, "deep": 128}, average=0.998)
    }
    facts = Facts(
        title="Emoji, any style",
        family="style-transfer",
        summary="Paints a picture with the colours and the mood of any other: each channel of its "
        "features is given the mean and the spread that it has in the style picture. Drag the "
        "strength from nothing to everything, and give it a style that it never saw.",
        data=EMOJI,
        about="Style transfer by adaptive instance normalisation (Huang and Belongie, Arbitrary "
        "style transfer in real-time with adaptive instance normalization, 2017). The paper's "
        "encoder is a VGG trained on a million photographs; this one was learned here, in the "
        "first two fifths of the training: together with the decoder it draws emoji again, and "
        "the means and spreads of its channels must tell the four drawing styles apart (by the "
        "nearest mean of each style, Snell et al., 2017). Then it is frozen, and the decoder alone "
        "learns to draw features whose statistics were swapped: the content loss of the paper's "
        "equation 12 and ten times the style loss of equation 13 over three depths. Style pictures "
        "were emoji in all styles, half of them with their colours exchanged, half seen close. "
        "The running average of the weights is shipped (decay 0.998 a step).",
        limits="An encoder that saw fifteen hundred emoji knows colours, edges and paper, not "
        "brush strokes: what it carries over is palette, contrast and how full the page is. "
        "Pictures pass through a grid of 8 by 8 places, so that fine detail is lost even at "
        "strength 0 (the reconstruction error above)." + SHORT,
        latent=(3, SIZE, SIZE),
        size=(SIZE, SIZE, 3),
        span=(0.0, 1.0),
    )
    minutes = 12.0
    batch = 6
    warm_steps = 60
    rates: ClassVar[dict[str, float]] = {"all": 1e-3}

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Reconstruction and the styles told apart; then content and style."""
        network = cast(StyleTransfer, self.networks["generator"])
        learns = progress < _LEARNS
        network.encoder.requires_grad_(learns)
        styles = unstacked(batch) / 2 + 0.5
        yield "all", self._again(network, styles) if learns else self._swapped(network, styles)

    def _again(self, network: StyleTransfer, styles: Tensor) -> Tensor:
        """Draw (N, S, 3, H, W) again, and tell their styles apart."""
        images = laid(styles.flatten(0, 1))
        maps = network.features(images)
        # On logits: most of a page is white, where a sigmoid has no slope left for other losses.
        logits = network.decoder[:-1](maps[-1]).float()
        near = binary_cross_entropy_with_logits(logits, images)
        told = _told_apart(_statistics(maps).unflatten(0, styles.shape[:2]))
        self.watch = {
            "again": float((logits.detach().sigmoid() - images).abs().mean()),
            "told": float(told.detach()),
        }
        loss: Tensor = 10 * near + _TOLD * told
        return loss

    def _swapped(self, network: StyleTransfer, styles: Tensor) -> Tensor:
        """Content and style losses on two pictures of each emoji, styled by another's."""
        count = len(styles)
        chosen = torch.rand(styles.shape[:2], device=styles.device).argsort(1)[:, :2]
        row = torch.arange(count, device=styles.device)[:, None]
        content = laid(styles[row, chosen].flatten(0, 1))
        style = laid(_varied(content.roll(3, 0)))
        with torch.no_grad():
            wanted = network.features(style)
            target = adapted(network.features(content)[-1], wanted[-1])
        found = network.features(network.decoder(target))
        kept = mse_loss(found[-1].float(), target.float())
        taken = _distance(found, wanted)
        self.watch = {"again": float(kept.detach()), "told": float(taken.detach())}
        return kept + _STYLE * taken

    # -- what came of it ----------------------------------------------------------------------

    @torch.inference_mode()
    def restyle(self, content: Tensor, style: Tensor, strength: float = 1.0) -> Tensor:
        """Pictures (N, 3, 64, 64) in [0, 1] in the style of as many others."""
        share = torch.full((len(content),), strength)
        painted: Tensor = self.shipped("generator")(content, style, share)
        return painted

    def sample_grid(self) -> NDArray[np.uint8]:
        """Styles above, contents on the left; then one content from strength 0 to 1."""
        return _table(self, _SHOWN, full=True)

    def preview(self) -> NDArray[np.uint8]:
        """Three styles above, three contents on the left."""
        return _table(self, 3, full=False)

    def figures(self) -> list[Figure]:
        """How near a picture comes to its style's statistics, and what is lost at strength 0."""
        held = self.held()
        content = torch.cat(held) / 2 + 0.5
        style = torch.cat([*held[1:], held[0]]).roll(1, 0) / 2 + 0.5
        count = f"{len(content)} held-out pictures (each of {len(held[0])} emoji in 4 styles)"
        pairs = f"{count}, each styled by another emoji in another style"
        again, styled = self._all(content, style, 0.0), self._all(content, style, 1.0)
        before, after = (self._apart(x, style) for x in (content, styled))
        moved = float((styled - content).abs().mean())
        return [
            Figure("style", "Distance of statistics to the style", after, "",
                   "mean squared difference of the channels' means and spreads, over three depths "
                   f"of the encoder, at strength 1; {pairs}"),
            Figure("style_before", "The same of the untouched content", before, "",
                   "what it has to come down from"),
            Figure("l1", "Reconstruction error at strength 0",
                   float((again - content).abs().mean()), "of the range",
                   f"mean absolute error over {count}"),
            Figure("moved", "Change at strength 1", moved, "of the range",
                   f"mean absolute difference from the content; {pairs}"),
        ]  # fmt: skip

    def _all(self, content: Tensor, style: Tensor, strength: float) -> Tensor:
        pairs = zip(content.split(64), style.split(64), strict=True)
        return torch.cat([self.restyle(one, other, strength) for one, other in pairs])

    @torch.inference_mode()
    def _apart(self, images: Tensor, style: Tensor) -> float:
        """The style loss of pictures against style pictures."""
        network = cast(StyleTransfer, self.shipped("generator"))
        pairs = zip(images.split(64), style.split(64), strict=True)
        found = [
            float(_distance(network.features(one), network.features(other))) * len(one)
            for one, other in pairs
        ]
        return sum(found) / len(images)

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """A source, a style picture, and a strength."""
        inputs = super().extra_inputs(count, noise)
        style = torch.rand(count, 3, SIZE, SIZE, generator=noise)
        return {**inputs, "style": style, "strength": torch.linspace(0.3, 1, count)}


def _statistics(maps: list[Tensor]) -> Tensor:
    """Means and spreads of all channels of all depths, (N, F)."""
    found = [part.float().flatten(1) for held in maps for part in moments(held)]
    return torch.cat(found, 1)


def _told_apart(found: Tensor) -> Tensor:
    """Cross entropy of naming the style by the nearest mean of the other half, (N, S, F)."""
    spread = found.flatten(0, 1).std(0) + 1e-3
    scaled = (found - found.flatten(0, 1).mean(0)) / spread
    known, asked = scaled.chunk(2)
    apart = (asked.unsqueeze(2) - known.mean(0)).square().mean(3)
    styles = torch.arange(found.shape[1], device=found.device).expand(len(asked), -1)
    return cross_entropy(-5 * apart.flatten(0, 1), styles.flatten())


def _distance(found: list[Tensor], wanted: list[Tensor]) -> Tensor:
    """Equation 13: squared differences of means and of spreads, summed over the depths."""
    total = torch.zeros((), device=found[0].device)
    for one, other in zip(found, wanted, strict=True):
        for a, b in zip(moments(one.float()), moments(other.float()), strict=True):
            total = total + mse_loss(a, b)
    return total


def _varied(images: Tensor) -> Tensor:
    """Half of (N, 3, H, W) in [0, 1] with colours exchanged or turned over, half seen close."""
    count = len(images)
    planes = torch.rand(count, 3, device=images.device).argsort(1)
    row = torch.arange(count, device=images.device)[:, None]
    turned = torch.rand(count, 3, 1, 1, device=images.device) < 0.4
    other = images[row, planes]
    other = torch.where(turned, 1 - other, other)
    images = torch.where(_half(images), other, images)
    quarter = images.shape[2] // 4
    close = interpolate(images[..., quarter:-quarter, quarter:-quarter], scale_factor=2.0)
    return torch.where(_half(images), close, images)


def _half(images: Tensor) -> Tensor:
    return torch.rand(len(images), 1, 1, 1, device=images.device) < 0.5


def _table(recipe: EmojiAdain, count: int, full: bool) -> NDArray[np.uint8]:
    """Contents down the side, styles along the top; `full` adds a row of strengths."""
    held = [style / 2 + 0.5 for style in recipe.held()]
    contents = some(held[3], count)
    styles = torch.stack([some(held[i % 4], count)[i] for i in range(count)])
    rows = [torch.cat([torch.ones(1, 3, SIZE, SIZE), styles])]
    for content in contents:
        each = content.expand(count, -1, -1, -1)
        rows.append(torch.cat([content[None], recipe.restyle(each, styles)]))
    if full:
        steps = [recipe.restyle(contents[:1], styles[1:2], i / count) for i in range(count + 1)]
        rows.append(torch.cat(steps))
    images = torch.cat(rows).permute(0, 2, 3, 1)
    return grid(np.asarray(images.numpy(), np.float32), count + 1)
