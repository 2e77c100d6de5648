"""The tour: a picture of every view of every model, of the window as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer import tour
from explorer.errors import ExplorerError, RunFailed, WriteFailed
from explorer.library import bundled, open_model
from explorer.ui.views import VIEWS


def wanted() -> set[str]:
    """model-view of every view that suits a model."""
    specs = [open_model(entry.manifest.folder).spec for entry in bundled()]
    return {f"{s.name}-{view.name}" for s in specs for view in VIEWS if view.suits(s)}


def command(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, where no display is."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in hidden} | variables
    line = [sys.executable, "-m", "explorer", *words]
    env["PYTHONPATH"] = str(Path(__file__).parents[1])
    return subprocess.run(line, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_without_a_display_the_bare_command_draws_the_tour(
    bundled_tiny: Path, tmp_path: Path
) -> None:
    """It says so in one line, lists the pictures, and ends well, with nothing on stderr."""
    done = command(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    said, *paths = done.stdout.splitlines()
    assert said.startswith("No display here")
    drawn = {Path(path).stem for path in paths}
    assert wanted() | {f"window-{page}" for page in tour.PAGES} <= drawn
    assert {f.stem for f in (tmp_path / "latent-explorer-tour").iterdir()} == drawn
    for path in paths:
        with Image.open(tmp_path / path) as image:
            # a page of the window is as large as it is
            assert image.size == (1280, 720) or Path(path).stem.startswith("window-")
            assert len(np.unique(np.asarray(image.convert("L")))) > 50


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_size_scale_and_theme(tmp_path: Path, bundled_tiny: Path) -> None:
    """At twice the pixels a point, in Chinese, in the light theme: most of the window is bright."""
    words = "tour t --size 1024x700 --scale 2 --theme light --language zh_CN"
    done = command(tmp_path, *words.split())
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(tmp_path / done.stdout.splitlines()[0]) as image:
        assert image.size == (2048, 1400)
        assert np.median(np.asarray(image.convert("L"))) > 180


@pytest.mark.usefixtures("bundled_tiny", "qapp")
def test_what_fails_in_the_window_ends_the_tour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tour that photographed an error banner would prove nothing."""
    broken = RunFailed("the model", "it failed", "Try again.")
    stop = tour.Stop("", lambda window: window.desk.failed.emit(broken))
    monkeypatch.setattr(tour, "STOPS", {"explore": (stop,)})
    with pytest.raises(ExplorerError) as caught:
        list(tour.draw(tmp_path))
    assert caught.value is broken
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("bundled_tiny", "qapp")
def test_a_window_that_hangs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tour, "PATIENCE_S", 0.0)
    with pytest.raises(RunFailed, match="it is not done after 0 seconds"):
        list(tour.draw(tmp_path))


def test_a_folder_that_cannot_be_made_is_said_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteFailed, match="Give another folder"):
        next(tour.draw(tmp_path / "file" / "tour"))
