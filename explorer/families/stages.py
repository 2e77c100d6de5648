"""Drawing stage by stage, whatever a stage is: a Gibbs sweep, a pixel, a layer of a flow.

A run of stages is recorded whole, since each state is small and every random number of stage i is
a function of (seed, i): going back is looking, and a branch shares what lies before it. Panes and
numbers are data, so that one view shows them all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent import Point, Seed
from explorer.latent.priors import COLDEST, HOTTEST
from explorer.latent.space import check_seed

Array = NDArray[np.float32]
MOST_STEPS = 4_096


class _Told(Protocol):
    """Settings of a run, told of conditions."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def conditions(self) -> tuple[tuple[str, int | str | None], ...]:
        """((name, index or name), ...), sorted."""


Settings = TypeVar("Settings", bound=_Told)


@dataclass(frozen=True)
class StageControls:
    """What decides a model's runs beside seed and conditions.

    Attributes:
        stage: what one is, for people: "Gibbs sweep".
        steps: how many are usual, where their number is free; 0 where the model decides.
        temperature: the usual one; 0 where there is none.
        picture: what a picture given to it is: "start" (the run begins with it), "noise" (with
            its exact noise) or "upper rows" (they are kept and the rest is drawn).
        draws: whether stages draw random numbers, so that a run can go on otherwise from one.
    """

    stage: str
    steps: int
    temperature: float
    picture: str
    draws: bool = True


@dataclass(frozen=True)
class StageSettings:
    """Everything that decides a run but the picture.

    Attributes:
        seed: draws the first noise (unless `start` is given) and all that follows.
        steps: how many, 1 to MOST_STEPS; 0 for the model's usual number.
        temperature: 1 draws as the model believes; below, likelier; above, wilder; 0 for the
            model's usual one.
        kept: the share of a picture's rows that is kept, from above, where it is completed.
        conditions: ((name, index or name), ...), sorted.
        start: the first noise as a recipe, in place of the seed's.
    """

    seed: int = 0
    steps: int = 0
    temperature: float = 0.0
    kept: float = 0.5
    conditions: tuple[tuple[str, int | str | None], ...] = ()
    start: Point | None = None

    def __post_init__(self) -> None:
        check_seed(self.seed)
        if not 0 <= self.steps <= MOST_STEPS:
            raise BadValue("steps", f"{self.steps} is out of range", f"Use 0 to {MOST_STEPS:,}.")
        if self.temperature != 0 and not COLDEST <= self.temperature <= HOTTEST:
            raise BadValue("temperature", f"{self.temperature} is out of range", "Use 0.05 to 5.")
        if not 0 <= self.kept <= 1:
            raise BadValue("kept", f"{self.kept} is out of range", "Use 0 to 1.")

    def changed(self, **changes: Any) -> StageSettings:
        """The same with some fields replaced; a name that is no field is a condition."""
        return changed(self, changes)

    @property
    def first_noise(self) -> Point:
        """The recipe of the first noise."""
        return self.start or Seed(self.seed)


@dataclass(frozen=True, eq=False)
class Pane:
    """One picture of a stage: (C, H, W) float32, shown from `low` (black) to `high` (white)."""

    name: str
    array: Array
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True)
class Number:
    """One number of a stage or picture, named as what it is.

    Attributes:
        name, unit: for people: "free energy", "nats".
        value: the number.
        bound: "upper" or "lower" where it is a bound on the true one; empty where exact.
        better: "lower" or "higher" where one is likelier or better; empty where neither.
    """

    name: str
    value: float
    unit: str
    bound: str = ""
    better: str = ""


@dataclass(frozen=True, eq=False)
class Stage:
    """What there is to see after `index` + 1 stages; the first pane is the picture so far."""

    index: int
    panes: tuple[Pane, ...]
    numbers: tuple[Number, ...]


Advance = Callable[[Any, int], tuple[Stage, Any]]


class Stages:
    """A run of `planned` stages; `len` counts those computed. Index it for a Stage.

    Args:
        settings: what decided it.
        state: what stage 0 begins with.
        planned: how many stages there will be.
        advance: (state before stage i, i) to (stage i, state after it); pure.
        finished: the picture of a state, (H, W, C) float32 in [0, 1].
        again: the same run with other settings, not begun.
    """

    def __init__(
        self,
        settings: StageSettings,
        state: Any,
        planned: int,
        advance: Advance,
        finished: Callable[[Any], Array],
        again: Callable[[StageSettings], Stages],
    ) -> None:
        self.settings, self.planned = settings, planned
        self._advance, self._finished, self._again = advance, finished, again
        self._states: list[Any] = [state]
        self._stages: list[Stage] = []

    def __len__(self) -> int:
        return len(self._stages)

    def __getitem__(self, index: int) -> Stage:
        return self._stages[index]

    def __iter__(self) -> Iterator[Stage]:
        return iter(self._stages)

    @property
    def complete(self) -> bool:
        """Whether every planned stage was computed."""
        return len(self) == self.planned

    def advance(self) -> Stage | None:
        """Compute one more stage and return it; None when the run is complete."""
        if self.complete:
            return None
        stage, state = self._advance(self._states[-1], len(self))
        self._stages.append(stage)
        self._states.append(state)
        return stage

    def finish(self) -> Stages:
        """Compute the rest; returns itself."""
        while self.advance() is not None:
            pass
        return self

    @property
    def image(self) -> Array:
        """The picture as far as it has come, (H, W, C) float32 in [0, 1]."""
        return self._finished(self._states[-1])

    def branch(self, step: int, **changes: Any) -> Stages:
        """A run not finished that shares the stages before `step` and goes on with changes.

        Raises BadValue where that step was not computed or a change is none of StageSettings.
        """
        if not 0 <= step <= len(self):
            raise BadValue("step", f"{step} was not computed", f"Use 0 to {len(self)}.")
        known = {f.name for f in dataclasses.fields(StageSettings)}
        for name in changes.keys() - known:
            raise BadValue(f"setting {name!r}", "no such setting", "See StageSettings.")
        twin = self._again(dataclasses.replace(self.settings, **changes))
        if step:
            twin.share(self._stages[:step], self._states[: step + 1])
        return twin

    def share(self, stages: list[Stage], states: list[Any]) -> None:
        """Begin with stages of another run and the states around them, one more than stages."""
        self._stages, self._states = stages, states
        self.planned = max(self.planned, len(stages))


def changed(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """Settings of a run with some fields replaced; a name that is no field is a condition."""
    fields = {f.name for f in dataclasses.fields(settings)}
    given = {k: v for k, v in changes.items() if k not in fields}
    kept = {k: v for k, v in changes.items() if k in fields}
    if given:
        merged = dict(kept.pop("conditions", settings.conditions)) | given
        kept["conditions"] = tuple(sorted(merged.items()))
    return dataclasses.replace(settings, **kept)


def draws(seed: int, index: int, count: int) -> Array:
    """`count` numbers uniform in [0, 1), a function of (seed, index) alone, float32."""
    source = np.random.Philox(np.random.SeedSequence(entropy=seed, spawn_key=(0x57A6E, index)))
    return np.random.Generator(source).random(count, dtype=np.float32)
