"""The answers of the card: range, size, roles, layers, each with the program's guess filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from explorer.networks.layer import ACTIVATIONS, Layer, layer_of, with_stride
from explorer.opening.answers import INPUT_ROLES, OUTPUT_ROLES, Answers, of
from explorer.opening.card import Card

RANGES = {"0 to 1": (0.0, 1.0), "-1 to 1": (-1.0, 1.0), "0 to 255": (0.0, 255.0)}
_CONVS = ("conv", "conv_transpose")


class FileForm(QWidget):
    """Shows what a card leaves to the user. Signal changed: an answer was given by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(4)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._card: Card | None = None
        self.range: QComboBox | None = None
        self.side: QSpinBox | None = None
        self.ports: dict[tuple[str, str], QComboBox] = {}
        self.layers: dict[str, list[Layer]] = {}
        self._touched: set[str] = set()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to ask."""
        return self._form.rowCount() == 0

    def show_card(self, card: Card) -> None:
        """Fill in the guesses of a card."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._card, self.range, self.side = card, None, None
        self.ports, self.layers, self._touched = {}, {}, set()
        if not card.title:
            return
        if card.family not in {"translator"}:
            self._add_range(card)
        if card.multiple > 1 and card.size is not None:
            self._add_side(card)
        for side, name, shape, role in card.ports:
            roles = INPUT_ROLES if side == "input" else OUTPUT_ROLES
            text = f"{name} {shape}".strip()
            self.ports[side, name] = self._choice(text, roles, role, "ports")
        for role, rows in card.layers:
            self.layers[role] = [layer_of(row) for row in rows]
            self._add_layers(role)

    def answers(self) -> Answers:
        """What was answered by hand."""
        given: dict[str, Any] = {}
        if "range" in self._touched and self.range is not None:
            given["range"] = RANGES[self.range.currentText()]
        if "side" in self._touched and self.side is not None:
            given["size"] = (self.side.value(), self.side.value())
        if "ports" in self._touched:
            for side in ("input", "output"):
                roles = {n: box.currentText() for (s, n), box in self.ports.items() if s == side}
                given[f"{side}s"] = roles
        if "layers" in self._touched:
            given["layers"] = {role: tuple(rows) for role, rows in self.layers.items()}
            card = self._card
            if card is not None and card.size is not None:  # a table says no size
                given.setdefault("size", card.size[:2])
                given["channels"] = card.size[2]
                given.setdefault("range", card.span or (0.0, 1.0))
        return of(**given)

    # -- rows -----------------------------------------------------------------------------------

    def _touch(self, what: str) -> None:
        self._touched.add(what)
        self.changed.emit()

    def _add_range(self, card: Card) -> None:
        now = next((text for text, span in RANGES.items() if span == card.span), "0 to 1")
        self.range = self._choice(self.tr("Range"), tuple(RANGES), now, "range")
        self.range.setToolTip(self.tr("Of the numbers that its network gives for a picture"))

    def _add_side(self, card: Card) -> None:
        assert card.size is not None
        self.side = QSpinBox(self)
        self.side.setRange(card.multiple, 1024 // card.multiple * card.multiple)
        self.side.setSingleStep(card.multiple)
        self.side.setSuffix(self.tr(" pixels"))
        self.side.setValue(card.size[0])
        self.side.setAccessibleName(self.tr("Side of the pictures"))
        self.side.setToolTip(self.tr("It takes any size: a side of its pictures, in pixels"))
        self.side.editingFinished.connect(lambda: self._touch("side"))
        self._form.addRow(self._label(self.tr("Side")), self.side)

    def _add_layers(self, role: str) -> None:
        self._form.addRow(self._label(self.tr("Layers of the {role}").format(role=role)))
        inner = [r.kind for r in self.layers[role][:-1] if r.kind in ACTIVATIONS]
        if inner:
            box = self._choice(self.tr("All"), ACTIVATIONS, inner[0], "")
            box.textActivated.connect(lambda kind, r=role: self._set_all(r, kind))
        for place, layer in enumerate(self.layers[role]):
            if layer.kind in ACTIVATIONS:
                box = self._choice(f"{place}", ACTIVATIONS, layer.kind, "")
                box.textActivated.connect(lambda k, r=role, p=place: self._set_kind(r, p, k))
            elif layer.kind in _CONVS:
                self._add_conv(role, place, layer)
            else:
                size = " \N{MULTIPLICATION SIGN} ".join(map(str, layer.size or layer.shape))
                text = self._label(f"{layer.kind.replace('_', ' ')} {size}")
                self._form.addRow(self._label(f"{place}"), text)

    def _add_conv(self, role: str, place: int, layer: Layer) -> None:
        name = layer.weight.rpartition(".")[0][-12:] + "." + layer.weight.rpartition(".")[2]
        kinds = _CONVS if layer.size[0] == layer.size[1] else (layer.kind,)
        box = QComboBox(self)
        box.addItems(kinds)
        _narrow(box)
        box.setCurrentText(layer.kind)
        stride = QSpinBox(self)
        stride.setRange(1, 8)
        stride.setFixedWidth(56)
        stride.setValue(layer.stride)
        stride.setPrefix("\N{MULTIPLICATION SIGN} ")
        for part in (box, stride):
            part.setToolTip(self.tr("Layer {name}: its kind and stride").format(name=layer.weight))
            part.setAccessibleName(f"{place} {layer.weight}")
        box.textActivated.connect(lambda kind: self._set_conv(role, place, kind, stride.value()))
        stride.valueChanged.connect(
            lambda n: self._set_conv(role, place, box.currentText(), int(n))
        )
        row = QHBoxLayout()
        row.addWidget(box)
        row.addWidget(stride)
        self._form.addRow(self._label(f"{place} {name}"), row)

    def _set_all(self, role: str, kind: str) -> None:
        rows = self.layers[role]
        for place, layer in enumerate(rows[:-1]):
            if layer.kind in ACTIVATIONS:
                rows[place] = Layer(kind)
        self._touch("layers")

    def _set_kind(self, role: str, place: int, kind: str) -> None:
        self.layers[role][place] = Layer(kind)
        self._touch("layers")

    def _set_conv(self, role: str, place: int, kind: str, stride: int) -> None:
        self.layers[role][place] = with_stride(self.layers[role][place], kind, stride)
        self._touch("layers")

    def _choice(self, title: str, names: Sequence[str], now: str, touches: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems(list(names))
        _narrow(box)
        box.setCurrentText(now)
        box.setAccessibleName(title)
        box.setToolTip(self.tr("{title}: as guessed, or as you know it").format(title=title))
        if touches:
            box.textActivated.connect(lambda _: self._touch(touches))
        self._form.addRow(self._label(title), box)
        return box

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "quiet")
        return label


def _narrow(box: QComboBox) -> None:
    """As narrow as the column may be; the list that opens is as wide as its words."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
