"""Equal panes of one step, seen from one place: for a denoiser x_t, predicted x0 and noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.widgets.canvas import Canvas


class StepPanes(QWidget):
    """Canvases of a step's parts, linked in zoom and pan.

    Args:
        parts: (name in a frame's images, title above the pane), from the left.
        empty: what stands in the first pane while there is nothing.

    Signals:
        painted: the last pictures given are on the screen.
        failed: an ExplorerError of saving one of them.
        hovered: (part, "x 12  y 7  201", or "" when the cursor left).
    """

    painted = Signal()
    failed = Signal(object)
    hovered = Signal(str, str)

    def __init__(
        self, parts: Sequence[tuple[str, str]], empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.canvases: dict[str, Canvas] = {}
        self._notes = dict.fromkeys((part for part, _ in parts), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, title in parts:
            pane = Canvas(title, parent=self)
            pane.hovered.connect(partial(self._hovered, part))
            pane.failed.connect(self.failed)
            row.addWidget(pane, 1)
            self.canvases[part] = pane
        self.first, *others = self.canvases.values()
        self.first.link(*others)
        self.first.painted.connect(self.painted)
        self.set_empty(empty)

    def _hovered(self, part: str, text: str) -> None:
        pane = self.canvases[part]
        pane.set_caption(pane.caption, text or self._notes[part])
        self.hovered.emit(part, text)

    def show_step(self, images: Mapping[str, NDArray[np.uint8]]) -> None:
        """The parts of a step, each (1, H, W, C) uint8."""
        for part, pane in self.canvases.items():
            pane.set_image(images[part][0])

    def set_title(self, part: str, title: str, note: str = "") -> None:
        """The line above a pane; `note` stands at its right end but while a pixel is read."""
        self._notes[part] = note
        self.canvases[part].set_caption(title, note)

    def set_note(self, part: str, note: str) -> None:
        """Another note beside the same title."""
        if note != self._notes[part]:
            self.set_title(part, self.canvases[part].caption, note)

    def clear(self) -> None:
        """No pictures."""
        for pane in self.canvases.values():
            pane.set_image(None)

    def set_empty(self, text: str) -> None:
        """What stands there while there are none."""
        self.first.set_empty(text)

    def link(self, other: Canvas) -> None:
        """Let another canvas share zoom and pan."""
        self.first.link(other)
