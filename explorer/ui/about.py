"""What the program is, and with which versions of what it runs."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from explorer import __version__

_PARTS = ("torch", "onnxruntime-gpu", "onnxruntime", "diffusers", "numpy", "PySide6-Essentials")


def versions() -> list[tuple[str, str]]:
    """Name and version of what is installed, without importing any of it."""
    found = [("Python", platform.python_version()), ("Qt", qVersion())]
    for part in _PARTS:
        try:
            found.append((part, version(part)))
        except PackageNotFoundError:
            continue
    return found


def show_about(parent: QWidget) -> QDialog:
    """A small window that can stay open."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(dialog.tr("About Latent Explorer"))
    title = QLabel(dialog.tr("Latent Explorer {version}").format(version=__version__), dialog)
    title.setProperty("role", "title")
    what = dialog.tr("See and feel what a generative image model has learned. MIT licence.")
    lines = "\n".join(f"{name} {number}" for name, number in versions())
    parts = QLabel(f"{what}\n\n{lines}", dialog)
    parts.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(title)
    column.addWidget(parts)
    dialog.show()
    return dialog
