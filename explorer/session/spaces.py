"""Into another latent space of the same model: points go along where something leads there."""

from __future__ import annotations

from dataclasses import replace

from explorer.errors import BadValue
from explorer.families import SPACE, Spec
from explorer.latent import SPACES, Edited, Point, Seed, Shift, Values
from explorer.session.state import Conditions, Exploring, State


def in_space(state: State, spec: Spec, chosen: int) -> State:
    """The state with its latents in the space number `chosen` of `explorer.latent.SPACES`.

    A seed stays a seed, and gives the same picture. Other points are mapped from Z to W, repeated
    from W to W+, averaged on the way back; nothing leads back to Z but the seed a point began
    with. What belongs to single dimensions (locks, names, directions) does not go along.
    """
    before = SPACES.index(spec.space_name(state.exploring.conditions))
    if spec.styles is None or before == chosen:
        return state
    given = tuple(c for c in state.exploring.conditions if c[0] != SPACE)
    conditions = tuple(sorted((*given, (SPACE, chosen))))

    def moved(point: Point) -> Point:
        return _moved(point, spec, given, (before, chosen))

    was, path = state.exploring, state.interpolating
    exploring = Exploring(
        moved(was.shown), conditions, by_importance=was.by_importance, strips=was.strips,
        grid_seed=was.grid_seed, walk_seed=was.walk_seed, walk_reach=was.walk_reach,
    )  # fmt: skip
    grid = path.grid
    if grid is not None:
        a, b, c, d = map(moved, grid.corners)
        grid = replace(grid, corners=(a, b, c, d))
    keys = tuple(map(moved, path.keys))
    interpolating = replace(path, keys=keys, retimed=None, grid=grid)
    return replace(state, exploring=exploring, interpolating=interpolating)


def into_named(state: State, spec: Spec, name: str) -> State:
    """The same by the space's name, as a copied latent says it; "" leaves the state as it is.

    Raises BadValue where the model has no such space.
    """
    if name not in ("", SPACES[0]) and spec.styles is None:
        cause = f"it is of the space {name}, which this model does not have"
        raise BadValue("the latent", cause, "Open the model it is of.")
    return in_space(state, spec, SPACES.index(name)) if name else state


def joined(state: State, spec: Spec, point: Point, name: str) -> tuple[State, Point]:
    """A state and a latent of the space `name`, both in one space that loses nothing of either.

    That is the later of the two, since Z leads to W and W to W+ exactly. Raises BadValue as
    `into_named`, and where the point does not fit its space.
    """
    before = SPACES.index(spec.space_name(state.exploring.conditions))
    told = state.exploring.conditions
    if name and SPACES.index(name) < before:
        given = tuple(c for c in told if c[0] != SPACE)
        return state, _moved(point, spec, given, (SPACES.index(name), before))
    state = into_named(state, spec, name)
    point.resolve(spec.space(state.exploring.conditions))
    return state, point


def _moved(point: Point, spec: Spec, given: Conditions, way: tuple[int, int]) -> Point:
    """A point from one space to another, by their numbers; `given` are the other conditions."""
    if isinstance(point, Seed) or spec.styles is None:
        return point
    before, after = (SPACES[place] for place in way)
    latent = point.resolve(spec.space((*given, (SPACE, way[0])))).ravel()
    found = spec.styles.moved(latent, before, after, spec.label(given))
    return _root(point) if found is None else Values.of(found, after)


def _root(point: Point) -> Seed:
    """The seed that a point began with; the first one where it began with none."""
    while isinstance(point, Edited | Shift):
        point = point.base
    return point if isinstance(point, Seed) else Seed(0)
