"""What a model is told beside its latent: a selector a class, a slider a number."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from explorer.families import Dial
from explorer.formats.manifest import Condition
from explorer.ui.failures import said
from explorer.ui.widgets.dial_row import DialRow


class ToldForm(QWidget):
    """Shows what is chosen and tells of changes; it changes nothing itself.

    Signals:
        condition_chosen: (name, index or None for "none given").
        dial_turned, dial_settled: (name, number) while it moves; it was let go.
    """

    condition_chosen = Signal(str, object)
    dial_turned = Signal(str, float)
    dial_settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conditions: dict[str, QComboBox] = {}
        self.dials: dict[str, DialRow] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)

    def set_conditions(
        self, conditions: tuple[Condition, ...], dials: tuple[Dial, ...] = ()
    ) -> None:
        """A selector for everything categorical that the model is told, a slider for numbers."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.conditions.clear()
        self.dials.clear()
        for condition in conditions:
            box = QComboBox(self)
            if condition.null is not None:
                box.addItem(self.tr("none"), None)
            for index, name in enumerate(condition.names):
                box.addItem(said(name), index)
            title, about = self._words(condition.name)
            box.setAccessibleName(title)
            box.setToolTip(about)
            box.activated.connect(lambda _, n=condition.name, b=box: self._chosen(n, b))
            self._form.addRow(title, box)
            self.conditions[condition.name] = box
        for dial in dials:
            title, about = self._words(dial.name)
            row = DialRow(dial, title, about, self)
            row.turned.connect(lambda number, n=dial.name: self.dial_turned.emit(n, number))
            row.settled.connect(self.dial_settled)
            self._form.addRow(title, row)
            self.dials[dial.name] = row
        self.setVisible(bool(conditions or dials))

    def _words(self, name: str) -> tuple[str, str]:
        """The title and the tooltip of a condition or dial; its own name where it is a model's."""
        known = {
            "space": (
                self.tr("Latent space"),
                self.tr(
                    "Z is drawn from; W is where the model maps it; W+ has a w for each layer. "
                    "A seed gives the same picture in all three."
                ),
            ),
            "label": (self.tr("Class"), self.tr("Which of its classes is drawn")),
            "category": (
                self.tr("Category"),
                self.tr(
                    "A code for a kind of picture that training found by itself; with it, where "
                    "that was measured, what it draws most and how often"
                ),
            ),
            "truncation": (
                self.tr("Truncation"),
                self.tr("Psi: 1 leaves the style as it is, 0 is the mean of all styles"),
            ),
        }
        return known.get(name, (said(name), ""))

    def _chosen(self, name: str, box: QComboBox) -> None:
        self.condition_chosen.emit(name, box.currentData())

    def show_conditions(self, chosen: Mapping[str, int | str | float]) -> None:
        """The classes of the state."""
        for name, box in self.conditions.items():
            value = chosen.get(name)
            place = box.findText(said(value)) if isinstance(value, str) else box.findData(value)
            box.setCurrentIndex(max(0, place))
        for name, row in self.dials.items():
            number = chosen.get(name)
            row.show_number(float(number) if isinstance(number, int | float) else None)
