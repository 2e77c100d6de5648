"""At 150 and 200 % nothing is cut off, in either language, and pictures stay crisp."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, sys
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from explorer.app import application, make_window
from explorer.ui.about import show_about
from explorer.ui.settings import Settings
from explorer.ui.shortcuts import show_shortcuts

app = application()
kept = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
kept.language = sys.argv[2]
window = make_window("cpu", kept, measures=False)
window.resize(1280, 720)
window.show()
window.open_first("tiny-vae")


def wait(done):
    loop, timer = QEventLoop(), QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start()
    loop.exec()


wait(lambda: window.canvas is not None and window.canvas.image is not None)
cut, zooms = [], []
for name in ("explore", "interpolate"):
    window.show_view(name)
    wait(lambda: window.bridge.idle)
    window.grab()
    for kind in (QLabel, QAbstractButton, QComboBox):
        for part in window.findChildren(kind):
            text = part.currentText() if kind is QComboBox else part.text()
            wraps = kind is QLabel and (part.wordWrap() or type(part) is not QLabel)
            seen = part.isVisible() and not part.visibleRegion().isEmpty()
            if text and seen and not wraps and part.width() < part.minimumSizeHint().width():
                cut.append(f"{name}: {text}")
    zooms.append(window.canvas.zoom)
room = window.screen().availableGeometry()
for page in (show_about(window), show_shortcuts(window), window.preferences.show_page()):
    page.grab()
    if page.width() > room.width() or page.height() > room.height():
        cut.append(f"{page.windowTitle()} leaves the screen")
    for label in page.findChildren(QLabel):
        if label.height() < label.heightForWidth(label.width()):
            cut.append(f"{page.windowTitle()}: {label.text()[:40]}")
print(json.dumps([window.devicePixelRatioF(), window.width(), window.height(), cut, zooms]))
window.close()
"""


@pytest.mark.parametrize(("scale", "language"), [("1.5", "zh_CN"), ("2", "en")])
def test_nothing_is_cut_off(scale: str, language: str, bundled_tiny: Path, tmp_path: Path) -> None:
    """The window keeps its size in points: a larger scale must not make it larger."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "s.ini"), language],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    ratio, width, height, cut, zooms = json.loads(done.stdout.splitlines()[-1])
    assert (ratio, width, height) == (float(scale), 1280, 720)
    assert cut == []
    assert all(zoom == int(zoom) for zoom in zooms)
