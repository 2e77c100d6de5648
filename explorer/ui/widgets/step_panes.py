"""Three equal panes of one evaluation, seen from one place: x_t, predicted x0, predicted noise."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.widgets.canvas import Canvas

PARTS = ("x_t", "x0", "noise")


class StepPanes(QWidget):
    """Canvases of an evaluation's parts, linked in zoom and pan.

    Signals:
        painted: the last pictures given are on the screen.
        failed: an ExplorerError of saving one of them.
    """

    painted = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (
            self.tr("x_t, what the network sees"),
            self.tr("predicted x0"),
            self.tr("predicted noise, grey is none"),
        )
        self.canvases: dict[str, Canvas] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, title in zip(PARTS, titles, strict=True):
            pane = Canvas(title, parent=self)
            pane.hovered.connect(partial(pane.set_caption, title))
            pane.failed.connect(self.failed)
            row.addWidget(pane, 1)
            self.canvases[part] = pane
        first, *others = self.canvases.values()
        first.link(*others)
        first.painted.connect(self.painted)
        self.set_empty(self.tr("Open a diffusion model, such as digits-ddpm."))

    def show_step(self, images: Mapping[str, NDArray[np.uint8]]) -> None:
        """The parts of an evaluation, each (1, H, W, C) uint8."""
        for part, pane in self.canvases.items():
            pane.set_image(images[part][0])

    def clear(self) -> None:
        """No pictures."""
        for pane in self.canvases.values():
            pane.set_image(None)

    def set_empty(self, text: str) -> None:
        """What stands there while there are none."""
        self.canvases["x_t"].set_empty(text)

    def link(self, other: Canvas) -> None:
        """Let another canvas share zoom and pan."""
        self.canvases["x_t"].link(other)
