"""What the program says of itself, and where it keeps its settings."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer import __version__
from explorer.ui.about import licence_of, show_about
from explorer.ui.window import Window
from tests.ui.drive import LEFT


def test_about_names_versions_licences_and_the_device(qtbot: QtBot, vae: Window) -> None:
    about = show_about(vae)
    rows = {row[0]: row[1:] for row in about.rows}
    assert rows["Device"][0].startswith("CPU, ")
    for part in ("torch", "numpy", "PySide6-Essentials"):
        assert rows[part][0] == metadata(part)["Version"]
    assert all(licence for name, _, licence in about.rows if name not in {"Device", "System"})
    assert rows["Qt"][1] == "LGPL-3.0-only"
    qtbot.mouseClick(about.copy, LEFT)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"Latent Explorer {__version__}\nDevice CPU, ")
    about.close()


def test_a_licence_given_as_its_whole_text_is_named_by_its_classifier() -> None:
    whole = metadata("numpy")
    del whole["License-Expression"]  # type: ignore[attr-defined]
    whole["License"] = "Permission is granted\nto anyone"  # type: ignore[index]
    whole["Classifier"] = "License :: OSI Approved :: BSD License"  # type: ignore[index]
    assert licence_of(whole) == "BSD License"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the place is another")
def test_settings_are_where_the_platform_keeps_them(tmp_path: Path) -> None:
    code = "from explorer.ui.settings import Settings; print(Settings().place)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(tmp_path / "Latent Explorer" / "Latent Explorer.conf")
