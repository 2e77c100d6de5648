"""In what format and how large a path is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QPushButton, QWidget

from explorer.export import WRITERS, Writer

# Whole factors keep every pixel a square.
SCALES = (1, 2, 3, 4, 6, 8, 12, 16)
# What a film has at least when nobody has chosen, in pixels: smaller ones are hard to see.
_VISIBLE = 256


class FilmPanel(QWidget):
    """Format, size, and the button.

    Signals:
        save: the button was pressed.
    """

    save = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        self.formats, self.sizes = QComboBox(self), QComboBox(self)
        for writer in WRITERS:
            self.formats.addItem(self._titles().get(writer.suffix, writer.title), writer.suffix)
        self.formats.setToolTip(
            self.tr("MP4 plays everywhere, WebP keeps every pixel, GIF has 256 colours a frame")
        )
        self.sizes.setToolTip(self.tr("Width and height of what is saved, in pixels"))
        self.smooth = QCheckBox(self.tr("Smooth pixels"), self)
        self.smooth.setToolTip(self.tr("Enlarge smoothly, in place of repeating every pixel"))
        for text, box in ((self.tr("Format"), self.formats), (self.tr("Size"), self.sizes)):
            label = QLabel(text, self)
            label.setBuddy(box)
            box.setAccessibleName(text)
            form.addRow(label, box)
        form.addRow(self.smooth)
        self.button = QPushButton(self.tr("Save film..."), self)
        self.show_length(0, 1.0)
        self.button.clicked.connect(self.save)
        form.addRow(self.button)

    def show_length(self, frames: int, rate: float) -> None:
        """How many frames are saved, and how long a film of them lasts; 0 is not said."""
        tip = self.tr(
            "All frames, with the recipe inside: dropped on the window, it opens as it was"
        )
        tip += " (Ctrl+Shift+S)"
        if frames:
            words = self.tr("{n} frames, as a film {t} s")
            tip = f"{words.format(n=frames, t=f'{frames / rate:.1f}')}\n{tip}"
        self.button.setToolTip(tip)

    def _titles(self) -> dict[str, str]:
        return {
            ".mp4": self.tr("MP4 film"),
            ".gif": self.tr("GIF film"),
            ".webp": self.tr("WebP film"),
            "-####.png": self.tr("PNG sequence"),
            ".png": self.tr("PNG sheet"),
        }

    def set_picture_size(self, height: int, width: int) -> None:
        """The sizes there are, for pictures of that size in pixels; one that is easily seen."""
        self.sizes.clear()
        for scale in SCALES:
            words = self.tr("{width} × {height}  ({scale}×)")
            words = words.format(width=width * scale, height=height * scale, scale=scale)
            self.sizes.addItem(words, scale)
        large = [n for n, s in enumerate(SCALES) if max(height, width) * s >= _VISIBLE]
        self.sizes.setCurrentIndex(min(large, default=len(SCALES) - 1))

    @property
    def writer(self) -> Writer:
        """The format chosen."""
        return WRITERS[self.formats.currentIndex()]

    @property
    def scale(self) -> int:
        """The whole factor of enlargement chosen."""
        return SCALES[max(0, self.sizes.currentIndex())]
