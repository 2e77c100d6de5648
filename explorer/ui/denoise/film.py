"""The steps of the run on the screen saved: as a strip, a film, or a file each."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from explorer.export.steps import PARTS
from explorer.families import Spec
from explorer.sampling import Result
from explorer.session.plan import denoising
from explorer.ui.denoise.part import Part
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.saving_steps import StepsSaver

SAVE = "denoise.save"


class Film(Part):
    """A page for the form, see StepsSaver."""

    name: ClassVar[str] = "film"
    slots: ClassVar[tuple[str, ...]] = (SAVE,)

    def __init__(self, desk: Desk, runs: Runs, parent: QWidget) -> None:
        super().__init__(desk, runs, parent)
        self.title = self.tr("Save")
        self.tip = self.tr("Save the steps of the run as a strip or a film")
        self.page = QWidget(parent)
        self.saver = StepsSaver(
            desk, SAVE, lambda: denoising(desk.state), self.page, self.tr(" evaluations"),
            self.tr("How many evaluations at most, evenly spaced over the run, 2 to 1000"),
        )  # fmt: skip
        self.saver.set_parts((
            (self.tr("predicted x0"), ("x0",)),
            (self.tr("x_t"), ("x_t",)),
            (self.tr("predicted noise"), ("noise",)),
            (self.tr("all three"), PARTS),
        ))  # fmt: skip

    def commands(self) -> list[QAction]:
        """Saving."""
        return [self.saver.action]

    def opened(self, spec: Spec) -> None:
        """Sizes in pixels of another model's pictures."""
        self.saver.panel.set_picture_size(spec.image.height, spec.image.width)

    def stop(self) -> None:
        """A film goes on being written whatever is looked at."""

    def receive(self, result: Result) -> None:
        """Done."""
        self.saver.receive(result)
