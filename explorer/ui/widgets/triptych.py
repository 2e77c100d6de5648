"""One picture, or a user's picture beside it with the difference: three canvases, one sight."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.widgets.canvas import Canvas

Bytes = NDArray[np.uint8]


def error_of(a: Bytes, b: Bytes) -> tuple[float, float]:
    """Mean squared error of two 8-bit pictures in [0, 1] units, and PSNR in dB (may be inf)."""
    apart = a.astype(np.float32) - b.astype(np.float32)
    mse = float(np.mean(apart * apart, dtype=np.float64)) / 255**2
    return mse, float("inf") if mse == 0 else float(-10 * np.log10(mse))


def difference_of(a: Bytes, b: Bytes) -> Bytes:
    """How far two pictures (H, W, C) are apart, grey levels as they are."""
    return np.maximum(a, b) - np.minimum(a, b)


class Triptych(QWidget):
    """The picture in the middle; original and difference beside it while there is an original.

    Signals:
        painted: the picture in the middle is on the screen.
        hovered: as Canvas.hovered, of any of the three.
    """

    painted = Signal()
    hovered = Signal(str)

    def __init__(self, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.original = Canvas(self.tr("original"), parent=self)
        self.picture = Canvas(empty=empty, parent=self)
        self.difference = Canvas(self.tr("difference"), parent=self)
        self.picture.link(self.original, self.difference)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for canvas in (self.original, self.picture, self.difference):
            row.addWidget(canvas, 1)
            canvas.hovered.connect(self.hovered)
        self.original.hide()
        self.difference.hide()
        self.picture.painted.connect(self.painted)

    @property
    def compares(self) -> bool:
        """Whether there is an original."""
        return self.original.image is not None

    def set_picture(self, image: Bytes) -> tuple[float, float] | None:
        """Show (H, W, C) uint8; the error to the original (MSE, PSNR) where there is one."""
        self.picture.set_image(image)
        original = self.original.image
        if original is None or original.shape != image.shape:
            return None
        self.difference.set_image(difference_of(original, image))
        return error_of(original, image)

    def set_original(self, image: Bytes | None) -> None:
        """The picture to compare with, or None to show one picture alone."""
        self.original.set_image(image)
        shown = image is not None
        if not shown:
            self.difference.set_image(None)
            self.picture.set_caption("")
        self.original.setVisible(shown)
        self.difference.setVisible(shown)

    @property
    def canvases(self) -> tuple[Canvas, Canvas, Canvas]:
        """Original, picture, difference."""
        return self.original, self.picture, self.difference
