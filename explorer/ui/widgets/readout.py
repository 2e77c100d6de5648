"""Numbers that change many times a second, without the layout hearing of it.

A QLabel asks its whole window for a new layout at every text; this one only paints.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui import theme

_GAP = 16


class Readout(QWidget):
    """A row of texts, each in a place of its own, so that none moves while another changes.

    Args:
        widest: for every place, the longest text it will hold.
        long: the place that has all the room left, and is cut with an ellipsis where that is
            short; the last by default. Those after it stand at the right end, and lend it theirs
            while they are empty: no text begins elsewhere for that.
        plain: the place whose text is not quiet.
    """

    def __init__(
        self,
        widest: Sequence[str],
        parent: QWidget | None = None,
        long: int = -1,
        plain: int = 0,
    ) -> None:
        super().__init__(parent)
        self._long = range(len(widest))[long]
        self._plain = plain
        self._texts: tuple[str, ...] = ("",) * len(widest)
        font = QFont(self.font())
        font.setPixelSize(12)
        if hasattr(font, "setFeature"):  # Qt 6.7 and later
            font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        metrics = QFontMetrics(font)
        self._widths = [metrics.horizontalAdvance(text) + _GAP for text in widest]
        self._high = metrics.height()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands there."""
        return self._texts

    def set_texts(self, *texts: str) -> None:
        """One text a place; missing ones are empty."""
        full = (*texts, *("",) * (len(self._widths) - len(texts)))
        if full == self._texts:
            return
        for index, (new, old) in enumerate(zip(full, self._texts, strict=True)):
            if new != old:
                self.update(self._place(index))
        if self._long < len(full) - 1:
            self.update()  # its room may be another
        self._texts = full
        self.setAccessibleDescription(", ".join(filter(None, full)))

    def _place(self, index: int) -> QRect:
        if index > self._long:
            wide = sum(self._widths[index:])
            left = max(sum(self._widths[: self._long]), self.width() - wide)
            return QRect(left, 0, min(self._widths[index], self.width() - left), self.height())
        left = sum(self._widths[:index])
        room = max(0, self.width() - left)
        if index == self._long:
            after = zip(self._texts, self._widths, strict=True)
            lent = [width for text, width in list(after)[index + 1 :] if text]
            return QRect(left, 0, max(0, room - sum(lent)), self.height())
        return QRect(left, 0, min(room, self._widths[index]), self.height())

    def sizeHint(self) -> QSize:
        """As wide as the widest texts."""
        return QSize(sum(self._widths), max(24, self._high))

    def minimumSizeHint(self) -> QSize:
        """All but the first place may be cut."""
        return QSize(self._widths[0] + 24, max(24, self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One text plain, the others quiet."""
        tokens = theme.current()
        painter = QPainter(self)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        metrics = painter.fontMetrics()
        for index, text in enumerate(self._texts):
            place = self._place(index)
            if not text or not place.intersects(event.rect()):
                continue
            painter.setPen(tokens.text if index == self._plain else tokens.quiet)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, flags, cut)
        painter.end()
