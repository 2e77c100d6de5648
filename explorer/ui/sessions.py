"""The session of the window: its file, whether it was saved, and going back to a saved state.

What is opened replaces the state only once its model is really open and the state fits it, so that
a file that cannot be shown leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.errors import BadValue, ExplorerError
from explorer.export import recipe_in
from explorer.phrases import Phrase
from explorer.session import State
from explorer.session.document import Session
from explorer.session.fits import check_fit, fits
from explorer.ui import ask
from explorer.ui.arrangement import Layout
from explorer.ui.aside import Aside
from explorer.ui.desk import Desk
from explorer.ui.finder import Errand, Finder
from explorer.ui.opener import Opener, canonical

if TYPE_CHECKING:
    from explorer.session.finding import Sought

SUFFIX = ".lsx"
# "save", "discard" or "cancel", from the title of the session that would be lost.
Question = Callable[[QWidget, str], str]


class Sessions(QObject):
    """Saves and opens sessions, and opens what pictures carry.

    Args:
        desk, opener, aside: the window's own.
        parent: the window, for dialogs.
        question: asks what to do with unsaved changes; None never asks and drops them.

    Signals:
        changed: the file or `modified` is another.
        opened: a session is on the screen: its Layout.
        remembered: the path of a file that was opened or saved.
        lost: the path of a file that cannot be opened.
    """

    changed = Signal()
    opened = Signal(object)
    remembered = Signal(str)
    lost = Signal(str)

    def __init__(
        self, desk: Desk, opener: Opener, aside: Aside, parent: QWidget, question: Question | None
    ) -> None:
        super().__init__(parent)
        self._desk, self._opener, self._aside, self._window = desk, opener, aside, parent
        self._question = question
        self.finder = Finder(desk, aside, parent)
        self.layout: Callable[[], Layout] = tuple
        self.path: Path | None = None
        self.modified = False
        self._stamp: object = None
        self._kept = _lasting(desk.state)
        desk.store.observe(self._follow)

    @property
    def title(self) -> str:
        """The file's name without its suffix; "" where there is none."""
        return self.path.stem if self.path is not None else ""

    # -- saving ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Into the session's file; the first time it asks where."""
        if self.path is None:
            self.save_as()
        else:
            self.save_to(self.path)

    def save_as(self) -> None:
        """Ask where, then save there."""
        path = self._ask_where()
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save there, beside the window; a failure is shown and the session stays unsaved."""
        state = self._desk.state
        self._aside.run(
            self._writing(path), partial(self._saved, path, state), self._desk.failed.emit
        )

    def _ask_where(self) -> Path | None:
        return ask.session_to_save(self._window, str(self.path or f"session{SUFFIX}"))

    def _writing(self, path: Path) -> Callable[[], object]:
        """The work of saving what there is now, for any thread."""
        from explorer.session import files

        state, past, layout = self._desk.state, self.past, self.layout()
        known = self._stamp if isinstance(self._stamp, files.Stamp) else None
        expected = known if path == self.path else None

        def write() -> object:
            return files.save(path, files.gather(state, past, layout=layout), expected)

        return write

    @property
    def past(self) -> tuple[State, ...]:
        """The states before the present one, the oldest first."""
        store = self._desk.store
        return store.history[: store.place]

    def _saved(self, path: Path, state: State, stamp: object) -> None:
        self._become(path, stamp, state)
        self.remembered.emit(str(path))
        self._desk.said.emit(self.tr("Saved {name}").format(name=path.name))

    def _become(self, path: Path | None, stamp: object, state: State) -> None:
        self.path, self._stamp = path, stamp
        self._kept = _lasting(state)
        self.modified = _lasting(self._desk.state) != self._kept
        self.changed.emit()

    def _follow(self, new: State, old: State) -> None:
        """Whether what would be saved is another now. A model just looked at is no change."""
        lasting = _lasting(new)
        if self.path is None and not self.modified and new.model != old.model:
            self._kept = lasting
        modified = lasting != self._kept
        if modified != self.modified:
            self.modified = modified
            self.changed.emit()

    def may_leave(self) -> bool:
        """Ask about unsaved changes; whether they are saved, or no longer wanted."""
        if not self.modified or self._question is None:
            return True
        answer = self._question(self._window, self.title)
        if answer != "save":
            return answer == "discard"
        path = self.path or self._ask_where()
        if path is None:
            return False
        state = self._desk.state
        try:
            stamp = self._writing(path)()
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return False
        self._saved(path, state, stamp)
        return True

    def go_on_from(self, other: Sessions) -> None:
        """Keep another window's file and what is unsaved of it; that window asks no more."""
        self.path, self.modified = other.path, other.modified
        self._stamp, self._kept = other._stamp, other._kept
        self.changed.emit()

    def let_go(self) -> None:
        """Ask no more about what is unsaved: another window goes on with it."""
        self._question = None

    # -- opening --------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a session file; what is open stays until its model is there."""

        def read() -> tuple[Session, object]:
            from explorer.session import files

            return files.load(path)

        def then(read: tuple[Session, object]) -> None:
            enter = partial(self._enter_file, path, read[1])
            self.finder.complete(Errand(read[0], path.name, path.absolute().parent, enter))

        def failed(error: ExplorerError) -> None:
            self.lost.emit(str(path))
            self._desk.failed.emit(error)

        self._aside.run(read, then, failed)

    def _enter_file(self, path: Path, stamp: object, sought: Sought) -> None:
        def enter(state: State) -> None:
            if not self.may_leave():
                return
            self._restart(state, sought.session)
            self._become(path, stamp, state)
            self.remembered.emit(str(path))
            self._tell(path, sought)

        self.when_open(sought.session.state, enter)

    def restore(self, session: Session, entered: Callable[[], object]) -> None:
        """What a killed copy left: everything as it was, not saved yet; then `entered`."""

        def enter(state: State) -> None:
            self._restart(state, session)
            self.path, self._stamp, self._kept = None, None, State()
            self.modified = True
            self.changed.emit()
            entered()

        self.when_open(session.state, enter)

    def _restart(self, state: State, session: Session) -> None:
        spec = self._opener.specs[state.model]
        past = (old for old in session.past if old.model != state.model or fits(old, spec))
        self._desk.store.restart(state, tuple(past))
        self.opened.emit(session.layout)

    def _tell(self, path: Path, sought: Sought, otherwise: str = "") -> None:
        """Where its models were found, and what is wrong with them."""
        said = self.finder.where(sought) or otherwise
        if said:
            self._desk.said.emit(said)
        self._desk.mended.emit(path.name)
        if sought.problems:
            remedy = self.tr("Its pictures may differ until that model is put back.")
            self._desk.failed.emit(BadValue(path.name, Phrase(sought.problems[0]), remedy))

    def when_open(self, state: State, enter: Callable[[State], object]) -> None:
        """Open the state's model if need be, then `enter` with the state where it fits."""
        state = replace(state, model=canonical(state.model))

        def check() -> None:
            try:
                check_fit(state, self._opener.specs[state.model])
            except ExplorerError as error:
                self._desk.failed.emit(error)
            else:
                enter(state)

        self._opener.when_open(state.model, check)

    # -- pictures that carry a recipe -----------------------------------------------------------

    def open_picture(self, path: Path, plain: Callable[[], object]) -> None:
        """Go to the state that a picture's recipe holds; `plain` for a picture without one."""

        def read() -> Session | None:
            from explorer.session import share

            text = recipe_in(path)
            return None if text is None else share.read_recipe(text, str(path))

        def then(session: Session | None) -> None:
            if session is None:
                plain()
            else:
                go = partial(self._go, path)
                self.finder.complete(Errand(session, path.name, path.absolute().parent, go))

        self._aside.run(read, then, self._desk.failed.emit)

    def _go(self, path: Path, sought: Sought) -> None:
        """One entry of the history: undo comes back from it."""

        def enter(state: State) -> None:
            store = self._desk.store
            store.settle()
            store.edit(replace(state, pins=store.state.pins))
            was = self.tr("As it was when {name} was saved").format(name=path.name)
            self._tell(path, sought, was)

        self.when_open(sought.session.state, enter)


def _lasting(state: State) -> State:
    """The state without what is not worth a question: the view on screen and the playheads."""
    return replace(
        state,
        view="",
        interpolating=replace(state.interpolating, position=0.0, grid_at=(0.5, 0.5)),
        denoising=replace(state.denoising, shown=-1),
        unfolding=replace(state.unfolding, shown=-1),
    )
