"""What can be asked of the engine: frozen recipes that decide every pixel, seed included.

A request knows how to run itself on a Context, frame by frame. Equal requests give equal frames,
so a request is also the key its answer is kept under.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from explorer.families import DenoiseSettings, Model, Trajectory
from explorer.families.record import BUDGET
from explorer.formats.picture import Picture, screened
from explorer.latent import Path, Point, resolved
from explorer.networks import ARCHITECTURES, home
from explorer.sampling.cache import Cache
from explorer.sampling.evaluations import Evaluations
from explorer.sampling.frames import Bytes, Frame, pixels
from explorer.sampling.loader import DIFFUSERS, Loader
from explorer.sampling.shelf import Shelf

Conditions = tuple[tuple[str, int | str | float], ...]
BATCH = 16
# So many numbers of latents are made at once, and a batch at least: of small ones, that takes less
# time for all than for each batch on its own between two runs of the network.
_AHEAD = 1 << 14
# What an evaluation keeps: sample, input, output and solver's history; generator and scheduler.
_ARRAYS, _BOOKS = 4, 8192


class Context:
    """What requests run on: the open models, the cache, and a way to notice a cancel.

    Args:
        device: "auto", "cpu", "cuda" or "mps".
        cache: for answers and trajectories.
        checkpoint: raises Cancelled when the request is no longer wanted.
        loader: imports slow modules in the background; None to import them where they are needed.
        leaving: called just before a network runs.
        trusted: SHA-256 of the programs that may be run, asked on each opening.
    """

    def __init__(
        self,
        device: str,
        cache: Cache,
        checkpoint: Callable[[], None],
        loader: Loader | None = None,
        leaving: Callable[[], object] | None = None,
        trusted: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self.device, self.cache, self.checkpoint = device, cache, checkpoint
        self._loader, self._leaving = loader, leaving
        self.shelf = Shelf(device, self.need, trusted)

    def open(self, name: str) -> Model:
        """The model of that name or path, opened on first use; raises as open_model."""
        model = self.shelf.get(name)
        return self._dressed(self.shelf.read(name)) if model is None else model

    def model(self, name: str) -> Model:
        """The same, with all imported that running it needs; may raise NotYet."""
        model = self.open(name)
        if "step" in model.spec.capabilities:
            self.need(DIFFUSERS)
        return model

    def need(self, *modules: str) -> None:
        """Call before running what needs them; raises NotYet while they are being imported."""
        if self._loader is not None:
            for module in modules:
                self._loader.need(module)

    def opening(self, name: str, fresh: bool) -> Iterator[tuple[int, int] | Model]:
        """Open step by step: (bytes read, bytes in all) and at last the model.

        `fresh` reads it again; what was open stays if that fails.
        """
        model = None if fresh else self.shelf.get(name)
        if model is None:
            made: list[Model] = []
            yield from self.shelf.reading(name, made)
            model = self._dressed(made[0])
            if fresh:
                self.cache.clear()
        yield model

    def _dressed(self, model: Model) -> Model:
        if self._leaving is not None:
            for network in model.networks.values():
                network.leaving = self._leaving
        return model


class Request(Protocol):
    """A frozen, hashable recipe. `keep` says whether its frames are worth the cache."""

    keep: ClassVar[bool]

    def __hash__(self) -> int: ...

    def frames(self, context: Context) -> Iterator[Frame]:
        """The answer, frame by frame; raises ExplorerError."""


@dataclass(frozen=True)
class Open:
    """Open a model. The last frame's values: spec, runtimes {role: how it runs}.

    Frames before it tell of a large file: read (bytes so far), size (bytes in all).
    """

    model: str
    fresh: bool = False
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Reads the file; torch is not imported for a model with ONNX forms."""
        for step in context.opening(self.model, self.fresh):
            if isinstance(step, tuple):
                done, size = (n >> 20 for n in step)
                values = {"read": step[0], "size": step[1]}
                yield Frame(values=values, index=min(done, size), total=size + 2)
            else:
                yield opened(step)


def opened(model: Model) -> Frame:
    """The frame that says that a model is open."""
    runtimes = {role: network.runtime for role, network in model.networks.items()}
    return Frame(values={"spec": model.spec, "runtimes": runtimes})


@dataclass(frozen=True)
class Measure:
    """Time the ways to run a model and keep the fastest. Values: timings {role: (Timing, ...)}."""

    model: str
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Imports torch. Kept pictures are dropped if the way a network runs has changed."""
        model = context.open(self.model)
        names = {entry.architecture for entry in model.manifest.networks.values()}
        context.need("torch", *(home(name) for name in names & ARCHITECTURES.keys()))
        before = {role: network.runtime for role, network in model.networks.items()}
        timings = model.measure()
        after = {role: network.runtime for role, network in model.networks.items()}
        if before != after:
            context.cache.clear()
        yield Frame(values={"timings": timings, "runtimes": after})


@dataclass(frozen=True, eq=False)
class Drawn:
    """What the networks made of latents (N, ...), `planes` (N, C, H, W) in the model's range."""

    model: Model
    latents: NDArray[np.float32]
    conditions: Conditions
    planes: NDArray[np.float32]

    @classmethod
    def of(cls, model: Model, latents: NDArray[np.float32], conditions: Conditions) -> Drawn:
        """Runs the networks."""
        return cls(model, latents, conditions, model.draw(latents, **dict(conditions)))

    def screened(self) -> tuple[Bytes, bool]:
        """The pictures, (N, H, W, C), and whether all their numbers are finite."""
        size = self.model.spec.image
        return screened(self.planes, size.low, size.high)

    def pictures(self) -> Iterator[Bytes]:
        """The pictures one by one, made when the first is looked at."""
        yield from self.screened()[0]


@dataclass(frozen=True)
class Generate:
    """Pictures of points. Images: image (N, H, W, C); values: latents, and score (N,) logits."""

    model: str
    points: tuple[Point, ...]
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """All points in one batch: for the picture on screen and for small sets."""
        model = context.model(self.model)
        latents = resolved(self.points, model.spec.space(self.conditions))
        yield _generated(Drawn.of(model, latents, self.conditions), 0, 1)


@dataclass(frozen=True)
class Grid:
    """The same, in batches of BATCH, one frame a batch: grids, strips, exports."""

    model: str
    points: tuple[Point, ...]
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """Frame i holds the pictures from i * BATCH on."""
        for index, drawn in enumerate(self.drawn(context)):
            yield _generated(drawn, index, self.batches)

    @property
    def batches(self) -> int:
        """How many frames there will be."""
        return -(-len(self.points) // BATCH)

    def drawn(self, context: Context) -> Iterator[Drawn]:
        """The batches as the networks give them: for who makes pictures of them elsewhere."""
        model = context.model(self.model)
        space = model.spec.space(self.conditions)
        ahead = BATCH * max(_AHEAD // (BATCH * space.size), 1)
        for start in range(0, len(self.points), ahead):
            latents = resolved(self.points[start : start + ahead], space)
            for first in range(0, len(latents), BATCH):
                context.checkpoint()
                yield Drawn.of(model, latents[first : first + BATCH], self.conditions)


def strip(model: str, path: Path, frames: int, conditions: Conditions = ()) -> Grid:
    """The film strip of a path, `frames` pictures evenly spaced in time."""
    return Grid(model, path.points(frames), conditions)


def _generated(drawn: Drawn, index: int, total: int) -> Frame:
    model, latents = drawn.model, drawn.latents
    pictures, finite = drawn.screened()
    values: dict[str, Any] = {"latents": latents, "finite": finite}
    if "score" in model.spec.capabilities:
        images = model.to_images(np.nan_to_num(drawn.planes))
        values["score"] = model.score(images, **dict(drawn.conditions))
    return Frame({"image": pictures}, values, index, total)


@dataclass(frozen=True)
class Reconstruct:
    """Encode a picture and decode its mean, as what `conditions` say.

    Images: original, reconstruction, difference (absolute, grey levels as they are).
    Values: mean, std (z,), mse (in [0, 1] units), psnr in dB.
    """

    model: str
    picture: Picture
    conditions: Conditions = ()
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        model = context.model(self.model)
        size = model.spec.image
        original = self.picture.fitted(size.height, size.width, size.channels)[None]
        mean, std = model.encode(original)
        context.checkpoint()
        rebuilt = model.generate(mean, **dict(self.conditions))
        mse = float(np.mean((rebuilt - original) ** 2, dtype=np.float64))
        psnr = float("inf") if mse == 0 else float(-10 * np.log10(mse))
        images = {
            "original": pixels(original),
            "reconstruction": pixels(rebuilt),
            "difference": pixels(np.abs(rebuilt - original)),
        }
        yield Frame(images, {"mean": mean[0], "std": std[0], "mse": mse, "psnr": psnr})


@dataclass(frozen=True)
class Denoise:
    """A denoising run, one frame an evaluation and one for the finished picture.

    Images: x_t, x0, noise (x_t and x0 clipped to the image range for display; noise as
    grey + noise / 6), and image, the finished picture, on the last frame.
    Values: timestep (of train_timesteps), alpha, sigma, log_snr, and change and change_x: of x0 as
    shown and of x_t since the evaluation before, root mean square in grey levels of 255 (nan at
    the first). Of latents they are those of the pictures that the decoder makes of them.

    Attributes:
        parent, step: the run that this one leaves before that evaluation, or None.
        picture, level: without a parent, the user's picture to start from and the timestep that
            it is noised to; or None to start from noise.
    """

    model: str
    settings: DenoiseSettings
    parent: Denoise | None = None
    step: int = 0
    picture: Picture | None = None
    level: int = 0
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Each evaluation as it is computed; a run that was made before replays from its record."""
        return self.frames_from(context, 0)

    def frames_from(self, context: Context, first: int) -> Iterator[Frame]:
        """The same without the frames before `first`; at most one block of steps that the record
        dropped is made again for it.
        """
        run = self.trajectory(context)
        shown, total = Evaluations(context.model(self.model), run), run.planned + 1
        while len(run) < min(first, run.planned):
            context.checkpoint()
            run.advance()
        for index in range(first, run.planned):
            if index >= len(run):
                context.checkpoint()
                run.advance()
            goes_on = len(run) == index + 1 < run.planned
            yield shown.frame(index, total, goes_on)
        images = {"image": pixels(run.image[None])}
        yield Frame(images, {}, run.planned, total)

    def entries(self, context: Context) -> int:
        """How many frames there will be before the finished picture."""
        return self.trajectory(context).planned

    def trajectory(self, context: Context) -> Trajectory:
        """The record, begun or as far as it has come; a branch shares its parent's steps."""
        kept: Trajectory | None = context.cache.get(("trajectory", self))
        if kept is not None:
            return kept
        model = context.model(self.model)
        if self.parent is not None:
            parent = self.parent.trajectory(context)
            while len(parent) <= self.step and not parent.complete:
                context.checkpoint()
                parent.advance()
            run = parent.branch(self.step, run=False, **vars(self.settings))
        elif self.picture is not None:
            run = model.trajectory(self.settings, self.picture, self.level)
        else:
            run = model.trajectory(self.settings)
        own = run.planned - (self.step if self.parent is not None else 0)
        size = min(own * (model.latent.size * _ARRAYS * 4 + _BOOKS), BUDGET)
        context.cache.put(("trajectory", self), run, size)
        return run
