"""What is printed: every figure with its limit, and the machine it was measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any


@dataclass(frozen=True)
class Limit:
    """What a figure should be: at most, or at least, `bound`; None where there is no limit."""

    figure: str
    unit: str
    bound: float | None = None
    at_least: bool = False

    @property
    def sign(self) -> str:
        """On which side of the bound the figure should be."""
        return "least" if self.at_least else "most"

    def holds(self, value: float) -> bool:
        """Whether a value keeps it."""
        if self.bound is None:
            return True
        return value >= self.bound if self.at_least else value <= self.bound


LIMITS = (
    Limit("slider.overhead_ms.p50", "ms", 2),
    Limit("slider.overhead_ms.p95", "ms", 4),
    Limit("strips.overhead_ratio", "", 1.1),
    Limit("undo_ms.p95", "ms", 4),
    Limit("scroll.ui_gap_ms.p99", "ms", 8),
    Limit("scroll.ui_gap_ms.max", "ms", 33),
    Limit("ui_gap_ms.p99", "ms", 8),
    Limit("ui_gap_ms.max", "ms", 33),
    Limit("ui_gap_ms.import_max", "ms", 100),
    Limit("denoise.overhead_ratio", "", 1.05),
    Limit("trajectory.peak_over_budget", "", 1.1),
    Limit("scrub_ms.p95", "ms", 4),
    Limit("strip.throughput_ratio", "", 0.95, at_least=True),
    Limit("export.throughput_ratio", "", 0.9, at_least=True),
    Limit("start.window_ratio", "", 0.7),
    Limit("start.image_ratio", "", 1.2),
    Limit("open.ratio.mb_1", ""),
    Limit("open.ratio.mb_10", ""),
    Limit("open.ratio.mb_100", ""),
    Limit("open.peak_ratio", "", 1.3),
    Limit("inspect_s.safetensors_2gb", "s", 1),
    Limit("inspect_s.pt_2gb", "s", 1),
    Limit("rss_mb.idle", "MB"),
    Limit("rss_mb.peak", "MB"),
)


def table(figures: dict[str, Any]) -> str:
    """One line a figure: name, value, limit, and a word where the limit is not kept."""
    flat = dict(_flat(figures))
    lines = []
    for limit in LIMITS:
        value = flat.get(limit.figure)
        shown = "not measured" if value is None else f"{value:.3g} {limit.unit}".rstrip()
        bound = "" if limit.bound is None else f"at {limit.sign} {limit.bound:g}"
        word = "" if value is None or limit.holds(value) else "NOT KEPT"
        lines.append(f"{limit.figure:26}{shown:>14}   {bound:14}{word}".rstrip())
    lines += [f"{name}: {why}" for name, why in figures.get("failed", {}).items()]
    return "\n".join(lines)


def machine() -> dict[str, Any]:
    """What figures depend on, the load of the last minute included."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    names = ("torch", "onnxruntime-gpu", "onnxruntime", "PySide6-Essentials", "diffusers")
    return {
        "processor": platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_before": load,
        "versions": dict(_versions(names)),
    }


def _versions(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError

    for name in names:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _flat(figures: dict[str, Any], path: str = "") -> Iterator[tuple[str, float]]:
    for key, value in figures.items():
        name = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _flat(value, name)
        elif isinstance(value, int | float):
            yield name, value
