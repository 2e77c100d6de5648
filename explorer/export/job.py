"""Saving as a request: pictures are made and written on the engine's thread, and can be cancelled.

A window that encoded a film itself would stand still for as long as that takes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.export.base import Bytes, Options
from explorer.export.recipe import recipe
from explorer.sampling import Context, Frame
from explorer.sampling.requests import Grid


@dataclass(frozen=True)
class Save:
    """A grid's pictures in one file, in the format of its suffix, with the recipe inside.

    Frames carry no pictures, only progress; the last one's values: file.

    Attributes:
        grid: what to save.
        file: where to; replaced only when everything was written.
        columns: pictures in a row of a still sheet; 0 makes it nearly square.
        rate, loop: of a film, as in explorer.export.Options.
        recipe: what the file carries, as JSON; "" for the recipe of the grid alone.
    """

    grid: Grid
    file: str
    columns: int = 0
    rate: float = 30.0
    loop: bool = True
    recipe: str = ""
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame a batch and one for the file; raises as `explorer.export.write`."""
        from explorer.export import write

        pictures: list[Bytes] = []
        total = 1
        for frame in self.grid.frames(context):
            pictures.extend(frame.images["image"])
            total = frame.total + 1
            yield Frame(index=frame.index, total=total)
        context.checkpoint()
        carried = json.loads(self.recipe) if self.recipe else recipe(self.grid)
        options = Options(self.columns, self.rate, self.loop, recipe=carried)
        write(pictures, Path(self.file), options)
        yield Frame(values={"file": self.file}, index=total - 1, total=total)
