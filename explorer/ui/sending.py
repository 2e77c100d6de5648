"""The picture on screen, taken to another model: redrawn there, or encoded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from explorer.formats.picture import Picture
from explorer.library import bundled
from explorer.session import State
from explorer.ui.branches import branch_of
from explorer.ui.failures import said
from explorer.ui.fitting import fitting
from explorer.ui.opener import first_state
from explorer.ui.views.kinds import Explore, Translate
from explorer.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from explorer.families import Spec
    from explorer.formats.manifest import Manifest
    from explorer.ui.window import Window


@dataclass(frozen=True)
class Target:
    """A model that a picture can be sent to: its name, its title, and the view that takes it."""

    name: str
    title: str
    view: str


def _of_manifest(manifest: Manifest) -> Target | None:
    """Of a bundled model that may never have been opened."""
    if branch_of(manifest.family) == "translation":
        return Target(manifest.name, said(manifest.title), Translate.name)
    if "encoder" in manifest.networks and manifest.latent.flat:
        return Target(manifest.name, said(manifest.title), Explore.name)
    return None


def _of_spec(name: str, spec: Spec) -> Target | None:
    """Of a model that was opened, which may be a file."""
    if Translate.suits(spec):
        return Target(name, said(spec.title), Translate.name)
    if Explore.suits(spec) and "encode" in spec.capabilities:
        return Target(name, said(spec.title), Explore.name)
    return None


class Sending(QObject):
    """Fills menus with the models that can take a picture, and takes it there: one entry."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._known: list[Target] | None = None

    def targets(self) -> list[Target]:
        """Those that translate, then those that encode; without the open model."""
        if self._known is None:
            made = (_of_manifest(entry.manifest) for entry in bundled())
            self._known = [target for target in made if target is not None]
        found = {target.name: target for target in self._known}
        for name, spec in self._window.opener.specs.items():
            target = _of_spec(name, spec)
            if target is not None:
                found[name] = target
        found.pop(self._window.desk.state.model, None)
        return sorted(found.values(), key=lambda target: target.view != Translate.name)

    def fill(self, menu: QMenu, canvas: Canvas) -> None:
        """A submenu for each view that takes the picture of a canvas."""
        titles = {
            Translate.name: self.tr("Send to Translate"), Explore.name: self.tr("Encode with")
        }  # fmt: skip
        targets = self.targets()
        for view, title in titles.items():
            inside = menu.addMenu(title)
            for target in targets:
                if target.view == view:
                    act = partial(self.send, canvas, target)
                    inside.addAction(target.title).triggered.connect(lambda _=False, f=act: f())
            inside.setEnabled(canvas.image is not None and not inside.isEmpty())

    def fill_present(self, menu: QMenu) -> None:
        """The same for the picture that the window means; filled anew each time it is opened."""
        for inside in menu.findChildren(QMenu):
            inside.deleteLater()  # clearing alone leaves them with the menu, unseen
        menu.clear()
        canvas = self._window.canvas
        if canvas is not None:
            self.fill(menu, canvas)

    def send(self, canvas: Canvas, target: Target) -> None:
        """Take what a canvas shows to a model, once that is open; a failure leaves all as it is."""
        if canvas.image is None:
            return
        spec, shown = self._window.desk.spec, canvas.caption or self.tr("picture")
        name = self.tr("{picture} of {model}").format(
            picture=shown, model="" if spec is None else said(spec.title)
        )
        picture = Picture.of(canvas.image.copy(), name)
        there = partial(self._arrive, picture, target)
        self._window.opener.when_open(target.name, there)

    def _arrive(self, picture: Picture, target: Target) -> None:
        window, spec = self._window, self._window.opener.specs[target.name]
        now = window.desk.state
        state = now if now.model == target.name else first_state(target.name, spec, now)
        window.desk.settle()
        merge = ("picture", picture.digest)  # what its code changes later is the same entry
        window.store.edit(_given(replace(state, view=target.view), picture), merge)
        if window.current is not None:
            window.current.take(picture)
        done = fitting(picture, spec.image)
        if done:
            window.desk.said.emit(done)


def _given(state: State, picture: Picture) -> State:
    if state.view == Translate.name:
        return replace(state, translating=replace(state.translating, picture=picture))
    return replace(state, exploring=replace(state.exploring, picture=picture))
