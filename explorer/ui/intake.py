"""Pictures from outside: read beside the window, then offered to the view on screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.errors import FileRefused
from explorer.export.inside import FILMS
from explorer.formats.picture import Picture
from explorer.sampling import PREVIEW, Result
from explorer.sampling.sources import ReadPicture
from explorer.ui.fitting import fitting

if TYPE_CHECKING:
    from explorer.ui.window import Window

PICTURE = "window.picture"


class Intake(QObject):
    """Reads what was dropped or opened and carries no recipe."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._pictures = 0

    def read(self, path: Path) -> None:
        """A picture goes to the view on screen; a film without a recipe to none."""
        desk = self._window.desk
        if path.suffix.lower() in FILMS:
            cause = self.tr("this film carries no recipe")
            remedy = self.tr("Drop one that was saved here, or a picture.")
            desk.failed.emit(FileRefused(path.name, cause, remedy))
            return
        self._pictures += 1
        slot = f"{PICTURE}.{self._pictures}"  # of its own: several may be dropped at once
        desk.submit(ReadPicture(str(path)), slot, PREVIEW)

    def receive(self, result: Result) -> None:
        """A picture was read, or not."""
        window, view = self._window, self._window.current
        window.desk.shown(result.slot)
        if result.frame is not None and view is not None:
            picture = result.frame.values["picture"]
            if view.take(picture):
                self._tell(picture)
            elif not window.banner.isVisible():
                window.desk.said.emit(self.tr("This view has no use for a picture."))

    def _tell(self, picture: Picture) -> None:
        """What was done to the picture so that the model can take it; nothing where nothing was."""
        desk = self._window.desk
        done = fitting(picture, desk.spec.image) if desk.spec is not None else ""
        if done:
            desk.said.emit(done)
