"""The user's own picture under noise of any level, live, and denoised from there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.sampling import Result
from explorer.sampling.denoise_requests import NoisePicture
from explorer.session import State, tree
from explorer.ui.branching import replant
from explorer.ui.denoise.choice import Choice
from explorer.ui.denoise.deck import signed
from explorer.ui.denoise.part import Part, quiet
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.fitting import fitting
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.step_panes import StepPanes

NOISED, READ = "denoise.noised", "denoise.read"
_MOST = 1000  # timesteps, until a model has said how many it has


class OwnPicture(Part):
    """While it is open runs wait: what the slider moves over is shown at one glance each."""

    name: ClassVar[str] = "picture"
    slots: ClassVar[tuple[str, ...]] = (NOISED, READ)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Own picture")
        self.tip = self.tr("Put noise on a picture of your own and denoise it from there")
        self.page = QWidget(parent)
        self.choice = Choice(desk, runs, READ, self.page)
        self.slider = QSlider(Qt.Orientation.Horizontal, self.page)
        self.entry = QSpinBox(self.page)
        self.entry.setKeyboardTracking(False)
        self.entry.setFixedWidth(84)
        for field in (self.slider, self.entry):
            field.setAccessibleName(self.tr("Noise level t"))
            field.setToolTip(
                self.tr("Noise level t on the training scale: 0 is clean, T - 1 all noise")
            )
        self.numbers = Readout([self.tr("σ {s}, log-SNR {snr}").format(s="0.123", snr="+12.34")])
        self.numbers.setToolTip(
            self.tr("x_t = α x0 + σ noise, with α² + σ² = 1; log-SNR is ln(α² / σ²)")
        )
        self.fitted = quiet("", self.page)
        self.fitted.setWordWrap(True)
        self.go = QPushButton(self.tr("Denoise from here"), self.page)
        self.go.setToolTip(self.tr("Run the rest of the way from the picture under this noise"))
        parts = (
            ("original", self.tr("your picture")),
            ("x_t", self.tr("x_t, under noise")),
            ("x0", self.tr("predicted x0 at one glance")),
        )
        empty = self.tr("Drop a picture here, open one, or take the finished one.")
        self.panes = StepPanes(parts, empty, parent)
        self.panes.hide()
        self.panes.failed.connect(desk.failed)
        self.panes.painted.connect(lambda: desk.shown(NOISED))
        self._set_range(_MOST)
        self._lay_out()
        self.slider.valueChanged.connect(self._set_level)
        self.slider.sliderReleased.connect(desk.settle)
        self.entry.valueChanged.connect(self._set_level)
        self.entry.editingFinished.connect(desk.settle)
        self.go.clicked.connect(lambda: self.wanted.emit("curves"))

    def _lay_out(self) -> None:
        level, below = QHBoxLayout(), QHBoxLayout()
        level.setSpacing(8)
        level.addWidget(QLabel(self.tr("Noise t"), self.page))
        level.addWidget(self.slider, 1)
        level.addWidget(self.entry)
        below.addWidget(self.numbers, 1)
        below.addWidget(self.go)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addLayout(level)
        column.addLayout(below)
        column.addWidget(self.fitted)
        column.addStretch(1)

    # -- what the view tells --------------------------------------------------------------------

    @property
    def stage(self) -> QWidget | None:
        """The picture, under noise, and what the model sees in it."""
        return self.panes

    @property
    def holds(self) -> bool:
        """Runs wait until the level is chosen."""
        return self.open and self.now.picture is not None

    def opened(self, spec: Spec) -> None:
        """Another model sees another picture."""
        self.panes.clear()
        self._set_range(_MOST)

    def refresh(self, state: State, old: State | None) -> None:
        """Another picture, level, noise, class or guidance."""
        now, was = state.denoising, None if old is None else old.denoising
        with self._silent():
            self.slider.setValue(now.noised_to)
            self.entry.setValue(now.noised_to)
        self.choice.show_picture(now.picture)
        if was is None or was.picture is not now.picture:
            self._show_fit(now.picture)
        for field in (self.slider, self.entry, self.go):
            field.setEnabled(now.picture is not None)
        told = (now.picture, now.noised_to, now.settings)
        if was is None or told != (was.picture, was.noised_to, was.settings):
            self.look()

    def _show_fit(self, picture: Picture | None) -> None:
        """What was done to it so that the model can take it."""
        spec = self.desk.spec
        done = "" if picture is None or spec is None else fitting(picture, spec.image)
        self.fitted.setText(done)

    def enter(self) -> None:
        """Show the picture under noise."""
        super().enter()
        self.look()

    # -- live -----------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask for the picture under noise, while it is looked at."""
        now = self.now
        if not self.open or self.desk.spec is None:
            return
        if now.picture is None:
            self.panes.clear()
            self.numbers.set_texts("")
            return
        self._learn_range()
        level, settings = min(now.noised_to, self.slider.maximum()), tree.settings(now, 0)
        request = NoisePicture(self.desk.state.model, now.picture, level, settings)
        self.desk.submit(request, NOISED)

    def receive(self, result: Result) -> None:
        """The picture under noise, or a file that was read."""
        self.choice.receive(result)
        frame = result.frame
        if result.slot != NOISED or frame is None:
            return
        if not self.open or self.now.picture is None:
            self.desk.shown(NOISED)
            return
        self.panes.show_step(frame.images)
        sigma, snr = f"{frame.values['sigma']:.3f}", signed(frame.values["log_snr"])
        self.numbers.set_texts(self.tr("σ {s}, log-SNR {snr}").format(s=sigma, snr=snr))

    def _set_level(self, level: int) -> None:
        """Branches left a run from another level, and go."""
        if level != self.now.noised_to:
            cleared = tree.cleared(self.now)
            replant(self.desk, replace(cleared, noised_to=level, shown=-1), "denoise.level")

    def _learn_range(self) -> None:
        record = self.runs.current
        if record is not None and record.numbers["train_timesteps"]:
            self._set_range(int(record.numbers["train_timesteps"][0]))

    def _set_range(self, timesteps: int) -> None:
        with self._silent():
            self.slider.setRange(0, timesteps - 1)
            self.entry.setRange(0, timesteps - 1)

    @contextmanager
    def _silent(self) -> Iterator[None]:
        with QSignalBlocker(self.slider), QSignalBlocker(self.entry):
            yield
