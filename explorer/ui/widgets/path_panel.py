"""The controls beside a path: key frames, the curve between them, time, and what is saved."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSpacerItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.latent import EASES, PATH_MODES
from explorer.session import Interpolating
from explorer.ui.icons import IconButton
from explorer.ui.widgets.film_panel import FilmPanel
from explorer.ui.widgets.flow_row import FieldRow
from explorer.ui.widgets.player import FASTEST
from explorer.ui.widgets.seed_box import SeedBox
from explorer.ui.widgets.surface import surfaced
from explorer.ui.widgets.told_form import ToldForm
from explorer.ui.words import ease_name

MAX_FRAMES = 600
WIDTH = 248


class PathPanel(QWidget):
    """Shows a path's settings and tells of changes; it changes nothing itself.

    Signals:
        add_current, add_picture, add_scene, duplicate, remove, open_grid: a button was pressed.
        add_seed: with the seed.
        mode_chosen, ease_chosen: of all segments, one of PATH_MODES, one of EASES.
        closed_chosen: whether the path is to return to its first key.
        changed: (field of Interpolating, value).
        settled: an entry was finished.
    """

    add_current = Signal()
    add_seed = Signal(object)  # an int of Qt's ends at 2**31 - 1
    add_picture = Signal()
    add_scene = Signal()
    duplicate = Signal()
    remove = Signal()
    open_grid = Signal()
    mode_chosen = Signal(str)
    ease_chosen = Signal(str)
    closed_chosen = Signal(bool)
    changed = Signal(str, object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        surfaced(self)
        self._count, self._chosen = 2, False
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(self._head())
        self.told = ToldForm(self)
        column.addWidget(self.told)
        self._add_keys(column)
        column.addItem(_gap())
        column.addWidget(self._title(self.tr("Between them")))
        self._add_between(column)
        column.addItem(_gap())
        column.addWidget(self._title(self.tr("Playing")))
        self._add_time(column)
        column.addItem(_gap())
        column.addWidget(self._title(self.tr("Saving")))
        self.film = FilmPanel(self)
        self.save_button = self.film.button
        column.addWidget(self.film)
        column.addStretch(1)

    def _title(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "title")
        return label

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._title(self.tr("Key frames")), 1)
        words = self.tr("Morph grid: a sheet between four pictures, live under the mouse (G)")
        self.grid_button = IconButton("grid", words, self.tr("Morph grid"), parent=self)
        self.grid_button.clicked.connect(self.open_grid)
        row.addWidget(self.grid_button)
        return row

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        return button

    def _add_keys(self, column: QVBoxLayout) -> None:
        self.current_button = self._button(
            self.tr("Add current sliders"),
            self.tr("The picture of the Explore view as a key frame (A)"),
        )
        self.current_button.clicked.connect(self.add_current)
        self.seed = SeedBox(self)
        self.seed.setValue(3)
        self.seed.setAccessibleName(self.tr("Seed of the next key frame"))
        self.seed.setToolTip(self.tr("Seed: which random picture to add, 0 to 9223372036854775807"))
        self.seed_button = self._button(
            self.tr("Add seed"), self.tr("A random picture of the model as a key frame (S)")
        )
        self.seed_button.clicked.connect(self._give_seed)
        self.picture_button = self._button(self.tr("Add picture..."), "")
        self.picture_button.clicked.connect(self.add_picture)
        words = self.tr("Draw a scene and encode it as a key frame (E)")
        self.scene_button = IconButton("scene", words, parent=self)
        self.scene_button.clicked.connect(self.add_scene)
        self.duplicate_button = self._button(self.tr("Duplicate"), "")
        self.duplicate_button.clicked.connect(self.duplicate)
        self.remove_button = self._button(self.tr("Remove"), "")
        self.remove_button.clicked.connect(self.remove)
        column.addWidget(self.current_button)
        across, down = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.seed.setSizePolicy(across, down)
        numbered = FieldRow(6)  # a seed of 19 digits has a line of its own
        numbered.addWidget(self.seed_button)
        numbered.addWidget(self.seed)
        column.addLayout(numbered)
        for parts in (
            (self.picture_button, self.scene_button),
            (self.duplicate_button, self.remove_button),
        ):
            row = QHBoxLayout()
            for part in parts:
                row.addWidget(part, 0 if part is self.scene_button else 1)
            column.addLayout(row)

    def _give_seed(self) -> None:
        self.add_seed.emit(self.seed.value())
        self.seed.setValue(self.seed.value() + 1)

    def _add_between(self, column: QVBoxLayout) -> None:
        words = {
            "linear": (self.tr("Linear"), self.tr("Straight lines through the latent space")),
            "spherical": (
                self.tr("Spherical"),
                self.tr("Great circles, which keep the length that samples have"),
            ),
            "smooth": (self.tr("Smooth"), self.tr("One spline through all key frames")),
        }
        self.modes = QButtonGroup(self)
        row = QHBoxLayout()
        for index, mode in enumerate(PATH_MODES):
            title, tip = words.get(mode, (mode, ""))
            button = QRadioButton(title)
            button.setToolTip(tip)
            self.modes.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        self.modes.idClicked.connect(lambda i: self.mode_chosen.emit(PATH_MODES[i]))
        column.addLayout(row)
        self.ease = QComboBox(self)
        for kind in EASES:
            self.ease.addItem(ease_name(kind), kind)
        self.ease.setPlaceholderText(self.tr("Differs"))
        self.ease.setAccessibleName(self.tr("Ease"))
        self.ease.activated.connect(lambda i: self.ease_chosen.emit(EASES[i]))
        column.addWidget(self.ease)
        self.even = self._check(
            column,
            self.tr("Constant visual speed"),
            self.tr("Every frame changes the picture by the same amount; measured, then re-timed"),
        )
        self.even.toggled.connect(lambda on: self._tell("even", on))
        self.closed = self._check(
            column,
            self.tr("Return to the first"),
            self.tr("A way back from the last key frame to the first"),
        )
        self.closed.toggled.connect(self.closed_chosen)

    def _check(self, column: QVBoxLayout | QHBoxLayout, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setToolTip(tip)
        column.addWidget(box)
        return box

    def _tell(self, field: str, on: bool) -> None:
        """A box is an entry of the history of its own: on and off again are two."""
        self.changed.emit(field, on)
        self.settled.emit()

    def _add_time(self, column: QVBoxLayout) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        self.frames = QSpinBox()
        self.frames.setRange(2, MAX_FRAMES)
        self.frames.setToolTip(self.tr("How many frames the whole path has when played and saved"))
        self.frames.valueChanged.connect(lambda value: self.changed.emit("frames", value))
        self.rate = QDoubleSpinBox()
        self.rate.setRange(1, FASTEST)
        self.rate.setDecimals(0)
        self.rate.setSuffix(self.tr(" per second"))
        self.rate.setToolTip(self.tr("Frames a second; late frames are dropped, never slowed down"))
        self.rate.valueChanged.connect(lambda value: self.changed.emit("rate", value))
        for spin in (self.frames, self.rate):
            spin.setKeyboardTracking(False)
            spin.editingFinished.connect(self.settled)
        self.lasts = QLabel()
        self.lasts.setToolTip(self.tr("How long the path plays in one direction, in seconds"))
        row = QHBoxLayout()
        row.addWidget(self.frames, 1)
        row.addWidget(self.lasts)
        for text, field, buddy in (
            (self.tr("Frames"), row, self.frames),
            (self.tr("Rate"), self.rate, self.rate),
        ):
            label = QLabel(text)
            label.setBuddy(buddy)
            buddy.setAccessibleName(text)
            form.addRow(label, field)
        column.addLayout(form)
        checks = QHBoxLayout()
        self.loop = self._check(checks, self.tr("Loop"), self.tr("Start over at the end"))
        self.loop.toggled.connect(lambda on: self._tell("loop", on))
        tip = self.tr("Turn round at the ends, when playing and in films")
        self.bounce = self._check(checks, self.tr("Back and forth"), tip)
        self.bounce.toggled.connect(lambda on: self._tell("bounce", on))
        checks.addStretch(1)
        column.addLayout(checks)

    # -- what it shows --------------------------------------------------------------------------

    def show_path(self, view: Interpolating, encodes: bool, searches: bool, chosen: bool) -> None:
        """Show the settings.

        Args:
            view: the settings.
            encodes, searches: whether and how pictures can be keys.
            chosen: whether a key is chosen.
        """
        boxes = (
            (self.loop, view.loop),
            (self.bounce, view.bounce),
            (self.even, view.even),
            (self.closed, view.closed),
        )
        for box, on in boxes:
            with QSignalBlocker(box):
                box.setChecked(on)
        for spin, value in ((self.frames, view.frames), (self.rate, view.rate)):
            with QSignalBlocker(spin):
                spin.setValue(value)  # type: ignore[arg-type]  # frames are whole numbers
        self._show_between(view)
        seconds = self.tr("{t} s").format(t=f"{view.frames / view.rate:.1f}")
        if seconds != self.lasts.text():
            self.lasts.setText(seconds)
        self._show_encoder(encodes, searches)
        self._count = len(view.keys)
        self.show_chosen(chosen)

    def _show_between(self, view: Interpolating) -> None:
        """What all segments have in common; nothing is marked where they differ."""
        modes, eases = set(view.modes) or {view.mode}, set(view.eases) or {"steady"}
        self.modes.setExclusive(False)
        for index, mode in enumerate(PATH_MODES):
            self.modes.button(index).setChecked(modes == {mode})
        self.modes.setExclusive(True)
        self.ease.setCurrentIndex(EASES.index(next(iter(eases))) if len(eases) == 1 else -1)
        self.ease.setEnabled(not view.even)
        tip = self.tr(
            "Whether every segment slows down at its ends; the buttons\n"
            "between the key frames set one segment alone"
        )
        if view.even:
            tip = self.tr("Constant visual speed decides how fast every segment goes: turn it off.")
        self.ease.setToolTip(tip)

    def _show_encoder(self, encodes: bool, searches: bool) -> None:
        self.picture_button.setEnabled(encodes or searches)
        if encodes:
            tip = self.tr("Encode a picture file as a key frame (P); dropping one does the same")
        elif searches:
            tip = self.tr(
                "A picture file as a key frame (P); dropping one does the same. This model has no\n"
                "encoder: the latent whose picture is most like it is searched for, some seconds"
            )
        else:
            tip = self.tr("This model has no encoder, so a picture cannot become a key frame")
        self.picture_button.setToolTip(tip)

    def show_chosen(self, chosen: bool) -> None:
        """What can be done with the chosen key frame, and why not."""
        self._chosen = chosen
        self.duplicate_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen and self._count > 2)
        first = self.tr("Choose a key frame first, by a click on it")
        twice = self.tr("The chosen key frame once more: the path rests there (D)")
        self.duplicate_button.setToolTip(twice if chosen else first)
        if self._count <= 2:
            tip = self.tr("A path needs two key frames: add another before removing one")
        else:
            tip = self.tr("Remove the chosen key frame (Del)") if chosen else first
        self.remove_button.setToolTip(tip)


def _gap() -> QSpacerItem:
    """Between two groups: less where the window is low, never so much that they fall apart."""
    return QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
