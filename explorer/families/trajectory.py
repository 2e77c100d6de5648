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

from explorer.errors import BadValue, RunFailed, UnknownName
from explorer.families.schedulers import Schedule
from explorer.latent import Point, Seed
from explorer.runtimes.torch_import import load_torch

if TYPE_CHECKING:
    from explorer.families.diffusion import DiffusionModel

Array = NDArray[np.float32]


@dataclass(frozen=True)
class DenoiseSettings:
    """Everything that decides a denoising run.

    Attributes:
        seed: draws the first noise (unless `start` is given) and the noise of random solvers.
        steps: solver steps; some solvers evaluate the network more often.
        scheduler: a name of explorer.families.schedulers.SCHEDULERS.
        guidance: 1 follows the condition, above exaggerates it, 0 ignores it
            (Ho and Salimans, 2022, eq. 6, with w = guidance - 1).
        conditions: ((name, index or name or None), ...), sorted.
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
        fields = {f.name for f in dataclasses.fields(self)}
        given = {k: v for k, v in changes.items() if k not in fields}
        kept = {k: v for k, v in changes.items() if k in fields}
        if given:
            merged = dict(kept.pop("conditions", self.conditions)) | given
            kept["conditions"] = tuple(sorted(merged.items()))
        return dataclasses.replace(self, **kept)

    @property
    def first_noise(self) -> Point:
        """The recipe of the first noise."""
        return self.start or Seed(self.seed)


@dataclass(frozen=True, eq=False)
class Step:
    """One evaluation of the network.

    Attributes:
        index: from 0.
        timestep: on the training scale, 0 (clean) to T.
        x_t: what the network saw, (C, H, W) float32: alpha * x0 + sigma * noise.
        output: what it answered, after guidance.
        alpha, sigma: the noise level, with alpha^2 + sigma^2 = 1.
        prediction: what `output` means: "epsilon", "v_prediction" or "sample".
    """

    index: int
    timestep: float
    x_t: Array
    output: Array
    alpha: float
    sigma: float
    prediction: str

    @property
    def x0(self) -> Array:
        """The clean picture predicted from here, not clipped, (C, H, W) in the network's range."""
        if self.prediction == "sample":
            return self.output
        if self.prediction == "v_prediction":
            return np.asarray(self.alpha * self.x_t - self.sigma * self.output, np.float32)
        return np.asarray((self.x_t - self.sigma * self.output) / self.alpha, np.float32)

    @property
    def noise(self) -> Array:
        """The noise predicted to be in x_t, (C, H, W), unit variance."""
        if self.prediction == "epsilon":
            return self.output
        if self.prediction == "v_prediction":
            return np.asarray(self.sigma * self.x_t + self.alpha * self.output, np.float32)
        return np.asarray((self.x_t - self.alpha * self.output) / self.sigma, np.float32)

    @property
    def log_snr(self) -> float:
        """Natural logarithm of alpha^2 / sigma^2."""
        return float(2 * (np.log(self.alpha) - np.log(self.sigma)))


@dataclass(frozen=True, eq=False)
class _State:
    """All that decides what follows: the sample, the solver with its history, the generator."""

    sample: Any
    schedule: Schedule
    generator: Any


class Trajectory:
    """A run of a diffusion model, from noise to picture, kept whole.

    `len` counts the evaluations computed so far, `planned` all; they differ while it runs and
    after a cancel. Index it for a Step.
    """

    def __init__(self, model: DiffusionModel, settings: DenoiseSettings) -> None:
        """A run that has not begun; `advance` or `finish` compute it.

        Raises:
            UnknownName: the scheduler, a condition or a class. BadValue: steps, guidance, seed.
        """
        if not np.isfinite(settings.guidance):
            raise BadValue("guidance", "it is not finite", "Use a number such as 2.")
        torch = load_torch()
        self._model, self.settings = model, settings
        self._predict = model.predictor(settings)
        schedule = Schedule(settings.scheduler, settings.steps, model.manifest.diffusion)
        noise = torch.from_numpy(settings.first_noise.resolve(model.latent)[None])
        generator = torch.Generator().manual_seed(settings.seed)
        self._begin(schedule, noise * schedule.start_scale(), generator.get_state())

    def _begin(self, schedule: Schedule, sample: Any, generator: Any, first: int = 0) -> None:
        self._states = [_State(sample, schedule, generator)]
        self._steps: list[Step] = []
        self._first = first
        self.planned = schedule.length - first

    def __len__(self) -> int:
        return len(self._steps)

    def __getitem__(self, index: int) -> Step:
        return self._steps[index]

    def __iter__(self) -> Iterator[Step]:
        return iter(self._steps)

    @property
    def complete(self) -> bool:
        """Whether every planned evaluation was computed."""
        return len(self) == self.planned

    def advance(self) -> Step | None:
        """Compute one more evaluation and return it; None when the run is complete."""
        if self.complete:
            return None
        torch = load_torch()
        state = self._states[-1]
        schedule = state.schedule.copy()
        generator = torch.Generator()
        generator.set_state(state.generator)
        index = self._first + len(self)
        seen = schedule.seen(state.sample, index)
        timestep = schedule.timestep(index)
        output = self._predict(seen, timestep)
        with torch.inference_mode():
            kwargs = {"generator": generator} if schedule.solver.random else {}
            # The scheduler scales its own input once more to keep its books; the result is `seen`.
            schedule.scheduler.scale_model_input(state.sample, timestep)
            result = schedule.scheduler.step(output, timestep, state.sample, **kwargs)
        step = self._record(seen, output, index, schedule)
        self._steps.append(step)
        self._states.append(_State(result.prev_sample, schedule, generator.get_state()))
        return step

    def _record(self, seen: Any, output: Any, index: int, schedule: Schedule) -> Step:
        alpha, sigma = schedule.levels(index)
        arrays = [t[0].numpy().astype(np.float32, copy=True) for t in (seen, output)]
        if not np.isfinite(arrays[1]).all():
            raise RunFailed(
                self._model.spec.name,
                f"the network's answer at step {len(self) + 1} is not finite",
                "Lower the guidance, or check the weights.",
            )
        kind = str(self._model.manifest.diffusion["prediction"])
        timestep = float(schedule.timestep(index))
        return Step(len(self), timestep, arrays[0], arrays[1], alpha, sigma, kind)

    def finish(self, on_step: Callable[[Step], object] | None = None) -> Trajectory:
        """Compute the rest, calling `on_step` after each evaluation; returns itself."""
        while (step := self.advance()) is not None:
            if on_step is not None:
                on_step(step)
        return self

    @property
    def sample(self) -> Array:
        """The sample after the last evaluation computed, (C, H, W) in the network's range."""
        return np.asarray(self._states[-1].sample[0].numpy(), np.float32)

    @property
    def image(self) -> Array:
        """The finished picture, (H, W, C) float32 in [0, 1]; the last predicted x0 before that."""
        array = self.sample if self.complete else self._steps[-1].x0 if self._steps else self.sample
        picture: Array = self._model.decode(array[None])[0]
        return picture

    def branch(self, step: int, *, run: bool = True, **changes: Any) -> Trajectory:
        """Another run that shares this one's evaluations before `step`.

        Nothing changed: equal to the bit. Guidance or a condition: the solver's history and the
        generator go on as they were. Another seed: random solvers draw other noise from here on;
        for the others x_t is made anew from the predicted x0 and fresh noise of the same level.
        Another scheduler or number of steps: a fresh solver enters at its first noise level that
        is no higher, reached by one DDIM step (Song et al., 2021, eq. 12, with eta = 0).

        Args:
            step: 0 to len(self) - 1, or len(self) for a run that can go on.
            run: whether to compute the branch to its end, or leave that to `advance`.
            changes: fields of DenoiseSettings, or conditions by name.

        Raises:
            BadValue: no such step. UnknownName: as for a new run.
        """
        if not 0 <= step < len(self._states):
            raise BadValue("step", f"{step} was not computed", f"Use 0 to {len(self._states) - 1}.")
        fields = {f.name for f in dataclasses.fields(DenoiseSettings)}
        known = {c.name for c in self._model.spec.conditions}
        for name in changes:
            if name not in fields | known:
                raise UnknownName(f"setting {name!r}", "no such setting", "See DenoiseSettings.")
        settings = self.settings.changed(**changes)
        twin = object.__new__(Trajectory)
        twin._model, twin.settings = self._model, settings
        twin._predict = self._model.predictor(settings)
        twin._steps, twin._states = self._steps[:step], self._states[: step + 1]
        twin._first, twin.planned = self._first, self.planned
        old = self.settings
        if (settings.scheduler, settings.steps) != (old.scheduler, old.steps):
            twin._enter(step, self._at(step))
        elif settings.seed != old.seed:
            twin._reseed(step, self._at(step))
        return twin.finish() if run else twin

    def _at(self, step: int) -> Step:
        if step < len(self):
            return self._steps[step]
        raise BadValue("step", "it was not computed yet", "Branch at a computed step.")

    def _reseed(self, step: int, at: Step) -> None:
        torch = load_torch()
        state = self._states[step]
        generator = torch.Generator().manual_seed(self.settings.seed)
        sample, schedule = state.sample, state.schedule
        if not schedule.solver.random:
            index = self._first + step
            noise = self.settings.first_noise.resolve(self._model.latent)
            x = torch.from_numpy(at.alpha * at.x0 + at.sigma * noise)[None].float()
            schedule = Schedule(
                self.settings.scheduler, self.settings.steps, self._model.manifest.diffusion
            )
            schedule.begin(index - index % schedule.solver.stride)
            sample = schedule.native(x, index)
        self._states[step] = _State(sample, schedule, generator.get_state())

    def _enter(self, step: int, at: Step) -> None:
        torch = load_torch()
        settings = self.settings
        schedule = Schedule(settings.scheduler, settings.steps, self._model.manifest.diffusion)
        first = min(schedule.entry_after(at.log_snr), schedule.length - 1)
        alpha, sigma = schedule.levels(first)
        x = torch.from_numpy(np.asarray(alpha * at.x0 + sigma * at.noise, np.float32))[None]
        schedule.begin(first)
        generator = torch.Generator().manual_seed(settings.seed)
        state = _State(schedule.native(x, first), schedule, generator.get_state())
        self._states[step] = state
        self._first = first - step
        self.planned = step + schedule.length - first
