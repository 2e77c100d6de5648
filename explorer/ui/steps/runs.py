"""The runs of stages: as all runs are kept, with the numbers that their families say of them."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.families import Number
from explorer.sampling import Frame, Request
from explorer.ui.desk import Desk
from explorer.ui.record import Record
from explorer.ui.runs import KeptRuns
from explorer.ui.steps.words import LEFT, PLANNED, STAGE

RUN, BESIDE = "steps.run", "steps.beside"


class Runs(KeptRuns):
    """The run shown and the one beside it."""

    part: ClassVar[str] = "unfolding"
    run: ClassVar[str] = RUN
    beside: ClassVar[str] = BESIDE

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._numbers: dict[tuple[int, int], tuple[Number, ...]] = {}

    def numbers(self, record: Record, index: int) -> tuple[Number, ...]:
        """All that is said of a stage, named as what it is."""
        return self._numbers.get((id(record), index), ())

    def likely(self, record: Record) -> tuple[Number, ...]:
        """How likely the finished picture is, once it is there."""
        return self._numbers.get((id(record), record.planned), ())

    def clear(self) -> None:
        """Another model: nothing of it is true any more."""
        super().clear()
        self._numbers.clear()

    def _made(self, request: Request, first: Frame) -> Record:
        numbers: tuple[Number, ...] = first.values.get("numbers", ())
        return Record(request, (STAGE, PLANNED, LEFT, *(number.name for number in numbers)))

    def _kept(self, record: Record, frame: Frame) -> Frame:
        """The numbers' values for the curves; the numbers themselves are kept beside."""
        numbers: tuple[Number, ...] = frame.values.get("numbers", ())
        likely = frame.values.get("likely")
        if likely is not None:
            self._numbers[id(record), frame.index] = likely
        values = {number.name: number.value for number in numbers}
        values = {key: values.get(key, math.nan) for key in record.keys}
        if numbers:
            stage, planned = frame.values["stage"], frame.values["planned"]
            values |= {STAGE: stage, PLANNED: planned, LEFT: 1 - (stage + 1) / planned}
            self._numbers[id(record), frame.index] = numbers
        return Frame(frame.images, values, frame.index, frame.total)

    def _forgotten(self, record: Record) -> None:
        for index in range(record.planned + 1):
            self._numbers.pop((id(record), index), None)
