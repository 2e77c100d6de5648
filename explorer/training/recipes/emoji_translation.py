"""What the translators of emoji share: the styles they paint in, what is shown, what is measured.

A recipe differs in its losses and in how a picture gets from one style to another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.training.bent import shifted
from explorer.training.data import STYLES, Images, emoji
from explorer.training.objectives import LEAST_SQUARES
from explorer.training.pictures import grid
from explorer.training.recipe import Figure, Recipe

Critics: TypeAlias = Iterable[Callable[[Tensor], Tensor]]
SIZE = 64
_SHOWN = 8
SHORT = (
    " Trained for less than half an hour on one CPU thread: `train` with a longer --minutes "
    "makes it better."
)
"""What the cards of the translators end with."""


class EmojiPictures(Recipe):
    """What learns from emoji in several styles; a batch holds one emoji in all of `styles`."""

    styles: ClassVar[tuple[int, ...]] = tuple(range(len(STYLES)))
    """The domains, as places in STYLES."""
    needs_data = True
    stacked = len(STYLES)
    batch = 8
    betas = (0.5, 0.99)

    def load(self) -> Images:
        """The emoji that are not held out, in the styles of this recipe."""
        return self._part("train")

    def held(self) -> list[Tensor]:
        """The held-out emoji of each style, (N, 3, 64, 64) in [-1, 1]."""
        pixels = torch.from_numpy(self._part("test").pixels).permute(0, 3, 1, 2)
        return list((pixels.float() / 127.5 - 1).unflatten(1, (-1, 3)).unbind(1))

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """A source, and labels of styles."""
        low, high = self.facts.span
        source = torch.rand(count, 3, SIZE, SIZE, generator=noise) * (high - low) + low
        return {"source": source, "label": torch.arange(count) % len(self.styles)}

    def _part(self, part: str) -> Images:
        found = emoji(self.data, part)[0]
        if len(self.styles) == len(STYLES):
            return found
        planes = [3 * style + plane for style in self.styles for plane in range(3)]
        return Images(np.ascontiguousarray(found.pixels[..., planes]), found.labels)

    @property
    def names(self) -> list[str]:
        """The styles by name."""
        return [STYLES[style] for style in self.styles]


class EmojiTranslation(EmojiPictures):
    """What paints a picture in one of the styles, in [-1, 1]."""

    @torch.inference_mode()
    def paint(self, source: Tensor, style: int, drawn: int) -> Tensor:
        """Pictures (N, 3, 64, 64) in [-1, 1], painted in style `style` of `styles`.

        `drawn` is the style that they are in, for those that must be told; one generator that is
        told the style to paint in need not be.
        """
        painted: Tensor = self.shipped("generator")(source, torch.full((len(source),), style))
        return painted

    # -- what came of it ----------------------------------------------------------------------

    def sample_grid(self) -> NDArray[np.uint8]:
        """Held-out emoji of each style in turn, painted in all; one row a target."""
        held = [some(style, _SHOWN) for style in self.held()]
        parts = []
        for drawn in range(0, len(held), max(1, len(held) - 1)):
            painted = (self.paint(held[drawn], style, drawn) for style in range(len(held)))
            parts.append(grid(pictures([held[drawn], *painted]), _SHOWN))
        return np.concatenate(parts)

    def preview(self) -> NDArray[np.uint8]:
        """Four held-out emoji: as drawn, and painted in the other styles."""
        held = [some(style, 4) for style in self.held()]
        last = len(held) - 1
        rows = [held[last], *(self.paint(held[last], style, last) for style in range(last))]
        rows += [held[0], self.paint(held[0], last, 0)] * (len(rows) < 4)
        return grid(pictures(rows[:4]), 4)

    def figures(self) -> list[Figure]:
        """Absolute error on held-out pairs beside the identity's; the error of there and back."""
        held, names = self.held(), self.names
        made: dict[str, list[float]] = {"l1": [], "identity": [], "back": []}
        order = []
        for one, source in enumerate(held):
            for other, wanted in enumerate(held):
                if one == other:
                    continue
                found = self._painted(source, other, one)
                made["l1"].append(apart(found, wanted))
                made["identity"].append(apart(source, wanted))
                made["back"].append(apart(self._painted(found, one, other), source))
                order.append(f"{names[one]} to {names[other]}")
        count = f"{len(held[0])} held-out emoji, each of {len(order)} ordered pairs of styles"
        mean = {key: round(float(np.mean(values)), 4) for key, values in made.items()}
        return [
            Figure("l1", "L1 to the held-out pair", mean["l1"], "of the range",
                   f"mean absolute error over {count}"),
            Figure("l1_identity", "L1 of leaving the picture as it is", mean["identity"],
                   "of the range", "the same, the source taken for the answer"),
            Figure("l1_by_pair", "L1 by pair", [round(v, 4) for v in made["l1"]], "",
                   ", ".join(order)),
            Figure("l1_identity_by_pair", "L1 of the identity by pair",
                   [round(v, 4) for v in made["identity"]], "", ", ".join(order)),
            Figure("cycle", "Error of there and back", mean["back"], "of the range",
                   f"mean absolute error of A to B to A, {count}"),
        ]  # fmt: skip

    def _painted(self, source: Tensor, style: int, drawn: int) -> Tensor:
        """`paint`, a few at a time."""
        return torch.cat([self.paint(part, style, drawn) for part in source.split(32)])


def apart(one: Tensor, other: Tensor) -> float:
    """Mean absolute difference of pictures in [-1, 1], as a share of the range."""
    return float((one - other).abs().mean()) / 2


def some(images: Tensor, count: int) -> Tensor:
    """`count` pictures from all over a set, the same ones each time."""
    return images[torch.arange(count) * len(images) // count]


def unstacked(batch: Tensor) -> Tensor:
    """(N, 3 S, H, W) in [0, 1] to (N, S, 3, H, W) in [-1, 1], emoji mirrored at random."""
    styles = batch.unflatten(1, (-1, 3)) * 2 - 1
    mirrored = torch.rand(len(batch), 1, 1, 1, 1, device=batch.device) < 0.5
    return torch.where(mirrored, styles.flip(4), styles)


def two_styles(count: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Two different styles for each of `count` pictures, (N,) int64 each."""
    one = torch.randint(len(STYLES), (count,), device=device)
    away = torch.randint(1, len(STYLES), (count,), device=device)
    return one, (one + away) % len(STYLES)


def told_apart(critics: Critics, real: Sequence[Tensor], made: Sequence[Tensor]) -> Tensor:
    """What the critics of two styles lose under least squares, each on its own style."""
    first, second = (
        LEAST_SQUARES.critic(critic(shifted(one)).float(), critic(shifted(other.detach())).float())
        for critic, one, other in zip(critics, real, made, strict=True)
    )
    return first + second


def taken_in(critics: Critics, made: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """What the generators lose by each of the two."""
    first, second = (
        LEAST_SQUARES.generator(critic(shifted(one)).float())
        for critic, one in zip(critics, made, strict=True)
    )
    return first, second


def laid(images: Tensor) -> Tensor:
    """The same numbers with channels last, as convolutions like them."""
    return images.contiguous(memory_format=torch.channels_last)


def pictures(rows: list[Tensor]) -> NDArray[np.float32]:
    """Pictures (N, 3, H, W) in [-1, 1], one list entry a row, as (M, H, W, 3) in [0, 1]."""
    stack = torch.cat(rows).permute(0, 2, 3, 1) / 2 + 0.5
    return np.asarray(stack.numpy(), np.float32)


def domains(names: list[str]) -> dict[str, dict[str, Any]]:
    """The table of conditions of a model told the style."""
    return {"label": {"names": names}}
