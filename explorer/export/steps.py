"""Steps of a run, of noise or of stages, as a strip or a film: replayed or computed on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from explorer.export.base import Bytes, Frames, Options
from explorer.export.job import packed
from explorer.export.recipe import at_places, recipe
from explorer.export.sheet import GROUND, sheet
from explorer.sampling import Context, Frame
from explorer.sampling.requests import Denoise
from explorer.sampling.stage_requests import Unfold

Run = Denoise | Unfold
PARTS = ("x_t", "x0", "noise")
FINISHED = frozenset(("x_t", "x0"))


@dataclass(frozen=True)
class SaveSteps:
    """A run's steps and its finished picture in one file, or a file each.

    Frames carry no pictures, only progress; the last one's values: file.

    Attributes:
        run: whose steps.
        file: where to, as for explorer.export.write; replaced only when everything was written.
        parts: names of the run's images, of one size, that each frame shows: one under the other
            on a sheet, side by side in a film. The finished picture stands for x_t and x0, of
            stages for their first pane; the others have nothing of it: grey.
        most: how many steps at most, evenly spaced over the run; 0 for all.
        rate, loop, scale, smooth: as in explorer.export.Options.
        recipe: what the file carries, as JSON; "" for the recipe of the run alone.
    """

    run: Run
    file: str
    parts: tuple[str, ...] = ("x0",)
    most: int = 0
    rate: float = 12.0
    loop: bool = True
    scale: int = 1
    smooth: bool = False
    recipe: str = ""
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame a step, more while the encoder lags; raises as `write`."""
        from explorer.export import write, writer_for

        path = Path(self.file)
        writer = writer_for(path)  # a wrong suffix is said before the work, not after it
        carried = json.loads(self.recipe) if self.recipe else recipe(self.run)
        planned = self.run.entries(context)
        chosen = evenly(planned, self.most)
        columns = len(chosen) + 1  # one row: a strip
        part = "denoising" if isinstance(self.run, Denoise) else "unfolding"
        each = at_places(carried, part, "shown", (*sorted(chosen), -1))
        style = (columns, self.rate, self.loop, self.scale, self.smooth)
        options = Options(*style, carried, each)
        across = len(self.parts) if writer.moves else 1

        def batches() -> Iterator[tuple[Frames, int, int]]:
            whole = FINISHED
            for frame in self.run.frames(context):
                if isinstance(self.run, Unfold) and frame.index == 0:
                    whole = frozenset([*frame.images][:1])
                wanted = frame.index in chosen or frame.index == planned
                yield pictures([frame] if wanted else [], whole), frame.index, frame.total

        def pictures(wanted: list[Frame], whole: frozenset[str]) -> Frames:
            for frame in wanted:  # beside the run's next step
                yield step_picture(frame, self.parts, across, whole)

        yield from packed(batches(), lambda films: write(films, path, options), context, self.file)


def step_picture(
    frame: Frame, parts: Sequence[str], columns: int = 1, whole: frozenset[str] = FINISHED
) -> Bytes:
    """The parts of a run's frame on one sheet, `columns` in a row.

    `whole` names the parts that the finished picture stands for.
    """
    if "image" in frame.images:
        image = frame.images["image"][0]
        grey = np.full_like(image, GROUND)
        pictures = [image if part in whole else grey for part in parts]
    else:
        pictures = [frame.images[part][0] for part in parts]
    return sheet(pictures, columns=columns)


def evenly(planned: int, most: int) -> frozenset[int]:
    """At most `most` of the steps, the first and the last among them; all for 0."""
    if not most or planned <= most:
        return frozenset(range(planned))
    places = np.linspace(0, planned - 1, most).round().astype(int)
    return frozenset(places.tolist())
