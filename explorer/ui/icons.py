"""Icons: SVG from resources/icons, stroked in a colour of the theme, sharp at any pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.assets import resources_dir
from explorer.ui import theme

SIZE = 16


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, ratio: float = 1.0, size: int = SIZE) -> QPixmap:
    """The icon `name` in `colour` ("#rrggbb"), `size` logical pixels square."""
    text = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, checked: QColor | None = None) -> QIcon:
    """The icon in the present theme's text colour, greyed where disabled."""
    tokens = theme.current()
    made = QIcon()
    states = [(QIcon.Mode.Normal, tokens.text), (QIcon.Mode.Disabled, tokens.control)]
    for mode, colour in states:
        for ratio in (1.0, 2.0):
            made.addPixmap(pixmap(name, colour.name(), ratio), mode)
    if checked is not None:
        for ratio in (1.0, 2.0):
            shown = pixmap(name, checked.name(), ratio)
            made.addPixmap(shown, QIcon.Mode.Normal, QIcon.State.On)
    return made


class IconButton(QToolButton):
    """A quiet button with an icon, that follows the theme. `words` are its name and tooltip."""

    def __init__(
        self, name: str, words: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = name
        self.setToolTip(words)
        self.setAccessibleName(text or words)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setMinimumSize(28, 28)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)
        if text:
            self.setText(text)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon(name))

    def set_icon(self, name: str, words: str = "") -> None:
        """Another icon (play and pause share a button), perhaps with other words."""
        self._icon = name
        self.setIcon(icon(name))
        if words:
            self.setToolTip(words)
            self.setAccessibleName(self.text() or words)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: other strokes."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self.setIcon(icon(self._icon))
        super().changeEvent(event)
