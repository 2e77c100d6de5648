"""A smooth curve through numbers that never overshoots them.

Lengths of latents and re-timed positions must stay between their neighbours: a length below zero
or a frame that runs backwards has no meaning. F. N. Fritsch and J. Butland, "A method for
constructing local monotone piecewise cubic interpolants" (1984), gives slopes that promise it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise


def slope(before: float, after: float, gap_before: float, gap_after: float) -> float:
    """The slope at a knot from the chords' slopes on its two sides (their equation 5).

    Args:
        before, after: slopes of the chords to the left and to the right.
        gap_before, gap_after: widths of the two intervals, above zero.
    """
    if before * after <= 0:
        return 0.0
    left, right = 2 * gap_after + gap_before, gap_after + 2 * gap_before
    return (left + right) / (left / before + right / after)


def hermite(t: float) -> tuple[float, float, float, float]:
    """Weights of start, start tangent, end and end tangent of a cubic at `t` in [0, 1]."""
    rest = 1.0 - t
    return rest * rest * (1 + 2 * t), t * rest * rest, t * t * (3 - 2 * t), -t * t * rest


class Curve:
    """The monotone cubic through (x, y); x rises strictly, and where y rises so does the curve."""

    def __init__(self, x: Sequence[float], y: Sequence[float]) -> None:
        self._x, self._y = tuple(x), tuple(y)
        gaps = [b - a for a, b in pairwise(self._x)]
        chords = [(b - a) / gap for a, b, gap in zip(self._y, self._y[1:], gaps, strict=False)]
        inner = [
            slope(chords[i], chords[i + 1], gaps[i], gaps[i + 1]) for i in range(len(gaps) - 1)
        ]
        self._slopes = (chords[0], *inner, chords[-1])

    def at(self, x: float) -> float:
        """The curve's height at `x`; the first or last height outside, the knots' own at them."""
        if x <= self._x[0]:
            return self._y[0]
        if x >= self._x[-1]:
            return self._y[-1]
        i = bisect_right(self._x, x) - 1
        gap = self._x[i + 1] - self._x[i]
        p, m, q, n = hermite((x - self._x[i]) / gap)
        height = p * self._y[i] + q * self._y[i + 1]
        height += gap * (m * self._slopes[i] + n * self._slopes[i + 1])
        low, high = sorted(self._y[i : i + 2])
        return min(max(height, low), high)  # rounding must not break the promise
