"""Latent spaces, points, paths and the curves between them: numpy only, no torch, no Qt."""

from explorer.latent.curves import MODES, lerp, mix, slerp
from explorer.latent.morph import MorphGrid
from explorer.latent.paths import PATH_MODES, Path, interpolate, typicality
from explorer.latent.points import (
    Edited,
    Mix,
    Point,
    Seed,
    Shift,
    Smooth,
    Values,
    depth,
    edit,
    settled,
    shift,
)
from explorer.latent.space import LatentSpace
from explorer.latent.timing import EASES, Retiming, changes, ease, unevenness

__all__ = [
    "EASES",
    "MODES",
    "PATH_MODES",
    "Edited",
    "LatentSpace",
    "Mix",
    "MorphGrid",
    "Path",
    "Point",
    "Retiming",
    "Seed",
    "Shift",
    "Smooth",
    "Values",
    "changes",
    "depth",
    "ease",
    "edit",
    "interpolate",
    "lerp",
    "mix",
    "settled",
    "shift",
    "slerp",
    "typicality",
    "unevenness",
]
