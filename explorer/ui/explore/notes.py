"""What one should know of the picture or the model, in quiet words below the picture.

How likely the sliders' picture is stands in the readout, where every model has room: a line of its
own would make the picture smaller. The line is for what only some pictures and models have.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from explorer.families import Number, Spec
from explorer.sampling import JOB, Result
from explorer.sampling.likelihood_requests import Likely
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part, depends
from explorer.ui.failures import name_said
from explorer.ui.fitting import fitting
from explorer.ui.steps.words import name, said, value
from explorer.ui.words import lack_words


class Notes(Part):
    """How likely the picture is, what was done to the user's own, what the model lacks.

    Args:
        tell: shows how likely the sliders' picture is: in short, and in full.
    """

    slot: ClassVar[str] = "explore.notes"

    def __init__(
        self,
        desk: Desk,
        line: QLabel,
        tell: Callable[[str, str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.line, self._tell = line, tell
        self._likely = self._done = ""
        line.setWordWrap(True)
        line.setProperty("role", "quiet")
        line.setAccessibleName(self.tr("Notes"))

    def opened(self, spec: Spec) -> None:
        """Another model lacks other things; the rest comes with the state."""
        self._likely = self._done = ""
        self._tell("", "")
        measured = self.tr("Measured: {how}")
        found = [measured.format(how=lack.how) for lack in spec.lacks if lack.how]
        self.line.setToolTip("\n".join(found))
        self._show(spec)

    def refresh(self, state: State, old: State | None) -> None:
        """Another picture; how likely it is, once the sliders rest."""
        spec, now = self.desk.spec, state.exploring
        if spec is None:
            return
        was = None if old is None else old.exploring
        same = was is not None and was.picture is now.picture
        if not same:
            self._done = "" if now.picture is None else fitting(now.picture, spec.image)
        if "likelihood" in spec.capabilities and (not same or was is None or depends(now, was)):
            self._likely = ""
            self._tell("", "")
            self.later()
        self._show(spec)

    def ask(self) -> None:
        """How likely the picture on screen is, and the user's."""
        spec, now = self.desk.spec, self.now
        if spec is not None and "likelihood" in spec.capabilities:
            self._busy = True
            request = Likely(self.desk.state.model, now.shown, now.picture, now.conditions)
            self.desk.submit(request, self.slot, JOB)

    def receive(self, result: Result) -> None:
        """Named as what it is, with unit and the bound's direction."""
        frame, request, spec = result.frame, result.request, self.desk.spec
        self._busy = False
        if frame is None or spec is None or not isinstance(request, Likely):
            return
        if (request.point, request.picture) != (self.now.shown, self.now.picture):
            return  # the sliders went on meanwhile
        own, given = frame.values["own"], frame.values["given"]
        if own is not None:
            self._tell(f"{value(own)} {name(own.name)}", said(own))
        self._likely = ""
        if given is not None and request.picture is not None:
            self._likely = self._of(name_said(request.picture.name), given)
        self._show(spec)

    def _of(self, name: str, number: Number) -> str:
        return self.tr("of {picture}: {number}").format(picture=name, number=said(number))

    def _show(self, spec: Spec) -> None:
        lacks = [lack_words(lack, spec.family) for lack in spec.lacks]
        said_of = [self._likely, self._done, *lacks]
        text = "  ".join(part for part in said_of if part)
        self.line.setText(text)
        self.line.setVisible(bool(text))
