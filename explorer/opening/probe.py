"""What only running a network tells: sizes that a graph leaves open, the range of its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError, NotSupported
from explorer.latent import LatentSpace
from explorer.opening.base import Size, Understanding
from explorer.phrases import Phrase
from explorer.runtimes import Adaptive

COUNT = 8
_EDGE = 0.02


def settle(found: Understanding, networks: Mapping[str, Adaptive]) -> Understanding:
    """`found` with size, range and latent known, by drawing a few pictures if need be.

    Raises:
        NotSupported: the latent's shape is not known, or what comes out is no picture.
        RunFailed: the network fails on an input of the shape it was said to take.
    """
    subject = str(found.contents.path)
    if found.latent is None:
        raise NotSupported(
            subject, "the shape of its latent is not in the file", "Say it: [latent] shape = [64]."
        )
    maker = next((r for r in ("decoder", "generator") if r in networks), None)
    if maker is not None and (found.size is None or found.span is None):
        pictures = _draw(found, networks[maker])
        found = _seen(found, pictures, subject)
    if found.size is None:
        raise NotSupported(
            subject, "the size of its pictures is not in the file",
            "Say it: [image] size = [64, 64], channels = 3.",
        )  # fmt: skip
    if found.span is None:
        found = replace(found, span=(0.0, 1.0), guesses=(*found.guesses, "range"))
    return found


def _draw(found: Understanding, network: Adaptive) -> NDArray[np.float32]:
    """A few pictures (N, C, H, W) as the network gives them."""
    inputs: dict[str, NDArray[np.generic]] = {
        "latent": LatentSpace(found.latent or (1,)).sample(COUNT, 0)
    }
    for condition in found.conditions:
        inputs[condition.name] = np.arange(COUNT, dtype=np.int64) % len(condition.names)
    return network.run(inputs)["image"]


def _seen(found: Understanding, pictures: NDArray[np.float32], subject: str) -> Understanding:
    if pictures.ndim != 4 or pictures.shape[1] not in (1, 3, 4):
        shape = " x ".join(map(str, pictures.shape))
        raise NotSupported(
            subject, f"what it makes ({shape}) is no picture",
            "Say which output is the picture, and its layout.",
        )  # fmt: skip
    _, channels, height, width = pictures.shape
    because = list(found.because)
    if found.size is None or found.size != Size(height, width, channels):
        because.append(
            Phrase(f"A try made pictures of {width} x {height} with {channels} channels.")
        )
    found = replace(found, size=Size(height, width, channels))
    if found.span is None:
        span, why, sure = span_of(pictures)
        because.append(why)
        guesses = tuple(g for g in found.guesses if g != "range") + (() if sure else ("range",))
        found = replace(found, span=span, guesses=guesses)
    return replace(found, because=tuple(because))


def span_of(pictures: NDArray[np.float32]) -> tuple[tuple[float, float], Phrase, bool]:
    """The range that numbers of pictures suggest, why, and whether that is certain."""
    finite = pictures[np.isfinite(pictures)]
    if not finite.size:
        return (0.0, 1.0), Phrase("Its pictures are not numbers; 0 to 1 is assumed."), False
    low, high = float(finite.min()), float(finite.max())
    ends = f"{low:.3g}", f"{high:.3g}"
    if high > 20 and low >= -20:
        return (0.0, 255.0), _within(*ends, "0 to 255"), low >= 0
    if low >= -_EDGE and high <= 1 + _EDGE:
        return (0.0, 1.0), _within(*ends, "0 to 1"), high - low > 0.5
    if low >= -1 - _EDGE and high <= 1 + _EDGE:
        return (-1.0, 1.0), _within(*ends, "-1 to 1"), high - low > 1.0
    if low < -0.3 * high:
        return (-1.0, 1.0), _mostly(*ends, "-1 to 1"), False
    return (0.0, 1.0), _mostly(*ends, "0 to 1"), False


def _within(low: str, high: str, span: str) -> Phrase:
    return Phrase(f"A try gave numbers from {low} to {high}: pictures in {span}.")


def _mostly(low: str, high: str, span: str) -> Phrase:
    return Phrase(f"A try gave numbers from {low} to {high}: mostly in {span}, the rest is cut.")


def fails(found: Understanding, networks: Mapping[str, Adaptive]) -> ExplorerError | None:
    """Why the networks do not run on the inputs they should take, or None."""
    try:
        settle(found, networks)
    except ExplorerError as error:
        return error
    return None
