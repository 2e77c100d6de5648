"""Colours as tokens: read once from resources/themes, laid on Qt's palette and one stylesheet.

Widgets that paint themselves ask `current()` and keep nothing, so that a change of theme is one
repaint. Fusion is the base style everywhere, as only it follows a palette on every system.
"""

from __future__ import annotations

import atexit
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

from explorer.assets import resources_dir

CHOICES = ("system", "dark", "light")
# Pixels of body text; the stylesheet names the other sizes.
BODY = 13


@dataclass(frozen=True, eq=False)
class Theme:
    """The tokens of resources/themes/tokens.toml as colours, named as there."""

    name: str
    ground: QColor
    surface: QColor
    raised: QColor
    hover: QColor
    pressed: QColor
    line: QColor
    control: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    on_accent: QColor
    tint: QColor
    good: QColor
    caution: QColor
    wrong: QColor
    banner: QColor
    mat: QColor
    mat_line: QColor
    mat_text: QColor
    series: tuple[QColor, ...]


@cache
def load(name: str) -> Theme:
    """The theme "dark" or "light"."""
    file = resources_dir() / "themes" / "tokens.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    tokens: dict[str, Any] = {**tables["both"], **tables[name]}
    series = tuple(QColor(value) for value in tokens.pop("series"))
    return Theme(name, **{key: QColor(value) for key, value in tokens.items()}, series=series)


class _Present:
    """The theme in use; one a process, as is the palette it is laid on."""

    theme: Theme | None = None
    folder: TemporaryDirectory[str] | None = None


def current() -> Theme:
    """The theme in use; the system's until `apply` has been called."""
    if _Present.theme is None:
        _Present.theme = load(resolve("system"))
    return _Present.theme


def resolve(choice: str) -> str:
    """ "system" to what the system asks for; "dark" and "light" stay."""
    if choice in {"dark", "light"}:
        return choice
    light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return "light" if light else "dark"


def apply(app: QApplication, choice: str) -> Theme:
    """Dress the whole program; `choice` is one of CHOICES."""
    theme = load(resolve(choice))
    _Present.theme = theme
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    font = app.font()
    font.setPixelSize(BODY)
    app.setFont(font)
    sheet = (resources_dir() / "themes" / "window.qss").read_text(encoding="utf-8")
    colours = {f.name: getattr(theme, f.name) for f in fields(theme)}
    names = {k: v.name() for k, v in colours.items() if isinstance(v, QColor)}
    app.setStyleSheet(Template(sheet).substitute(names, icons=_tinted(theme)))
    return theme


def inset_numbers(root: QWidget) -> None:
    """Keep the figures of spin boxes off their border, which a stylesheet's padding does not do."""
    for box in root.findChildren(QAbstractSpinBox):
        for line in box.findChildren(QLineEdit):
            line.setTextMargins(4, 0, 0, 0)


def _tinted(theme: Theme) -> str:
    """A folder of the icons that the stylesheet shows, in the theme's colours, for its url()s.

    A stylesheet cannot colour a picture, so they are written once a process and theme.
    """
    if _Present.folder is None:
        _Present.folder = TemporaryDirectory(prefix="latent-explorer-")
        atexit.register(_Present.folder.cleanup)
    folder = Path(_Present.folder.name) / theme.name
    if not folder.is_dir():
        folder.mkdir()
        for name, colour in (
            ("up", theme.quiet),
            ("down", theme.quiet),
            ("check", theme.on_accent),
            ("close", theme.quiet),
        ):
            drawing = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            text = drawing.replace("currentColor", colour.name())
            (folder / f"{name}.svg").write_text(text, encoding="utf-8")
    return folder.as_posix()


def palette(theme: Theme) -> QPalette:
    """The tokens in Qt's own roles."""
    role = QPalette.ColorRole
    roles = {
        role.Window: theme.ground,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.wrong,
        role.Light: theme.hover,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.control,
        role.Shadow: theme.line,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
    }
    made = QPalette()
    for which, colour in roles.items():
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, theme.control)
    return made
