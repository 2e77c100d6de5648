"""First, back, play, forward, last: the same five buttons wherever something runs in time."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
        for icon, text, keys, signal in (
            ("first", first, self.tr("Home"), self.first),
            ("step_back", back, self.tr("Left"), self.back),
            ("play", self.tr("Play"), self.tr("Space"), self.toggled),
            ("step_forward", forward, self.tr("Right"), self.forward),
            ("last", last, self.tr("End"), self.last),
        ):
            button = IconButton(icon, f"{text} ({keys})", parent=self)
            button.clicked.connect(signal)
            button.setAutoRepeat(icon.startswith("step"))
            row.addWidget(button)
            self.buttons[icon] = button
        self.buttons["play"].setAutoRaise(False)
        self.buttons["play"].setMinimumWidth(44)

    def set_playing(self, playing: bool) -> None:
        """What the middle button will do next."""
        icon, text = ("pause", self.tr("Pause")) if playing else ("play", self.tr("Play"))
        self.buttons["play"].set_icon(icon, f"{text} ({self.tr('Space')})")
