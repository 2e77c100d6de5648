"""The command palette: every action of the menus and views, found by a few letters of its name.

A button that does what no action does is a command as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QDockWidget,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.widgets.command_row import HEIGHT, CommandRow, CommandRows
from explorer.ui.widgets.room import Room

_SHOWN = QKeySequence.SequenceFormat.NativeText
_WIDTH, _TOP = 520, 64
# Rows seen at once where the window has the height for them.
_MOST = 12
# Keys that the list hears while the letters go to the field.
_TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


def score(letters: str, text: str) -> int | None:
    """How well letters, in their order, are found in a text: higher is better, None for not.

    A letter counts more at the beginning of a word and right after the one before it.
    """
    wanted, within = letters.lower().replace(" ", ""), text.lower()

    @cache
    def best(letter: int, start: int) -> int | None:
        if letter == len(wanted):
            return 0
        found = []
        for at in range(start, len(within)):
            rest = best(letter + 1, at + 1) if within[at] == wanted[letter] else None
            if rest is not None:
                head = at == 0 or not within[at - 1].isalnum()
                next_to = letter > 0 and at == start
                found.append(rest + 4 * head + 3 * next_to)
        return max(found, default=None)

    value = best(0, 0)
    return None if value is None else value * 100 - len(within)


def actions(window: QMainWindow) -> list[tuple[str, QAction]]:
    """Every action that can be done now, with its way through the menus, in their order."""
    found: dict[QAction, str] = {}
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and top.isVisible():
            _collect(menu, plain(top.text()), found)
    centre = window.centralWidget()
    for action in centre.findChildren(QAction) if centre is not None else []:
        parent = action.parent()
        hidden = isinstance(parent, QMenu) or not action.text()
        holders = [w for w in action.associatedObjects() if isinstance(w, QWidget)]
        if not hidden and action.shortcuts() and any(w.isVisible() for w in holders):
            found.setdefault(action, "")
    return [(way, a) for a, way in found.items() if a.isEnabled() and a.isVisible()]


def buttons(window: QMainWindow, known: Iterable[QAction]) -> list[QAbstractButton]:
    """What can be pressed now, but for what an action does already and what is one of many rows."""
    words = {plain(action.text()).rstrip(".") for action in known}
    keys = {key.toString(_SHOWN) for action in known for key in action.shortcuts()}
    found = []
    for button in window.findChildren(QAbstractButton):
        key = button.toolTip().rpartition("(")[2].rstrip(")")
        name = plain(button.text() or button.accessibleName()).rstrip(".")
        same = name in words or key in keys or button.property("role") == "view"
        if name and not same and button.isVisible() and button.isEnabled() and _single(button):
            found.append(button)
    return found


def _single(button: QAbstractButton) -> bool:
    """Whether it stands for itself: not a row or tile of a list, not Qt's own part of a widget."""
    above = button.parentWidget()
    if isinstance(above, QDockWidget) or button.objectName().startswith("qt_"):
        return False
    while above is not None:
        rows = isinstance(above, QAbstractScrollArea) and not isinstance(above, Room)
        if rows or isinstance(above, QMenuBar | Palette):
            return False
        above = above.parentWidget()
    return True


def _collect(menu: QMenu, way: str, found: dict[QAction, str]) -> None:
    menu.aboutToShow.emit()  # some are filled only when they are opened
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            _collect(inner, f"{way}: {plain(action.text())}", found)
        elif not action.isSeparator():
            found.setdefault(action, way)


def leaves(actions: Iterable[QAction]) -> list[QAction]:
    """Actions with those of the menus among them in their place."""
    found: list[QAction] = []
    for action in actions:
        inner = action.menu()
        found += leaves(inner.actions()) if isinstance(inner, QMenu) else [action]
    return found


def plain(text: str) -> str:
    """A menu's text without its access key, which Chinese puts behind it: "文件(&F)"."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


class Palette(QFrame):
    """A field and a list over the window; Enter does the chosen action, Esc goes away."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Command palette"))
        self._actions = actions(window)
        here = [action for _, action in self._actions]
        for button in buttons(window, here):
            self._actions += [pair for pair in self._pressing(button) if pair[1] not in here]
        self._gone: set[int] = set()
        for place, (_, action) in enumerate(self._actions):
            # menus that are filled anew delete theirs, and nothing else would tell
            action.destroyed.connect(partial(self._gone.add, place))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type a few letters of a command"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.setToolTip(self.tr("Up and Down choose, Enter does it, Esc goes back"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(CommandRows(self.list))
        self.list.itemClicked.connect(self._do)
        self._none = QLabel(self.tr("No command has these letters"), self)
        self._none.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for part in (self.field, self._none, self.list):
            column.addWidget(part)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._search("")

    def _pressing(self, button: QAbstractButton) -> list[tuple[str, QAction]]:
        menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
        if menu is not None:
            way = f"{button.toolTip()}: {button.text()}"
            return [(way, a) for a in menu.actions() if a.isEnabled() and a.text()]
        action = QAction(button.text() or button.accessibleName(), self)
        action.setToolTip(button.toolTip())
        action.setCheckable(button.isCheckable())
        action.setChecked(button.isChecked())
        action.triggered.connect(button.click)
        return [("", action)]

    def show_palette(self) -> None:
        """On screen, ready to type."""
        self.show()
        self.raise_()
        self.field.setFocus()

    def _search(self, letters: str) -> None:
        ranked = []
        for place, (way, action) in enumerate(self._actions):
            if place in self._gone:
                continue
            value = score(letters, plain(action.text()))
            if value is None:
                wide = score(letters, f"{way} {plain(action.text())}")
                value = None if wide is None else wide - 100_000  # the name comes first
            if value is not None:
                # unasked, the many choices of inner menus come after the commands
                ranked.append((-value if letters else ": " in way, place, way, action))
        self.list.clear()
        for _, place, way, action in sorted(ranked, key=lambda entry: entry[:2]):
            self.list.addItem(_item(way, action, place))
        self.list.setCurrentRow(0)
        self._none.setVisible(not ranked)
        self.list.setVisible(bool(ranked))
        self._fit(len(ranked))

    def _fit(self, rows: int) -> None:
        """As high as what was found needs: an empty list says nothing."""
        window = self.parentWidget()
        layout = self.layout()
        if window is None or layout is None:
            return
        width = min(_WIDTH, window.width() - 16)
        most = max(1, (window.height() - _TOP - 80) // HEIGHT)
        self.list.setFixedHeight(min(rows, _MOST, most) * HEIGHT + 2 * self.list.frameWidth())
        self.setGeometry((window.width() - width) // 2, _TOP, width, layout.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field has the keys."""
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _TO_LIST:
                self.list.event(event)
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _do(self, item: QListWidgetItem | None) -> None:
        """The palette goes first: what the action opens must not lie under it."""
        place = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if place is None:
            return
        self.close()
        if place not in self._gone:
            self._actions[place][1].trigger()


def _item(way: str, action: QAction, place: int) -> QListWidgetItem:
    """A row; what stands in a menu within a menu is named with it: "Theme: Dark"."""
    keys = ", ".join(key.toString(_SHOWN) for key in action.shortcuts())
    within = way.partition(": ")[2]
    name = plain(action.text())
    row = CommandRow(f"{within}: {name}" if within else name, keys, action.isChecked())
    item = QListWidgetItem(row.text)
    item.setData(Qt.ItemDataRole.UserRole, place)
    item.setData(CommandRows.ROW, row)
    item.setToolTip(f"{way}: {name}" if way else action.toolTip())
    return item
