"""Tells on stdout when the window and its first picture were painted, and then closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from explorer import app
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.window import Window


class _Watch(QObject):
    """An event filter: what is about to be painted has been, a turn of the loop later."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self._said: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Nothing is filtered out."""
        if event.type() == QEvent.Type.Paint:
            if isinstance(watched, Window):
                self._say("window")
            elif isinstance(watched, Canvas) and watched.image is not None:
                self._say("image")
        return False

    def _say(self, what: str) -> None:
        if what not in self._said:
            self._said.add(what)
            QTimer.singleShot(0, lambda: self._tell(what))

    def _tell(self, what: str) -> None:
        print(what, flush=True)
        if what == "image":
            QApplication.closeAllWindows()


def watch() -> None:
    """Watch the application that will be made."""
    application = app.application()
    application.installEventFilter(_Watch(application))
