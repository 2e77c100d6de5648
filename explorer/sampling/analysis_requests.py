"""Analyses as requests: progress frames while they run, the finding on the last frame.

Every frame has the value `progress`, (done, total). A film strip or a heat map is one request a
row, so that those on screen come first and a drag is never behind more than one batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from explorer import analysis
from explorer.analysis import Direction, Work
from explorer.errors import NotSupported
from explorer.families import Model
from explorer.latent import LatentSpace, Point, resolved, shift
from explorer.sampling.frames import Frame, pixels
from explorer.sampling.requests import Conditions, Context


def _generate(model: Model, conditions: Conditions) -> Callable[[Any], Any]:
    if "generate" not in model.spec.capabilities or "step" in model.spec.capabilities:
        cause = "its pictures are not made of a latent in one step"
        raise NotSupported(model.spec.name, cause, "Open a VAE or a GAN.")
    given = dict(conditions)
    return lambda latents: model.generate(latents, **given)


def _run(work: Work[Any], context: Context, show: Callable[[Any], Frame]) -> Iterator[Frame]:
    """Progress frames, then what `show` makes of the result."""
    index = 0
    while True:
        context.checkpoint()
        try:
            progress = next(work)
        except StopIteration as end:
            last = show(end.value)
            yield Frame(last.images, last.values, index, index + 1)
            return
        values = {"progress": (progress.done, progress.total)}
        # How many frames there will be is known only in proportion; one more brings the finding.
        guess = round((index + 1) * progress.total / max(progress.done, 1)) + 1
        yield Frame(values=values, index=index, total=max(guess, index + 2))
        index += 1


def _found(directions: tuple[Direction, ...], space: LatentSpace) -> Frame:
    return Frame(values={"directions": tuple(d.calibrated(space) for d in directions)})


@dataclass(frozen=True)
class Strip:
    """The film strip of one dimension. Images: image (N, H, W, C), from -span to +span.

    `along` moves each of its points along directions, ((vector, amount), ...), as the picture is.
    """

    model: str
    point: Point
    dimension: int
    count: int = 7
    span: float = analysis.around.SPAN
    conditions: Conditions = ()
    along: tuple[tuple[tuple[float, ...], float], ...] = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        model = context.model(self.model)
        generate = _generate(model, self.conditions)
        points = analysis.strip(self.point, self.dimension, self.count, self.span)
        for vector, amount in self.along:
            points = tuple(shift(point, vector, amount) for point in points)
        context.checkpoint()
        images = generate(resolved(points, model.spec.space(self.conditions)))
        yield Frame({"image": pixels(images)})


@dataclass(frozen=True)
class Heat:
    """Where a dimension (or a direction) acts around a point.

    Values: heat (H, W) float32, mean absolute change a standard deviation, in [0, 1].
    """

    model: str
    point: Point
    dimension: int = 0
    direction: tuple[float, ...] = ()
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame: two pictures."""
        model = context.model(self.model)
        vector = np.asarray(self.direction, np.float32)
        space = model.spec.space(self.conditions)
        if not self.direction:
            vector = np.eye(1, space.size, self.dimension, dtype=np.float32)[0]
        latent = self.point.resolve(space)[None]
        step = vector * np.float32(space.deviation(vector))
        work = analysis.heat(_generate(model, self.conditions), latent, step)
        context.checkpoint()
        yield Frame(values={"heat": analysis.finish(work)})


@dataclass(frozen=True)
class Effects:
    """The pixel effect of every dimension. Values: effects, one grey level a sigma each."""

    model: str
    samples: int = 32
    seed: int = 11
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Progress, then the effects."""
        model = context.model(self.model)
        generate = _generate(model, self.conditions)
        work = analysis.pixel_effects(
            generate, model.spec.space(self.conditions), self.samples, self.seed
        )
        yield from _run(work, context, lambda found: Frame(values={"effects": found}))


@dataclass(frozen=True)
class Response:
    """Directions of the whole space, by the share they explain. Values: directions."""

    model: str
    count: int = 8
    samples: int = 512
    seed: int = 0
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Progress, then the directions."""
        model = context.model(self.model)
        generate, space = _generate(model, self.conditions), model.spec.space(self.conditions)
        work = analysis.response(generate, space, self.count, self.samples, self.seed, self.model)
        yield from _run(work, context, lambda found: _found(found, space))


@dataclass(frozen=True)
class LocalAxes:
    """The strongest directions around a point. Values: directions."""

    model: str
    point: Point
    count: int = 6
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Progress, then the directions."""
        model = context.model(self.model)
        generate, space = _generate(model, self.conditions), model.spec.space(self.conditions)
        latent = self.point.resolve(space)
        work = analysis.local_axes(generate, latent, self.count, model=self.model)
        yield from _run(work, context, lambda found: _found(found, space))


@dataclass(frozen=True)
class GroupDirection:
    """From one group of marked points to another. Values: directions, one of them."""

    model: str
    first: tuple[Point, ...]
    second: tuple[Point, ...]
    name: str = "Groups"
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame; no picture is made."""
        space = context.model(self.model).spec.space(self.conditions)
        a, b = ([p.resolve(space) for p in group] for group in (self.first, self.second))
        found = analysis.difference(np.array(a), np.array(b), self.name, self.model)
        yield _found((found,), space)


@dataclass(frozen=True)
class Attribute:
    """A direction learned from labels. Values: directions, one of them."""

    model: str
    points: tuple[Point, ...]
    labels: tuple[bool, ...]
    name: str
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Progress over the folds, then the direction."""
        space = context.model(self.model).spec.space(self.conditions)
        latents = np.array([point.resolve(space) for point in self.points])
        labels = np.asarray(self.labels, np.bool_)
        work = analysis.attribute(latents, labels, self.name, model=self.model)
        yield from _run(work, context, lambda found: _found((found,), space))
