"""The record a view keeps: whole where it is small, every k-th frame and all numbers where not."""

from __future__ import annotations

import numpy as np

from explorer.families import DenoiseSettings
from explorer.sampling import Frame
from explorer.sampling.frames import Later
from explorer.sampling.requests import Denoise
from explorer.ui.record import Record

REQUEST = Denoise("none", DenoiseSettings())
SIDE = 20  # a frame's picture takes 400 bytes


def frame(index: int, planned: int) -> Frame:
    picture = np.full((1, SIDE, SIDE, 1), index % 256, np.uint8)
    return Frame(
        Later(lambda: {"x": picture}), Later(lambda: {"level": index / 10}), index, planned + 1
    )


def filled(planned: int, budget: int) -> Record:
    record = Record(REQUEST, ("level",), budget=budget)
    for index in range(planned):
        assert record.take(frame(index, planned))
    return record


def test_a_small_run_is_kept_whole() -> None:
    record = filled(20, 100_000)
    assert all(record.frame(index) is not None for index in range(20))
    assert not record.take(frame(3, 20))  # a replay


def test_a_large_run_keeps_its_budget_and_every_number() -> None:
    for planned in (30, 100, 1000):
        record = filled(planned, 10_000)
        assert record.nbytes <= 10_000
        assert record.numbers["level"] == [index / 10 for index in range(planned)]
        assert record.frame(0) is not None
        assert record.frame(planned - 1) is not None  # the newest, which is on the screen


def test_what_came_again_is_found_and_bounded() -> None:
    record = filled(1000, 10_000)
    dropped = [index for index in range(1000) if record.frame(index) is None]
    for index in dropped[:50]:
        record.put(index, frame(index, 1000))
        again = record.frame(index)
        assert again is not None
        assert again.images["x"][0, 0, 0, 0] == index % 256
        assert record.nbytes <= 10_000


def test_the_nearest_kept_frame_is_told() -> None:
    record = filled(100, 10_000)
    for index in range(100):
        nearest = record.nearest(index)
        assert record.frame(nearest) is not None
        others = [i for i in range(100) if record.frame(i) is not None]
        assert abs(nearest - index) == min(abs(other - index) for other in others)


def test_pictures_let_go_of_what_they_are_made_of() -> None:
    class Large:
        """Stands for a step's arrays."""

    held = Large()
    import weakref

    alive = weakref.ref(held)

    def make(what: object = held) -> dict[str, np.ndarray]:
        return {"x": np.zeros((1, 2, 2, 1), np.uint8)}

    content = Later(make)
    del held, make
    assert alive() is not None
    assert content["x"].shape == (1, 2, 2, 1)
    assert alive() is None
