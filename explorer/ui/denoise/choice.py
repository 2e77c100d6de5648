"""Which picture of the user's own is meant: a file, the one just made, or none any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from explorer.formats.picture import Picture
from explorer.sampling import JOB, Result
from explorer.sampling.sources import ReadPicture
from explorer.session import tree
from explorer.ui import ask
from explorer.ui.branching import replant
from explorer.ui.denoise.runs import Runs
from explorer.ui.desk import Desk
from explorer.ui.failures import name_said
from explorer.ui.icons import IconButton
from explorer.ui.widgets.flow_row import FieldRow
from explorer.ui.widgets.readout import Readout


class Choice(QWidget):
    """A row of buttons and the picture's name. Changes `denoising.picture`.

    Args:
        slot: what a file is read in.
    """

    def __init__(self, desk: Desk, runs: Runs, slot: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._runs, self._slot = desk, runs, slot
        self.file = QPushButton(self.tr("Open picture..."), self)
        self.file.setToolTip(self.tr("A picture of your own; dropping a file does the same"))
        self.file.clicked.connect(self._ask)
        self.made = QPushButton(self.tr("Take the finished picture"), self)
        self.made.setToolTip(self.tr("Go on with the picture that the run on the screen ended in"))
        self.made.clicked.connect(self._take_made)
        self.name = Readout(["photograph of something.png"], self)
        self.name.setMinimumWidth(96)  # a long one is cut
        self.clear = IconButton("close", self.tr("Start from noise again"), parent=self)
        self.clear.clicked.connect(lambda: adopt(desk, None))
        row = FieldRow(8)
        for part in (self.file, self.made, self.name, self.clear):
            row.addWidget(part)
        self.setLayout(row)

    def show_picture(self, picture: Picture | None) -> None:
        """Its name."""
        self.name.set_texts(
            name_said(picture.name) if picture is not None else self.tr("no picture yet")
        )
        self.clear.setVisible(picture is not None)

    def receive(self, result: Result) -> None:
        """A file that was read."""
        if result.slot == self._slot and result.frame is not None:
            adopt(self._desk, result.frame.values["picture"])

    def read(self, file: Path) -> None:
        """Read a picture file on the engine's thread."""
        self._desk.submit(ReadPicture(str(file)), self._slot, JOB)

    def _ask(self) -> None:
        for file in ask.pictures(self, self.tr("Open a picture"))[:1]:
            self.read(file)

    def _take_made(self) -> None:
        record = self._runs.current
        if record is not None and record.picture is not None:
            adopt(self._desk, Picture.of(record.picture, self.tr("finished picture")))


def adopt(desk: Desk, picture: Picture | None) -> None:
    """Start from a picture, or from noise again; branches left another trunk and go."""
    desk.settle()
    cleared = tree.cleared(desk.state.denoising)
    replant(desk, replace(cleared, picture=picture, shown=-1))
    desk.settle()
