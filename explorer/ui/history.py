"""The history strip: earlier states as pictures, to go back to, to pin, to hold side by side.

It costs nothing while it is hidden, and while something moves: a picture is taken once the engine
has nothing left to do. Those that were never seen here (of a session that was opened, of edits that
came too fast) are then made one at a time where one pass of a network is enough; the others say why
they have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.errors import ExplorerError
from explorer.sampling import JOB, Request, Result
from explorer.session import Pin, State
from explorer.session.plan import plan
from explorer.ui.clipboard import latent_of
from explorer.ui.compare import show_compared
from explorer.ui.desk import Desk
from explorer.ui.entry_pictures import maker, picture_of
from explorer.ui.failures import said
from explorer.ui.pictures_seen import PicturesSeen
from explorer.ui.widgets.history_strip import SIDE, Row, Strip

if TYPE_CHECKING:
    from explorer.ui.widgets.canvas import Canvas

SLOT = "history.picture"
# Entries drawn; older ones are reached by undo.
MOST = 200
_STILL_MS = 200


class History(QWidget):
    """Pinned states, earlier and undone ones, and buttons to pin and compare."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.seen = PicturesSeen()
        self._canvas: Canvas | None = None
        self._first = 0
        self._pinned: tuple[Pin, ...] = ()  # as drawn: the state's may be others since
        self._calm: State | None = None
        self._drawn_for: State | None = None
        self._asked: State | None = None
        self._failed: dict[Request, str] = {}
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self.look)
        self.pins = Strip(
            self.tr("Pinned states"), self.tr("Click: go to it; Ctrl+click: choose two"), self
        )
        self.pins.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.entries = Strip(
            self.tr("History"),
            self.tr("Click: go back to this state; drag: a key frame, onto the timeline"),
            self,
        )
        self.pin = self._button(self.tr("Pin"), self.tr("Keep the present state (Ctrl+D)"))
        self.unpin = self._button(self.tr("Unpin"), self.tr("Let go of the chosen pins (Delete)"))
        self.compare = self._button(
            self.tr("Compare"),
            self.tr("Two chosen pins side by side, with their difference; one: beside the present"),
        )
        self._connect()
        self._lay_out()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def _connect(self) -> None:
        self.entries.chosen.connect(self._go)
        self.pins.chosen.connect(self._go_to_pin)
        self.pins.itemSelectionChanged.connect(self._show_buttons)
        self.pin.clicked.connect(self.pin_present)
        self.unpin.clicked.connect(self._unpin)
        self.compare.clicked.connect(self._compare)
        self.pins.deleted.connect(self._unpin)
        self.entries.carried = self._latent_of_entry
        self.pins.carried = self._latent_of_pin
        self._desk.store.observe(self._changed)
        self._desk.bridge.arrived.connect(self._arrived)
        for strip in (self.pins, self.entries):
            strip.horizontalScrollBar().valueChanged.connect(lambda _: self._await())

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self.pin, self.unpin, self.compare):
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addLayout(buttons)
        row.addWidget(self.pins, 1)
        row.addWidget(self.entries, 3)
        self._none = QLabel(self.tr("Nothing is pinned"), self.pins)
        self._none.setProperty("role", "quiet")
        self._none.move(10, SIDE // 2)

    # -- what it shows --------------------------------------------------------------------------

    def watch(self, canvas: Canvas | None) -> None:
        """The canvas whose picture belongs to the present state."""
        self._canvas = canvas
        self._calm = None
        self._await()

    def _changed(self, new: State, old: State) -> None:
        self._calm = None
        if self._asked is not None:
            self._asked = None
            self._desk.cancel(SLOT)
        self._await()

    def _await(self) -> None:
        if self.isVisible():
            self._still.start()

    def showEvent(self, event: QShowEvent) -> None:
        """From here on it follows; what could not be made is tried again."""
        super().showEvent(event)
        self._failed.clear()
        self._still.start()

    def look(self) -> None:
        """Take the present picture, and draw; later, while something moves."""
        if not self.isVisible():
            return
        state = self._desk.state
        idle = self._desk.bridge.idle
        if not idle or self._calm is not state:
            # Idle twice: the first time, the last answer may still be on its way to the canvas.
            if self._drawn_for is not state:
                self._draw()  # what is known already
            self._calm = state if idle else None
            self._still.start()
            return
        if self._canvas is not None and self._canvas.image is not None:
            self.seen.keep(self._desk.state, self._canvas.image)
        self._draw()
        self._ask()

    def _ask(self) -> None:
        """The next picture that is missing on screen: nothing waits for it."""
        for state in self._on_screen():
            request = None if self.seen.small(state) is not None else self._maker(state)
            if request is not None and not isinstance(request, str):
                self._asked = state
                self._desk.submit(request, SLOT, JOB)
                return

    def _on_screen(self) -> Iterator[State]:
        pins, states = self._pinned, self._desk.store.history
        yield from (pins[row].state for row in self.pins.rows_seen() if row < len(pins))
        places = (self._first + row for row in self.entries.rows_seen())
        yield from (states[place] for place in places if place < len(states))

    def _maker(self, state: State) -> Request | str:
        """What makes its picture, or why there is none."""
        request = maker(state, self._desk.bridge.engine.open_models)
        return request if isinstance(request, str) else self._failed.get(request, request)

    def _arrived(self, result: Result) -> None:
        state = self._asked
        if result.slot != SLOT or state is None or result.request != plan(state):
            return
        self._asked = None
        if result.frame is not None:
            self.seen.keep(state, picture_of(result.request, result.frame))
        elif result.error is not None:
            words = self.tr("Its picture could not be made: {reason}")
            self._failed[result.request] = words.format(reason=said(result.error.cause))
        else:
            return  # an end without an answer: to ask once more would bring no other
        self._draw()
        self._ask()  # the others, whatever became of this one

    def _draw(self) -> None:
        store = self._desk.store
        self._drawn_for = store.state
        states = store.history
        self._first = max(0, store.place - MOST + 1)
        shown = states[self._first : self._first + MOST]
        here = store.place - self._first
        self.entries.fill([self._row(self._entry_title(n - here), s) for n, s in enumerate(shown)])
        self.entries.setCurrentRow(here)
        self.entries.scrollToItem(self.entries.item(here))
        self._pinned = self._desk.state.pins
        self.pins.fill([self._row(pin.title, pin.state) for pin in self._pinned])
        self._none.setVisible(not self._pinned)
        self._show_buttons()

    def _row(self, title: str, state: State) -> Row:
        """With why there is no picture, where there is none."""
        picture = self.seen.small(state)
        if picture is not None:
            return Row(title, picture)
        request = self._maker(state)
        coming = self.tr("Its picture comes as soon as nothing else runs")
        why = request if isinstance(request, str) else coming
        return Row(title, None, why, later=request is not why)

    def _entry_title(self, away: int) -> str:
        if away == 0:
            return self.tr("Now")
        text = self.tr("{count} back") if away < 0 else self.tr("{count} forward")
        return text.format(count=abs(away))

    def _show_buttons(self) -> None:
        chosen = len(self.pins.selectedItems())
        self.unpin.setEnabled(chosen > 0)
        self.compare.setEnabled(chosen in {1, 2})

    def _latent_of_entry(self, row: int) -> str:
        states = self._desk.store.history
        place = self._first + row
        return self._latent(states[place]) if place < len(states) else ""

    def _latent_of_pin(self, row: int) -> str:
        pins = self._pinned
        return self._latent(pins[row].state) if row < len(pins) else ""

    def _latent(self, state: State) -> str:
        """What the Interpolate timeline, among others, takes; "" for what has no latent."""
        spec = self._desk.spec
        if spec is None or state.model != self._desk.state.model:
            return ""
        try:
            return latent_of(state, spec)
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return ""

    # -- what it does ---------------------------------------------------------------------------

    def _go(self, row: int) -> None:
        self._desk.go(self._first + row - self._desk.store.place)

    def _go_to_pin(self, row: int) -> None:
        """An entry of its own, unless several are being chosen."""
        pins, desk = self._pinned, self._desk
        if row < len(pins) and len(self.pins.selectedItems()) == 1:
            state = pins[row].state
            desk.when_open(state.model, lambda: desk.become(replace(state, pins=desk.state.pins)))

    def pin_present(self) -> None:
        """Keep the present state, whatever undo does."""
        state = self._desk.state
        here = self._calm is state if self.isVisible() else self._desk.bridge.idle
        if here and self._canvas is not None and self._canvas.image is not None:
            self.seen.keep(state, self._canvas.image)  # else it is an earlier one still
        taken, name = {pin.title for pin in state.pins}, self.tr("Pin {number}")
        title = next(t for n in count(1) if (t := name.format(number=n)) not in taken)
        pin = Pin(title, replace(state, pins=()))
        self._desk.store.edit(replace(state, pins=(*state.pins, pin)), record=False)

    def _chosen(self) -> list[Pin]:
        """Those that are still pinned: a session that opens has others before they are drawn."""
        rows = sorted(self.pins.row(item) for item in self.pins.selectedItems())
        here = self._desk.state.pins
        return [self._pinned[row] for row in rows if self._pinned[row] in here]

    def _unpin(self) -> None:
        gone, state = self._chosen(), self._desk.state
        kept = tuple(pin for pin in state.pins if pin not in gone)
        self.pins.clearSelection()
        if kept != state.pins:
            self._desk.become(replace(state, pins=kept))  # an entry, so that undo brings them back

    def _compare(self) -> None:
        pictures = [(pin.title, self.seen.find(pin.state)) for pin in self._chosen()]
        if len(pictures) == 1 and self._canvas is not None:
            pictures.append((self.tr("Now"), self._canvas.image))
        found = [(title, picture) for title, picture in pictures if picture is not None]
        if len(found) == 2:
            show_compared(self.window(), found[0], found[1])
        else:
            self._desk.said.emit(self.tr("Go to both pins once, so that their pictures are made."))
