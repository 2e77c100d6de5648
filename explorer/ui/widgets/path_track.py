"""What of a path runs in time: buttons, numbers, key frames, film strip, curves, on one track."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.ui.widgets.filmstrip import FilmStrip
from explorer.ui.widgets.path_curves import PathCurves
from explorer.ui.widgets.readout import Readout
from explorer.ui.widgets.timeline import Timeline
from explorer.ui.widgets.transport import Transport


class PathTrack(QWidget):
    """Holds the parts and keeps them on one track.

    Signals:
        scrubbed: the playhead was moved by hand to a share in [0, 1].
        released: it was let go.
    """

    scrubbed = Signal(float)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline, self.strip = Timeline(self), FilmStrip(self)
        self.curves = PathCurves(self)
        words = self.tr("Film strip; drag to move the playhead")
        self.strip.setAccessibleName(words)
        self.strip.setToolTip(words)
        self.timeline.setToolTip(self.tr("Click to go there, drag to reorder, Delete to remove."))
        titles = (
            self.tr("First frame"),
            self.tr("Back one frame"),
            self.tr("Forward one frame"),
            self.tr("Last frame"),
        )
        self.transport = Transport(titles, self)
        self.readout = self._make_readout()
        for source in (self.strip, self.timeline):
            source.scrubbed.connect(self.scrubbed)
            source.released.connect(self.released)
        self.strip.track_changed.connect(self._align)
        self._lay_out()
        self._align()

    def _make_readout(self) -> Readout:
        widest = (
            self.tr("frame {i} of {n}").format(i=999, n=999),
            self.tr("{far} σ outside the shell").format(far="99.9"),
            "M" * 24,
        )
        readout = Readout(widest, self)
        readout.setAccessibleName(self.tr("Frame, typicality and place on the path"))
        readout.setToolTip(
            self.tr(
                "σ: how far this latent's length is from that of samples, which lie on a shell\n"
                "of radius √(n − ½) in n dimensions, in standard deviations of that length"
            )
        )
        return readout

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self.transport)
        bar.addWidget(self.readout, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addSpacing(6)
        column.addWidget(self.timeline)
        column.addWidget(self.strip)
        column.addSpacing(4)
        column.addWidget(self.curves)

    def _align(self) -> None:
        self.timeline.set_track(self.strip.track)
        self.curves.set_track(self.strip.track)

    def set_position(self, position: float) -> None:
        """Move the playhead."""
        self.timeline.set_position(position)
        self.strip.set_position(position)
        self.curves.set_position(position)
