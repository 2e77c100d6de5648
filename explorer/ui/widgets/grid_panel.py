"""The controls beside a morph grid: its four corners, the curve, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from explorer.latent import MODES
from explorer.ui.icons import IconButton
from explorer.ui.widgets.told_form import ToldForm
from explorer.ui.words import mode_name

WIDTH = 248
_MIDDLE = Qt.TextElideMode.ElideMiddle


class GridPanel(QWidget):
    """Shows a grid's settings and tells of changes; it changes nothing itself.

    Signals:
        close_grid, shuffle, keep, save: a button was pressed.
        corner_asked: a corner, 0 to 3 row by row, and where on the screen to ask what it shall be.
        mode_chosen: one of explorer.latent.MODES.
    """

    close_grid = Signal()
    shuffle = Signal()
    keep = Signal()
    save = Signal()
    corner_asked = Signal(int, object)
    mode_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(self._head())
        self.told = ToldForm(self)
        column.addWidget(self.told)
        self.corners = self._add_corners(column)
        words = self.tr("Four other random pictures")
        self.shuffle_button = self._button(column, self.tr("Other pictures"), words)
        self.shuffle_button.clicked.connect(self.shuffle)
        column.addSpacing(8)
        self.modes = self._add_modes(column)
        column.addSpacing(8)
        self.where = QLabel(self)
        self.where.setWordWrap(True)
        self.where.setProperty("role", "quiet")
        self.where.setToolTip(self.tr("Where the picture is on the sheet, and how typical it is"))
        column.addWidget(self.where)
        words = self.tr("The picture at the handle as a key frame of the path (Enter)")
        self.keep_button = self._button(column, self.tr("Add as key frame"), words)
        self.keep_button.clicked.connect(self.keep)
        column.addStretch(1)
        words = self.tr("The whole grid as one PNG, with the recipe inside (Ctrl+Shift+S)")
        self.save_button = self._button(column, self.tr("Save grid..."), words)
        self.save_button.clicked.connect(self.save)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = QLabel(self.tr("Morph grid"))
        title.setProperty("role", "title")
        row.addWidget(title, 1)
        self.close_button = IconButton("close", self.tr("Back to the path (G)"), parent=self)
        self.close_button.clicked.connect(self.close_grid)
        row.addWidget(self.close_button)
        return row

    def _button(self, column: QVBoxLayout, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        column.addWidget(button)
        return button

    def _add_corners(self, column: QVBoxLayout) -> list[QPushButton]:
        grid, made = QGridLayout(), []
        grid.setSpacing(6)
        for corner in range(4):
            button = QPushButton(self)
            button.setToolTip(self.tr("Click to choose another picture for this corner"))
            button.clicked.connect(lambda _=False, c=corner: self._ask(c))
            grid.addWidget(button, corner // 2, corner % 2)
            made.append(button)
        column.addLayout(grid)
        return made

    def _ask(self, corner: int) -> None:
        button = self.corners[corner]
        self.corner_asked.emit(corner, button.mapToGlobal(QPoint(0, button.height())))

    def _add_modes(self, column: QVBoxLayout) -> QButtonGroup:
        group, row = QButtonGroup(self), QHBoxLayout()
        for index, mode in enumerate(MODES):
            button = QRadioButton(mode_name(mode))
            button.setToolTip(self.tr("The curve along the edges and between them"))
            group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        group.idClicked.connect(lambda i: self.mode_chosen.emit(MODES[i]))
        column.addLayout(row)
        return group

    def show_grid(self, names: Sequence[str], mode: str) -> None:
        """The corners' names row by row, and the curve."""
        places = (
            self.tr("Upper left"),
            self.tr("Upper right"),
            self.tr("Lower left"),
            self.tr("Lower right"),
        )
        for button, name, place in zip(self.corners, names, places, strict=True):
            cut = button.fontMetrics().elidedText(name, _MIDDLE, WIDTH // 2 - 36)
            button.setText(cut)
            button.setAccessibleName(f"{place}: {name}")
        self.modes.button(MODES.index(mode)).setChecked(True)

    def show_where(self, text: str) -> None:
        """Where the picture is, in words."""
        if text != self.where.text():
            self.where.setText(text)
