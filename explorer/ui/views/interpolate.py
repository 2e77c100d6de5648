"""Interpolate: key frames on a timeline, the film strip between them, the picture under a playhead.

The picture is asked for as a preview, so that a drag never waits; the strip and the thumbnails are
jobs, which yield to it. Playing is the same as dragging, by a clock, and leaves no history.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.errors import NotSupported
from explorer.export.job import Save
from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.latent import Mix, Point, Seed, Values, typicality
from explorer.sampling import JOB, Frame, Result
from explorer.sampling.requests import BATCH, Grid, Reconstruct, strip
from explorer.sampling.sources import ReadPicture, RenderScene
from explorer.session import Interpolating, State, keys
from explorer.session.plan import interpolation, path
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.filmstrip import FilmStrip
from explorer.ui.widgets.path_panel import PathPanel
from explorer.ui.widgets.path_track import PathTrack
from explorer.ui.widgets.player import Player, advance
from explorer.ui.widgets.slider_panel import LARGEST_SEED
from explorer.ui.widgets.timeline import Timeline
from explorer.ui.words import name_of, shell_distance

IMAGE, STRIP, KEYS = "interpolate.image", "interpolate.strip", "interpolate.keys"
ENCODE, READ, SAVE = "interpolate.encode", "interpolate.read", "interpolate.save"


class Interpolate(View):
    """The path's view. Slots: interpolate.image, .strip, .keys, .encode/N, .read/N, .save."""

    name: ClassVar[str] = "interpolate"
    title: ClassVar[str] = "Interpolate"
    tip: ClassVar[str] = "Morph one picture into another along a path through the latent space"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.picture = Canvas(empty=self.tr("Choose a model with a latent vector."), parent=self)
        self.picture.setAccessibleName(self.tr("Picture under the playhead"))
        self.track, self.panel = PathTrack(self), PathPanel(self)
        self.timeline, self.strip = self.track.timeline, self.track.strip
        self.transport, self.readout = self.track.transport, self.track.readout
        self.player = Player(self)
        self._forward = True
        self._strip_of: Any = None
        self._strip_stamp = self._keys_stamp = 0
        self._fetched = 0
        self._shell: float | None = None
        self._pixel = ""
        self._resized = QTimer(self, singleShot=True, interval=120)
        panel = self.panel
        self._commands = [
            self._command(self.tr("Add current sliders"), "A", panel.current_button.click),
            self._command(self.tr("Add seed"), "S", panel.seed_button.click),
            self._command(self.tr("Add picture..."), "P", panel.picture_button.click),
            self._command(self.tr("Add a rendered scene"), "E", panel.scene_button.click),
            self._command(self.tr("Save strip or film..."), "Ctrl+Shift+S", self._ask_save),
        ]
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(self.picture, 1)
        column.addWidget(self.track)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(column, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.picture.painted.connect(lambda: self.desk.shown(IMAGE))
        self.picture.failed.connect(self.desk.failed)
        self.picture.hovered.connect(self._hovered)
        self.track.scrubbed.connect(self._scrub)
        self.track.released.connect(self.desk.settle)
        self.strip.capacity_changed.connect(lambda _: self._resized.start())
        self._resized.timeout.connect(self._ask_strip)
        self.timeline.chosen.connect(self._choose)
        self.timeline.moved.connect(self._move)
        self.timeline.removed.connect(self._remove)
        panel = self.panel
        panel.add_current.connect(lambda: self.add(self.desk.state.exploring.shown))
        panel.add_seed.connect(lambda seed: self.add(Seed(seed)))
        panel.add_picture.connect(self._ask_picture)
        panel.add_scene.connect(self._ask_scene)
        panel.remove.connect(lambda: self._remove(self.timeline.selected))
        panel.changed.connect(lambda field, value: self._edit(field, **{field: value}))
        panel.settled.connect(self.desk.settle)
        panel.save.connect(self._ask_save)
        self.transport.toggled.connect(self.toggle)
        self.transport.first.connect(lambda: self._go(0))
        self.transport.back.connect(lambda: self._step(-1))
        self.transport.forward.connect(lambda: self._step(1))
        self.transport.last.connect(lambda: self._go(self._now.frames - 1))
        self.player.due.connect(self._due)
        self.player.running_changed.connect(self.transport.set_playing)

    # -- what the window tells ------------------------------------------------------------------

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes a picture of a vector."""
        return "generate" in spec.capabilities and spec.latent.flat

    def commands(self) -> list[QAction]:
        """Playing, key frames, saving."""
        return [*self.transport.commands(), *self._commands]

    def _command(self, text: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
        return action

    @property
    def canvas(self) -> Canvas:
        """The picture under the playhead."""
        return self.picture

    def opened(self, spec: Spec) -> None:
        """Another model: nothing shown is true any more."""
        self.player.stop()
        self._strip_of = None
        self.strip.set_picture_size(spec.image.height, spec.image.width)
        self.strip.clear()
        self.timeline.set_keys((), ())
        self.picture.set_image(None)

    def refresh(self, state: State, old: State | None) -> None:
        """Show the path and the playhead; ask for the pictures that changed."""
        if self.desk.spec is None or not self.suits(self.desk.spec):
            return
        now, was = state.interpolating, None if old is None else old.interpolating
        if old is None:
            self.strip.setFocus()
        if old is None or not self._same_path(state, old):
            self._show_keys(state)
            self._ask_strip()
        self.desk.submit(interpolation(state), IMAGE)
        # a playhead that moves changes nothing else: this is all that a drag costs
        if was is None or replace(was, position=now.position) != now:
            self.player.set_rate(now.rate)
            self._show_panel()
        self.track.set_position(now.position)
        self._show_readout()

    def _same_path(self, state: State, old: State) -> bool:
        alike = state.exploring.conditions == old.exploring.conditions
        return alike and path(state) == path(old)

    def closing(self) -> None:
        """Nothing plays out of sight."""
        self.player.stop()
        for slot in (IMAGE, STRIP, KEYS):
            self.desk.cancel(slot)
        self._strip_of = None

    def take(self, picture: Picture) -> bool:
        """Encode a picture; it becomes a key frame when its latent has come."""
        spec = self.desk.spec
        if spec is None or "encode" not in spec.capabilities:
            name = spec.name if spec else self.tr("no model")
            cause = self.tr("it has no encoder for {picture}").format(picture=picture.name)
            remedy = self.tr("Open a model that has one, or add a seed.")
            self.desk.failed.emit(NotSupported(name, cause, remedy))
            return False
        self._fetched += 1  # a slot each, or the second of two pictures would replace the first
        request = Reconstruct(self.desk.state.model, picture)
        self.desk.submit(request, f"{ENCODE}/{self._fetched}", JOB)
        return True

    # -- what comes back ------------------------------------------------------------------------

    def receive(self, result: Result) -> None:
        """The picture, tiles, thumbnails, an encoded picture, a saved file."""
        request, frame = result.request, result.frame
        if frame is None:
            return
        if result.slot == IMAGE:
            self.picture.set_image(frame.images["image"][0])
            self._shell = float(typicality(frame.values["latents"])[0])
            self._show_readout()
        elif result.slot == STRIP and result.stamp == self._strip_stamp:
            self._fill(self.strip, frame)
        elif result.slot == KEYS and result.stamp == self._keys_stamp:
            self._fill(self.timeline, frame)
        elif isinstance(request, Reconstruct) and request.model == self.desk.state.model:
            self.add(Values.of(frame.values["mean"], request.picture.name))
            told = self.tr("{picture} added; its latent rebuilds it with a PSNR of {psnr} dB.")
            psnr = f"{frame.values['psnr']:.1f}"
            self.desk.said.emit(told.format(picture=request.picture.name, psnr=psnr))
        elif isinstance(request, ReadPicture | RenderScene):
            self.take(frame.values["picture"])
        elif isinstance(request, Save) and result.done:
            self.desk.said.emit(self.tr("Saved {file}.").format(file=request.file))

    def _fill(self, widget: FilmStrip | Timeline, frame: Frame) -> None:
        for offset, picture in enumerate(frame.images["image"]):
            widget.put(frame.index * BATCH + offset, picture)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def _now(self) -> Interpolating:
        return self.desk.state.interpolating

    @property
    def frame(self) -> int:
        """The number, from 0, of the frame nearest to the playhead."""
        return round(self._now.position * (self._now.frames - 1))

    def _show_keys(self, state: State) -> None:
        way = path(state)
        times = [way.when(index) for index in range(len(way.keys))]
        self.timeline.set_keys([name_of(key) for key in way.keys], times)
        request = Grid(state.model, way.keys, state.exploring.conditions)
        self._keys_stamp = self.desk.submit(request, KEYS, JOB)

    def _ask_strip(self) -> None:
        """As many pictures as fit, unless they are those that are there."""
        state, spec = self.desk.state, self.desk.spec
        if spec is None or not self.suits(spec) or not self.isVisible():
            return
        request = strip(state.model, path(state), self.strip.capacity, state.exploring.conditions)
        if request == self._strip_of:
            return
        self._strip_of = request
        if self.strip.tiles != self.strip.capacity:
            self.strip.clear(self.strip.capacity)
        self._strip_stamp = self.desk.submit(request, STRIP, JOB)

    def _show_panel(self) -> None:
        spec = self.desk.spec
        encodes = spec is not None and "encode" in spec.capabilities
        self.panel.scene_button.setVisible(
            encodes and spec is not None and spec.image.channels == 3
        )
        self.panel.show_path(self._now, encodes, self.timeline.selected >= 0)

    def _show_readout(self) -> None:
        frame = self.tr("frame {i} of {n}").format(i=self.frame + 1, n=self._now.frames)
        shell = "" if self._shell is None else shell_distance(self._shell)
        self.readout.set_texts(frame, shell, self._pixel or self._place())

    def _hovered(self, text: str) -> None:
        """The pixel under the cursor takes the place of the place on the path."""
        self._pixel = text
        self._show_readout()

    def _place(self) -> str:
        """Between which key frames the playhead is."""
        point = path(self.desk.state).at(self._now.position)
        if not isinstance(point, Mix):
            return name_of(point)
        words = self.tr("{share} % of the way from {a} to {b}")
        return words.format(share=round(point.t * 100), a=name_of(point.a), b=name_of(point.b))

    # -- the playhead ---------------------------------------------------------------------------

    def _scrub(self, position: float) -> None:
        self.player.stop()
        self.desk.edit("interpolating", "interpolate.position", position=position)

    def _go(self, frame: int, record: bool = True) -> None:
        last = self._now.frames - 1
        position = min(max(frame, 0), last) / last
        self.desk.edit("interpolating", "interpolate.position", record, position=position)

    def _step(self, by: int) -> None:
        self.player.stop()
        self._go(self.frame + by)

    def toggle(self) -> None:
        """Play from here, or from the start where the path is at its end; or pause."""
        self._forward = True
        ended = self.frame == self._now.frames - 1
        if not self.player.running and ended and not self._now.loop and not self._now.bounce:
            self._go(0, record=False)
        self.player.toggle()

    def _due(self, by: int) -> None:
        now = self._now
        frame, self._forward, running = advance(
            self.frame, by, now.frames, self._forward, now.loop, now.bounce
        )
        if not running:
            self.player.stop()
        self._go(frame, record=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Left and Right step, Home and End go to the ends."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.player.stop()
            self._go(0 if key == Qt.Key.Key_Home else self._now.frames - 1)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key held down is one entry of the history."""
        if not event.isAutoRepeat():
            self.desk.settle()
        super().keyReleaseEvent(event)

    # -- key frames -----------------------------------------------------------------------------

    def _edit(self, field: str, **changes: Any) -> None:
        self.desk.edit("interpolating", f"interpolate.{field}", **changes)

    def _become(self, view: Interpolating, chosen: int) -> None:
        """Another path as one entry, with the playhead on one of its keys."""
        self.player.stop()
        self.desk.settle()
        position = view.path.when(chosen)
        self.desk.edit("interpolating", **{**vars(view), "position": position})
        self.desk.settle()
        self.timeline.select(chosen)
        self._show_panel()

    def add(self, point: Point) -> None:
        """A key frame after the chosen one, or at the end."""
        chosen = self.timeline.selected
        index = chosen + 1 if chosen >= 0 else len(self._now.keys)
        self._become(keys.insert(self._now, index, point), index)

    def _choose(self, index: int) -> None:
        self.player.stop()
        position = path(self.desk.state).when(index)
        self.desk.edit("interpolating", "interpolate.position", position=position)
        self.desk.settle()
        self._show_panel()

    def _move(self, index: int, to: int) -> None:
        self._become(keys.reorder(self._now, index, to), to)

    def _remove(self, index: int) -> None:
        if index < 0:
            return
        if len(self._now.keys) <= 2:
            self.desk.said.emit(self.tr("A path needs two key frames: add another first."))
            return
        self._become(keys.remove(self._now, index), min(index, len(self._now.keys) - 2))

    # -- files ----------------------------------------------------------------------------------

    def _ask_picture(self) -> None:
        for file in ask.pictures(self, self.tr("Add pictures as key frames")):
            self.read(file)

    def _ask_scene(self) -> None:
        """A picture for those who have none at hand."""
        if self.desk.spec is not None:
            self._fetched += 1
            size = min(256, max(self.desk.spec.image.height, self.desk.spec.image.width))
            request = RenderScene(random.randrange(LARGEST_SEED), size)
            self.desk.submit(request, f"{READ}/{self._fetched}", JOB)

    def read(self, file: Path) -> None:
        """Read a picture file on the engine's thread, then encode it."""
        self._fetched += 1
        self.desk.submit(ReadPicture(str(file)), f"{READ}/{self._fetched}", JOB)

    def _ask_save(self) -> None:
        file = ask.frames(self, self.tr("Save all frames"), "path.png")
        if file is not None:
            self.save(file)

    def save(self, file: Path) -> None:
        """All frames of the path to a file: a strip, or a film, by its suffix."""
        state, now = self.desk.state, self._now
        grid = strip(state.model, path(state), now.frames, state.exploring.conditions)
        request = Save(grid, str(file), now.frames, now.rate, now.loop)
        self.desk.submit(request, SAVE, JOB, self.tr("Saving the path"))
