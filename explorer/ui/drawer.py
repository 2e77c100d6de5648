"""In a narrow window the docks at its sides fold away: a view beside them would scroll sideways.

They come back with the room for them. Until then a button, or their keys, open them like a drawer,
which closes once something was chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from explorer.ui.icons import IconButton

# Points across. From here on a library as wide as it is made and the widest view in its narrowest
# form, 616, fit beside each other.
NARROW = 880
_SIDES = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea


class Drawer(QObject):
    """Follows the width of a window.

    Args:
        window: whose docks. main: the one that the button opens. button: seen while folded.
    """

    def __init__(self, window: QMainWindow, main: QDockWidget, button: IconButton) -> None:
        super().__init__(window)
        self._window, self._main, self._button = window, main, button
        self.folded = False
        self._away: list[QDockWidget] = []
        button.hide()
        button.clicked.connect(self._toggle)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the window."""
        if watched is self._window and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            narrow = self._window.width() < NARROW
            if narrow != self.folded:
                (self._fold if narrow else self.unfold)()
        return False

    def _fold(self) -> None:
        self.folded = True
        self._away = [dock for dock in self._beside() if not dock.isHidden()]
        for dock in self._away:
            dock.hide()
        self._button.show()

    def refold(self) -> None:
        """Docks stand where they stood in another window: away with them where there is no room."""
        if self.folded:
            self._fold()

    def unfold(self) -> None:
        """Everything as it was before."""
        self.folded = False
        self._button.hide()
        for dock in self._away:
            dock.show()
        self._away = []

    def chosen(self) -> None:
        """Something was chosen in a drawer: the view has its room again."""
        if self.folded:
            for dock in self._beside():
                dock.hide()

    def _toggle(self) -> None:
        if self._main not in self._away:
            self._away.append(self._main)  # who asks for it wants it back where there is room
        self._main.setVisible(self._main.isHidden())
        if not self._main.isHidden():
            self._main.raise_()
            self._main.setFocus()

    def _beside(self) -> list[QDockWidget]:
        """What takes from the width of the view."""
        docks = self._window.findChildren(QDockWidget)
        return [d for d in docks if self._window.dockWidgetArea(d) & _SIDES and not d.isFloating()]
