"""Directions are found where they were put, praised for what they are worth, and kept exactly."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.analysis import (
    Direction,
    Progress,
    attribute,
    difference,
    finish,
    local_axes,
    response,
)
from explorer.analysis.attributes import fit
from explorer.analysis.chance import random_directions, separation
from explorer.analysis.directions import from_json, load, save, to_json
from explorer.errors import BadValue, ExplorerError, FileDamaged, FileMissing, FileRefused
from explorer.latent import LatentSpace, Uniform

SPACE = LatentSpace((6,))
# A decoder whose pictures are 0.5 + A z: everything about it is known in closed form.
RNG = np.random.default_rng(4)
AXES = np.linalg.qr(RNG.standard_normal((6, 6)))[0]
PATTERNS = np.linalg.qr(RNG.standard_normal((48, 6)))[0].T
STRENGTHS = np.array([0.30, 0.15, 0.08, 0.02, 0.01, 0.005])
MATRIX = (AXES * STRENGTHS) @ PATTERNS


def linear(latents: NDArray[np.float32]) -> NDArray[np.float32]:
    images = 0.5 + latents.reshape(len(latents), -1) @ MATRIX
    return np.asarray(images.reshape(len(latents), 4, 4, 3), np.float32)


def cosine(direction: Direction, axis: NDArray[np.float64]) -> float:
    return abs(float(direction.array @ axis) / float(np.linalg.norm(axis)))


def test_response_finds_the_axes_of_a_linear_decoder_and_their_shares() -> None:
    found = finish(response(linear, SPACE, count=3, samples=1500, model="linear"))
    shares = STRENGTHS**2 / (STRENGTHS**2).sum()
    for k, direction in enumerate(found):
        assert cosine(direction, AXES[:, k]) > 0.99
        assert direction.explained == pytest.approx(shares[k], rel=0.15)
    usual = np.sqrt(np.mean(STRENGTHS**2))
    assert found[0].score == pytest.approx(STRENGTHS[0] / usual, rel=0.3)
    assert found[0].samples == 1500
    assert "linear" in found[0].source


def test_response_of_pictures_that_do_not_depend_on_the_latent_explains_nothing() -> None:
    """Components of noise correlate with the latents they were fitted to, but not held out."""

    def noise(latents: NDArray[np.float32]) -> NDArray[np.float32]:
        seed = zlib.crc32(latents.tobytes())
        size = (len(latents), 4, 4, 1)
        return np.random.default_rng(seed).random(size).astype(np.float32)

    for direction in finish(response(noise, SPACE, count=3, samples=300)):
        assert direction.explained is not None
        assert direction.explained < 0.01
    flat = finish(response(lambda z: np.full((len(z), 4, 4, 1), 0.5, np.float32), SPACE))
    assert [d.explained for d in flat] == [0.0] * len(flat)
    assert [d.score for d in flat] == [0.0] * len(flat)


def test_local_axes_are_those_of_the_jacobian() -> None:
    found = finish(local_axes(linear, SPACE.draw(3), count=6))
    for k, direction in enumerate(found):
        assert cosine(direction, AXES[:, k]) > 0.999
        assert direction.explained == pytest.approx(
            STRENGTHS[k] ** 2 / (STRENGTHS**2).sum(), abs=1e-4
        )
        usual = np.sqrt(np.mean(STRENGTHS**2))
        assert direction.score == pytest.approx(STRENGTHS[k] / usual, abs=1e-2)
    assert found[0].samples == 12


def test_local_axes_change_from_point_to_point() -> None:
    """Of z -> z^2 at a unit vector the strongest axis is that vector."""

    def squares(latents: NDArray[np.float32]) -> NDArray[np.float32]:
        return (latents**2).reshape(len(latents), 2, 3, 1)

    for axis in range(6):
        point = np.eye(6, dtype=np.float32)[axis]
        (first,) = finish(local_axes(squares, point, count=1))
        assert cosine(first, np.eye(6)[axis]) > 0.999


def test_too_many_dimensions_are_refused_before_any_picture() -> None:
    with pytest.raises(BadValue, match="dimensions"):
        next(local_axes(linear, np.zeros(5000, np.float32)))


def test_progress_rises_to_its_total() -> None:
    seen: list[Progress] = []
    finish(response(linear, SPACE, count=2, samples=100), seen.append)
    assert [p.done for p in seen] == sorted({p.done for p in seen})
    assert seen[-1].done == seen[-1].total == seen[0].total


# -- groups ---------------------------------------------------------------------------------------


Rows = NDArray[np.float64]


def clusters(apart: float, count: int, size: int = 40) -> tuple[Rows, Rows]:
    rng = np.random.default_rng(1)
    shift = np.zeros(size)
    shift[7] = apart / 2
    return rng.standard_normal((count, size)) - shift, rng.standard_normal((count, size)) + shift


def test_two_groups_give_the_way_from_one_to_the_other() -> None:
    left, right = clusters(4.0, 40)
    found = difference(left, right, name="left to right")
    assert int(np.argmax(found.array)) == 7
    assert found.array[7] > 0.9
    assert found.score is not None
    assert found.score > 3
    assert (found.name, found.kind, found.samples) == ("left to right", "groups", 80)


def test_groups_marked_at_random_score_like_random_directions() -> None:
    """Judged by the samples it was made from, the direction would look twice as good."""
    a, b = clusters(0.0, 6)
    found = difference(a, b)
    assert found.score is not None
    assert found.score < 1.5
    rows, group = np.concatenate([a, b]), np.arange(12) >= 6
    assert separation(rows @ found.array, group) > 3


def test_one_mark_each_is_a_direction_without_a_score() -> None:
    found = difference(np.zeros((1, 4)), np.eye(4)[:1])
    assert found.vector == (1.0, 0.0, 0.0, 0.0)
    assert (found.score, found.explained) == (None, 1.0)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (np.zeros((0, 4)), np.ones((1, 4))),
        (np.ones((2, 4)), np.ones((3, 4))),
        (np.ones((2, 4)), np.zeros((2, 5))),
    ],
)
def test_groups_that_give_no_direction_are_refused(
    a: NDArray[np.float64], b: NDArray[np.float64]
) -> None:
    with pytest.raises(BadValue):
        difference(a, b)


# -- attributes -----------------------------------------------------------------------------------


def test_an_attribute_is_the_normal_of_its_plane() -> None:
    latents = LatentSpace((20,)).sample(600, 2)
    normal = RNG.standard_normal(20)
    found = finish(attribute(latents, latents @ normal > 0.3, "has it", model="m"))
    assert cosine(found, normal) > 0.97
    assert float(found.array @ normal) > 0
    assert found.explained is not None
    assert found.explained > 0.7
    assert found.score is not None
    assert found.score > 3
    assert "right held out" in found.source


def test_labels_at_random_explain_nothing() -> None:
    latents = LatentSpace((20,)).sample(400, 2)
    labels = np.random.default_rng(0).random(400) < 0.4
    found = finish(attribute(latents, labels, "chance"))
    assert found.explained == 0.0
    assert found.score is not None
    assert found.score < 2


def test_logistic_regression_is_at_the_optimum_even_where_groups_part_cleanly() -> None:
    rows = LatentSpace((5,)).sample(300, 0).astype(np.float64)
    for labels in (rows[:, 0] > 0, rows[:, 0] + RNG.standard_normal(300) > 1.5):
        normal, offset = fit(rows, labels, 1.0)
        chance = 1 / (1 + np.exp(-(rows @ normal + offset)))
        assert np.abs(rows.T @ (chance - labels) + normal).max() < 1e-5


def test_too_few_labels_are_refused() -> None:
    latents = np.zeros((20, 3))
    for labels in (np.zeros(20, bool), np.arange(20) < 4, np.zeros(5, bool)):
        with pytest.raises(BadValue):
            finish(attribute(latents, labels, "rare"))


# -- the record -----------------------------------------------------------------------------------


def test_a_direction_has_unit_length_and_turns_round() -> None:
    found = Direction.of("d", np.array([[3.0, 0.0], [0.0, -4.0]]))
    assert found.vector == tuple(np.array([0.6, 0, 0, -0.8], np.float32).tolist())
    assert found.reversed().array.tolist() == (-found.array).tolist()
    assert found.named("e") == replace(found, name="e")
    assert found.fits(LatentSpace((2, 2)))
    assert not found.fits(SPACE)
    assert hash(found) == hash(replace(found))


@pytest.mark.parametrize("vector", [[0.0, 0.0], [np.nan, 1.0], [np.inf, 1.0], []])
def test_what_has_no_length_is_no_direction(vector: list[float]) -> None:
    with pytest.raises(BadValue):
        Direction.of("d", np.array(vector))


def test_directions_survive_their_file_to_the_bit(tmp_path: Path) -> None:
    directions = (
        *finish(local_axes(linear, SPACE.draw(0), count=3)),
        Direction.of("ünïcode", RNG.standard_normal(512), source="by hand"),
    )
    path = tmp_path / "d.directions.json"
    save(path, directions)
    assert load(path) == directions
    calibrated = directions[-1].calibrated(LatentSpace((512,), prior=Uniform()))
    assert calibrated.sigma == pytest.approx(3**-0.5, abs=1e-5)
    assert from_json(to_json([calibrated])) == (calibrated,)
    older = json.loads(to_json(directions))
    for row in older["directions"]:
        del row["sigma"]
    assert from_json(json.dumps(older)) == directions
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_file_of_directions_is_a_typed_error(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    with pytest.raises(FileMissing):
        load(path)
    good = json.loads(to_json([Direction("d", (1.0, 0.0))]))
    wrong: list[object] = [[], {}, good | {"version": 2}, good | {"directions": 3}]
    changes: tuple[dict[str, object], ...] = (
        {"name": 1}, {"vector": "x"}, {"vector": []}, {"vector": [True]}, {"vector": [10**400]},
        {"kind": "odd"}, {"samples": "many"}, {"explained": "all"}, {"score": False},
        {"sigma": 0}, {"sigma": "1"},
    )  # fmt: skip
    wrong += [good | {"directions": [good["directions"][0] | change]} for change in changes]
    for data in wrong:
        path.write_text(json.dumps(data))
        with pytest.raises((FileDamaged, FileRefused)):
            load(path)
    for raw in (b"\xff\xfe", b"{", b"[" * 100_000):
        path.write_bytes(raw)
        with pytest.raises(ExplorerError):
            load(path)
    assert from_json(to_json([])) == ()


def test_random_directions_are_uniform_and_of_unit_length() -> None:
    rows = random_directions(8, 4000)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.abs(rows.mean(axis=0)).max() < 0.03
    assert np.abs(rows.T @ rows / 4000 - np.eye(8) / 8).max() < 0.02
