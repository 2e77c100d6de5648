"""The views of a window: each made when it is first looked at, or ahead of that in quiet moments.

Coming to a view for the first time must not be slower than coming back to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from explorer.ui import theme
from explorer.ui.arrangement import Arrangement
from explorer.ui.aside import Aside
from explorer.ui.desk import Desk
from explorer.ui.views import VIEWS
from explorer.ui.views.base import View

# Views not looked at yet are made one at a time, this long after a picture, while nothing moves.
_AHEAD_MS = 250


class Gallery(QObject):
    """Makes views, puts them on the stack, and keeps them. Iterating gives the ones made."""

    def __init__(
        self, desk: Desk, aside: Aside, stack: QStackedWidget, arrangement: Arrangement,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._aside = desk, aside
        self._stack, self._arrangement = stack, arrangement
        self._made: dict[str, View] = {}
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._read_ahead)

    def __iter__(self) -> Iterator[View]:
        return iter(self._made.values())

    def made(self, name: str) -> View | None:
        """The view of that name where it was made already."""
        return self._made.get(name)

    def view(self, name: str) -> View:
        """The view of that name, made on first use; KeyError for none."""
        if name not in self._made:
            kind = {v.name: v for v in VIEWS}[name]
            view = kind.load()(self._desk, self._stack)
            self._made[name] = view
            self._stack.addWidget(view)
            theme.inset_numbers(view)
            self._arrangement.place(view)
            for action in view.commands():
                view.addAction(action)
            if self._desk.spec is not None and kind.suits(self._desk.spec):
                view.opened(self._desk.spec)
        return self._made[name]

    def begin_ahead(self) -> None:
        """A picture came: soon there may be time for a view that was not looked at yet."""
        if len(self._made) < len(VIEWS) and not self._ahead.isActive():
            self._ahead.start()

    def _read_ahead(self) -> None:
        """The next view's code, on the thread beside: nobody waits for the disk."""
        missing = [kind for kind in VIEWS if kind.name not in self._made]
        if missing:
            name = missing[0].name
            self._aside.run(
                missing[0].load, lambda _: self._make_ahead(name), self._desk.failed.emit
            )

    def _make_ahead(self, name: str) -> None:
        if not self._desk.meter.frames_per_second:
            self.view(name)
        self._ahead.start()

    def close(self) -> None:
        """Make no more."""
        self._ahead.stop()
