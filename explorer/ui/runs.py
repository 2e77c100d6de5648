"""The runs of a view, of noise or of stages: what is computed, and the records of what was.

The engine computes; here is what came of it. A run that was seen before is shown again at once, and
a run that was stopped goes on where it was.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from explorer.sampling import JOB, Frame, Request, Result
from explorer.ui.desk import Desk
from explorer.ui.record import BUDGET, Record

# All records together: the one shown, the one beside it, and short ones.
_MOST = 2 * BUDGET


@dataclass
class Under:
    """What one slot computes: its request, the stamp it waits for, and the record once begun.

    Attributes:
        source, first: the record that holds the entries before `first` too, or None.
    """

    request: Request
    stamp: int
    record: Record | None = None
    source: Record | None = None
    first: int = 0
    spent: float = 0.0
    count: int = 0


class KeptRuns(QObject):
    """Two runs may be under way: the one shown, and the one beside it.

    Attributes:
        part: the part of the state that says which entry is shown.
        run, beside: the slots of the two.
        current: the record of the run on the screen; the view sets it.

    Signals:
        grew: a Record took one more entry or its finished picture.
        stopped: (slot) its run ended, failed or was cancelled.
    """

    part: ClassVar[str]
    run: ClassVar[str]
    beside: ClassVar[str]
    grew = Signal(object)
    stopped = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under: dict[str, Under] = {}
        self._records: OrderedDict[Request, Record] = OrderedDict()
        self.current: Record | None = None

    @property
    def at(self) -> int:
        """The entry of the current run that is on the screen, or -1 where there is none."""
        if self.current is None:
            return -1
        chosen: int = getattr(self._desk.state, self.part).shown
        return self.current.newest if chosen < 0 else min(chosen, self.current.newest)

    def clear(self) -> None:
        """Another model: nothing of it is true any more."""
        for slot in tuple(self._under):
            self.cancel(slot)
        self._records.clear()
        self.current = None

    def record(self, request: Request) -> Record | None:
        """What is known of a run."""
        return self._records.get(request)

    def running(self, slot: str = "") -> bool:
        """Whether a slot's run is under way; of the run on the screen where none is named."""
        return (slot or self.run) in self._under

    def start(self, request: Request, slot: str = "") -> Record | None:
        """Compute a run unless it is there; its record, or None before the first entry."""
        slot = slot or self.run
        under, known = self._under.get(slot), self._records.get(request)
        if known is not None:
            self._records.move_to_end(request)
        if under is not None and under.request == request:
            return under.record
        if under is not None:
            self.cancel(slot)
        if known is None or not known.complete:
            source, first = self._shared(request) if known is None else (None, known.done)
            stamp = self._desk.submit(self._rest(request, first), slot, JOB)
            self._under[slot] = Under(request, stamp, known, source, first)
        return known

    def cancel(self, slot: str = "") -> None:
        """Stop a slot's run; the entries that came stay."""
        slot = slot or self.run
        if self._under.pop(slot, None) is not None:
            self._desk.cancel(slot)
            self.stopped.emit(slot)

    # -- what comes back ------------------------------------------------------------------------

    def receive(self, result: Result) -> bool:
        """Whether the result was of a run."""
        if result.slot not in {self.run, self.beside}:
            return False
        under = self._under.get(result.slot)
        if under is not None and under.stamp == result.stamp:
            self._receive(under, result)
        return True

    def _receive(self, under: Under, result: Result) -> None:
        if result.done:
            self._under.pop(result.slot, None)
        if result.frame is not None:
            if under.record is None:
                under.record = self._begun(under, result.frame)
            under.spent, under.count = under.spent + result.milliseconds, under.count + 1
            if under.record.take(self._kept(under.record, result.frame)):
                self.grew.emit(under.record)
        if result.done:
            self.stopped.emit(result.slot)

    def _made(self, request: Request, first: Frame) -> Record:
        """An empty record of a run whose first frame came."""
        raise NotImplementedError

    def _shared(self, request: Request) -> tuple[Record | None, int]:
        """A record that begins as the run does, and for how many entries."""
        return None, 0

    def _rest(self, request: Request, first: int) -> Request:
        """What is asked for where the entries before `first` are there; by default all of it."""
        return request

    def _kept(self, record: Record, frame: Frame) -> Frame:
        """What a record takes of a frame."""
        return frame

    def _forgotten(self, record: Record) -> None:
        """There was no more room for a record."""

    def _begun(self, under: Under, frame: Frame) -> Record:
        """A new record; those used least make room for it."""
        known = self._records.get(under.request)
        if known is not None:
            return known  # both slots run the same
        record = self._records[under.request] = self._made(under.request, frame)
        if under.source is not None:
            record.share(under.source, under.first, frame.total - 1)
            under.source = None
        used = {id(under.record) for under in self._under.values()}
        used |= {id(record), id(self.current)}
        total = sum(kept.nbytes for kept in self._records.values())
        for old, kept in list(self._records.items()):
            if total > _MOST and id(kept) not in used:
                total -= kept.nbytes
                del self._records[old]
                self._forgotten(kept)
        return record
