"""What was open lately, in the settings and in the library; and what a start begins with."""

from __future__ import annotations

from pathlib import Path

from explorer.ui.desk import Desk
from explorer.ui.library_panel import LibraryPanel
from explorer.ui.sessions import Sessions
from explorer.ui.settings import Settings

# What somebody sees who has never opened anything: in colour, and every slider does something.
WELCOME = "scenes-vae"


class Recent:
    """Keeps the list of recent paths, and which of the library's cards is open.

    Sessions tell what they opened and saved, and look for moved models beside recent files.
    """

    def __init__(
        self, settings: Settings, library: LibraryPanel, desk: Desk, sessions: Sessions
    ) -> None:
        self._settings, self._library, self._desk = settings, library, desk
        sessions.remembered.connect(self.add)
        sessions.lost.connect(self.drop)
        sessions.finder.recent = lambda: settings.recent
        library.show_recent(settings.recent)

    def model(self, name: str) -> None:
        """A model was opened; a bundled one has its card already."""
        self._settings.model = name
        if name not in self._library.cards:
            self.add(name)

    def add(self, path: str) -> None:
        """A path was opened or saved."""
        self._settings.remember(path)
        self._show()

    def drop(self, path: str) -> None:
        """A path is not there any more."""
        self._settings.forget(path)
        self._show()

    def first(self) -> str:
        """The last model, if it is still there, else the one that welcomes; "" for none."""
        last = self._settings.model
        known = last in self._library.cards or (Path(last).is_absolute() and Path(last).exists())
        return last if known else self._welcome()

    def after_failure(self) -> str:
        """What to open where the first model did not: a bundled one."""
        last = self._settings.model
        if last and last not in self._library.cards:
            self._settings.forget(last)
        return self._welcome()

    def _welcome(self) -> str:
        names = list(self._library.cards)
        return WELCOME if WELCOME in names else next(iter(names), "")

    def _show(self) -> None:
        self._library.show_recent(self._settings.recent)
        self._library.mark(self._desk.state.model)
