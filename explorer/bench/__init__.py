"""The program's speed, measured on the machine at hand. One file a measurement.

Each runs in a process of its own, so that none finds torch imported or caches warm because of
another, on the real window where it is about the window, drawn off the screen. Where a figure is
an overhead or a ratio, what it is set against is measured in the same process, in turns with it:
a machine that is slower today is slower in both. docs/benchmark.md has figures and methods.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from explorer.bench.report import machine, table
from explorer.errors import RunFailed, WriteFailed, os_reason

# In the order they run; each names a module here with `measure() -> dict`.
MEASUREMENTS = (
    "strip", "export", "slider", "strips", "denoise", "trajectory", "scrub", "undo", "wide", "gaps",
    "start", "opening",
)  # fmt: skip
_PATIENCE_S = 600


def main(json_path: Path | None = None) -> int:
    """Measure, print a table, and write the figures to `json_path` if one is given.

    Returns:
        0 when all was measured, 1 when something could not be.

    Raises:
        WriteFailed: the file cannot be written.
    """
    figures: dict[str, Any] = {"machine": machine()}
    failures: dict[str, str] = {}
    for name in MEASUREMENTS:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        try:
            _merge(figures, run(name))
        except RunFailed as error:
            failures[name] = str(error)
    if failures:
        figures["failed"] = failures
    print(table(figures))
    if json_path is not None:
        _write(json_path, figures)
    return 1 if failures else 0


def run(name: str) -> dict[str, Any]:
    """The figures of one measurement, made in a fresh process; raises RunFailed."""
    with tempfile.TemporaryDirectory() as home:
        # The user's window settings must neither count nor change.
        places = {"XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "explorer.bench", name]
        try:
            done = subprocess.run(
                command, env=os.environ | places, capture_output=True, text=True,
                timeout=_PATIENCE_S, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            cause = f"it was not done after {_PATIENCE_S} s"
            raise RunFailed(f"benchmark {name}", cause, "Close other programs.") from error
    if done.returncode:
        cause = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        raise RunFailed(f"benchmark {name}", cause, f"Run python -m explorer.bench {name}.")
    figures: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _write(path: Path, figures: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise WriteFailed(str(path), os_reason(error), "Choose another place.") from error
