"""The noise that DDIM would make the user's picture from, and how well it really does."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.families import DenoiseSettings, Spec
from explorer.sampling import JOB, Frame, Result
from explorer.sampling.denoise_requests import Invert
from explorer.session import State, tree
from explorer.ui.branching import replant
from explorer.ui.denoise.choice import Choice
from explorer.ui.denoise.part import Part, quiet
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.widgets.progress import Progress
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.step_panes import StepPanes

INVERT, READ = "denoise.invert", "denoise.read_inversion"
_ROUNDS = 20


class Inverse(Part):
    """There and back, watched, and the error of the round trip."""

    name: ClassVar[str] = "inversion"
    slots: ClassVar[tuple[str, ...]] = (INVERT, READ)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Inversion")
        self.tip = self.tr("Find the noise that a picture of your own would be made from")
        self.page = QWidget(parent)
        self.choice = Choice(desk, runs, READ, self.page)
        self.rounds = QSpinBox(self.page)
        self.rounds.setRange(0, _ROUNDS)
        self.rounds.setAccessibleName(self.tr("Rounds a step"))
        self.rounds.setToolTip(
            self.tr(
                "Each step asks the network one level too early; asking again at the point just\n"
                "reached mends that, at one more evaluation a step and round. 0 to 20"
            )
        )
        self.start = QPushButton(self.tr("Invert"), self.page)
        self.start.setToolTip(
            self.tr("With the steps and the class of the run, at guidance 1, by DDIM")
        )
        self.progress = Progress(self.tr("Evaluations of the inversion"), self.page)
        widest = self.tr("Round trip: PSNR {db} dB, MSE {mse}").format(db="88.8", mse="0.00000")
        spread = self.tr("noise spread {spread} (1 is usual)").format(spread="0.000")
        self.result = Readout([widest, spread, self.tr("{n} evaluations").format(n=88888)])
        self.result.setAccessibleName(self.tr("Error of the round trip"))
        self.result.setToolTip(
            self.tr(
                "The picture made again from the noise, against the picture: mean squared error\n"
                "in units of the grey range, and the same in decibels; the standard deviation of\n"
                "the noise found; what all that cost. Of a model in latents, the error of\n"
                "encoding and decoding alone stands above the picture"
            )
        )
        self.use = QPushButton(self.tr("Run from this noise"), self.page)
        self.use.setToolTip(
            self.tr("Make the picture again step by step, at guidance 1; then change and branch")
        )
        three = (
            ("one", self.tr("your picture")),
            ("two", self.tr("x_t on the way")),
            ("three", self.tr("predicted x0")),
        )
        empty = self.tr("Drop a picture here, open one, or take the finished one.")
        self.panes = StepPanes(three, empty, parent)
        self.panes.hide()
        self.panes.failed.connect(desk.failed)
        self.running = False
        self._stamp = 0
        self._found: DenoiseSettings | None = None
        self._lay_out()
        self.start.clicked.connect(self._toggle)
        self.use.clicked.connect(self._use)
        desk.working.connect(self._cancelled)

    def _lay_out(self) -> None:
        how, below = QHBoxLayout(), QHBoxLayout()
        how.setSpacing(8)
        how.addWidget(quiet(self.tr("Fixed-point rounds a step"), self.page))
        how.addWidget(self.rounds)
        how.addWidget(self.start)
        how.addWidget(self.progress, 1)
        below.addWidget(self.result, 1)
        below.addWidget(self.use)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addLayout(how)
        column.addLayout(below)
        column.addStretch(1)

    # -- what the view tells --------------------------------------------------------------------

    @property
    def stage(self) -> QWidget | None:
        """The way there and back; then the picture, made again, and the difference."""
        return self.panes

    @property
    def holds(self) -> bool:
        """A run from the picture under noise is not what is wanted here."""
        return self.open and self.now.picture is not None

    def opened(self, spec: Spec) -> None:
        """Nothing found is true of another model."""
        self._forget()

    def refresh(self, state: State, old: State | None) -> None:
        """Another picture or class: what was found is of the one before."""
        now, was = state.denoising, None if old is None else old.denoising
        self.choice.show_picture(now.picture)
        if was is not None and (now.picture, now.settings) != (was.picture, was.settings):
            self._forget()
        self._show_state()

    def stop(self) -> None:
        """The way there ends where it is."""
        super().stop()
        self.running = False
        self._show_state()

    # -- there and back -------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self.running:
            self.desk.cancel(INVERT)
        else:
            self.invert()

    def invert(self) -> None:
        """Begin."""
        picture = self.now.picture
        if picture is None:
            return
        self._forget()
        settings = tree.settings(self.now, 0).changed(guidance=1.0)
        request = Invert(self.desk.state.model, picture, settings, self.rounds.value())
        self.running = True
        self._stamp = self.desk.submit(request, INVERT, JOB, self.tr("Inverting"))
        self._show_state()

    def receive(self, result: Result) -> None:
        """One more evaluation, or what was found."""
        self.choice.receive(result)
        if result.slot != INVERT or result.stamp != self._stamp:
            return
        frame = result.frame
        if frame is not None and "rebuilt" in frame.images:
            self._show_found(frame)
        elif frame is not None:
            self._show_way(frame)
        if result.done:
            self.running = False
            self._show_state()

    def _show_way(self, frame: Frame) -> None:
        self.progress.show_progress(frame.index + 1, frame.total - 1)
        canvases = self.panes.canvases
        for part, name in (("two", "x_t"), ("three", "x0")):
            canvases[part].set_image(frame.images[name][0])
        note = self.tr("σ {s}").format(s=f"{frame.values['sigma']:.2f}")
        self.panes.set_title("two", self.tr("x_t on the way"), note)
        self.panes.set_title("three", self.tr("predicted x0"))

    def _show_found(self, frame: Frame) -> None:
        values = frame.values
        self._found = values["settings"]
        names = ("original", "rebuilt", "difference")
        for part, name in zip(("one", "two", "three"), names, strict=True):
            self.panes.canvases[part].set_image(frame.images[name][0])
        db, coded = _decibels(values["psnr"]), values["coded_psnr"]
        note = self.tr("PSNR {db} dB").format(db=db)
        best = self.tr("autoencoder: {db} dB")
        least = "" if coded is None else best.format(db=_decibels(coded))
        self.panes.set_title("one", self.tr("your picture"), least)
        self.panes.set_title("two", self.tr("made again"), note)
        self.panes.set_title("three", self.tr("difference"))
        self.result.set_texts(
            self.tr("Round trip: PSNR {db} dB, MSE {mse}").format(
                db=db, mse=f"{values['mse']:.5f}"
            ),
            self.tr("noise spread {spread} (1 is usual)").format(spread=f"{values['spread']:.3f}"),
            self.tr("{n} evaluations").format(n=values["evaluations"]),
        )

    def _use(self) -> None:
        """The run that makes the picture again."""
        found = self._found
        if found is not None:
            view = replace(tree.cleared(self.now), settings=found, picture=None, shown=-1)
            self.desk.settle()
            replant(self.desk, view)
            self.desk.settle()
            self.wanted.emit("curves")

    def _cancelled(self, slot: str, title: str) -> None:
        if slot == INVERT and not title:
            self.running = False
            self._show_state()

    def _forget(self) -> None:
        self._found = None
        self.result.set_texts("")
        self.progress.setValue(0)
        self.panes.set_title("one", self.tr("your picture"))
        self.panes.set_title("two", self.tr("x_t on the way"))
        self.panes.set_title("three", self.tr("predicted x0"))
        self.panes.clear()

    def _show_state(self) -> None:
        self.start.setText(self.tr("Cancel") if self.running else self.tr("Invert"))
        self.start.setEnabled(self.now.picture is not None)
        self.use.setEnabled(self._found is not None)


def _decibels(value: float) -> str:
    return "∞" if math.isinf(value) else f"{value:.1f}"
