"""The curves between latents: ends, lengths, and what happens where no arc is defined."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from explorer.errors import BadValue, UnknownName
from explorer.latent import MODES, interpolate, lerp, mix, slerp

Array = NDArray[np.float32]

SHAPES = hnp.array_shapes(min_dims=1, max_dims=3, max_side=6)
NUMBERS = st.floats(-50, 50, width=32)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Array, Array]:
    """Two latents of one shape, of lengths that float32 can square."""
    shape = draw(SHAPES)
    a, b = (draw(hnp.arrays(np.float32, shape, elements=NUMBERS)) for _ in range(2))
    for latent in (a, b):
        latent[np.abs(latent) < 1e-3] = 0
    return a, b


@given(pairs(), st.sampled_from(MODES))
def test_ends_are_exact_and_copies(pair: tuple[Array, Array], mode: str) -> None:
    a, b = pair
    for end, t in ((a, 0.0), (b, 1.0)):
        got = mix(a, b, t, mode)
        assert got.dtype == np.float32 and np.array_equal(got, end)
        assert not np.shares_memory(got, end)


@given(pairs(), st.floats(0, 1))
def test_the_length_of_an_arc_goes_linearly_from_one_end_to_the_other(
    pair: tuple[Array, Array], t: float
) -> None:
    a, b = pair
    na, nb = np.linalg.norm(a), np.linalg.norm(b)
    assume(na > 0 and nb > 0)
    angle = np.arccos(np.clip(np.sum(a / na * (b / nb)), -1, 1))
    assume(2e-3 < angle < np.pi - 2e-3)
    length = np.linalg.norm(slerp(a, b, t).astype(np.float64))
    assert length == pytest.approx((1 - t) * na + t * nb, rel=1e-4)


@given(pairs(), st.floats(0, 1), st.sampled_from(MODES))
def test_a_curve_is_the_same_backwards(pair: tuple[Array, Array], t: float, mode: str) -> None:
    a, b = pair
    there, back = mix(a, b, t, mode), mix(b, a, 1 - t, mode)
    assert np.allclose(there, back, rtol=1e-3, atol=1e-3)


@given(pairs(), st.floats(0, 1), st.sampled_from(MODES))
def test_curves_are_finite_and_never_longer_than_the_longer_end(
    pair: tuple[Array, Array], t: float, mode: str
) -> None:
    """Also for parallel, opposite and empty vectors."""
    a, b = pair
    for other in (b, a, -a, 2 * a, np.zeros_like(a)):
        got = mix(a, other, t, mode)
        assert np.isfinite(got).all() and got.shape == a.shape
        longest = max(np.linalg.norm(a), np.linalg.norm(other))
        assert np.linalg.norm(got) <= longest * (1 + 1e-4) + 1e-6


@given(pairs(), st.floats(0, 1))
def test_where_no_arc_is_defined_the_way_is_straight(pair: tuple[Array, Array], t: float) -> None:
    a, _ = pair
    for other in (a, 3 * a, -a, np.zeros_like(a)):
        assert np.array_equal(slerp(a, other, t), lerp(a, other, t))


def test_arcs_turn_at_an_even_rate() -> None:
    a, b = np.array([1, 0], np.float32), np.array([0, 2], np.float32)
    for t in (0.25, 0.5, 0.75):
        x, y = slerp(a, b, t)
        assert np.degrees(np.arctan2(y, x)) == pytest.approx(90 * t, abs=1e-4)


@given(pairs(), st.integers(2, 9), st.sampled_from(MODES))
def test_interpolate_gives_its_frames_with_both_ends(
    pair: tuple[Array, Array], frames: int, mode: str
) -> None:
    a, b = pair
    path = interpolate(a, b, frames, mode)
    assert path.shape == (frames, *a.shape) and path.dtype == np.float32
    assert np.array_equal(path[0], a) and np.array_equal(path[-1], b)


def test_interpolate_refuses_what_cannot_be() -> None:
    a = np.zeros(3, np.float32)
    with pytest.raises(BadValue, match="shapes"):
        interpolate(a, np.zeros(4, np.float32), 5)
    with pytest.raises(BadValue, match="frames"):
        interpolate(a, a, 1)
    with pytest.raises(UnknownName, match="linear, spherical"):
        interpolate(a, a + 1, 5, "bezier")
