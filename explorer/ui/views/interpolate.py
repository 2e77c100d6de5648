"""Interpolate: key frames on a timeline, the film strip between them, the picture under a playhead.

The picture is asked for as a preview, so that a drag never waits; the strip and the thumbnails are
jobs, which yield to it. Playing is the same as dragging, by a clock, and leaves no history.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.latent import Mix, Point, Smooth, typicality
from explorer.sampling import JOB, Result
from explorer.sampling.requests import BATCH, strip
from explorer.session import Interpolating, State
from explorer.session.plan import path, plan
from explorer.ui.desk import Desk
from explorer.ui.interpolate.film import Film
from explorer.ui.interpolate.grid import MorphPart
from explorer.ui.interpolate.key_frames import KeyFrames
from explorer.ui.interpolate.pace import Speed
from explorer.ui.interpolate.part import Part
from explorer.ui.interpolate.picture import takes_pictures
from explorer.ui.interpolate.told import Told
from explorer.ui.views import kinds
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.grid_panel import GridPanel
from explorer.ui.widgets.morph_sheet import MorphSheet
from explorer.ui.widgets.path_panel import PathPanel
from explorer.ui.widgets.path_track import PathTrack
from explorer.ui.widgets.player import Player, advance
from explorer.ui.widgets.room import SideRoom
from explorer.ui.words import name_of, shell_distance

IMAGE, STRIP = "interpolate.image", "interpolate.strip"


class Interpolate(kinds.Interpolate, View):
    """The path's view. Slots: interpolate.image, .strip, and those of its parts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.picture = Canvas(empty=self.tr("Choose a model with a latent vector."), parent=self)
        self.picture.setAccessibleName(self.tr("Picture under the playhead"))
        self.track, self.panel = PathTrack(self), PathPanel(self)
        self.side = SideRoom(self.panel, self)
        self.timeline, self.strip = self.track.timeline, self.track.strip
        self.transport, self.readout = self.track.transport, self.track.readout
        self.key_frames = KeyFrames(desk, self.timeline, self.panel, self)
        self.film = Film(desk, self.panel.film, self)
        self.sheet, self.grid_panel = MorphSheet(self), GridPanel(self)
        self.grid = MorphPart(desk, self.sheet, self.grid_panel, self)
        self.speed = Speed(desk, self.track.curves, self)
        self.told = Told(desk, (self.panel.told, self.grid_panel.told), self)
        self._parts: tuple[Part, ...] = (
            self.key_frames, self.film, self.speed, self.grid, self.told,
        )  # fmt: skip
        self.player = Player(self)
        self._forward = True
        self._strip_of: Any = None
        self._strip_stamp = 0
        self._shell: float | None = None
        self._pixel = ""
        self._resized = QTimer(self, singleShot=True, interval=120)
        panel = self.panel
        duplicate, remove = self.key_frames.duplicate_chosen, self.key_frames.remove_chosen
        self._of_path = [
            self._command(self.tr("Add current sliders"), "A", panel.current_button.click),
            self._command(self.tr("Add seed"), "S", panel.seed_button.click),
            self._command(self.tr("Add picture..."), "P", panel.picture_button.click),
            self._command(self.tr("Add a rendered scene"), "E", panel.scene_button.click),
            self._command(self.tr("Duplicate key frame"), "D", duplicate, own=True),
            self._command(self.tr("Remove key frame"), "Del", remove, own=True),
            self._command(self.tr("Constant visual speed"), "V", panel.even.click),
        ]
        self._commands = [
            *self._of_path,
            self._command(self.tr("Morph grid"), "G", self.grid.toggle),
            self._command(self.tr("Save film..."), "Ctrl+Shift+S", self._ask_save),
        ]
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        pictures = QHBoxLayout()
        pictures.setSpacing(8)
        pictures.addWidget(self.sheet, 1)
        pictures.addWidget(self.picture, 1)
        column.addLayout(pictures, 1)
        column.addWidget(self.track)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(column, 1)
        row.addWidget(self.side)
        row.addWidget(self.grid_panel)
        self._show_parts(False)

    def _show_parts(self, grid: bool) -> None:
        """The morph grid takes the place of the path and of its controls."""
        self.sheet.setVisible(grid)
        self.grid_panel.setVisible(grid)
        self.track.setVisible(not grid)
        self.side.setVisible(not grid)
        slides = self.desk.spec is not None and self.desk.spec.latent.flat
        for command in self._of_path:
            command.setEnabled(not grid)  # nobody would see what it did
        self._of_path[0].setEnabled(slides and not grid)
        self.panel.current_button.setVisible(slides)

    def _connect(self) -> None:
        self.picture.painted.connect(lambda: self.desk.shown(IMAGE))
        self.picture.failed.connect(self.desk.failed)
        self.picture.hovered.connect(self._hovered)
        self.track.scrubbed.connect(self._scrub)
        self.track.released.connect(self.desk.settle)
        self.strip.capacity_changed.connect(lambda _: self._resized.start())
        self._resized.timeout.connect(self._ask_strip)
        self.key_frames.taken.connect(self.player.stop)
        self.panel.open_grid.connect(self.grid.toggle)
        self.grid.kept.connect(self._keep)
        self.panel.changed.connect(lambda field, value: self._edit(field, **{field: value}))
        self.panel.settled.connect(self.desk.settle)
        self.transport.toggled.connect(self.toggle)
        self.transport.first.connect(lambda: self._go(0))
        self.transport.back.connect(lambda: self._step(-1))
        self.transport.forward.connect(lambda: self._step(1))
        self.transport.last.connect(lambda: self._go(self._now.frames - 1))
        self.player.due.connect(self._due)
        self.player.running_changed.connect(self.transport.set_playing)

    # -- what the window tells ------------------------------------------------------------------

    def commands(self) -> list[QAction]:
        """Playing, key frames, saving."""
        return [*self.transport.commands(), *self._commands]

    def _command(
        self, text: str, keys: str, act: Callable[[], object], own: bool = False
    ) -> QAction:
        """`own`: the view hears the key itself, as it means something else in other panels."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        if own:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
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
        self.picture.set_image(None)
        self._show_parts(self._now.grid is not None)
        for part in self._parts:
            part.opened(spec)

    def refresh(self, state: State, old: State | None) -> None:
        """Show the path and the playhead; ask for the pictures that changed."""
        if self.desk.spec is None or not self.suits(self.desk.spec):
            return
        now, was = state.interpolating, None if old is None else old.interpolating
        if old is None or not self._same_path(state, old):
            self._ask_strip()
        if was is None or (was.grid is None) != (now.grid is None):
            self.player.stop()
            self._show_parts(now.grid is not None)
            (self.strip if now.grid is None else self.sheet).setFocus()
        self.desk.submit(plan(state), IMAGE)
        # a playhead or a handle that moves changes nothing else: this is all that a drag costs
        moved = was and replace(was, position=now.position, grid_at=now.grid_at)
        if moved != now or not self._same_conditions(state, old):
            self.player.set_rate(now.rate)
            for part in self._parts:
                part.refresh(state, old)
            self._show_panel()
        self.track.set_position(now.position)
        self.sheet.show_place(*now.grid_at)
        self._show_readout()

    def _same_path(self, state: State, old: State) -> bool:
        return self._same_conditions(state, old) and path(state) == path(old)

    def _same_conditions(self, state: State, old: State | None) -> bool:
        return old is not None and state.exploring.conditions == old.exploring.conditions

    def closing(self) -> None:
        """Nothing plays out of sight."""
        self.player.stop()
        for slot in (IMAGE, STRIP):
            self.desk.cancel(slot)
        for part in self._parts:
            part.stop()
        self._strip_of = None

    def take(self, picture: Picture) -> bool:
        """Encode a picture; it becomes a key frame when its latent has come."""
        return self.key_frames.encode(picture)

    def add(self, point: Point) -> None:
        """A key frame after the chosen one, or at the end."""
        self.key_frames.add(point)

    def read(self, file: Path) -> None:
        """A file as a key frame: the point it was saved of, or a picture to encode."""
        self.key_frames.read(file)

    def _keep(self, point: Point) -> None:
        """A picture of the morph grid; the path is told of, as it is not on screen."""
        self.key_frames.add(point)
        count = len(self._now.keys)
        self.desk.said.emit(self.tr("Added: the path has {n} key frames.").format(n=count))

    def _ask_save(self) -> None:
        """What is on screen: the film of the path, or the grid."""
        if self.grid.open:
            self.grid.ask_where()
        else:
            self.film.ask()

    def save(self, file: Path) -> None:
        """All frames of the path to a file: a sheet, or a film, by its suffix."""
        self.film.save(file)

    # -- what comes back ------------------------------------------------------------------------

    def receive(self, result: Result) -> None:
        """The picture, tiles, or what a part asked for."""
        frame = result.frame
        for part in self._parts:
            if part.owns(result.slot):
                part.receive(result)
        if frame is not None and result.slot == IMAGE:
            self.picture.set_image(frame.images["image"][0])
            prior = self.desk.space.prior
            self._shell = float(typicality(frame.values["latents"], prior)[0])
            self._show_readout()
            self.grid.show_typicality(self._shell)
        elif frame is not None and result.slot == STRIP and result.stamp == self._strip_stamp:
            for offset, picture in enumerate(frame.images["image"]):
                self.strip.put(frame.index * BATCH + offset, picture)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def _now(self) -> Interpolating:
        return self.desk.state.interpolating

    @property
    def frame(self) -> int:
        """The number, from 0, of the frame nearest to the playhead."""
        return round(self._now.position * (self._now.frames - 1))

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
        searches = spec is not None and not encodes and takes_pictures(spec)
        self.panel.show_path(self._now, encodes, searches, self.timeline.selected >= 0)

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
        if not isinstance(point, Mix | Smooth):
            return name_of(point)
        words = self.tr("{share} % of the way from {a} to {b}")
        return words.format(share=round(point.t * 100), a=name_of(point.a), b=name_of(point.b))

    # -- the playhead ---------------------------------------------------------------------------

    def _scrub(self, position: float) -> None:
        self.player.stop()
        self.desk.edit("interpolating", "interpolate.position", position=position)

    def _go(self, frame: int, record: bool = True) -> None:
        if self.grid.open:
            return  # the path is not on screen
        last = self._now.frames - 1
        position = min(max(frame, 0), last) / last
        self.desk.edit("interpolating", "interpolate.position", record, position=position)

    def _step(self, by: int) -> None:
        self.player.stop()
        self._go(self.frame + by)

    def toggle(self) -> None:
        """Play from here, or from the start where the path is at its end; or pause."""
        if self.grid.open:
            return
        self._forward = True
        ended = self.frame == self._now.frames - 1
        if not self.player.running and ended and not self._now.loop and not self._now.bounce:
            self._go(0, record=False)
        self.player.toggle()

    def _due(self, by: int) -> None:
        now = self._now
        frames = now.frames
        if now.closed and now.loop and not now.bounce:
            frames -= 1  # the return to the first key is that key: it would be shown twice
        frame, self._forward, running = advance(
            self.frame, by, frames, self._forward, now.loop, now.bounce
        )
        if not running:
            self.player.stop()
        self._go(frame, record=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, arrows step, Home and End go to the ends, D and Delete are a key's."""
        key = event.key()
        if self.grid.open:
            super().keyPressEvent(event)  # the path is not on screen
        elif key == Qt.Key.Key_D and not event.modifiers():
            self.key_frames.duplicate_chosen()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.key_frames.remove_chosen()
        elif key == Qt.Key.Key_Space:
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

    def _edit(self, field: str, **changes: Any) -> None:
        self.desk.edit("interpolating", f"interpolate.{field}", **changes)
