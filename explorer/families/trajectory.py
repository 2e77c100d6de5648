"""The exact record of a denoising run, so that it can be scrubbed, resumed and branched.

Solvers keep history and random generators keep state; calling `step` again to go back is silently
wrong for most of them. So before every evaluation the whole state is kept: the sample, a copy of
the scheduler and the generator's state. Restoring them and going on is exact to the bit. From the
network's input x, its output m and the noise level, everything shown follows linearly
(Ho et al., 2020, eq. 9; Salimans and Ho, 2022, appendix D, for v).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, UnknownName
from explorer.families.evaluation import Evaluator
from explorer.families.record import BUDGET, Record, State
from explorer.families.schedulers import Schedule, solver
from explorer.families.stages import changed
from explorer.families.step import Array, Step
from explorer.latent import Point, Seed
from explorer.latent.space import check_seed
from explorer.runtimes.torch_import import load_torch

if TYPE_CHECKING:
    from explorer.families.diffusion import DiffusionModel


@dataclass(frozen=True)
class DenoiseSettings:
    """Everything that decides a denoising run.

    Attributes:
        seed: draws the first noise (unless `start` is given) and the noise of random solvers.
        steps: solver steps; some solvers evaluate the network more often.
        scheduler: a name of explorer.families.schedulers.SCHEDULERS.
        guidance: 1 follows the condition, above exaggerates it, 0 ignores it
            (Ho and Salimans, 2022, eq. 6, with w = guidance - 1).
        conditions: ((name, index or name or None), ...), sorted; a text under its name.
        start: the first noise as a recipe, in place of the seed's.
    """

    seed: int = 0
    steps: int = 50
    scheduler: str = "ddim"
    guidance: float = 2.0
    conditions: tuple[tuple[str, int | str | None], ...] = ()
    start: Point | None = None

    def changed(self, **changes: Any) -> DenoiseSettings:
        """The same with some fields replaced; a name that is no field is a condition."""
        return changed(self, changes)

    @property
    def first_noise(self) -> Point:
        """The recipe of the first noise."""
        return self.start or Seed(self.seed)


class Trajectory:
    """A run of a diffusion model, from noise to picture, every step within reach.

    `len` counts the evaluations computed so far, `planned` all; they differ while it runs and
    after a cancel. Index it for a Step. What its budget has no room for is computed again, to the
    bit, when it is asked for.
    """

    def __init__(
        self, model: DiffusionModel, settings: DenoiseSettings, budget: int = BUDGET
    ) -> None:
        """A run that has not begun; `advance` or `finish` compute it.

        Raises:
            UnknownName: the scheduler, a condition or a class. BadValue: steps, guidance, seed.
        """
        if not np.isfinite(settings.guidance):
            raise BadValue("guidance", "it is not finite", "Use a number such as 2.")
        torch = load_torch()
        schedule = Schedule(settings.scheduler, settings.steps, model.manifest.diffusion)
        noise = torch.from_numpy(settings.first_noise.resolve(model.latent)[None])
        start = State(noise * schedule.start_scale(), schedule, _generator(settings.seed))
        self._open(model, settings, start, schedule.length, 0, budget)

    @classmethod
    def from_picture(
        cls,
        model: DiffusionModel,
        settings: DenoiseSettings,
        image: NDArray[np.floating],
        timestep: int,
        budget: int = BUDGET,
    ) -> Trajectory:
        """A run that has not begun, from a noised picture (SDEdit, Meng et al., 2022).

        It starts at the solver's first evaluation that is no noisier than `timestep`, with
        x = alpha x0 + sigma noise of exactly that evaluation's level (Ho et al., 2020, eq. 4) and
        the settings' first noise; below the last evaluation's level, at the last one.

        Args:
            model: gives the network, its range and its schedule.
            settings: everything else, as for a run from noise.
            image: (H, W, C) in [0, 1], of the model's size.
            timestep: 0 (clean) to T - 1 (noise).
            budget: bytes to hold; what has no room is computed again.

        Raises:
            BadValue: the image's shape or the timestep. Others as for a new run.
        """
        run = cls(model, settings, budget)
        schedule = run._record.state(0).schedule
        clean = model.to_samples(np.asarray(image)[None])[0]
        noise = settings.first_noise.resolve(model.latent)
        level = min(schedule.log_snr_at(timestep), schedule.log_snr(schedule.length - 1))
        start, first = _entered(schedule, clean, noise, level)
        start = dataclasses.replace(start, generator=_generator(settings.seed))
        run._open(model, settings, start, schedule.length - first, first, budget)
        run._from_noise = False
        return run

    def _open(
        self,
        model: DiffusionModel,
        settings: DenoiseSettings,
        start: State,
        planned: int,
        first: int,
        budget: int,
        base: Record | None = None,
        shared: int = 0,
    ) -> None:
        """Set every field: the solver's evaluation `first + i` is the run's i-th."""
        self._model, self.settings, self._budget = model, settings, budget
        self._first, self.planned, self._from_noise = first, planned, True
        self._parent: Trajectory | None = None  # lives as long, as its record does
        evaluate = Evaluator(model, settings, first)
        self._record = Record(start, evaluate, planned, budget, base, shared)

    def __len__(self) -> int:
        return len(self._record)

    def __getitem__(self, index: int) -> Step:
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        return self._record.step(place)

    def __iter__(self) -> Iterator[Step]:
        return (self[index] for index in range(len(self)))

    @property
    def complete(self) -> bool:
        """Whether every planned evaluation was computed."""
        return len(self) == self.planned

    @property
    def nbytes(self) -> int:
        """Bytes that its record holds now, without what it shares with the run it left."""
        return self._record.nbytes

    def log_snr(self, index: int) -> float:
        """The level of evaluation `index`, 0 to len(self) - 1; nothing is computed for it."""
        return self._record.log_snr(index)

    def advance(self) -> Step | None:
        """Compute one more evaluation and return it; None when the run is complete."""
        return None if self.complete else self._record.advance()

    def finish(self, on_step: Callable[[Step], object] | None = None) -> Trajectory:
        """Compute the rest, calling `on_step` after each evaluation; returns itself."""
        while (step := self.advance()) is not None:
            if on_step is not None:
                on_step(step)
        return self

    @property
    def sample(self) -> Array:
        """The sample after the last evaluation computed, (C, H, W) in the network's range."""
        return np.asarray(self._record.state(len(self)).sample[0].numpy(), np.float32)

    @property
    def image(self) -> Array:
        """The finished picture, (H, W, C) float32 in [0, 1]; the last predicted x0 before that."""
        array = self[-1].x0 if len(self) and not self.complete else self.sample
        picture: Array = self._model.decode(array[None])[0]
        return picture

    def branch(self, step: int, *, run: bool = True, **changes: Any) -> Trajectory:
        """Another run that shares this one's evaluations before `step`.

        At step 0 of a run from noise it is a new run with the new settings. Elsewhere, nothing
        changed: equal to the bit. Guidance or a condition: the solver's history and the generator
        go on as they were. Another seed: random solvers draw other noise from here on; for the
        others, as for another `start`, x_t is made anew from the predicted x0 and fresh noise of
        the same level. Another scheduler or number of steps: a fresh solver enters at its first
        noise level that is no higher, reached by one DDIM step (Song et al., 2021, eq. 12, with
        eta = 0); where it has none, that step goes to the predicted x0 and ends the run.

        Args:
            step: 0 to len(self) - 1, or len(self) for a run that can go on.
            run: whether to compute the branch to its end, or leave that to `advance`.
            changes: fields of DenoiseSettings, or conditions by name.

        Raises:
            BadValue: no such step. UnknownName: as for a new run.
        """
        if not 0 <= step <= len(self):
            raise BadValue("step", f"{step} was not computed", f"Use 0 to {len(self)}.")
        fields = {f.name for f in dataclasses.fields(DenoiseSettings)}
        known = set(self._model.spec.told)
        for name in changes:
            if name not in fields | known:
                raise UnknownName(f"setting {name!r}", "no such setting", "See DenoiseSettings.")
        settings = self.settings.changed(**changes)
        if step == 0 and self._from_noise and settings != self.settings:
            twin = Trajectory(self._model, settings, self._budget)
        else:
            start, first, planned = self._departure(step, settings)
            twin = object.__new__(Trajectory)
            twin._open(
                self._model, settings, start, planned, first, self._budget, self._record, step
            )
            twin._from_noise, twin._parent = self._from_noise, self
        return twin.finish() if run else twin

    def _departure(self, step: int, new: DenoiseSettings) -> tuple[State, int, int]:
        """Where a branch begins: the state, the run's shift in the solver, evaluations in all."""
        old, state = self.settings, self._record.state(step)
        random = solver(new.scheduler).random
        redrawn = new.start != old.start if random else new.first_noise != old.first_noise
        if redrawn or (new.scheduler, new.steps) != (old.scheduler, old.steps):
            at = self._at(step)
            noise = new.first_noise.resolve(self._model.latent) if redrawn else at.noise
            schedule = Schedule(new.scheduler, new.steps, self._model.manifest.diffusion)
            start, first = _entered(schedule, at.x0, noise, at.log_snr)
            start = dataclasses.replace(start, generator=_generator(new.seed))
            return start, first - step, step + schedule.length - first
        if random and new.seed != old.seed:
            state = dataclasses.replace(state, generator=_generator(new.seed))
        return state, self._first, self.planned

    def _at(self, step: int) -> Step:
        if step < len(self):
            return self[step]
        raise BadValue("step", "it was not computed yet", "Branch at a computed step.")


def _generator(seed: int) -> Any:
    """The state of a new generator, a uint8 tensor."""
    return load_torch().Generator().manual_seed(check_seed(seed)).get_state()


def _entered(schedule: Schedule, clean: Array, noise: Array, log_snr: float) -> tuple[State, int]:
    """A fresh solver at its first evaluation no noisier than `log_snr`; that evaluation's index.

    Where all are noisier: the clean picture, and the number of evaluations.
    """
    torch = load_torch()
    first = schedule.entry_after(log_snr)
    if first == schedule.length:
        return State(torch.from_numpy(clean[None].copy()), schedule, None), first
    alpha, sigma = schedule.levels(first)
    x = torch.from_numpy(np.asarray(alpha * clean + sigma * noise, np.float32))[None]
    schedule.begin(first)
    return State(schedule.native(x, first), schedule, None), first
