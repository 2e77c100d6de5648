"""A button between two key frames each: the curve between them and how it slows down, to change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from explorer.latent import EASES, PATH_MODES
from explorer.ui.icons import IconButton
from explorer.ui.words import ease_name, mode_name

_SIDE = 28
_GAP = 4


class SegmentChips(QObject):
    """The buttons lie on a timeline; one that has no room is not shown.

    Signals:
        mode_chosen: (segment, one of explorer.latent.PATH_MODES).
        ease_chosen: (segment, one of explorer.latent.EASES).
    """

    mode_chosen = Signal(int, str)
    ease_chosen = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = parent
        self._names: tuple[tuple[str, str], ...] = ()
        self._modes: tuple[str, ...] = ()
        self._eases: tuple[str, ...] = ()
        self.can_ease = True  # whether eases have any effect
        self.buttons: list[IconButton] = []

    def show_segments(
        self, names: Sequence[tuple[str, str]], modes: Sequence[str], eases: Sequence[str]
    ) -> None:
        """What lies between the keys: their names, the curve and the ease of each segment."""
        self._names, self._modes, self._eases = tuple(names), tuple(modes), tuple(eases)
        while len(self.buttons) > len(self._modes):
            gone = self.buttons.pop()
            gone.hide()
            gone.clicked.disconnect()  # a press may have begun on it
            gone.deleteLater()
        while len(self.buttons) < len(self._modes):
            self._add_button(len(self.buttons))
        for segment, button in enumerate(self.buttons):
            mode, ease = self._modes[segment], self._eases[segment]
            words = self._on.tr("From {a} to {b}: {mode}, {ease}. Click to change it here alone.")
            a, b = self._names[segment]
            text = words.format(a=a, b=b, mode=mode_name(mode), ease=ease_name(ease))
            button.set_icon(f"curve_{mode}", text)
            button.setAutoRaise(ease == "steady")  # a frame says that it slows down

    def _add_button(self, segment: int) -> None:
        button = IconButton("curve_linear", "", parent=self._on)
        button.setProperty("role", "small")
        button.setFixedSize(_SIDE, _SIDE)
        button.hide()
        button.clicked.connect(lambda: self._open(segment))
        self.buttons.append(button)

    def place(self, places: Sequence[float], thumb: int) -> None:
        """Where the keys are, in the widget's pixels, and how wide a thumbnail is."""
        room = _SIDE + 2 * _GAP + thumb
        for button, (left, right) in zip(self.buttons, pairwise(places), strict=False):
            fits = right - left >= room
            button.setVisible(fits)
            if fits:
                button.move(round((left + right) / 2 - _SIDE / 2), _GAP + 6)

    def _open(self, segment: int) -> None:
        menu = self.menu(segment)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.buttons[segment]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def menu(self, segment: int) -> QMenu:
        """The curves and eases, those of the segment marked."""
        menu = QMenu(self._on)
        self.fill(menu, segment)
        return menu

    def fill(self, menu: QMenu, segment: int) -> None:
        """The same as part of another menu: keys that lie close leave no room for a button."""
        chosen = self._modes[segment], self._eases[segment]
        for kinds, now, name, told in (
            (PATH_MODES, chosen[0], mode_name, self.mode_chosen),
            (EASES, chosen[1], ease_name, self.ease_chosen),
        ):
            group = QActionGroup(menu)
            for kind in kinds:
                action = menu.addAction(name(kind))
                action.setCheckable(True)
                action.setChecked(kind == now)
                action.setEnabled(kinds is not EASES or self.can_ease)
                action.triggered.connect(lambda _=False, k=kind, s=told: s.emit(segment, k))
                group.addAction(action)
            menu.addSeparator()
