"""One model's pane: its name, its pictures on one sheet, how long they took."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.export.sheet import sheet
from explorer.ui.icons import IconButton
from explorer.ui.side.facts import Facts
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.words import family_title


class Pane(QWidget):
    """Shows what one model made of what all were told.

    Signals:
        removed: the user wants the model away.
        painted: its pictures are on the screen.
    """

    removed = Signal()
    painted = Signal()

    def __init__(self, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: Facts | None = None
        self.title = QLabel(self)
        self.note = QLabel(self)
        self.note.setProperty("role", "quiet")
        self.note.setToolTip(
            self.tr("Time of the engine for these pictures; PSNR against the picture given")
        )
        self.away = IconButton("close", self.tr("Take this model away"), parent=self)
        self.away.clicked.connect(self.removed)
        kept = self.away.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that every pane's head is as high
        self.away.setSizePolicy(kept)
        self.away.setVisible(removable)
        self.canvas = Canvas(parent=self)
        self.canvas.painted.connect(self.painted)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.note)
        head.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)

    def show_model(self, facts: Facts) -> None:
        """Another model: nothing of it is there yet."""
        if self.facts == facts:
            return
        self.facts = facts
        self.title.setText(facts.title)
        self.title.setToolTip(f"{facts.name}: {family_title(facts.family)}")
        self.canvas.setAccessibleName(self.tr("Pictures of {model}").format(model=facts.title))
        self.away.setAccessibleName(self.tr("Take {model} away").format(model=facts.title))
        self.clear(self.tr("Opening {model}.").format(model=facts.title))

    def show_pictures(self, pictures: Sequence[NDArray[np.uint8]], note: str) -> None:
        """(H, W, C) uint8 each, one size, laid out nearly square."""
        self.canvas.set_image(pictures[0] if len(pictures) == 1 else sheet(pictures))
        self.note.setText(note)

    def clear(self, why: str) -> None:
        """No pictures, and a sentence in their place."""
        self.canvas.set_image(None)
        self.canvas.set_empty(why)
        self.note.setText("")
