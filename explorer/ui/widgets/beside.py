"""Controls beside what they are for; below it where the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from explorer.ui.widgets.item_layout import ItemLayout


class Beside(ItemLayout):
    """Two widgets: the first has all the room that the second, at its right or below, leaves."""

    def __init__(self, parent: QWidget, spacing: int = 8) -> None:
        super().__init__(spacing, parent)

    def expandingDirections(self) -> Qt.Orientation:
        """Both: the first one takes what there is."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def is_beside(self, width: int) -> bool:
        """Whether both fit beside each other."""
        main, side = self._items
        return width >= main.minimumSize().width() + self.spacing() + side.sizeHint().width()

    def heightForWidth(self, width: int) -> int:
        """At least."""
        main, side = self._items
        if self.is_beside(width):
            left = width - self.spacing() - side.sizeHint().width()
            return max(_least(main, left), side.minimumSize().height())
        return _least(main, width) + self.spacing() + side.minimumSize().height()

    def minimumSize(self) -> QSize:
        """As wide as the wider one."""
        sizes = [item.minimumSize() for item in self._items]
        wide = max(size.width() for size in sizes)
        return QSize(wide, max(size.height() for size in sizes))

    def sizeHint(self) -> QSize:
        """Beside each other."""
        main, side = (item.sizeHint() for item in self._items)
        return QSize(
            main.width() + self.spacing() + side.width(), max(main.height(), side.height())
        )

    def setGeometry(self, rect: QRect) -> None:
        """Both in their places."""
        super().setGeometry(rect)
        main, side = self._items
        if self.is_beside(rect.width()):
            wide = side.sizeHint().width()
            left = rect.width() - self.spacing() - wide
            main.setGeometry(QRect(rect.left(), rect.top(), left, rect.height()))
            side.setGeometry(QRect(rect.right() + 1 - wide, rect.top(), wide, rect.height()))
        else:
            high = side.minimumSize().height()
            above = rect.height() - self.spacing() - high
            main.setGeometry(QRect(rect.left(), rect.top(), rect.width(), above))
            side.setGeometry(QRect(rect.left(), rect.bottom() + 1 - high, rect.width(), high))


def _least(item: QLayoutItem, width: int) -> int:
    """Its minimum height, its texts and rows wrapped at that width."""
    least = item.minimumSize().height()
    return max(least, item.minimumHeightForWidth(width)) if item.hasHeightForWidth() else least
