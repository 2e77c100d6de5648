"""What a view keeps of a denoising run: every frame that came, so that scrubbing asks nobody."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.families.schedulers import SCHEDULERS
from explorer.sampling import Frame
from explorer.sampling.requests import Denoise


@dataclass(eq=False)
class Record:
    """The frames of one run, by evaluation.

    Attributes:
        request: what is run.
        frames: of the evaluations so far, in order.
        planned: how many evaluations there will be; 0 until the first frame.
        picture: the finished picture, (H, W, C) uint8, or None before the end.
        levels, log_snrs, changes: of the evaluations whose numbers were read.
    """

    request: Denoise
    frames: list[Frame] = field(default_factory=list)
    planned: int = 0
    picture: NDArray[np.uint8] | None = None
    levels: list[float] = field(default_factory=list)
    log_snrs: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)

    def take(self, frame: Frame) -> bool:
        """Keep a frame; whether it is new (a run that goes on after a pause replays its start)."""
        self.planned = frame.total - 1
        if frame.index == self.planned:
            self.picture = frame.images["image"][0]
            return True
        if frame.index != len(self.frames):
            return False
        self.frames.append(frame)
        return True

    def read_numbers(self) -> None:
        """Fill the lists from the frames that came since: several at once cost less than each."""
        for frame in self.frames[len(self.levels) :]:
            self.levels.append(float(frame.values["sigma"]))
            self.log_snrs.append(float(frame.values["log_snr"]))
            self.changes.append(float(frame.values["change"]))

    @property
    def complete(self) -> bool:
        """Whether the finished picture is there."""
        return self.picture is not None

    @property
    def newest(self) -> int:
        """The last evaluation there is, or -1."""
        return len(self.frames) - 1

    @property
    def stride(self) -> int:
        """Evaluations a solver step takes."""
        name = self.request.settings.scheduler
        return next((s.stride for s in SCHEDULERS if s.name == name), 1)
