"""The answers of the card: range, size, classes, roles, layers, each with a guess filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from explorer.networks.layer import ACTIVATIONS, MODES, Layer, layer_of, with_stride
from explorer.opening.answers import INPUT_ROLES, OUTPUT_ROLES, Answers, of
from explorer.opening.card import Card
from explorer.opening.stack import RANGES as LAST
from explorer.opening.stack_rows import reshapes
from explorer.phrases import RANGES
from explorer.ui.failures import said

_SPANS = ((0.0, 1.0), (-1.0, 1.0), (0.0, 255.0))
_WIDEST, _NARROWEST = 1e6, 56
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
        self.range: QComboBox | None = None
        self.bounds: tuple[QDoubleSpinBox, QDoubleSpinBox] | None = None
        self.side: QSpinBox | None = None
        self.classes: QLineEdit | None = None
        self.ports: dict[tuple[str, str], QComboBox] = {}
        self.layers: dict[str, list[Layer]] = {}
        self._touched: set[str] = set()
        self._room, self._usual = (0, 0), 0
        self._said: QLabel | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to ask."""
        return self._form.rowCount() == 0

    def show_card(self, card: Card) -> None:
        """Fill in the guesses of a card."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.range, self.bounds, self.side, self.classes = None, None, None, None
        self.ports, self.layers, self._touched = {}, {}, set()
        if not card.title:
            return
        if card.family not in {"translator"}:
            self._add_range(card)
        if card.multiple > 1 and card.size is not None:
            self._add_side(card)
        if card.class_room[1]:
            self._add_classes(card)
        for side, name, shape, role in card.ports:
            roles = INPUT_ROLES if side == "input" else OUTPUT_ROLES
            text = f"{name} {shape}".strip()
            box = self._choice(text, [said(one) for one in roles], said(role), "ports")
            for place, one in enumerate(roles):
                box.setItemData(place, one)
            self.ports[side, name] = box
        for role, rows in card.layers:
            self.layers[role] = [layer_of(row) for row in rows]
            self._add_layers(role)

    def answers(self) -> Answers:
        """What was answered by hand."""
        given: dict[str, Any] = {}
        span = self._span()
        if "range" in self._touched and span is not None:
            given["range"] = span
        if "side" in self._touched and self.side is not None:
            given["size"] = (self.side.value(), self.side.value())
        if "classes" in self._touched and self.fits:
            given["classes"] = self._names()
        if "ports" in self._touched:
            for side in ("input", "output"):
                roles = {n: box.currentData() for (s, n), box in self.ports.items() if s == side}
                given[f"{side}s"] = roles
        if "layers" in self._touched:
            given["layers"] = {role: tuple(rows) for role, rows in self.layers.items()}
            ends = (rows[-1].kind for role, rows in self.layers.items() if role != "encoder")
            told = LAST.get(next(ends, ""))
            if told is not None:  # of other ends the range is told by a try, as sizes are
                given.setdefault("range", told)
        return of(**given)

    # -- rows -----------------------------------------------------------------------------------

    def _touch(self, what: str) -> None:
        self._touched.add(what)
        self.changed.emit()

    def _add_range(self, card: Card) -> None:
        other = self.tr("other")
        ranges = _ranges()
        usual = next((text for text, span in ranges.items() if span == card.span), None)
        now = usual or (next(iter(ranges)) if card.span is None else other)
        self.range = self._choice(self.tr("Range"), (*ranges, other), now, "")
        about = self.tr("Of the numbers that its network gives for a picture")
        self.range.setToolTip(about)
        low, high = card.span or (0.0, 1.0)
        self.bounds = (self._bound(low, self.tr("Lowest")), self._bound(high, self.tr("Highest")))
        row = QWidget(self)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        for bound in self.bounds:
            bound.setToolTip(about)
            inside.addWidget(bound)
        self._form.addRow("", row)
        self._form.setRowVisible(row, now == other)
        self.range.textActivated.connect(lambda text: self._range_chosen(text, row))

    def _bound(self, value: float, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setRange(-_WIDEST, _WIDEST)
        box.setDecimals(3)
        box.setMinimumWidth(_NARROWEST)  # its hint has room for the widest number there may be
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setKeyboardTracking(False)
        box.setValue(value)
        box.setAccessibleName(name)
        box.valueChanged.connect(lambda _: self._touch("range"))
        return box

    def _range_chosen(self, text: str, row: QWidget) -> None:
        """Bounds of one's own start from what the box said before."""
        self._form.setRowVisible(row, text not in _ranges())
        self._touch("range")

    def _span(self) -> tuple[float, float] | None:
        """The range in the form; None while its bounds do not rise."""
        if self.range is None or self.bounds is None:
            return None
        usual = _ranges().get(self.range.currentText())
        low, high = usual or (self.bounds[0].value(), self.bounds[1].value())
        return (low, high) if low < high else None

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

    def _add_classes(self, card: Card) -> None:
        least, most = self._room = card.class_room
        self._usual = most if most - least < 2 else len(card.classes)
        self.classes = QLineEdit(", ".join(card.classes), self)
        self.classes.setAccessibleName(self.tr("Names of the classes"))
        self.classes.setToolTip(
            self.tr("Names of its classes in their order, separated by commas; empty for numbers")
        )
        self.classes.textEdited.connect(lambda _: self._classes_typed())
        self._form.addRow(self._label(self.tr("Classes")), self.classes)
        self._said = self._label("")
        self._said.setWordWrap(True)
        self._form.addRow(self._said)
        self._form.setRowVisible(self._said, False)

    def _names(self) -> tuple[str, ...]:
        """The classes' names as typed; numbers where nothing is."""
        typed = self.classes.text().strip() if self.classes is not None else ""
        if not typed:
            return tuple(map(str, range(self._usual)))
        return tuple(name.strip() for name in typed.split(","))

    def _classes_typed(self) -> None:
        """Names that do not fit stay as they are typed, and nothing is told."""
        trouble = self.misfit
        assert self._said is not None
        self._said.setText(trouble)
        self._form.setRowVisible(self._said, bool(trouble))
        self._touch("classes")

    @property
    def fits(self) -> bool:
        """Whether all that was typed can be used."""
        return not self.misfit

    @property
    def misfit(self) -> str:
        """Why the names of the classes cannot be used; "" where they can."""
        if self.classes is None:
            return ""
        (least, most), names = self._room, self._names()
        if not all(names):
            return self.tr("A name is missing between two commas.")
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            return self.tr("Two classes are called {name}.").format(name=twice)
        if not least <= len(names) <= most:
            wanted = f"{most}" if least == most else f"{least}–{most}"
            return self.tr("It takes {wanted} names, and these are {count}.").format(
                wanted=wanted, count=len(names)
            )
        return ""

    def _add_layers(self, role: str) -> None:
        self._form.addRow(self._label(self.tr("Layers of the {role}").format(role=said(role))))
        inner = [r.kind for r in self.layers[role][:-1] if r.kind in ACTIVATIONS]
        if inner:
            box = self._choice(self.tr("All"), ACTIVATIONS, inner[0], "")
            box.textActivated.connect(lambda kind, r=role: self._set_all(r, kind))
        for place, layer in enumerate(self.layers[role]):
            if layer.kind in ACTIVATIONS:
                box = self._choice(f"{place}", ACTIVATIONS, layer.kind, "")
                box.textActivated.connect(
                    lambda kind, r=role, p=place: self._set_row(r, p, Layer(kind))
                )
            elif layer.kind in _CONVS:
                self._add_conv(role, place, layer)
            elif layer.kind == "embedding":
                box = self._choice(f"{place} {_by(layer.size)}", MODES, layer.mode, "")
                box.textActivated.connect(
                    lambda mode, r=role, p=place, one=layer: self._set_row(
                        r, p, replace(one, mode=mode)
                    )
                )
            elif layer.kind == "reshape" and len(shapes := reshapes(self.layers[role], place)) > 1:
                self._add_reshape(role, place, shapes)
            else:
                size = _by(layer.size or layer.shape)
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

    def _add_reshape(self, role: str, place: int, shapes: tuple[tuple[int, ...], ...]) -> None:
        texts = {_by(shape): shape for shape in shapes}
        now = _by(self.layers[role][place].shape)
        box = self._choice(self.tr("{place} reshape").format(place=place), tuple(texts), now, "")
        box.textActivated.connect(
            lambda text: self._set_row(role, place, Layer("reshape", shape=texts[text]))
        )

    def _set_row(self, role: str, place: int, layer: Layer) -> None:
        self.layers[role][place] = layer
        self._touch("layers")

    def _set_all(self, role: str, kind: str) -> None:
        rows = self.layers[role]
        for place, layer in enumerate(rows[:-1]):
            if layer.kind in ACTIVATIONS:
                rows[place] = Layer(kind)
        self._touch("layers")

    def _set_conv(self, role: str, place: int, kind: str, stride: int) -> None:
        self._set_row(role, place, with_stride(self.layers[role][place], kind, stride))

    def _choice(self, title: str, names: Sequence[str], now: str, touches: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems(list(names))
        _narrow(box)
        box.setCurrentText(now)
        box.setAccessibleName(title)
        box.setToolTip(self.tr("{title}: as guessed, or as you know it").format(title=title))
        if touches:
            box.textActivated.connect(lambda _: self._touch(touches))
        label = self._label(title)
        if (
            touches == "ports"
        ):  # their shapes may be long: above the box, in as many lines as needed
            label.setWordWrap(True)
            self._form.addRow(label)
            self._form.addRow(box)
        else:
            self._form.addRow(label, box)
        return box

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "quiet")
        return label


def _ranges() -> dict[str, tuple[float, float]]:
    """The usual ranges by what they are called in the language."""
    return {said(text): span for text, span in zip(RANGES, _SPANS, strict=True)}


def _by(shape: Sequence[int]) -> str:
    return " \N{MULTIPLICATION SIGN} ".join(map(str, shape))


def _narrow(box: QComboBox) -> None:
    """As narrow as the column may be; the list that opens is as wide as its words."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
