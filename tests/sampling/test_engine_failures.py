"""What fails is a value, what was answered is kept: the thread outlives both."""

from __future__ import annotations

import logging

import pytest

from explorer.errors import BadValue, ExplorerError, RunFailed
from explorer.sampling import Context, Engine, Result
from tests.sampling.test_engine import flush
from tests.support.fakes import Fake, Gate, Kept, Receiver


@pytest.mark.parametrize(
    "failure, kind",
    [
        (BadValue("label", "there is none", "Choose one."), BadValue),
        (MemoryError(), RunFailed),
        (ZeroDivisionError("by zero"), RunFailed),
        (AssertionError(), RunFailed),
    ],
)
def test_failures_are_values_and_the_thread_lives_on(
    engine: Engine, receiver: Receiver, failure: Exception, kind: type[ExplorerError]
) -> None:
    def fail(_context: Context) -> None:
        raise failure

    engine.submit(Fake("bad", inside=fail), "image")
    engine.submit(Fake("good"), "other")
    results = receiver.wait(2)
    error = results[0].error
    assert isinstance(error, kind)
    assert error.subject and error.cause and error.remedy
    assert results[0].frame is None and results[0].done
    assert receiver.names() == ["good"]


def test_memory_that_ran_out_gives_the_cache_back(engine: Engine, receiver: Receiver) -> None:
    def fail(_context: Context) -> None:
        raise MemoryError

    engine.submit(Kept("kept"), "a")
    receiver.wait(1)
    assert engine.cache_used > 0
    engine.submit(Fake("bad", inside=fail), "b")
    receiver.wait(2)
    assert engine.cache_used == 0


def test_a_failure_in_the_middle_keeps_the_frames_before_it(
    engine: Engine, receiver: Receiver
) -> None:
    calls = iter([None, None, ValueError("third")])

    def inside(_context: Context) -> None:
        failure = next(calls)
        if failure:
            raise failure

    engine.submit(Fake("run", total=5, inside=inside), "denoise")
    results = receiver.wait(3)
    assert [r.frame is not None for r in results] == [True, True, False]
    assert "third" in str(results[2].error)


def test_a_receiver_that_raises_does_not_stop_the_engine(
    caplog: pytest.LogCaptureFixture,
) -> None:
    receiver = Receiver()

    def deliver(result: Result) -> None:
        receiver(result)
        if result.slot == "closed":
            raise RuntimeError("the window is gone")

    engine = Engine(deliver, "cpu")
    receiver.engine = engine
    with caplog.at_level(logging.ERROR):
        engine.submit(Fake("one"), "closed")
        receiver.wait(1)
        engine.submit(Fake("two"), "open")
        receiver.wait(2)
    engine.close()
    assert receiver.names() == ["one", "two"]
    assert "closed" in caplog.text
    caplog.clear()


def test_kept_answers_are_not_computed_again(engine: Engine, receiver: Receiver) -> None:
    calls: list[int] = []

    def inside(_context: Context) -> None:
        calls.append(1)

    for i in range(3):
        engine.submit(Kept("grid", total=2, inside=inside), "image")
        receiver.wait(2 * i + 2)
    assert len(calls) == 2
    results = receiver.results
    assert results[0].frame is results[2].frame is results[4].frame


def test_answers_cut_short_are_not_kept(engine: Engine, receiver: Receiver) -> None:
    gate = Gate()
    engine.submit(Kept("grid", total=3, gate=gate), "image")
    gate.let_through()
    receiver.wait(1)
    engine.cancel("image")
    gate.let_through(2)
    flush(engine, receiver)
    assert engine.cache_used == 0


def test_the_cache_never_holds_more_than_its_bytes() -> None:
    receiver = Receiver()
    engine = Engine(receiver, "cpu", cache_bytes=2500)
    receiver.engine = engine
    for i in range(20):
        engine.submit(Kept(f"{i}", size=30), "image")
        receiver.wait(i + 1)
        assert engine.cache_used <= 2500
    assert engine.cache_used == 1800
    engine.submit(Kept("too large", size=60), "image")
    receiver.wait(21)
    assert engine.cache_used == 1800
    engine.close()
