"""A small judge of drawing styles, trained when figures are measured: it ships with no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from explorer.networks.domain_critic import DomainCritic
from explorer.training.recipe import Figure

if TYPE_CHECKING:
    from explorer.training.recipes.emoji_translation import EmojiTranslation

_STEPS, _BATCH, _RATE = 600, 64, 2e-3


def style_accuracy(recipe: EmojiTranslation, steps: int = _STEPS) -> list[Figure]:
    """How often pictures painted by `recipe` are taken for the style that was asked for.

    Beside it the same judge's accuracy on held-out emoji as they are.
    """
    pixels = torch.from_numpy(recipe.load().pixels).permute(0, 3, 1, 2)
    judge = _trained(pixels.unflatten(1, (-1, 3)), steps)
    held = recipe.held()
    right: list[float] = []
    real: list[float] = []
    for drawn, source in enumerate(held):
        real.append(_named(judge, source, drawn))
        right += [
            _named(judge, recipe.paint(source, style, drawn), style)
            for style in range(len(held))
            if style != drawn
        ]
    count = f"{len(held[0])} held-out emoji"
    how = f"a small convolutional judge trained for {steps} steps on the training emoji"
    return [
        Figure("style", "Painted in the style asked for", round(100 * sum(right) / len(right), 1),
               "%", f"{how}, asked about {count} in each ordered pair of styles"),
        Figure("style_real", "The same judge on real emoji", round(100 * sum(real) / len(real), 1),
               "%", f"{count} in each style, as they are"),
    ]  # fmt: skip


def _trained(emoji: Tensor, steps: int) -> DomainCritic:
    """A judge of the style of (N, S, 3, H, W) uint8, from seed 0."""
    with torch.random.fork_rng([]), torch.enable_grad():
        torch.manual_seed(0)
        count, styles, _, size, _ = emoji.shape
        judge = DomainCritic(domains=styles, width=16, size=size)
        optimiser = torch.optim.AdamW(judge.parameters(), _RATE, weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, max(steps, 2))
        for _ in range(steps):
            drawn = torch.randint(styles, (_BATCH,))
            batch = emoji[torch.randint(count, (_BATCH,)), drawn].float() / 127.5 - 1
            loss = cross_entropy(judge(batch.flip(3) if torch.rand(()) < 0.5 else batch)[1], drawn)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return judge.eval()


@torch.inference_mode()
def _named(judge: DomainCritic, images: Tensor, style: int) -> float:
    """Share of pictures (N, 3, H, W) in [-1, 1] that are taken for a style."""
    return float((judge(images)[1].argmax(1) == style).float().mean())
