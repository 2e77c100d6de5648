"""The steps of a run saved as a strip, a film or a file each: the form, and the job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from explorer.export.steps import Run, SaveSteps
from explorer.sampling import JOB, Result
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.widgets.film_panel import FilmPanel

_STRIP, _MOST = 25, 1000


class StepsSaver(QObject):
    """Asks where to, and saves as a job of the status bar: progress, time left, cancel.

    Args:
        desk, slot: where it is asked for.
        run: the run whose steps are meant.
        page: what it lays its form out on.
        counted: what the number of steps is followed by (" evaluations"), most_tip: its tooltip.
    """

    def __init__(
        self, desk: Desk, slot: str, run: Callable[[], Run], page: QWidget, counted: str,
        most_tip: str,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._desk, self._slot, self._run = desk, slot, run
        self.panel = FilmPanel(page)
        self.panel.setMaximumWidth(280)
        self.parts = QComboBox(page)
        self.parts.setToolTip(self.tr("What each frame shows; the finished picture comes last"))
        self.most = QSpinBox(page)
        self.most.setRange(2, _MOST)
        self.most.setValue(_STRIP)
        self.most.setSuffix(counted)
        self.most.setToolTip(most_tip)
        self.rate = QSpinBox(page)
        self.rate.setRange(1, 60)
        self.rate.setValue(12)
        self.rate.setSuffix(self.tr(" per second"))
        self.rate.setToolTip(self.tr("Frames a second of a film, 1 to 60"))
        self._lay_out(page)
        self.panel.save.connect(self.choose_file)
        self.action = QAction(self.tr("Save steps..."), self)
        self.action.setShortcut(QKeySequence("Ctrl+Shift+S"))
        self.action.triggered.connect(lambda _=False: self.choose_file())

    def _lay_out(self, page: QWidget) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for text, field in (
            (self.tr("Shows"), self.parts),
            (self.tr("At most"), self.most),
            (self.tr("Rate"), self.rate),
        ):
            label = QLabel(text, page)
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setMinimumWidth(140)
            form.addRow(label, field)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(32)
        row.addLayout(form)
        row.addWidget(self.panel)
        row.addStretch(1)

    def set_parts(self, parts: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """What a frame can show: (title, names of the run's images)."""
        if [self.parts.itemText(i) for i in range(self.parts.count())] == [t for t, _ in parts]:
            return  # what was chosen stays
        self.parts.clear()
        for title, shown in parts:
            self.parts.addItem(title, shown)

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
            self._run(), str(file), self.parts.currentData(), self.most.value(),
            float(self.rate.value()), True, self.panel.scale, self.panel.smooth.isChecked(),
        )  # fmt: skip
        words = self.tr("Saving {file}").format(file=file.name)
        slot = f"{self._slot}/{file}"  # another file is saved beside this one, not in its place
        self._desk.submit(request, slot, JOB, words)

    def receive(self, result: Result) -> None:
        """Done."""
        if result.frame is not None and result.done and isinstance(result.request, SaveSteps):
            self._desk.said.emit(self.tr("Saved {file}.").format(file=result.request.file))
