"""Pages of which one is shown, under a row of their titles; all pages are equally high."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.widgets.flow_row import FlowRow
from explorer.ui.widgets.pages import Pages


class Tabs(QWidget):
    """Titles and pages.

    Signals:
        chosen: another page is shown; its name.
    """

    chosen = Signal(str)

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self.pages: dict[str, QWidget] = {}
        self.actions_of_mine: list[QAction] = []
        self._group = QButtonGroup(self)
        self._row = FlowRow(2)
        self._stack = Pages(self)
        self._stack.setFixedHeight(height)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._stack)

    def add(self, name: str, title: str, tip: str, page: QWidget) -> None:
        """One more page; the first one is shown."""
        button = QToolButton(self)
        button.setText(title)
        keys = f"Alt+{len(self.buttons) + 1}"
        button.setToolTip(f"{tip} ({keys})")
        button.setAccessibleName(title)
        button.setCheckable(True)
        button.setProperty("role", "view")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: self.choose(name))
        self._group.addButton(button)
        self._row.addWidget(button)
        action = QAction(title, self)
        action.setToolTip(tip)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: self.choose(name))
        self.actions_of_mine.append(action)
        self._stack.addWidget(page)
        self.buttons[name], self.pages[name] = button, page
        button.setChecked(len(self.buttons) == 1)

    @property
    def current(self) -> str:
        """The name of the page shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self.pages.items() if page is shown)

    def choose(self, name: str) -> None:
        """Show a page."""
        self.buttons[name].setChecked(True)
        if self.pages[name] is not self._stack.currentWidget():
            self._stack.setCurrentWidget(self.pages[name])
            self.chosen.emit(name)

    def set_title(self, name: str, title: str) -> None:
        """Another title, such as one with a number."""
        self.buttons[name].setText(title)
