"""One smooth curve through all keys of a path, kept on the shell where Gaussian latents live.

Segment by segment the curve is E. Catmull and R. Rom's (1974) in A. W. Overhauser's form for keys
at uneven times: the tangent at a key is that of the parabola through it and its neighbours. A cubic
between Gaussian latents still cuts inside the shell, as a chord does, so its direction is kept and
its length is set to a monotone curve through the keys' lengths. Both are smooth, so is the product.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.latent.monotone import hermite, slope

Array = NDArray[np.float32]
Wide = NDArray[np.float64]
Gaps = tuple[float, float, float]

# A cubic that passes this close to zero (as a share of its length) has no direction to keep.
_TINY = 1e-6


def smooth(
    before: Array | None, a: Array, b: Array, after: Array | None, gaps: Gaps, t: float
) -> Array:
    """The latent at `t` in [0, 1] between `a` and `b`, of their shape, float32; ends are exact.

    Args:
        before, after: the keys on either side, or None at an open end.
        gaps: durations of the segments before, between and after, each above zero.
        t: 0 at `a`, 1 at `b`.
    """
    if t in (0.0, 1.0):
        return (b if t else a).astype(np.float32, copy=True)
    start, end = a.astype(np.float64), b.astype(np.float64)
    p, m, q, n = hermite(t)
    point = p * start + q * end
    point += m * _tangent(before, start, end, gaps[0], gaps[1])
    point -= n * _tangent(after, end, start, gaps[2], gaps[1])
    length, wanted = float(np.linalg.norm(point)), _length(before, start, end, after, gaps, t)
    scale = wanted / length if length > _TINY * wanted else 1.0
    curved: Array = (scale * point).astype(np.float32)
    return curved


def _tangent(outer: Array | None, key: Wide, inner: Wide, gap_out: float, gap_in: float) -> Wide:
    """The tangent at `key` towards `inner`, times the duration of the segment between them."""
    chord = inner - key
    if outer is None:
        return chord
    beyond = (key - outer.astype(np.float64)) * (gap_in / gap_out)
    return np.asarray((beyond * gap_in + chord * gap_out) / (gap_in + gap_out))


def _length(
    before: Array | None, a: Wide, b: Wide, after: Array | None, gaps: Gaps, t: float
) -> float:
    """The length at `t`: a monotone cubic through the keys' lengths."""
    first, last = _norm(a), _norm(b)
    chord = (last - first) / gaps[1]
    start = end = chord
    if before is not None:
        start = slope((first - _norm(before)) / gaps[0], chord, gaps[0], gaps[1])
    if after is not None:
        end = slope(chord, (_norm(after) - last) / gaps[2], gaps[1], gaps[2])
    p, m, q, n = hermite(t)
    return p * first + q * last + gaps[1] * (m * start + n * end)


def _norm(latent: NDArray[np.floating]) -> float:
    return float(np.linalg.norm(latent.astype(np.float64)))
