"""The program's start: the window and the first picture come before torch does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, sys
from PySide6.QtCore import QSettings, QTimer
from explorer.ui.settings import Settings
from explorer.ui.window import Window
from explorer import app

seen = {"at window": None, "at picture": None}
slow = ("torch", "diffusers", "pyqtgraph", "PIL.ImageFile")

def loaded():
    return [name for name in slow if name in sys.modules]

def look():
    window = next(w for w in app.QApplication.topLevelWidgets() if isinstance(w, Window))
    if seen["at window"] is None and window.isVisible():
        seen["at window"] = loaded()
    if window.canvas is not None and window.canvas.image is not None:
        seen["at picture"] = loaded()
        window.opener.close()
        window.close()

timer = QTimer()
timer.timeout.connect(look)
app.application()
timer.start(0)
kept = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
code = app.run("tiny-vae", "cpu", kept)
print(json.dumps([code, seen]))
"""


def test_window_and_first_picture_need_no_torch(bundled_tiny: Path, tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "s.ini")],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    code, seen = json.loads(made.stdout.splitlines()[-1])
    assert code == 0
    assert seen == {"at window": [], "at picture": []}
    assert Path(tmp_path / "s.ini").read_text("utf-8").count("tiny-vae") == 1
