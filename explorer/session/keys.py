"""Key frames added, moved, retimed and dropped, their times, modes and eases kept in step.

Each function takes the view's state and returns a new one. What was measured for constant speed
stays where it is: it counts only for the very path it was measured on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from explorer.errors import BadValue
from explorer.latent import Point
from explorer.session.state import Interpolating

# Two keys closer than this, as a share of the whole, cannot be told apart on a timeline.
CLOSEST = 1e-3
_T = TypeVar("_T")


def times(view: Interpolating) -> tuple[float, ...]:
    """When each key is reached, and for a closed path the return; even where none are set."""
    segments = len(view.keys) - (not view.closed)
    return view.times or tuple(i / segments for i in range(segments + 1))


def segments(view: Interpolating) -> int:
    """How many curves the path has."""
    return len(view.keys) - (not view.closed)


def insert(view: Interpolating, index: int, point: Point) -> Interpolating:
    """A key before key `index`, or after the last one; the times of the others stay in order.

    Between two keys it takes the middle of their time. At an end, all others are squeezed to make
    room for one more segment of mean length.
    """
    index = min(max(index, 0), len(view.keys))
    keys = (*view.keys[:index], point, *view.keys[index:])
    at = min(max(index - 1, 0), segments(view) - 1)
    return replace(
        view,
        keys=keys,
        times=_with_time(view, index),
        modes=_twice(view.modes, at),
        eases=_twice(view.eases, at),
    )


def insert_at(view: Interpolating, time: float, point: Point) -> tuple[Interpolating, int]:
    """A key reached at `time` in [0, 1], held between those before and after; and its number."""
    old = times(view)
    index = min(max(bisect_right(old, time), 1), len(old) - 1)
    return retime(insert(replace(view, times=old), index, point), index, time), index


def append(view: Interpolating, point: Point) -> Interpolating:
    """A key after the last one."""
    return insert(view, len(view.keys), point)


def duplicate(view: Interpolating, index: int) -> Interpolating:
    """The same key once more, after itself: the path rests there."""
    return insert(view, index + 1, view.keys[index])


def remove(view: Interpolating, index: int) -> Interpolating:
    """Without key `index`; raises BadValue where two keys would not be left."""
    if len(view.keys) <= 2:
        raise BadValue("key frames", "a path needs two of them", "Replace this one instead.")
    keys = _without(view.keys, index)
    old = times(view)
    left = _without(old, index) if view.times else ()
    at = min(index, segments(view) - 1)
    modes, eases = _without(view.modes, at), _without(view.eases, at)
    return replace(view, keys=keys, times=_spread(left), modes=modes, eases=eases)


def put(view: Interpolating, index: int, point: Point) -> Interpolating:
    """Another point in the place of key `index`."""
    return replace(view, keys=(*view.keys[:index], point, *view.keys[index + 1 :]))


def reorder(view: Interpolating, index: int, to: int) -> Interpolating:
    """Key `index` moved to place `to`; times, modes and eases belong to places and stay."""
    keys = list(view.keys)
    keys.insert(min(max(to, 0), len(keys) - 1), keys.pop(index))
    return replace(view, keys=tuple(keys))


def retime(view: Interpolating, index: int, time: float) -> Interpolating:
    """Key `index` reached at `time` in [0, 1], held between its neighbours; the ends are fixed."""
    old = list(times(view))
    if not 0 < index < len(old) - 1:
        return view
    low, high = old[index - 1] + CLOSEST, old[index + 1] - CLOSEST
    old[index] = min(max(time, low), high) if low <= high else (low + high) / 2
    new = tuple(old)
    return replace(view, times=() if new == times(space_evenly(view)) else new)


def space_evenly(view: Interpolating) -> Interpolating:
    """All keys evenly spaced in time."""
    return replace(view, times=())


def close(view: Interpolating, closed: bool) -> Interpolating:
    """With a way back from the last key to the first, or without; the others stay as they are."""
    if closed == view.closed:
        return view
    count, old = segments(view), view.times
    if closed:
        squeezed = (*(t * count / (count + 1) for t in old), 1.0) if old else ()
        modes, eases = _twice(view.modes, count - 1), _twice(view.eases, count - 1)
    else:
        squeezed = _spread(old[:-1])
        modes, eases = view.modes[:-1], view.eases[:-1]
    return replace(view, closed=closed, times=squeezed, modes=modes, eases=eases)


def set_all_modes(view: Interpolating, mode: str) -> Interpolating:
    """Every segment by the same curve."""
    return replace(view, mode=mode, modes=())


def set_all_eases(view: Interpolating, kind: str) -> Interpolating:
    """Every segment slowed at its ends in the same way."""
    return replace(view, eases=() if kind == "steady" else (kind,) * segments(view))


def set_mode(view: Interpolating, segment: int, mode: str) -> Interpolating:
    """One segment by a curve of its own."""
    modes = view.modes or (view.mode,) * segments(view)
    return replace(view, modes=_put(modes, segment, mode))


def set_ease(view: Interpolating, segment: int, kind: str) -> Interpolating:
    """One segment slowed at its ends in a way of its own."""
    eases = view.eases or ("steady",) * segments(view)
    return replace(view, eases=_put(eases, segment, kind))


def _with_time(view: Interpolating, index: int) -> tuple[float, ...]:
    if not view.times:
        return ()
    old, count = view.times, segments(view)
    if 0 < index < len(old):
        return (*old[:index], (old[index - 1] + old[index]) / 2, *old[index:])
    squeezed = [t * count / (count + 1) for t in old]
    return _spread((*squeezed, 1.0) if index else (0.0, *(t + 1 / (count + 1) for t in squeezed)))


def _spread(old: tuple[float, ...]) -> tuple[float, ...]:
    """Rising times stretched to reach from 0 to 1 exactly."""
    if not old:
        return ()
    first, whole = old[0], old[-1] - old[0]
    return (0.0, *((t - first) / whole for t in old[1:-1]), 1.0)


def _twice(values: tuple[str, ...], index: int) -> tuple[str, ...]:
    return (*values[: index + 1], *values[index:]) if values else ()


def _without(values: Sequence[_T], index: int) -> tuple[_T, ...]:
    return (*values[:index], *values[index + 1 :])


def _put(values: tuple[str, ...], index: int, value: str) -> tuple[str, ...]:
    return (*values[:index], value, *values[index + 1 :])
