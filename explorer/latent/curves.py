"""Ways from one latent to another.

Gaussian latents in n dimensions lie near the sphere of radius sqrt(n); the straight chord between
two of them dips well inside it, where the model has seen nothing. The great-circle way
(K. Shoemake, "Animating rotation with quaternion curves", 1985, section 3.3; for latents: T. White,
"Sampling generative networks", 2016, section 2.1) stays at the sphere's radius.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.errors import UnknownName

Array = NDArray[np.float32]
Curve = Callable[[Sequence[float]], Array]
"""From N places, 0 to 1, to the latents there, (N, *shape); each the same whatever the others."""

# Below this angle (radians) the sine quotient loses digits, and chord and arc agree to 1e-7.
_PARALLEL = 1e-3


def lerp(a: Array, b: Array, t: float) -> Array:
    """Straight line from `a` (t = 0) to `b` (t = 1), of their shape, float32; ends are exact."""
    at: Array = _line(a, b)((t,))[0]
    return at


def slerp(a: Array, b: Array, t: float) -> Array:
    """Great-circle arc from `a` to `b`; the length goes linearly from |a| to |b|.

    Falls back to the straight line where no arc is defined: nearly parallel vectors, opposite
    ones, and a vector of length zero. The whole array is one vector whatever its shape.
    """
    at: Array = _arc(a, b)((t,))[0]
    return at


def _line(a: Array, b: Array) -> Curve:
    x, y = a.astype(np.float64), b.astype(np.float64)
    return lambda places: _between(a, b, x, y, [1.0 - t for t in places], places, places)


def _arc(a: Array, b: Array) -> Curve:
    x, y = a.astype(np.float64), b.astype(np.float64)
    na, nb = (math.sqrt(v.ravel().dot(v.ravel())) for v in (x, y))
    if na == 0.0 or nb == 0.0:
        return _line(a, b)
    u, v = x / na, y / nb
    angle = math.acos(min(1.0, max(-1.0, float(u.ravel().dot(v.ravel())))))
    if angle < _PARALLEL or math.pi - angle < _PARALLEL:
        return _line(a, b)

    def at(places: Sequence[float]) -> Array:
        lengths = [((1.0 - t) * na + t * nb) / math.sin(angle) for t in places]
        near = [n * math.sin((1.0 - t) * angle) for n, t in zip(lengths, places, strict=True)]
        far = [n * math.sin(t * angle) for n, t in zip(lengths, places, strict=True)]
        return _between(a, b, u, v, near, far, places)

    return at


def _between(
    a: Array,
    b: Array,
    u: NDArray[np.float64],
    v: NDArray[np.float64],
    near: Sequence[float],
    far: Sequence[float],
    places: Sequence[float],
) -> Array:
    """near * u + far * v, a row a place; `a` and `b` themselves at 0 and 1."""
    rows = (np.multiply.outer(near, u) + np.multiply.outer(far, v)).astype(np.float32)
    for index, t in enumerate(places):
        if t in (0.0, 1.0):
            rows[index] = b if t else a
    return rows


_CURVES: Mapping[str, Callable[[Array, Array], Curve]] = {"linear": _line, "spherical": _arc}
MODES: tuple[str, ...] = tuple(_CURVES)


def curve(a: Array, b: Array, mode: str) -> Curve:
    """The way from `a` to `b` by the curve named `mode`, to be asked for many places.

    What does not depend on the place, such as an arc's angle, is computed once.

    Raises:
        UnknownName: `mode` is not one of MODES.
    """
    try:
        way = _CURVES[mode]
    except KeyError:
        known = ", ".join(MODES)
        raise UnknownName(
            f"interpolation {mode!r}", "no such mode", f"Use one of {known}."
        ) from None
    return way(a, b)


def mix(a: Array, b: Array, t: float, mode: str) -> Array:
    """`a` to `b` by the curve named `mode`, one of MODES; raises UnknownName for another."""
    at: Array = curve(a, b, mode)((t,))[0]
    return at
