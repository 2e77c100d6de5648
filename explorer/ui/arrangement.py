"""Where everything stands: the window, its docks, the splitters of its views.

Kept between runs in the settings, and beside a session in its file, as Qt's own opaque states.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QWidget

from explorer.ui.drawer import Drawer
from explorer.ui.settings import Settings

# Of the docks: a state of another version changes nothing.
VERSION = 1
# Points across, at most a fifth of the window, where nobody made it wider or narrower.
_LIBRARY = 256
Layout = tuple[tuple[str, str], ...]


class Arrangement:
    """Remembers and restores where the parts of a window stand."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window, self._settings = window, settings
        # What folds docks away in a narrow window, which is no wish to have none: neither kept nor
        # undone by what was kept.
        self.drawer: Drawer | None = None

    def restore(self) -> None:
        """The window and its docks as they were when it was closed last."""
        geometry, layout = self._settings.geometry, self._settings.layout
        if not geometry.isEmpty():
            self._window.restoreGeometry(geometry)
        if not layout.isEmpty():
            self._window.restoreState(layout, VERSION)

    def begin(self, event: QShowEvent) -> None:
        """Where nothing was arranged yet, a small window leaves its view more than its library.

        Not where the window only comes back from an icon.
        """
        if self._settings.layout.isEmpty() and not event.spontaneous():
            docks = [
                d for d in self._window.findChildren(QDockWidget) if d.objectName() == "library"
            ]
            width = min(_LIBRARY, self._window.width() // 5)
            self._window.resizeDocks(docks, [width], Qt.Orientation.Horizontal)

    def fit_to_screen(self) -> None:
        """A window that was never placed is no larger than the screen."""
        if self._settings.geometry.isEmpty():
            room = self._window.screen().availableGeometry().size()
            self._window.resize(self._window.size().boundedTo(room))

    def place(self, view: QWidget) -> None:
        """The splitters of a view just made, as they were."""
        for splitter in _named_splitters(view):
            kept = self._settings.split(splitter.objectName())
            if not kept.isEmpty():
                splitter.restoreState(kept)

    def remember(self, views: Iterable[QWidget]) -> None:
        """Everything for the next run, on disk."""
        if self.drawer is not None:
            self.drawer.unfold()
        self._settings.geometry = QByteArray(self._window.saveGeometry())
        self._settings.layout = QByteArray(self._window.saveState(VERSION))
        for view in views:
            for splitter in _named_splitters(view):
                self._settings.set_split(splitter.objectName(), QByteArray(splitter.saveState()))
        self._settings.sync()

    def texts(self, views: Iterable[QWidget]) -> Layout:
        """Docks and splitters as texts, for a session file."""
        folded = self.drawer is not None and self.drawer.folded
        notes = [] if folded else [("window", _text(self._window.saveState(VERSION)))]
        for view in views:
            parts = _named_splitters(view)
            notes += [(f"split/{s.objectName()}", _text(s.saveState())) for s in parts]
        return tuple(sorted(notes))

    def take(self, layout: Layout, views: Iterable[QWidget]) -> None:
        """As a session says; a note that does not fit changes nothing."""
        notes = {name: QByteArray.fromBase64(text.encode()) for name, text in layout}
        if "window" in notes:
            self._window.restoreState(notes["window"], VERSION)
            if self.drawer is not None:
                self.drawer.refold()
        for view in views:
            for splitter in _named_splitters(view):
                kept = notes.get(f"split/{splitter.objectName()}")
                if kept is not None:
                    splitter.restoreState(kept)


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _named_splitters(view: QWidget) -> list[QSplitter]:
    return [splitter for splitter in view.findChildren(QSplitter) if splitter.objectName()]
