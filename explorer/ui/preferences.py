"""What the user chose once for all: theme and language, from menu or page, and the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.runtimes import threads
from explorer.sampling import JOB
from explorer.sampling.shelf import MODEL_BYTES
from explorer.sampling.shelf_requests import Distrust, Threads, Within
from explorer.ui import theme
from explorer.ui.settings_page import SettingsPage

if TYPE_CHECKING:
    from explorer.ui.window import Window

MEMORY, TRUST, THREADS = "window.memory", "window.trust", "window.threads"


class Preferences(QObject):
    """Applies choices, keeps them in the settings, and shows them in the menus.

    Signals:
        language_chosen: the settings name another language, perhaps; who made the window makes it
            anew in it.
    """

    language_chosen = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        threads.choose(window.settings.threads)
        if window.settings.memory != MODEL_BYTES:
            self.apply_memory()

    def set_theme(self, choice: str) -> None:
        """One of explorer.ui.theme.CHOICES."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, choice)
        self._window.settings.theme = choice
        self._window.menus.show_theme(choice)

    def set_memory(self, size: int) -> None:
        """Bytes that open models may take together; what has no room goes at once."""
        self._window.settings.memory = size
        self.apply_memory()

    def apply_memory(self) -> None:
        """As the settings say."""
        self._window.desk.submit(Within(self._window.settings.memory), MEMORY, JOB)

    def set_threads(self, count: int) -> None:
        """Of the processor, for networks; 0 for all. What is open is opened and measured anew."""
        self._window.settings.threads = count
        self._window.desk.submit(Threads(count), THREADS, JOB)
        self._window.opener.measure_again()

    def revoked(self) -> None:
        """A program is trusted no more: what runs one is put away, and asks when it is used."""
        self._window.desk.submit(Distrust(), TRUST, JOB)

    def set_language(self, choice: str) -> None:
        """One of explorer.ui.language.CHOICES."""
        self._window.settings.language = choice
        self._window.menus.languages[choice].setChecked(True)
        self.language_chosen.emit()

    def show_page(self) -> SettingsPage:
        """The page of settings, which can stay open."""
        page = SettingsPage(self._window)
        page.show()
        return page

    def _system_changed(self) -> None:
        if self._window.settings.theme == "system":
            self.set_theme("system")
