"""The steps of the run on the screen saved: as a strip, a film, or a file each."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from explorer.export.steps import PARTS, SaveSteps
from explorer.families import Spec
from explorer.sampling import JOB, Result
from explorer.session.plan import denoising
from explorer.ui import ask
from explorer.ui.denoise.part import Part
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.widgets.film_panel import FilmPanel

SAVE = "denoise.save"
_STRIP, _MOST = 25, 1000


class Film(Part):
    """Asks where to, and saves as a job of the status bar: progress, time left, cancel."""

    name: ClassVar[str] = "film"
    slots: ClassVar[tuple[str, ...]] = (SAVE,)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Save")
        self.tip = self.tr("Save the steps of the run as a strip or a film")
        self.page = QWidget(parent)
        self.panel = FilmPanel(self.page)
        self.panel.setMaximumWidth(280)
        self.parts = QComboBox(self.page)
        for title, shown in (
            (self.tr("predicted x0"), ("x0",)),
            (self.tr("x_t"), ("x_t",)),
            (self.tr("predicted noise"), ("noise",)),
            (self.tr("all three"), PARTS),
        ):
            self.parts.addItem(title, shown)
        self.parts.setToolTip(self.tr("What each frame shows; the finished picture comes last"))
        self.most = QSpinBox(self.page)
        self.most.setRange(2, _MOST)
        self.most.setValue(_STRIP)
        self.most.setSuffix(self.tr(" evaluations"))
        self.most.setToolTip(
            self.tr("How many evaluations at most, evenly spaced over the run, 2 to 1000")
        )
        self.rate = QSpinBox(self.page)
        self.rate.setRange(1, 60)
        self.rate.setValue(12)
        self.rate.setSuffix(self.tr(" per second"))
        self.rate.setToolTip(self.tr("Frames a second of a film, 1 to 60"))
        self._lay_out()
        self.panel.save.connect(self.choose_file)
        self._actions = [QAction(self.tr("Save steps..."), self)]
        self._actions[0].setShortcut(QKeySequence("Ctrl+Shift+S"))
        self._actions[0].triggered.connect(lambda _=False: self.choose_file())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for text, field in (
            (self.tr("Shows"), self.parts),
            (self.tr("At most"), self.most),
            (self.tr("Rate"), self.rate),
        ):
            label = QLabel(text, self.page)
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setMinimumWidth(140)
            form.addRow(label, field)
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(32)
        row.addLayout(form)
        row.addWidget(self.panel)
        row.addStretch(1)

    def commands(self) -> list[QAction]:
        """Saving."""
        return self._actions

    def opened(self, spec: Spec) -> None:
        """Sizes in pixels of another model's pictures."""
        self.panel.set_picture_size(spec.image.height, spec.image.width)

    def stop(self) -> None:
        """A film goes on being written whatever is looked at."""

    def choose_file(self) -> None:
        """Where to, in the format that was chosen."""
        writer = self.panel.writer
        title = self.tr("Save {format}").format(format=writer.title)
        file = ask.frames(self.panel, title, f"steps{writer.suffix}", writer)
        if file is not None:
            self.save(file)

    def save(self, file: Path) -> None:
        """The steps of the run on the screen to a file, or a file each, as its name says."""
        request = SaveSteps(
            denoising(self.desk.state), str(file), self.parts.currentData(), self.most.value(),
            float(self.rate.value()), True, self.panel.scale, self.panel.smooth.isChecked(),
        )  # fmt: skip
        self.desk.submit(request, SAVE, JOB, self.tr("Saving {file}").format(file=file.name))

    def receive(self, result: Result) -> None:
        """Done."""
        if result.frame is not None and result.done and isinstance(result.request, SaveSteps):
            self.desk.said.emit(self.tr("Saved {file}.").format(file=result.request.file))
