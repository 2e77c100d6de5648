"""The runs of the view: which is computed, and the records of those that were.

The engine computes; here is what came of it. A run that was seen before is shown again at once, a
run that was stopped goes on where it was, and of a long run the steps whose pictures had no room
are asked for again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from explorer.families.schedulers import SCHEDULERS, Solver
from explorer.sampling import JOB, PREVIEW, Result
from explorer.sampling.denoise_requests import Evaluation
from explorer.sampling.requests import Denoise
from explorer.ui.desk import Desk
from explorer.ui.record import BUDGET, Record
from explorer.ui.strides import Strides

RUN, BESIDE, LOOK = "denoise.run", "denoise.beside", "denoise.look"
# All records together: the one shown, the one beside it, and short ones.
_MOST = 2 * BUDGET


@dataclass
class _Under:
    """What one slot computes: its request, the stamp it waits for, and the record once begun."""

    request: Denoise
    stamp: int
    record: Record | None = None
    spent: float = 0.0
    count: int = 0


class Runs(QObject):
    """Two runs may be under way: the one shown, and the one beside it.

    Args:
        keys: names of the values that records keep of every evaluation.

    Signals:
        grew: a Record took one more evaluation or its finished picture.
        stopped: (slot) its run ended, failed or was cancelled.
        looked: (Record, index) an evaluation that was dropped is there again.
    """

    grew = Signal(object)
    stopped = Signal(str)
    looked = Signal(object, int)

    def __init__(self, desk: Desk, keys: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._keys = desk, tuple(keys)
        self.budget = BUDGET  # bytes of a record that is begun from now on
        self._under: dict[str, _Under] = {}
        self._records: OrderedDict[Denoise, Record] = OrderedDict()
        self._wanted: tuple[Record, int] | None = None
        self.current: Record | None = None  # of the run on the screen; the view sets it

    @property
    def at(self) -> int:
        """The evaluation of the current run that is on the screen, or -1 where there is none."""
        if self.current is None:
            return -1
        chosen = self._desk.state.denoising.shown
        return self.current.newest if chosen < 0 else min(chosen, self.current.newest)

    def clear(self) -> None:
        """Another model: nothing of it is true any more."""
        for slot in tuple(self._under):
            self.cancel(slot)
        self._records.clear()
        self._wanted = self.current = None

    def record(self, request: Denoise) -> Record | None:
        """What is known of a run."""
        return self._records.get(request)

    def running(self, slot: str = RUN) -> bool:
        """Whether a slot's run is under way."""
        return slot in self._under

    def start(self, request: Denoise, slot: str = RUN) -> Record | None:
        """Compute a run unless it is there; its record, or None before the first evaluation."""
        under = self._under.get(slot)
        known = self._records.get(request)
        if known is not None:
            self._records.move_to_end(request)
        if under is not None and under.request == request:
            return under.record
        if under is not None:
            self.cancel(slot)
        if known is None or not known.complete:
            stamp = self._desk.submit(request, slot, JOB)
            self._under[slot] = _Under(request, stamp, known)
        return known

    def cancel(self, slot: str = RUN) -> None:
        """Stop a slot's run; the evaluations that came stay."""
        if self._under.pop(slot, None) is not None:
            self._desk.cancel(slot)
            self.stopped.emit(slot)

    def seconds_left(self) -> float:
        """How long the rest of the run shown will take, by what its evaluations took so far."""
        under = self._under.get(RUN)
        if under is None or under.record is None or not under.count:
            return 0.0
        rest = under.record.planned - under.record.done
        return under.spent / under.count * rest / 1000

    def look(self, record: Record, index: int) -> None:
        """Ask for an evaluation that was dropped; the newest wish is answered."""
        if self._wanted != (record, index) and isinstance(record.request, Denoise):
            self._wanted = (record, index)
            self._desk.submit(Evaluation(record.request, index), LOOK, PREVIEW)

    # -- what comes back ------------------------------------------------------------------------

    def receive(self, result: Result) -> bool:
        """Whether the result was of a run."""
        if result.slot == LOOK:
            self._receive_look(result)
        elif result.slot in {RUN, BESIDE}:
            under = self._under.get(result.slot)
            if under is not None and under.stamp == result.stamp:
                self._receive_run(under, result)
        else:
            return False
        return True

    def _receive_run(self, under: _Under, result: Result) -> None:
        if result.done:
            self._under.pop(result.slot, None)
        if result.frame is not None:
            if under.record is None:
                under.record = self._made(under.request)
            under.spent, under.count = under.spent + result.milliseconds, under.count + 1
            if under.record.take(result.frame):
                self.grew.emit(under.record)
        if result.done:
            self.stopped.emit(result.slot)

    def _receive_look(self, result: Result) -> None:
        self._desk.shown(LOOK)
        request, frame = result.request, result.frame
        if not isinstance(request, Evaluation):
            return
        record = self._records.get(request.run)
        if self._wanted == (record, request.index):
            self._wanted = None
        if record is not None and frame is not None:
            record.put(request.index, frame)
            self.looked.emit(record, request.index)

    def _made(self, request: Denoise) -> Record:
        record = Record(request, self._keys, strides(request), self.budget)
        self._records[request] = record
        used = {id(under.record) for under in self._under.values()}
        used |= {id(record), id(self.current)}
        total = sum(kept.nbytes for kept in self._records.values())
        for old, kept in list(self._records.items()):
            if total > _MOST and id(kept) not in used:
                total -= kept.nbytes
                del self._records[old]
        return record


def strides(request: Denoise) -> Strides:
    """Evaluations a solver step takes along a run: where a fresh solver enters, its own count."""
    found = _solver(request)
    own = found.stride if found is not None else 1
    if request.parent is None:
        return Strides(((0, own),))
    before = strides(request.parent).parts
    new, old = request.settings, request.parent.settings
    redrawn = found is not None and not found.random and new.first_noise != old.first_noise
    if redrawn or (new.scheduler, new.steps) != (old.scheduler, old.steps):
        kept = tuple(part for part in before if part[0] < request.step)
        return Strides((*kept, (request.step, own)))
    return Strides(before)


def _solver(request: Denoise) -> Solver | None:
    return next((s for s in SCHEDULERS if s.name == request.settings.scheduler), None)
