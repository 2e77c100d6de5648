"""Which way of running a network is kept: the fastest that agrees, and the reference on a tie.

Time is what the clock of the test says: a network moves it on by its own cost.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.errors import FileDamaged, RunFailed
from explorer.runtimes import Adaptive, Arrays, Network, adaptive

INPUTS = {"latent": np.linspace(0, 1, 8, dtype=np.float32).reshape(8, 1)}


class Clock:
    """Seconds that pass only when a network runs."""

    def __init__(self) -> None:
        self.now, self.pace, self.tiring = 0.0, 1.0, 1.0

    def spend(self, ms: float) -> None:
        self.now += ms / 1e3 * self.pace
        self.pace *= self.tiring

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(adaptive, "time", clock)
    return clock


class Way:
    """A network that costs `ms` and answers its input plus `error` in row `row`."""

    def __init__(
        self, clock: Clock, name: str, ms: float, error: float = 0.0, row: int = 0
    ) -> None:
        self.clock, self.runtime, self.ms, self.error, self.row = clock, name, ms, error, row
        self.runs = 0

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        self.runs += 1
        self.clock.spend(self.ms)
        image = np.array(inputs["latent"], np.float32)
        if len(image) > self.row:
            image[self.row] += self.error
        return {"image": image}


def opener(way: Network) -> Callable[[], Network]:
    return lambda: way


def chosen(*ways: Network) -> tuple[str, Adaptive]:
    network = Adaptive([opener(way) for way in ways], {"image": 1.0})
    network.measure(INPUTS)
    return network.runtime, network


def test_the_fastest_that_agrees_is_kept(clock: Clock) -> None:
    ways = [Way(clock, "onnx", 4), Way(clock, "float32", 3), Way(clock, "bfloat16", 1, 0.003)]
    runtime, network = chosen(*ways)
    assert runtime == "bfloat16"
    assert [t.chosen for t in network.timings] == [False, False, True]
    assert [t.milliseconds for t in network.timings] == pytest.approx([4, 3, 1])
    before = [way.runs for way in ways]
    network.run(INPUTS)
    assert [way.runs - b for way, b in zip(ways, before, strict=True)] == [0, 0, 1]


@pytest.mark.parametrize("error", [0.005, -0.02, float("nan"), float("inf")])
@pytest.mark.parametrize("row", [0, 7])
def test_one_that_differs_by_more_than_a_grey_level_is_refused_and_says_so(
    clock: Clock, error: float, row: int
) -> None:
    """On any of the inputs."""
    runtime, network = chosen(Way(clock, "onnx", 4), Way(clock, "bfloat16", 1, error, row))
    assert runtime == "onnx"
    assert network.timings[1].milliseconds is None
    assert "differs by" in network.timings[1].note


@pytest.mark.parametrize("ms", [4.0, 3.9, 3.3])
def test_a_tie_keeps_the_reference(clock: Clock, ms: float) -> None:
    assert chosen(Way(clock, "onnx", 4), Way(clock, "float32", ms))[0] == "onnx"


def test_differences_are_shares_of_the_range(clock: Clock) -> None:
    """0.005 is more than 1/255 of one, and less than that of two."""
    ways = [opener(Way(clock, "onnx", 4)), opener(Way(clock, "float32", 1, 0.005))]
    for span, runtime in ((1.0, "onnx"), (2.0, "float32")):
        network = Adaptive(ways, {"image": span})
        network.measure(INPUTS)
        assert network.runtime == runtime


def test_outputs_without_a_range_are_measured_against_what_they_span(clock: Clock) -> None:
    """Encoded means and logits: the answers here span one."""
    for error, runtime in ((0.003, "float32"), (0.005, "onnx")):
        network = Adaptive([opener(Way(clock, "onnx", 4)), opener(Way(clock, "float32", 1, error))])
        network.measure(INPUTS)
        assert network.runtime == runtime


def test_one_that_cannot_be_opened_is_passed_over(clock: Clock) -> None:
    def broken() -> Network:
        raise FileDamaged("weights.safetensors", "it is too short", "Restore it.")

    network = Adaptive([opener(Way(clock, "onnx", 4)), broken], {"image": 1.0})
    timings = network.measure(INPUTS)
    assert network.runtime == "onnx" and timings[1].note == "it is too short"


def test_one_that_fails_as_it_runs_is_called_what_it_is(clock: Clock) -> None:
    """Not what the failure is about: in the table it stands beside the others' names."""

    class Failing(Way):
        def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
            raise RunFailed("Glow", "torch failed", "Try a smaller batch.")

    runtime, network = chosen(Way(clock, "onnx", 4), Failing(clock, "torch bfloat16, CPU", 1))
    failed = network.timings[1]
    assert (runtime, failed.runtime, failed.note) == ("onnx", "torch bfloat16, CPU", "torch failed")


def test_answers_of_another_shape_do_not_agree(clock: Clock) -> None:
    class Wide(Way):
        def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
            return {"image": np.zeros((8, 2), np.float32)}

    assert chosen(Way(clock, "onnx", 4), Wide(clock, "float32", 1))[0] == "onnx"


def test_measuring_again_starts_from_the_same_reference(clock: Clock) -> None:
    """What was chosen may be slower by now: a battery, another program."""
    onnx, torch = Way(clock, "onnx", 4), Way(clock, "float32", 1)
    _, network = chosen(onnx, torch)
    torch.ms = 9
    timings = network.measure(INPUTS)
    assert network.runtime == "onnx"
    assert [t.runtime for t in timings] == ["onnx", "float32"]


def test_slow_spells_of_the_machine_do_not_decide(clock: Clock) -> None:
    """The two run in turns: a machine that slows down slows both."""
    clock.tiring = 1.02
    for ms, runtime in ((1.0, "onnx"), (0.5, "float32")):
        assert chosen(Way(clock, "onnx", 1.0), Way(clock, "float32", ms))[0] == runtime


def test_a_large_network_is_not_run_forty_times_to_be_timed(clock: Clock) -> None:
    """The engine draws nothing meanwhile: one way alone is timed in three runs of a second."""
    only = Way(clock, "float32", 1000)
    _, network = chosen(only)
    assert [t.milliseconds for t in network.timings] == pytest.approx([1000])
    assert network.timings[0].chosen and only.runs <= 3
    ways = [Way(clock, "float32", 1000), Way(clock, "bfloat16", 400)]
    assert chosen(*ways)[0] == "bfloat16"
    assert ways[0].runs <= 5 and ways[1].runs <= 4
