"""What a right click on a slider of a dimension offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from explorer.ui.widgets.slider_list import SliderList


def dimension_menu(sliders: SliderList, dimension: int, locked: bool) -> QMenu:
    """The menu of one row; `locked` says whether it is."""
    menu, tr = QMenu(sliders), sliders.tr
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rename = menu.addAction(tr("Rename..."))
    rename.triggered.connect(lambda: sliders.type_name(dimension))
    menu.addSeparator()
    if _heard(sliders, sliders.heat_asked):
        heat = menu.addAction(tr("Show where it acts (H)"))
        heat.triggered.connect(lambda: sliders.heat_asked.emit(dimension))
    if _heard(sliders, sliders.pad_asked):
        across = menu.addAction(tr("Across in the pad"))
        across.triggered.connect(lambda: sliders.pad_asked.emit(dimension, True))
        down = menu.addAction(tr("Up in the pad"))
        down.triggered.connect(lambda: sliders.pad_asked.emit(dimension, False))
    menu.addSeparator()
    draw = menu.addAction(tr("Draw from the prior"))
    draw.triggered.connect(lambda: sliders.draw_asked.emit(dimension))
    reset = menu.addAction(tr("Reset"))
    reset.triggered.connect(lambda: sliders.reset_asked.emit(dimension))
    lock = menu.addAction(tr("Locked"))
    lock.setCheckable(True)
    lock.setChecked(locked)
    lock.triggered.connect(lambda: sliders.lock_asked.emit(dimension))
    menu.addSeparator()
    value = menu.addAction(tr("Copy value"))
    value.triggered.connect(lambda: _copy(f"{sliders.values[dimension]:.6g}"))
    every = menu.addAction(tr("Copy all values"))
    every.triggered.connect(
        lambda: _copy("[" + ", ".join(f"{v:.6g}" for v in sliders.values) + "]")
    )
    return menu


def drop_menus(sliders: SliderList) -> None:
    """Take away what is still open for a row of a latent that is gone."""
    for menu in sliders.findChildren(QMenu):
        menu.hide()
        menu.deleteLater()


def _heard(sliders: SliderList, signal: SignalInstance) -> bool:
    """Whether the view around has something to answer with."""
    return sliders.isSignalConnected(QMetaMethod.fromSignal(signal))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
