"""A number that a model can be told: a slider, and a box to type in."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

from explorer.families import Dial

_HUNDREDTHS = 100


class DialRow(QWidget):
    """One dial.

    Signals:
        turned: the number while it is moved or typed.
        settled: the user let go.
    """

    turned = Signal(float)
    settled = Signal()

    def __init__(self, dial: Dial, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dial = dial
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(round(dial.low * _HUNDREDTHS), round(dial.high * _HUNDREDTHS))
        self.slider.setPageStep(10)
        self.slider.valueChanged.connect(lambda value: self.turned.emit(value / _HUNDREDTHS))
        self.slider.sliderReleased.connect(self.settled)
        self.entry = QDoubleSpinBox(self)
        self.entry.setRange(dial.low, dial.high)
        self.entry.setDecimals(2)
        self.entry.setSingleStep(0.05)
        self.entry.setFixedWidth(64)
        self.entry.setKeyboardTracking(False)
        self.entry.valueChanged.connect(lambda value: self.turned.emit(round(value, 2)))
        self.entry.editingFinished.connect(self.settled)
        for widget in (self.slider, self.entry):
            widget.setAccessibleName(title)
            widget.setToolTip(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.slider, 1)
        row.addWidget(self.entry)
        self.show_number(None)

    def show_number(self, number: float | None) -> None:
        """The state's number, the dial's own where it says none; nothing is emitted."""
        shown = self._dial.default if number is None else number
        with QSignalBlocker(self.slider), QSignalBlocker(self.entry):
            self.slider.setValue(round(shown * _HUNDREDTHS))
            self.entry.setValue(shown)
