"""Runs of stages as requests: sweeps, pixels and layers, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from explorer.families import Number, Stage, Stages, StageSettings
from explorer.formats.picture import Picture, planes_to_bytes
from explorer.sampling.frames import Frame, pixels
from explorer.sampling.requests import Context

MOST_FRAMES = 256
# Bytes that a stage is taken to keep beside its arrays, for the cache's budget.
_BOOKS = 1024


@dataclass(frozen=True)
class Unfold:
    """A run of stages, at most MOST_FRAMES frames of it and one for the finished picture.

    Images: one a pane by its name, (1, H, W, C), from the pane's low (black) to its high (white);
    on the last frame image, the finished picture. Values: stage (its index), planned, numbers (a
    tuple of explorer.families.Number); on the last frame likely, those of the finished picture.

    Attributes:
        picture: what the model's `stages` does with one, or None.
        parent, step: the run that this one leaves before that stage, or None.
    """

    model: str
    settings: StageSettings
    picture: Picture | None = None
    parent: Unfold | None = None
    step: int = 0
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Stages as they are computed; a run made before replays from its record."""
        run = self.run(context)
        shown = shown_of(run.planned)
        for place, index in enumerate(shown):
            while len(run) <= index:
                context.checkpoint()
                run.advance()
            yield _shown(run[index], run.planned, place, len(shown) + 1)
        images = {"image": pixels(run.image[None])}
        values = {"planned": run.planned, "likely": self._likely(context, run)}
        yield Frame(images, values, len(shown), len(shown) + 1)

    def _likely(self, context: Context, run: Stages) -> tuple[Number, ...]:
        """How likely the finished picture is, where the model can say."""
        model = context.model(self.model)
        if "likelihood" not in model.spec.capabilities:
            return ()
        context.checkpoint()
        return model.likelihood(run.image[None])

    def entries(self, context: Context) -> int:
        """How many frames there will be before the finished picture."""
        return len(shown_of(self.run(context).planned))

    def run(self, context: Context) -> Stages:
        """The record, begun or as far as it has come; a branch shares its parent's stages."""
        kept: Stages | None = context.cache.get(("stages", self))
        if kept is not None:
            return kept
        model = context.model(self.model)
        if self.parent is not None:
            parent = self.parent.run(context)
            while len(parent) < self.step and not parent.complete:
                context.checkpoint()
                parent.advance()
            run = parent.branch(self.step, **vars(self.settings))
        else:
            run = model.stages(self.settings, self.picture)
        size = run.planned * (4 * model.latent.size * 4 + _BOOKS)
        context.cache.put(("stages", self), run, size)
        return run


def shown_of(planned: int) -> list[int]:
    """The stages of a run of `planned` that have a frame: all, or evenly the last of every few."""
    stride = -(-max(planned, 1) // MOST_FRAMES)
    return [i for i in range(planned) if (i + 1) % stride == 0 or i == planned - 1]


def _shown(stage: Stage, planned: int, place: int, total: int) -> Frame:
    images = {
        pane.name: planes_to_bytes(pane.array[None], pane.low, pane.high) for pane in stage.panes
    }
    values = {"stage": stage.index, "planned": planned, "numbers": stage.numbers}
    return Frame(images, values, place, total)
