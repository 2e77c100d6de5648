"""What is unsaved is kept beside the user's files, so that a kill or a power cut loses nothing.

Saved at most every two seconds, on a thread of its own, and taken away when the window closes
properly. What another copy left behind when it was killed is offered, one session at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from explorer.errors import ExplorerError
from explorer.session import State
from explorer.session.document import Session
from explorer.ui.aside import Aside
from explorer.ui.desk import Desk
from explorer.ui.finder import Errand
from explorer.ui.offer import Offer
from explorer.ui.sessions import Sessions

if TYPE_CHECKING:
    from explorer.session.autosave import Autosave, Left
    from explorer.session.finding import Sought
    from explorer.session.saver import Saver

EVERY_MS = 2000


class Recovery(QObject):
    """Keeps the session in `folder` while it is unsaved, and offers what others left there."""

    _failed = Signal(object)

    def __init__(
        self, folder: Path, desk: Desk, sessions: Sessions, aside: Aside, offer: Offer
    ) -> None:
        super().__init__(desk)
        self._folder, self._desk, self._sessions = folder, desk, sessions
        self._aside, self._offer = aside, offer
        self.autosave: Autosave | None = None
        self.saver: Saver | None = None
        self.given: Autosave | None = None  # for the window that goes on
        self._left: list[Left] = []
        self.timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self.timer.timeout.connect(self.keep)
        self._failed.connect(desk.failed, Qt.ConnectionType.QueuedConnection)
        offer.accepted.connect(self._restore)
        offer.refused.connect(self._discard)

    def begin(self) -> None:
        """Take a place in the folder, unless there is one, and look what is left there."""
        from explorer.session.autosave import Autosave
        from explorer.session.saver import Saver

        try:
            self.autosave = self.autosave or Autosave(self._folder)
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return
        self.saver = Saver(self.autosave.save, self._failed.emit)
        self._desk.store.observe(self._changed)
        self._sessions.changed.connect(self._due)
        self._aside.run(self.autosave.left, self._found, self._desk.failed.emit)

    def _changed(self, new: State, old: State) -> None:
        self._due()

    def _due(self) -> None:
        if not self.timer.isActive():  # not put off by going on: a long drag is kept too
            self.timer.start()

    def keep(self) -> None:
        """Keep what is unsaved now; nothing where everything is saved."""
        if self.saver is None or self.autosave is None:
            return
        if self._sessions.modified:
            sessions = self._sessions
            self.saver.submit(self._desk.state, sessions.past, sessions.layout())
        elif self.saver.flush(0.0):
            self.autosave.clear()
        else:
            self._due()

    # -- what others left -----------------------------------------------------------------------

    def _found(self, left: tuple[Left, ...]) -> None:
        self._left = list(left)
        self._show()

    def _show(self) -> None:
        """The first that is left; it stays offered until it is on the screen, or thrown away."""
        if not self._left:
            self._offer.hide()
            return
        when = datetime.fromtimestamp(self._left[0].saved).astimezone().strftime("%Y-%m-%d %H:%M")
        text = self.tr("A session was not closed properly. Last kept at {when}.")
        self._offer.show_offer(
            text.format(when=when),
            (self.tr("Restore"), self.tr("Go on where it ended")),
            (self.tr("Discard"), self.tr("Throw that session away")),
        )

    def _restore(self) -> None:
        if self.autosave is not None and self._left and self._sessions.may_leave():
            left, look = self._left[0], partial(self.autosave.look, self._left[0])
            self._aside.run(look, partial(self._enter, left), partial(self._wait, left))
        self._show()

    def _enter(self, left: Left, session: Session | None) -> None:
        if session is None:
            self._desk.said.emit(self.tr("Another copy has restored that session already."))
            self._done(left)
        else:
            name, wait = self.tr("The session that was left"), partial(self._wait, left)
            enter = partial(self._restored, left)
            self._sessions.finder.complete(Errand(session, name, None, enter, wait))

    def _restored(self, left: Left, sought: Sought) -> None:
        self._sessions.restore(sought.session, partial(self._adopt, left))

    def _adopt(self, left: Left) -> None:
        """It is on the screen: from here on it is this copy's own."""
        autosave = self.autosave
        if autosave is not None:
            adopt: Callable[[], object] = partial(autosave.adopt, left)
            self._aside.run(adopt, lambda _: self._due(), self._desk.failed.emit)
        self._done(left)

    def _wait(self, left: Left, error: ExplorerError) -> None:
        """It cannot be shown now: it stays, behind the others."""
        self._desk.failed.emit(error)
        if left in self._left:
            self._left.remove(left)
            self._left.append(left)
        self._show()

    def _done(self, left: Left) -> None:
        if left in self._left:
            self._left.remove(left)
        self._show()

    def _discard(self) -> None:
        if self.autosave is not None and self._left:
            left, autosave = self._left.pop(0), self.autosave
            self._aside.run(lambda: autosave.discard(left), lambda _: None, self._desk.failed.emit)
        self._show()

    # -- the end --------------------------------------------------------------------------------

    def let_go(self) -> None:
        """Another window will go on here: what is unsaved is on the disk when this returns, and
        stays there when this window closes. A kill in between loses nothing.
        """
        self.keep()
        self._stop()
        self.given, self.autosave = self.autosave, None

    def go_on_from(self, other: Recovery | None) -> None:
        """Begin in the place that another window let go of."""
        if other is not None:
            self.autosave, other.given = other.given, None
        self.begin()

    def _stop(self) -> None:
        self.timer.stop()
        if self.saver is not None:
            self.saver.close()  # writes what waits
        self.saver = None

    def close(self) -> None:
        """The window closes properly: nothing is left to be offered."""
        self._stop()
        if self.autosave is not None:
            self.autosave.close()
        self.autosave = None
