"""What is typed into a row of the slider list: a number over its value, a name over its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDoubleValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

TYPED_LIMIT = 100.0
_LONGEST_NAME = 40


class RowEntry(QLineEdit):
    """A text typed over the one it covers; Escape gives it up.

    Signals:
        given_up: Escape was pressed.
    """

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dimension = 0
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class NumberEntry(RowEntry):
    """A number of standard deviations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        validator = QDoubleValidator(-TYPED_LIMIT, TYPED_LIMIT, 6, self)
        validator.setNotation(QDoubleValidator.Notation.StandardNotation)
        locale = validator.locale()
        locale.setNumberOptions(locale.NumberOption.RejectGroupSeparator)
        validator.setLocale(locale)
        self.setLocale(locale)
        self.setValidator(validator)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class NameEntry(RowEntry):
    """A name of the user's own; empty for the model's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST_NAME)
