"""Denoise: a diffusion model's run, every step as it is computed, and all of it under a scrubber.

The panes follow the newest step until the user takes hold of the scrubber. Scrubbing shows the
frames that came, and asks the engine for nothing. Only panes and ticks are painted at every step;
numbers and curves follow some twenty times a second, since a step may last no longer than painting
all of it would.
"""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.sampling import JOB, Result
from explorer.sampling.requests import Denoise as Run
from explorer.session import State
from explorer.session.plan import denoising
from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.curves import Curves, Lane
from explorer.ui.widgets.player import FASTEST, Player
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.run_panel import RunPanel
from explorer.ui.widgets.scrubber import Scrubber
from explorer.ui.widgets.transport import Transport

RUN = "denoise.run"
PARTS = ("x_t", "x0", "noise")
_LAZY_MS = 50
# A run begins this long after the guidance slider last moved, while it is held.
_PAUSE_MS = 80
_SIDE = 256
_RATE = 12.0


class Denoise(View):
    """The run's view. Slot: denoise.run."""

    name: ClassVar[str] = "denoise"
    title: ClassVar[str] = "Denoise"
    tip: ClassVar[str] = "Watch and scrub how a diffusion model turns noise into a picture"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.record: Record | None = None
        self.running = False
        self._request: Run | None = None
        self._stamp = 0
        self._spent = (0.0, 0)  # milliseconds, and the evaluations they went into
        self._make_panes()
        self.scrubber, self.curves = Scrubber(self), Curves(self._lanes(), self)
        self.panel = RunPanel(self)
        self._make_bar()
        self._another = QAction(self.tr("Another seed"), self)
        self._another.setShortcut(QKeySequence("R"))
        self._another.triggered.connect(self.panel.randomise)
        self.player = Player(self)
        self._lazy = QTimer(self, singleShot=True, interval=_LAZY_MS)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    # -- laying out -----------------------------------------------------------------------------

    def _make_panes(self) -> None:
        titles = (
            self.tr("x_t, what the network sees"),
            self.tr("predicted x0"),
            self.tr("predicted noise, grey is none"),
        )
        waits = (self.tr("Open a diffusion model, such as digits-ddpm."), "", "")
        self.panes: dict[str, Canvas] = {}
        for part, title, empty in zip(PARTS, titles, waits, strict=True):
            pane = Canvas(title, empty, self)
            pane.hovered.connect(partial(pane.set_caption, title))
            self.panes[part] = pane
        self.finished = Canvas(self.tr("finished picture"), self.tr("Comes last."), self)
        self.finished.setFixedSize(_SIDE, _SIDE + 22)
        self.panes["x_t"].link(self.panes["x0"], self.panes["noise"], self.finished)

    def _lanes(self) -> tuple[Lane, ...]:
        return (
            Lane(
                "σ",
                self.tr("σ: share of noise in x_t, 0 to 1 (α² + σ² = 1)"),
                lambda v: f"{v:.3f}",
                0.0,
                1.0,
            ),
            Lane(
                self.tr("log-SNR"),
                self.tr("log-SNR: natural logarithm of α² / σ²"),
                lambda v: f"{v:+.2f}".replace("-", "\N{MINUS SIGN}"),
                -5.0,
                5.0,
            ),
            Lane(
                self.tr("x0 change"),
                self.tr("x0 change: of x0 as shown, root mean square, grey levels of 255"),
                lambda v: self.tr("{change} levels").format(change=f"{v:.1f}"),
                0.0,
                1.0,
            ),
        )

    def _make_bar(self) -> None:
        words = (
            self.tr("First evaluation"),
            self.tr("Back one evaluation"),
            self.tr("Forward one evaluation"),
            self.tr("Last evaluation"),
        )
        self.transport = Transport(words, self)
        self.readout = Readout(
            [
                self.tr("evaluation {i} of {n}").format(i=9999, n=9999),
                self.tr("step {i} of {n}").format(i=9999, n=9999),
                self.tr("t {t} of {n}").format(t="999.9", n=1000),
            ],
            self,
        )
        self.readout.setAccessibleName(self.tr("Evaluation, solver step and timestep"))
        self.readout.setToolTip(
            self.tr(
                "evaluation: of the network; step: of the solver, which may take two evaluations\n"
                "t: timestep on the training scale, from T (all noise) to 0 (clean)"
            )
        )
        self.rate = QDoubleSpinBox(self)
        self.rate.setRange(1, FASTEST)
        self.rate.setDecimals(0)
        self.rate.setValue(_RATE)
        self.rate.setSuffix(self.tr(" per second"))
        self.rate.setAccessibleName(self.tr("Evaluations a second when playing"))
        self.rate.setToolTip(self.tr("Evaluations a second when playing"))

    def _lay_out(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(12)
        for pane in self.panes.values():
            panes.addWidget(pane, 1)
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self.transport)
        bar.addWidget(self.readout, 1)
        bar.addWidget(self.rate)
        record = QVBoxLayout()
        record.setSpacing(2)
        record.addWidget(self.scrubber)
        record.addWidget(self.curves)
        column = QVBoxLayout()
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        column.addLayout(panes, 1)
        column.addLayout(bar)
        column.addLayout(record)
        title = QLabel(self.tr("Run"), self)
        title.setProperty("role", "title")
        side = QVBoxLayout()
        side.setContentsMargins(0, 8, 8, 8)
        side.setSpacing(8)
        side.addWidget(self.finished)
        side.addWidget(title)
        side.addWidget(self.panel)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(column, 1)
        row.addLayout(side)

    def _connect(self) -> None:
        for canvas in (*self.panes.values(), self.finished):
            canvas.failed.connect(self.desk.failed)
        self.panes["x_t"].painted.connect(lambda: self.desk.meter.shown(RUN))
        self.scrubber.scrubbed.connect(self._scrub)
        self.scrubber.released.connect(self.desk.settle)
        self.panel.changed.connect(self._change)
        self.panel.settled.connect(self._settle)
        self.panel.cancel.connect(self.cancel)
        self.panel.resume.connect(self._start)
        self.transport.toggled.connect(self.toggle)
        self.transport.first.connect(lambda: self._scrub(0))
        self.transport.back.connect(lambda: self._step(-1))
        self.transport.forward.connect(lambda: self._step(1))
        self.transport.last.connect(lambda: self._show_evaluation(-1))
        self.rate.valueChanged.connect(self.player.set_rate)
        self.player.set_rate(_RATE)
        self.player.due.connect(self._due)
        self.player.running_changed.connect(self.transport.set_playing)
        self._lazy.timeout.connect(self._show_numbers)
        self._soon.timeout.connect(self._start)

    # -- what the window tells ------------------------------------------------------------------

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes its picture in steps."""
        return "step" in spec.capabilities

    def commands(self) -> list[QAction]:
        """Playing, another seed."""
        return [*self.transport.commands(), self._another]

    @property
    def canvas(self) -> Canvas:
        """The pane with the keyboard, or the finished picture."""
        return next((p for p in self.panes.values() if p.hasFocus()), self.finished)

    def opened(self, spec: Spec) -> None:
        """Another model: its classes, and no record yet."""
        self.player.stop()
        self.panel.set_conditions(spec.conditions)
        self._request, self.record = None, None
        for canvas in (*self.panes.values(), self.finished):
            canvas.set_image(None)
        self.panes["x_t"].set_empty(self.tr("The run begins as soon as the model is ready."))
        self.scrubber.set_plan(0, 1)
        self.curves.set_plan(0)
        self.readout.set_texts("")

    def refresh(self, state: State, old: State | None) -> None:
        """Run what changed; show the evaluation that is chosen."""
        if self.desk.spec is None or not self.suits(self.desk.spec):
            return
        if old is None:
            self.scrubber.setFocus()
        if old is None or old.denoising.settings != state.denoising.settings:
            self.panel.show_settings(state.denoising.settings)
        request = denoising(state)
        paused = old is None and self.record is not None and not self.record.complete
        if request != self._request or (paused and not self.running):
            if self.panel.guidance.isSliderDown():
                self._soon.start()
            else:
                self._start()
        if old is None or old.denoising.shown != state.denoising.shown:
            self._show()

    def closing(self) -> None:
        """What came is kept, and shown again when the view comes back."""
        self.player.stop()
        self.cancel()

    # -- the run --------------------------------------------------------------------------------

    def _start(self) -> None:
        """Run the state's settings; a run that was stopped goes on where it was."""
        self._soon.stop()
        self.player.stop()
        request = denoising(self.desk.state)
        if self._request == request:
            request = self._request  # the record is of this very one
        self._request = request
        self.running = True
        self._spent = (0.0, 0)
        self._stamp = self.desk.submit(request, RUN, JOB)
        if self.finished.image is not None and not self._is_of(request):
            self.finished.set_caption(self.tr("finished picture"), self.tr("of the run before"))
        self._show_numbers()

    def _is_of(self, request: Run) -> bool:
        """Whether the record is of this run."""
        return self.record is not None and self.record.request is request

    def cancel(self) -> None:
        """Stop the run; the evaluations that came stay."""
        self._soon.stop()
        if self.running:
            self.running = False
            self._stamp = 0
            self.desk.cancel(RUN)
            self._show_numbers()

    def receive(self, result: Result) -> None:
        """One more evaluation, or the end."""
        if result.slot != RUN or result.stamp != self._stamp:
            return
        self._take(result)
        if result.done:
            self.running = False
            self._show_numbers()

    def _take(self, result: Result) -> None:
        frame, request = result.frame, self._request
        if frame is None or request is None:
            return
        if self.record is None or not self._is_of(request):
            self.record = Record(request)
            self.scrubber.set_plan(frame.total - 1, self.record.stride)
            self.curves.set_plan(frame.total - 1)
        if not self.record.take(frame):
            return
        if self.record.complete:
            self.finished.set_image(self.record.picture)
            self.finished.set_caption(self.tr("finished picture"))
            return
        self._spent = (self._spent[0] + result.milliseconds, self._spent[1] + 1)
        self.scrubber.add(self.record.levels[-1])
        shown = self.desk.state.denoising.shown
        if shown < 0 or self.record.newest <= shown:
            self._show_panes()
        if not self._lazy.isActive():
            self._lazy.start()

    # -- what is shown --------------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """The evaluation on the screen, or -1 where there is none."""
        if self.record is None:
            return -1
        chosen = self.desk.state.denoising.shown
        return self.record.newest if chosen < 0 else min(chosen, self.record.newest)

    def _show_panes(self) -> None:
        index = self.shown
        if self.record is None or index < 0:
            return
        images = self.record.frames[index].images
        for part, pane in self.panes.items():
            pane.set_image(images[part][0])
        self.scrubber.show_value(index)

    def _show(self) -> None:
        self._show_panes()
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Numbers, curves, progress."""
        self._lazy.stop()
        record = self.record
        if record is None:
            self.panel.show_run(0, 0, self.running, False, "")
            return
        self.curves.add(record.levels, record.log_snrs, record.changes)
        self.curves.set_cursor(self.shown)
        self._show_readout(record)
        if self.running and record.request is not self._request:
            self.panel.show_run(0, 0, True, False, "")
            return
        done, running = len(record.frames), self.running
        self.panel.show_run(done, record.planned, running, record.complete, self._left(record))

    def _show_readout(self, record: Record) -> None:
        index = self.shown
        if index < 0:
            return
        values = record.frames[index].values
        steps = self.scrubber.step_of(record.planned - 1)
        self.readout.set_texts(
            self.tr("evaluation {i} of {n}").format(i=index + 1, n=record.planned),
            self.tr("step {i} of {n}").format(i=self.scrubber.step_of(index), n=steps),
            self.tr("t {t} of {n}").format(
                t=f"{values['timestep']:g}", n=values["train_timesteps"]
            ),
        )

    def _left(self, record: Record) -> str:
        """The time that the rest will take, where it is worth saying."""
        spent, count = self._spent
        seconds = spent / max(1, count) * (record.planned - len(record.frames)) / 1000
        if not self.running or seconds < 2:
            return ""
        return self.tr(", {s} s left").format(s=round(seconds))

    # -- what the user does ---------------------------------------------------------------------

    def _change(self, field: str, value: Any) -> None:
        settings = self.desk.state.denoising.settings.changed(**{field: value})
        self.desk.edit("denoising", f"denoise.{field}", settings=settings)

    def _settle(self) -> None:
        self.desk.settle()
        if self._soon.isActive():
            self._start()

    def _scrub(self, index: int) -> None:
        """Show an evaluation; the newest one means to follow."""
        self.player.stop()
        self._show_evaluation(index)

    def _show_evaluation(self, index: int, record: bool = True) -> None:
        if self.record is None or not self.record.frames:
            return
        shown = -1 if index < 0 or index >= self.record.newest else index
        self.desk.edit("denoising", "denoise.shown", record, shown=shown)

    def _step(self, by: int) -> None:
        self.player.stop()
        self._show_evaluation(max(0, self.shown + by))

    def toggle(self) -> None:
        """Play from here, or from the start where this is the end; or pause."""
        if self.record is None or not self.record.frames:
            return
        if not self.player.running and self.shown == self.record.newest:
            self._show_evaluation(0, record=False)
        self.player.toggle()

    def _due(self, by: int) -> None:
        if self.record is None:
            return
        index = self.shown + by
        if index >= self.record.newest:
            self.player.stop()
        self._show_evaluation(index, record=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Left and Right step, Home and End go to the ends, Escape stops the run."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Home:
            self._scrub(0)
        elif key == Qt.Key.Key_End:
            self.player.stop()
            self._show_evaluation(-1)
        elif key == Qt.Key.Key_Escape and self.running:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key held down is one entry of the history."""
        if not event.isAutoRepeat():
            self.desk.settle()
        super().keyReleaseEvent(event)
