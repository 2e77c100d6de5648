"""The line under the picture: pixel, zoom and score, and the pictures one can bring."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.icons import IconButton
from explorer.ui.widgets.heat import HeatLegend
from explorer.ui.widgets.readout import Readout


class PictureBar(QWidget):
    """A readout and two buttons.

    Attributes:
        scene: draws a scene and encodes it.
        legend: of the heat map, while there is one.
        clear: shows the sliders' picture alone again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        places = [self._zoom(64), "M" * 18, "x 999  y 999  255 255 255"]
        self.readout = Readout(places, self, long=1, plain=2)
        self.readout.setMinimumWidth(120)
        self._about = self.tr(
            "Screen pixels a picture pixel; "
            "the critic's score of the picture: its estimate that the picture is real with its "
            "logit, a number near 1 for real and near 0 for not, or, of a Wasserstein "
            "critic, a number of which only differences mean anything; "
            "the pixel under the cursor with its values, 0 to 255."
        )
        self.explain("")
        words = self.tr("Draw a scene and encode it (E)")
        self.scene = IconButton("scene", words, self.tr("Rendered scene"), self)
        words = self.tr("Show the sliders' picture alone (Shift+E)")
        self.clear = IconButton("close", words, self.tr("Clear picture"), self)
        self.clear.hide()
        self.legend = HeatLegend(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.readout, 1)
        row.addWidget(self.legend)
        row.addWidget(self.scene)
        row.addWidget(self.clear)

    def show_figures(self, pixel: str, zoom: float, score: str) -> None:
        """What stands in the readout."""
        self.readout.set_texts(self._zoom(zoom), score, pixel)

    def explain(self, more: str) -> None:
        """What the readout's tooltip says beside what its places mean."""
        self.readout.setToolTip(f"{self._about}\n{more}" if more else self._about)

    def _zoom(self, zoom: float) -> str:
        times = "\N{MULTIPLICATION SIGN}"
        shown = f"{zoom:.0f}{times}" if zoom == int(zoom) else f"{zoom:.2f}{times}"
        return self.tr("zoom {zoom}").format(zoom=shown)
