"""Points around a point, as recipes: what to look at beside the picture on the screen."""

from __future__ import annotations

import math
from collections.abc import Collection

from explorer.errors import BadValue
from explorer.latent import Edited, LatentSpace, Mix, Point, Seed, Uniform, edit, settled
from explorer.latent.priors import NORMAL_SPAN

# What a film strip under a slider reaches, in standard deviations of the prior.
SPAN = 3.0
# A range that ends so near to SPAN (as shares of it) is shown as one of SPAN: round numbers.
_NEAR = (0.9, 1.1)


def span_of(space: LatentSpace, dimension: int) -> float:
    """What a strip of a dimension reaches to either side: SPAN, or the end of its prior's range."""
    reach = max(map(abs, space.limits[dimension])) if space.limits else SPAN
    return SPAN if _NEAR[0] < reach / SPAN < _NEAR[1] else reach


def usual(space: LatentSpace, dimension: int) -> tuple[float, float]:
    """Mean and standard deviation of the prior along a dimension: where most draws lie."""
    if not space.limits:
        return 0.0, 1.0
    low, high = space.limits[dimension]
    uniform = isinstance(space.prior, Uniform) and space.prior.is_uniform(dimension)
    return (low + high) / 2, (high - low) / (math.sqrt(12) if uniform else 2 * NORMAL_SPAN)


def strip(point: Point, dimension: int, count: int = 7, span: float = SPAN) -> tuple[Point, ...]:
    """The point with one dimension set to `count` values from -span to +span."""
    if count < 2:
        raise BadValue("film strip", f"{count} is too few", "Use at least two pictures.")
    return tuple(edit(point, dimension, value) for value in _steps(count, span))


def pad(
    point: Point,
    across: int,
    down: int,
    count: int = 7,
    spans: tuple[float, float] = (SPAN, SPAN),
) -> tuple[Point, ...]:
    """The same for two dimensions: count x count points row by row, `down` largest on top.

    `spans` are what `across` and `down` reach to either side.
    """
    if count < 2 or across == down:
        raise BadValue("pad", "it needs two dimensions, two steps each", "Choose two dimensions.")
    columns, rows = (_steps(count, span) for span in spans)
    return tuple(edit(edit(point, down, -v), across, u) for v in rows for u in columns)


def neighbours(
    point: Point,
    space: LatentSpace,
    count: int = 8,
    reach: float = 0.15,
    seed: int = 0,
    locked: Collection[int] = (),
) -> tuple[Point, ...]:
    """`count` points at one distance from `point`, each the start of a walk by picking.

    Each goes a share `reach` of the way to another sample of the prior. Under a normal prior that
    way is the great circle, so a walk stays on the shell where samples live, however long it is;
    under another it is straight, so a walk never leaves the range that the model was trained on.

    Args:
        point: the centre.
        space: its space.
        count: how many.
        reach: 0 is the point itself, 1 an unrelated sample.
        seed: which samples; another gives other neighbours.
        locked: dimensions that stay as they are.
    """
    if not 0.0 <= reach <= 1.0:
        raise BadValue("reach", f"{reach} is out of range", "Use 0 to 1.")
    centre = settled(point, space)
    way = "linear" if space.limits else "spherical"
    around: list[Point] = [Mix(centre, Seed(seed, index), reach, way) for index in range(count)]
    if not locked:
        return tuple(around)
    values = centre.resolve(space).ravel()
    kept = tuple((d, float(values[d])) for d in sorted(locked))
    return tuple(Edited(other, kept) for other in around)


def _steps(count: int, span: float) -> list[float]:
    return [span * (2 * i / (count - 1) - 1) for i in range(count)]
