"""Into another latent space of the same model: points go along where something leads there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.families import SPACE, Spec
from explorer.latent import SPACES, Edited, LatentSpace, Point, Seed, Shift, Values
from explorer.session.state import Exploring, State


def in_space(state: State, spec: Spec, chosen: int) -> State:
    """The state with its latents in the space number `chosen` of `explorer.latent.SPACES`.

    A seed stays a seed, and gives the same picture. Other points are mapped from Z to W, repeated
    from W to W+, averaged on the way back; nothing leads back to Z but the seed a point began
    with. What belongs to single dimensions (locks, names, directions) does not go along.
    """
    styles = spec.styles
    before = SPACES.index(spec.space_name(state.exploring.conditions))
    if styles is None or before == chosen:
        return state
    given = tuple(c for c in state.exploring.conditions if c[0] != SPACE)
    conditions = tuple(sorted((*given, (SPACE, chosen))))
    space = spec.space(state.exploring.conditions)
    label = spec.label(state.exploring.conditions)

    def moved(point: Point) -> Point:
        if isinstance(point, Seed):
            return point
        latent = styles.moved(_flat(point, space), SPACES[before], SPACES[chosen], label)
        return _root(point) if latent is None else Values.of(latent, SPACES[chosen])

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


def _flat(point: Point, space: LatentSpace) -> NDArray[np.float32]:
    return point.resolve(space).ravel()


def _root(point: Point) -> Seed:
    """The seed that a point began with; the first one where it began with none."""
    while isinstance(point, Edited | Shift):
        point = point.base
    return point if isinstance(point, Seed) else Seed(0)
