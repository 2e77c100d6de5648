"""Starting the window: what must be there to paint it, and nothing more."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from explorer.assets import resources_dir
from explorer.session import places
from explorer.ui import ask, theme
from explorer.ui.sessions import Question
from explorer.ui.settings import Settings
from explorer.ui.window import Window

ORGANISATION = "Latent Explorer"


def application() -> QApplication:
    """The one QApplication, made if there is none, with the program's name and style."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QCoreApplication.setOrganizationName(ORGANISATION)
        QCoreApplication.setApplicationName(ORGANISATION)
        app = QApplication(sys.argv[:1])
        app.setWindowIcon(QIcon(str(resources_dir() / "icons" / "app.svg")))
    return app


def run(model: str | None = None, device: str = "auto", settings: Settings | None = None) -> int:
    """Open the window on a model and stay until it is closed; the exit code.

    Args:
        model: a bundled name, or the path of a model or a session; None for the last
            one, or the first bundled.
        device: "auto", "cpu", "cuda" or "mps".
        settings: what is remembered; the platform's own place where None.
    """
    app = application()
    window = make_window(device, settings, True, ask.save_changes, places.autosaves())
    window.show()
    # After the first paint: reading a model must not delay it.
    QTimer.singleShot(0, lambda: window.open_first(model))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it
    return app.exec()


def make_window(
    device: str = "auto",
    settings: Settings | None = None,
    measures: bool = True,
    question: Question | None = None,
    autosaves: Path | None = None,
) -> Window:
    """The window, dressed but not shown: for `run`, the tour and tests; arguments as of Window."""
    app = application()
    kept = settings or Settings()
    theme.apply(app, kept.theme)
    return Window(kept, device, measures, question, autosaves)
