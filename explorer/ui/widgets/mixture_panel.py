"""The Gaussians of a mixture: one to draw from, or how much each weighs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.families import Dial
from explorer.ui.widgets.dial_row import DialRow
from explorer.ui.widgets.plate import to_qimage

MOST = 10.0
_SIDE = 28


class MixturePanel(QWidget):
    """A selector and a slider for each Gaussian; the sliders are made when first looked at.

    Signals:
        chosen: the number of a Gaussian to draw from alone, None for all as they were fitted.
        turned, settled: (number, times its own weight) while it moves; it was let go.
        looked: it came on screen.
    """

    chosen = Signal(object)
    turned = Signal(int, float)
    settled = Signal()
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DialRow] = []
        self._faces: list[QLabel] = []
        self._own: tuple[float, ...] = ()
        self._weights: tuple[float, ...] = ()
        self.gaussian = QComboBox(self)
        self.gaussian.setIconSize(QSize(_SIDE, _SIDE))
        self.gaussian.setMaxVisibleItems(16)
        self.gaussian.setPlaceholderText(self.tr("as weighed below"))
        self.gaussian.setAccessibleName(self.tr("Draw from"))
        self.gaussian.setToolTip(
            self.tr("The Gaussian that seeds and samples are drawn from; its mean is shown")
        )
        self.gaussian.activated.connect(
            lambda place: self.chosen.emit(place - 1 if place else None)
        )
        label = QLabel(self.tr("Draw from"), self)
        label.setBuddy(self.gaussian)
        self.fitted = QPushButton(self.tr("As fitted"), self)
        self.fitted.setToolTip(self.tr("Every Gaussian weighs what the training gave it"))
        self.fitted.clicked.connect(lambda: self.chosen.emit(None))
        hint = QLabel(self.tr("How much each weighs, times its own weight, 0 to 10:"), self)
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        head = QGridLayout()
        head.addWidget(label, 0, 0)
        head.addWidget(self.gaussian, 0, 1)
        head.addWidget(self.fitted, 0, 2)
        head.setColumnStretch(1, 1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.addLayout(head)
        column.addWidget(hint)
        column.addWidget(self._area, 1)

    def set_mixture(self, own: Sequence[float]) -> None:
        """The fitted weights of another model's Gaussians; none where it has none."""
        self._own, self._weights = tuple(own), ()
        self.rows, self._faces = [], []
        self._area.takeWidget()
        with QSignalBlocker(self.gaussian):
            self.gaussian.clear()
            if self._own:
                self.gaussian.addItem(self.tr("all, as fitted"))
            for number, weight in enumerate(self._own, 1):
                words = self.tr("Gaussian {n} ({share} %)")
                self.gaussian.addItem(words.format(n=number, share=f"{100 * weight:.1f}"))
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the sliders are needed."""
        super().showEvent(event)
        self._fill()
        self.looked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the rows; it does not turn what happens to lie under it."""
        if event.type() == QEvent.Type.Wheel and not watched.property("focus"):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        if self.rows or not self._own:
            return
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        about = self.tr("Times its own weight: 1 as fitted, 0 never")
        for number in range(len(self._own)):
            title = self.tr("Weight of Gaussian {n}").format(n=number + 1)
            face = QLabel(str(number + 1), inside)
            face.setFixedSize(_SIDE, _SIDE)
            row = DialRow(Dial(title, 0.0, MOST, 1.0), title, about, inside)
            row.turned.connect(lambda times, n=number: self.turned.emit(n, times))
            row.settled.connect(self.settled)
            for part in (row.slider, row.entry):
                part.installEventFilter(self)
            grid.addWidget(face, number, 0)
            grid.addWidget(row, number, 1)
            self.rows.append(row)
            self._faces.append(face)
        self._area.setWidget(inside)
        self.show_weights(self._weights)

    def show_weights(self, weights: tuple[float, ...]) -> None:
        """The state's weights, times the fitted ones; empty for as fitted. Nothing is emitted."""
        self._weights = weights
        for row, times in zip(self.rows, weights or (1.0,) * len(self.rows), strict=True):
            row.show_number(times)
        heavy = [number for number, times in enumerate(weights) if times]
        place = 0 if not weights else heavy[0] + 1 if len(heavy) == 1 else -1
        with QSignalBlocker(self.gaussian):
            self.gaussian.setCurrentIndex(place if self._own else -1)

    def set_picture(self, number: int, picture: NDArray[np.uint8]) -> None:
        """What the mean of a Gaussian looks like, (H, W, C) uint8."""
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        face = QPixmap.fromImage(to_qimage(picture).scaled(_SIDE, _SIDE, keep, smooth))
        self.gaussian.setItemIcon(number + 1, QIcon(face))
        if number < len(self._faces):
            self._faces[number].setPixmap(face)
