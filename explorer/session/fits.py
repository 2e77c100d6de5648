"""Whether a state from a file can be shown: it fits its model, and keeps to what views can draw.

Each field has its kind already (explorer.session.typed). A file may still come from a program of
another version, from a hand that changed it, or from before its model was made anew; a number that
no slider can be set to would then fail deep inside a view, after everything else was replaced.
"""

from __future__ import annotations

from explorer.errors import BadValue, ExplorerError
from explorer.families import Spec
from explorer.families.base import TEXTS
from explorer.families.schedulers import SCHEDULERS
from explorer.latent.space import MAX_SEED
from explorer.session.state import Conditions, Exploring, State

_REMEDY = "Use an earlier copy."
_FRAMES, _FASTEST = 100_000, 1000.0
_EVALUATIONS, _TIMESTEPS, _GUIDANCE = 1_000_000, 100_000, 1000.0
_COMPARED, _BRANCHES, _SHORT = 4, 64, 1000


def check_fit(state: State, spec: Spec) -> None:
    """Raise ExplorerError, naming what it is, where a state cannot be shown on its model."""
    space = spec.space(state.exploring.conditions)
    state.exploring.shown.resolve(space)
    path, grid = state.interpolating.path, state.interpolating.grid
    for point in (*path.keys, *(grid.corners if grid is not None else ())):
        point.resolve(space)
    _check_told(state.exploring.conditions, spec)
    _check_exploring(state.exploring, spec, space.size)
    _check_interpolating(state)
    _check_runs(state)


def fits(state: State, spec: Spec) -> bool:
    """Whether it can."""
    try:
        check_fit(state, spec)
    except ExplorerError:
        return False
    return True


def _check_told(told: Conditions, spec: Spec) -> None:
    known = {condition.name: condition.names for condition in spec.conditions}
    dials = {dial.name: dial for dial in spec.dials}
    for name, value in told:
        if (dial := dials.get(name)) is not None:
            if isinstance(value, str) or not dial.low <= value <= dial.high:
                raise BadValue(name, f"{value!r} is out of range", _REMEDY)
        elif name in TEXTS and spec.words is not None:
            spec.words.encode(str(value))
        elif not _is_class(value, known.get(name, ())):
            cause = f"the model knows no {name} {value}"
            raise BadValue(spec.title, cause, "Open it with the model it was saved with.")


def _is_class(value: int | str | float, names: tuple[str, ...]) -> bool:
    return value in names or (type(value) is int and 0 <= value < len(names))


def _check_exploring(view: Exploring, spec: Spec, size: int) -> None:
    dimensions = (*(view.pad or ()), *(() if view.heat is None else (view.heat,)))
    for dimension in dimensions:
        _between("dimension", dimension, 0, size - 1)
    _between("seed", view.grid_seed, 0, MAX_SEED)
    _between("seed", view.walk_seed, 0, MAX_SEED)
    _between("distance of neighbours", view.walk_reach, 0.0, 2.0)
    if view.weights and spec.latent.mixture is not None:
        count = len(spec.latent.mixture.weights)
        if len(view.weights) != count or min(view.weights) < 0 or not any(view.weights):
            raise BadValue("weights", f"they are no weights of {count} Gaussians", _REMEDY)


def _check_interpolating(state: State) -> None:
    view = state.interpolating
    _between("frames", view.frames, 1, _FRAMES)
    _between("frames a second", view.rate, 1e-3, _FASTEST)
    for share in (view.position, *view.grid_at):
        _between("place on the path", share, 0.0, 1.0)


def _check_runs(state: State) -> None:
    noise, stages = state.denoising, state.unfolding
    known = {solver.name for solver in SCHEDULERS}
    for name in (*noise.compared, noise.settings.scheduler):
        if name not in known:
            raise BadValue(f"scheduler {name[:40]!r}", "there is no such scheduler", _REMEDY)
    _between("schedulers", len(noise.compared), 0, _COMPARED)
    _between("guidance", noise.settings.guidance, -_GUIDANCE, _GUIDANCE)
    _between("timestep", noise.noised_to, 0, _TIMESTEPS)
    _between("branches", noise.tries, 1, _BRANCHES)
    _between("steps", noise.try_steps, 1, _SHORT)
    for view in (noise, stages):
        _between("step", view.shown, -1, _EVALUATIONS)
        _between("run", view.beside or 0, 0, len(view.branches))


def _between(subject: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise BadValue(subject, f"{value} is out of range", _REMEDY)
