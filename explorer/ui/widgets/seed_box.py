"""The one field for seeds: every seed that the library takes, shown and typed to the last digit.

Qt's own box of whole numbers ends at 2**31 - 1, and one of decimals is exact up to 2**53 only.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QHelpEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QToolTip, QWidget

from explorer.latent.space import MAX_SEED

# What dice draw is short enough to be read out.
SEEDS_DRAWN = 10**6
# What a box with arrows takes beside its text.
ARROWS = 36


class SeedBox(QAbstractSpinBox):
    """A whole number from 0 to MAX_SEED, or a dash where there is none.

    It asks for as much room as its number needs, and for that of seven digits at least, so that
    nothing moves while dice are thrown. As of a QSpinBox without keyboard tracking, what is typed
    counts once it is finished.

    Args:
        prefix: what stands before the number.

    Signals:
        valueChanged: another seed was typed, stepped to or set.
    """

    valueChanged = Signal(object)  # noqa: N815  (as Qt's boxes have it)

    def __init__(self, parent: QWidget | None = None, prefix: str = "") -> None:
        super().__init__(parent)
        self._seed: int | None = 0
        self._prefix = prefix
        self.lineEdit().setPlaceholderText("\N{EN DASH}")
        self.lineEdit().textChanged.connect(lambda _: self.updateGeometry())
        self.editingFinished.connect(self._finish)
        self._write()

    # -- what it holds --------------------------------------------------------------------------

    def value(self) -> int:
        """The seed in the box, one that is being typed included; 0 for none."""
        typed = self._typed(self.text())
        return typed if typed is not None else self._seed or 0

    def setValue(self, seed: int) -> None:
        """Another seed; the nearest that there is where it is out of range."""
        seed = min(max(seed, 0), MAX_SEED)
        if seed == self._seed and self._typed(self.text()) == seed:
            return
        told = seed != self._seed
        self._seed = seed
        self._write()
        if told:
            self.valueChanged.emit(seed)

    def show_seed(self, seed: int | None) -> None:
        """As setValue, or a dash for None; nothing is emitted."""
        if seed != self._seed:
            self._seed = seed
            self._write()

    def _write(self) -> None:
        line = self.lineEdit()
        line.setText("" if self._seed is None else f"{self._prefix}{self._seed}")
        line.setCursorPosition(0)  # where it has no room, its beginning is seen

    def _typed(self, text: str) -> int | None:
        digits = text.removeprefix(self._prefix).strip()
        whole = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MAX_SEED))
        return int(digits) if whole and int(digits) <= MAX_SEED else None

    def _finish(self) -> None:
        seed = self._typed(self.text())
        if seed is not None and seed != self._seed:
            self.setValue(seed)
        else:
            self._write()

    # -- what Qt asks of a box with arrows ------------------------------------------------------

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Digits after the prefix; one typed over all of it comes back."""
        if not text.startswith(self._prefix):
            text, place = self._prefix + text, place + len(self._prefix)
        if text == self._prefix:
            return QValidator.State.Intermediate, text, place
        good = self._typed(text) is not None and text[len(self._prefix) :].isdigit()
        state = QValidator.State.Acceptable if good else QValidator.State.Invalid
        return state, text, place

    def stepBy(self, steps: int) -> None:
        """The next seeds; the first one where there was none."""
        self.setValue(self.value() + steps if self.text() else 0)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Not beyond either end."""
        flags, seed = QAbstractSpinBox.StepEnabledFlag, self.value()
        up = flags.StepUpEnabled if seed < MAX_SEED else flags.StepNone
        return up | (flags.StepDownEnabled if seed > 0 else flags.StepNone)

    # -- how it looks ---------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Room for the whole number."""
        words = max(f"{self._prefix}0000000", self.text(), key=len)
        width = self.fontMetrics().horizontalAdvance(words) + ARROWS
        return QSize(width, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The same: more room says no more."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Where the number has no room after all, the tooltip says it whole."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            short = self.width() < self.minimumSizeHint().width()
            tip = f"{self.text()}\n{self.toolTip()}" if short else self.toolTip()
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)
