"""How fast the path changes the picture, measured; and constant visual speed, made of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from explorer.families import Spec
from explorer.sampling import JOB, Result
from explorer.sampling.pace import Even, Pace
from explorer.session import State
from explorer.session.plan import is_measured
from explorer.session.state import Retimed
from explorer.ui.desk import Desk
from explorer.ui.interpolate.part import Part
from explorer.ui.widgets.path_curves import PathCurves, Profile

SLOT = "interpolate.pace"
# Nothing is measured before the path has not changed for so long: a drag comes first.
_REST_MS = 120


class Speed(Part):
    """Measures the path that is shown, and keeps the re-timing in step with it while it is on."""

    slots: ClassVar[tuple[str, ...]] = (SLOT,)

    def __init__(self, desk: Desk, curves: PathCurves, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.curves = curves
        self._asked: Pace | Even | None = None
        self._shown: Pace | Even | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)

    def opened(self, spec: Spec) -> None:
        """Another model's path."""
        self._forget()

    def stop(self) -> None:
        """Measure no more."""
        self._rest.stop()
        if self._asked is not None:
            self._asked = None
            self.desk.cancel(SLOT)

    def _forget(self) -> None:
        self.stop()
        self._shown = None
        self.curves.show_profile(Profile())

    def _request(self) -> Pace | Even:
        state, now = self.desk.state, self.now
        kind = Even if now.even else Pace
        return kind(state.model, now.path, now.frames, state.exploring.conditions)

    def refresh(self, state: State, old: State | None) -> None:
        """Another path: what is drawn is not true of it."""
        wanted = self._request()
        lacks = state.interpolating.even and not is_measured(state)
        if wanted == self._asked or (wanted == self._shown and not lacks):
            return
        self._forget()
        self._rest.start()

    def _rested(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._rest.start()  # a drag that pauses is not over
            return
        self._asked = self._request()
        title = self.tr("Measuring the path") if self.now.even else ""
        self.desk.submit(self._asked, SLOT, JOB, title)

    def receive(self, result: Result) -> None:
        """Draw what was found; a re-timing takes its place without an entry of the history."""
        if result.error is not None and result.request == self._asked:
            self._asked = None
        if result.frame is None or not result.done or result.request != self._asked:
            return
        request, found = self._asked, result.frame.values
        self._asked, self._shown = None, request
        if isinstance(request, Even):
            kept = Retimed(request.model, request.path, request.conditions, found["retiming"])
            self.desk.edit("interpolating", record=False, retimed=kept)
        self.curves.show_profile(_profile(found))


def _profile(found: Mapping[str, Any]) -> Profile:
    """Values of Pace or Even as they are drawn, in grey levels of 255."""
    typical = found["typicality"]
    known = typical[np.isfinite(typical)]  # of a space without a shell none
    profile = Profile(255 * found["changes"], typicality=known)
    return replace(profile, before=255 * found["before"]) if "before" in found else profile
