"""Bare work for the engine's thread: what overheads are set against.

It runs there, in the sessions and with the threads that the program itself uses, so that what is
left over is the program's and not a second session's.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from explorer.families import DenoiseSettings
from explorer.families.diffusion import DiffusionModel
from explorer.families.schedulers import Schedule
from explorer.library import bundled
from explorer.runtimes.torch_import import load_torch
from explorer.sampling import Context, Frame

ROLES = ("decoder", "generator")


def heaviest() -> str:
    """The bundled VAE or GAN with the largest pictures; the first of them, where several have.

    A few layers on 32 x 32 pixels run in less time than a film's frame takes to pack: a ratio on
    them would say how fast the packer is, and nothing of how the two share a machine.
    """
    entries = [e for e in bundled() if e.manifest.family in {"vae", "gan"}]
    return max(
        entries, key=lambda e: e.manifest.image.height * e.manifest.image.width
    ).manifest.name


@dataclass(frozen=True)
class Forwards:
    """`count` forwards of single latents, one every `pace` seconds. Values: ms, of each."""

    model: str
    count: int
    pace: float
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        model = context.model(self.model)
        network = next(model.networks[role] for role in ROLES if role in model.networks)
        spent = []
        for row in model.latent.sample(self.count, 1):
            time.sleep(self.pace)
            start = time.perf_counter()
            network.run({"latent": row[None]})
            spent.append((time.perf_counter() - start) * 1e3)
        yield Frame(values={"ms": tuple(spent)})


@dataclass(frozen=True)
class Batches:
    """`count` latents forward, `batch` at a time. Values: ms, in all."""

    model: str
    count: int
    batch: int
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        model = context.model(self.model)
        network = next(model.networks[role] for role in ROLES if role in model.networks)
        latents = model.latent.sample(self.count, 1)
        start = time.perf_counter()
        for first in range(0, self.count, self.batch):
            network.run({"latent": latents[first : first + self.batch]})
        yield Frame(values={"ms": (time.perf_counter() - start) * 1e3})


@dataclass(frozen=True)
class Loop:
    """A denoising run as any script has it: network and scheduler, nothing kept. Values: ms."""

    model: str
    settings: DenoiseSettings
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        model = context.model(self.model)
        assert isinstance(model, DiffusionModel)
        torch = load_torch()
        start = time.perf_counter()
        predict = model.predictor(self.settings)
        settings = self.settings
        schedule = Schedule(settings.scheduler, settings.steps, model.manifest.diffusion)
        noise = np.array(settings.first_noise.resolve(model.latent)[None])
        sample = torch.from_numpy(noise) * schedule.start_scale()
        generator = torch.Generator().manual_seed(settings.seed)
        with torch.inference_mode():
            for index in range(schedule.length):
                output = predict(schedule.seen(sample, index), schedule.timestep(index))
                sample = schedule.step(output, index, sample, generator)
        yield Frame(values={"ms": (time.perf_counter() - start) * 1e3})
