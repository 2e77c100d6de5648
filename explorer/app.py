"""Starting the window: what must be there to paint it, and nothing more."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from explorer.assets import resources_dir
from explorer.session import places
from explorer.ui import ask, language, theme
from explorer.ui.sessions import Question
from explorer.ui.settings import Settings
from explorer.ui.window import Window

# How often it is looked whether a job has ended that a new language waits for.
_JOB_MS = 500
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
    program = Program(
        lambda: make_window(device, settings, True, ask.save_changes, places.autosaves())
    )
    window = program.window
    window.show()
    # After the first paint: reading a model must not delay it.
    QTimer.singleShot(0, lambda: window.open_first(model))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it
    return app.exec()


class Program(QObject):
    """Holds the window, and makes it anew where another language is chosen.

    Texts are set when a widget is made, so a new window is what speaks another language surely;
    it goes on where the old one was, undo included.

    Args:
        make: makes a window that is not shown yet.
    """

    def __init__(self, make: Callable[[], Window]) -> None:
        super().__init__()
        self._make = make
        self.window = self._made()

    def _made(self) -> Window:
        window = self._make()
        window.arrangement.fit_to_screen()
        window.preferences.language_chosen.connect(self._speak, Qt.ConnectionType.QueuedConnection)
        return window

    @Slot()
    def _speak(self) -> None:
        old = self.window
        if language.resolve(old.settings.language) == language.current():
            return
        if old.busy:  # a job goes first: what it has done stays
            QTimer.singleShot(_JOB_MS, self, self._speak)
            return
        old.arrangement.remember(old.views)
        _let_go(old)
        self.window = new = self._made()
        new.show()
        old.close()
        _go_on(new, old)
        old.deleteLater()


def _let_go(window: Window) -> None:
    """It asks nothing at its end, and all that is unsaved is on the disk from here on."""
    window.sessions.let_go()
    if window.recovery is not None:
        window.recovery.let_go()


def _go_on(window: Window, old: Window) -> None:
    """Take the place of a window that was closed: its history, session, model and autosave."""
    window.store.go_on_from(old.store)
    window.sessions.go_on_from(old.sessions)
    if window.recovery is not None:
        window.recovery.go_on_from(old.recovery)


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
    language.apply(kept.language)
    theme.apply(app, kept.theme)
    return Window(kept, device, measures, question, autosaves)
