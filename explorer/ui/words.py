"""What things of the program are called on the screen, in few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.latent import Edited, Point, Seed, Shift, Values


def tr(text: str) -> str:
    """A text of this file in the user's language."""
    return QCoreApplication.translate("Words", text)


def name_of(point: Point) -> str:
    """A point in a few words: "seed 42", "photo.png", "seed 42, edited"."""
    if isinstance(point, Seed):
        text = tr("seed %1").replace("%1", str(point.seed))
        return text if point.index == 0 else f"{text} #{point.index + 1}"
    if isinstance(point, Values):
        return point.origin or tr("values")
    if isinstance(point, Edited):
        return tr("%1, edited").replace("%1", name_of(point.base))
    if isinstance(point, Shift):
        return tr("%1, shifted").replace("%1", name_of(point.base))
    return tr("mixture")


def shell_distance(sigmas: float) -> str:
    """How typical a latent is: explorer.latent.typicality in words, with its unit."""
    if abs(sigmas) < 0.05:
        return tr("on the shell")
    text = tr("%1 \u03c3 outside the shell") if sigmas > 0 else tr("%1 \u03c3 inside the shell")
    return text.replace("%1", f"{abs(sigmas):.1f}")
