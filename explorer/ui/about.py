"""What the program is, whose it is, and with which versions on which device it runs."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from html import escape
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from explorer import __version__
from explorer.ui.widgets.page import Page

if TYPE_CHECKING:
    from explorer.ui.window import Window

_PARTS = (
    "torch", "onnxruntime-gpu", "onnxruntime", "diffusers", "numpy", "safetensors", "pillow", "av",
    "pyqtgraph", "platformdirs", "PySide6-Essentials",
)  # fmt: skip
# Of the licences that Qt and PySide offer, the one that holds here.
_LGPL = "LGPL-3.0-only"
# Longer, it is a licence's text and not its name.
_LONGEST = 100
Row = tuple[str, str, str]


def versions() -> list[Row]:
    """Name, version and licence of what is installed, without importing any of it."""
    found = [("Python", platform.python_version(), "PSF-2.0"), ("Qt", qVersion(), _LGPL)]
    for part in _PARTS:
        try:
            data = metadata(part)
        except PackageNotFoundError:
            continue
        licence = _LGPL if part.startswith("PySide6") else licence_of(data)
        found.append((part, data["Version"], licence))
    return found


def licence_of(data: PackageMetadata) -> str:
    """A licence's name, from the field that says it shortest; packages use three."""
    for field in ("License-Expression", "License"):
        said = next(iter(data.get_all(field) or []), "")
        if said and len(said) <= _LONGEST and "\n" not in said:
            return said
    kinds = [k for k in data.get_all("Classifier") or [] if k.startswith("License :: ")]
    return ", ".join(kind.rpartition(" :: ")[2] for kind in kinds)


class About(Page):
    """A small window that can stay open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.tr("About Latent Explorer"), window)
        inner = QWidget(self)
        title = QLabel(self.tr("Latent Explorer {version}").format(version=__version__), self)
        title.setProperty("role", "title")
        what = QLabel(
            self.tr("See and feel what a generative image model has learned. MIT licence."), self
        )
        system = f"{platform.system()} {platform.release()}, {platform.machine()}"
        self.rows: list[Row] = [
            (self.tr("Device"), window.status.device, ""),
            (self.tr("System"), system, ""),
            *versions(),
        ]
        table = QLabel(_table(self.rows), self)
        table.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        table.setWordWrap(True)
        table.setAccessibleName(self.tr("Device, versions and licences"))
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setToolTip(self.tr("Copy all of this as text, for a report"))
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for part in (title, what, table):
            column.addWidget(part)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.fill(inner, 648)

    def _copy(self) -> None:
        lines = [f"Latent Explorer {__version__}"]
        lines += [" ".join(filter(None, row)) for row in self.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _table(rows: Sequence[Row]) -> str:
    cells = ("".join(f"<td>{escape(cell)}&nbsp;&nbsp;</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def show_about(window: Window) -> About:
    """The window, shown."""
    about = About(window)
    about.show()
    return about
