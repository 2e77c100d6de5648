"""Several runs side by side, aligned on how noisy they are.

Step 20 of 40 is not step 20 of 20, and solvers space their timesteps differently; the logarithm of
the signal-to-noise ratio is the scale on which their pictures can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.families.step import Step
from explorer.families.trajectory import Trajectory

MOST = 4


class Comparison:
    """Runs that are computed together: the noisiest always goes on, so that they stay level."""

    def __init__(self, runs: Sequence[Trajectory]) -> None:
        """Raises BadValue for none, or more than MOST."""
        if not 1 <= len(runs) <= MOST:
            raise BadValue("runs", f"{len(runs)} to compare", f"Use 1 to {MOST}.")
        self.runs = tuple(runs)

    @property
    def total(self) -> int:
        """Evaluations planned, of all runs together."""
        return sum(run.planned for run in self.runs)

    @property
    def evaluations(self) -> tuple[int, ...]:
        """How many evaluations of the network each run plans."""
        return tuple(run.planned for run in self.runs)

    def advance(self) -> tuple[int, Step] | None:
        """Compute one more evaluation: (the run's number, its step); None when all are done."""
        left = [(_reached(run), n) for n, run in enumerate(self.runs) if not run.complete]
        if not left:
            return None
        _, number = min(left)
        step = self.runs[number].advance()
        return None if step is None else (number, step)

    def at(self, log_snr: float) -> tuple[int | None, ...]:
        """Each run's computed evaluation closest to a level; None where it has none."""
        return tuple(nearest(run, log_snr) for run in self.runs)


def nearest(run: Trajectory, log_snr: float) -> int | None:
    """The computed evaluation whose level is closest; None before the first."""
    levels = [run.log_snr(index) for index in range(len(run))]
    if not levels:
        return None
    return min(range(len(levels)), key=lambda index: abs(levels[index] - log_snr))


def _reached(run: Trajectory) -> float:
    return run.log_snr(len(run) - 1) if len(run) else -np.inf


@dataclass(frozen=True, eq=False)
class Curves:
    """What is plotted along a run, one entry an evaluation computed, (N,) float64 each.

    Attributes:
        timesteps: on the training scale.
        alpha, sigma: the noise level.
        log_snr: natural logarithm of alpha^2 / sigma^2.
        change_x, change_x0: root mean square change of x_t and of the predicted x0 since the
            evaluation before, in the network's units; nan at the first.
    """

    timesteps: NDArray[np.float64]
    alpha: NDArray[np.float64]
    sigma: NDArray[np.float64]
    log_snr: NDArray[np.float64]
    change_x: NDArray[np.float64]
    change_x0: NDArray[np.float64]


def curves(run: Trajectory) -> Curves:
    """The curves of a run as far as it has come; goes through the whole record once."""
    rows, before = [], None
    for step in run:
        moved = [np.nan, np.nan]
        if before is not None:
            moved = [_rms(step.x_t - before.x_t), _rms(step.x0 - before.x0)]
        rows.append((step.timestep, step.alpha, step.sigma, step.log_snr, *moved))
        before = step
    return Curves(*np.asarray(rows, np.float64).reshape(-1, 6).T)


def _rms(values: NDArray[np.floating]) -> float:
    return float(np.sqrt(np.mean(values.astype(np.float64) ** 2)))
