"""How far a run has committed itself: what short random runs from one step still disagree on.

From x_t a random solver draws from the pictures that the model still holds possible, p(x0 | x_t).
Where all draws agree the run has decided; their variance, pixel by pixel, is what it has not. At
the first step that is the variety of the model, near the last one almost nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.latent.space import MAX_SEED

if TYPE_CHECKING:
    from explorer.families.trajectory import Trajectory

Images = NDArray[np.float32]
MOST = 64


@dataclass(frozen=True, eq=False)
class Tries:
    """The draws so far.

    Attributes:
        images: (N, H, W, C) float32 in [0, 1].
        wanted: how many there will be.
        step: the evaluation they leave the run at.
    """

    images: Images
    wanted: int
    step: int

    @property
    def mean(self) -> Images:
        """(H, W, C): where they agree it is sharp."""
        return np.asarray(self.images.mean(axis=0), np.float32)

    @property
    def deviation(self) -> Images:
        """(H, W): their standard deviation over draws, root mean square over channels; N - 1."""
        if len(self.images) < 2:
            return np.zeros(self.images.shape[1:3], np.float32)
        variance = self.images.astype(np.float64).var(axis=0, ddof=1).mean(axis=-1)
        return np.asarray(np.sqrt(variance), np.float32)

    @property
    def openness(self) -> float:
        """The same over all pixels, in [0, 1] of the grey range; 0 is decided."""
        return float(np.sqrt(np.mean(self.deviation.astype(np.float64) ** 2)))


def tries(
    run: Trajectory, step: int, count: int = 8, steps: int = 8, train_timesteps: int = 1000
) -> Iterator[Tries]:
    """Short DDPM runs from evaluation `step`, one after the other; yields after each.

    Args:
        run: computed as far as `step` at least.
        step: where they leave it.
        count: how many, 1 to MOST.
        steps: about how many evaluations each takes from there to its end.
        train_timesteps: the model's T.

    Raises:
        BadValue: no such step, or a count out of range.
    """
    if not 1 <= count <= MOST:
        raise BadValue("tries", f"{count} is out of range", f"Use 1 to {MOST}.")
    if steps < 1 or not 0 <= step < len(run):
        raise BadValue("step", f"{step} was not computed", f"Use 0 to {len(run) - 1}.")
    # As many steps on the whole scale as leave `steps` of them below this timestep.
    share = (run[step].timestep + 1) / train_timesteps
    whole = min(train_timesteps, math.ceil(steps / share))
    images: list[Images] = []
    for number in range(count):
        seed = (run.settings.seed + 1 + number) % (MAX_SEED + 1)
        drawn = run.branch(step, scheduler="ddpm", steps=whole, seed=seed)
        images.append(drawn.image)
        yield Tries(np.stack(images), count, step)
