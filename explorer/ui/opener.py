"""Opening models: the state changes only when a model is really there.

The first model shows through ONNX Runtime. The ways to run it are measured afterwards, when nobody
is dragging, since the engine answers nothing else meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.errors import ExplorerError
from explorer.families import DenoiseSettings, Spec, StageSettings
from explorer.families.base import PROMPT
from explorer.library import bundled, find
from explorer.runtimes import Timing
from explorer.sampling import JOB, Result
from explorer.sampling.requests import Measure, Open
from explorer.session import State
from explorer.session.state import Conditions, Denoising, Exploring, Translating, Unfolding
from explorer.ui.desk import Desk

OPEN, MEASURE = "window.open", "window.measure"
# Nothing was painted for this long: nobody is dragging.
_STILL_MS = 400


def canonical(name_or_path: str) -> str:
    """A bundled model's name stays or becomes one; a path becomes absolute and names the folder."""
    try:
        place = find(name_or_path)
    except ExplorerError:
        return name_or_path  # whoever opens it says what is wrong
    known = {entry.card.parent.resolve(): entry.manifest.name for entry in bundled()}
    return known.get(place.resolve(), str(place))


def first_state(name: str, spec: Spec, old: State) -> State:
    """How a model is first seen: a draw of its own, in the view that was on screen; pins stay."""
    conditions: Conditions = tuple((c.name, 0) for c in spec.conditions if c.null is None)
    # a run is told a class even where it could do without: then guidance has something to do
    classes = tuple(sorted((c.name, 0) for c in spec.conditions))
    told: tuple[tuple[str, int | str | None], ...] = classes
    if spec.words is not None:
        conditions = (*conditions, (PROMPT, spec.example))
        told = (*classes, (PROMPT, spec.example))
    was = old.exploring
    others = tuple(other for other in old.side.others if other != name)
    return State(
        model=name,
        view=old.view,
        exploring=Exploring(
            conditions=conditions, by_importance=was.by_importance, strips=was.strips
        ),
        denoising=Denoising(DenoiseSettings(conditions=told)),
        side=replace(old.side, others=others),
        unfolding=Unfolding(StageSettings(conditions=classes)),
        pins=old.pins,
        translating=Translating(old.translating.picture, style=old.translating.style),
    )


class Opener(QObject):
    """Opens, remembers what was opened, and measures.

    Signals:
        entered: the model of the state is open: its Spec.
        runs_changed: how the model of the state runs is known, or known better.
    """

    entered = Signal(object)
    runs_changed = Signal()

    def __init__(self, desk: Desk, measures: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._measures = desk, measures
        desk.when_open = self.when_open
        self.specs: dict[str, Spec] = {}
        self.runtimes: dict[str, Mapping[str, str]] = {}
        self.timings: dict[str, Mapping[str, tuple[Timing, ...]]] = {}
        self._asked: set[str] = set()
        self._then: tuple[str, Callable[[], object]] | None = None
        self._measured: set[str] = set()
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._measure)

    def open(self, name_or_path: str, fresh: bool = False) -> None:
        """Open a model; the state follows when it is there. `fresh` reads its files again."""
        self._then = None
        self._submit(canonical(name_or_path), fresh)

    def when_open(self, name: str, then: Callable[[], object]) -> None:
        """Call `then` when the model is open, at once where it is; the state does not follow.

        Opening another model in the meantime takes its place.
        """
        if name in self.specs:
            then()
        else:
            self._then = (name, then)
            self._submit(name, False)

    def _submit(self, name: str, fresh: bool) -> None:
        title = self.tr("Opening {name}").format(name=Path(name).name)
        self._desk.submit(Open(name, fresh), OPEN, JOB, title)

    def receive(self, result: Result) -> None:
        """What Open and Measure give; the window has shown their failures."""
        request, frame = result.request, result.frame
        if frame is None:
            return
        if isinstance(request, Open):
            if "spec" not in frame.values:
                return  # how much of a large file was read, for the status bar alone
            self.specs[request.model] = frame.values["spec"]
            self.runtimes[request.model] = frame.values["runtimes"]
            then, self._then = self._then, None
            if then is not None and then[0] == request.model:
                then[1]()
            else:
                self._enter(request.model)
        elif isinstance(request, Measure):
            self.timings[request.model] = frame.values["timings"]
            self.runtimes[request.model] = frame.values["runtimes"]
            self.runs_changed.emit()

    def _enter(self, name: str) -> None:
        state = self._desk.state
        if state.model == name:
            self.entered.emit(self.specs[name])
            return
        first = first_state(name, self.specs[name], state)
        self._desk.store.settle()
        self._desk.store.edit(first, record=bool(state.model))

    # -- measuring ------------------------------------------------------------------------------

    def shown(self) -> None:
        """The model's picture is on the screen: time to see how it runs best."""
        name = self._desk.state.model
        if not self._measures or name in self._asked or name not in self.specs:
            return
        self._asked.add(name)
        self._still.start()

    def measure_again(self) -> None:
        """How models run has changed: what was measured does not count any more."""
        self._asked.clear()
        self._measured.clear()
        self.shown()

    def _measure(self) -> None:
        """Models that were shown and not measured; later, while something moves."""
        if self._desk.meter.frames_per_second:
            self._still.start()
            return
        for name in sorted(self._asked - self._measured):
            self._measured.add(name)
            self._desk.submit(Measure(name), f"{MEASURE}.{name}", JOB, self.tr("Measuring"))

    def close(self) -> None:
        """No measurement any more."""
        self._measures = False
        self._still.stop()
