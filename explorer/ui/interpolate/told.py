"""The class of the path: what a model is told beside its latents, the same as in Explore."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject

from explorer.families import SPACE, Spec
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.interpolate.part import Part
from explorer.ui.widgets.told_form import ToldForm


class Told(Part):
    """Follows `exploring.conditions`. Latents of another space are chosen in Explore alone: the
    key frames of a path are of one.
    """

    slots: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, desk: Desk, forms: tuple[ToldForm, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(desk, parent)
        self.forms = forms
        for form in forms:
            form.condition_chosen.connect(self._choose)
            form.dial_turned.connect(self._turn)
            form.dial_settled.connect(desk.settle)

    def opened(self, spec: Spec) -> None:
        """Another model's classes."""
        conditions = tuple(c for c in spec.conditions if c.name != SPACE)
        for form in self.forms:
            form.set_conditions(conditions, spec.dials)

    def refresh(self, state: State, old: State | None) -> None:
        """The classes of the state."""
        for form in self.forms:
            form.show_conditions(dict(state.exploring.conditions))

    def _choose(self, name: str, value: int | None) -> None:
        chosen = dict(self.desk.state.exploring.conditions)
        chosen.pop(name, None)
        if value is not None:
            chosen[name] = value
        self.desk.settle()
        self.desk.edit("exploring", conditions=tuple(sorted(chosen.items())))
        self.desk.settle()

    def _turn(self, name: str, value: float) -> None:
        """A dial moves: one entry until it is let go."""
        chosen = dict(self.desk.state.exploring.conditions) | {name: value}
        self.desk.edit("exploring", f"dial:{name}", conditions=tuple(sorted(chosen.items())))
