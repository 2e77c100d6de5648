"""What a view is. To add one: a file here, its Kind in kinds.py, one line in VIEWS."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from explorer.families import Spec
from explorer.formats.picture import Picture
from explorer.sampling import Result
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.views.kinds import Kind
from explorer.ui.widgets.canvas import Canvas


class View(Kind, QWidget):
    """One way of looking at a model. The image is the hero; controls stand beside it.

    A view owns the slots whose names begin with `name` and a dot. It changes the state through
    its desk, never talks to another view, and is told of every change by `refresh`. The window
    makes it when it is first looked at, or ahead of that; its module is read on another thread, so
    it may make nothing of Qt's while it is imported.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def opened(self, spec: Spec) -> None:
        """Another model is open: lay out what depends on it. The state may still change."""

    def refresh(self, state: State, old: State | None) -> None:
        """The state changed while this view is on screen (old is None when it comes on screen)."""

    def receive(self, result: Result) -> None:
        """A result of one of this view's slots, failures too; the window has shown the failure."""

    def closing(self) -> None:
        """The view leaves the screen: stop timers and what it asked for."""

    def take(self, picture: Picture) -> bool:
        """A picture was dropped or opened while this view is on screen; whether it is of use."""
        return False

    def commands(self) -> list[QAction]:
        """Actions for the menu that has the view's title, with their shortcuts."""
        return []

    @property
    def canvas(self) -> Canvas | None:
        """The canvas that "Copy picture", "Save picture as" and the zoom commands mean."""
        return None
