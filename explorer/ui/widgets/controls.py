"""What panels of controls share: they show settings, and tell of what the user changes in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Controls(QWidget):
    """Controls that change nothing themselves.

    Signals:
        changed: (field of the settings, value), by the user and not by what is shown.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = True

    @contextmanager
    def _silent(self) -> Iterator[None]:
        """While settings are shown, nothing is told."""
        self._telling = False
        try:
            yield
        finally:
            self._telling = True

    def _tell(self, field: str, value: object) -> None:
        if self._telling and field:
            self.changed.emit(field, value)
