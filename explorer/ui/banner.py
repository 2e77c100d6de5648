"""Failures, in the window and beside what is open: never a dialog, never in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from explorer.errors import ExplorerError
from explorer.ui import icons, theme
from explorer.ui.failures import said
from explorer.ui.icons import IconButton


class Banner(QFrame):
    """One failure at a time: what, why and what to do. The same one again is counted.

    Signals:
        dismissed: the user has read it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._error: ExplorerError | None = None
        self._times = 0
        self._sign = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        flags = Qt.TextInteractionFlag
        self.words.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = IconButton("close", self.tr("Dismiss this message (Esc)"))
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._draw_sign()
        self.hide()

    def show_error(self, error: ExplorerError) -> None:
        """Say it; a repeat only counts."""
        same = self._error is not None and str(self._error) == str(error)
        self._times = self._times + 1 if same and self.isVisible() else 1
        self._error = error
        text = self.tr("{subject}: {cause}.\n{remedy}").format(
            subject=error.subject, cause=said(error.cause), remedy=said(error.remedy)
        )
        if self._times > 1:
            text += " " + self.tr("({count} times)").format(count=self._times)
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()

    def dismiss(self) -> None:
        """Away with it."""
        self._error = None
        self.hide()
        self.dismissed.emit()

    def _draw_sign(self) -> None:
        colour = theme.current().wrong.name()
        self._sign.setPixmap(icons.pixmap("warning", colour, self.devicePixelRatioF(), 20))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._draw_sign()
        super().changeEvent(event)
