"""Key frames: added by button and by drop, moved, retimed, duplicated, removed."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal

from explorer.export.read_key import ReadKey
from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.latent import Point, Seed
from explorer.sampling import JOB, Result
from explorer.sampling.fitting_requests import Fit
from explorer.sampling.requests import BATCH, Grid, Reconstruct
from explorer.sampling.sources import RenderScene
from explorer.session import Interpolating, State, keys
from explorer.session.plan import path
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.interpolate.part import Part
from explorer.ui.interpolate.picture import Finder
from explorer.ui.widgets.path_panel import PathPanel
from explorer.ui.widgets.seed_box import SEEDS_DRAWN
from explorer.ui.widgets.timeline import Timeline
from explorer.ui.words import name_of

KEYS, ENCODE, READ = "interpolate.keys", "interpolate.encode", "interpolate.read"


class KeyFrames(Part):
    """Follows the keys, their times, modes and eases.

    Signals:
        taken: a key was taken in hand: nothing should play on.
    """

    slots: ClassVar[tuple[str, ...]] = (KEYS, ENCODE, READ)

    taken = Signal()

    def __init__(
        self, desk: Desk, timeline: Timeline, panel: PathPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, parent)
        self.timeline, self.panel = timeline, panel
        self._finder = Finder(desk, self)
        self._stamp = self._fetched = 0
        # Where a picture on its way was dropped, by its slot's number: a share of the path.
        self._places: dict[str, float] = {}
        desk.working.connect(self._cancelled)
        timeline.chosen.connect(self._choose)
        timeline.moved.connect(
            lambda index, to: self._become(keys.reorder(self.now, index, to), to)
        )
        timeline.retimed.connect(self._retime)
        timeline.nudged.connect(self._nudge)
        timeline.evened.connect(lambda: self._edit(keys.space_evenly(self.now)))
        timeline.duplicated.connect(self._duplicate)
        timeline.removed.connect(self._remove)
        timeline.dropped.connect(self._drop_files)
        timeline.dropped_text.connect(self._drop_text)
        chips = timeline.chips
        chips.mode_chosen.connect(lambda at, mode: self._edit(keys.set_mode(self.now, at, mode)))
        chips.ease_chosen.connect(lambda at, kind: self._edit(keys.set_ease(self.now, at, kind)))
        panel.mode_chosen.connect(lambda mode: self._edit(keys.set_all_modes(self.now, mode)))
        panel.ease_chosen.connect(lambda kind: self._edit(keys.set_all_eases(self.now, kind)))
        panel.closed_chosen.connect(lambda closed: self._edit(keys.close(self.now, closed)))
        panel.add_current.connect(lambda: self.add(desk.state.exploring.shown))
        panel.add_seed.connect(lambda seed: self.add(Seed(seed)))
        panel.add_picture.connect(self._ask_picture)
        panel.add_scene.connect(self._ask_scene)
        panel.duplicate.connect(self.duplicate_chosen)
        panel.remove.connect(self.remove_chosen)

    def opened(self, spec: Spec) -> None:
        """Keys of another model."""
        self._places.clear()
        self.timeline.set_keys((), ())

    def stop(self) -> None:
        """No thumbnails for nobody."""
        self.desk.cancel(KEYS)

    def refresh(self, state: State, old: State | None) -> None:
        """Thumbnails for other keys; for other times they only move."""
        way = path(state)
        times = [way.when(index) for index in range(way.segments + 1)]
        names = [name_of(key) for key in way.keys]
        self.timeline.can_retime = way.retiming is None
        same = old is not None and len(self.timeline.labels) == len(names)
        if same and old is not None and _pictured(state) == _pictured(old):
            if tuple(times) != self.timeline.times:
                self.timeline.set_times(times)
        else:
            self.timeline.set_keys(names, times)
            request = Grid(state.model, way.keys, state.exploring.conditions)
            self._stamp = self.desk.submit(request, KEYS, JOB)
        ends = [names[(i + 1) % len(names)] for i in range(way.segments)]
        modes = way.modes or (way.mode,) * way.segments
        eases = way.eases or ("steady",) * way.segments
        chips = self.timeline.chips
        chips.can_ease = not state.interpolating.even
        chips.show_segments(list(zip(names, ends, strict=False)), modes, eases)
        self.timeline.place_chips()

    def receive(self, result: Result) -> None:
        """Thumbnails, an encoded picture, a file that was read."""
        frame, number = result.frame, result.slot.partition("/")[2]
        place = self._places.pop(number, None) if result.done else self._places.get(number)
        if frame is None:
            return
        if result.slot == KEYS and result.stamp == self._stamp:
            for offset, picture in enumerate(frame.images["image"]):
                self.timeline.put(frame.index * BATCH + offset, picture)
        elif isinstance(result.request, Reconstruct | Fit):
            if (point := self._finder.found(result)) is not None:
                self.add(point, place)
        elif (saved := self._finder.saved(frame.values)) is not None:
            self.add(saved, place)
        elif "picture" in frame.values:
            self.encode(frame.values["picture"], place)

    def _cancelled(self, slot: str, title: str) -> None:
        """A job was stopped: of a search the best so far is kept."""
        kind, _, number = slot.partition("/")
        if kind == ENCODE and not title:
            place = self._places.pop(number, None)
            if (point := self._finder.cancelled(slot)) is not None:
                self.add(point, place)

    # -- changing them --------------------------------------------------------------------------

    def _edit(self, view: Interpolating, merge: str | None = None) -> None:
        """The same keys otherwise; one entry of the history, or a drag's."""
        if merge is None:
            self.desk.settle()
        self.desk.edit("interpolating", merge, **vars(view))

    def _become(self, view: Interpolating, chosen: int) -> None:
        """Other keys as one entry, with the playhead on one of them."""
        self.taken.emit()
        self._edit(_with_playhead(view, chosen))
        self.desk.settle()
        self.timeline.select(chosen)
        self.panel.show_chosen(True)

    def add(self, point: Point, place: float | None = None) -> None:
        """A key frame reached at `place`, before the first or after the last where that is an end
        of the path; else after the chosen one, or at the end.
        """
        if place is not None and 0 < place < 1:
            self._become(*keys.insert_at(self.now, self._time_of(place), point))
            return
        chosen = self._chosen
        index = chosen + 1 if chosen >= 0 else len(self.now.keys)
        if place is not None:
            index = 0 if place <= 0 else len(self.now.keys)
        self._become(keys.insert(self.now, index, point), index)

    def _time_of(self, place: float) -> float:
        """The time by the keys' own clock at a share of the path as it is shown."""
        retiming = path(self.desk.state).retiming
        return retiming.at(place) if retiming else place

    def _choose(self, index: int) -> None:
        self.taken.emit()
        position = path(self.desk.state).when(index)
        self.desk.edit("interpolating", "interpolate.position", position=position)
        self.desk.settle()
        self.panel.show_chosen(True)

    def _retime(self, index: int, time: float) -> None:
        self.taken.emit()
        self._edit(keys.retime(self.now, index, time), f"interpolate.retime:{index}")

    def _nudge(self, index: int, frames: int) -> None:
        if not self.timeline.can_retime:
            words = self.tr("Constant visual speed decides when keys are reached: turn it off.")
            self.desk.said.emit(words)
            return
        time = keys.times(self.now)[index] + frames / (self.now.frames - 1)
        self._retime(index, time)

    def duplicate_chosen(self) -> None:
        """The chosen key once more, after itself."""
        if self._is_chosen():
            self._duplicate(self._chosen)

    def remove_chosen(self) -> None:
        """Without the chosen key."""
        if self._is_chosen():
            self._remove(self._chosen)

    @property
    def _chosen(self) -> int:
        """The key chosen, or -1: keys may have gone by an undo while the path was out of sight."""
        chosen = self.timeline.selected
        return chosen if chosen < len(self.now.keys) else -1

    def _is_chosen(self) -> bool:
        if self._chosen < 0:
            self.desk.said.emit(self.tr("Choose a key frame first, by a click on it"))
        return self._chosen >= 0

    def _duplicate(self, index: int) -> None:
        self._become(keys.duplicate(self.now, index), index + 1)

    def _remove(self, index: int) -> None:
        if len(self.now.keys) <= 2:
            self.desk.said.emit(self.tr("A path needs two key frames: add another first."))
            return
        self._become(keys.remove(self.now, index), min(index, len(self.now.keys) - 2))

    # -- pictures -------------------------------------------------------------------------------

    def _slot(self, kind: str, place: float | None) -> str:
        """A slot each, or the second of two pictures would replace the first."""
        self._fetched += 1
        if place is not None:
            self._places[str(self._fetched)] = place
        return f"{kind}/{self._fetched}"

    def encode(self, picture: Picture, place: float | None = None) -> bool:
        """Encode a picture, or search for it; it becomes a key frame when its latent has come."""
        return self._finder.ask(picture, self._slot(ENCODE, place))

    def read(self, file: Path, place: float | None = None) -> None:
        """A file as a key frame: the point it was saved of, or a picture to encode."""
        self.desk.submit(ReadKey(str(file), self.desk.state.model), self._slot(READ, place), JOB)

    def _drop_files(self, files: list[Path], place: float) -> None:
        """Several files share the way between the two keys that they were dropped between."""
        if len(files) == 1 or not 0 < place < 1:
            places = [place] * len(files)
        else:
            way = path(self.desk.state)
            times = [way.when(index) for index in range(way.segments + 1)]
            after = min(bisect_right(times, place), way.segments)
            start, gap = times[after - 1], times[after] - times[after - 1]
            places = [start + gap * (n + 1) / (len(files) + 1) for n in range(len(files))]
        if place <= 0:
            files = files[::-1]  # each one goes before all others
        for file, each in zip(files, places, strict=True):
            self.read(file, each)

    def _drop_text(self, text: str, place: float) -> None:
        if (point := self._finder.of_text(text)) is not None:
            self.add(point, place)

    def _ask_picture(self) -> None:
        for file in ask.pictures(self.panel, self.tr("Add pictures as key frames")):
            self.read(file)

    def _ask_scene(self) -> None:
        """A picture for those who have none at hand."""
        if self.desk.spec is not None:
            size = min(256, max(self.desk.spec.image.height, self.desk.spec.image.width))
            request = RenderScene(random.randrange(SEEDS_DRAWN), size)
            self.desk.submit(request, self._slot(READ, None), JOB)


def _pictured(state: State) -> tuple[Any, ...]:
    """What decides the thumbnails."""
    return state.model, state.interpolating.keys, state.exploring.conditions


def _with_playhead(view: Interpolating, key: int) -> Interpolating:
    return replace(view, position=view.path.when(key))
