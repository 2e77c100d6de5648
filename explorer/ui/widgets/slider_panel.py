"""The sliders with what belongs to them: order, conditions, seed, randomise and reset."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import overload

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.around import SPAN, span_of, usual
from explorer.families import Dial
from explorer.formats.manifest import Condition
from explorer.latent import LatentSpace
from explorer.ui.failures import said
from explorer.ui.icons import IconButton
from explorer.ui.widgets.direction_panel import DirectionPanel
from explorer.ui.widgets.mixture_panel import MixturePanel
from explorer.ui.widgets.pad import PadPanel
from explorer.ui.widgets.seed_box import SeedBox
from explorer.ui.widgets.slider_face import LIMIT, Dimension
from explorer.ui.widgets.slider_list import SliderList
from explorer.ui.widgets.surface import surfaced
from explorer.ui.widgets.told_form import ToldForm


class _Dimensions(Sequence[Dimension]):
    """Made when a row shows them: W+ of a large generator has ten thousand."""

    def __init__(self, count: int, make: Callable[[int], Dimension]) -> None:
        self._count, self._make = count, make
        self._made: dict[int, Dimension] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Dimension: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Dimension]: ...

    def __getitem__(self, index: int | slice) -> Dimension | Sequence[Dimension]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]


class SliderPanel(QWidget):
    """What stands beside the picture in Explore.

    Signals:
        sorted: True for by importance, False for by number.
        condition_chosen: (name, index or None for "none given").
        dial_turned, dial_settled: (name, number) while it moves; it was let go.
        seed_typed, seed_settled: a seed to draw from; it is finished.
        redraw, randomise, reset: a button was pressed.
    """

    sorted = Signal(bool)
    condition_chosen = Signal(str, object)
    dial_turned = Signal(str, float)
    dial_settled = Signal()
    seed_typed = Signal(object)
    seed_settled = Signal()
    randomise = Signal()
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders = SliderList(self)
        self.pad = PadPanel(self)
        self.directions = DirectionPanel(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.sliders)
        self.pages.addWidget(self.directions)
        self.mixture = MixturePanel(self)
        self.pages.addWidget(self.mixture)
        self.order = QComboBox(self)
        self.order.addItems([self.tr("Importance"), self.tr("Number")])
        self.order.setAccessibleName(self.tr("Order of the sliders"))
        self.order.activated.connect(lambda index: self.sorted.emit(index == 0))
        self.told = ToldForm(self)
        self.told.setContentsMargins(8, 0, 8, 0)
        self.conditions, self.dials = self.told.conditions, self.told.dials
        self.told.condition_chosen.connect(self.condition_chosen)
        self.told.dial_turned.connect(self.dial_turned)
        self.told.dial_settled.connect(self.dial_settled)
        self.seed = SeedBox(self)
        self.seed.valueChanged.connect(self.seed_typed)
        self.seed.editingFinished.connect(self.seed_settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.told)
        column.addWidget(self.pages, 1)
        column.addWidget(self.pad)
        column.addLayout(self._foot())
        self.setMinimumWidth(300)
        surfaced(self)

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Sliders"), self)
        title.setProperty("role", "title")
        words = self.tr("Film strips: the picture over each slider's range (T)")
        self.film = IconButton("strip", words, parent=self)
        self.film.setCheckable(True)
        words = self.tr("Pad: two dimensions under one handle (P)")
        self.pad_button = IconButton("pad", words, parent=self)
        self.pad_button.setCheckable(True)
        words = self.tr("Directions: found, marked or from a file (D)")
        self.direction_button = IconButton("direction", words, parent=self)
        self.direction_button.setCheckable(True)
        words = self.tr("Mixture: which Gaussians are drawn from (M)")
        self.mixture_button = IconButton("mixture", words, parent=self)
        self.mixture_button.setCheckable(True)
        self.mixture_button.hide()
        for button, other in (
            (self.direction_button, self.mixture_button),
            (self.mixture_button, self.direction_button),
        ):
            button.toggled.connect(lambda on, other=other: self._turn_page(on, other))
        self._sort = QLabel(self.tr("Sort by"), self)
        self._sort.setProperty("role", "quiet")
        self._sort.setBuddy(self.order)
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 0)
        row.setSpacing(3)
        row.addWidget(title)
        row.addSpacing(6)
        row.addWidget(self.film)
        row.addWidget(self.pad_button)
        row.addWidget(self.direction_button)
        row.addWidget(self.mixture_button)
        row.addStretch(1)
        row.addWidget(self._sort)
        row.addWidget(self.order)
        return row

    def offer_mixture(self, offered: bool) -> None:
        """Whether there are Gaussians to choose from; the button takes the place of two words."""
        self.mixture_button.setVisible(offered)
        self._sort.setVisible(not offered)
        if not offered:
            self.mixture_button.setChecked(False)

    def _turn_page(self, on: bool, other: IconButton) -> None:
        """The page of the button that is pressed in, the sliders where none is."""
        if on:
            other.setChecked(False)
        pressed = (self.direction_button, self.mixture_button)
        page = next((i for i, button in enumerate(pressed, 1) if button.isChecked()), 0)
        self.pages.setCurrentIndex(page)

    def _foot(self) -> QHBoxLayout:
        label = QLabel(self.tr("Seed"), self)
        label.setProperty("role", "quiet")
        label.setBuddy(self.seed)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(
            self.tr("The seed the sliders were drawn from; a dash where they were not. Type one.")
        )
        again = IconButton("dice", self.tr("Draw all unlocked sliders (R)"), self.tr("Randomise"))
        again.clicked.connect(self.randomise)
        again.setAutoRaise(False)
        reset = QPushButton(self.tr("Reset"), self)
        reset.setToolTip(self.tr("Unlocked sliders to 0, or to the picture's code (0)"))
        reset.clicked.connect(self.reset)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 8)
        row.addWidget(label)
        row.addWidget(self.seed)
        row.addStretch(1)
        row.addWidget(again)
        row.addWidget(reset)
        return row

    # -- what it shows --------------------------------------------------------------------------

    def set_space(self, space: LatentSpace, names: Mapping[int, str], by_importance: bool) -> None:
        """Another model's latent; `names` are the user's own."""
        measured = bool(space.importance)
        self.order.setEnabled(measured)
        what = self.tr("Importance: {kind}").format(kind=said(space.importance_kind))
        unknown = self.tr("This model's dimensions were not measured.")
        self.order.setToolTip(what if measured else unknown)
        order = self.show_order(space, by_importance)
        self.sliders.set_dimensions(self._dimensions(space, names), order, space.centre)

    def show_names(self, space: LatentSpace, names: Mapping[int, str]) -> None:
        """The user's names of dimensions, the model's own for others."""
        self.sliders.set_facts(self._dimensions(space, names))

    def show_order(self, space: LatentSpace, by_importance: bool) -> tuple[int, ...]:
        """The chosen order in the box; its dimensions."""
        self.order.setCurrentIndex(0 if by_importance and space.importance else 1)
        return space.order(by_importance)

    def _dimensions(self, space: LatentSpace, names: Mapping[int, str]) -> Sequence[Dimension]:
        most = max(space.importance, default=0.0) or 1.0
        return _Dimensions(space.size, lambda index: self._dimension(space, names, index, most))

    def _dimension(
        self, space: LatentSpace, names: Mapping[int, str], index: int, most: float
    ) -> Dimension:
        name = names.get(index) or said(space.names[index])
        share, about = None, self.tr("{name}: dimension {index}").format(name=name, index=index)
        if space.importance:
            value = space.importance[index]
            share = max(0.0, value / most)
            kind = said(space.importance_kind)
            about += "\n" + self.tr("Importance {value} ({kind})").format(
                value=f"{value:.3g}", kind=kind
            )
        span = span_of(space, index)
        reach = LIMIT if span == SPAN else span
        return Dimension(index, name, share, about, reach=reach, usual=usual(space, index))

    def set_conditions(
        self, conditions: tuple[Condition, ...], dials: tuple[Dial, ...] = ()
    ) -> None:
        """A selector for everything categorical that the model is told, a slider for numbers."""
        self.told.set_conditions(conditions, dials)

    def show_conditions(self, chosen: Mapping[str, int | str | float]) -> None:
        """The classes of the state."""
        self.told.show_conditions(chosen)

    def sizeHint(self) -> QSize:
        """Wide enough for a comfortable drag."""
        return QSize(348, 480)
