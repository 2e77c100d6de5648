"""Two pictures side by side with their difference, in a window that stays open."""

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
    plates = [_plate(dialog, title, picture) for title, picture in (first, second)]
    if first[1].shape == second[1].shape:
        plates.append(_changes(dialog, first[1], second[1]))
    for plate in plates:
        row.addWidget(plate, 1)
    fit_to_screen(dialog, QSize(300 * len(plates), 340))
    dialog.show()
    return dialog


def _plate(dialog: QDialog, title: str, picture: Bytes) -> Plate:
    plate = Plate(title, parent=dialog)
    plate.set_image(picture)
    return plate


def _changes(dialog: QDialog, first: Bytes, second: Bytes) -> Plate:
    plate = _plate(dialog, "", difference(first, second))
    away = dialog.tr("{away} of 255").format(away=f"{distance(first, second):.1f}")
    plate.set_caption(dialog.tr("Difference"), away)
    words = dialog.tr(
        "The second less the first, halved: mid-grey where they are alike. The number is the root"
        " mean square over all pixels and channels, in grey levels."
    )
    plate.setToolTip(words)
    return plate


def distance(first: Bytes, second: Bytes) -> float:
    """Root mean square of the difference of two pictures of one shape, in grey levels of 255."""
    change = second.astype(np.float64) - first.astype(np.float64)
    return float(np.sqrt(np.mean(change**2)))


def difference(first: Bytes, second: Bytes) -> Bytes:
    """(H, W, C) uint8: where the second is brighter it is above mid-grey, 128 for no change."""
    change = second.astype(np.int16) - first.astype(np.int16)
    return np.clip(change // 2 + 128, 0, 255).astype(np.uint8)
