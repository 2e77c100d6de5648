"""Results cross to the window in their order, and a burst of them leaves room for all else."""

from __future__ import annotations

import threading
import time
from functools import partial

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from explorer.sampling import Result
from explorer.sampling.requests import Open
from explorer.ui import bridge as module
from explorer.ui.bridge import Bridge
from tests.support.fakes import Fake

MANY = 40


def result(stamp: int) -> Result:
    return Result("a.slot", stamp, Open("none"), None, None, False, 0.0)


def _are(came: list[object], count: int) -> bool:
    return len(came) == count


def test_results_arrive_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    bridge, came = Bridge("cpu"), []
    bridge.arrived.connect(lambda r: came.append((r.stamp, threading.current_thread())))

    def send() -> None:
        for stamp in range(MANY):
            bridge._cross(result(stamp))

    sender = threading.Thread(target=send)
    sender.start()
    qtbot.waitUntil(lambda: len(came) == MANY, timeout=20_000)
    sender.join()
    assert came == [(i, threading.main_thread()) for i in range(MANY)]
    bridge.close()


def test_it_is_idle_once_all_has_arrived(qtbot: QtBot) -> None:
    bridge, idle = Bridge("cpu"), []
    bridge.arrived.connect(lambda _: idle.append(bridge.idle))
    before = bridge.idle
    bridge._cross(result(0))
    bridge._cross(result(1))
    assert (before, bridge.idle, bridge.engine.idle) == (True, False, True)
    qtbot.waitUntil(lambda: bridge.idle, timeout=20_000)
    assert idle == [False, True]
    bridge.close()


def test_a_burst_is_taken_in_turns_with_the_windows_other_events(qtbot: QtBot) -> None:
    """Each result takes as long as a whole turn may: a timer must come between any two."""
    bridge, order = Bridge("cpu"), []

    def slow(arrived: Result) -> None:
        end = time.perf_counter() + 1.2 * module._TURN_SECONDS
        while time.perf_counter() < end:
            pass
        order.append(f"result {arrived.stamp}")

    bridge.arrived.connect(slow)
    for stamp in range(3):
        bridge._cross(result(stamp))
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: order.append("beat"))
    beat.start()
    qtbot.waitUntil(lambda: "result 2" in order, timeout=20_000)
    beat.stop()
    between = order[order.index("result 0") : order.index("result 2")]
    assert between.count("beat") >= 2, order
    bridge.close()


def test_a_slot_whose_pictures_nobody_paints_goes_on(qtbot: QtBot) -> None:
    """A view that forgets one would stand still, and so would all that waits for the engine."""
    bridge, came = Bridge("cpu"), []
    bridge.arrived.connect(lambda r: came.append(r.request))
    for count, name in enumerate(("first", "second", "third"), 1):
        bridge.engine.submit(Fake(name), "a.slot")
        qtbot.waitUntil(partial(_are, came, count), timeout=20_000)
    assert came == [Fake("first"), Fake("second"), Fake("third")]
    assert bridge.idle
    bridge.close()


def test_once_closed_nothing_arrives_and_no_timer_runs(qtbot: QtBot) -> None:
    """A timer that runs on while its owner is collected on another thread ends the program."""
    bridge = Bridge("cpu")
    came: list[Result] = []
    bridge.arrived.connect(came.append)
    bridge._cross(result(0))
    qtbot.waitUntil(lambda: len(came) == 1, timeout=20_000)
    bridge._cross(result(1))
    bridge.engine.submit(Fake("a picture"), "a.slot")
    qtbot.waitUntil(lambda: len(came) == 3, timeout=20_000)
    running = [timer for timer in bridge.findChildren(QTimer) if timer.isActive()]
    bridge._cross(result(2))
    bridge.close()
    qtbot.wait(50)
    assert running and len(came) == 3
    assert not any(timer.isActive() for timer in bridge.findChildren(QTimer))
