"""Which steps of a solver the entries of a record belong to: some solvers take two a step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Strides:
    """Stretches of a record, each with so many entries a step.

    Attributes:
        parts: ((first entry, entries a step), ...), rising, the first at 0.
    """

    parts: tuple[tuple[int, int], ...] = ((0, 1),)

    def begins(self, index: int) -> bool:
        """Whether an entry is the first of its step."""
        first, stride = next(part for part in reversed(self.parts) if part[0] <= index)
        return (index - first) % stride == 0

    def step_of(self, index: int) -> int:
        """The step, from 1, that an entry belongs to."""
        steps = 0
        ends = [first for first, _ in self.parts[1:]] + [index + 1]
        for (first, stride), end in zip(self.parts, ends, strict=True):
            if first <= index:
                steps += -(-(min(end, index + 1) - first) // stride)
        return steps
