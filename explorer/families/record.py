"""The record of a run under a byte budget: key frames are kept, the rest is computed again.

Everything that decides what follows an evaluation is in the state before it (the sample, a copy of
the solver with its history, the generator's state), so evaluating again from a kept state gives
the same numbers to the bit. A short run is kept whole. A long one keeps the state before every
`stride`-th evaluation, and two blocks of steps with their states: the newest (and one step before
it), and the last one looked at. With n evaluations, S bytes a state and W bytes a step with its
state, that takes S n / stride + 2 W stride bytes, least at stride = sqrt(S n / 2 W).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from explorer.families.schedulers import Schedule
from explorer.families.step import Step
from explorer.runtimes.memory import hand_back

# With what a window keeps of the same run (explorer.ui.record) a quarter of a gibibyte.
BUDGET = 192 << 20


@dataclass(frozen=True, eq=False)
class State:
    """All that decides what follows: the sample, the solver with its history, the generator."""

    sample: Any
    schedule: Schedule
    generator: Any

    def tensors(self) -> list[Any]:
        """The tensors it holds; states in a row may share some."""
        return [self.sample, self.generator, *self.schedule.history()]


Evaluate = Callable[[State, int], tuple[Step, State]]
_Pair = tuple[Step, State]
# A solver's history fills up over its first steps: only then is the size of a state known.
_SETTLED = 3


class Record:
    """Steps and states of one run, by index; those before `first` belong to the run it left.

    Args:
        start: the state before evaluation `first`.
        evaluate: (state before evaluation i, i) to (step i, state after it); pure.
        planned: how many evaluations there will be, those of `base` included.
        budget: bytes that this record may hold; below what the best stride needs, that is held.
        base: the record that holds the first `first` evaluations, or None.
    """

    def __init__(
        self,
        start: State,
        evaluate: Evaluate,
        planned: int,
        budget: int = BUDGET,
        base: Record | None = None,
        first: int = 0,
    ) -> None:
        self._evaluate, self._budget = evaluate, budget
        self._base, self._first = base, first
        self._own = planned - first
        self._stride = max(self._own, 1)  # the whole run, until its size is known
        self._keys = {first: start}
        self._levels: list[float] = []
        self._count, self._last = first, start
        self._newest: tuple[int, list[_Pair]] = (0, [])
        self._looked: tuple[int, list[_Pair]] = (-1, [])
        # The step before the newest block: whoever shows a run sets each step against the last one.
        self._before: Step | None = None

    def __len__(self) -> int:
        return self._count

    @property
    def nbytes(self) -> int:
        """Bytes held by this record, without its base."""
        pairs = [*self._newest[1], *self._looked[1]]
        states = [*self._keys.values(), self._last, *(state for _, state in pairs)]
        steps = [step for step, _ in pairs] + ([self._before] if self._before is not None else [])
        return _bytes(states) + sum(step.nbytes for step in steps)

    def advance(self) -> Step:
        """Compute and keep the next evaluation."""
        number, place = divmod(self._count - self._first, self._stride)
        if place == 0 and number:
            self._keys[self._count] = self._last
            self._before = self._newest[1][-1][0]
            self._newest = (number, [])
        step, state = self._evaluate(self._last, self._count)
        self._newest[1].append((step, state))
        self._levels.append(step.log_snr)
        before, self._last, self._count = self._last, state, self._count + 1
        if self._count - self._first == _SETTLED:
            added = _bytes([before, state]) - _bytes([before])
            self._stride = self._chosen(_bytes([state]), added + step.nbytes)
        if number and self._count - self._first == self._own:
            hand_back()  # what the dropped blocks left
        return step

    def step(self, index: int) -> Step:
        """Evaluation `index`, 0 to len(self) - 1, computed again where it was dropped."""
        if self._base is not None and index < self._first:
            return self._base.step(index)
        if self._before is not None and self._before.index == index:
            return self._before
        return self._pair(index)[0]

    def log_snr(self, index: int) -> float:
        """The level of evaluation `index`, which is always kept."""
        if self._base is not None and index < self._first:
            return self._base.log_snr(index)
        return self._levels[index - self._first]

    def state(self, index: int) -> State:
        """The state before evaluation `index`, 0 to len(self)."""
        if self._base is not None and index < self._first:
            return self._base.state(index)
        if index in self._keys:
            return self._keys[index]
        return self._last if index == self._count else self._pair(index - 1)[1]

    def _chosen(self, key: int, whole: int) -> int:
        """Evaluations from one key frame to the next: as few as have room, so that looking back
        computes little again.

        Args:
            key: bytes of one state alone.
            whole: bytes that one more step and its state add to a block.
        """
        if self._own * whole <= self._budget:
            return self._own
        root = self._budget**2 - 8 * whole * key * self._own
        if root < 0:  # not even the best stride fits
            return max(_SETTLED, round(math.sqrt(self._own * key / (2 * whole))))
        return max(_SETTLED, math.ceil((self._budget - math.sqrt(root)) / (4 * whole)))

    def _pair(self, index: int) -> _Pair:
        number, place = divmod(index - self._first, self._stride)
        if number == self._newest[0]:
            return self._newest[1][place]
        if number != self._looked[0]:
            self._looked = (-1, [])  # before another block takes its room
            hand_back()
            self._looked = (number, self._again(number))
        return self._looked[1][place]

    def _again(self, number: int) -> list[_Pair]:
        start = self._first + number * self._stride
        state, pairs = self._keys[start], []
        for index in range(start, start + self._stride):
            step, state = self._evaluate(state, index)
            pairs.append((step, state))
        return pairs


def _bytes(states: list[State]) -> int:
    """Memory of what some states hold, what they share counted once."""
    tensors = {id(t): t for state in states for t in state.tensors()}
    return sum(t.numel() * t.element_size() for t in tensors.values())
