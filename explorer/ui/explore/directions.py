"""Directions: found as jobs, moved along by sliders, kept in files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from explorer.analysis import Direction
from explorer.analysis import directions as files
from explorer.errors import ExplorerError, FileRefused
from explorer.families import SPACE
from explorer.latent import settled
from explorer.sampling import JOB, Request, Result
from explorer.sampling.analysis_requests import (
    Attribute,
    GroupDirection,
    LocalAxes,
    Response,
)
from explorer.sampling.label_requests import LabelledDirections
from explorer.session import State
from explorer.session.state import Applied
from explorer.ui import ask
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part
from explorer.ui.failures import said
from explorer.ui.widgets.direction_panel import DirectionPanel


class Directions(Part):
    """Follows `exploring.directions` and `.marked`.

    Signals:
        wanted: something was asked for whose answer the panel shows.
    """

    slot: ClassVar[str] = "explore.directions"
    wanted = Signal()

    def __init__(self, desk: Desk, panel: DirectionPanel, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.panel, rows = panel, panel.list
        panel.whole.triggered.connect(self._find_response)
        panel.local.triggered.connect(self._find_local)
        panel.groups.triggered.connect(self._find_groups)
        panel.learned.triggered.connect(self._learn)
        panel.table.triggered.connect(self._ask_table)
        panel.open.triggered.connect(self._ask_open)
        panel.save.triggered.connect(self._ask_save)
        panel.apply.clicked.connect(self._apply)
        panel.mark_a.clicked.connect(lambda: self._mark(0))
        panel.mark_b.clicked.connect(lambda: self._mark(1))
        panel.unmark.clicked.connect(lambda: self._edit(marked=()))
        rows.changed.connect(self._moved)
        rows.settled.connect(desk.settle)
        rows.reset_asked.connect(self._reset)
        rows.renamed.connect(self._rename)
        rows.reverse_asked.connect(self._reverse)
        rows.remove_asked.connect(self._remove)

    def refresh(self, state: State, old: State | None) -> None:
        """Sliders and marks of the state."""
        now, was = state.exploring, None if old is None else old.exploring
        if was is None or now.directions != was.directions:
            found = [a.direction for a in now.directions]
            self.panel.show_directions(found, [a.amount for a in now.directions])
        if was is None or now.marked != was.marked:
            second = sum(group for _, group in now.marked)
            self.panel.show_marks(len(now.marked) - second, second)

    # -- finding --------------------------------------------------------------------------------

    def _find(self, request: Request) -> None:
        self._busy = True
        self.wanted.emit()
        self.desk.submit(request, self.slot, JOB, self.tr("Directions"))

    def _find_response(self) -> None:
        self._find(Response(self.desk.state.model, conditions=self.now.conditions))

    def _find_local(self) -> None:
        model = self.desk.state.model
        self._find(LocalAxes(model, self.now.shown, conditions=self.now.conditions))

    def _find_groups(self) -> None:
        first, second = (
            tuple(point for point, group in self.now.marked if group == wanted) for wanted in (0, 1)
        )
        self._find(
            GroupDirection(
                self.desk.state.model, first, second, self.tr("A to B"), self.now.conditions
            )
        )

    def _learn(self) -> None:
        """The marked pictures as labels: group B has it."""
        points, labels = zip(*self.now.marked, strict=True)
        name = self.tr("B and not A")
        self._find(
            Attribute(
                self.desk.state.model, points, tuple(map(bool, labels)), name, self.now.conditions
            )
        )

    def _ask_table(self) -> None:
        title, kinds = self.tr("Open a table of labels"), self.tr("Tables ({kinds})")
        chosen, _ = QFileDialog.getOpenFileName(self.panel, title, "", kinds.format(kinds="*.csv"))
        if chosen:
            self._find(LabelledDirections(self.desk.state.model, chosen, self.now.conditions))

    def receive(self, result: Result) -> None:
        """Add what was found, in place of unused ones that were found the same way."""
        if result.frame is None or "directions" not in result.frame.values:
            return
        self._busy = False
        found: tuple[Direction, ...] = result.frame.values["directions"]
        asked = dict(getattr(result.request, "conditions", ()))
        if asked.get(SPACE) != dict(self.now.conditions).get(SPACE):
            return  # another latent space was chosen meanwhile
        ways = {_way(d) for d in found}
        kept = [a for a in self.now.directions if a.amount or _way(a.direction) not in ways]
        self._edit(directions=(*kept, *map(Applied, found)))

    def _mark(self, group: int) -> None:
        self._edit(marked=(*self.now.marked, (self.now.shown, group)))
        words = self.tr("Marked for {group}: {count}")
        count = sum(1 for _, of in self.now.marked if of == group)
        self.desk.said.emit(words.format(group="AB"[group], count=count))

    # -- using ----------------------------------------------------------------------------------

    def _edit(self, **changes: Any) -> None:
        """One entry of the history."""
        self.desk.settle()
        self.desk.edit("exploring", **changes)

    def _moved(self, place: int, amount: float) -> None:
        every = list(self.now.directions)
        every[place] = replace(every[place], amount=amount)
        self.desk.edit("exploring", f"direction:{place}", directions=tuple(every))

    def _put(self, place: int, applied: Applied) -> None:
        every = self.now.directions
        self._edit(directions=(*every[:place], applied, *every[place + 1 :]))

    def _rename(self, place: int, name: str) -> None:
        applied = self.now.directions[place]
        own = applied.direction.name
        new = applied.direction.named(own if name in {"", said(own)} else name)
        self._put(place, replace(applied, direction=new))

    def _reverse(self, place: int) -> None:
        applied = self.now.directions[place]
        self._put(place, Applied(applied.direction.reversed(), -applied.amount))

    def _reset(self, place: int) -> None:
        self._put(place, replace(self.now.directions[place], amount=0.0))

    def _remove(self, place: int) -> None:
        every = self.now.directions
        self._edit(directions=every[:place] + every[place + 1 :])

    def _apply(self) -> None:
        spec = self.desk.spec
        if spec is not None:
            point = settled(self.now.shown, self.desk.space, origin=self.tr("directions"))
            unmoved = tuple(replace(a, amount=0.0) for a in self.now.directions)
            self._edit(point=point, directions=unmoved)

    # -- files ----------------------------------------------------------------------------------

    def _kinds(self) -> str:
        return self.tr("Directions ({kinds})").format(kinds=f"*{files.SUFFIX}")

    def _ask_open(self) -> None:
        title = self.tr("Open directions")
        chosen, _ = QFileDialog.getOpenFileName(self.panel, title, "", self._kinds())
        if chosen:
            self.load(Path(chosen))

    def _ask_save(self) -> None:
        title, first = self.tr("Save directions"), f"mine{files.SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self.panel, title, first, self._kinds())
        if chosen:
            whole = chosen if chosen.endswith(files.SUFFIX) else chosen + files.SUFFIX
            path = ask.unless_kept(self.panel, Path(chosen), Path(whole))
            if path is not None:
                self.keep(path)

    def load(self, path: Path) -> None:
        """Add the directions of a file; those of another space are refused."""
        spec = self.desk.spec
        if spec is None:
            return
        try:
            found = files.load(path)
            if not all(d.fits(self.desk.space) for d in found):
                cause = f"its directions are not of {self.desk.space.size} dimensions"
                raise FileRefused(path.name, cause, "Open the model that they were found in.")
        except ExplorerError as error:
            self.desk.failed.emit(error)
            return
        self.wanted.emit()
        ours = (Applied(d.calibrated(self.desk.space)) for d in found)
        self._edit(directions=(*self.now.directions, *ours))

    def keep(self, path: Path) -> None:
        """Write all directions at hand."""
        try:
            files.save(path, [a.direction for a in self.now.directions])
        except ExplorerError as error:
            self.desk.failed.emit(error)
            return
        self.desk.said.emit(self.tr("Saved {name}").format(name=path.name))


def _way(direction: Direction) -> tuple[str, str]:
    """How it was found: of attributes there may be many, each of its own name."""
    return direction.kind, direction.name if direction.kind == "attribute" else ""
