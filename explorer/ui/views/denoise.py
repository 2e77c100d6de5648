"""Denoise: a diffusion model's run, every step as it is computed, and all of it under a scrubber.

The panes follow the newest step until the user takes hold of the scrubber. Scrubbing shows the
frames that came, and asks the engine for nothing. Only the panes are painted at every step; ticks,
numbers and curves follow six times a second, since a small network's step takes hardly longer
than painting all of it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.sampling import Result
from explorer.sampling.requests import Denoise as Run
from explorer.session import State, tree
from explorer.session.plan import denoising
from explorer.session.state import Denoising
from explorer.ui.branching import replant
from explorer.ui.denoise import deck
from explorer.ui.denoise.pages import Pages
from explorer.ui.denoise.playback import Playback
from explorer.ui.denoise.runs import RUN, Runs
from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.views import kinds
from explorer.ui.views.base import View
from explorer.ui.widgets.beside import Beside
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.record_deck import RecordDeck
from explorer.ui.widgets.run_panel import RunPanel
from explorer.ui.widgets.step_panes import StepPanes
from explorer.ui.widgets.surface import ControlsColumn

_LAZY_MS = 160
# A run begins this long after the guidance slider last moved, while it is held.
_PAUSE_MS = 80
# At 1280 pixels this leaves three panes in which 32 pixels show eight times enlarged.
_SIDE = 216


class Denoise(kinds.Denoise, View):
    """The run's view. Slots: those of its runs and of its pages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._request: Run | None = None
        self._note = ""
        empty = self.tr("Open a diffusion model, such as digits-ddpm.")
        self.pictures, self.panel = StepPanes(deck.parts(self), empty, self), RunPanel(self)
        self.deck = RecordDeck(
            deck.words(self), deck.lanes(self), self._tell, partial(deck.describe, self), self
        )
        self.runs = Runs(desk, (*self.deck.keys, *deck.TIMES), self)
        self.pages = Pages(desk, self.runs, self.pictures, self.deck.graph, self)
        self.panes = self.pictures.canvases
        self.finished = Canvas(self.tr("finished picture"), self.tr("Comes last."), self)
        self.finished.setFixedSize(_SIDE, _SIDE + 22)
        self.pictures.link(self.finished)
        self.scrubber, self.curves = self.deck.scrubber, self.deck.curves
        self.transport, self.readout = self.deck.transport, self.deck.readout
        self._another = QAction(self.tr("Another seed"), self)
        self._another.setShortcut(QKeySequence("R"))
        self._another.triggered.connect(self.panel.randomise)
        self.playback = Playback(desk, self.runs, self.deck, self)
        self.player = self.playback.player
        self._lazy = QTimer(self, singleShot=True, interval=_LAZY_MS)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    # -- laying out -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        main = QWidget(self)
        column = QVBoxLayout(main)
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(self.pages.stage, 1)
        column.addWidget(self.deck)
        self.deck.below.addWidget(self.pages.tabs)
        self.title_label = QLabel(self.tr("Run"), self)
        self.title_label.setProperty("role", "title")
        side = ControlsColumn(self)
        side.box.addWidget(self.finished)
        side.box.addWidget(self.title_label)
        side.box.addWidget(self.panel)
        self.panel.setFixedWidth(_SIDE)
        side.box.addStretch(1)
        row = Beside(self)
        row.addWidget(main)
        row.addWidget(side)

    def _connect(self) -> None:
        for part in (self.pictures, self.finished):
            part.failed.connect(self.desk.failed)
        self.runs.grew.connect(self._grew)
        self.runs.stopped.connect(lambda _: self._show_numbers())
        self.runs.looked.connect(self._looked)
        self.pages.released.connect(self._catch_up)
        self.finished.hovered.connect(self._hovered)
        self.pictures.painted.connect(lambda: self.desk.meter.shown(RUN))
        self.panel.changed.connect(self._change)
        self.panel.settled.connect(self._settle)
        self.panel.cancel.connect(self.cancel)
        self.panel.resume.connect(self._start)
        self._lazy.timeout.connect(self._show_numbers)
        self._soon.timeout.connect(self._start)

    # -- what the window tells ------------------------------------------------------------------

    def take(self, picture: Picture) -> bool:
        """Put noise on a picture, or invert it."""
        self.pages.take(picture)
        return True

    def commands(self) -> list[QAction]:
        """Playing, another seed, what the pages offer."""
        return [*self.transport.commands(), self._another, *self.pages.commands()]

    @property
    def canvas(self) -> Canvas:
        """The pane with the keyboard, or the finished picture."""
        return self.pages.canvas or self.finished

    def opened(self, spec: Spec) -> None:
        """Another model: its classes, and no record yet."""
        self.player.stop()
        self.panel.set_words(spec.words)
        self.panel.set_conditions(spec.conditions)
        self._request = None
        self.runs.clear()
        self.pictures.clear()
        self.finished.set_image(None)
        self._note = ""
        self._hovered("")
        self.pictures.set_empty(
            self.tr("The first run begins when its solver is loaded, in some seconds.")
        )
        self.deck.begin(0)
        self.pages.opened(spec)

    def refresh(self, state: State, old: State | None) -> None:
        """Run what changed; show the evaluation that is chosen."""
        if self.desk.spec is None or not self.suits(self.desk.spec):
            return
        if old is None:
            self.scrubber.setFocus()
        now = state.denoising
        was = None if old is None else old.denoising
        if was is None or replace(was, shown=now.shown) != now:
            self._show_settings(now)
        paused = old is None and self.record is not None and not self.record.complete
        if self.pages.holds:
            self._soon.stop()
            self._outdate()
        elif denoising(state) != self._request or (paused and not self.running):
            if self.panel.guidance.isSliderDown():
                self._soon.start()
            else:
                self._start()
        else:
            self._outdate()
        self.pages.refresh(state, old)
        if old is None or old.denoising.shown != now.shown:
            self._show()

    def _show_settings(self, now: Denoising) -> None:
        self.panel.show_settings(tree.settings(now, now.current))
        run = self.tr("Run {n}").format(n=now.current)
        self.title_label.setText(run if now.branches else self.tr("Run"))

    def closing(self) -> None:
        """What came is kept, and shown again when the view comes back."""
        self.player.stop()
        self.cancel()
        self.pages.closing()

    # -- the run --------------------------------------------------------------------------------

    @property
    def record(self) -> Record | None:
        """What is known of the run on the screen."""
        return self.runs.current

    @property
    def running(self) -> bool:
        """Whether the run of the settings is under way."""
        return self.runs.running(RUN)

    def _start(self) -> None:
        """Run the state's settings; a run that was stopped goes on where it was."""
        self._soon.stop()
        self.player.stop()
        self._request = denoising(self.desk.state)
        record = self.runs.start(self._request)
        if record is not None and record is not self.record:
            self._adopt(record)
        elif record is not self.record:
            self._outdate()
        self._show_numbers()

    def _outdate(self) -> None:
        """The finished picture is of the run before, if another one is meant now."""
        record = self.record
        own = record is not None and record.complete
        own = own and record is not None and record.request == denoising(self.desk.state)
        before = not own and self.finished.image is not None
        note = self.tr("earlier run") if before else ""
        if note != self._note:
            self._note = note
            self._hovered("")

    def _catch_up(self) -> None:
        """The run of what was chosen on a page that held it back."""
        if denoising(self.desk.state) != self._request:
            self._start()

    def _adopt(self, record: Record) -> None:
        """Show another run's record from now on."""
        self.runs.current = record
        self.deck.begin(record.planned, record.strides)
        if record.complete:
            self._finish(record)
        else:
            self._outdate()
        self._show_panes()

    def _finish(self, record: Record) -> None:
        self.finished.set_image(record.picture)
        self._note = ""
        self._hovered("")

    def cancel(self) -> None:
        """Stop the run; the evaluations that came stay."""
        self._soon.stop()
        self.runs.cancel(RUN)

    def receive(self, result: Result) -> None:
        """One more evaluation, or the end."""
        if not self.runs.receive(result):
            self.pages.receive(result)

    def _grew(self, record: Record) -> None:
        if record.request != self._request:
            return
        if record is not self.record:
            self._adopt(record)
        if record.complete:
            self._finish(record)
            return
        shown = self.desk.state.denoising.shown
        if shown < 0 or record.newest <= shown:
            self._show_panes()
        if not self._lazy.isActive():
            self._lazy.start()

    def _looked(self, record: Record, index: int) -> None:
        if record is self.record and index == self.shown:
            self._show_panes()

    # -- what is shown --------------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """The evaluation on the screen, or -1 where there is none."""
        return self.runs.at

    def _hovered(self, text: str) -> None:
        """The pixel under the cursor, else whose picture it is."""
        self.finished.set_caption(self.tr("finished picture"), text or self._note)

    def _show_panes(self) -> None:
        index, record = self.shown, self.record
        if record is None or index < 0:
            return
        frame, note = record.frame(index), ""
        if frame is None:  # the nearest there is, until the very one is made again
            nearest = record.nearest(index)
            frame, note = record.frame(nearest), self.tr("of {i}").format(i=nearest + 1)
            self.runs.look(record, index)
        if frame is not None:
            self.pictures.show_step(frame.images)
            self.pictures.set_note("x_t", note)

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
        self.deck.show_numbers(record, self.shown)
        if self.running and record.request != self._request:
            self.panel.show_run(0, 0, True, False, "")
            return
        seconds = self.runs.seconds_left()
        left = self.tr(", {s} s left").format(s=round(seconds)) if seconds >= 2 else ""
        self.panel.show_run(record.done, record.planned, self.running, record.complete, left)
        self.pages.moved()

    def _tell(self, index: int) -> str:
        return deck.tell(self, self.record, index)

    # -- what the user does ---------------------------------------------------------------------

    def _change(self, field: str, value: Any) -> None:
        """Another recipe for the run on the screen; what grew from it goes."""
        view = self.desk.state.denoising
        changes = {field: value}
        if field == "seed" and tree.settings(view, view.current).start is not None:
            changes["start"] = None  # another seed means noise of its own
        replant(self.desk, tree.revise(view, view.current, **changes), f"denoise.{field}")

    def _settle(self) -> None:
        self.desk.settle()
        if self._soon.isActive():
            self._start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Left and Right step, Home and End go to the ends, Escape stops the run."""
        if self.playback.key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.running:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key held down is one entry of the history."""
        if not event.isAutoRepeat():
            self.desk.settle()
        super().keyReleaseEvent(event)
