"""A heat map as an overlay: a ramp that colour-blind eyes can read, and its legend with the unit.

The ramp runs from dark blue to pale yellow: lightness alone orders it, and blue against yellow is
the contrast that the common kinds of colour blindness keep.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme

_STOPS = ((0.0, (10, 22, 58)), (0.5, (124, 112, 96)), (1.0, (255, 240, 150)))
_OPACITY = 0.82


def ramp(shares: NDArray[np.floating]) -> NDArray[np.float32]:
    """Shares in [0, 1] of any shape to colours (..., 3), 0 to 255."""
    places = [place for place, _ in _STOPS]
    parts = [np.interp(shares, places, [c[k] for _, c in _STOPS]) for k in range(3)]
    return np.stack(parts, axis=-1).astype(np.float32)


def overlay(heat: NDArray[np.float32]) -> QImage:
    """(H, W), 0 and above, to a translucent picture whose brightest is the largest value."""
    largest = float(heat.max())
    shares = heat / largest if largest > 0 else np.zeros_like(heat)
    height, width = heat.shape
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., :3] = np.round(ramp(shares))
    pixels[..., 3] = round(255 * _OPACITY)
    view = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return view.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class HeatLegend(QWidget):
    """The ramp between 0 and the largest value, in grey levels a standard deviation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.setAccessibleName(self.tr("Where it acts"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr(
                "How much each pixel changes along the dimension, around the picture shown: mean "
                "absolute change, in grey levels of 255 for each standard deviation (\u03c3)."
            )
        )
        self.hide()

    def show_scale(self, name: str, largest: float) -> None:
        """`largest` in grey levels a standard deviation."""
        words = self.tr("{name}: 0 to {most} levels/\u03c3")
        self.text = words.format(name=name, most=f"{largest:.1f}")
        self.setAccessibleDescription(self.text)
        self.updateGeometry()
        self.update()
        self.show()

    def sizeHint(self) -> QSize:
        """The ramp and its words."""
        return QSize(64 + 8 + self.fontMetrics().horizontalAdvance(self.text) + 8, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ramp and words."""
        tokens, painter = theme.current(), QPainter(self)
        box = QRectF(0.5, self.height() / 2 - 5, 64, 10)
        shade = QLinearGradient(box.topLeft(), box.topRight())
        for place, colour in _STOPS:
            shade.setColorAt(place, QColor(*colour))
        painter.setPen(tokens.control)
        painter.setBrush(shade)
        painter.drawRect(box)
        painter.setPen(tokens.quiet)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(72, 0, 0, 0), flags, self.text)
