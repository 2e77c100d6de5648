"""The line at the top: which model is open, how it runs, and the views it can be seen in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from explorer.families import FAMILIES, Spec
from explorer.runtimes import Timing
from explorer.ui.failures import said
from explorer.ui.icons import IconButton
from explorer.ui.views import Kind
from explorer.ui.words import family_title, picture_facts


def main_role(family: str, runtimes: Mapping[str, str]) -> str:
    """The network that the pictures on screen come from; "" where none is open."""
    roles = next((f.roles for f in FAMILIES if f.name == family), ())
    return next((role for role in (*roles, *runtimes) if role in runtimes), "")


class Elided(QLabel):
    """A line that ends in an ellipsis where its room does; it asks for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """The title of a model gives way to the views' buttons in a narrow window."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, cut to its room."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        mode = Qt.TextElideMode.ElideRight
        cut = self.fontMetrics().elidedText(self.text(), mode, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), cut)


class Header(QFrame):
    """Name, facts and view buttons.

    Signals:
        view_chosen: a view's name.
    """

    view_chosen = Signal(str)

    def __init__(self, views: Sequence[type[Kind]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.name = Elided(self)
        self.name.setText(self.tr("Latent Explorer"))
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.name.setProperty("role", "title")
        self.facts = Elided(self)
        self.facts.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 1)
        row.setSpacing(8)
        self.drawer = IconButton("folder", self.tr("Library (Ctrl+L)"), parent=self)
        row.addWidget(self.drawer)
        row.addWidget(self.name)
        row.addWidget(self.facts, 1)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        for number, view in enumerate(views, 1):
            row.addWidget(self._button(view, number))

    def _button(self, view: type[Kind], number: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr(view.title))
        tip = self.tr("{what} (Ctrl+{number})")
        button.setToolTip(tip.format(what=self.tr(view.tip or view.title), number=number))
        button.setAccessibleName(self.tr("View: {title}").format(title=self.tr(view.title)))
        button.setCheckable(True)
        button.setProperty("role", "view")
        button.setMinimumHeight(28)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False, name=view.name: self.view_chosen.emit(name))
        button.hide()
        self._group.addButton(button)
        self.buttons[view.name] = button
        return button

    def show_model(self, spec: Spec, suited: Sequence[str]) -> None:
        """Another model; `suited` are the views that make sense for it."""
        self.name.setText(said(spec.title))
        self.name.setToolTip(said(spec.title))
        for name, button in self.buttons.items():
            button.setVisible(name in suited)

    def show_view(self, name: str) -> None:
        """The view on screen."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def show_facts(
        self,
        spec: Spec,
        runtimes: Mapping[str, str],
        timings: Mapping[str, tuple[Timing, ...]] | None,
    ) -> None:
        """Family, picture, latent, and how the first network runs, with its time once measured."""
        image = spec.image
        latent = "\N{MULTIPLICATION SIGN}".join(map(str, spec.latent.shape))
        parts = [
            family_title(spec.family),
            picture_facts(image.height, image.width, image.channels),
            self.tr("z {shape}").format(shape=latent),
        ]
        role = main_role(spec.family, runtimes)
        if role:
            parts.append(self._run_fact(role, runtimes[role], timings))
        self.facts.setText(" \N{MIDDLE DOT} ".join(parts))
        self.facts.setToolTip(self._table(runtimes, timings))

    def _run_fact(
        self, role: str, runtime: str, timings: Mapping[str, tuple[Timing, ...]] | None
    ) -> str:
        chosen = next((t for t in (timings or {}).get(role, ()) if t.chosen), None)
        if chosen is None or chosen.milliseconds is None:
            return runtime
        ms, words = chosen.milliseconds, self.tr("{ms} ms in {runtime}")
        return words.format(ms=f"{ms:.{1 if ms >= 0.095 else 2}f}", runtime=runtime)

    def _table(
        self, runtimes: Mapping[str, str], timings: Mapping[str, tuple[Timing, ...]] | None
    ) -> str:
        """How each network runs, and what was measured; HTML for a tooltip."""
        if not timings:
            lines = [f"{said(role)}: {runtime}" for role, runtime in runtimes.items()]
            lines.append(self.tr("Not measured yet."))
            return "\n".join(lines)
        heads = (self.tr("Network"), self.tr("Runs in"), self.tr("ms"), self.tr("Differs by"), "")
        rows = ["<tr>" + "".join(f"<th align='left'>{h}&nbsp;</th>" for h in heads) + "</tr>"]
        for role, ways in timings.items():
            rows += [self._row(role, way) for way in ways]
        return "<table cellspacing='4'>" + "".join(rows) + "</table>"

    def _row(self, role: str, way: Timing) -> str:
        ms = "" if way.milliseconds is None else f"{way.milliseconds:.2f}"
        apart = "" if way.difference is None else f"{way.difference * 255:.2f}/255"
        note = self.tr("in use") if way.chosen else shorten(said(way.note), 80, placeholder="...")
        cells = (said(role), Path(way.runtime).name, ms, apart, note)
        return "<tr>" + "".join(f"<td>{escape(cell)}&nbsp;</td>" for cell in cells) + "</tr>"
