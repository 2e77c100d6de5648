"""The samplers of diffusion models, by the short names people use, from diffusers.

A scheduler here is only arithmetic on a sample; the loop, the record and the branching are ours
(explorer.families.trajectory).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from explorer.errors import BadValue, UnknownName
from explorer.runtimes.torch_import import load_torch


@dataclass(frozen=True)
class Solver:
    """One entry of SCHEDULERS.

    Attributes:
        name: as typed; title: as on screen, with the paper.
        cls: the class in diffusers.
        options: arguments beside the noise schedule's.
        random: whether every step draws noise, so that another seed changes what follows.
        clips: whether it takes `clip_sample`, right for pixels and wrong for latents.
        stride: evaluations a solver step takes, after the first.
    """

    name: str
    title: str
    cls: str
    options: Mapping[str, Any]
    random: bool = False
    clips: bool = False
    stride: int = 1


SCHEDULERS: tuple[Solver, ...] = (
    Solver(
        "ddpm",
        "DDPM (Ho et al., 2020)",
        "DDPMScheduler",
        {"timestep_spacing": "trailing"},
        random=True,
        clips=True,
    ),
    Solver(
        "ddim",
        "DDIM (Song et al., 2021)",
        "DDIMScheduler",
        {"timestep_spacing": "trailing"},
        clips=True,
    ),
    # The sigma-form solvers start below t = T: where the schedule ends in almost no signal, sigma
    # grows past 10^4 and one small error of the network fills the picture. Leading spacing does it.
    Solver(
        "euler",
        "Euler (Karras et al., 2022)",
        "EulerDiscreteScheduler",
        {"timestep_spacing": "leading"},
    ),
    Solver(
        "dpm++2m",
        "DPM-Solver++ 2M (Lu et al., 2022)",
        "DPMSolverMultistepScheduler",
        {"timestep_spacing": "leading", "algorithm_type": "dpmsolver++", "solver_order": 2},
    ),
    Solver(
        "heun",
        "Heun (Karras et al., 2022)",
        "HeunDiscreteScheduler",
        {"timestep_spacing": "leading"},
        stride=2,
    ),
)


def solver(name: str) -> Solver:
    """The entry of that name; raises UnknownName."""
    for entry in SCHEDULERS:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in SCHEDULERS)
    raise UnknownName(f"scheduler {name!r}", "no such scheduler", f"Use one of {known}.")


class Schedule:
    """A scheduler made ready for a number of steps, with its noise levels.

    Attributes:
        scheduler: the diffusers object; one a trajectory, never shared.
        solver: its entry.
        length: model evaluations in all (Heun takes two a step).
    """

    def __init__(self, name: str, steps: int, diffusion: Mapping[str, Any]) -> None:
        """Raises UnknownName for the scheduler, BadValue for the steps."""
        import diffusers

        self.solver = solver(name)
        train = int(diffusion["train_timesteps"])
        if not 1 <= steps <= train:
            raise BadValue("steps", f"{steps} is out of range", f"Use 1 to {train}.")
        options = dict(self.solver.options)
        if self.solver.clips:
            options["clip_sample"] = bool(diffusion.get("clip_sample", True))
        self.scheduler: Any = getattr(diffusers, self.solver.cls)(
            num_train_timesteps=train,
            beta_schedule=diffusion["schedule"],
            prediction_type=diffusion["prediction"],
            # always given: the classes of diffusers disagree on the defaults
            beta_start=float(diffusion.get("beta_start", 1e-4)),
            beta_end=float(diffusion.get("beta_end", 0.02)),
            **options,
        )
        self.scheduler.set_timesteps(steps)
        self.length = len(self.scheduler.timesteps)

    def start_scale(self) -> float:
        """What unit noise is multiplied by before the first step."""
        return float(self.scheduler.init_noise_sigma)

    def timestep(self, index: int) -> Any:
        """The timestep of evaluation `index`, a tensor scalar as the scheduler wants it back."""
        return self.scheduler.timesteps[index]

    def levels(self, index: int) -> tuple[float, float]:
        """(alpha, sigma) of evaluation `index`, with alpha^2 + sigma^2 = 1.

        The sigma-form schedulers hold s = sigma / alpha (Karras et al., 2022, appendix C.3).
        """
        sigmas = getattr(self.scheduler, "sigmas", None)
        if sigmas is not None:
            ratio = float(sigmas[index])
            alpha = 1 / math.sqrt(1 + ratio**2)
            return alpha, ratio * alpha
        square = float(self.scheduler.alphas_cumprod[int(self.timestep(index))])
        return math.sqrt(square), math.sqrt(1 - square)

    def log_snr(self, index: int) -> float:
        """Natural logarithm of alpha^2 / sigma^2, the scale on which samplers are compared."""
        alpha, sigma = self.levels(index)
        return 2 * math.log(alpha / sigma) if sigma and alpha else math.inf

    def native(self, x: Any, index: int) -> Any:
        """The network's input at `index` in the scheduler's own scale."""
        alpha, _ = self.levels(index)
        return x / alpha if self._unscaled() else x

    def seen(self, sample: Any, index: int) -> Any:
        """What the network sees of the scheduler's sample at evaluation `index`."""
        alpha, _ = self.levels(index)
        return sample * alpha if self._unscaled() else sample

    def _unscaled(self) -> bool:
        """Whether the scheduler's sample is x0 + s * noise (Euler, Heun), not its VP form."""
        return self.solver.name in {"euler", "heun"}

    def entry_after(self, log_snr: float) -> int:
        """The first evaluation, at the start of a solver step, no noisier than `log_snr`."""
        for index in range(0, self.length, self.solver.stride):
            if self.log_snr(index) >= log_snr - 1e-6:
                return index
        return self.length

    def begin(self, index: int) -> None:
        """Start at evaluation `index`, with no history."""
        if hasattr(self.scheduler, "set_begin_index"):
            self.scheduler.set_begin_index(index)

    def copy(self) -> Schedule:
        """An independent copy with the same history; constant tables are shared, not copied."""
        twin = object.__new__(Schedule)
        twin.solver, twin.length = self.solver, self.length
        twin.scheduler = deepcopy(self.scheduler, self._constants())
        return twin

    def _constants(self) -> dict[int, Any]:
        """A deepcopy memo that keeps tables which no step ever writes."""
        torch = load_torch()
        histories = {"model_outputs", "sample", "prev_derivative", "ets", "cur_sample"}
        return {
            id(value): value
            for name, value in vars(self.scheduler).items()
            if isinstance(value, torch.Tensor) and name not in histories
        }
