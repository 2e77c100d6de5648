"""Saving as a request: pictures are made on the engine's thread and written beside it.

A window that encoded a film itself would stand still for as long as that takes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.export.base import Frames, Options
from explorer.export.beside import Beside
from explorer.export.recipe import at_places, recipe
from explorer.sampling import Context, Frame
from explorer.sampling.requests import Grid

# For so long the engine waits for a slow encoder before it looks for something more urgent.
_PATIENCE = 0.01


@dataclass(frozen=True)
class Save:
    """A grid's pictures in one file, or a file each, in the format of its name, the recipe inside.

    Frames carry no pictures, only progress; the last one's values: file.

    Attributes:
        grid: what to save.
        file: where to, as for explorer.export.write; replaced only when everything was written.
        columns: pictures in a row of a still sheet; 0 makes it nearly square.
        rate, loop, scale, smooth: as in explorer.export.Options.
        recipe: what the file carries, as JSON; "" for the recipe of the grid alone.
        places: of the playhead at each frame; a file of one frame reopens there.
    """

    grid: Grid
    file: str
    columns: int = 0
    rate: float = 30.0
    loop: bool = True
    scale: int = 1
    smooth: bool = False
    recipe: str = ""
    places: tuple[float, ...] = ()
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame a batch, more while the encoder lags, one for the file; raises as `write`."""
        from explorer.export import write, writer_for

        path = Path(self.file)
        writer_for(path)  # a wrong suffix is said before the work, not after it
        total = self.grid.batches
        batches = (
            (drawn.pictures(), index, total) for index, drawn in enumerate(self.grid.drawn(context))
        )

        def save(film: Frames) -> None:
            carried = json.loads(self.recipe) if self.recipe else recipe(self.grid)
            each = at_places(carried, "interpolating", "position", self.places)
            style = (self.columns, self.rate, self.loop, self.scale, self.smooth)
            options = Options(*style, carried, each)
            write(film, path, options)

        yield from packed(batches, save, context, self.file)


def packed(
    batches: Iterable[tuple[Frames, int, int]],
    save: Callable[[Frames], object],
    context: Context,
    file: str,
) -> Iterator[Frame]:
    """Hand pictures to a writer beside their making; one frame a batch, and one for the file.

    Args:
        batches: (pictures, which batch, how many there are); pictures are looked at there, too.
        save: writes all that it is given, on another thread.
        context: notices a cancel while the encoder lags.
        file: the value of the last frame.
    """
    total = 1
    with Beside(save) as film:
        for pictures, index, count in batches:
            total = count + 1
            while not film.offer(pictures, _PATIENCE):
                context.checkpoint()
                yield Frame(index=index, total=total)
            yield Frame(index=index, total=total)
        while not film.finished(_PATIENCE):
            context.checkpoint()
            yield Frame(index=total - 2, total=total)
    yield Frame(values={"file": file}, index=total - 1, total=total)
