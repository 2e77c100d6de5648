"""What is redrawn, what with, and as what."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.families import Spec
from explorer.formats.brush import PAPER, Colour
from explorer.session import Translating
from explorer.ui.failures import said
from explorer.ui.language import later
from explorer.ui.translate.style import StylePart
from explorer.ui.widgets.surface import surfaced

Conditions = tuple[tuple[str, int | str | float], ...]
# What one draws with, by name; none of it is of the window's own look.
INKS: tuple[tuple[str, Colour], ...] = (
    (later("Black"), (24, 24, 24)),
    (later("Grey"), (140, 140, 140)),
    (later("Brown"), (122, 72, 36)),
    (later("Red"), (220, 47, 47)),
    (later("Orange"), (244, 140, 36)),
    (later("Yellow"), (255, 205, 64)),
    (later("Green"), (70, 168, 80)),
    (later("Sky blue"), (86, 178, 240)),
    (later("Blue"), (46, 84, 200)),
    (later("Violet"), (140, 70, 190)),
    (later("Pink"), (246, 150, 180)),
    (later("Eraser"), PAPER),
)
_ERASER = len(INKS) - 1
_COLUMNS = 6
_LARGEST_BRUSH = 64
_SWATCH = 18
_DOT = 5  # from the edge of a swatch
_MIDDLE = 128


class TranslatePanel(QWidget):
    """Controls beside the pictures; brush and colour are its own, the rest the state's.

    Signals:
        opened, pasted, drawn_face, cleared, taken: a button for the source was pressed.
        changed: (field of Translating, value).
    """

    opened = Signal()
    pasted = Signal()
    drawn_face = Signal()
    cleared = Signal()
    taken = Signal()
    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        self._numbers: Conditions = ()  # of the dials
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._add_source()
        self._column.addWidget(self.hint)
        self._add_brush()
        self._add_ways()
        self._column.addStretch(1)
        self.setFixedWidth(300)
        surfaced(self)

    def _title(self, text: str) -> None:
        title = QLabel(text, self)
        title.setProperty("role", "title")
        self._column.addWidget(title)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        return button

    def _add_source(self) -> None:
        self._title(self.tr("Source"))
        self.open = self._button(
            self.tr("Open picture..."),
            self.tr("A picture of your own; dropping a file does the same"),
        )
        self.face = self._button(
            self.tr("Drawn face"), self.tr("Begin with the face that the program draws")
        )
        self.blank = self._button(self.tr("Blank paper"), self.tr("White paper to draw on (B)"))
        self.take = self._button(
            self.tr("Take the result"), self.tr("Go on with the redrawn picture as the source (T)")
        )
        self.paste = self._button(
            self.tr("Paste picture"),
            self.tr("The picture on the clipboard: of another model's view, or any program (P)"),
        )
        self.open.clicked.connect(self.opened)
        self.paste.clicked.connect(self.pasted)
        self.face.clicked.connect(self.drawn_face)
        self.blank.clicked.connect(self.cleared)
        self.take.clicked.connect(self.taken)
        grid = QGridLayout()
        grid.setSpacing(6)
        buttons = (self.open, self.paste, self.face, self.blank, self.take)
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // 2, place % 2)
        self._column.addLayout(grid)

    def _add_brush(self) -> None:
        self._title(self.tr("Brush"))
        self.inks = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(4)
        for index, (name, colour) in enumerate(INKS):
            swatch = QToolButton(self)
            swatch.setCheckable(True)
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            swatch.setMinimumSize(40, 28)
            swatch.setAccessibleName(self.tr(name))
            swatch.setToolTip(
                self.tr("Eraser: paper white (E)") if index == _ERASER else self.tr(name)
            )
            swatch.setIcon(_swatch(colour))
            swatch.setIconSize(QSize(_SWATCH, _SWATCH))
            self.inks.addButton(swatch, index)
            grid.addWidget(swatch, index // _COLUMNS, index % _COLUMNS)
        self.inks.button(0).setChecked(True)
        self._column.addLayout(grid)
        self.brush = QSpinBox(self)
        self.brush.setRange(1, _LARGEST_BRUSH)
        self.brush.setSuffix(self.tr(" px"))
        self.brush.setAccessibleName(self.tr("Brush width"))
        self.brush.setToolTip(self.tr("Width of the brush in pixels of the picture ([ and ])"))
        form = QFormLayout()
        form.addRow(self.tr("Width"), self.brush)
        self._column.addLayout(form)

    def _add_ways(self) -> None:
        self._title(self.tr("Redrawn"))
        self._ways = QFormLayout()
        self._column.addLayout(self._ways)
        self.style_part = StylePart(self)
        self._column.addWidget(self.style_part)
        self.difference = QCheckBox(self.tr("Difference"), self)
        self.difference.setToolTip(
            self.tr("How far the result is from the source, pixel by pixel (D)")
        )
        self.difference.toggled.connect(lambda on: self.changed.emit("difference", on))
        self.wipe = QCheckBox(self.tr("Wipe"), self)
        self.wipe.setToolTip(
            self.tr(
                "The source over the result, left of a divider that you drag; "
                "Left and Right move it (W)"
            )
        )
        self.wipe.toggled.connect(lambda on: self.changed.emit("wipe", on))
        for box in (self.wipe, self.difference):
            self._column.addWidget(box)

    # -- what is drawn with ---------------------------------------------------------------------

    @property
    def ink(self) -> Colour:
        """The colour chosen."""
        return INKS[self.inks.checkedId()][1]

    def erase(self) -> None:
        """The eraser."""
        self.inks.button(_ERASER).setChecked(True)

    # -- the model and the state ----------------------------------------------------------------

    def show_model(self, spec: Spec) -> None:
        """Another model: its conditions, and a brush that suits its size."""
        while self._ways.rowCount():
            self._ways.removeRow(0)
        self._boxes.clear()
        for condition in spec.conditions:
            self._add_way("conditions", condition.name, condition.names, ())
            self._add_way("back", condition.name, condition.names, (self.tr("not sent back"),))
        self.style_part.show_model(spec)
        self.brush.setValue(max(1, round(min(spec.image.height, spec.image.width) / 16)))

    def _add_way(
        self, field: str, name: str, names: tuple[str, ...], first: tuple[str, ...]
    ) -> None:
        box = QComboBox(self)
        box.addItems([*first, *map(said, names)])
        if first:
            box.setAccessibleName(self.tr("Sent back, {condition}").format(condition=said(name)))
            box.setToolTip(
                self.tr("Redraws the result once more, to see what was lost on the way there")
            )
            self._ways.addRow(self.tr("Sent back as"), box)
        else:
            box.setAccessibleName(self.tr("Redrawn, {condition}").format(condition=said(name)))
            box.setToolTip(self.tr("What the picture is redrawn as"))
            self._ways.addRow(self.tr("Redrawn as"), box)
        box.activated.connect(lambda _: self._chosen(field))
        self._boxes[f"{field}.{name}"] = box

    def _chosen(self, field: str) -> None:
        away = field == "back"  # its first entry is none
        found = []
        for key, box in self._boxes.items():
            if key.startswith(f"{field}.") and box.currentIndex() >= away:
                found.append((key.partition(".")[2], box.currentIndex() - away))
        kept = self._numbers if field == "conditions" else ()
        self.changed.emit(field, tuple(sorted((*found, *kept))))

    def show_state(self, view: Translating, spec: Spec, hint: str) -> None:
        """The state's choices."""
        for field, given in (("conditions", dict(view.conditions)), ("back", dict(view.back))):
            for condition in spec.conditions:
                value = given.get(condition.name, 0 if field == "conditions" else -1)
                index = condition.names.index(value) if isinstance(value, str) else value
                box = self._boxes[f"{field}.{condition.name}"]
                box.setCurrentIndex(int(index) + (field == "back"))
        told = dict(view.conditions)
        self._numbers = tuple(item for item in view.conditions if item[0] in self.style_part.dials)
        self.style_part.show_state(view.style, told)
        for toggle, on in ((self.difference, view.difference), (self.wipe, view.wipe)):
            toggle.blockSignals(True)
            toggle.setChecked(on)
            toggle.blockSignals(False)
        self.hint.setText(hint)

    def box(self, field: str, condition: str) -> QComboBox:
        """The box of "conditions" or "back" for a condition."""
        return self._boxes[f"{field}.{condition}"]


def _swatch(colour: Colour) -> QIcon:
    """A square of the colour; once it is chosen, with a dot that stands out from it."""
    made = QIcon()
    for state in (QIcon.State.Off, QIcon.State.On):
        pixmap = QPixmap(_SWATCH, _SWATCH)
        pixmap.fill(QColor(*colour))
        if state == QIcon.State.On:
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dark = QColor(*colour).lightness() < _MIDDLE
            painter.setBrush(Qt.GlobalColor.white if dark else Qt.GlobalColor.black)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(_DOT, _DOT, _SWATCH - 2 * _DOT, _SWATCH - 2 * _DOT)
            painter.end()
        made.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return made
