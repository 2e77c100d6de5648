"""Latent spaces, points, paths and the curves between them: numpy only, no torch, no Qt."""

from explorer.latent.curves import MODES, lerp, mix, slerp
from explorer.latent.paths import Path, interpolate, typicality
from explorer.latent.points import Edited, Mix, Point, Seed, Shift, Values, edit
from explorer.latent.space import LatentSpace

__all__ = [
    "MODES",
    "Edited",
    "LatentSpace",
    "Mix",
    "Path",
    "Point",
    "Seed",
    "Shift",
    "Values",
    "edit",
    "interpolate",
    "lerp",
    "mix",
    "slerp",
    "typicality",
]
