"""The samplers of diffusion models, by the short names people use, from diffusers.

A scheduler here is only arithmetic on a sample; the loop, the record and the branching are ours
(explorer.families.trajectory). So are the timesteps: the library's own spacings give one step too
many, at t = -1, for 62 of the counts up to 1000 ("trailing"), start half way down the schedule for
600 steps ("leading"), or let DDIM step to levels that the next evaluation does not have.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from itertools import chain
from typing import Any

from explorer.errors import BadValue, UnknownName
from explorer.runtimes.torch_import import load_diffusers

PREDICTIONS = ("epsilon", "v_prediction", "sample")
BETA_SCHEDULES = ("linear", "scaled_linear", "squaredcos_cap_v2", "betas")
"""The last one says that `betas` lists one for each timestep."""

# Where a schedule ends in almost no signal, s = sigma / alpha grows past 10^4 and one small error
# of the network fills the picture, so samplers that do not clip begin here. Karras et al. (2022,
# table 1) begin at 80 with a network trained for it. Of 80, 34, 20, 12 and 8, tried on digits-ddpm
# with 10 and 25 steps, 80 left noise in the ground, 8 made digits too bold, 20 and 34 neither.
SIGMA_MAX = 30.0
# Levels of noise closer than this, in log-SNR, are the same one, reached by other rounding.
_SAME_LEVEL = 1e-4
# Where Heun's scheduler keeps the first half of a step; the others keep lists.
_HISTORY = ("prev_derivative", "sample")


@dataclass(frozen=True)
class Solver:
    """One entry of SCHEDULERS.

    Attributes:
        name: as typed; title: as on screen, with the paper.
        cls: the class in diffusers.
        options: arguments beside the noise schedule's.
        random: whether every step draws noise, so that another seed changes what follows.
        forgets: whether a step leaves nothing behind in the scheduler.
        clips: whether it clips the predicted x0, right for pixels and wrong for latents.
        unscaled: whether its sample is x0 + s * noise, not alpha * x0 + sigma * noise.
        stride: evaluations a solver step takes, but for the last.
    """

    name: str
    title: str
    cls: str
    options: Mapping[str, Any]
    random: bool = False
    forgets: bool = False
    clips: bool = False
    unscaled: bool = False
    stride: int = 1


SCHEDULERS: tuple[Solver, ...] = (
    Solver(
        "ddpm",
        "DDPM (Ho et al., 2020)",
        "DDPMScheduler",
        {},
        random=True,
        forgets=True,
        clips=True,
    ),
    Solver("ddim", "DDIM (Song et al., 2021)", "DDIMScheduler", {}, forgets=True, clips=True),
    # "leading" for Euler and Heun only says that the first noise is sqrt(s^2 + 1) wide.
    Solver(
        "euler",
        "Euler (Karras et al., 2022)",
        "EulerDiscreteScheduler",
        {"timestep_spacing": "leading"},
        unscaled=True,
    ),
    Solver(
        "dpm++2m",
        "DPM-Solver++ 2M (Lu et al., 2022)",
        "DPMSolverMultistepScheduler",
        {"algorithm_type": "dpmsolver++", "solver_order": 2},
    ),
    Solver(
        "heun",
        "Heun (Karras et al., 2022)",
        "HeunDiscreteScheduler",
        {"timestep_spacing": "leading"},
        unscaled=True,
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


def spaced(count: int, length: int) -> list[int]:
    """`count` of the timesteps below `length`, falling, evenly spaced, from length - 1.

    The last is one spacing above clean, as the first is one below the end ("trailing" in Lin et
    al., 2023, table 2). All differ; `count` is at most `length`.
    """
    return [(2 * length * (count - k) + count) // (2 * count) - 1 for k in range(count)]


class Schedule:
    """A scheduler made ready for a number of steps, with its noise levels.

    Attributes:
        scheduler: the diffusers object.
        solver: its entry.
    """

    def __init__(self, name: str, steps: int, diffusion: Mapping[str, Any]) -> None:
        """Raises UnknownName for the scheduler, BadValue for the steps."""
        self.solver = solver(name)
        train = int(diffusion["train_timesteps"])
        if not isinstance(steps, int) or not 1 <= steps <= train:
            raise BadValue("steps", f"{steps} is out of range", f"Use 1 to {train}.")
        self.scheduler = self._build(diffusion, train)
        alphas = self.scheduler.alphas_cumprod
        length = train if self.solver.clips else max(steps, _usable(alphas.tolist()))
        chosen = spaced(steps, length)
        if name == "ddim":
            self._respace(chosen)
        else:
            self.scheduler.set_timesteps(timesteps=chosen)
        count = len(self.scheduler.timesteps)
        stride = self.solver.stride
        self._timesteps = [chosen[(index + stride - 1) // stride] for index in range(count)]
        self._alphas: list[float] = alphas.tolist()
        self._levels = [self._level(index) for index in range(count)]

    def _build(self, diffusion: Mapping[str, Any], train: int) -> Any:
        options = dict(self.solver.options)
        betas = list(diffusion["betas"]) if diffusion["schedule"] == "betas" else None
        if self.solver.clips:
            options["clip_sample"] = bool(diffusion.get("clip_sample", True))
        return getattr(load_diffusers(), self.solver.cls)(
            num_train_timesteps=train,
            beta_schedule="linear" if betas else diffusion["schedule"],
            trained_betas=betas,
            prediction_type=diffusion["prediction"],
            # always given: the classes of diffusers disagree on the defaults
            beta_start=float(diffusion.get("beta_start", 1e-4)),
            beta_end=float(diffusion.get("beta_end", 0.02)),
            **options,
        )

    def _respace(self, chosen: list[int]) -> None:
        """Make DDIM step exactly from one chosen level to the next.

        It always steps down by one fixed number of timesteps, so it is given a schedule of the
        chosen levels alone (Nichol and Dhariwal, 2021, section 4), where that number is one.
        """
        table = self.scheduler.alphas_cumprod[chosen[::-1]]
        self.scheduler.register_to_config(num_train_timesteps=len(chosen))
        self.scheduler.alphas_cumprod = table
        self.scheduler.set_timesteps(len(chosen))

    def _level(self, index: int) -> tuple[float, float]:
        """The sigma-form schedulers hold s = sigma / alpha (Karras et al., 2022, appendix C.3)."""
        sigmas = getattr(self.scheduler, "sigmas", None)
        if sigmas is not None:
            ratio = float(sigmas[index])
            alpha = 1 / math.sqrt(1 + ratio**2)
            return alpha, ratio * alpha
        square = self._alphas[self._timesteps[index]]
        return math.sqrt(square), math.sqrt(1 - square)

    @property
    def length(self) -> int:
        """Evaluations of the network in all (Heun takes two a step, but for the last)."""
        return len(self._timesteps)

    def start_scale(self) -> float:
        """What unit noise is multiplied by before the first step."""
        return float(self.scheduler.init_noise_sigma)

    def timestep(self, index: int) -> int:
        """What the network is told at evaluation `index`, 0 (clean) to T - 1."""
        return self._timesteps[index]

    def levels(self, index: int) -> tuple[float, float]:
        """(alpha, sigma) of evaluation `index`, with alpha^2 + sigma^2 = 1."""
        return self._levels[index]

    def log_snr(self, index: int) -> float:
        """Natural logarithm of alpha^2 / sigma^2, the scale on which samplers are compared."""
        alpha, sigma = self._levels[index]
        return 2 * math.log(alpha / sigma)

    def log_snr_at(self, timestep: int) -> float:
        """The same of a training timestep, 0 (clean) to T - 1; raises BadValue outside."""
        last = len(self._alphas) - 1
        if not 0 <= timestep <= last:
            raise BadValue("timestep", f"{timestep} is out of range", f"Use 0 to {last}.")
        square = self._alphas[timestep]
        return math.log(square / (1 - square))

    def native(self, x: Any, index: int) -> Any:
        """The network's input at `index` in the scheduler's own scale."""
        return x / self._levels[index][0] if self.solver.unscaled else x

    def seen(self, sample: Any, index: int) -> Any:
        """What the network sees of the scheduler's sample at evaluation `index`.

        To be called before `step`, as some schedulers keep books of it.
        """
        return self.scheduler.scale_model_input(sample, self.scheduler.timesteps[index])

    def step(self, output: Any, index: int, sample: Any, generator: Any) -> Any:
        """The next sample; `generator` draws the noise of random solvers."""
        options: dict[str, Any] = {"generator": generator} if self.solver.random else {}
        if self.solver.name == "ddim":
            # Guidance pushes x0 out of range; a clipped x0 needs its noise derived anew, or the
            # two are at odds and the picture falls apart.
            options["use_clipped_model_output"] = True
        timestep = self.scheduler.timesteps[index]
        return self.scheduler.step(output, timestep, sample, return_dict=False, **options)[0]

    def entry_after(self, log_snr: float) -> int:
        """The first evaluation no noisier than `log_snr` that begins a solver step.

        `length` where all are noisier.
        """
        for index in range(0, self.length, self.solver.stride):
            if self.log_snr(index) >= log_snr - _SAME_LEVEL:
                return index
        return self.length

    def begin(self, index: int) -> None:
        """Start at evaluation `index`, with no history."""
        if hasattr(self.scheduler, "set_begin_index"):
            self.scheduler.set_begin_index(index)

    def copy(self) -> Schedule:
        """One with the same history; stepping it leaves this one as it was.

        Steps replace tensors and never write into them, so only the lists of them are copied: a
        hundred times quicker than copying deeply, which matters once an evaluation.
        """
        if self.solver.forgets:
            return self
        twin = copy(self)
        twin.scheduler = copy(self.scheduler)
        for name, value in vars(self.scheduler).items():
            if isinstance(value, list):
                setattr(twin.scheduler, name, list(value))
        return twin

    def history(self) -> list[Any]:
        """The tensors in which the solver remembers earlier evaluations."""
        values = vars(self.scheduler)
        lists = [value for value in values.values() if isinstance(value, list)]
        held = [*chain.from_iterable(lists), *(values.get(name) for name in _HISTORY)]
        return [tensor for tensor in held if hasattr(tensor, "element_size")]


def _usable(alphas: list[float]) -> int:
    """How many timesteps, from clean on, are no noisier than SIGMA_MAX; at least one."""
    ratios = [math.sqrt((1 - square) / square) for square in alphas]
    return max(1, bisect_right(ratios, SIGMA_MAX))
