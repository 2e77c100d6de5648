"""How a path changes the picture, and how to make it change evenly: both measured on pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.errors import NotSupported
from explorer.families import Model
from explorer.latent import Path, Retiming, changes, typicality, unevenness
from explorer.sampling.frames import Frame
from explorer.sampling.requests import BATCH, Conditions, Context

# Between two frames the way of the picture bends: the first measurement looks at points between.
_FINER = 2
# Each round measures the frames themselves and moves them by what is left. Two are nearly always
# enough; a sharp turn at a key pushes all frames a little, and needs the others.
_USUAL, _ROUNDS = 2, 12
_EVEN_ENOUGH = 0.02
# Knots closer than this along the path say nothing new, and their order may be rounding.
_APART = 1e-6


@dataclass(frozen=True)
class Pace:
    """How a path changes the picture, frame by frame.

    Values on the last frame: positions (N,) in [0, 1], typicality (N,) in deviations from the
    shell where samples live, and changes (N - 1,), root mean square in [0, 1] of the grey range.

    Attributes:
        samples: how many frames, evenly spaced in time.
    """

    model: str
    path: Path
    samples: int = 65
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame a batch: progress; the last has the values."""
        measure = _Measure(context, self.model, self.conditions)
        yield from measure.run(self.path, self.samples, -(-self.samples // BATCH))
        yield measure.last(_profile(measure))


@dataclass(frozen=True)
class Even:
    """A re-timing after which every frame changes the picture by the same amount.

    The path is measured between the frames first, as an arc is; then at the frames, whose changes
    are chords of it, until they differ by less than 2 %.

    Values on the last frame: those of Pace for the re-timed path; before, its changes at its own
    pace; retiming, a Retiming.

    Attributes:
        path: at its own pace.
        samples: how many frames; 2 or more.
    """

    model: str
    path: Path
    samples: int = 60
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Progress, then the values. Raises BadValue for pictures that are not finite."""
        measure = _Measure(context, self.model, self.conditions)
        fine = (self.samples - 1) * _FINER + 1
        plain = self.path.retimed(None)
        batches = -(-fine // BATCH) + _USUAL * -(-self.samples // BATCH)
        yield from measure.run(plain, fine, batches, every=_FINER)
        before = measure.coarse
        retiming = Retiming.measured(np.linspace(0, 1, fine).tolist(), measure.changes.tolist())
        for rest in reversed(range(_ROUNDS)):
            even = plain.retimed(retiming)
            yield from measure.run(even, self.samples, batches)
            if not rest or unevenness(measure.changes) < _EVEN_ENOUGH:
                break
            retiming = _corrected(retiming, measure.changes)
        values = _profile(measure) | {"before": before, "retiming": retiming}
        yield measure.last(values)


def _corrected(retiming: Retiming, steps: NDArray[np.float64]) -> Retiming:
    """The re-timing whose every frame, measured as `steps`, would get an equal share of them."""
    shares = np.linspace(0, 1, len(steps) + 1)
    found = Retiming.measured(shares.tolist(), steps.tolist())
    # Knots of the first measurement stay, as the path may rest or turn between two frames; where
    # it was too fast for them, the frames bring their own.
    knots = dict(zip(retiming.progress, retiming.positions, strict=True))
    knots |= {float(share): retiming.at(float(share)) for share in shares[1:-1]}
    progress, positions = [0.0], [0.0]
    for share, position in sorted(knots.items())[1:-1]:
        if position - positions[-1] > _APART and 1.0 - position > _APART:
            progress.append(float(np.interp(share, shares, found.progress)))
            positions.append(position)
    return Retiming((*progress, 1.0), (*positions, 1.0))


class _Measure:
    """Pictures along a path, of which only the last is kept, and how much each one changes."""

    def __init__(self, context: Context, model: str, conditions: Conditions) -> None:
        self._context, self._conditions = context, dict(conditions)
        self.model: Model = context.model(model)
        if "generate" not in self.model.spec.capabilities or "step" in self.model.spec.capabilities:
            cause = "its pictures are not made of a latent in one step"
            raise NotSupported(self.model.spec.name, cause, "Open a VAE or a GAN.")
        self.changes: NDArray[np.float64] = np.zeros(0)
        self.coarse: NDArray[np.float64] = np.zeros(0)
        self.latents: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._done = 0

    def run(self, path: Path, samples: int, batches: int, every: int = 1) -> Iterator[Frame]:
        """Measure, telling of the progress; `coarse` then has the changes of each `every`-th."""
        self.space = self.model.spec.space(self._conditions)
        self.latents = path.latents(samples, self.space)
        fine, coarse = _Steps(1), _Steps(every)
        for first in range(0, samples, BATCH):
            self._context.checkpoint()
            part = self.latents[first : first + BATCH]
            pictures = np.nan_to_num(self.model.generate(part, **self._conditions))
            for picture in pictures:
                fine.add(picture)
                coarse.add(picture)
            self._done += 1
            total = max(batches, self._done)
            values = {"progress": (self._done, total)}
            yield Frame(values=values, index=self._done - 1, total=total + 1)
        self.changes, self.coarse = fine.changes, coarse.changes

    def last(self, values: dict[str, Any]) -> Frame:
        """The frame with the findings."""
        return Frame(values=values, index=self._done, total=self._done + 1)


class _Steps:
    """Changes between each `every`-th picture and the one before it."""

    def __init__(self, every: int) -> None:
        self._every, self._seen = every, 0
        self._before: NDArray[np.float32] | None = None
        self._changes: list[float] = []

    def add(self, picture: NDArray[np.float32]) -> None:
        """The next picture, (H, W, C)."""
        if self._seen % self._every == 0:
            if self._before is not None:
                self._changes.append(float(changes(np.stack([self._before, picture]))[0]))
            self._before = picture
        self._seen += 1

    @property
    def changes(self) -> NDArray[np.float64]:
        """All so far."""
        return np.array(self._changes, np.float64)


def _profile(measure: _Measure) -> dict[str, Any]:
    count = len(measure.latents)
    return {
        "positions": np.linspace(0, 1, count),
        "typicality": typicality(measure.latents, measure.space.prior),
        "changes": measure.changes,
    }
