"""The runs of noise: kept as all runs are, and evaluations that had no room asked for again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from explorer.families.schedulers import SCHEDULERS, Solver
from explorer.sampling import PREVIEW, Frame, Request, Result
from explorer.sampling.denoise_requests import Evaluation, Rest
from explorer.sampling.requests import Denoise
from explorer.ui.desk import Desk
from explorer.ui.record import BUDGET, Record
from explorer.ui.runs import KeptRuns
from explorer.ui.strides import Strides

RUN, BESIDE, LOOK = "denoise.run", "denoise.beside", "denoise.look"


class Runs(KeptRuns):
    """The run shown, the one beside it, and of a long one the evaluations that were dropped.

    Args:
        keys: names of the values that records keep of every evaluation.

    Signals, beside those of KeptRuns:
        looked: (Record, index) an evaluation that was dropped is there again.
    """

    part: ClassVar[str] = "denoising"
    run: ClassVar[str] = RUN
    beside: ClassVar[str] = BESIDE
    looked = Signal(object, int)

    def __init__(self, desk: Desk, keys: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._keys = tuple(keys)
        self.budget = BUDGET  # bytes of a record that is begun from now on
        self._wanted: tuple[Record, int] | None = None

    def clear(self) -> None:
        """Another model: nothing of it is true any more."""
        super().clear()
        self._wanted = None

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

    def receive(self, result: Result) -> bool:
        """Whether the result was of a run."""
        if result.slot == LOOK:
            self._receive_look(result)
            return True
        return super().receive(result)

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

    def _shared(self, request: Request) -> tuple[Record | None, int]:
        """A branch begins as the run that it left, where that was seen as far."""
        assert isinstance(request, Denoise)
        parent = None if request.parent is None else self._records.get(request.parent)
        if parent is None or not 0 < request.step <= parent.done:
            return None, 0
        return parent, request.step

    def _rest(self, request: Request, first: int) -> Request:
        assert isinstance(request, Denoise)
        return Rest(request, first) if first else request

    def _made(self, request: Request, first: Frame) -> Record:
        assert isinstance(request, Denoise)
        return Record(request, self._keys, strides(request), self.budget)


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
