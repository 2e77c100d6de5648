"""What a run costs: its evaluations of the network, counted as its solver takes them."""

from __future__ import annotations

import pytest

from explorer.families.schedulers import Schedule


def evaluations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The solver's evaluations that are computed from now on, one entry each."""
    asked: list[int] = []
    real = Schedule.step

    def step(self: Schedule, output: object, index: int, *rest: object) -> object:
        asked.append(index)
        return real(self, output, index, *rest)

    monkeypatch.setattr(Schedule, "step", step)
    return asked
