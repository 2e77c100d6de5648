"""Models of a session that are not where it says: looked for, and asked for where that fails.

All of it beside the window, since it lists folders and hashes files. Only a model that was proved
by its hash is taken unasked; another one only where the user says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.errors import ExplorerError
from explorer.phrases import Phrase
from explorer.session.document import ModelFile, ModelRef, Session
from explorer.ui import ask
from explorer.ui.aside import Aside
from explorer.ui.banner import Mendable, Way
from explorer.ui.desk import Desk
from explorer.ui.failures import said

if TYPE_CHECKING:
    from explorer.session.finding import Judged, Sought


@dataclass(frozen=True)
class Errand:
    """A session on its way to the screen.

    Attributes:
        source: the file that it is from, for failures; `folder` is where that lies, if anywhere.
        then: is called once its own model is here.
        failed: is called where it is not; None for the window's banner alone.
        problems: what is wrong with its models as far as is known.
    """

    session: Session
    source: str
    folder: Path | None
    then: Callable[[Sought], object]
    failed: Callable[[ExplorerError], object] | None = None
    problems: tuple[Phrase, ...] = ()


class Finder(QObject):
    """Sees to it that a session's models are here before it is shown."""

    _hashing = Signal(str)

    def __init__(self, desk: Desk, aside: Aside, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._aside, self._window = desk, aside, window
        self.recent: Callable[[], list[str]] = list
        self._told = False
        self._hashing.connect(self._say)

    def complete(self, errand: Errand) -> None:
        """Look for its models, and go on with what names them by where they are."""
        recent = tuple(self.recent())
        failed = errand.failed or self._desk.failed.emit

        def look() -> Sought:
            from explorer.session import finding  # most windows never open a session

            return finding.seek(errand.session, errand.folder, recent, self._hashing.emit)

        def done(sought: Sought) -> None:
            self._say("")
            if sought.missing is None:
                errand.then(replace(sought, problems=(*errand.problems, *sought.problems)))
            else:
                failed(self._missing(replace(errand, session=sought.session), sought.missing))

        self._aside.run(look, done, failed)

    def where(self, sought: Sought) -> str:
        """Which model was found elsewhere and where, the first of them; "" for none."""
        if not sought.found:
            return ""
        ref, place = sought.found[0]
        told = self.tr("{name} is not where it was: found in {folder}")
        return told.format(name=said(ref.title), folder=place.parent)

    def _say(self, name: str) -> None:
        """That a file is being hashed, which may take a while; "" when that is over."""
        told = self.tr("Comparing {name} with the model that was used")
        if name or self._told:
            self._desk.said.emit(told.format(name=name) if name else "")
        self._told = bool(name)

    # -- what the user finds --------------------------------------------------------------------

    def _missing(self, errand: Errand, ref: ModelRef) -> Mendable:
        from explorer.session.finding import digits

        cause = f"it needs the model {ref.title} ({ref.name}), which is not here"
        if digits(ref):
            cause = (
                f"it needs the model {ref.title} ({ref.name}, SHA-256 {digits(ref)}...), "
                "which is not here"
            )
        remedy = (
            "It is not beside what was opened, in the library or beside recent files either. "
            "Put it there, or find it yourself."
        )
        find = Way(
            self.tr("Find it..."),
            self.tr("Choose the model's file; it is compared by its hash"),
            partial(self._find, errand, ref),
        )
        return Mendable(errand.source, cause, remedy, find)

    def _find(self, errand: Errand, ref: ModelRef) -> bool:
        """Ask where it is; whether there was an answer."""
        path = ask.moved_model(self._window, said(ref.title))
        if path is None:
            return False

        def judge() -> Judged:
            from explorer.session import finding

            return finding.judge(ref, path, self._hashing.emit)

        self._aside.run(judge, partial(self._judged, errand, ref), self._desk.failed.emit)
        return True

    def _judged(self, errand: Errand, ref: ModelRef, judged: Judged) -> None:
        self._say("")
        place = judged.place
        if judged.other is not None:
            self._desk.failed.emit(self._another(errand, ref, judged, judged.other))
        elif judged.proved:
            self._take(errand, ref, place)
        else:
            cause = Phrase(f"nobody can tell whether {place.name} is the model that was used")
            self._take(replace(errand, problems=(cause,)), ref, place)

    def _another(self, errand: Errand, ref: ModelRef, judged: Judged, other: ModelFile) -> Mendable:
        from explorer.session.finding import first_digits

        cause = f"it is another model than {ref.title}: it has no {other.name}"
        if judged.digits:
            cause = (
                f"it is another model than {ref.title}: the SHA-256 of {other.name} begins with "
                f"{judged.digits}, not {first_digits(other)}"
            )
        remedy = "With it the pictures may differ from those that were saved."
        take = Way(
            self.tr("Use it all the same"),
            self.tr("Go on with this model, if what was saved fits it"),
            partial(self._take, errand, ref, judged.place),
        )
        again = Way(
            self.tr("Choose another..."),
            self.tr("Choose the model's file; it is compared by its hash"),
            partial(self._find, errand, ref),
        )
        return Mendable(judged.place.name, cause, remedy, again, take)

    def _take(self, errand: Errand, ref: ModelRef, place: Path) -> bool:
        """Go on with the model at a place."""
        from explorer.session.finding import moved

        self.complete(replace(errand, session=moved(errand.session, {ref: place})))
        return True
