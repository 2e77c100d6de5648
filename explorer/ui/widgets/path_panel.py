"""The controls beside a path: key frames, the curve between them, time, saving."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.latent import PATH_MODES
from explorer.session import Interpolating
from explorer.ui.icons import IconButton
from explorer.ui.widgets.player import FASTEST
from explorer.ui.widgets.slider_panel import LARGEST_SEED

MAX_FRAMES = 600
WIDTH = 248


class PathPanel(QWidget):
    """Shows a path's settings and tells of changes; it changes nothing itself.

    Signals:
        add_current, add_picture, add_scene, save: a button was pressed.
        add_seed: with the seed.
        remove: the chosen key frame is to go.
        changed: (field of Interpolating, value).
        settled: an entry was finished.
    """

    add_current = Signal()
    add_seed = Signal(int)
    add_picture = Signal()
    add_scene = Signal()
    remove = Signal()
    save = Signal()
    changed = Signal(str, object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._title(self.tr("Key frames")))
        self._add_keys(column)
        column.addSpacing(8)
        column.addWidget(self._title(self.tr("Between them")))
        self._add_modes(column)
        column.addSpacing(8)
        column.addWidget(self._title(self.tr("Playing")))
        self._add_time(column)
        column.addStretch(1)
        self.save_button = QPushButton(self.tr("Save strip or film..."))
        self.save_button.setToolTip(
            self.tr("All frames as one PNG strip, a GIF or a WebP film (Ctrl+Shift+S)")
        )
        self.save_button.clicked.connect(self.save)
        column.addWidget(self.save_button)

    def _title(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "title")
        return label

    def _add_keys(self, column: QVBoxLayout) -> None:
        self.current_button = QPushButton(self.tr("Add current sliders"))
        self.current_button.setToolTip(
            self.tr("The picture of the Explore view as a key frame (A)")
        )
        self.current_button.clicked.connect(self.add_current)
        self.seed = QSpinBox()
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setValue(3)
        self.seed.setAccessibleName(self.tr("Seed of the next key frame"))
        self.seed.setToolTip(self.tr("Seed: which random picture to add, 0 to 2147483647"))
        self.seed_button = QPushButton(self.tr("Add seed"))
        self.seed_button.setToolTip(self.tr("A random picture of the model as a key frame (S)"))
        self.seed_button.clicked.connect(self._give_seed)
        self.picture_button = QPushButton(self.tr("Add picture..."))
        self.picture_button.clicked.connect(self.add_picture)
        self.remove_button = QPushButton(self.tr("Remove"))
        self.remove_button.clicked.connect(self.remove)
        seeds = QHBoxLayout()
        seeds.addWidget(self.seed_button, 1)
        seeds.addWidget(self.seed, 1)
        column.addWidget(self.current_button)
        column.addLayout(seeds)
        words = self.tr("Draw a scene and encode it as a key frame (E)")
        self.scene_button = IconButton("scene", words, parent=self)
        self.scene_button.clicked.connect(self.add_scene)
        pictures = QHBoxLayout()
        pictures.addWidget(self.picture_button, 1)
        pictures.addWidget(self.scene_button)
        column.addLayout(pictures)
        column.addWidget(self.remove_button)

    def _give_seed(self) -> None:
        self.add_seed.emit(self.seed.value())
        self.seed.setValue(self.seed.value() + 1)

    def _add_modes(self, column: QVBoxLayout) -> None:
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
        self.modes.idClicked.connect(lambda i: self.changed.emit("mode", PATH_MODES[i]))
        column.addLayout(row)

    def _add_time(self, column: QVBoxLayout) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
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
        form.addRow(self.tr("Frames"), self.frames)
        form.addRow(self.tr("Rate"), self.rate)
        form.addRow(self.tr("Lasts"), self.lasts)
        column.addLayout(form)
        self.loop = QCheckBox(self.tr("Loop"))
        self.loop.setToolTip(self.tr("Start over at the end"))
        self.loop.toggled.connect(lambda on: self.changed.emit("loop", on))
        self.bounce = QCheckBox(self.tr("Back and forth"))
        self.bounce.setToolTip(self.tr("Turn round at the ends"))
        self.bounce.toggled.connect(lambda on: self.changed.emit("bounce", on))
        checks = QHBoxLayout()
        checks.addWidget(self.loop)
        checks.addWidget(self.bounce)
        checks.addStretch(1)
        column.addLayout(checks)

    def show_path(self, view: Interpolating, encodes: bool, chosen: bool) -> None:
        """Show the settings; `encodes`: pictures can be keys; `chosen`: a key is chosen."""
        with (
            QSignalBlocker(self.frames),
            QSignalBlocker(self.rate),
            QSignalBlocker(self.loop),
            QSignalBlocker(self.bounce),
        ):
            self.frames.setValue(view.frames)
            self.rate.setValue(view.rate)
            self.loop.setChecked(view.loop)
            self.bounce.setChecked(view.bounce)
        if view.mode in PATH_MODES:
            self.modes.button(PATH_MODES.index(view.mode)).setChecked(True)
        seconds = self.tr("{t} s").format(t=f"{view.frames / view.rate:.1f}")
        if seconds != self.lasts.text():
            self.lasts.setText(seconds)
        self.show_keys(len(view.keys), encodes, chosen)

    def show_keys(self, count: int, encodes: bool, chosen: bool) -> None:
        """What can be done with the key frames, and why not."""
        self.picture_button.setEnabled(encodes)
        if encodes:
            tip = self.tr("Encode a picture file as a key frame (P); dropping one does the same")
        else:
            tip = self.tr("This model has no encoder, so a picture cannot become a key frame")
        self.picture_button.setToolTip(tip)
        self.remove_button.setEnabled(chosen and count > 2)
        if count <= 2:
            tip = self.tr("A path needs two key frames: add another before removing one")
        elif not chosen:
            tip = self.tr("Choose a key frame first, by a click on it")
        else:
            tip = self.tr("Remove the chosen key frame (Delete)")
        self.remove_button.setToolTip(tip)
