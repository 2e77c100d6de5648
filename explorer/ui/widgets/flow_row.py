"""Rows that go on in the next line where they are too long, as words do in a text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from explorer.ui.widgets.item_layout import ItemLayout


class FlowRow(ItemLayout):
    """Widgets from the left in lines as wide as the layout; each as large as its hint."""

    def expandingDirections(self) -> Qt.Orientation:
        """Neither: room that is left stays empty."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        places = self._places(QRect(0, 0, width, 0))
        return max((place.bottom() + 1 for _, place in places), default=0)

    def sizeHint(self) -> QSize:
        """In one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        across = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest alone."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Everything in its place."""
        super().setGeometry(rect)
        for item, place in self._places(rect):
            item.setGeometry(place)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        found: list[tuple[QLayoutItem, QRect]] = []
        at, high = QPoint(rect.topLeft()), 0
        for item in self._shown():
            size = item.sizeHint()
            if at.x() + size.width() > rect.left() + rect.width() and at.x() > rect.left():
                at, high = QPoint(rect.left(), at.y() + high + self.spacing()), 0
            found.append((item, QRect(at, size)))
            at += QPoint(size.width() + self.spacing(), 0)
            high = max(high, size.height())
        return found


class FieldRow(FlowRow):
    """Each widget as large as its hint where there is room, else narrower, down to its minimum.

    A line ends where not even the minima fit. What may grow shares the room that is left.
    """

    def minimumSize(self) -> QSize:
        """As wide as the widest alone may be."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((item.sizeHint().height() for item in self._shown()), default=0))

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        found: list[tuple[QLayoutItem, QRect]] = []
        top = rect.top()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            left = rect.left()
            for item, width in zip(line, self._widths(line, rect.width()), strict=True):
                found.append((item, QRect(left, top, width, high)))
                left += width + self.spacing()
            top += high + self.spacing()
        return found

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            least = item.minimumSize().width()
            if lines and used + self.spacing() + least <= width:
                lines[-1].append(item)
                used += self.spacing() + least
            else:
                lines.append([item])
                used = least
        return lines

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        """The room beside the minima, first to hints in equal shares of what they lack."""
        least = [item.minimumSize().width() for item in line]
        lacks = [max(0, i.sizeHint().width() - m) for i, m in zip(line, least, strict=True)]
        spare = max(0, width - sum(least) - self.spacing() * (len(line) - 1))
        share = min(1.0, spare / max(1, sum(lacks)))
        widths = [m + int(share * lack) for m, lack in zip(least, lacks, strict=True)]
        across = Qt.Orientation.Horizontal
        grow = [n for n, item in enumerate(line) if item.expandingDirections() & across]
        left = max(0, spare - sum(lacks))
        for number in grow:
            widths[number] += left // len(grow)
        return widths
