"""Saving all frames of the path: which ones, in what format, how large."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.export.job import Save
from explorer.families import Spec
from explorer.sampling import JOB, Result
from explorer.session import State
from explorer.session.plan import film, film_length, film_places
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.interpolate.part import Part
from explorer.ui.widgets.film_panel import FilmPanel

SAVE = "interpolate.save"


class Film(Part):
    """Asks where to, and saves as a job of the status bar: progress, time left, cancel."""

    slots: ClassVar[tuple[str, ...]] = (SAVE,)

    def __init__(self, desk: Desk, panel: FilmPanel, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.panel = panel
        panel.save.connect(self.ask)

    def opened(self, spec: Spec) -> None:
        """Sizes in pixels of another model's pictures."""
        self.panel.set_picture_size(spec.image.height, spec.image.width)

    def refresh(self, state: State, old: State | None) -> None:
        """How long the film is: there and back it is nearly twice the path."""
        self.panel.show_length(film_length(state), state.interpolating.rate)

    def ask(self) -> None:
        """Where to, in the format that was chosen."""
        writer = self.panel.writer
        title = self.tr("Save {format}").format(format=self.panel.formats.currentText())
        file = ask.frames(self.panel, title, f"path{writer.suffix}", writer)
        if file is not None:
            self.save(file)

    def save(self, file: Path) -> None:
        """All frames to a file, or a file each, as its name says."""
        grid, now = film(self.desk.state), self.now
        scale, smooth = self.panel.scale, self.panel.smooth.isChecked()
        request = Save(
            grid, str(file), len(grid.points), now.rate, now.loop, scale, smooth,
            places=film_places(self.desk.state),
        )  # fmt: skip
        slot = f"{SAVE}/{file}"  # another film is saved beside this one, not in its place
        self.desk.submit(request, slot, JOB, self.tr("Saving {file}").format(file=file.name))

    def receive(self, result: Result) -> None:
        """Done."""
        if result.frame is not None and result.done and isinstance(result.request, Save):
            self.desk.said.emit(self.tr("Saved {file}.").format(file=result.request.file))
