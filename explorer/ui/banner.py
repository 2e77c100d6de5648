"""Failures, in the window and beside what is open: never a dialog, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from explorer.errors import ExplorerError, FileMissing
from explorer.ui import icons, theme
from explorer.ui.failures import failure_said
from explorer.ui.icons import IconButton


@dataclass(frozen=True)
class Way:
    """A button beside a failure: `act` is what it does, and says whether the failure may go."""

    text: str
    tip: str
    act: Callable[[], bool]


class Mendable(FileMissing):
    """A failure that the user can do something about at once, in one of some ways."""

    def __init__(self, subject: str, cause: str, remedy: str, *ways: Way) -> None:
        super().__init__(subject, cause, remedy)
        self.ways = ways


class Banner(QFrame):
    """One failure at a time: what, why and what to do. The same one again is counted.

    `ways` are the buttons of a failure that can be mended here.

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
        self.ways: list[QPushButton] = []
        self._row = row = QHBoxLayout(self)
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
        text = failure_said(error)
        if self._times > 1:
            text += " " + self.tr("({count} times)").format(count=self._times)
        self.words.setText(text)
        self.setAccessibleName(text)
        self._offer(error.ways if isinstance(error, Mendable) else ())
        self.show()

    def _offer(self, ways: tuple[Way, ...]) -> None:
        for button in self.ways:
            button.hide()
            button.deleteLater()
        self.ways = [QPushButton(way.text, self) for way in ways]
        for place, (way, button) in enumerate(zip(ways, self.ways, strict=True)):
            button.setToolTip(way.tip)
            button.setAccessibleName(way.text)
            button.clicked.connect(partial(self._go, way))
            self._row.insertWidget(2 + place, button)

    def _go(self, way: Way, _checked: bool = False) -> None:
        """What it says now is out of the way, unless a question came to nothing."""
        said = self._error
        if way.act() and self._error is said:
            self.dismiss()

    def forget(self, subject: str) -> None:
        """Nothing is wrong any more with what a failure was about."""
        if self._error is not None and self._error.subject == subject:
            self.dismiss()

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
