"""Something the user may want now, offered above the picture and never in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class Offer(QFrame):
    """A sentence and two buttons; hidden until `show_offer`.

    Signals:
        accepted, refused: the buttons.
    """

    accepted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self._refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def show_offer(self, text: str, yes: tuple[str, str], no: tuple[str, str]) -> None:
        """Say it; `yes` and `no` are each a button's text and tooltip."""
        self.words.setText(text)
        self.setAccessibleName(text)
        for button, (name, tip) in ((self.yes, yes), (self.no, no)):
            button.setText(name)
            button.setToolTip(tip)
            button.setAccessibleName(name)
        self.show()

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()

    def _refuse(self) -> None:
        self.hide()
        self.refused.emit()
