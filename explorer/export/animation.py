"""Films that every browser shows: GIF (256 colours a frame) and WebP (lossless)."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from explorer.export.base import Frames, Options, Writer, checked, to_pillow
from explorer.export.inside import gif_comment, webp_exif

# Browsers slow down a GIF whose frames last less than this, in milliseconds.
_GIF_SHORTEST = 20


def durations(count: int, rate: float, unit: int = 1) -> list[int]:
    """How long each frame lasts, in milliseconds: multiples of `unit` that add up to count / rate.

    A GIF counts in hundredths: 30 frames a second are 3, 4, 3 of them in turn, not 3 throughout.
    """
    ends = [round(index * 1000 / (rate * unit)) for index in range(count + 1)]
    return [max((b - a) * unit, unit) for a, b in pairwise(ends)]


def _save(frames: Frames, path: Path, options: Options, **how: Any) -> None:
    first, *rest = map(to_pillow, checked(frames, options))
    if options.loop:
        how["loop"] = 0
    first.save(path, save_all=True, append_images=rest, **how)


def _write_gif(frames: Frames, path: Path, options: Options) -> None:
    pictures = list(frames)
    lasts = durations(len(pictures), min(options.rate, 1000 / _GIF_SHORTEST), unit=10)
    # Without disposal 1 and the whole frame kept, viewers mix the palettes of two frames.
    how: dict[str, Any] = {} if options.recipe is None else {"comment": gif_comment(options.recipe)}
    _save(pictures, path, options, format="GIF", duration=lasts, disposal=1, optimize=False, **how)


def _write_webp(frames: Frames, path: Path, options: Options) -> None:
    pictures = list(frames)
    lasts = durations(len(pictures), options.rate)
    how: dict[str, Any] = {} if options.loop else {"loop": 1}
    if options.recipe is not None:
        how["exif"] = webp_exif(options.recipe)
    _save(pictures, path, options, format="WEBP", duration=lasts, lossless=True, **how)


GIF = Writer(".gif", "GIF film", True, _write_gif)
WEBP = Writer(".webp", "WebP film", True, _write_webp)
