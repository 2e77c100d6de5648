"""The morph grid: a sheet between four corners in place of the path, live under the mouse."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from explorer.export.job import Save
from explorer.export.png import PNG
from explorer.export.read_key import ReadKey
from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.latent import MorphGrid, Point, Seed
from explorer.sampling import JOB, Result
from explorer.sampling.fitting_requests import Fit
from explorer.sampling.requests import BATCH, Grid, Reconstruct
from explorer.session import State
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.interpolate.part import Part
from explorer.ui.interpolate.picture import Finder, takes_pictures
from explorer.ui.widgets.grid_panel import GridPanel
from explorer.ui.widgets.morph_sheet import COUNT, MorphSheet
from explorer.ui.widgets.seed_box import SEEDS_DRAWN
from explorer.ui.words import name_of, shell_distance

SHEET, CORNER, SAVE = "interpolate.sheet", "interpolate.corner", "interpolate.save_grid"
# Pictures a row of a saved grid: more than are shown, as there is no window to fit them in.
SAVED = 9


class MorphPart(Part):
    """Open while `interpolating.grid` is one.

    Signals:
        kept: a point of the sheet that is to become a key frame.
    """

    slots: ClassVar[tuple[str, ...]] = (SHEET, CORNER, SAVE)

    kept = Signal(object)

    def __init__(
        self, desk: Desk, sheet: MorphSheet, panel: GridPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, parent)
        self.sheet, self.panel = sheet, panel
        self._finder = Finder(desk, self)
        self._asked: Grid | None = None
        self._stamp = self._fetched = 0
        # Where the handle was before the mouse came by; None while it is not under the mouse.
        self._before: tuple[float, float] | None = None
        desk.working.connect(self._cancelled)
        sheet.hovered.connect(self._hover)
        sheet.left.connect(self._leave)
        sheet.moved.connect(self._move)
        sheet.released.connect(desk.settle)
        sheet.kept.connect(self._keep)
        sheet.corner_asked.connect(self._ask_corner)
        sheet.dropped.connect(self.read)
        sheet.dropped_text.connect(self._drop_text)
        panel.close_grid.connect(self.toggle)
        panel.shuffle.connect(self._shuffle)
        panel.keep.connect(self._keep)
        panel.save.connect(self.ask_where)
        panel.corner_asked.connect(self._ask_corner)
        panel.mode_chosen.connect(self._choose_mode)

    @property
    def open(self) -> bool:
        """Whether the grid is shown."""
        return self.now.grid is not None

    def opened(self, spec: Spec) -> None:
        """Another model's pictures."""
        self._asked, self._before = None, None
        self.sheet.set_picture_size(spec.image.height, spec.image.width)

    def stop(self) -> None:
        """The view leaves the screen."""
        self._leave()
        self.desk.cancel(SHEET)
        self._asked = None

    def toggle(self) -> None:
        """Open it between the first four key frames, seeds where there are fewer; or close it."""
        self._leave()
        self.desk.settle()
        if self.open:
            self.desk.edit("interpolating", grid=None)
            return
        seeds = (Seed(number) for number in range(1, 9))
        more = [seed for seed in seeds if seed not in self.now.keys]
        a, b, c, d = (*self.now.keys, *more)[:4]
        mode = "linear" if self.now.mode == "linear" else "spherical"
        self.desk.edit("interpolating", grid=MorphGrid((a, b, c, d), mode))

    def refresh(self, state: State, old: State | None) -> None:
        """The corners' names, and pictures for another sheet."""
        grid = state.interpolating.grid
        if grid is None:
            self._asked = None
            return
        self.panel.show_grid([name_of(corner) for corner in grid.corners], grid.mode)
        request = Grid(state.model, grid.points(COUNT, COUNT), state.exploring.conditions)
        if request != self._asked:
            self._asked = request
            self._stamp = self.desk.submit(request, SHEET, JOB)

    def show_typicality(self, shell: float) -> None:
        """Of the picture that is shown."""
        across, down = (round(100 * share) for share in self.now.grid_at)
        words, distance = self.tr("{across} % across, {down} % down"), shell_distance(shell)
        if distance:
            words = self.tr("{across} % across, {down} % down, {shell}")
        self.panel.show_where(words.format(across=across, down=down, shell=distance))

    def receive(self, result: Result) -> None:
        """Pictures of the sheet, a corner's latent, a file that was read or saved."""
        request, frame = result.request, result.frame
        if frame is None:
            return
        if result.slot == SHEET:
            if result.stamp == self._stamp:
                for offset, picture in enumerate(frame.images["image"]):
                    self.sheet.put(frame.index * BATCH + offset, picture)
        elif isinstance(request, Save):
            if result.done:
                self.desk.said.emit(self.tr("Saved {file}.").format(file=request.file))
        else:
            self._receive_corner(result, int(result.slot.rpartition("/")[2]) % 4)

    def _receive_corner(self, result: Result, corner: int) -> None:
        frame = result.frame
        assert frame is not None
        if isinstance(result.request, Reconstruct | Fit):
            if (point := self._finder.found(result)) is not None:
                self._put(corner, point)
        elif (saved := self._finder.saved(frame.values)) is not None:
            self._put(corner, saved)
        elif "picture" in frame.values:
            self.encode(frame.values["picture"], corner)

    def _cancelled(self, slot: str, title: str) -> None:
        """A job was stopped: of a search the best so far is kept."""
        kind, _, number = slot.partition("/")
        if kind == CORNER and not title and (point := self._finder.cancelled(slot)) is not None:
            self._put(int(number) % 4, point)

    # -- the handle -----------------------------------------------------------------------------

    def _hover(self, across: float, down: float) -> None:
        """What is under the mouse, until it goes: no entry of the history."""
        if self.open:
            if self._before is None:
                self._before = self.now.grid_at
            self.desk.edit("interpolating", record=False, grid_at=(across, down))

    def _leave(self) -> None:
        before, self._before = self._before, None
        if before is not None and self.open:
            self.desk.edit("interpolating", record=False, grid_at=before)

    def _move(self, across: float, down: float) -> None:
        """The handle is put there: undo goes back to where it was before the mouse came by."""
        self._leave()
        if self.open:
            self.desk.edit("interpolating", "interpolate.grid_at", grid_at=(across, down))

    def _keep(self) -> None:
        self._leave()
        if self.now.grid is not None:
            self.kept.emit(self.now.grid.at(*self.now.grid_at))

    # -- the corners ----------------------------------------------------------------------------

    def _set(self, grid: MorphGrid) -> None:
        self._leave()
        self.desk.settle()
        self.desk.edit("interpolating", grid=grid)
        self.desk.settle()

    def _put(self, corner: int, point: Point) -> None:
        if self.now.grid is not None:
            corners = list(self.now.grid.corners)
            corners[corner] = point
            a, b, c, d = corners
            self._set(replace(self.now.grid, corners=(a, b, c, d)))

    def _shuffle(self) -> None:
        if self.now.grid is not None:
            a, b, c, d = (Seed(random.randrange(SEEDS_DRAWN)) for _ in range(4))
            self._set(replace(self.now.grid, corners=(a, b, c, d)))

    def _choose_mode(self, mode: str) -> None:
        if self.now.grid is not None:
            self._set(replace(self.now.grid, mode=mode))

    def _ask_corner(self, corner: int, at: QPoint) -> None:
        menu = self.menu(corner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu(self, corner: int) -> QMenu:
        """What a corner can be."""
        menu, spec = QMenu(self.panel), self.desk.spec
        number = random.randrange(SEEDS_DRAWN)
        entries = [(self.tr("Random picture"), lambda: self._put(corner, Seed(number)))]
        if spec is not None and spec.latent.flat:
            sliders = self.desk.state.exploring.shown
            entries.append((self.tr("Current sliders"), lambda: self._put(corner, sliders)))
        if spec is not None and takes_pictures(spec):
            entries.append((self.tr("Picture..."), lambda: self._ask_picture(corner)))
        for text, act in entries:
            menu.addAction(text).triggered.connect(act)
        menu.addSeparator()
        for key in self.now.keys[:16]:
            action = menu.addAction(name_of(key))
            action.triggered.connect(lambda _=False, point=key: self._put(corner, point))
        return menu

    def _ask_picture(self, corner: int) -> None:
        for file in ask.pictures(self.panel, self.tr("A picture for this corner"))[:1]:
            self.read(file, corner)

    def _slot(self, corner: int) -> str:
        """A slot each; the corner is its number modulo four."""
        self._fetched += 1
        return f"{CORNER}/{4 * self._fetched + corner}"

    def read(self, file: Path, corner: int) -> None:
        """A file as a corner: the point it was saved of, or a picture to encode."""
        self.desk.submit(ReadKey(str(file), self.desk.state.model), self._slot(corner), JOB)

    def _drop_text(self, text: str, corner: int) -> None:
        if (point := self._finder.of_text(text)) is not None:
            self._put(corner, point)

    def encode(self, picture: Picture, corner: int) -> None:
        """A picture as a corner, once its latent has come."""
        self._finder.ask(picture, self._slot(corner))

    # -- saving ---------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Ask, then save the whole sheet."""
        file = ask.frames(self.panel, self.tr("Save grid"), "grid.png", PNG)
        if file is not None:
            self.save(file)

    def save(self, file: Path) -> None:
        """SAVED x SAVED pictures of the sheet on one."""
        grid = self.now.grid
        if grid is None:
            return
        state, points = self.desk.state, grid.points(SAVED, SAVED)
        request = Save(Grid(state.model, points, state.exploring.conditions), str(file), SAVED)
        slot = f"{SAVE}/{file}"  # another grid is saved beside this one, not in its place
        self.desk.submit(request, slot, JOB, self.tr("Saving {file}").format(file=file.name))
