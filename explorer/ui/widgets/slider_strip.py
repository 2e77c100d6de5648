"""The film strip under a slider: where its pictures lie and how they are painted.

The pictures are scaled once, when they come. A drag moves only the mark below them, so that strips
cost a drag a few pixels and no picture.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from explorer.ui import theme
from explorer.ui.widgets.plate import to_qimage

CELL = 40
SPAN = 3.0
# Pictures, the mark below them, and air.
EXTRA = CELL + 10
_PAD, _GAP = 8, 8
_MARK = 5


class Strip:
    """Pictures of one dimension from -span to +span, ready to paint.

    Args:
        pictures: (N, H, W, C) uint8, from the lowest value up.
        ratio: screen pixels a point.
        span: how far they reach, in the unit of the slider.
    """

    def __init__(self, pictures: NDArray[np.uint8], ratio: float, span: float = SPAN) -> None:
        self.values = tuple(float(v) for v in np.linspace(-span, span, len(pictures)))
        self._images = [_scaled(to_qimage(picture), round(CELL * ratio)) for picture in pictures]

    def paint(self, painter: QPainter, boxes: list[QRect]) -> None:
        """Each picture in the middle of its box."""
        for image, box in zip(self._images, boxes, strict=True):
            size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), size)
            place.moveCenter(box.center())
            painter.drawImage(place, image)


def _scaled(image: QImage, side: int) -> QImage:
    """At most `side` pixels; whole zooms stay crisp."""
    largest = max(image.width(), image.height())
    whole = side % largest == 0
    mode = Qt.TransformationMode
    how = mode.FastTransformation if whole else mode.SmoothTransformation
    return image.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, how)


def boxes(width: int, top: int, count: int) -> list[QRect]:
    """Where `count` pictures lie in a row that is `width` wide, `top` pixels down."""
    room = width - 2 * _PAD
    cell = max(8, min(CELL, (room - (count - 1)) // count))
    gap = min(_GAP, (room - count * cell) / max(1, count - 1))
    return [QRect(round(_PAD + k * (cell + gap)), top, cell, CELL) for k in range(count)]


def mark_box(width: int, top: int) -> QRect:
    """What the mark may cover, whatever the value."""
    return QRect(0, top + CELL, width, EXTRA - CELL)


def paint_empty(painter: QPainter, places: list[QRect], tokens: theme.Theme) -> None:
    """Pictures that have not come yet."""
    for box in places:
        painter.fillRect(box, tokens.raised)


def paint_mark(painter: QPainter, places: list[QRect], part: float, tokens: theme.Theme) -> None:
    """A wedge that points at the place of the present value, `part` of what the strip reaches."""
    first, last = QRectF(places[0]).center(), QRectF(places[-1]).center()
    share = (min(1.13, max(-1.13, part)) + 1) / 2
    x, y = first.x() + share * (last.x() - first.x()), places[0].top() + CELL + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent)
    wedge = [QPointF(x, y), QPointF(x + _MARK, y + _MARK), QPointF(x - _MARK, y + _MARK)]
    painter.drawPolygon(QPolygonF(wedge))
