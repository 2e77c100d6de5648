"""What a recipe states, and the little that every recipe shares.

A recipe is one model's difference from the loop in `loop.py`: which networks, which data, which
losses, how its progress is pictured, and how the finished model is described and measured.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from explorer import networks
from explorer.latent.priors import Mixture
from explorer.training.data import Images


@dataclass(frozen=True)
class Network:
    """One network of a recipe and how it is trained."""

    architecture: str
    settings: dict[str, Any]
    group: str = "all"
    """Networks of one group share an optimiser."""
    average: float = 0.0
    """Decay of the running average of the weights that is shipped; 0 ships the last weights."""
    outputs: tuple[str, ...] = ("image",)
    """Names of what `forward` returns; its argument names are those of its inputs."""


@dataclass(frozen=True)
class Facts:
    """What the manifest and the card of a finished model state beside measurements."""

    title: str
    family: str
    summary: str
    data: str
    """What it learned from, with its licence."""
    about: str
    """Paragraphs of the card: what it is and how it was trained."""
    limits: str
    """Paragraph of the card: what not to expect."""
    latent: tuple[int, ...]
    size: tuple[int, int, int]
    """Height, width, channels."""
    span: tuple[float, float]
    """What the numbers of its networks' images lie between."""
    uniform: tuple[str, ...] = ()
    """Names of the latent's dimensions that are uniform in [-1, 1]; ("all",) for every one."""
    conditions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    score: str = ""
    """What the critic's score is, of explorer.formats.manifest.SCORES; empty for a logit."""
    diffusion: Mapping[str, Any] = field(default_factory=dict)
    temperature: float = 1.0
    """What draws of its normal prior are scaled by."""
    example: str = ""
    """A prompt to begin with, where it listens to a text."""


@dataclass(frozen=True)
class Figure:
    """One measured figure of a card."""

    key: str
    label: str
    value: float | int | str | list[float]
    unit: str
    how: str
    """How it was computed and from how many samples."""


@dataclass
class Recipe(ABC):
    """A model that can be trained. Subclasses fill the class variables and the methods."""

    data: Path | None = None
    """Folder of digits.npz, for the recipes that need it."""
    cache: Path = field(default_factory=lambda: Path("training-runs") / "cache")
    """Where drawn data may be kept."""
    seed: int = 0

    name: ClassVar[str]
    describes: ClassVar[str]
    """One line for `list`."""
    specs: ClassVar[Mapping[str, Network]]
    facts: ClassVar[Facts]
    is_model: ClassVar[bool] = True
    """False for a judge: weights and a card, nothing to explore."""
    closed_form: ClassVar[bool] = False
    """Whether `solve` does it all, without a step."""
    has_mixture: ClassVar[bool] = False
    """Whether latents are drawn from a mixture fitted afterwards."""
    needs_data: ClassVar[bool] = False
    """Whether `data` must be given, to train and to measure."""
    stacked: ClassVar[int] = 1
    """Pictures of one example that lie on each other, channel by channel, in a batch."""
    as_pipeline: ClassVar[bool] = False
    """Whether it is shipped as a diffusers folder, as `pipeline.py` says."""
    minutes: ClassVar[float]
    batch: ClassVar[int]
    rates: ClassVar[Mapping[str, float]] = {"all": 1e-3}
    """Learning rate of each group, at its highest."""
    betas: ClassVar[tuple[float, float]] = (0.9, 0.999)
    decay: ClassVar[float] = 0.0
    clip: ClassVar[float] = 0.0
    """Largest norm of a step's gradient; 0 leaves it alone."""
    warm_steps: ClassVar[int] = 200
    bfloat16: ClassVar[bool] = True
    """Whether steps are faster so where the hardware has it (tiny networks' are not)."""

    def __post_init__(self) -> None:
        torch.manual_seed(self.seed)
        self.networks: dict[str, nn.Module] = {
            role: networks.build(spec.architecture, spec.settings)
            for role, spec in self.specs.items()
        }
        self.averages: dict[str, nn.Module] = {}
        self.device = torch.device("cpu")
        self._fitted: Mixture | None = None
        self.watch: dict[str, float] = {}
        """What else the curves show, set by `losses`."""
        self.carried: dict[str, Tensor] = {}
        """What goes on from step to step beside the weights; checkpoints hold it."""

    @abstractmethod
    def load(self) -> Images:
        """The images to learn from."""

    @abstractmethod
    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Yield (group, scalar loss) pairs; each is stepped before the next is asked for.

        `batch` is (N, C, H, W) float32 in [0, 1], `progress` runs from 0 to 1.
        """

    @abstractmethod
    def sample_grid(self) -> NDArray[np.uint8]:
        """A picture of what is learned so far, (H, W, 3) uint8, from fixed seeds."""

    @property
    def example_shape(self) -> tuple[int, int, int]:
        """Channels, height and width of one example in a batch."""
        high, wide, colours = self.facts.size
        return (colours * self.stacked, high, wide)

    def preview(self) -> NDArray[np.uint8]:
        """The model's picture for its card in the library, (256, 256, 3) uint8."""
        return self.sample_grid()[:256, :256]

    def measure(self) -> dict[str, Any]:
        """What the manifest's [latent] table says beside the shape: importance, std."""
        return {}

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """Inputs of its networks that the facts do not give, `count` of each, by name."""
        return {}

    def before(self) -> str:
        """What was trained before it, in words; "" where nothing was."""
        return ""

    def solve(self, images: Images) -> None:
        """Find the weights from all images at once, where `closed_form` says so."""
        raise NotImplementedError

    def mixture(self) -> Mixture:
        """Fit a prior to the latents of the finished networks, where `has_mixture` says so."""
        raise NotImplementedError

    def fitted(self) -> Mixture:
        """The mixture, fitted once."""
        if self._fitted is None:
            self._fitted = self.mixture()
        return self._fitted

    def keep_fitted(self, mixture: Mixture) -> None:
        """Take a mixture that was fitted before, as a shipped folder holds it."""
        self._fitted = mixture

    def conditions(self) -> Mapping[str, Mapping[str, Any]]:
        """The manifest's [conditions] tables."""
        return self.facts.conditions

    @abstractmethod
    def figures(self) -> list[Figure]:
        """Measure what the card states, on the networks as they are now."""

    def shipped(self, role: str) -> nn.Module:
        """The weights that are shipped: the running average where there is one."""
        return self.averages.get(role, self.networks[role])
