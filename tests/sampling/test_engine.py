"""The engine's promises, proved with requests that hold a gate: no sleeps, no timing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from explorer.errors import Cancelled
from explorer.sampling import JOB, Context, Engine, Frame, Result
from tests.support.fakes import Fake, Gate, Kept, Receiver


def flush(engine: Engine, receiver: Receiver) -> None:
    """Until the engine has come to the end of all it held."""
    before = sum(r.slot == "flush" for r in receiver.results)
    engine.submit(Fake("flush"), "flush", JOB)
    while sum(r.slot == "flush" for r in receiver.results) == before:
        receiver.wait(len(receiver.results) + 1)


def test_a_slot_holds_the_newest_request_and_always_renders_the_last(
    engine: Engine, receiver: Receiver
) -> None:
    gate = Gate()
    engine.submit(Fake("first", gate=gate), "image")
    gate.wait_reached()
    for i in range(100):
        engine.submit(Fake(f"value {i}"), "image")
    gate.let_through()
    receiver.wait(2)
    flush(engine, receiver)
    assert receiver.names() == ["first", "value 99", "flush"]
    assert engine.dropped == 99


def test_an_overtaken_preview_is_still_shown_so_that_a_drag_never_starves(
    engine: Engine, receiver: Receiver
) -> None:
    """Newer than what is on the screen, though no longer the newest."""
    gate = Gate()
    for i in range(5):
        engine.submit(Fake(f"value {i}", gate=gate), "image")
        gate.wait_reached()
        engine.submit(Fake(f"newer {i}", gate=gate), "image")
        gate.let_through(2)
        receiver.wait(2 * i + 2)
        gate.wait_reached()
    assert receiver.names() == [f"{kind} {i}" for i in range(5) for kind in ("value", "newer")]


def test_a_run_that_was_overtaken_stops_after_the_frame_under_way(
    engine: Engine, receiver: Receiver
) -> None:
    gate = Gate()
    engine.submit(Fake("run", total=50, gate=gate), "denoise")
    gate.wait_reached()
    engine.submit(Fake("other"), "denoise")
    gate.let_through(50)
    receiver.wait(2)
    flush(engine, receiver)
    assert receiver.names() == ["run", "other", "flush"]
    assert [r.done for r in receiver.results] == [False, True, True]


def test_an_overtaken_job_delivers_nothing_more(engine: Engine, receiver: Receiver) -> None:
    gate = Gate()
    engine.submit(Fake("old grid", total=3, gate=gate), "grid", JOB)
    gate.wait_reached()
    engine.submit(Fake("new grid"), "grid", JOB)
    gate.let_through(3)
    receiver.wait(1)
    flush(engine, receiver)
    assert receiver.names() == ["new grid", "flush"]


def test_jobs_yield_to_previews_between_two_frames(engine: Engine, receiver: Receiver) -> None:
    gate = Gate()
    engine.submit(Fake("grid", total=3, gate=gate), "grid", JOB)
    gate.wait_reached()
    engine.submit(Fake("image"), "image")
    gate.let_through(3)
    receiver.wait(4)
    assert receiver.names() == ["grid", "image", "grid", "grid"]


def test_slots_of_one_priority_take_turns(engine: Engine, receiver: Receiver) -> None:
    gate = Gate()
    engine.submit(Fake("a", total=3, gate=gate), "a", JOB)
    gate.wait_reached()
    engine.submit(Fake("b", total=3), "b", JOB)
    gate.let_through(3)
    receiver.wait(6)
    assert receiver.names() == ["a", "b", "a", "b", "a", "b"]


def test_the_newest_preview_waits_for_the_screen() -> None:
    """A new request starts only when the last frame of its slot was painted."""
    receiver = Receiver(show=False)
    engine = Engine(receiver, "cpu")
    engine.submit(Fake("one"), "image")
    receiver.wait(1)
    engine.submit(Fake("two"), "image")
    flush(engine, receiver)
    assert receiver.names() == ["one", "flush"]
    engine.submit(Fake("three"), "image")
    engine.shown("image")
    receiver.wait(3)
    assert receiver.names() == ["one", "flush", "three"]
    engine.close()


def test_a_run_computes_one_frame_ahead_of_the_screen_and_shows_every_one() -> None:
    receiver = Receiver(show=False)
    engine = Engine(receiver, "cpu")
    gate = Gate()
    engine.submit(Fake("run", total=4, gate=gate), "denoise")
    gate.let_through(2)
    gate.wait_reached()
    gate.wait_reached()  # the second is computed while the first is being painted
    flush(engine, receiver)
    assert receiver.names() == ["run", "flush"]  # but held back
    for painted in range(3):
        engine.shown("denoise")
        gate.let_through()
        receiver.wait(3 + painted)
    shown = [r.frame.index for r in receiver.results if r.slot == "denoise" and r.frame]
    assert shown == [0, 1, 2, 3]
    engine.close()


class Stepping(Fake):
    """Frames that are to be handed over when the next one's network starts."""

    def frames(self, context: Context) -> Iterator[Frame]:
        for index in range(self.total):
            if self.gate is not None:
                self.gate.stop_here()
            if context._leaving is not None:
                context._leaving()  # as a network does when it starts
            if self.inside is not None:
                self.inside(context)
            yield Frame({}, {"name": self.name}, index, self.total, before_run=True)


def test_a_step_is_handed_over_when_the_next_ones_network_starts(
    engine: Engine, receiver: Receiver
) -> None:
    before, inside = Gate(), Gate()
    run = Stepping("run", total=3, gate=before, inside=lambda _: inside.stop_here())
    engine.submit(run, "denoise", JOB)
    before.let_through()
    inside.wait_reached()
    inside.let_through()  # the first step is computed
    before.wait_reached()
    before.wait_reached()  # the second has not started
    assert receiver.names() == []
    before.let_through()
    receiver.wait(1)
    inside.wait_reached()  # it runs while the first is shown
    assert receiver.names() == ["run"]
    before.let_through()
    inside.let_through(2)
    receiver.wait(3)
    assert [r.frame.index for r in receiver.results if r.frame] == [0, 1, 2]


def test_a_step_is_handed_over_when_nothing_runs_next() -> None:
    """Here because the screen is behind."""
    receiver = Receiver(show=False)
    engine = Engine(receiver, "cpu")
    engine.submit(Stepping("run", total=3), "denoise")
    receiver.wait(1)
    engine.shown("denoise")
    receiver.wait(2)
    engine.shown("denoise")
    receiver.wait(3)
    assert [r.done for r in receiver.results] == [False, False, True]
    engine.close()


def test_a_step_that_waits_is_not_delivered_after_a_cancel(
    engine: Engine, receiver: Receiver
) -> None:
    gate = Gate()
    engine.submit(Stepping("run", total=3, gate=gate), "denoise", JOB)
    gate.let_through()
    gate.wait_reached()
    gate.wait_reached()
    engine.cancel("denoise")
    gate.let_through(2)
    flush(engine, receiver)
    assert receiver.names() == ["flush"]


def test_cancel_keeps_what_was_delivered_and_sends_no_more(
    engine: Engine, receiver: Receiver
) -> None:
    gate = Gate()
    engine.submit(Fake("run", total=9, gate=gate), "denoise")
    gate.let_through(2)
    receiver.wait(2)
    gate.wait_reached()
    gate.wait_reached()
    gate.wait_reached()
    engine.cancel("denoise")
    gate.let_through(9)
    flush(engine, receiver)
    assert receiver.names() == ["run", "run", "flush"]


def test_cancel_forgets_what_waits(engine: Engine, receiver: Receiver) -> None:
    gate = Gate()
    engine.submit(Fake("busy", gate=gate), "a")
    gate.wait_reached()
    engine.submit(Fake("never"), "b")
    engine.cancel("b")
    gate.let_through()
    flush(engine, receiver)
    assert receiver.names() == ["busy", "flush"]


def test_a_slot_works_on_after_a_cancel(engine: Engine, receiver: Receiver) -> None:
    engine.submit(Fake("one"), "image")
    receiver.wait(1)
    engine.cancel("image")
    engine.submit(Fake("two"), "image")
    receiver.wait(2)
    assert receiver.names() == ["one", "two"]


def test_cancel_stops_in_the_middle_of_an_evaluation(engine: Engine, receiver: Receiver) -> None:
    """A request that asks `checkpoint` is told."""
    gate, seen = Gate(), []

    def inside(context: Context) -> None:
        try:
            context.checkpoint()
        except Cancelled:
            seen.append("cancelled")
            raise

    engine.submit(Fake("long", gate=gate, inside=inside), "image")
    gate.wait_reached()
    engine.cancel("image")
    gate.let_through()
    flush(engine, receiver)
    assert seen == ["cancelled"]
    assert receiver.names() == ["flush"]


def test_checkpoint_is_silent_for_what_is_wanted(engine: Engine, receiver: Receiver) -> None:
    engine.submit(Fake("image", inside=lambda context: context.checkpoint()), "image")
    receiver.wait(1)
    assert receiver.names() == ["image"]


def test_close_waits_for_the_evaluation_under_way_and_delivers_nothing_after(
    receiver: Receiver,
) -> None:
    engine = Engine(receiver, "cpu")
    gate = Gate()
    engine.submit(Fake("run", total=9, gate=gate), "denoise")
    engine.submit(Fake("next"), "image")
    gate.wait_reached()
    closing = threading.Thread(target=engine.close)
    closing.start()
    with engine._wake:
        assert engine._wake.wait_for(lambda: engine._closed, 30)
    gate.let_through(9)
    closing.join()
    assert receiver.names() == []
    assert not engine._thread.is_alive()
    engine.close()


def test_close_from_the_receiver_does_not_wait_for_itself() -> None:
    closed = threading.Event()

    def deliver(_result: Result) -> None:
        ours.close()
        closed.set()

    ours = Engine(deliver, "cpu")
    ours.submit(Fake("one"), "image")
    assert closed.wait(30)
    ours._thread.join(30)
    assert not ours._thread.is_alive()


def test_stamps_rise_and_results_come_in_their_order(engine: Engine, receiver: Receiver) -> None:
    """Under many threads that submit, show and cancel at once."""
    last: dict[str, int] = {}

    def hammer(slot: str) -> None:
        for i in range(200):
            last[slot] = engine.submit(Fake(f"{slot} {i}", total=1 + i % 3), slot, i % 2)
            if i % 17 == 0:
                engine.cancel(slot)
            engine.shown(slot)
        last[slot] = engine.submit(Fake(f"{slot} last"), slot)

    threads = [threading.Thread(target=hammer, args=(f"s{i}",)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    flush(engine, receiver)
    for slot, stamp in last.items():
        stamps = [r.stamp for r in receiver.results if r.slot == slot]
        assert stamps == sorted(stamps)
        assert stamps[-1] == stamp


def test_delivered_pictures_cannot_be_changed_by_who_gets_them(
    engine: Engine, receiver: Receiver
) -> None:
    """They are the cache's own, and the next one who asks gets them too."""
    engine.submit(Kept("image"), "image")
    frame = receiver.wait(1)[0].frame
    assert frame is not None
    assert not frame.images["image"].flags.writeable
