"""What emoji-latent-diffusion is worth: does a sample look like the emoji that was asked for?

A sample is looked up among the training emoji of the style asked for, by the colours of 8x8
blocks, and counts as right where the nearest one carries the asked word. Colours see layout and
hue and no detail, so that is a low bar; chance is said beside it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from explorer.formats.words import split
from explorer.training.data import STYLES, emoji, scaled
from explorer.training.recipe import Figure
from explorer.training.recipes.emoji_kl import by_style, reconstruction_figures

if TYPE_CHECKING:
    from explorer.training.recipes.emoji_latent import EmojiLatentDiffusion

Array = NDArray[np.float32]
STEPS, ASKED, _NAMES = 25, 96, 48
_COMMON, _SHORT = 3, 3


def latent_figures(recipe: EmojiLatentDiffusion) -> list[Figure]:
    """Of the autoencoder, the denoiser, the words, and of what was learned by heart."""
    return [
        *reconstruction_figures(recipe.coder),
        _held_out_error(recipe),
        *_retrieval(recipe),
    ]


def _held_out_error(recipe: EmojiLatentDiffusion) -> Figure:
    from explorer.training.recipes.emoji_latent import known, spoken

    names = emoji(recipe.data, "test")[1]
    clean = recipe.coded(np.concatenate(recipe.coder.held()))
    prompts = [f"{spoken(name)} {style}" for style in STYLES for name in names]
    tokens = recipe.tokens(known(recipe.words, prompts))
    torch.manual_seed(9)
    with torch.inference_mode():
        errors = [
            float(recipe.error(c, t))
            for _ in range(2)
            for c, t in zip(clean.split(64), tokens.split(64), strict=True)
        ]
    return Figure(
        "v_error", "Error of the predicted v, held out", round(float(np.mean(errors)), 4), "",
        f"mean square over {len(clean)} held-out pictures, noise levels spread evenly, told the "
        "words of the name that are known and the style; 1 would be no better than a guess of zero",
    )  # fmt: skip


def _retrieval(recipe: EmojiLatentDiffusion) -> list[Figure]:
    """Single words, then whole names; and how near samples are to what was learned from."""
    from explorer.training.recipes.emoji_latent import GUIDANCE, spoken

    images, names = emoji(recipe.data, "train")
    pictures = by_style(images.pixels)
    words = [frozenset(split(spoken(name))) for name in names]
    colours = [_colours(scaled(part)) for part in pictures]
    counts = Counter(word for own in words for word in own)
    common = sorted(w for w, n in counts.items() if n >= _COMMON and len(w) >= _SHORT)
    asked = [common[i * len(common) // ASKED] for i in range(ASKED)]
    chance = float(np.mean([counts[word] for word in asked])) / len(names)
    row = [i * len(names) // _NAMES for i in range(_NAMES)]
    of_words = _painted(recipe, asked, 100)
    of_names = _painted(recipe, [spoken(names[i]) for i in row], 200)
    nearest = _nearest(of_words, colours)
    right = float(np.mean([word in words[n] for word, n in zip(asked, nearest, strict=True)]))
    same = float(np.mean([n == i for n, i in zip(_nearest(of_names, colours), row, strict=True)]))
    how = f"{STEPS} DDIM steps, guidance {GUIDANCE:g}, styles in turn"
    space = "by root mean square of the colours of 8x8 blocks"
    held = recipe.coder.held()
    real = np.stack([scaled(held[i % len(STYLES)][i]) for i in range(len(held[0]))])
    return [
        Figure("retrieval", "Nearest training emoji carries the word asked for",
               round(100 * right, 1), "%",
               f"{ASKED} samples of one word each that at least {_COMMON} training emoji carry, "
               f"{how}; nearest of its style {space}; chance {100 * chance:.1f} %"),
        Figure("retrieval_name", "Nearest training emoji is the one asked for",
               round(100 * same, 1), "%",
               f"{_NAMES} samples of whole names from training, {how}; nearest of its style "
               f"{space}; chance {100 / len(names):.2f} %"),
        Figure("nearest", "Distance to the nearest training emoji",
               round(_distance(of_names, pictures), 2), "grey levels",
               f"root mean square over pixels, median of those {_NAMES} samples"),
        Figure("nearest_real", "The same for held-out emoji",
               round(_distance(real, pictures), 2), "grey levels",
               f"{len(real)} of them, styles in turn; samples far below it are emoji learned by "
               "heart"),
    ]  # fmt: skip


def _painted(recipe: EmojiLatentDiffusion, asked: list[str], seed: int) -> Array:
    """A sample of each prompt, styles in turn, (N, 64, 64, 3)."""
    prompts = [f"{words} {STYLES[i % len(STYLES)]}" for i, words in enumerate(asked)]
    parts = [
        recipe.painted(recipe.drawn(prompts[i : i + 32], seed + i, STEPS))
        for i in range(0, len(prompts), 32)
    ]
    return np.concatenate(parts)


def _colours(pictures: Array) -> Array:
    """(N, 64, 64, 3) to the colours of 8x8 blocks, (N, 192)."""
    blocks = pictures.reshape(len(pictures), 8, 8, 8, 8, 3).mean((2, 4))
    return np.asarray(blocks.reshape(len(pictures), -1), np.float32)


def _nearest(samples: Array, colours: list[Array]) -> list[int]:
    """For each sample, styles in turn, which training emoji is nearest in colour."""
    found = _colours(samples)
    return [
        int(np.square(colours[i % len(STYLES)] - one).sum(1).argmin())
        for i, one in enumerate(found)
    ]


def _distance(samples: Array, pictures: list[NDArray[np.uint8]]) -> float:
    """Median distance of samples, styles in turn, to the nearest picture of their style."""
    found: list[float] = []
    for style, known in enumerate(pictures):
        flat = scaled(known).reshape(len(known), -1)
        own = samples[style :: len(STYLES)].reshape(-1, flat.shape[1])
        # |a - b|^2 by one product of matrices in place of a difference for every pair
        squares = np.square(own).sum(1)[:, None] + np.square(flat).sum(1) - 2 * own @ flat.T
        found += np.sqrt(squares.min(1).clip(0) / flat.shape[1]).tolist()
    return 255 * float(np.median(found))
