"""A choice that asks for the room of what is chosen, and not for that of its longest entry."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from explorer.ui.widgets.seed_box import ARROWS

# Names of classes are a stranger's own, and may be as long as a sentence.
_MOST = 190


class NarrowCombo(QComboBox):
    """May be as narrow as its present text; one longer than that is cut with an ellipsis, and
    its tooltip says it whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Room for the text chosen."""
        text = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(min(text + ARROWS, _MOST), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """That of the longest entry, within bounds."""
        hint = super().sizeHint()
        return QSize(max(min(hint.width(), _MOST), self.minimumSizeHint().width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any, with an ellipsis where the text is too long."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._cut(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _cut(self, option: QStyleOptionComboBox) -> str:
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self).width()
        right = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), right, room)

    def event(self, event: QEvent) -> bool:
        """What was cut stands in the tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            cut = self._cut(option) != self.currentText()
            tip = f"{self.currentText()}\n{self.toolTip()}" if cut else self.toolTip()
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)
