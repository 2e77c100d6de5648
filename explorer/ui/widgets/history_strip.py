"""A row of small pictures to choose from; where one is missing it says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from explorer.ui import theme
from explorer.ui.widgets.plate import to_qimage

Bytes = NDArray[np.uint8]
SIDE = 56


@dataclass(frozen=True, eq=False)
class Row:
    """An entry: its title, its picture, else why there is none and whether one comes by itself."""

    title: str
    picture: Bytes | None
    why: str = ""
    later: bool = False

    def looks_as(self, other: Row) -> bool:
        """Whether both are drawn alike."""
        return self.picture is other.picture and self.later == other.later


class Strip(QListWidget):
    """Pictures in a row; Enter or a click chooses one.

    Signals:
        chosen: the place of a picture in the row.
        deleted: the Delete key.
    """

    chosen = Signal(int)
    deleted = Signal()

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: list[Row] = []
        # What a picture carries when it is dragged away, by its place; "" for nothing.
        self.carried: Callable[[int], str] = lambda _: ""
        self.setObjectName("strip")  # what is chosen has a frame: no picture lies on the accent
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setGridSize(QSize(SIDE + 12, SIDE + 12))
        self.setFixedHeight(SIDE + 30)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.row(item))

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The latent of the picture that is dragged, as JSON."""
        data = QMimeData()
        text = self.carried(self.row(items[0])) if items else ""
        if text:
            data.setText(text)
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, beside what lists know."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def fill(self, rows: Sequence[Row]) -> None:
        """Items that stay are changed in place."""
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for number, row in enumerate(rows):
            item = self.item(number) if number < self.count() else None
            if item is None:
                item = QListWidgetItem(self)
            if number >= len(self._drawn) or not self._drawn[number].looks_as(row):
                item.setIcon(_icon(row))
            words = f"{row.title}\n{row.why}" if row.why else row.title
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ": "))
        self._drawn = list(rows)

    def rows_seen(self) -> list[int]:
        """The places of the items on screen."""
        page, every = self.viewport().rect(), range(self.count())
        return [n for n in every if self.visualItemRect(self.item(n)).intersects(page)]


def _icon(row: Row) -> QIcon:
    """The same picture whether it is chosen or not: a tint would be another picture."""
    icon, drawn = QIcon(), _thumbnail(row)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(drawn, mode)
    return icon


def _thumbnail(row: Row) -> QPixmap:
    """As large as the strip has room for; dots where it is coming, a dash where it is not."""
    if row.picture is not None:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return QPixmap.fromImage(to_qimage(row.picture).scaled(SIDE, SIDE, keep, smooth))
    tokens, blank = theme.current(), QPixmap(SIDE, SIDE)
    blank.fill(tokens.raised)
    painter = QPainter(blank)
    painter.setPen(QPen(tokens.line, 1))
    painter.drawRect(0, 0, SIDE - 1, SIDE - 1)
    painter.setPen(tokens.quiet)
    mark = "\N{HORIZONTAL ELLIPSIS}" if row.later else "\N{EN DASH}"
    painter.drawText(blank.rect(), Qt.AlignmentFlag.AlignCenter, mark)
    painter.end()
    return blank
