"""The one training loop.

Everything random in a step is a function of (seed, step): which images, which noise. So nothing
of a generator need be saved, and a training resumed from a checkpoint takes the very steps that
it would have taken. The learning rate follows a cosine to the end of whichever budget was given,
minutes or steps; only a budget of steps repeats to the bit, since minutes depend on the clock.
"""

from __future__ import annotations

import copy
import csv
import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from explorer.errors import BadValue
from explorer.training.data import Images
from explorer.training.hardware import describe_hardware, has_bfloat16
from explorer.training.pictures import draw_curves, save_png
from explorer.training.recipe import Recipe


@dataclass(frozen=True)
class Budget:
    """How long to train: `steps` where given, else wall-clock `minutes`."""

    minutes: float
    steps: int | None = None

    def progress(self, step: int, seconds: float) -> float:
        """0 at the start to 1 at the end."""
        if self.steps is not None:
            return min(step / max(self.steps, 1), 1.0)
        return min(seconds / max(60 * self.minutes, 1e-9), 1.0)


@dataclass
class Trainer:
    """A recipe on its way; `folder` receives checkpoint, samples and curves."""

    recipe: Recipe
    folder: Path
    budget: Budget
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))
    bfloat16: bool | None = None
    """None decides by the recipe and the hardware."""
    save_every: float = 60.0
    """Seconds between checkpoints."""
    report: Callable[[str], None] = lambda line: print(line, file=sys.stderr, flush=True)

    def __post_init__(self) -> None:
        recipe = self.recipe
        recipe.device = self.device
        for module in recipe.networks.values():
            module.to(self.device)
            module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # not in its stubs
        recipe.averages = {
            role: copy.deepcopy(recipe.networks[role]).requires_grad_(False)
            for role, spec in recipe.specs.items()
            if spec.average
        }
        self.optimisers = {group: self._optimiser(group) for group in recipe.rates}
        if self.bfloat16 is None:
            self.bfloat16 = recipe.bfloat16 and has_bfloat16(self.device)
        self.step, self.seconds = 0, 0.0
        self.hardware = describe_hardware(self.device, self.bfloat16)

    def _optimiser(self, group: str) -> torch.optim.Optimizer:
        members = [
            self.recipe.networks[r] for r, s in self.recipe.specs.items() if s.group == group
        ]
        weights = [p for module in members for p in module.parameters()]
        rate, recipe = self.recipe.rates[group], self.recipe
        return torch.optim.AdamW(weights, rate, recipe.betas, weight_decay=recipe.decay)

    def run(self) -> None:
        """Train to the end of the budget, from a checkpoint in `folder` if there is one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.resume()
        images = self.recipe.load()
        self.report(f"{self.recipe.name}: {len(images)} images, step {self.step}")
        if self.recipe.closed_form:
            self._solve(images)
            return
        saved = said = time.monotonic()
        started = saved - self.seconds
        while self.budget.progress(self.step, self.seconds) < 1:
            losses = self.take_step(images)
            now = time.monotonic()
            self.seconds = now - started
            if self.step % 10 == 0:
                self._log(losses)
            if now - said > 10 or self.step < 3:
                said = now
                self._say(losses)
            if now - saved > self.save_every:
                saved = now
                self.save()
        self.save()

    def _solve(self, images: Images) -> None:
        started = time.monotonic()
        self.recipe.solve(images)
        self.seconds = time.monotonic() - started
        self.save()

    def take_step(self, images: Images) -> dict[str, float]:
        """One step of every group; the losses by group."""
        recipe, step = self.recipe, self.step
        chosen = np.random.default_rng([recipe.seed, step]).integers(len(images), size=recipe.batch)
        torch.manual_seed(recipe.seed * 1_000_003 + step)
        pixels = torch.from_numpy(images.pixels[chosen]).to(self.device)
        batch = pixels.permute(0, 3, 1, 2).float().div_(255)  # channels last as it lies
        labels = torch.from_numpy(images.labels[chosen]).to(self.device)
        progress = self.budget.progress(step, self.seconds)
        found: dict[str, float] = {}
        for module in recipe.networks.values():
            module.train()
        for group, loss in self._losses(recipe.losses(batch, labels, step, progress)):
            self._descend(group, loss, progress)
            found[group] = float(loss.detach())
            if not math.isfinite(found[group]):
                raise BadValue(
                    f"training of {recipe.name}", f"the loss of step {step} is not a number",
                    "Resume from the last checkpoint with another seed or a lower learning rate.",
                )  # fmt: skip
        self._average()
        self.step += 1
        return found | recipe.watch

    def _losses(
        self, losses: Iterator[tuple[str, torch.Tensor]]
    ) -> Iterator[tuple[str, torch.Tensor]]:
        """Run the recipe's part of a step under autocast, the optimiser's outside it."""
        while True:
            cast = (
                torch.autocast(self.device.type, torch.bfloat16) if self.bfloat16 else nullcontext()
            )
            with cast:
                pair = next(losses, None)
            if pair is None:
                return
            yield pair

    def _descend(self, group: str, loss: torch.Tensor, progress: float) -> None:
        optimiser = self.optimisers[group]
        warm = min(1.0, (self.step + 1) / max(self.recipe.warm_steps, 1))
        for settings in optimiser.param_groups:
            rate = self.recipe.rates[group] * (0.01 + 0.99 * (1 + math.cos(math.pi * progress)) / 2)
            settings["lr"] = rate * warm
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        if self.recipe.clip:
            weights = [p for settings in optimiser.param_groups for p in settings["params"]]
            nn.utils.clip_grad_norm_(weights, self.recipe.clip)
        optimiser.step()

    @torch.no_grad()
    def _average(self) -> None:
        for role, average in self.recipe.averages.items():
            # A short memory at first, or the random start would linger.
            decay = min(self.recipe.specs[role].average, (1 + self.step) / (10 + self.step))
            held = average.state_dict()
            for key, value in self.recipe.networks[role].state_dict().items():
                if value.is_floating_point():
                    held[key].lerp_(value, 1 - decay)
                else:
                    held[key].copy_(value)

    def save(self) -> None:
        """Write checkpoint (whole or not at all), samples.png and curves.png."""
        state = {
            "step": self.step, "seconds": self.seconds, "seed": self.recipe.seed,
            "hardware": self.hardware,
            "networks": {r: m.state_dict() for r, m in self.recipe.networks.items()},
            "averages": {r: m.state_dict() for r, m in self.recipe.averages.items()},
            "optimisers": {g: o.state_dict() for g, o in self.optimisers.items()},
            "carried": self.recipe.carried,
        }  # fmt: skip
        partial = self.folder / "checkpoint.partial"
        torch.save(state, partial)
        partial.replace(self.folder / "checkpoint.pt")
        for module in (*self.recipe.networks.values(), *self.recipe.averages.values()):
            module.eval()
        with torch.inference_mode():
            save_png(self.recipe.sample_grid(), self.folder / "samples.png")
        if (self.folder / "loss.csv").is_file():
            draw_curves(self.folder / "loss.csv", self.folder / "curves.png")

    def resume(self) -> bool:
        """Continue from `folder`'s checkpoint; False when there is none."""
        path = self.folder / "checkpoint.pt"
        if not path.is_file():
            return False
        state: dict[str, Any] = torch.load(path, map_location=self.device, weights_only=True)
        if state["seed"] != self.recipe.seed:
            raise BadValue(
                f"seed {self.recipe.seed}", f"the checkpoint {path} was begun with {state['seed']}",
                "Give that seed, or another --out.",
            )  # fmt: skip
        for role, module in self.recipe.networks.items():
            module.load_state_dict(state["networks"][role])
        for role, module in self.recipe.averages.items():
            module.load_state_dict(state["averages"][role])
        for group, optimiser in self.optimisers.items():
            optimiser.load_state_dict(state["optimisers"][group])
        self.recipe.carried = state.get("carried", {})
        self.step, self.seconds = state["step"], state["seconds"]
        self.hardware = state["hardware"]
        return True

    def _log(self, losses: dict[str, float]) -> None:
        path = self.folder / "loss.csv"
        fresh = not path.is_file()
        with path.open("a", newline="") as lines:
            writer = csv.writer(lines)
            if fresh:
                writer.writerow(["step", *losses])
            writer.writerow([self.step, *(f"{value:.6g}" for value in losses.values())])

    def _say(self, losses: dict[str, float]) -> None:
        progress = self.budget.progress(self.step, self.seconds)
        left = self.seconds * (1 - progress) / progress if progress else 0.0
        numbers = "  ".join(f"{name} {value:.4g}" for name, value in losses.items())
        self.report(
            f"{self.recipe.name}  {progress:4.0%}  step {self.step}  "
            f"{self.seconds / max(self.step, 1):.3f} s a step  {left / 60:.1f} min left  {numbers}"
        )
