"""Up to four schedulers side by side: from the same noise, level with each other in log-SNR."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.families import Spec
from explorer.families.comparison import MOST
from explorer.families.schedulers import SCHEDULERS
from explorer.sampling import JOB, Frame, Result
from explorer.sampling.denoise_requests import Compare
from explorer.sampling.requests import Denoise
from explorer.session import State, tree
from explorer.session.state import Denoising
from explorer.ui.denoise.deck import signed
from explorer.ui.denoise.part import Part, quiet
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.record import BUDGET, Record
from explorer.ui.widgets.flow_row import FieldRow
from explorer.ui.widgets.progress import Progress
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.run_panel import solver_title
from explorer.ui.widgets.step_panes import StepPanes

COMPARE = "denoise.compare"
FIRST = ("ddim", "euler", "dpm++2m", "heun")
_KEYS = ("log_snr", "sigma")


class Schedulers(Part):
    """Each pane shows its run where the noise is as on the scrubber, or as far as it came."""

    name: ClassVar[str] = "schedulers"
    slots: ClassVar[tuple[str, ...]] = (COMPARE,)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Schedulers")
        self.tip = self.tr("Up to four schedulers side by side, at equal noise")
        self.page = QWidget(parent)
        self._papers = {solver.name: solver.title for solver in SCHEDULERS}
        self.buttons = {name: self._button(paper) for name, paper in self._papers.items()}
        for name, button in self.buttons.items():
            button.setText(solver_title(name))
            button.clicked.connect(self._choose)
        self.part = QComboBox(self.page)
        self.part.addItem(self.tr("predicted x0"), "x0")
        self.part.addItem(self.tr("x_t"), "x_t")
        self.part.setAccessibleName(self.tr("What is compared"))
        self.part.setToolTip(self.tr("Which picture of each evaluation the panes show"))
        self.part.currentIndexChanged.connect(lambda _: self.moved())
        self.counts = Readout(
            [self.tr("{n} evaluations of the network in all").format(n=88888), ""]
        )
        self.counts.setAccessibleName(self.tr("Evaluations of the network"))
        nearest = self.tr("Each at its evaluation nearest to log-SNR {snr}")
        self.level = Readout([nearest.format(snr="+88.88"), ""])
        self.level.setToolTip(
            self.tr(
                "Solvers space their steps differently: pictures can be compared where\n"
                "ln(α² / σ²) is equal, not at the same number of a step"
            )
        )
        self.progress = Progress(self.tr("Evaluations compared"), self.page)
        self.button = QPushButton(self.page)
        self.button.clicked.connect(self._toggle)
        self.running = False
        desk.working.connect(self._cancelled)
        self.box = QWidget(parent)
        self.box.hide()
        self.panes: StepPanes | None = None
        self.records: list[Record] = []
        self.finished: NDArray[np.uint8] | None = None
        self._stamp = 0
        self._request: Compare | None = None
        self._lay_out()

    def _button(self, paper: str) -> QToolButton:
        button = QToolButton(self.page)
        button.setCheckable(True)
        button.setProperty("role", "view")
        button.setToolTip(paper)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        names = FieldRow(4)
        names.addWidget(quiet(self.tr("Up to four:"), self.page))
        for button in self.buttons.values():
            names.addWidget(button)
        names.addWidget(self.part)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(names)
        column.addWidget(self.level)
        column.addWidget(self.counts)
        way = QHBoxLayout()
        way.setSpacing(8)
        way.addWidget(self.progress, 1)
        way.addWidget(self.button)
        column.addLayout(way)
        column.addStretch(1)
        self._row = QHBoxLayout(self.box)
        self._row.setContentsMargins(0, 0, 0, 0)

    # -- what the view tells --------------------------------------------------------------------

    @property
    def stage(self) -> QWidget | None:
        """A pane a scheduler."""
        return self.box

    def opened(self, spec: Spec) -> None:
        """Nothing compared is true of another model."""
        self._forget()
        if self.panes is not None:
            self.panes.clear()

    def refresh(self, state: State, old: State | None) -> None:
        """Other schedulers, or other settings for all of them."""
        now = state.denoising
        self._show_choice(now.compared)
        if self.open and self._wanted() != self._request:
            self._forget()
            self.later()
        self.moved()

    def enter(self) -> None:
        """Compare, at first the four that differ most."""
        super().enter()
        if not self.now.compared:
            self.desk.edit("denoising", record=False, compared=FIRST)
        if self._wanted() != self._request or self.finished is None:
            self.ask()
        self.moved()

    def stop(self) -> None:
        """What is not finished is begun again when the page comes back."""
        super().stop()
        if self.finished is None:
            self._request = None

    def moved(self) -> None:
        """All panes at the noise of the evaluation shown."""
        if self.open and self.panes is not None:
            self._show(self.panes)

    # -- asking ---------------------------------------------------------------------------------

    def _wanted(self) -> Compare | None:
        now, model = self.now, self.desk.state.model
        settings = tree.settings(now, now.current)
        runs = tuple(
            Denoise(model, settings.changed(scheduler=name), None, 0, now.picture, now.noised_to)
            for name in now.compared
        )
        return Compare(runs) if runs else None

    def ask(self) -> None:
        """All runs together; what was computed for one of them before is shared."""
        self._rest.stop()  # this is what it would ask for
        wanted = self._wanted()
        self._forget()
        self._request = wanted
        if wanted is None:
            return
        self._make_panes(self.now)
        self._set_running(True)
        self._stamp = self.desk.submit(wanted, COMPARE, JOB, self.tr("Comparing schedulers"))

    def receive(self, result: Result) -> None:
        """One more evaluation of one of the runs, or the pictures of all."""
        frame = result.frame
        if result.stamp != self._stamp or self._request is None:
            return
        if frame is not None:
            self._show_one(frame)
        if result.done:
            self._set_running(False)

    def _show_one(self, frame: Frame) -> None:
        planned = frame.values["planned"]
        if "image" in frame.images:
            self.finished = frame.images["image"]
        else:
            self._take(frame, planned)
        self.progress.show_progress(frame.index + 1, frame.total)
        if frame.index == 0:
            self._count(planned)
        self.moved()

    def _take(self, frame: Frame, planned: Sequence[int]) -> None:
        run, step = frame.values["run"], frame.values["step"]
        self.records[run].take(Frame(frame.images, frame.values, step, planned[run] + 1))

    def _count(self, planned: Sequence[int]) -> None:
        each = ", ".join(
            f"{solver_title(name)} {count}"
            for name, count in zip(self.now.compared, planned, strict=False)
        )
        total = self.tr("{n} evaluations of the network in all").format(n=sum(planned))
        self.counts.set_texts(total, each)

    def _forget(self) -> None:
        self._request, self.finished, self._stamp = None, None, 0
        self._set_running(False)
        self.records = []
        self.counts.set_texts("")
        self.level.set_texts("")
        self.progress.setValue(0)

    def _toggle(self) -> None:
        if self.running:
            self.desk.cancel(COMPARE)
        else:
            self.ask()  # what was computed is kept with the runs

    def _cancelled(self, slot: str, title: str) -> None:
        if slot == COMPARE and not title:
            self._set_running(False)

    def _set_running(self, running: bool) -> None:
        """Cancel what runs, go on with what was cancelled; nothing where all is there."""
        self.running = running
        words = (
            (self.tr("Cancel"), self.tr("Stop here and keep the evaluations computed so far"))
            if running
            else (self.tr("Go on"), self.tr("Compute the rest; what came is kept"))
        )
        self.button.setText(words[0])
        self.button.setToolTip(words[1])
        self.button.setVisible(running or (self._request is not None and self.finished is None))

    # -- choosing -------------------------------------------------------------------------------

    def _choose(self) -> None:
        chosen = tuple(name for name, button in self.buttons.items() if button.isChecked())
        self.desk.edit("denoising", "denoise.compared", compared=chosen)

    def _show_choice(self, compared: Sequence[str]) -> None:
        full = len(compared) >= MOST
        for name, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(name in compared)
            free = name in compared or not full
            button.setEnabled(free)
            button.setToolTip(
                self._papers[name] if free else self.tr("Four are chosen: let one of them go first")
            )

    # -- showing --------------------------------------------------------------------------------

    def _make_panes(self, now: Denoising) -> None:
        titles = [(name, solver_title(name)) for name in now.compared]
        request = self._request
        runs = request.runs if request is not None else ()
        self.records = [Record(run, _KEYS, budget=BUDGET // 8) for run in runs]
        if self.panes is not None and list(self.panes.canvases) == list(now.compared):
            self.panes.clear()
            return
        if self.panes is not None:
            self._row.removeWidget(self.panes)
            self.panes.deleteLater()
        self.panes = StepPanes(titles, self.tr("preparing the runs"), self.box)
        self.panes.failed.connect(self.desk.failed)
        self._row.addWidget(self.panes)

    def _show(self, panes: StepPanes) -> None:
        """Where the noise is as on the scrubber; while that follows, the newest of each."""
        shown, at = self.runs.current, self.runs.at
        follows = self.now.shown < 0
        level = None
        if not follows and shown is not None and at >= 0:
            shown.read_numbers()
            level = shown.numbers["log_snr"][at]
        nearest = self.tr("Each at its evaluation nearest to log-SNR {snr}")
        words = "" if level is None else nearest.format(snr=signed(level))
        ended = self.finished is not None and follows
        self.level.set_texts(self.tr("All finished") if ended else words)
        for number, (name, pane) in enumerate(panes.canvases.items()):
            record = self.records[number] if number < len(self.records) else None
            if record is None or not record.done:
                continue
            if self.finished is not None and follows:
                pane.set_image(self.finished[number])
                note = self.tr("{i} of {n}").format(i=record.planned, n=record.planned)
            else:
                record.read_numbers()
                place = record.newest if level is None else _nearest(record, level)
                frame = record.frame(place)
                if frame is None:
                    continue
                pane.set_image(frame.images[self.part.currentData()][0])
                note = self.tr("{i} of {n}").format(i=place + 1, n=record.planned)
            panes.set_title(name, solver_title(name), note)


def _nearest(record: Record, level: float) -> int:
    """The evaluation whose frame is here and whose log-SNR is nearest to `level`."""
    levels = record.numbers["log_snr"]
    after = bisect_left(levels, level)
    near = [place for place in (after - 1, after) if 0 <= place < len(levels)]
    return record.nearest(min(near, key=lambda place: abs(levels[place] - level)))
