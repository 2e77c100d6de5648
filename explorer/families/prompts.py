"""What a denoiser is told in words: a prompt, and one that it is to keep away from.

Both halves of classifier-free guidance (Ho and Salimans, 2022) are told a text; the half that is
told nothing hears the negative prompt instead, where one is given.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, UnknownName
from explorer.families.base import NEGATIVE, PROMPT, TEXTS
from explorer.formats.words import Words
from explorer.runtimes import Adaptive


def encoded(words: Words, network: Adaptive, prompts: Sequence[str]) -> NDArray[np.float32]:
    """Prompts as a text encoder reads them, (N, T, D); raises UnknownName, BadValue as Words."""
    tokens = np.stack([words.encode(prompt) for prompt in prompts])
    return network.run({"tokens": tokens})["context"]


def guided(
    told: Sequence[tuple[str, object]], guidance: float
) -> tuple[list[str], NDArray[np.float32]]:
    """The prompts to evaluate and how their answers are weighted (they sum to 1).

    Raises:
        UnknownName: a condition that is no text. BadValue: a text that is none.
    """
    found = dict.fromkeys(TEXTS, "")
    for name, value in told:
        if name not in TEXTS:
            known = " and ".join(TEXTS)
            raise UnknownName(f"condition {name!r}", "the model lacks it", f"It has: {known}.")
        found[name] = _text(name, value)
    prompt, negative = found[PROMPT], found[NEGATIVE]
    if prompt.split() == negative.split() or guidance == 1.0:
        return [prompt], np.ones(1, np.float32)
    if guidance == 0.0:
        return [negative], np.ones(1, np.float32)
    return [prompt, negative], np.array([guidance, 1.0 - guidance], np.float32)


def _text(name: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadValue(name, f"{value!r} is no text", "Give words.")
    return value
