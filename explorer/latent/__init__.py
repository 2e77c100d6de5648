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
    resolved,
    settled,
    shift,
)
from explorer.latent.priors import NORMAL, Mixture, Normal, Prior, Uniform
from explorer.latent.space import LatentSpace
from explorer.latent.styles import SPACES, Styles
from explorer.latent.timing import EASES, Retiming, changes, ease, unevenness

__all__ = [
    "EASES",
    "MODES",
    "NORMAL",
    "PATH_MODES",
    "SPACES",
    "Edited",
    "LatentSpace",
    "Mix",
    "Mixture",
    "MorphGrid",
    "Normal",
    "Path",
    "Point",
    "Prior",
    "Retiming",
    "Seed",
    "Shift",
    "Smooth",
    "Styles",
    "Uniform",
    "Values",
    "changes",
    "depth",
    "ease",
    "edit",
    "interpolate",
    "lerp",
    "mix",
    "resolved",
    "settled",
    "shift",
    "slerp",
    "typicality",
    "unevenness",
]
