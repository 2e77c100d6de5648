"""First, back, play, forward, last: the same five buttons wherever something runs in time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.icons import IconButton


class Transport(QWidget):
    """The five buttons.

    Signals:
        first, back, toggled, forward, last: a button was pressed.

    Args:
        words: tooltips of first, back, forward and last, in this order, without their keys.
    """

    first = Signal()
    back = Signal()
    toggled = Signal()
    forward = Signal()
    last = Signal()

    def __init__(self, words: tuple[str, str, str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        first, back, forward, last = words
        self.buttons: dict[str, IconButton] = {}
        self._actions: list[QAction] = []
        for icon, text, keys, signal in (
            ("first", first, "Home", self.first),
            ("step_back", back, "Left", self.back),
            ("play", self.tr("Play or pause"), "Space", self.toggled),
            ("step_forward", forward, "Right", self.forward),
            ("last", last, "End", self.last),
        ):
            button = IconButton(icon, _with_keys(text, keys), parent=self)
            button.clicked.connect(signal)
            button.setAutoRepeat(icon.startswith("step"))
            row.addWidget(button)
            self.buttons[icon] = button
            self._actions.append(self._action(text, keys, signal))
        self.buttons["play"].setAutoRaise(False)
        self.buttons["play"].setMinimumWidth(44)

    def _action(self, text: str, keys: str, signal: SignalInstance) -> QAction:
        """A menu entry that names the key; the view takes the key itself.

        As a shortcut proper it would take Space from buttons and arrows from sliders.
        """
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: signal.emit())
        return action

    def commands(self) -> list[QAction]:
        """The same as menu entries."""
        return list(self._actions)

    def set_playing(self, playing: bool) -> None:
        """What the middle button will do next."""
        icon, text = ("pause", self.tr("Pause")) if playing else ("play", self.tr("Play"))
        self.buttons["play"].set_icon(icon, _with_keys(text, "Space"))


def _with_keys(text: str, keys: str) -> str:
    """A tooltip with its keys as this system writes them."""
    return f"{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
