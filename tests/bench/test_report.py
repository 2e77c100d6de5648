"""What the benchmark prints and writes; no test depends on how fast the machine is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import explorer.bench as bench
from explorer.bench.report import LIMITS, machine, table
from explorer.errors import RunFailed, WriteFailed

FIGURES: dict[str, dict[str, Any]] = {
    "strip": {"strip": {"throughput_ratio": 0.97, "model": "a"}},
    "export": {"export": {"throughput_ratio": 0.95, "model": "a"}},
    "slider": {"slider": {"overhead_ms": {"p50": 1.2, "p95": 9.9}}},
    "denoise": {"denoise": {"overhead_ratio": 1.02}},
    "trajectory": {"trajectory": {"peak_over_budget": 0.9}},
    "scrub": {"scrub_ms": {"p50": 1.0, "p95": 2.0}},
    "strips": {"strips": {"overhead_ratio": 1.0}},
    "undo": {"undo_ms": {"p50": 1.0, "p95": 2.0}},
    "wide": {"scroll": {"ui_gap_ms": {"p99": 1, "max": 2}}},
    "gaps": {"ui_gap_ms": {"p99": 1, "max": 2, "import_max": 3}, "rss_mb": {"idle": 1, "peak": 2}},
    "start": {"start": {"window_ratio": 0.4, "image_ratio": 0.5}},
    "opening": {
        "open": {"ratio": {"mb_1": 9, "mb_10": 8, "mb_100": 7}, "peak_ratio": 1.1},
        "inspect_s": {"safetensors_2gb": 0.5, "pt_2gb": 0.6},
    },
}


def test_every_figure_of_the_table_is_measured_by_something() -> None:
    """Keys in full, as they stand in the file."""
    text = table({k: v for part in FIGURES.values() for k, v in part.items()})
    assert set(FIGURES) == set(bench.MEASUREMENTS)
    assert "not measured" not in text
    assert all(limit.figure in text for limit in LIMITS)
    broken = [line.split()[0] for line in text.splitlines() if "NOT KEPT" in line]
    assert broken == ["slider.overhead_ms.p95"]


def test_what_could_not_be_measured_is_said_and_the_rest_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(name: str) -> dict[str, Any]:
        if name == "denoise":
            raise RunFailed("family diffusion", "no such model is bundled", "Restore it.")
        return FIGURES[name]

    monkeypatch.setattr(bench, "run", run)
    file = tmp_path / "bench.json"
    assert bench.main(file) == 1
    written = json.loads(file.read_text())
    assert written["slider"]["overhead_ms"]["p50"] == 1.2
    assert written["ui_gap_ms"]["import_max"] == 3
    assert "no such model" in written["failed"]["denoise"]
    assert "denoise.overhead_ratio" in capsys.readouterr().out


def test_all_measured_is_a_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "run", FIGURES.__getitem__)
    assert bench.main() == 0


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "run", FIGURES.__getitem__)
    with pytest.raises(WriteFailed, match=r"bench\.json"):
        bench.main(tmp_path / "no" / "bench.json")


def test_the_machine_is_described() -> None:
    described = machine()
    assert described["cores"] and described["versions"]["torch"]


@pytest.mark.usefixtures("bundled_tiny")
@pytest.mark.parametrize("name", ["strip", "export", "scrub", "undo"])
def test_measurements_run_in_processes_of_their_own(name: str) -> None:
    """On tiny models; the figures are only those of this machine."""
    figures = bench.run(name)
    key = FIGURES[name].keys()
    assert figures.keys() == key


def test_a_measurement_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENT_EXPLORER_MODELS", str(tmp_path))
    with pytest.raises(RunFailed, match="benchmark scrub"):
        bench.run("scrub")
