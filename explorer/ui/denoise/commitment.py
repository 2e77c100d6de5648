"""How far the run has committed itself: what short branches from a step still disagree on."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QSpinBox, QVBoxLayout, QWidget

from explorer.export import sheet
from explorer.export.sheet import GROUND
from explorer.families import Spec
from explorer.families.commitment import MOST
from explorer.sampling import JOB, Frame, Result
from explorer.sampling.denoise_requests import Commitment as Tries
from explorer.sampling.requests import Denoise
from explorer.session import State
from explorer.session.plan import denoising
from explorer.ui.denoise.part import Part, quiet
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.widgets.dots import Dots
from explorer.ui.widgets.flow_row import FieldRow
from explorer.ui.widgets.heat import ramp
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.sight import Sight
from explorer.ui.widgets.step_panes import StepPanes

TRIES = "denoise.tries"
_LONGEST = 50
# Places along the run at which "Along the run" measures.
_PLACES = 12


class Commitment(Part):
    """Asked for anew once the scrubber rests; what was measured stays as a dot on its axis."""

    name: ClassVar[str] = "commitment"
    slots: ClassVar[tuple[str, ...]] = (TRIES,)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Commitment")
        self.tip = self.tr(
            "What is still open at the step shown: short branches, their mean, spread"
        )
        self.page = QWidget(parent)
        self.count = self._spin(2, MOST, self.tr("Branches"))
        self.count.setToolTip(self.tr("How many short branches leave the step shown, 2 to 64"))
        self.steps = self._spin(1, _LONGEST, self.tr("Steps of each branch"))
        self.steps.setToolTip(self.tr("About how many evaluations each takes to its end, 1 to 50"))
        self.along = QPushButton(self.tr("Along the run"), self.page)
        widest = self.tr("step {k} of {m}: branch {i} of {n}").format(k=12, m=12, i=64, n=64)
        self.result = Readout([widest], self.page)
        self.dots = Dots(self.tr("still open"), self.tr("levels"), self.page)
        self.dots.setToolTip(
            self.tr(
                "Standard deviation of a pixel over the branches, root mean square over all\n"
                "pixels, in grey levels of 255: 0 is decided"
            )
        )
        parts = (
            ("mean", self.tr("mean of branches")),
            ("spread", self.tr("spread per pixel")),
            ("tries", self.tr("the branches")),
        )
        self.panes = StepPanes(parts, self.tr("Not computed yet."), parent)
        self.panes.hide()
        self.panes.failed.connect(desk.failed)
        self.panes.canvases["spread"].setToolTip(
            self.tr("√variance over the branches, pixel by pixel: dark where they agree")
        )
        self.panes.canvases["tries"].look_with(Sight(parent))  # a sheet has a zoom of its own
        self._measured: dict[tuple[Denoise, int, int], dict[int, float]] = {}
        self._queue: list[int] = []
        self._length = 0  # of the queue when it began
        self._asked: Tries | None = None
        self._lay_out()
        self.along.clicked.connect(self._toggle_along)
        self._set_queue([])

    def _spin(self, low: int, high: int, name: str) -> QSpinBox:
        spin = QSpinBox(self.page)
        spin.setRange(low, high)
        spin.setKeyboardTracking(False)
        spin.setAccessibleName(name)
        spin.valueChanged.connect(self._change)
        spin.editingFinished.connect(self.desk.settle)
        return spin

    def _lay_out(self) -> None:
        row = FieldRow(8)
        row.addWidget(quiet(self.tr("Branches"), self.page))
        row.addWidget(self.count)
        row.addWidget(quiet(self.tr("of about"), self.page))
        row.addWidget(self.steps)
        row.addWidget(quiet(self.tr("steps"), self.page))
        row.addWidget(self.result)
        row.addWidget(self.along)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.dots, 1)

    # -- what the view tells --------------------------------------------------------------------

    @property
    def stage(self) -> QWidget | None:
        """Mean, spread, the branches themselves."""
        return self.panes

    def opened(self, spec: Spec) -> None:
        """Nothing measured is true of another model."""
        self._measured.clear()
        self._asked = None
        self.panes.clear()

    def refresh(self, state: State, old: State | None) -> None:
        """More branches, longer ones, or another step."""
        now = state.denoising
        for spin, value in ((self.count, now.tries), (self.steps, now.try_steps)):
            with QSignalBlocker(spin):
                spin.setValue(value)
        self.moved()

    def enter(self) -> None:
        """Measure where the scrubber stands."""
        super().enter()
        self.moved()

    def stop(self) -> None:
        """What is under way is not looked at any more."""
        super().stop()
        self._set_queue([])
        self._asked = None
        self.result.set_texts("")

    def moved(self) -> None:
        """Another step: measured at rest, unless it is on the panes already."""
        if not self.open:
            return
        record = self.runs.current
        self.dots.set_values(self._known(), record.planned if record is not None else 0)
        self.dots.set_cursor(self.runs.at)
        if not self._queue and self._wanted() != self._asked:
            self.later()

    # -- measuring ------------------------------------------------------------------------------

    def _wanted(self, at: int | None = None) -> Tries | None:
        place, now = self.runs.at if at is None else at, self.now
        if place < 0:
            return None
        return Tries(denoising(self.desk.state), place, now.tries, now.try_steps)

    def _known(self) -> dict[int, float]:
        now = self.now
        key = (denoising(self.desk.state), now.tries, now.try_steps)
        return self._measured.setdefault(key, {})

    def ask(self) -> None:
        """Branches from the step shown, or from the next place along the run."""
        record = self.runs.current
        if record is None or record.request != denoising(self.desk.state):
            return  # its run is not there yet; `moved` comes again with it
        wanted = self._wanted(self._queue[0] if self._queue else None)
        if wanted is not None and wanted != self._asked:
            self._asked = wanted
            self.desk.submit(wanted, TRIES, JOB)

    def receive(self, result: Result) -> None:
        """One more branch."""
        frame, asked = result.frame, self._asked
        if asked is None or result.request != asked:
            return
        if frame is None:
            self._set_queue([])  # it failed, and the rest would too
            return
        self._show(asked, frame)
        if result.done:
            self._known()[asked.step] = 255 * float(frame.values["openness"])
            self._set_queue([place for place in self._queue if place != asked.step])
            if self._queue:
                self.ask()
            self.moved()

    def _toggle_along(self) -> None:
        """Measure along the run, or stop that; what was measured stays."""
        record = self.runs.current
        if self._queue:
            self.stop()
            self.moved()
        elif record is not None and record.done:
            known = self._known()
            places = np.linspace(0, record.newest, min(_PLACES, record.done)).round().astype(int)
            wanted = [int(p) for p in dict.fromkeys(places.tolist()) if p not in known]
            self._length = len(wanted)
            self._set_queue(wanted)
            self.ask()

    def _set_queue(self, queue: list[int]) -> None:
        """The steps that are still to be measured, and what the button does meanwhile."""
        self._queue = queue
        words = (
            (self.tr("Stop"), self.tr("Measure no more; what was measured stays"))
            if queue
            else (
                self.tr("Along the run"),
                self.tr("Measure at twelve steps of the run, one after the other"),
            )
        )
        self.along.setText(words[0])
        self.along.setToolTip(words[1])

    def _change(self) -> None:
        self._set_queue([])
        tries, try_steps = self.count.value(), self.steps.value()
        self.desk.edit("denoising", "denoise.tries", tries=tries, try_steps=try_steps)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, asked: Tries, frame: Frame) -> None:
        deviation: NDArray[Any] = frame.values["deviation"]
        most = float(deviation.max())
        shares = deviation / most if most > 0 else np.zeros_like(deviation)
        self.panes.canvases["mean"].set_image(frame.images["mean"][0])
        self.panes.canvases["spread"].set_image(np.rint(ramp(shares)).astype(np.uint8))
        pictures, count = list(frame.images["tries"]), frame.values["count"]
        to_come = [np.full_like(pictures[0], GROUND)] * (asked.count - count)
        self.panes.canvases["tries"].set_image(sheet([*pictures, *to_come]))
        note = self.tr("0 to {most} levels").format(most=f"{255 * most:.0f}")
        self.panes.set_title("spread", self.tr("spread per pixel"), note if count > 1 else "")
        at = self.tr("of evaluation {i}").format(i=asked.step + 1)
        self.panes.set_title("mean", self.tr("mean of branches"), at)
        text = self.tr("branch {i} of {n}").format(i=count, n=asked.count)
        if self._queue:
            place = self._length - len(self._queue) + 1
            text = self.tr("step {k} of {m}: branch {i} of {n}").format(
                k=place, m=self._length, i=count, n=asked.count
            )
        self.result.set_texts(text if self._queue or count < asked.count else "")
