"""Between the noises of two seeds: the picture follows live in few steps, and is finished in many.

The noise moves on the sphere that both lie near (explorer.latent.curves): a straight line between
them would pass through noise far too weak.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QSpinBox, QVBoxLayout, QWidget

from explorer.families import DenoiseSettings, Spec
from explorer.latent import Mix, Point, Seed
from explorer.latent.space import MAX_SEED
from explorer.sampling import JOB, PREVIEW, Result
from explorer.sampling.denoise_requests import Finished
from explorer.session import State, tree
from explorer.session.plan import denoising
from explorer.ui.branching import replant
from explorer.ui.denoise.part import Part, quiet
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.icons import IconButton
from explorer.ui.widgets.flow_row import FieldRow
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.seed_box import SEEDS_DRAWN, SeedBox
from explorer.ui.widgets.step_panes import StepPanes

LIVE, FIRST, SECOND = "denoise.between", "denoise.seed_a", "denoise.seed_b"
_STOPS = 200
_FEW, _MOST_FEW = 6, 20


class TwoSeeds(Part):
    """The slider sets `settings.start` of the trunk; a run begins once it rests."""

    name: ClassVar[str] = "seeds"
    slots: ClassVar[tuple[str, ...]] = (LIVE, FIRST, SECOND)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Two seeds")
        self.tip = self.tr("Move between the noises of two seeds and see the picture follow")
        self.page = QWidget(parent)
        self.a, self.b = self._seed(self.tr("First seed")), self._seed(self.tr("Second seed"))
        self.dice = IconButton("dice", self.tr("Another second seed"), parent=self.page)
        self.slider = QSlider(Qt.Orientation.Horizontal, self.page)
        self.slider.setRange(0, _STOPS)
        self.slider.setPageStep(_STOPS // 10)
        self.slider.setAccessibleName(self.tr("Way from the first seed to the second"))
        self.slider.setToolTip(
            self.tr("Share of the way from the first seed's noise to the second's, on the sphere")
        )
        self.few = QSpinBox(self.page)
        self.few.setRange(1, _MOST_FEW)
        self.few.setValue(_FEW)
        self.few.setAccessibleName(self.tr("Steps while moving"))
        self.few.setToolTip(self.tr("DDIM steps of the picture that follows the slider, 1 to 20"))
        self.back = QPushButton(self.tr("Back to one seed"), self.page)
        self.back.setToolTip(self.tr("Start from the run's own seed again"))
        widest = self.tr("{share} % of the way, on the sphere").format(share="100.0")
        self.place = Readout([widest], self.page)
        self.panes = StepPanes(
            (("a", ""), ("between", ""), ("b", "")), self.tr("Not computed yet."), parent
        )
        self.panes.hide()
        self.panes.failed.connect(desk.failed)
        self.panes.canvases["between"].painted.connect(lambda: desk.shown(LIVE))
        self._second_chosen = False
        self._lay_out()
        self._connect()

    def _seed(self, name: str) -> SeedBox:
        spin = SeedBox(self.page, self.tr("seed "))
        spin.setAccessibleName(name)
        spin.setToolTip(self.tr("{name}, 0 to 9223372036854775807").format(name=name))
        return spin

    def _lay_out(self) -> None:
        way, below = QHBoxLayout(), FieldRow(8)
        way.setSpacing(8)
        way.addWidget(self.a)
        way.addWidget(self.slider, 1)
        way.addWidget(self.b)
        way.addWidget(self.dice)
        below.addWidget(self.place)
        below.addWidget(quiet(self.tr("Live in"), self.page))
        below.addWidget(self.few)
        below.addWidget(quiet(self.tr("steps"), self.page))
        below.addWidget(self.back)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(12)
        column.addLayout(way)
        column.addLayout(below)
        column.addStretch(1)

    def _connect(self) -> None:
        self.a.valueChanged.connect(self._reseed)
        self.b.valueChanged.connect(self._choose_second)
        self.dice.clicked.connect(lambda: self.b.setValue(random.randrange(SEEDS_DRAWN)))
        self.slider.valueChanged.connect(self._move)
        self.slider.sliderReleased.connect(self.desk.settle)
        self.few.valueChanged.connect(lambda _: self._look())
        self.back.clicked.connect(self._end)

    # -- what the view tells --------------------------------------------------------------------

    @property
    def stage(self) -> QWidget | None:
        """The first seed's picture, the one between, the second's."""
        return self.panes

    @property
    def holds(self) -> bool:
        """The run in many steps begins when the slider rests."""
        return self.open and (self._rest.isActive() or self.slider.isSliderDown())

    @property
    def start(self) -> Mix | None:
        """The mix of two seeds that the run starts from, or None."""
        start = self.now.settings.start
        if isinstance(start, Mix) and isinstance(start.a, Seed) and isinstance(start.b, Seed):
            return start
        return None

    def opened(self, spec: Spec) -> None:
        """Other pictures belong to the seeds."""
        self.panes.clear()

    def refresh(self, state: State, old: State | None) -> None:
        """Other seeds, another place between them, other settings."""
        start = self.start
        fields = (self.a, self.b, self.slider)
        blockers = [QSignalBlocker(field) for field in fields]
        if start is not None and isinstance(start.a, Seed) and isinstance(start.b, Seed):
            self.a.setValue(start.a.seed)
            self.b.setValue(start.b.seed)
            self.slider.setValue(round(start.t * _STOPS))
        else:
            seed = state.denoising.settings.seed
            self.a.setValue(seed)
            self.slider.setValue(0)
            if not self._second_chosen or self.b.value() == seed:
                self.b.setValue(seed + 1 if seed < MAX_SEED else 0)
        del blockers
        self.back.setEnabled(start is not None)
        was = None if old is None else old.denoising
        if was is None or was.settings != state.denoising.settings:
            self._look()
        self.moved()

    def enter(self) -> None:
        """Show all three."""
        super().enter()
        self._look()
        self.moved()

    def ask(self) -> None:
        """The slider rests: now the run in many steps."""
        if self.slider.isSliderDown():
            self.later()
        else:
            self.released.emit()

    def moved(self) -> None:
        """The finished picture takes the place of the quick one."""
        record = self.runs.current
        if self.open and record is not None and self._is_finished():
            self.panes.canvases["between"].set_image(record.picture)
            self._title(self.tr("in all {n} steps").format(n=self.now.settings.steps))

    # -- moving ---------------------------------------------------------------------------------

    def _point(self) -> Point:
        return Mix(Seed(self.a.value()), Seed(self.b.value()), self.slider.value() / _STOPS)

    def _move(self) -> None:
        self._rest.start()
        self._set(self._point(), "denoise.between")

    def _reseed(self) -> None:
        self._rest.start()
        self.desk.settle()
        self._set(self._point(), "denoise.seeds")
        self.desk.settle()

    def _choose_second(self) -> None:
        self._second_chosen = True
        self._reseed()

    def _end(self) -> None:
        self.desk.settle()
        self._set(None, "denoise.seeds")
        self.desk.settle()

    def _set(self, start: Point | None, merge: str) -> None:
        view = tree.revise(self.now, 0, start=start)
        replant(self.desk, replace(view, picture=None, shown=-1), merge)

    # -- live -----------------------------------------------------------------------------------

    def _quick(self, start: Point) -> Finished:
        settings: DenoiseSettings = self.now.settings
        few = settings.changed(start=start, steps=self.few.value(), scheduler="ddim")
        return Finished(self.desk.state.model, few)

    def _look(self) -> None:
        """Ask for all three in few steps; the two ends are asked for once."""
        if not self.open or self.desk.spec is None:
            return
        self._title("")
        self.desk.submit(self._quick(self._point()), LIVE, PREVIEW)
        for slot, seed in ((FIRST, self.a), (SECOND, self.b)):
            self.desk.submit(self._quick(Seed(seed.value())), slot, JOB)

    def receive(self, result: Result) -> None:
        """One of the three."""
        frame = result.frame
        if frame is None:
            return
        names = {LIVE: "between", FIRST: "a", SECOND: "b"}
        name = names[result.slot]
        if not self.open:
            self.desk.shown(result.slot)
        elif name != "between" or not self._is_finished():
            self.panes.canvases[name].set_image(frame.images["image"][0])
            if name == "between":
                self._title(self.tr("live in {n} steps").format(n=self.few.value()))
        else:
            self.desk.shown(result.slot)

    def _is_finished(self) -> bool:
        """Whether the picture in many steps is there already.

        Runs from a picture, from an inversion's noise and branches end in pictures that do not lie
        between the seeds.
        """
        record, now = self.runs.current, self.now
        between = now.current == 0 and now.picture is None
        between = between and (now.settings.start is None or self.start is not None)
        there = record is not None and record.request == denoising(self.desk.state, 0)
        there = there and record is not None and record.complete
        return between and there and not self.holds

    def _title(self, note: str) -> None:
        share = self.slider.value() / _STOPS * 100
        words = self.tr("{share} % of the way, on the sphere")
        self.place.set_texts(words.format(share=f"{share:.1f}"))
        few = self.tr("in {n} steps").format(n=self.few.value())
        for part, seed in (("a", self.a), ("b", self.b)):
            self.panes.set_title(part, self.tr("seed {seed}").format(seed=seed.value()), few)
        if note:
            self.panes.set_title("between", self.tr("between"), note)
