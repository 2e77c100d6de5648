"""What style a picture takes, where a model takes it from another picture: which, and how much."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.families import Spec
from explorer.formats.patterns import FIRST, PATTERNS
from explorer.formats.picture import Picture
from explorer.ui.language import later, tr
from explorer.ui.widgets.dial_row import DialRow

_NAMES = {
    "embers": later("Embers"), "sea": later("Sea"), "candy": later("Candy"), "ink": later("Ink"),
    "meadow": later("Meadow"),
}  # fmt: skip


class StylePart(QWidget):
    """Controls of the style; hidden for models that take none.

    Signals:
        patterned: a pattern of the program's own was chosen, by its name.
        opened, pasted: a picture shall be taken from a file, or from the clipboard.
        turned: a dial moves: its name and its number. settled: the user let go.
    """

    patterned = Signal(str)
    opened = Signal()
    pasted = Signal()
    turned = Signal(str, float)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dials: dict[str, DialRow] = {}
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Style picture"))
        self.box.setToolTip(self.tr("The picture whose colours and mood the result takes"))
        for name in PATTERNS:
            self.box.addItem(tr(_NAMES[name]), name)
        self.box.activated.connect(self._chosen)
        self.open = QPushButton(self.tr("Open style..."), self)
        self.open.setToolTip(self.tr("Take the style from a picture of your own"))
        self.open.clicked.connect(self.opened)
        self.paste = QPushButton(self.tr("Paste style"), self)
        self.paste.setToolTip(
            self.tr("Take the style from the clipboard: a picture copied in another model's view")
        )
        self.paste.clicked.connect(self.pasted)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.open)
        row.addWidget(self.paste)
        self._form = QFormLayout()
        self._form.addRow(self.tr("Style"), self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._form)
        column.addLayout(row)

    def show_model(self, spec: Spec) -> None:
        """The dials of a model, and the style's controls where it takes one."""
        while self._form.rowCount() > 1:
            self._form.removeRow(1)
        self.dials.clear()
        takes = "restyle" in spec.capabilities
        for widget in (self.box, self.open, self.paste):
            widget.setVisible(takes)
        self._form.setRowVisible(0, takes)
        for dial in spec.dials:
            title, about = _words(dial.name)
            row = DialRow(dial, title, about, self)
            row.turned.connect(lambda number, n=dial.name: self.turned.emit(n, number))
            row.settled.connect(self.settled)
            self._form.addRow(title, row)
            self.dials[dial.name] = row
        self.setVisible(takes or bool(spec.dials))

    def show_state(self, style: Picture | None, told: dict[str, int | str | float]) -> None:
        """The state's style and numbers; nothing is emitted."""
        with QSignalBlocker(self.box):
            while self.box.count() > len(PATTERNS):
                self.box.removeItem(len(PATTERNS))
            name = FIRST if style is None else style.name
            if style is not None and name not in PATTERNS:
                self.box.addItem(name, None)
                self.box.setCurrentIndex(len(PATTERNS))
            else:
                self.box.setCurrentIndex(self.box.findData(name))
        for key, row in self.dials.items():
            number = told.get(key)
            row.show_number(None if number is None else float(number))

    def _chosen(self) -> None:
        name = self.box.currentData()
        if name is not None:
            self.patterned.emit(name)


def _words(name: str) -> tuple[str, str]:
    """The title and the tooltip of a dial; its own name where it is a model's."""
    known = {
        "strength": (
            tr("Strength"), tr("How much of the style: 0 is the picture alone, 1 all of the style")
        ),
    }  # fmt: skip
    return known.get(name, (name, ""))
