"""The runs of stages: which is computed, and the records of those that were seen before."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import QObject, Signal

from explorer.families import Number
from explorer.sampling import JOB, Frame, Result
from explorer.sampling.stage_requests import Unfold
from explorer.ui.desk import Desk
from explorer.ui.record import BUDGET, Record
from explorer.ui.steps.words import LEFT, PLANNED, STAGE

RUN = "steps.run"
_MOST = 2 * BUDGET


class Runs(QObject):
    """One run is under way at most; those that came are kept, and shown again at once.

    Signals:
        grew: a Record took one more stage or its finished picture.
        stopped: the run ended, failed or was cancelled.
    """

    grew = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._records: OrderedDict[Unfold, Record] = OrderedDict()
        self._numbers: dict[tuple[int, int], tuple[Number, ...]] = {}
        self._request: Unfold | None = None
        self._stamp = 0
        self.current: Record | None = None

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._request is not None

    @property
    def at(self) -> int:
        """The frame on the screen, or -1 where there is none."""
        if self.current is None:
            return -1
        chosen = self._desk.state.unfolding.shown
        return self.current.newest if chosen < 0 else min(chosen, self.current.newest)

    def numbers(self, record: Record, index: int) -> tuple[Number, ...]:
        """All that is said of a stage, named as what it is."""
        return self._numbers.get((id(record), index), ())

    def likely(self, record: Record) -> tuple[Number, ...]:
        """How likely the finished picture is, once it is there."""
        return self._numbers.get((id(record), record.planned), ())

    def record(self, request: Unfold) -> Record | None:
        """What is known of a run."""
        return self._records.get(request)

    def clear(self) -> None:
        """Another model: nothing of it is true any more."""
        self.cancel()
        self._records.clear()
        self._numbers.clear()
        self.current = None

    def start(self, request: Unfold) -> Record | None:
        """Compute a run unless it is there; its record, or None before the first stage."""
        known = self._records.get(request)
        if known is not None:
            self._records.move_to_end(request)
        if self._request == request:
            return known
        self.cancel()
        if known is None or not known.complete:
            self._request = request
            self._stamp = self._desk.submit(request, RUN, JOB)
        return known

    def cancel(self) -> None:
        """Stop; the stages that came stay."""
        if self._request is not None:
            self._request = None
            self._desk.cancel(RUN)
            self.stopped.emit()

    def receive(self, result: Result) -> None:
        """One more stage, the finished picture, or the end."""
        if self._request is None or result.stamp != self._stamp:
            return
        request = self._request
        if result.done:
            self._request = None
        if result.frame is not None:
            self._take(request, result.frame)
        if result.done:
            self.stopped.emit()

    def _take(self, request: Unfold, frame: Frame) -> None:
        record = self._records.get(request)
        numbers: tuple[Number, ...] = frame.values.get("numbers", ())
        likely = frame.values.get("likely")
        if record is None:
            record = self._made(request, numbers)
        if likely is not None:
            self._numbers[id(record), frame.index] = likely
        values = {number.name: number.value for number in numbers}
        values = {key: values.get(key, math.nan) for key in record.keys}
        if numbers:
            stage, planned = frame.values["stage"], frame.values["planned"]
            values |= {STAGE: stage, PLANNED: planned, LEFT: 1 - (stage + 1) / planned}
            self._numbers[id(record), frame.index] = numbers
        if record.take(Frame(frame.images, values, frame.index, frame.total)):
            self.grew.emit(record)

    def _made(self, request: Unfold, numbers: tuple[Number, ...]) -> Record:
        keys = (STAGE, PLANNED, LEFT, *(number.name for number in numbers))
        record = self._records[request] = Record(request, keys)
        total = sum(kept.nbytes for kept in self._records.values())
        for old, kept in list(self._records.items()):
            if total > _MOST and kept is not record and kept is not self.current:
                total -= kept.nbytes
                self._forget(old, kept)
        return record

    def _forget(self, request: Unfold, record: Record) -> None:
        del self._records[request]
        for index in range(record.planned + 1):
            self._numbers.pop((id(record), index), None)
