"""The status line's figures and jobs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.errors import RunFailed
from explorer.sampling import Frame, Result
from explorer.sampling.requests import Open
from explorer.ui import meter as meters
from explorer.ui.memory import resident_bytes
from explorer.ui.meter import Meter
from explorer.ui.statusbar import JobPanel
from tests.ui.drive import LEFT


class Clock:
    """Seconds that pass when told to."""

    now = 100.0

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(meters, "time", made)
    return made


def show(meter: Meter, clock: Clock, stamp: int, seconds: float) -> None:
    """One change that took so long to become pixels."""
    with meter.editing():
        clock.now += 0.001  # before it is asked for: part of what the user waits
        meter.submitted(stamp)
    meter.landed("slot", stamp)
    clock.now += seconds - 0.001
    meter.shown("slot")


def test_latency_runs_from_the_edit_to_the_paint(clock: Clock) -> None:
    meter = Meter()
    for stamp, seconds in enumerate((0.010, 0.030, 0.020)):
        show(meter, clock, stamp, seconds)
    assert meter.frames_per_second == 3
    assert meter.latency_ms == pytest.approx(20)


def test_after_a_second_without_frames_there_is_no_figure(clock: Clock) -> None:
    meter = Meter()
    show(meter, clock, 1, 0.010)
    clock.now += 1.1
    assert meter.frames_per_second == 0
    assert meter.latency_ms is None


def test_a_paint_of_nothing_new_does_not_count(clock: Clock) -> None:
    meter = Meter()
    show(meter, clock, 1, 0.010)
    meter.shown("slot")
    assert meter.frames_per_second == 1


def result(index: int, total: int, error: RunFailed | None = None) -> Result:
    frame = None if error else Frame({}, {}, index, total)
    done = index + 1 == total or error is not None
    return Result("explore.grid", 1, Open("x"), frame, error, done, 1.0)


@pytest.fixture
def jobs(qtbot: QtBot) -> JobPanel:
    panel = JobPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_a_job_shows_its_progress_until_it_ends(qtbot: QtBot, jobs: JobPanel) -> None:
    jobs.begin("explore.grid", "Samples")
    assert not jobs.bar.isVisible()  # a short job would only flicker
    qtbot.waitUntil(jobs.bar.isVisible)
    jobs.follow(result(0, 4))
    assert (jobs.bar.value(), jobs.bar.maximum()) == (1, 4)
    assert jobs.label.text().startswith("Samples") and "s left" in jobs.label.text()
    jobs.follow(result(3, 4))
    assert not jobs.bar.isVisible()


def test_a_failed_job_goes_too(qtbot: QtBot, jobs: JobPanel) -> None:
    jobs.begin("explore.grid", "Samples")
    qtbot.waitUntil(jobs.bar.isVisible)
    jobs.follow(result(1, 4, RunFailed("it", "failed", "Try again.")))
    assert not jobs.bar.isVisible()


def test_cancel_names_the_slot(qtbot: QtBot, jobs: JobPanel) -> None:
    jobs.begin("explore.grid", "Samples")
    qtbot.waitUntil(jobs.bar.isVisible)
    with qtbot.waitSignal(jobs.cancelled) as heard:
        qtbot.mouseClick(jobs.stop, LEFT)
    assert heard.args == ["explore.grid"]


def test_the_process_knows_its_memory() -> None:
    held = resident_bytes()
    assert held is None or held > 10 << 20
