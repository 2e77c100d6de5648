"""Translate: a picture of one's own, redrawn while one draws it.

The source is part of the state, so that every stroke is an entry of the history.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from explorer.families import Spec
from explorer.formats import brush
from explorer.formats.patterns import FIRST, pattern
from explorer.formats.picture import KEPT_PIXELS, Picture
from explorer.sampling import JOB, Result
from explorer.sampling.sources import ReadPicture
from explorer.sampling.translate_requests import Translate as Request
from explorer.session import State
from explorer.session.plan import translation
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.failures import name_said
from explorer.ui.fitting import fitting
from explorer.ui.translate.panel import TranslatePanel
from explorer.ui.translate.sheet import Sheet
from explorer.ui.views import kinds
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.plate import Bytes, from_qimage
from explorer.ui.widgets.room import SideRoom
from explorer.ui.widgets.triptych import difference_of
from explorer.ui.widgets.wipe import Wipe

IMAGE, FILE, STYLE = "translate.image", "translate.file", "translate.style"


class Translate(kinds.Translate, View):
    """The view of translators of pictures. Slots: translate.image, .file, .style."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked: Request | None = None
        self.source = Sheet(self.tr("source"), self)
        self.result = Wipe(self.tr("redrawn"), parent=self)
        self.returned = Wipe(self.tr("sent back"), parent=self)
        self.style_canvas = Canvas(self.tr("style"), parent=self)
        self.difference = Canvas(self.tr("difference"), parent=self)
        self.result.painted.connect(lambda: self.desk.shown(IMAGE))
        self.source.link(self.result, self.returned, self.difference)
        self.panel = TranslatePanel(self)
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(8, 4, 0, 8)
        grid.setSpacing(8)
        for canvas in self._canvases():
            canvas.failed.connect(desk.failed)
        self._seen: tuple[Canvas, ...] = ()
        self._place((self.source, self.result))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(grid, 1)
        row.addWidget(SideRoom(self.panel, self))
        self._connect()
        self._commands = [
            self._command(self.tr("Blank paper"), "B", self.panel.blank.click),
            self._command(self.tr("Paste picture"), "P", self.panel.paste.click),
            self._command(self.tr("Take the result"), "T", self.panel.take.click),
            self._command(self.tr("Difference"), "D", self.panel.difference.click),
            self._command(self.tr("Wipe"), "W", self.panel.wipe.click),
            self._command(self.tr("Eraser"), "E", self.panel.erase),
            self._command(self.tr("Narrower brush"), "[", self.panel.brush.stepDown),
            self._command(self.tr("Wider brush"), "]", self.panel.brush.stepUp),
        ]

    def _canvases(self) -> tuple[Canvas, ...]:
        return self.source, self.result, self.style_canvas, self.returned, self.difference

    def _connect(self) -> None:
        self.source.drawn.connect(self._draw)
        self.source.lifted.connect(self.desk.settle)
        self.panel.opened.connect(self._open)
        self.panel.pasted.connect(self._paste)
        self.panel.drawn_face.connect(lambda: self._replace(None))
        self.panel.cleared.connect(self._clear)
        self.panel.taken.connect(self._take_result)
        self.panel.changed.connect(self._change)
        part = self.panel.style_part
        part.patterned.connect(self._pattern)
        part.opened.connect(lambda: self._open("style"))
        part.pasted.connect(lambda: self._paste("style"))
        part.turned.connect(self._turn)
        part.settled.connect(self.desk.settle)
        self.result.moved.connect(self.returned.set_place)
        self.returned.moved.connect(self.result.set_place)

    def _command(self, text: str, keys: str, act: Any) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        return action

    # -- what the window tells ------------------------------------------------------------------

    def commands(self) -> list[QAction]:
        """Paper, result as source, difference, brush."""
        return self._commands

    @property
    def canvas(self) -> Canvas:
        """The redrawn picture; each of the others has its own menu."""
        return self.result

    def opened(self, spec: Spec) -> None:
        """Another model: its styles; nothing of the last one is looked at any more."""
        self._asked = None
        self.panel.show_model(spec)
        for canvas in self._canvases():
            canvas.set_image(None)

    def refresh(self, state: State, old: State | None) -> None:
        """Show the choices, and ask for the picture where it is another."""
        spec = self.desk.spec
        if spec is None:
            return
        self.panel.show_state(state.translating, spec, self._hint(state, spec))
        self._lay_out(state)
        request = translation(state)
        if old is None or request != self._asked:
            self._asked = request
            self.desk.submit(request, IMAGE)

    def closing(self) -> None:
        """What has not come is not looked at any more."""
        for slot in (IMAGE, FILE, STYLE):
            self.desk.cancel(slot)

    def take(self, picture: Picture) -> bool:
        """A picture to redraw."""
        self._replace(picture)
        return True

    def receive(self, result: Result) -> None:
        """The redrawn picture, or a file that was read."""
        request, frame = result.request, result.frame
        if frame is None:
            return
        if isinstance(request, ReadPicture):
            self._replace(frame.values["picture"], request.use or "picture")
        elif isinstance(request, Request):
            if request.model != self.desk.state.model:
                self.desk.shown(result.slot)
                return
            # A stroke runs ahead of its answers: they must not take its last dots away.
            if request.picture == self.desk.state.translating.picture:
                self.source.set_image(frame.images["source"][0])
            self.result.set_image(frame.images["image"][0])
            for canvas, name in ((self.returned, "returned"), (self.style_canvas, "style")):
                image = frame.images.get(name)
                canvas.set_image(None if image is None else image[0])
            self._compare(frame.values.get("error"))

    # -- what is shown --------------------------------------------------------------------------

    def _lay_out(self, state: State) -> None:
        """Panes below only where there is something for them."""
        spec, view = self.desk.spec, state.translating
        shown = {
            self.style_canvas: spec is not None and "restyle" in spec.capabilities,
            self.returned: bool(view.back),
            self.difference: view.difference,
        }
        self._place((self.source, self.result, *(canvas for canvas, on in shown.items() if on)))
        self._compare(None)

    def _place(self, seen: tuple[Canvas, ...]) -> None:
        """Lay the panes that are seen in rows of two, and hide the others."""
        if seen == self._seen:
            return
        self._seen = seen
        for canvas in self._canvases():
            self._grid.removeWidget(canvas)
            canvas.setVisible(canvas in seen)
        for place, canvas in enumerate(seen):
            self._grid.addWidget(canvas, place // 2, place % 2)

    def _compare(self, error: float | None) -> None:
        """The source beside what it came to: under the divider, and as a difference."""
        source, made = self.source.image, self.returned.image
        wiped = self.desk.state.translating.wipe
        for canvas in (self.result, self.returned):
            canvas.set_beside(source if wiped else None)
        self.result.set_caption(self.tr("source | redrawn") if wiped else self.tr("redrawn"))
        apart = self.returned.note
        if error is not None:
            apart = self.tr("mean error {levels} of 255").format(levels=f"{255 * error:.1f}")
        back = self.tr("source | sent back") if wiped else self.tr("sent back")
        self.returned.set_caption(back, apart)
        made = self.result.image if made is None else made
        if not self.difference.isVisibleTo(self) or source is None or made is None:
            return
        if source.shape == made.shape:
            apart_by = difference_of(source, made)
            self.difference.set_image(apart_by)
            mean = float(np.mean(apart_by))
            note = self.tr("mean {levels} of 255").format(levels=f"{mean:.1f}")
            self.difference.set_caption(self.tr("difference from the source"), note)

    def _hint(self, state: State, spec: Spec) -> str:
        """What is redrawn, and what was done to it so that it fits."""
        picture, size = state.translating.picture, spec.image
        if picture is None:
            return self.tr("A face that the program drew. Draw on it, or drop a picture here.")
        plain = self.tr("{name}, {width} × {height}").format(
            name=name_said(picture.name), width=size.width, height=size.height
        )
        return fitting(picture, replace(size, channels=spec.taken)) or plain

    # -- what the user does ---------------------------------------------------------------------

    def _draw(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A piece of a stroke, seen at once and redrawn as soon as may be."""
        image: Bytes | None = self.source.image
        if image is None:
            return
        drawn = brush.stroke(image, start, end, self.panel.brush.value(), self.panel.ink)
        self.source.set_image(drawn)
        picture = Picture.of(drawn, self.tr("drawing"))
        self.desk.edit("translating", "stroke", picture=picture)

    def _replace(self, picture: Picture | None, field: str = "picture") -> None:
        self.desk.settle()
        changes: dict[str, Any] = {field: picture}
        self.desk.edit("translating", **changes)

    def _pattern(self, name: str) -> None:
        """A style that the program draws."""
        spec = self.desk.spec
        if spec is not None and self.suits(spec):
            size = spec.image
            drawn = pattern(name, size.height, size.width, size.channels)
            self._replace(None if name == FIRST else drawn, "style")

    def _turn(self, name: str, number: float) -> None:
        """A dial, live; one drag is one entry."""
        told = dict(self.desk.state.translating.conditions)
        told[name] = number
        merged = tuple(sorted(told.items()))
        self.desk.edit("translating", f"dial {name}", conditions=merged)

    def _clear(self) -> None:
        """Blank paper, unless another kind of model has opened since the command was offered."""
        spec = self.desk.spec
        if spec is not None and self.suits(spec):
            size = spec.image
            blank = brush.paper(size.height, size.width, spec.taken)
            self._replace(Picture.of(blank, self.tr("drawing")))

    def _take_result(self) -> None:
        if self.result.image is not None:
            self._replace(Picture.of(self.result.image, self.tr("redrawn picture")))

    def _paste(self, field: str = "picture") -> None:
        """What was copied in a view of another model, or anywhere."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.desk.said.emit(self.tr("There is no picture on the clipboard."))
        elif image.width() * image.height() > KEPT_PIXELS:
            self.desk.said.emit(self.tr("That picture is too large: save it, and drop the file."))
        else:
            self._replace(Picture.of(from_qimage(image), self.tr("pasted picture")), field)

    def _open(self, use: str = "") -> None:
        for file in ask.pictures(self, self.tr("Open picture"))[:1]:
            self.desk.submit(ReadPicture(str(file), use), STYLE if use else FILE, JOB)

    def _change(self, field: str, value: Any) -> None:
        self.desk.settle()
        self.desk.edit("translating", **{field: value})
