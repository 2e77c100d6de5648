"""The line at the bottom, which tells the truth: device, speed, cache, memory, running job."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from explorer.runtimes import threads
from explorer.sampling import Result
from explorer.sampling.engine import CACHE_BYTES
from explorer.ui.desk import Desk
from explorer.ui.icons import IconButton
from explorer.ui.language import plural
from explorer.ui.memory import resident_bytes
from explorer.ui.widgets.progress import Progress
from explorer.ui.widgets.readout import Readout

_MB = 1 << 20
_EVERY_MS = 500
# A job that ends sooner would only flicker.
_PATIENCE_MS = 300


@dataclass
class _Job:
    title: str
    began: float
    done: int = 0
    total: int = 0


class JobPanel(QWidget):
    """The running job: title, progress, time left, cancel.

    Signals:
        cancelled: the job's slot.
    """

    cancelled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, _Job] = {}
        self.label = QLabel(self)
        self.label.setProperty("role", "quiet")
        self.bar = Progress(parent=self)
        self.bar.setFixedSize(120, 12)
        words = self.tr("Cancel: pictures made so far stay, a file is written whole or not at all")
        self.stop = IconButton("close", words)
        self.stop.setProperty("role", "small")
        self.stop.setFixedSize(24, 22)
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        for part in (self.label, self.bar, self.stop):
            row.addWidget(part)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._wait.timeout.connect(self._show)
        self._set_shown(False)

    @property
    def slot(self) -> str:
        """The slot of the job shown, the one that began last; "" for none."""
        return next(reversed(self._jobs), "")

    @property
    def title(self) -> str:
        """What that job is called; "" for none."""
        return self._jobs[self.slot].title if self.slot else ""

    def begin(self, slot: str, title: str) -> None:
        """Follow a job; an empty title stops following it."""
        self._jobs.pop(slot, None)
        if title:
            self._jobs[slot] = _Job(title, time.monotonic())
            if not self._shown:
                self._wait.start()
        self._update()

    def follow(self, result: Result) -> None:
        """A result came; was it one of a job?"""
        job = self._jobs.get(result.slot)
        if job is None:
            return
        if result.frame is not None:
            job.done, job.total = result.frame.index + 1, result.frame.total
        if result.done:
            del self._jobs[result.slot]
        self._update()

    def _cancel(self) -> None:
        if self.slot:
            self.cancelled.emit(self.slot)

    def _show(self) -> None:
        self._set_shown(bool(self._jobs))
        self._update()

    def _set_shown(self, shown: bool) -> None:
        self._shown = shown
        for part in (self.label, self.bar, self.stop):
            part.setVisible(shown)

    def _update(self) -> None:
        if not self._shown:
            return
        if not self._jobs:
            self._set_shown(False)
            return
        job = self._jobs[self.slot]
        text = job.title
        if job.total > 1 and job.done:
            left = (time.monotonic() - job.began) / job.done * (job.total - job.done)
            text += " \N{MIDDLE DOT} " + self.tr("{seconds} s left").format(seconds=f"{left:.0f}")
        if len(self._jobs) > 1:
            text += " " + self.tr("(+{count})").format(count=len(self._jobs) - 1)
        self.label.setText(text)
        self.bar.show_progress(job.done, job.total)


class StatusBar(QStatusBar):
    """Figures twice a second, sentences for some seconds, the running job."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._device = ""
        self.figures = Readout(
            [
                plural("{device}, %n threads", 128).format(device="CUDA"),
                self.tr("{count} frames/s").format(count=999),
                self.tr("{ms} ms slider to pixels").format(ms="999.9"),
                self.tr("{count} dropped").format(count=999999),
                self.tr("cache {used} of {limit} MB").format(used=256, limit=256),
                self.tr("memory {mb} MB").format(mb=99999),
            ],
            self,
        )
        self.figures.setAccessibleName(self.tr("Speed and memory"))
        self.figures.setToolTip(
            self.tr(
                "Device and its threads; pictures painted in the last second; median time from "
                "a change to its painted picture; changes overtaken by newer ones before they "
                "were computed; kept pictures; memory of the program."
            )
        )
        self.job = JobPanel(self)
        self.job.cancelled.connect(self._say_cancelled)
        self.job.cancelled.connect(desk.cancel)
        desk.working.connect(self.job.begin)
        desk.said.connect(lambda text: self.showMessage(text, 4000))
        self.addWidget(self.figures, 1)
        self.addPermanentWidget(self.job)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 0, 0)
        self.setFixedHeight(28)  # a job that comes or goes must not move the picture
        self._tick = QTimer(self, interval=_EVERY_MS)
        self._tick.timeout.connect(self.update_figures)
        self._tick.start()

    def _say_cancelled(self, _: str) -> None:
        """A film that was being saved is not there: nobody should look for it."""
        self.showMessage(self.tr("{job}: cancelled").format(job=self.job.title), 4000)

    def set_device(self, runtime: str) -> None:
        """From a runtime's name: "ONNX Runtime, CPU"."""
        self._device = runtime.rpartition(", ")[2]
        self.update_figures()

    @property
    def device(self) -> str:
        """What the open model runs on: "CPU, 2 threads"; "" before one is open."""
        return self.figures.texts[0] if self._device else ""

    def update_figures(self) -> None:
        """Read everything once."""
        engine, meter = self._desk.bridge.engine, self._desk.meter
        cpu = plural("{device}, %n threads", threads.count())
        device = cpu.format(device=self._device)
        latency, held = meter.latency_ms, resident_bytes()
        self.figures.set_texts(
            device if self._device == "CPU" else self._device,
            self.tr("{count} frames/s").format(count=meter.frames_per_second),
            ""
            if latency is None
            else self.tr("{ms} ms slider to pixels").format(ms=f"{latency:.1f}"),
            self.tr("{count} dropped").format(count=engine.dropped),
            self.tr("cache {used} of {limit} MB").format(
                used=f"{engine.cache_used / _MB:.0f}", limit=CACHE_BYTES // _MB
            ),
            "" if held is None else self.tr("memory {mb} MB").format(mb=held // _MB),
        )
