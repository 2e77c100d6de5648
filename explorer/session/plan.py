"""From a state to the requests whose answers are on the screen."""

from __future__ import annotations

from explorer.errors import BadValue
from explorer.families.base import PROMPT
from explorer.latent import Path, Point, Retiming, Seed
from explorer.sampling import Request
from explorer.sampling.requests import Conditions, Denoise, Generate, Grid, Reconstruct
from explorer.sampling.stage_requests import Unfold
from explorer.sampling.translate_requests import Translate
from explorer.session import tree
from explorer.session.state import Interpolating, Retimed, State


def plan(state: State) -> Request:
    """The request of the view on screen."""
    if state.view == "interpolate":
        return interpolation(state) if state.interpolating.grid is None else morph(state)
    if state.view == "denoise":
        return denoising(state)
    if state.view == "steps":
        return unfolding(state)
    if state.view == "side":
        return beside(state, state.model, None)
    if state.view == "translate":
        return translation(state)
    return exploration(state)


def exploration(state: State) -> Generate:
    """The picture of the sliders."""
    return Generate(state.model, (state.exploring.shown,), state.exploring.conditions)


def path(state: State) -> Path:
    """The path through the key frames, at constant visual speed where that is on and measured."""
    view = state.interpolating
    plain = view.path
    if view.even and view.retimed is not None and is_measured(state):
        return plain.retimed(view.retimed.retiming)
    return plain


def is_measured(state: State) -> bool:
    """Whether the measurement for constant visual speed is of the very path that is shown."""
    kept = state.interpolating.retimed
    now = (state.model, state.interpolating.path, state.exploring.conditions)
    return kept is not None and (kept.model, kept.path, kept.conditions) == now


def retimed(state: State, positions: tuple[float, ...], distances: tuple[float, ...]) -> Retimed:
    """What to keep as `interpolating.retimed` when the path of `state` was measured."""
    retiming = Retiming.measured(positions, distances)
    plain = state.interpolating.path
    return Retimed(state.model, plain, state.exploring.conditions, retiming)


def interpolation(state: State) -> Generate:
    """The picture under the playhead."""
    point = path(state).at(state.interpolating.position)
    return Generate(state.model, (point,), state.exploring.conditions)


def film(state: State) -> Grid:
    """All pictures of the path as they are saved, one a frame."""
    view = state.interpolating
    points = path(state).points(view.frames)
    shown = tuple(points[number] for number in _played(view))
    return Grid(state.model, shown, state.exploring.conditions)


def film_places(state: State) -> tuple[float, ...]:
    """Where the playhead is at each picture of `film`, 0 to 1."""
    last = max(state.interpolating.frames - 1, 1)
    return tuple(number / last for number in _played(state.interpolating))


def film_length(state: State) -> int:
    """How many pictures `film` has, without making their points."""
    return len(_played(state.interpolating))


def _played(view: Interpolating) -> tuple[int, ...]:
    """Numbers of the path's frames in the order that its film shows them.

    A film that goes back and forth has its frames in both directions, each end once: where it
    loops, the next round begins with the first frame, else that frame is its end. One that returns
    to its first key and loops ends before it for the same reason.
    """
    there = tuple(range(view.frames))
    if view.bounce:
        return there + (there[-2:0:-1] if view.loop else there[-2::-1])
    return there[:-1] if view.closed and view.loop else there


def morph(state: State) -> Generate:
    """The picture of the morph grid under the mouse; raises BadValue while there is no grid."""
    view = state.interpolating
    if view.grid is None:
        raise BadValue("morph grid", "it has no corners", "Choose four pictures first.")
    return Generate(state.model, (view.grid.at(*view.grid_at),), state.exploring.conditions)


def denoising(state: State, run: int | None = None) -> Denoise:
    """The run whose record is scrubbed: the current one, or run `run` of the tree."""
    view = state.denoising
    line = tree.lineage(view, view.current if run is None else run)
    request = Denoise(state.model, view.settings, picture=view.picture, level=view.noised_to)
    for number in line[1:]:
        step = view.branches[number - 1].step
        request = Denoise(state.model, tree.settings(view, number), request, step)
    return request


def unfolding(state: State, run: int | None = None) -> Unfold:
    """The run of stages whose record is scrubbed: the current one, or run `run` of the tree."""
    view = state.unfolding
    line = tree.lineage(view, view.current if run is None else run)
    request = Unfold(state.model, view.settings, view.picture)
    for number in line[1:]:
        step = view.branches[number - 1].step
        request = Unfold(state.model, tree.settings(view, number), view.picture, request, step)
    return request


def translation(state: State) -> Translate:
    """The picture redrawn, and sent back where that is chosen."""
    view = state.translating
    return Translate(state.model, view.picture, view.conditions, view.back, view.style)


def beside(state: State, model: str, conditions: frozenset[str] | None) -> Generate | Reconstruct:
    """What a model shows in the Side by side view.

    Args:
        model: the open one or one of the others.
        conditions: names of those that it takes; None for all that are chosen.

    Raises:
        BadValue: a picture is to be rebuilt and there is none.
    """
    view, chosen = state.side, dict(state.exploring.conditions)
    if view.prompt is not None and PROMPT in (chosen if conditions is None else conditions):
        chosen[PROMPT] = view.prompt
    told = tuple(sorted(chosen.items()))
    taken: Conditions = tuple(c for c in told if conditions is None or c[0] in conditions)
    if view.source == "picture":
        if state.exploring.picture is None:
            raise BadValue("picture", "there is none", "Drop one on the window.")
        return Reconstruct(model, state.exploring.picture, taken)
    points: tuple[Point, ...] = (state.exploring.shown,)
    if view.source == "seed":
        points = tuple(Seed(view.seed, index) for index in range(view.count))
    return Generate(model, points, taken)
