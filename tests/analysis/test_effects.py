"""Effects, heat and points around a point, on decoders whose answers are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from explorer.analysis import finish, heat, movement, neighbours, pad, pixel_effects, strip
from explorer.analysis.work import BATCH, SIDE, pictures, reduced
from explorer.errors import BadValue
from explorer.latent import Edited, LatentSpace, Seed, Uniform, typicality

SPACE = LatentSpace((4,))


def halves(latents: NDArray[np.float32]) -> NDArray[np.float32]:
    """Dimension 0 moves the left half by 0.1 a sigma, dimension 1 the right by 0.05; 2, 3 none."""
    images = np.full((len(latents), 4, 6, 3), 0.5, np.float32)
    images[:, :, :3] += 0.1 * latents[:, :1, None, None]
    images[:, :, 3:] += 0.05 * latents[:, 1:2, None, None]
    return images


def test_pixel_effects_are_grey_levels_a_sigma() -> None:
    found = finish(pixel_effects(halves, SPACE))
    root = np.sqrt(0.5)  # only half of the pixels move
    assert found == pytest.approx((255 * 0.1 * root, 255 * 0.05 * root, 0.0, 0.0), abs=1e-3)


def test_effects_of_any_number_of_points_count_each_point_once() -> None:
    def steep(latents: NDArray[np.float32]) -> NDArray[np.float32]:
        return (latents[:, :1] * np.abs(latents[:, 1:2])).reshape(-1, 1, 1, 1)

    latents = LatentSpace((2,)).sample(13, 0)
    found = finish(movement(steep, latents, np.eye(2)[:1]))
    assert found[0] == pytest.approx(255 * np.sqrt(np.mean(latents[:, 1] ** 2)), rel=1e-4)


def test_heat_is_where_a_dimension_acts() -> None:
    found = finish(heat(halves, SPACE.sample(2, 0), np.eye(4)[0]))
    assert found.shape == (4, 6)
    assert np.allclose(found[:, :3], 0.1, atol=1e-6)
    assert np.abs(found[:, 3:]).max() < 1e-6


def test_a_picture_that_is_not_finite_does_not_spoil_the_rest() -> None:
    def broken(latents: NDArray[np.float32]) -> NDArray[np.float32]:
        images = halves(latents)
        images[0, 0, 0, 0] = np.nan
        return images

    assert np.isfinite(finish(pixel_effects(broken, SPACE))).all()
    assert np.isfinite(finish(heat(broken, SPACE.sample(2, 0), np.eye(4)[0]))).all()


def test_pictures_are_made_in_batches_with_progress() -> None:
    sizes: list[int] = []

    def counted(latents: NDArray[np.float32]) -> NDArray[np.float32]:
        sizes.append(len(latents))
        return halves(latents)

    seen: list[int] = []
    images = finish(pictures(counted, SPACE.sample(40, 0)), lambda p: seen.append(p.done))
    assert np.array_equal(images, halves(SPACE.sample(40, 0)))
    assert sizes == [BATCH, BATCH, 8]
    assert seen == [BATCH, 2 * BATCH, 40]


@pytest.mark.parametrize("shape", [(200, 100), (64, 64), (65, 3), (1024, 1024), (1, 500)])
def test_large_pictures_are_averaged_down(shape: tuple[int, int]) -> None:
    images = np.random.default_rng(0).random((2, *shape, 1)).astype(np.float32)
    small = reduced(images)
    assert max(small.shape[1:3]) <= SIDE
    assert small.mean() == pytest.approx(images.mean(), abs=0.02)
    if max(shape) <= SIDE:
        assert small is images


# -- points around a point ------------------------------------------------------------------------


def test_a_film_strip_sets_one_dimension_from_end_to_end() -> None:
    points = strip(Seed(3), 2)
    rows = np.stack([p.resolve(SPACE) for p in points])
    assert rows[:, 2].tolist() == pytest.approx([-3, -2, -1, 0, 1, 2, 3])
    assert np.array_equal(rows[:, [0, 1, 3]], np.tile(SPACE.draw(3)[[0, 1, 3]], (7, 1)))
    with pytest.raises(BadValue):
        strip(Seed(3), 2, count=1)


def test_a_pad_goes_across_and_up() -> None:
    rows = np.stack([p.resolve(SPACE) for p in pad(Seed(3), 1, 3, count=3, spans=(2.0, 2.0))])
    assert rows[:, 1].tolist() == [-2, 0, 2] * 3
    assert rows[:, 3].tolist() == [2, 2, 2, 0, 0, 0, -2, -2, -2]
    with pytest.raises(BadValue):
        pad(Seed(3), 1, 1)


@given(reach=st.floats(0, 1), seed=st.integers(0, 2**40))
def test_neighbours_are_at_one_distance_and_differ(reach: float, seed: int) -> None:
    space = LatentSpace((64,))
    centre = space.draw(0)
    around = np.stack([p.resolve(space) for p in neighbours(Seed(0), space, 8, reach, seed)])
    if reach == 0:
        assert np.abs(around - centre).max() < 1e-6
    elif reach == 1:
        assert np.array_equal(around, space.sample(8, seed))
    elif reach > 1e-3:
        assert len({row.tobytes() for row in around}) == 8


def test_a_long_walk_stays_where_samples_live() -> None:
    space = LatentSpace((64,))
    point = neighbours(Seed(0), space)[0]
    for step in range(60):
        point = neighbours(point, space, seed=step)[step % 8]
    assert abs(float(typicality(point.resolve(space)[None])[0])) < 3
    with pytest.raises(BadValue):
        neighbours(point, space, reach=1.5)


def test_a_walk_under_a_uniform_prior_never_leaves_its_range() -> None:
    space = LatentSpace((16,), prior=Uniform())
    point = neighbours(Seed(0), space, reach=0.5)[0]
    for step in range(40):
        point = neighbours(point, space, reach=0.5, seed=step)[step % 8]
        assert np.abs(point.resolve(space)).max() <= 1


def test_a_pad_reaches_as_far_each_way_as_its_dimensions_go() -> None:
    points = pad(Seed(3), 1, 3, count=3, spans=(1.0, 3.0))
    rows = np.stack([p.resolve(SPACE) for p in points])
    assert set(rows[:, 1]) == {-1, 0, 1} and set(rows[:, 3]) == {-3, 0, 3}


def test_locked_dimensions_stay() -> None:
    space = LatentSpace((8,))
    for point in neighbours(Seed(5), space, locked=frozenset({1, 6})):
        assert isinstance(point, Edited)
        assert np.array_equal(point.resolve(space)[[1, 6]], space.draw(5)[[1, 6]])
