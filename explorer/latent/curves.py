"""Ways from one latent to another.

Gaussian latents in n dimensions lie near the sphere of radius sqrt(n); the straight chord between
two of them dips well inside it, where the model has seen nothing. The great-circle way
(K. Shoemake, "Animating rotation with quaternion curves", 1985, section 3.3; for latents: T. White,
"Sampling generative networks", 2016, section 2.1) stays at the sphere's radius.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from explorer.errors import UnknownName

Array = NDArray[np.float32]
Curve = Callable[[float], Array]
"""From a place, 0 to 1, to the latent there."""

# Below this angle (radians) the sine quotient loses digits, and chord and arc agree to 1e-7.
_PARALLEL = 1e-3


def lerp(a: Array, b: Array, t: float) -> Array:
    """Straight line from `a` (t = 0) to `b` (t = 1), of their shape, float32; ends are exact."""
    return _line(a, b)(t)


def slerp(a: Array, b: Array, t: float) -> Array:
    """Great-circle arc from `a` to `b`; the length goes linearly from |a| to |b|.

    Falls back to the straight line where no arc is defined: nearly parallel vectors, opposite
    ones, and a vector of length zero. The whole array is one vector whatever its shape.
    """
    return _arc(a, b)(t)


def _line(a: Array, b: Array) -> Curve:
    x, y = a.astype(np.float64), b.astype(np.float64)

    def at(t: float) -> Array:
        if t in (0.0, 1.0):
            return (b if t else a).astype(np.float32, copy=True)
        return ((1.0 - t) * x + t * y).astype(np.float32)

    return at


def _arc(a: Array, b: Array) -> Curve:
    line = _line(a, b)
    x, y = a.astype(np.float64).ravel(), b.astype(np.float64).ravel()
    na, nb = math.sqrt(x.dot(x)), math.sqrt(y.dot(y))
    if na == 0.0 or nb == 0.0:
        return line
    u, v = x / na, y / nb
    angle = math.acos(min(1.0, max(-1.0, float(u.dot(v)))))
    if angle < _PARALLEL or math.pi - angle < _PARALLEL:
        return line

    def at(t: float) -> Array:
        if t in (0.0, 1.0):
            return line(t)
        length = ((1.0 - t) * na + t * nb) / math.sin(angle)
        arc = length * math.sin((1.0 - t) * angle) * u + length * math.sin(t * angle) * v
        return arc.astype(np.float32).reshape(a.shape)

    return at


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
        known = " or ".join(MODES)
        raise UnknownName(f"interpolation {mode!r}", "no such mode", f"Use {known}.") from None
    return way(a, b)


def mix(a: Array, b: Array, t: float, mode: str) -> Array:
    """`a` to `b` by the curve named `mode`, one of MODES; raises UnknownName for another."""
    return curve(a, b, mode)(t)
