"""Everything that decides what is on the screen, frozen.

A picture is a pure function of the state: the same sliders give the same image, whatever the way
to them. That makes undo, saving and caching the same simple thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.families import DenoiseSettings
from explorer.formats.picture import Picture
from explorer.latent import Point, Seed

Conditions = tuple[tuple[str, int | str], ...]


@dataclass(frozen=True)
class Exploring:
    """The Explore view.

    Attributes:
        point: the latent on the sliders.
        conditions: chosen classes.
        locked: dimensions that randomising leaves alone.
        picture: the user's picture that was encoded, or None.
        by_importance: whether the sliders are sorted by how much they matter.
        grid_seed: the seed of the grid of samples to pick from.
    """

    point: Point = field(default_factory=lambda: Seed(0))
    conditions: Conditions = ()
    locked: frozenset[int] = frozenset()
    picture: Picture | None = None
    by_importance: bool = True
    grid_seed: int = 1


@dataclass(frozen=True)
class Interpolating:
    """The Interpolate view.

    Attributes:
        keys: key frames, in order.
        mode: the curve between them, one of explorer.latent.MODES.
        position: of the playhead, 0 to 1.
        frames: pictures in the film strip and in what is exported.
        rate: frames a second when playing.
        loop: whether playing starts over.
    """

    keys: tuple[Point, ...] = (Seed(1), Seed(2))
    mode: str = "spherical"
    position: float = 0.0
    frames: int = 60
    rate: float = 30.0
    loop: bool = True


@dataclass(frozen=True)
class Denoising:
    """The Denoise view: how to run, and which evaluation is shown (-1: the finished picture)."""

    settings: DenoiseSettings = field(default_factory=DenoiseSettings)
    shown: int = -1


@dataclass(frozen=True)
class State:
    """The whole of it. `model` is a bundled name or a path; `view` is a view's name."""

    model: str = ""
    view: str = "explore"
    exploring: Exploring = field(default_factory=Exploring)
    interpolating: Interpolating = field(default_factory=Interpolating)
    denoising: Denoising = field(default_factory=Denoising)
