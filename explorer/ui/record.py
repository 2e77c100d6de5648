"""What a view keeps of a run: its frames under a byte budget, and all of its numbers.

A short run is kept whole, so that scrubbing asks nobody. Of a long one every k-th frame is kept,
as many as have room; the others are asked of the engine again, which makes the same pictures from
its own record. Numbers are a few bytes a step and always kept.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.sampling import Frame, Request
from explorer.ui.strides import Strides

BUDGET = 64 << 20
# A frame whose pictures nobody looked at holds what they are made of, at most so much larger.
_UNMADE = 4
# Frames that came again, the last ones looked at.
_AGAIN = 8


@dataclass(eq=False)
class Record:
    """The frames of one run, by step.

    Attributes:
        request: what is run.
        keys: names of the frames' values that are kept of every step.
        strides: which of the record's steps belong together (evaluations of one solver step).
        budget: bytes of frames to hold.
        planned: how many steps there will be; 0 until the first frame.
        done: how many came.
        picture: the finished picture, (H, W, C) uint8, or None before the end.
        numbers: by key, of the steps whose numbers were read.
    """

    request: Request
    keys: Sequence[str]
    strides: Strides = field(default_factory=Strides)
    budget: int = BUDGET
    planned: int = 0
    done: int = 0
    picture: NDArray[np.uint8] | None = None
    numbers: Mapping[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = {key: [] for key in self.keys}
        self._frames: dict[int, Frame] = {}
        self._again: OrderedDict[int, Frame] = OrderedDict()
        self._every, self._size = 1, 0

    def take(self, frame: Frame) -> bool:
        """Keep a frame; whether it is new (a run that goes on after a pause replays its start)."""
        self.planned = frame.total - 1
        if frame.index == self.planned:
            self.picture = frame.images["image"][0]
            return True
        if frame.index != self.done:
            return False
        if not self._size:
            self._measure(frame)
        last = self.done - 1
        self._frames[self.done] = frame
        self.done += 1
        if self._every > 1:
            dict(frame.images)  # its pictures, in place of the larger arrays they are made of
            self.read_numbers()
            if last % self._every:
                self._frames.pop(last, None)
        return True

    def share(self, other: Record, count: int, planned: int) -> None:
        """Begin with the first `count` steps of another record, of the run that this one left.

        Args:
            other: holds them; frames that it dropped are dropped here too.
            count: 0 to other.done.
            planned: steps there will be.
        """
        self.planned = planned
        other.read_numbers()
        there = {i: frame for i in range(count) if (frame := other.frame(i)) is not None}
        if there:
            self._measure(next(iter(there.values())))
        kept = {0, count - 1, *range(0, count, self._every)}
        self._frames = {index: frame for index, frame in there.items() if index in kept}
        for key, values in self.numbers.items():
            values.extend(other.numbers[key][:count])
        self.done = count

    def _measure(self, frame: Frame) -> None:
        self._size = max(1, sum(image.nbytes for image in frame.images.values()))
        if self.planned * self._size * _UNMADE > self.budget:
            room = max(self._size, self.budget - (_AGAIN + 1) * self._size)
            self._every = max(2, math.ceil(self.planned * self._size / room))

    def read_numbers(self) -> None:
        """Fill `numbers` from the frames that came since: several at once cost less than each."""
        known = min((len(values) for values in self.numbers.values()), default=self.done)
        for index in range(known, self.done):
            for key, values in self.numbers.items():
                values.append(float(self._frames[index].values[key]))

    def frame(self, index: int) -> Frame | None:
        """The frame of a step, or None where it was dropped or has not come."""
        found = self._frames.get(index)
        return found if found is not None else self._again.get(index)

    def put(self, index: int, frame: Frame) -> None:
        """Keep a frame that was dropped and came again, among the last few of them."""
        dict(frame.images)
        self._again[index] = frame
        if len(self._again) > _AGAIN:
            self._again.popitem(last=False)

    def nearest(self, index: int) -> int:
        """The step nearest to `index` whose frame is here; -1 for none."""
        kept = (*self._frames, *self._again)
        return min(kept, key=lambda k: (abs(k - index), k), default=-1)

    @property
    def nbytes(self) -> int:
        """Bytes that the frames hold at most."""
        each = self._size * (_UNMADE if self._every == 1 else 1)
        return each * (len(self._frames) + len(self._again))

    @property
    def complete(self) -> bool:
        """Whether the finished picture is there."""
        return self.picture is not None

    @property
    def newest(self) -> int:
        """The last step there is, or -1."""
        return self.done - 1
