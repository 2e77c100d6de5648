"""Time for playing: frames are dropped, never late, and ends are turned at or stopped at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.player import Player, advance


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def player(qtbot: QtBot, clock: Clock) -> Iterator[Player]:
    made = Player(clock=clock)
    made.set_rate(10)
    yield made
    made.stop()


def test_a_late_tick_drops_frames_in_place_of_slowing_down(player: Player, clock: Clock) -> None:
    due: list[int] = []
    player.due.connect(due.append)
    player.start()
    for seconds in (0.1, 0.2, 0.95, 1.0):
        clock.now = 100 + seconds
        player.tick()
    assert due == [1, 1, 7, 1]
    assert sum(due) == 10  # a second of film in a second


def test_a_tick_too_early_gives_nothing(player: Player, clock: Clock) -> None:
    due: list[int] = []
    player.due.connect(due.append)
    player.start()
    clock.now += 0.05
    player.tick()
    assert due == []


def test_another_rate_counts_from_now(player: Player, clock: Clock) -> None:
    due: list[int] = []
    player.due.connect(due.append)
    player.start()
    clock.now += 1.0
    player.set_rate(20)
    clock.now += 0.5
    player.tick()
    assert due == [10]


def test_it_tells_when_it_starts_and_stops_once_each(player: Player) -> None:
    told: list[bool] = []
    player.running_changed.connect(told.append)
    player.toggle()
    player.start()
    player.toggle()
    player.stop()
    assert told == [True, False]


@pytest.mark.parametrize(
    ("index", "by", "forward", "loop", "bounce", "expected"),
    [
        (2, 1, True, False, False, (3, True, True)),
        (4, 1, True, False, False, (4, True, False)),
        (4, 1, True, True, False, (0, True, True)),
        (3, 9, True, True, False, (2, True, True)),
        (4, 1, True, True, True, (3, False, True)),
        (3, 2, True, True, True, (3, False, True)),
        (1, 1, False, True, True, (0, True, True)),
        (1, 2, False, True, True, (1, True, True)),
        (1, 1, False, False, True, (0, True, False)),
        (0, 9, True, False, True, (0, True, False)),
    ],
)
def test_a_film_of_five_frames_loops_turns_or_stops(
    index: int, by: int, forward: bool, loop: bool, bounce: bool, expected: tuple[int, bool, bool]
) -> None:
    assert advance(index, by, 5, forward, loop, bounce) == expected


def test_there_and_back_shows_each_end_once() -> None:
    index, forward, shown = 0, True, [0]
    for _ in range(8):
        index, forward, _ = advance(index, 1, 4, forward, True, True)
        shown.append(index)
    assert shown == [0, 1, 2, 3, 2, 1, 0, 1, 2]
