"""Packing beside making: order, room, failures and giving up, with hands that hold a lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.errors import Cancelled, WriteFailed
from explorer.export.base import Bytes, Frames
from explorer.export.beside import ROOM, Beside
from explorer.export.job import Save
from explorer.latent import Path as Way
from explorer.latent import Seed
from explorer.sampling import Cache, Context, Frame
from explorer.sampling.requests import strip

FRAME = np.zeros((2, 2, 3), np.uint8)


class Hand:
    """A writer that stops before its first frame until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.seen: list[Bytes] = []
        self.ended = False

    def __call__(self, frames: Frames) -> None:
        self.go.wait(20)
        for frame in frames:
            self.seen.append(frame)
        self.ended = True


def test_frames_arrive_in_order_and_no_more_than_the_room_wait() -> None:
    hand, frames = Hand(), [FRAME + i for i in range(2 * ROOM + 3)]
    with Beside(hand) as film:
        for first in range(0, 2 * ROOM, 2):
            assert film.offer(frames[first : first + 2])
        assert not film.offer(frames[2 * ROOM :], patience=0)
        hand.go.set()
        assert film.offer(frames[2 * ROOM :])
        assert film.finished()
    assert all(a is b for a, b in zip(frames, hand.seen, strict=True))
    assert hand.ended


def test_leaving_early_gives_up() -> None:
    hand = Hand()
    with Beside(hand) as film:
        film.offer([FRAME])
        hand.go.set()
    assert not hand.ended


def test_giving_up_is_noticed_in_the_middle_of_a_batch() -> None:
    """A batch of large pictures takes seconds to pack as a WebP film."""
    seen: list[Bytes] = []
    first = threading.Event()

    def slow(frames: Frames) -> None:
        for frame in frames:
            seen.append(frame)
            first.set()
            with film._turn:  # until the block is being left
                film._turn.wait_for(lambda: film._abandoned, 20)

    with Beside(slow) as film:
        film.offer([FRAME] * 3)
        assert first.wait(20)
    assert len(seen) == 1


def test_frames_are_made_where_they_are_packed() -> None:
    made_on: list[str] = []

    def lazily() -> Frames:
        made_on.append(threading.current_thread().name)
        yield FRAME

    hand = Hand()
    hand.go.set()
    with Beside(hand) as film:
        film.offer(lazily())
        film.finished()
    assert made_on == ["explorer-export"] and len(hand.seen) == 1


def test_a_failure_is_raised_where_frames_are_made() -> None:
    def refuse(_: Frames) -> None:
        raise WriteFailed("film", "the disk is full", "Free some space.")

    with Beside(refuse) as film, pytest.raises(WriteFailed, match="disk is full"):
        film.finished()
    with Beside(refuse) as film, pytest.raises(WriteFailed, match="disk is full"):
        while True:
            film.offer([FRAME])


@pytest.fixture
def request_and_old(tiny_models: Path, tmp_path: Path) -> tuple[Save, bytes]:
    """A film of 40 frames over a file that is there."""
    file = tmp_path / "film.mp4"
    file.write_bytes(b"old")
    grid = strip(str(tiny_models / "tiny-vae"), Way((Seed(1), Seed(2))), 40)
    return Save(grid, str(file), rate=24), b"old"


def context(left: int = 10**9) -> Context:
    def checkpoint() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Cancelled

    return Context("cpu", Cache(0), checkpoint)


def test_a_film_tells_of_its_progress_and_replaces_the_old_file(
    request_and_old: tuple[Save, bytes],
) -> None:
    request, old = request_and_old
    frames = list(request.frames(context()))
    places = [(frame.index, frame.total) for frame in frames]
    assert places == sorted(places)
    assert {total for _, total in places} == {4}
    assert frames[-1].values["file"] == request.file
    assert all(not frame.images for frame in frames)
    assert Path(request.file).read_bytes() != old


def test_a_film_does_not_ask_a_critic_for_scores(
    tiny_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody sees them, and they would take half as long again."""
    ground, name = context(), str(tiny_models / "tiny-gan")
    model = ground.model(name)
    assert "score" in model.spec.capabilities
    monkeypatch.delitem(model.networks, "critic")
    grid = strip(name, Way((Seed(1), Seed(2))), 5)
    list(Save(grid, str(tmp_path / "film.webp")).frames(ground))
    with Image.open(tmp_path / "film.webp") as film:
        assert getattr(film, "n_frames", 0) == 5


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_cancel_leaves_the_old_file_and_nothing_beside_it(
    request_and_old: tuple[Save, bytes], calls: int
) -> None:
    request, old = request_and_old
    with pytest.raises(Cancelled):
        list(request.frames(context(calls)))
    assert Path(request.file).read_bytes() == old
    assert len(list(Path(request.file).parent.iterdir())) == 1


def test_a_film_that_is_dropped_in_the_middle_lets_go(request_and_old: tuple[Save, bytes]) -> None:
    """As when another film takes its place, or the window closes."""
    request, old = request_and_old
    frames: Iterator[Frame] = request.frames(context())
    next(frames)
    del frames
    assert Path(request.file).read_bytes() == old
    assert not [t for t in threading.enumerate() if t.name == "explorer-export"]


def test_a_cancelled_sequence_keeps_what_is_done(tiny_models: Path, tmp_path: Path) -> None:
    grid = strip(str(tiny_models / "tiny-vae"), Way((Seed(1), Seed(2))), 40)
    frames = Save(grid, str(tmp_path / "a-####.png")).frames(context())
    next(frames)
    while not list(tmp_path.glob("a-*.png")):
        next(frames)
    frames.close()  # type: ignore[attr-defined]  # a generator
    done = len(list(tmp_path.glob("a-*.png")))
    assert done >= 1
    assert len(list(tmp_path.iterdir())) == done


def test_slow_and_fast_machines_write_the_same_bytes(tiny_models: Path, tmp_path: Path) -> None:
    """Whether frames wait for the encoder or it for them, all in one go or after many waits."""
    grid = strip(str(tiny_models / "tiny-vae"), Way((Seed(1), Seed(2))), 60)
    made = [picture for f in grid.frames(context()) for picture in f.images["image"]]
    for name in ("engine", "late"):
        (tmp_path / name).mkdir()
    request = Save(grid, str(tmp_path / "engine" / "f.mp4"), rate=25, recipe='{"a": 1}')
    list(request.frames(context()))
    from explorer.export import Options, write

    gate = threading.Event()

    def late(frames: Frames) -> None:
        gate.wait(20)
        options = Options(rate=25, recipe={"a": 1})
        write(frames, tmp_path / "late" / "f.mp4", options)

    with Beside(late) as film:
        film.offer(made)
        gate.set()
        film.finished()
    first, second = ((tmp_path / name / "f.mp4").read_bytes() for name in ("engine", "late"))
    assert first == second
