"""Directions learned from a table of labels, as a request: encode what must be, then fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from explorer.analysis import attribute
from explorer.analysis.labels import Labels, read_labels
from explorer.errors import BadValue, NotSupported
from explorer.families import Model
from explorer.formats.picture import read_picture
from explorer.latent import Seed, resolved
from explorer.sampling.frames import Frame
from explorer.sampling.requests import BATCH, Conditions, Context


@dataclass(frozen=True)
class LabelledDirections:
    """A direction for every attribute of a table (explorer.analysis.labels). Never kept.

    Values on the last frame: directions, in the table's order.
    """

    model: str
    file: str
    conditions: Conditions = ()
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Progress over the rows, then the directions.

        Raises as read_labels, read_picture and attribute; NotSupported for pictures where the
        model has no encoder.
        """
        model, labels = context.model(self.model), read_labels(Path(self.file))
        if not labels.of:
            raise BadValue(self.file, "it has no rows", "Label some samples first.")
        rows, parts = len(labels.of), []
        total = -(-rows // BATCH) + 1
        for first in range(0, rows, BATCH):
            context.checkpoint()
            parts.append(_latents(model, labels, first, self.conditions))
            progress = (first + len(parts[-1]), rows)
            yield Frame(values={"progress": progress}, index=len(parts) - 1, total=total)
        latents, found = np.concatenate(parts), []
        for name in labels.names:
            context.checkpoint()
            places, values = labels.known(name)
            work = attribute(latents[places], np.array(values, np.bool_), name, model=self.model)
            try:
                while True:
                    next(work)
                    context.checkpoint()
            except StopIteration as end:
                found.append(end.value.calibrated(model.spec.space(self.conditions)))
        yield Frame(values={"directions": tuple(found)}, index=total - 1, total=total)


def _latents(model: Model, labels: Labels, first: int, conditions: Conditions) -> np.ndarray:
    """(N, *shape) of at most BATCH rows: draws resolved, pictures encoded to their means."""
    of = labels.of[first : first + BATCH]
    draws = [row for row in of if isinstance(row, Seed)]
    if draws:
        return resolved(draws, model.spec.space(conditions))
    if "encode" not in model.spec.capabilities:
        cause = "its labels are of pictures, and this model has no encoder"
        raise NotSupported(model.spec.name, cause, "Label seeds, or open a VAE.")
    size = model.spec.image
    read = [read_picture(row) for row in of if isinstance(row, Path)]
    images = [picture.fitted(size.height, size.width, size.channels) for picture in read]
    mean, _ = model.encode(np.stack(images))
    return mean
