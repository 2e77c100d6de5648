"""One evaluation of a run: the network is asked, the solver takes its step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.errors import RunFailed
from explorer.families.record import State
from explorer.families.step import Step
from explorer.runtimes.torch_import import load_torch

if TYPE_CHECKING:
    from explorer.families.diffusion import DiffusionModel
    from explorer.families.trajectory import DenoiseSettings


class Evaluator:
    """A function of the state before an evaluation and its number, to its Step and what follows.

    It changes nothing: the solver is copied and the generator made from its state, so calling it
    again gives the same to the bit.
    """

    def __init__(self, model: DiffusionModel, settings: DenoiseSettings, first: int) -> None:
        """The run's evaluation i is the solver's `first + i`; raises as `predictor`."""
        self._name = model.spec.name
        self._kind = str(model.manifest.diffusion["prediction"])
        self._predict, self._first = model.predictor(settings), first

    def __call__(self, state: State, number: int) -> tuple[Step, State]:
        """Step `number` of the run, and the state after it; raises RunFailed if not finite."""
        torch = load_torch()
        schedule = state.schedule.copy()
        generator, after = None, state.generator
        if schedule.solver.random:
            generator = torch.Generator()
            generator.set_state(state.generator)
        index = self._first + number
        with torch.inference_mode():
            seen = schedule.seen(state.sample, index)
            output = self._predict(seen, schedule.timestep(index))
            sample = schedule.step(output, index, state.sample, generator)
        if generator is not None:
            after = generator.get_state()
        alpha, sigma = schedule.levels(index)
        arrays = [t[0].numpy() for t in (seen, output)]
        for array in arrays:
            array.setflags(write=False)  # they are the state's own memory
        if not np.isfinite(arrays[1]).all():
            raise RunFailed(
                self._name,
                f"the network's answer at step {number + 1} is not finite",
                "Lower the guidance, or check the weights.",
            )
        step = Step(
            number, float(schedule.timestep(index)), arrays[0], arrays[1], alpha, sigma, self._kind
        )
        return step, State(sample, schedule, after)
