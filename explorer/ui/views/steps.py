"""Steps: a picture made stage by stage (sweeps, pixels, layers), every stage under a scrubber.

Panes, curves and numbers are what the model's first stage brings, so that every model that draws
by stages is shown by this one view. Scrubbing shows what came, and asks the engine for nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.sampling import Frame, Result
from explorer.session import State, tree
from explorer.session.plan import unfolding
from explorer.ui.branching import replant
from explorer.ui.denoise.playback import Playback
from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.saving_steps import StepsSaver
from explorer.ui.steps import words
from explorer.ui.steps.branches import Branches
from explorer.ui.steps.panel import StagePanel
from explorer.ui.steps.runs import RUN, Runs
from explorer.ui.views import kinds
from explorer.ui.views.base import View
from explorer.ui.widgets.beside import Beside
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.record_deck import RecordDeck
from explorer.ui.widgets.step_panes import StepPanes
from explorer.ui.widgets.surface import ControlsColumn
from explorer.ui.widgets.tabs import Tabs

_LAZY_MS = 80
_SIDE = 216
_PAGE = 148  # four curves, or the form for saving
SAVE = "steps.save"


class Steps(kinds.Steps, View):
    """The view of a run of stages. Slots: steps.run, steps.beside, steps.save."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stage, self._layout_of = "", ""
        self.panel, self.runs = StagePanel(self), Runs(desk, self)
        self.deck = RecordDeck(words.words(self), (), self._tell, self._describe, self)
        self.scrubber, self.transport = self.deck.scrubber, self.deck.transport
        self.pictures: StepPanes | None = None
        self.stage = QStackedWidget(self)  # the panes, or two runs beside each other
        self.stage.addWidget(QWidget(self))  # nothing, before the first stage
        self.finished = Canvas(self.tr("finished picture"), self.tr("Comes last."), self)
        self.finished.setFixedSize(_SIDE, _SIDE + 22)
        self.numbers = QLabel(self)
        self.numbers.setWordWrap(True)
        self.numbers.setTextFormat(Qt.TextFormat.PlainText)
        self.numbers.setAccessibleName(self.tr("Numbers of the stage shown"))
        self._another = QAction(self.tr("Another seed"), self)
        self._another.setShortcut(QKeySequence("R"))
        self._another.triggered.connect(self.panel.randomise)
        self.branches = Branches(desk, self.runs, self)
        self.stage.addWidget(self.branches.pair.panes)
        self.tabs = Tabs(_PAGE, self)
        self._add_pages()
        self.playback = Playback(desk, self.runs, self.deck, self, "unfolding")
        self._lazy = QTimer(self, singleShot=True, interval=_LAZY_MS)
        self._lay_out()
        self._connect()

    def _add_pages(self) -> None:
        """What is under the scrubber."""
        save = QWidget(self)
        self.saver = StepsSaver(
            self.desk, SAVE, lambda: unfolding(self.desk.state), save, self.tr(" stages"),
            self.tr("How many stages at most, evenly spaced over the run, 2 to 1000"),
        )  # fmt: skip
        for name, title, tip, page in (
            ("curves", self.tr("Curves"), self.tr("How the run went"), self.deck.graph),
            (
                "branches", self.tr("Branches"),
                self.tr("Leave the run at any stage and go on with something changed"),
                self.branches.page,
            ),
            (
                "film", self.tr("Save"),
                self.tr("Save the stages of the run as a strip or a film"), save,
            ),
        ):  # fmt: skip
            self.tabs.add(name, title, tip, page)
        self.deck.below.addWidget(self.tabs)
        self.tabs.chosen.connect(self.branches.turned)
        self.branches.grown.connect(lambda: self.tabs.choose("branches"))
        self.branches.staged.connect(self._set_stage)

    def _lay_out(self) -> None:
        main = QWidget(self)
        column = QVBoxLayout(main)
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(self.stage, 1)
        column.addWidget(self.deck)
        side = ControlsColumn(self)
        side.box.addWidget(self.finished)
        side.box.addWidget(self.panel)
        side.box.addWidget(self.numbers)
        side.box.addStretch(1)
        for part in (self.panel, self.numbers):
            part.setFixedWidth(_SIDE)
        row = Beside(self)
        row.addWidget(main)
        row.addWidget(side)

    def _connect(self) -> None:
        self.finished.failed.connect(self.desk.failed)
        self.finished.hovered.connect(self._hovered)
        self.runs.grew.connect(self._grew)
        self.runs.stopped.connect(self._show_numbers)
        self.panel.changed.connect(self._change)
        self.panel.settled.connect(self.desk.settle)
        self.panel.cancel.connect(self.runs.cancel)
        self.panel.resume.connect(self._start)
        self.panel.emptied.connect(lambda: self._give(None))
        self._lazy.timeout.connect(self._show_numbers)

    # -- what the window tells ------------------------------------------------------------------

    def take(self, picture: Picture) -> bool:
        """Begin with a picture, in the model's own way."""
        self._give(picture)
        return True

    def _give(self, picture: Picture | None) -> None:
        self.desk.settle()
        cleared = tree.cleared(self.desk.state.unfolding)
        replant(self.desk, replace(cleared, picture=picture, shown=-1))
        self.desk.settle()

    def commands(self) -> list[QAction]:
        """Playing, another seed, branching, saving, the pages."""
        own = (self._another, self.branches.action, self.saver.action)
        return [*self.transport.commands(), *own, *self.tabs.actions_of_mine]

    @property
    def canvas(self) -> Canvas:
        """The pane with the keyboard, else the finished picture."""
        panes = self.stage.findChildren(Canvas)
        return next((pane for pane in panes if pane.hasFocus()), self.finished)

    def opened(self, spec: Spec) -> None:
        """Another model: its controls, and no record yet."""
        self.playback.stop()
        self._stage = spec.stages.stage if spec.stages is not None else ""
        self.panel.opened(spec)
        self.branches.opened(spec)
        self.saver.panel.set_picture_size(spec.image.height, spec.image.width)
        self.runs.clear()
        if self.pictures is not None:
            self.pictures.clear()
        self.finished.set_image(None)
        self.numbers.clear()
        self.deck.begin(0)

    def refresh(self, state: State, old: State | None) -> None:
        """Run what changed; show the stage that is chosen."""
        if self.desk.spec is None or not self.suits(self.desk.spec):
            return
        if old is None:
            self.scrubber.setFocus()
            self.branches.turned(self.tabs.current)
        now, was = state.unfolding, None if old is None else old.unfolding
        if was is None or replace(was, shown=now.shown) != now:
            self.panel.show_settings(tree.settings(now, now.current), now.picture)
            self._start()
        else:
            self._show()
        self.branches.refresh(state, old)

    def closing(self) -> None:
        """What came is kept, and shown again when the view comes back."""
        self.playback.stop()
        self.runs.cancel()
        self.branches.turned("")

    # -- the run --------------------------------------------------------------------------------

    @property
    def record(self) -> Record | None:
        """What is known of the run on the screen."""
        return self.runs.current

    def _start(self) -> None:
        """Run the state's settings; a run that was stopped goes on where it was."""
        self.playback.stop()
        record = self.runs.start(unfolding(self.desk.state))
        if record is not None and record is not self.record:
            self._adopt(record)
        elif record is None:
            self._hovered("")
        self._show_numbers()

    def _adopt(self, record: Record) -> None:
        """Show another run's record from now on."""
        self.runs.current = record
        self._fit(record)
        record.read_numbers()
        stages = record.numbers[words.PLANNED][:1] or [record.planned]
        self.deck.begin(record.planned, each=stages[0] / max(record.planned, 1))
        if record.complete:
            self.finished.set_image(record.picture)
        self._hovered("")
        self._show()

    def _fit(self, record: Record) -> None:
        """Panes and curves as the record's first stage has them."""
        first = record.frame(record.nearest(0))
        if first is None:
            return
        numbers = self.runs.numbers(record, 0)
        self._offer(first)
        layout = repr(([*first.images], [number.name for number in numbers]))
        if layout == self._layout_of:
            return
        self._layout_of = layout
        self.deck.set_lanes(words.lanes(numbers), words.LEFT)
        old, parts = self.pictures, [(part, words.name(part)) for part in first.images]
        self.pictures = StepPanes(parts, "", self)
        self.pictures.failed.connect(self.desk.failed)
        self.pictures.painted.connect(lambda: self.desk.meter.shown(RUN))
        self.pictures.link(self.finished)
        for pane in self.pictures.canvases.values():
            pane.recipe, pane.more = self.desk.recipe, self.desk.more
        if old is not None:
            self.stage.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.stage.addWidget(self.pictures)
        self._set_stage()

    def _set_stage(self) -> None:
        """The pair while it is looked at, else the panes of the run."""
        shown = self.branches.stage or self.pictures
        if shown is not None:
            self.stage.setCurrentWidget(shown)

    def _offer(self, first: Frame) -> None:
        """What of the run can be saved: the panes as large as the picture, and all of them."""
        size = self.desk.spec.image if self.desk.spec is not None else None
        whole = None if size is None else (1, size.height, size.width, size.channels)
        parts = tuple(part for part, image in first.images.items() if image.shape == whole)
        offered = [(words.name(part), (part,)) for part in parts]
        self.saver.set_parts([*offered, (self.tr("all"), parts)] if len(parts) > 1 else offered)

    def receive(self, result: Result) -> None:
        """One more stage, the end, or a file that was written."""
        if result.slot.partition("/")[0] == SAVE:
            self.saver.receive(result)
        else:
            self.runs.receive(result)

    def _grew(self, record: Record) -> None:
        if record.request != unfolding(self.desk.state):
            return
        if record is not self.record:
            self._adopt(record)
        if record.complete:
            self.finished.set_image(record.picture)
            self._hovered("")
            self._show_numbers()
            return
        shown = self.desk.state.unfolding.shown
        if shown < 0 or record.newest <= shown:
            self._show_panes()
        if not self._lazy.isActive():
            self._lazy.start()

    # -- what is shown --------------------------------------------------------------------------

    def _hovered(self, text: str) -> None:
        """The pixel under the cursor, else whose picture it is."""
        record, note = self.record, ""
        stale = record is None or not record.complete
        stale = stale or (record is not None and record.request != unfolding(self.desk.state))
        if stale and self.finished.image is not None:
            note = self.tr("earlier run")
        self.finished.set_caption(self.tr("finished picture"), text or note)

    def _show(self) -> None:
        self._show_panes()
        self._show_numbers()

    def _show_panes(self) -> None:
        record, index = self.record, self.runs.at
        if record is None or index < 0 or self.pictures is None:
            return
        frame = record.frame(record.nearest(index))
        if frame is not None:
            self.pictures.show_step(frame.images)

    def _show_numbers(self) -> None:
        """Numbers, curves, progress."""
        self._lazy.stop()
        record = self.record
        if record is None or record.request != unfolding(self.desk.state):
            self.panel.show_run(0, 0, self.runs.running(), False)
            return
        index = self.runs.at
        self.deck.show_numbers(record, index)
        self.panel.show_run(record.done, record.planned, self.runs.running(), record.complete)
        self.branches.moved()
        lines = [words.said(number) for number in self.runs.numbers(record, index)]
        likely = [words.said(number) for number in self.runs.likely(record)]
        if likely:
            lines += ["", self.tr("Finished picture"), *likely]
        self.numbers.setText("\n".join(lines))

    def _describe(self, record: Record, index: int) -> tuple[str, ...]:
        return words.describe(self, self._stage, record, index)

    def _tell(self, index: int) -> str:
        record = self.record
        if record is None or index >= len(record.numbers[words.STAGE]):
            return ""
        return self._describe(record, index)[0]

    # -- what the user does ---------------------------------------------------------------------

    def _change(self, field: str, value: Any) -> None:
        """Another recipe for the run on the screen; what grew from it goes."""
        view = self.desk.state.unfolding
        changes = {field: value}
        if field == "seed" and tree.settings(view, view.current).start is not None:
            changes["start"] = None  # another seed means noise of its own
        revised = replace(tree.revise(view, view.current, **changes), shown=-1)
        replant(self.desk, revised, f"steps.{field}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Left and Right step, Home and End go to the ends, Escape stops the run."""
        if self.playback.key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.runs.running():
            self.runs.cancel()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key held down is one entry of the history."""
        if not event.isAutoRepeat():
            self.desk.settle()
        super().keyReleaseEvent(event)
