"""Slow imports beside the engine: asked for once, waited for without blocking, failing in words."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from explorer.errors import RunFailed
from explorer.sampling import Context, Engine, loader
from explorer.sampling.loader import Loader, NotYet
from tests.support.fakes import PATIENCE, Fake, Gate, Receiver


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Every import stops here; "bad" then fails."""
    gate = Gate()

    def load(name: str) -> None:
        gate.stop_here()
        if name == "bad":
            raise ImportError("no library libbad.so")

    monkeypatch.setattr(loader, "load", load)
    return gate


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def engine(receiver: Receiver) -> Iterator[Engine]:
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    yield engine
    engine.close()


def needs(*modules: str) -> Fake:
    def inside(context: Context) -> None:
        context.need(*modules)

    return Fake(f"needs {' '.join(modules)}", inside=inside)


def test_others_are_served_while_a_module_is_imported(
    gate: Gate, engine: Engine, receiver: Receiver
) -> None:
    engine.submit(needs("slow"), "a")
    gate.wait_reached()
    engine.submit(Fake("quick"), "b")
    receiver.wait(1)
    assert receiver.names() == ["quick"]
    assert not engine.idle
    gate.let_through()
    receiver.wait(2)
    assert receiver.names() == ["quick", "needs slow"]


def test_two_modules_come_one_after_the_other(
    gate: Gate, engine: Engine, receiver: Receiver
) -> None:
    engine.submit(needs("one", "two"), "a")
    gate.let_through(2)
    receiver.wait(1)
    engine.submit(needs("two"), "b")
    receiver.wait(2)
    assert receiver.names() == ["needs one two", "needs two"]


def test_a_request_that_waits_for_an_import_can_be_overtaken_and_cancelled(
    gate: Gate, engine: Engine, receiver: Receiver
) -> None:
    engine.submit(needs("slow"), "a")
    engine.submit(needs("slow"), "b")
    gate.wait_reached()
    engine.submit(Fake("instead"), "a")
    engine.cancel("b")
    receiver.wait(1)
    gate.let_through()
    engine.submit(needs("slow"), "c")
    receiver.wait(2)
    assert receiver.names() == ["instead", "needs slow"]


def test_an_import_that_fails_is_said_to_everyone_who_needs_it(
    gate: Gate, engine: Engine, receiver: Receiver
) -> None:
    gate.let_through()
    for slot in "ab":
        engine.submit(needs("bad"), slot)
        error = receiver.wait(len(receiver.results) + 1)[-1].error
        assert isinstance(error, RunFailed)
        assert "libbad.so" in error.cause and error.subject == "bad"


def test_close_waits_for_an_import_under_way(gate: Gate, receiver: Receiver) -> None:
    engine = Engine(receiver, "cpu")
    engine.submit(needs("slow"), "a")
    gate.wait_reached()
    closing = threading.Thread(target=engine.close)
    closing.start()
    gate.let_through()
    closing.join(PATIENCE)
    assert not closing.is_alive() and receiver.results == []


def test_asking_again_does_not_import_again(gate: Gate) -> None:
    changed = threading.Event()
    ours = Loader(changed.set)
    for _ in range(3):
        with pytest.raises(NotYet):
            ours.need("slow")
    gate.let_through()
    assert changed.wait(PATIENCE)
    ours.need("slow")
    assert ours.idle
