"""Everything that decides what is on the screen, frozen.

A picture is a pure function of the state: the same sliders give the same image, whatever the way
to them. That makes undo, saving and caching the same simple thing. Every class here is also a
record of session files (explorer.session.recipe): a new field needs a default, so that older files
can still be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from explorer.analysis import Direction
from explorer.errors import BadValue
from explorer.families import SPACE, DenoiseSettings, StageSettings
from explorer.formats.picture import Picture
from explorer.latent import MorphGrid, Path, Point, Retiming, Seed, shift

Conditions = tuple[tuple[str, int | str | float], ...]
# What a branch changes, by name: a field of its run's settings or a condition.
Changed: TypeAlias = int | float | str | Point | None
# Of the Side by side view.
SOURCES = ("seed", "sliders", "picture")
MOST_DRAWN, MOST_BESIDE = 36, 5


@dataclass(frozen=True)
class Applied:
    """A direction on a slider of its own: `amount` standard deviations along it."""

    direction: Direction
    amount: float = 0.0

    @property
    def length(self) -> float:
        """How far that moves a latent."""
        return self.amount * self.direction.sigma


@dataclass(frozen=True)
class Exploring:
    """The Explore view.

    Attributes:
        point: the latent on the sliders of the dimensions.
        conditions: chosen classes.
        locked: dimensions that randomising leaves alone.
        picture: the user's picture that was encoded, or None.
        by_importance: whether the sliders are sorted by how much they matter.
        grid_seed: the seed of the grid of samples to pick from.
        names: the user's names of dimensions, ((dimension, name), ...), sorted.
        directions: those at hand, in the order of their sliders, each with its amount.
        pad: the dimensions of the 2-D pad, across and down; None while it is closed.
        heat: the dimension whose effect lies over the picture; None for none.
        strips: whether film strips are shown under the sliders.
        marked: pictures marked for a difference of groups, ((point, group), ...), group 0 or 1.
        weights: of a mixture's Gaussians, times their own; empty for their own. Draws follow them.
        walk_seed: the seed of the neighbours to walk by; their distance is `walk_reach`.
        walk_reach: how far neighbours are, as the share of the way to an unrelated sample.
    """

    point: Point = field(default_factory=lambda: Seed(0))
    conditions: Conditions = ()
    locked: frozenset[int] = frozenset()
    picture: Picture | None = None
    by_importance: bool = True
    grid_seed: int = 1
    names: tuple[tuple[int, str], ...] = ()
    directions: tuple[Applied, ...] = ()
    pad: tuple[int, int] | None = None
    heat: int | None = None
    strips: bool = True
    marked: tuple[tuple[Point, int], ...] = ()
    walk_seed: int = 0
    walk_reach: float = 0.15
    weights: tuple[float, ...] = ()

    def named(self, dimension: int, name: str, own: str) -> tuple[tuple[int, str], ...]:
        """The names with one more; an empty one, or the model's `own`, takes it away again."""
        names = {d: n for d, n in self.names if d != dimension}
        if name not in {"", own}:
            names[dimension] = name
        return tuple(sorted(names.items()))

    @property
    def shown(self) -> Point:
        """The latent of the picture: `point` moved along the directions that have an amount."""
        point = self.point
        for applied in self.directions:
            point = shift(point, applied.direction.vector, applied.length)
        return point


@dataclass(frozen=True)
class Retimed:
    """Constant visual speed, with what it was measured on: for anything else it does not count."""

    model: str
    path: Path
    conditions: Conditions
    retiming: Retiming


@dataclass(frozen=True)
class Interpolating:
    """The Interpolate view. Change keys with explorer.session.keys, which keeps the lists in step.

    Attributes:
        keys: key frames, in order.
        mode: the curve of segments that have none of their own, one of explorer.latent.PATH_MODES.
        position: of the playhead, 0 to 1.
        frames: pictures in the film strip and in what is exported.
        rate: frames a second when playing.
        loop: whether playing starts over.
        closed: whether the path returns to its first key.
        times, modes, eases: as in explorer.latent.Path; a list that does not fit is dropped.
        bounce: whether playing turns round at the ends.
        even: whether to play at constant visual speed, once `retimed` was measured.
        retimed: the measurement, or None.
        grid: the morph grid, or None while it is closed.
        grid_at: where the mouse is on it, shares of its width and height.
    """

    keys: tuple[Point, ...] = (Seed(1), Seed(2))
    mode: str = "spherical"
    position: float = 0.0
    frames: int = 60
    rate: float = 30.0
    loop: bool = True
    closed: bool = False
    times: tuple[float, ...] = ()
    modes: tuple[str, ...] = ()
    eases: tuple[str, ...] = ()
    bounce: bool = False
    even: bool = False
    retimed: Retimed | None = None
    grid: MorphGrid | None = None
    grid_at: tuple[float, float] = (0.5, 0.5)

    def __post_init__(self) -> None:
        segments = len(self.keys) - (not self.closed)
        for name, count in (("times", segments + 1), ("modes", segments), ("eases", segments)):
            if len(getattr(self, name)) not in (0, count):
                object.__setattr__(self, name, ())

    @property
    def path(self) -> Path:
        """The path through the keys at their own times; raises BadValue below two keys."""
        return Path(self.keys, self.mode, self.closed, self.times, self.modes, self.eases)


@dataclass(frozen=True)
class Branch:
    """A run that leaves another: from run `parent` before evaluation `step`, with `changes`.

    Runs are numbered: 0 is the view's own settings, n the n-th entry of `Denoising.branches`.
    """

    parent: int
    step: int
    changes: tuple[tuple[str, Changed], ...] = ()


@dataclass(frozen=True)
class Denoising:
    """The Denoise view.

    Attributes:
        settings: of run 0.
        shown: the evaluation on the screen (-1: the finished picture).
        picture: the user's picture that run 0 starts from, or None to start from noise.
        noised_to: the timestep that the picture is noised to, 0 to T - 1.
        branches: the tree (explorer.session.tree grows and prunes it).
        current: the run on the screen, 0 or the number of a branch.
        beside: the run beside it, or None.
        compared: schedulers that run side by side, at most four; empty for none.
        tries: short branches that show how much is still open.
        try_steps: steps of each of them.
    """

    settings: DenoiseSettings = field(default_factory=DenoiseSettings)
    shown: int = -1
    picture: Picture | None = None
    noised_to: int = 500
    branches: tuple[Branch, ...] = ()
    current: int = 0
    beside: int | None = None
    compared: tuple[str, ...] = ()
    tries: int = 8
    try_steps: int = 8

    def __post_init__(self) -> None:
        _check_tree(self.branches, self.current)


def _check_tree(branches: tuple[Branch, ...], current: int) -> None:
    """Raises BadValue where a branch grows from nowhere or the current run is not there."""
    for number, branch in enumerate(branches, 1):
        if not 0 <= branch.parent < number or branch.step < 0:
            raise BadValue(f"branch {number}", "it has no place in the tree", "Grow it again.")
    if not 0 <= current <= len(branches):
        raise BadValue("current run", f"{current} is not there", "Choose another run.")


@dataclass(frozen=True)
class SideBySide:
    """The Side by side view: the open model and others, told the same.

    Attributes:
        others: names of the models beside the open one, in their order, at most five.
        source: what all are told: "seed" (draws of one seed), "sliders" (the latent of Explore),
            "picture" (Explore's picture, encoded and rebuilt).
        seed: of the draws.
        count: pictures of each model under a seed.
        prompt: what models that listen to a text are told; None until one was typed here.
    """

    others: tuple[str, ...] = ()
    source: str = "seed"
    seed: int = 0
    count: int = 16
    prompt: str | None = None

    def __post_init__(self) -> None:
        if self.source not in SOURCES:
            raise BadValue("source", f"{self.source!r} is none", f"Use one of {SOURCES}.")
        if not 1 <= self.count <= MOST_DRAWN or len(self.others) > MOST_BESIDE:
            raise BadValue(
                "side by side", f"{self.count} pictures, {len(self.others)} models",
                f"At most {MOST_DRAWN} pictures and {MOST_BESIDE} models.",
            )  # fmt: skip


@dataclass(frozen=True)
class Unfolding:
    """The Steps view: a run of stages, of whatever model makes its picture by them.

    Attributes:
        settings: what decides the run.
        shown: the frame on the screen (-1: the newest).
        picture: the user's picture that the model is given, or None.
        branches, current, beside: as in Denoising; a branch leaves its parent before a stage.
    """

    settings: StageSettings = field(default_factory=StageSettings)
    shown: int = -1
    picture: Picture | None = None
    branches: tuple[Branch, ...] = ()
    current: int = 0
    beside: int | None = None

    def __post_init__(self) -> None:
        _check_tree(self.branches, self.current)


@dataclass(frozen=True)
class Translating:
    """The Translate view.

    Attributes:
        picture: what is redrawn, a file's or the user's own drawing; None for the drawn face.
        conditions: what the model is told on the way there; those left out are its first.
        back: what it is told on the way back; empty for no way back.
        difference: whether the difference is shown.
        wipe: whether the source lies over the result as far as a divider.
        style: the picture to take a style from, by a model that does; None for its own pattern.
    """

    picture: Picture | None = None
    conditions: Conditions = ()
    back: Conditions = ()
    difference: bool = False
    wipe: bool = False
    style: Picture | None = None


@dataclass(frozen=True)
class Pin:
    """A state that was pinned to the history strip; undo does not take it away."""

    title: str
    state: State


@dataclass(frozen=True)
class State:
    """The whole of it. `model` is a bundled name or a path; `view` is a view's name."""

    model: str = ""
    view: str = "explore"
    exploring: Exploring = field(default_factory=Exploring)
    interpolating: Interpolating = field(default_factory=Interpolating)
    denoising: Denoising = field(default_factory=Denoising)
    side: SideBySide = field(default_factory=SideBySide)
    unfolding: Unfolding = field(default_factory=Unfolding)
    pins: tuple[Pin, ...] = ()
    translating: Translating = field(default_factory=Translating)


# What one looks with: no entry of the history, so undo takes none of it away.
_AIDS = (
    "locked", "by_importance", "grid_seed", "pad", "heat", "strips", "walk_seed", "walk_reach",
)  # fmt: skip


def carried(state: State, present: State) -> State:
    """An earlier state as undo shows it: with the pins of the present one, and its aids in Explore.

    Of another model or latent space only pins stay: dimensions are others there. Between states
    that differ in their pins alone, which unpinning makes, none of either is lost.
    """
    if state.pins != present.pins and replace(state, pins=present.pins) == present:
        more = (pin for pin in present.pins if pin not in state.pins)
        return replace(state, pins=(*state.pins, *more))
    same_space = _space(state) == _space(present)
    if state.model != present.model or not same_space:
        return replace(state, pins=present.pins)
    kept = {name: getattr(present.exploring, name) for name in _AIDS}
    return replace(state, pins=present.pins, exploring=replace(state.exploring, **kept))


def _space(state: State) -> object:
    return dict(state.exploring.conditions).get(SPACE, 0)
