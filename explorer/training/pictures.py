"""Grids of samples and curves of losses, drawn with Pillow alone."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def grid(images: NDArray[np.float32], columns: int, gap: int = 0) -> NDArray[np.uint8]:
    """Lay (N, H, W, C) float32 in [0, 1] out in rows of `columns`: (H', W', 3) uint8."""
    count, high, wide, colours = images.shape
    rows = -(-count // columns)
    tall, broad = rows * (high + gap) + gap, columns * (wide + gap) + gap
    sheet = np.full((tall, broad, 3), 119, np.uint8)
    pixels = np.rint(images.clip(0, 1) * 255).astype(np.uint8)
    for i in range(count):
        top, left = gap + i // columns * (high + gap), gap + i % columns * (wide + gap)
        sheet[top : top + high, left : left + wide] = np.broadcast_to(
            pixels[i], (high, wide, 3) if colours == 1 else pixels[i].shape
        )
    return sheet


def save_png(pixels: NDArray[np.uint8], path: Path) -> None:
    """Write (H, W, 3) uint8 as a PNG, whole or not at all."""
    partial = path.with_suffix(".partial.png")
    Image.fromarray(pixels).save(partial, optimize=True)
    partial.replace(path)


def draw_curves(table: Path, path: Path) -> None:
    """Draw each column of a loss table against its first column, smoothed, log where it can be."""
    with table.open(newline="") as lines:
        rows = list(csv.reader(lines))
    names, values = rows[0][1:], np.array(rows[1:], float)
    if len(values) < 2:
        return
    image = Image.new("RGB", (720, 180 * len(names)), "#ffffff")
    draw = ImageDraw.Draw(image)
    for i, name in enumerate(names):
        _panel(draw, 180 * i, name, values[:, 0], values[:, i + 1], _COLOURS[i % len(_COLOURS)])
    image.save(path)


def _panel(
    draw: ImageDraw.ImageDraw,
    top: int,
    name: str,
    steps: NDArray[np.float64],
    values: NDArray[np.float64],
    colour: str,
) -> None:
    width = max(1, len(values) // 60)
    smooth = np.convolve(values, np.ones(width) / width, "valid")
    steps = steps[-len(smooth) :]
    logarithmic = bool((smooth > 0).all())
    heights = np.log10(smooth) if logarithmic else smooth
    low, high = float(heights.min()), float(heights.max())
    x = 60 + 640 * (steps - steps[0]) / max(float(np.ptp(steps)), 1.0)
    y = top + 155 - 125 * (heights - low) / max(high - low, 1e-9)
    draw.line(list(zip(x.tolist(), y.tolist(), strict=True)), fill=colour, width=2)
    draw.line([(60, top + 158), (700, top + 158)], fill="#b0b7c0")
    ends = (10**low, 10**high) if logarithmic else (low, high)
    draw.text((4, top + 148), f"{ends[0]:.4g}", fill="#5a6472")
    draw.text((4, top + 24), f"{ends[1]:.4g}", fill="#5a6472")
    scale = "log scale" if logarithmic else "linear scale"
    last = f"{name} ({scale}), now {smooth[-1]:.4g} at step {steps[-1]:.0f}"
    draw.text((60, top + 6), last, fill="#1b1f24")
