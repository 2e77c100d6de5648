"""Directions that were found or opened, each on a slider, with what it is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from explorer.analysis import Direction
from explorer.analysis.attributes import FOLDS
from explorer.ui.failures import said
from explorer.ui.widgets.slider_face import HEIGHT, Dimension
from explorer.ui.widgets.slider_list import SliderList

_NOTE = 20


class DirectionList(SliderList):
    """Sliders of directions; amounts in standard deviations along each.

    Signals:
        reverse_asked, remove_asked: for one of them, by its place.
    """

    reverse_asked = Signal(int)
    remove_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = HEIGHT + _NOTE
        self.setAccessibleName(self.tr("Directions"))
        self.setToolTip(
            self.tr("Amounts along each direction, in standard deviations of the prior")
        )

    def menu(self, dimension: int) -> QMenu:
        """What a right click on a direction offers."""
        menu = QMenu(self)
        entries: tuple[tuple[str, Callable[[int], object]], ...] = (
            (self.tr("Rename..."), self.type_name),
            (self.tr("Reset"), self.reset_asked.emit),
            (self.tr("Turn round"), self.reverse_asked.emit),
            (self.tr("Remove"), self.remove_asked.emit),
        )
        for text, act in entries:
            menu.addAction(text).triggered.connect(lambda _=False, a=act: a(dimension))
        return menu


class DirectionPanel(QWidget):
    """Buttons to find, mark, keep and apply; below them the sliders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = DirectionList(self)
        tr = self.tr
        self.whole = QAction(tr("In the whole space (principal components of the pictures)"), self)
        self.local = QAction(tr("Around this picture (principal axes of the Jacobian)"), self)
        self.groups = QAction(tr("From marked pictures A to B (difference of means)"), self)
        self.learned = QAction(tr("From labels: A lacks it, B has it (logistic regression)"), self)
        self.table = QAction(tr("From a table of labels..."), self)
        self.open, self.save = QAction(tr("Open..."), self), QAction(tr("Save as..."), self)
        self.finding = self._menu(
            tr("Find directions"), self.whole, self.local, self.groups, self.learned, self.table
        )
        self.filing = self._menu(tr("Directions in files"), self.open, self.save)
        self.finder = self._menu_button(tr("Find"), self.finding)
        self.file = self._menu_button(tr("File"), self.filing)
        self.finder.setToolTip(tr("Ways to find directions in the latent space"))
        self.file.setToolTip(tr("Directions from a file, or into one"))
        self.apply = QPushButton(tr("Apply"), self)
        self.apply.setToolTip(
            tr("Move the sliders' point to this picture; amounts go to 0 (Ctrl+Return)")
        )
        self.mark_a, self.mark_b = QPushButton(self), QPushButton(self)
        for button, group in ((self.mark_a, "A"), (self.mark_b, "B")):
            button.setToolTip(
                tr("Mark this picture for group {group} ({group})").format(group=group)
            )
        self.unmark = QPushButton(tr("Clear marks"), self)
        self.unmark.setToolTip(tr("Forget the pictures marked for A and B (U)"))
        self._make_actions()
        self.empty = QLabel(
            tr(
                "A direction moves many sliders at once, so that one thing of the picture changes."
                "\n\nFind looks for those in which pictures differ most, in the whole space or "
                "around this picture."
                "\n\nMark A and B: pictures without a trait, and with it. Find then makes a "
                "direction from the one to the other."
                "\n\nFile opens directions that were kept."
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "quiet")
        self.empty.setContentsMargins(8, 8, 8, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for row in ((self.finder, self.file, self.apply), (self.mark_a, self.mark_b, self.unmark)):
            line = QHBoxLayout()
            line.setContentsMargins(8, 0, 8, 0)
            for button in row:
                line.addWidget(button)
            column.addLayout(line)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self._shown: tuple[Direction, ...] = ()
        self.show_marks(0, 0)

    def _make_actions(self) -> None:
        """All that the buttons do, by key as well, whether the panel is on screen or not."""
        tr = self.tr
        for action, letter in ((self.whole, "D"), (self.local, "L"), (self.groups, "G")):
            action.setShortcut(QKeySequence(f"Shift+{letter}"))
        self._pressed = [
            self._pressing(self.mark_a, tr("Mark for A"), "A"),
            self._pressing(self.mark_b, tr("Mark for B"), "B"),
            self._pressing(self.unmark, tr("Clear marks"), "U"),
            self._pressing(self.apply, tr("Apply directions"), "Ctrl+Return"),
        ]

    def _pressing(self, button: QPushButton, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(button.click)
        return action

    def commands(self) -> list[QAction]:
        """For the view's menu, two menus among them."""
        return [self.finding.menuAction(), *self._pressed, self.filing.menuAction()]

    def _menu(self, title: str, *actions: QAction) -> QMenu:
        menu = QMenu(title, self)
        menu.addActions(list(actions))
        return menu

    def _menu_button(self, text: str, menu: QMenu) -> QPushButton:
        button = QPushButton(text, self)
        button.setMenu(menu)
        return button

    def show_directions(self, directions: Sequence[Direction], amounts: Sequence[float]) -> None:
        """Those of the state, with their amounts."""
        if tuple(directions) != self._shown:
            self._shown = tuple(directions)
            made = [self._dimension(place, d) for place, d in enumerate(directions)]
            self.list.set_dimensions(made, range(len(made)))
        self.list.set_values(np.asarray(amounts, np.float32))
        self.empty.setVisible(not directions)
        self.save.setEnabled(bool(directions))
        self.apply.setEnabled(any(amounts))
        self._follow()

    def show_marks(self, first: int, second: int) -> None:
        """How many pictures are marked for either group."""
        self.mark_a.setText(self.tr("Mark A ({count})").format(count=first))
        self.mark_b.setText(self.tr("Mark B ({count})").format(count=second))
        self.groups.setEnabled(bool(first and second))
        self.learned.setEnabled(min(first, second) >= FOLDS)
        self.unmark.setEnabled(bool(first or second))
        self._follow()

    def _follow(self) -> None:
        """What cannot be pressed cannot be chosen."""
        for button, action in zip(
            (self.mark_a, self.mark_b, self.unmark, self.apply), self._pressed, strict=True
        ):
            action.setEnabled(button.isEnabled())

    def _dimension(self, place: int, found: Direction) -> Dimension:
        """The note says the figures, the tooltip also what they are of."""
        tr = self.tr
        name = said(found.name)
        note, about = [name], [name]
        if found.explained is not None:
            share = f"{100 * found.explained:.1f} %"
            note.append(tr("explains {share}").format(share=share))
            about.append(
                tr("Explains {share}: {what}").format(share=share, what=said(found.explains))
            )
        if found.score is not None:
            times = f"{found.score:.1f}\N{MULTIPLICATION SIGN}"
            note.append(tr("{times} random").format(times=times))
            about.append(
                tr("Score {times}: {what}").format(times=times, what=said(found.score_kind))
            )
        if found.samples:
            about.append(tr("Measured from {count} samples").format(count=found.samples))
        if found.source:
            about.append(said(found.source))
        dot = " \N{MIDDLE DOT} "
        return Dimension(place, name, None, "\n".join(about), dot.join(note))
