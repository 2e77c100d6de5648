"""Two pinned pictures side by side with their difference, in a window that stays open."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from explorer.ui.pictures_seen import Bytes
from explorer.ui.widgets.page import fit_to_screen
from explorer.ui.widgets.plate import Plate

Titled = tuple[str, Bytes]


def show_compared(parent: QWidget, first: Titled, second: Titled) -> QDialog:
    """The window; where the pictures differ in size there is no difference to show."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    titles = dialog.tr("{first} and {second}").format(first=first[0], second=second[0])
    dialog.setWindowTitle(titles)
    row = QHBoxLayout(dialog)
    row.setContentsMargins(8, 8, 8, 8)
    shown = [first, second]
    if first[1].shape == second[1].shape:
        shown.append((dialog.tr("Difference"), difference(first[1], second[1])))
    for title, picture in shown:
        plate = Plate(title, parent=dialog)
        plate.set_image(picture)
        row.addWidget(plate, 1)
    fit_to_screen(dialog, QSize(300 * len(shown), 340))
    dialog.show()
    return dialog


def difference(first: Bytes, second: Bytes) -> Bytes:
    """(H, W, C) uint8: where the second is brighter it is above mid-grey, 128 for no change."""
    change = second.astype(np.int16) - first.astype(np.int16)
    return np.clip(change // 2 + 128, 0, 255).astype(np.uint8)
