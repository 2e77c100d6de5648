"""What one should know of the picture or the model, in a quiet line below the picture."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from explorer.families import Spec
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part
from explorer.ui.fitting import fitting
from explorer.ui.words import lack_words


class Notes(Part):
    """What was done to the user's picture, and what measured figures say that the model lacks."""

    slot: ClassVar[str] = "explore.notes"

    def __init__(self, desk: Desk, line: QLabel, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.line = line
        line.setWordWrap(True)
        line.setProperty("role", "quiet")
        line.setAccessibleName(self.tr("Notes"))

    def opened(self, spec: Spec) -> None:
        """Another model lacks other things; the picture comes with the state."""
        self._show(spec, self.desk.state)

    def refresh(self, state: State, old: State | None) -> None:
        """Another picture."""
        same = old is not None and old.exploring.picture is state.exploring.picture
        if self.desk.spec is not None and not same:
            self._show(self.desk.spec, state)

    def _show(self, spec: Spec, state: State) -> None:
        picture = state.exploring.picture
        done = "" if picture is None else fitting(picture, spec.image)
        said = [done, *map(lack_words, spec.lacks)]
        text = "  ".join(part for part in said if part)
        if text != self.line.text():
            self.line.setText(text)
            measured = self.tr("Measured: {how}")
            found = [measured.format(how=lack.how) for lack in spec.lacks if lack.how]
            self.line.setToolTip("\n".join(found))
        self.line.setVisible(bool(text))
