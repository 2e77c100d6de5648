"""Rows of the command palette: the command at the left, its keys at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.ui import theme

HEIGHT = 28
_EDGE, _CHECK, _GAP = 8, 20, 16


@dataclass(frozen=True)
class CommandRow:
    """What a row says: a command, its keys, whether it is on."""

    name: str
    keys: str
    checked: bool

    @property
    def text(self) -> str:
        """All of it in one line, as a screen reader says it."""
        text = f"{self.name}    {self.keys}" if self.keys else self.name
        return f"\N{CHECK MARK} {text}" if self.checked else text


class CommandRows(QStyledItemDelegate):
    """Paints a CommandRow; keys line up at the right and are never cut, a long name is."""

    ROW: ClassVar[int] = Qt.ItemDataRole.UserRole + 1

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """High enough to be hit."""
        return QSize(0, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, check mark, name, keys."""
        row, tokens = index.data(self.ROW), theme.current()
        place = QRect(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, tokens.tint)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, tokens.hover)
        metrics = painter.fontMetrics()
        inner = place.adjusted(_EDGE, 0, -_EDGE, 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(tokens.quiet)
        painter.drawText(inner, right, row.keys)
        painter.setPen(tokens.text)
        if row.checked:
            painter.drawText(inner, left, "\N{CHECK MARK}")
            inner.setLeft(inner.left() + _CHECK)
        keys = metrics.horizontalAdvance(row.keys)
        room = inner.width() - (keys + _GAP if keys else 0)
        painter.drawText(
            inner, left, metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        )
        painter.restore()
